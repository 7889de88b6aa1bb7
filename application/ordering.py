"""Ordering: a cart becomes an order, and the order goes its way."""

from datetime import datetime

from application.catalogue import release_stock
from application.commands import (
    CancelOrder,
    ConfirmPayingNumber,
    DeliverOrder,
    ExpireOrder,
    HandToCourier,
    NoteOwnerTold,
    PackOrder,
    PlaceOrder,
    ReleaseStock,
    RememberAddress,
    SettleOrder,
    TakeBack,
)
from application.customers import confirm_paying_number, remember_address
from application.delivery import area_named
from application.shopping import cart_of
from application.unit import Unit
from application.ways_to_pay import account_for
from domain.boutique.boutique import Boutique
from domain.boutique.events import DeliveryArea
from domain.cart.cart import Cart
from domain.cart.refusals import CartIsEmpty
from domain.identity import OrderId, PaymentId, VariantId, derive, spoken
from domain.money import Money
from domain.order.events import CancelReason, OrderLine
from domain.order.order import Order
from domain.order.state import OrderStatus
from domain.payment.payment import Payment
from domain.product.product import Product
from domain.refusal import Refusal
from domain.stock.events import ReleaseReason
from domain.stock.stock import Stock

_SHOPS_OWN = frozenset({CancelReason.OWNER, CancelReason.OUT_OF_STOCK})
_PAID_IN_SHOP = frozenset({OrderStatus.PAID, OrderStatus.PACKED})


class AreaIsUnknown(Refusal):
    """The boutique does not deliver to the place that was named."""


class BoutiqueTakesNoMoney(Refusal):
    """The boutique has not connected an account that money could go to, or is closed."""


class EarlierPromptRings(Refusal):
    """A prompt for her order before this one may still bring its money."""


class PriceHasChanged(Refusal):
    """A piece costs another price than she was told."""


def number_of(order: OrderId) -> str:
    """What people call the order on the phone, such as DK-7F3K9."""
    return f"DK-{spoken(order)}"


def payment_of(order: OrderId) -> PaymentId:
    """The one payment of an order."""
    return PaymentId(derive(order, "payment"))


def place_order(command: PlaceOrder, unit: Unit) -> None:
    """Turn the cart into an order at the prices she was told, and start the prompt: all or nothing.

    It takes the place of an order of hers that she did not pay.
    Raises: CartIsEmpty, PriceHasChanged, AreaIsUnknown, EarlierPromptRings, BoutiqueTakesNoMoney,
    NotEnoughInStock.
    """
    if unit.get(Order, command.order).is_placed:
        return
    lines, area = _lines(command, unit), _area(command, unit)
    _replace_unpaid(command, unit)
    for line in lines:
        _hold(line, command.order, command.pay_until, unit)
    total = sum((line.total for line in lines), Money.zero()) + area.fee
    _record_order(command, lines, area, total, unit)
    _request_money(command, total, unit)
    unit.tell(Cart, cart_of(command.customer), lambda cart: cart.check_out(command.order))


def _replace_unpaid(command: PlaceOrder, unit: Unit) -> None:
    """Give up what she ordered before and did not pay; its pieces are free for the new order at once.

    A page for her card does not ring, and is left behind with its order.
    """
    before = unit.get(Cart, cart_of(command.customer)).last_order
    if before is None or unit.get(Order, before).status is not OrderStatus.AWAITING_PAYMENT:
        return
    live = unit.get(Payment, payment_of(before)).live_attempt
    if live and not live.page:
        raise EarlierPromptRings(f"a prompt for {number_of(before)} is on her phone")
    unit.tell(Order, before, lambda order: order.cancel(CancelReason.REPLACED))
    for line in unit.get(Order, before).lines:
        release_stock(ReleaseStock(line.variant, before, ReleaseReason.CANCELLED), unit)


def _lines(command: PlaceOrder, unit: Unit) -> tuple[OrderLine, ...]:
    items = unit.get(Cart, cart_of(command.customer)).lines
    if not items:
        raise CartIsEmpty("there is nothing to order")
    for item in items:
        if unit.get(Product, item.product).price != item.unit_price:
            raise PriceHasChanged(f"{item.title} was {item.unit_price}")
    return tuple(
        OrderLine(
            variant=item.variant,
            product=item.product,
            title=item.title,
            garment=item.garment,
            size=item.size,
            unit_price=item.agreed,
            quantity=item.quantity,
            list_price=item.unit_price if item.percent else None,
        )
        for item in items
    )


def _area(command: PlaceOrder, unit: Unit) -> DeliveryArea:
    areas = unit.get(Boutique, unit.boutique).areas
    named = next((area for area in areas if area.name == command.address.area), None)
    area = named or area_named(command.address.words, areas)
    if area is None:
        raise AreaIsUnknown(f"no delivery area in {command.address.area or 'the address'}")
    return area


def _hold(line: OrderLine, order: OrderId, until: datetime, unit: Unit) -> None:
    unit.tell(
        Stock,
        line.variant,
        lambda stock: stock.reserve(order=order, quantity=line.quantity, until=until),
    )


def _record_order(
    command: PlaceOrder, lines: tuple[OrderLine, ...], area: DeliveryArea, total: Money, unit: Unit
) -> None:
    remember_address(RememberAddress(command.customer, command.address), unit)
    confirm_paying_number(ConfirmPayingNumber(command.customer, command.paying_number), unit)
    percent = unit.get(Cart, cart_of(command.customer)).percent
    address = unit.seal(command.customer, command.address.model_dump_json())
    phone = unit.seal(command.customer, command.paying_number)
    unit.tell(
        Order,
        command.order,
        lambda order: order.place(
            number=number_of(command.order),
            customer=command.customer,
            conversation=command.conversation,
            lines=lines,
            delivery_area=area.name,
            delivery_fee=area.fee,
            total=total,
            address=address,
            paying_number=phone,
            payment=payment_of(command.order),
            pay_until=command.pay_until,
            discount_percent=percent,
        ),
    )


def _request_money(command: PlaceOrder, total: Money, unit: Unit) -> None:
    boutique = unit.get(Boutique, unit.boutique)
    payee = account_for(boutique, command.paying_number, command.way)
    if payee is None or not boutique.is_open:
        raise BoutiqueTakesNoMoney("connect a paybill or till first")
    phone = unit.seal(command.customer, command.paying_number)
    payment = payment_of(command.order)
    unit.tell(
        Payment,
        payment,
        lambda asked: asked.request(
            order=command.order,
            customer=command.customer,
            amount=total,
            provider=payee.provider,
            shortcode=payee.shortcode,
            is_till=payee.is_till,
            store_number=payee.store_number,
            reference=number_of(command.order),
            paying_number=phone,
        ),
    )
    unit.tell(Payment, payment, lambda asked: asked.start_prompt(paying_number=phone, now=unit.now))


def settle_order(command: SettleOrder, unit: Unit) -> None:
    """The money is there: the order is paid. One given up lives again if its pieces are still there."""
    order = unit.get(Order, command.order)
    if order.is_given_up:
        back = all(unit.get(Stock, line.variant).available >= line.quantity for line in order.lines)
        unit.tell(
            Order,
            command.order,
            lambda late: late.accept_late_money(
                payment=command.payment, amount=command.amount, receipt=command.receipt, stock_is_back=back
            ),
        )
        return
    unit.tell(
        Order,
        command.order,
        lambda due: due.mark_paid(payment=command.payment, amount=command.amount, receipt=command.receipt),
    )


def pack_order(command: PackOrder, unit: Unit) -> None:
    """The pieces are packed."""
    unit.tell(Order, command.order, lambda order: order.pack())


def hand_to_courier(command: HandToCourier, unit: Unit) -> None:
    """The parcel leaves the shop."""
    unit.tell(
        Order,
        command.order,
        lambda order: order.hand_to_courier(
            courier=command.courier, tracking=command.tracking, link=command.link
        ),
    )


def deliver_order(command: DeliverOrder, unit: Unit) -> None:
    """The customer has her parcel."""
    unit.tell(Order, command.order, lambda order: order.deliver())


def cancel_order(command: CancelOrder, unit: Unit) -> None:
    """Give an unpaid order up. Of a paid one that is still in the shop, when the shop gives it up, the money
    falls due and the pieces go back on the shelf.

    Raises: OrderIsPaid when the parcel left, or she herself wants it cancelled.
    """
    order = unit.get(Order, command.order)
    if command.reason in _SHOPS_OWN and order.step in _PAID_IN_SHOP:
        _give_back(order, command, unit)
    else:
        unit.tell(Order, command.order, lambda known: known.cancel(command.reason))


def _give_back(order: Order, command: CancelOrder, unit: Unit) -> None:
    owed = order.paid - order.due
    if not owed.cents:
        return
    unit.tell(Order, command.order, lambda paid: paid.refund_due(amount=owed, reason=command.reason.value))
    for line in order.lines:
        _back_on_shelf(line.variant, order.left_of(line.variant), command.order, unit)


def take_back(command: TakeBack, unit: Unit) -> None:
    """Take pieces of a paid order back and owe her money for them; a click sent twice counts once.

    Raises: OrderIsNotPaid, MoreThanSheHas, NothingIsLeftToSend, RefundIsAbovePaid.
    """
    if unit.repeats(Order, command.order):
        return
    unit.tell(
        Order,
        command.order,
        lambda order: order.take_back(
            pieces=command.pieces, refund=command.refund, reason=command.reason, on_shelf=command.on_shelf
        ),
    )
    for back in command.pieces if command.on_shelf else ():
        _back_on_shelf(back.variant, back.quantity, command.order, unit)


def _back_on_shelf(variant: VariantId, quantity: int, order: OrderId, unit: Unit) -> None:
    if quantity:
        unit.tell(Stock, variant, lambda stock: stock.take_back(order, quantity))


def expire_order(command: ExpireOrder, unit: Unit) -> None:
    """Give up an order that nobody paid in time."""
    unit.tell(Order, command.order, lambda order: order.expire(unit.now))


def note_owner_told(command: NoteOwnerTold, unit: Unit) -> None:
    """The owner's phone took the news."""
    unit.tell(Order, command.order, lambda order: order.owner_told(command.provider_id))
