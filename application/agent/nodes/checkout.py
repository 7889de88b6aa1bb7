"""Checkout: where it goes, who pays, and her word that all of it is right."""

from typing import Final

from application.agent.haggling import bargain_over_cart, haggles_over_summary
from application.agent.offering_a_person import person_offered
from application.agent.offers import button, list_offer, reply_id
from application.agent.paying_ways import (
    NETWORK,
    answers_with_a_way,
    asked_again,
    choices,
    way_named,
    way_of,
    which_number,
)
from application.agent.preview import cart_after, cart_lines, prices_of_today
from application.agent.state import Offer, Senses, Turn, TurnState
from application.agent.wording.names import local
from application.agent.wording.phrases import Line, Phrase, line
from application.commands import (
    AskQuestion,
    Command,
    ConfirmPayingNumber,
    HandToPerson,
    PlaceOrder,
    RememberAddress,
    StartPrompt,
)
from application.delivery import DeliveryAddress, area_named
from application.understanding import Intent
from application.ways_to_pay import Way, ways_of
from domain.boutique.events import DeliveryArea
from domain.conversation.events import HandOverReason
from domain.conversation.question import Question
from domain.conversation.reply import Button
from domain.identity import OrderId, derive
from domain.order.state import OrderStatus

_STILL_HERE: Final = frozenset({OrderStatus.AWAITING_PAYMENT, OrderStatus.PAID, OrderStatus.PACKED})


def checkout(state: TurnState, senses: Senses) -> TurnState:
    """Ask for what is missing, then for her word, then order."""
    turn = state["turn"]
    intent, question = turn.understanding.intent, turn.conversation.question
    if question is Question.WHICH_PHONE and not turn.understanding.sure:
        return _ask_phone(turn, line(Phrase.PHONE_UNREADABLE))
    if intent is Intent.DECLINE:
        declined = question is Question.CONFIRM_ORDER
        return TurnState(lines=(line(Phrase.ORDER_NOT_SENT if declined else Phrase.GO_ON_LOOKING),))
    if turn.cart.is_empty or _speaks_of_the_order(turn):
        return _without_cart(turn)
    agrees = intent in {Intent.CONFIRM, Intent.PAY} or answers_with_a_way(turn)
    if agrees and question is Question.CONFIRM_ORDER and not turn.refused:
        return _order(turn, senses)
    return _prepare(turn, senses)


def _prepare(turn: Turn, senses: Senses) -> TurnState:
    address, phone = _address(turn), _phone(turn)
    learned: list[Command] = []
    if address and address != turn.person.address:
        learned.append(RememberAddress(turn.customer_id, address))
    if given := _given_phone(turn):
        learned.append(ConfirmPayingNumber(turn.customer_id, given))
    asking = _missing(turn, address, phone) or _summary(turn, senses, address, phone)
    return TurnState(
        commands=(*learned, *asking["commands"]), lines=asking["lines"], offer=asking.get("offer", Offer())
    )


def _missing(turn: Turn, address: DeliveryAddress | None, phone: str | None) -> TurnState | None:
    if address is None or _wants_other(turn, Intent.GIVE_ADDRESS):
        asked = AskQuestion(turn.conversation_id, Question.WHICH_ADDRESS)
        return TurnState(commands=(asked,), lines=(line(Phrase.WHERE_TO),), offer=Offer(asks_location=True))
    if _area(turn, address) is None:
        return _ask_area(turn)
    if phone is None or _wants_other(turn, Intent.GIVE_PHONE):
        return _ask_phone(turn, which_number(turn))
    return None


def _ask_phone(turn: Turn, asks: Line, subject: str = "") -> TurnState:
    asked = AskQuestion(turn.conversation_id, Question.WHICH_PHONE, subject)
    return TurnState(commands=(asked,), lines=(asks,), offer=Offer(asks_contact=not turn.person.phone))


def _ask_area(turn: Turn) -> TurnState:
    rows = [
        (reply_id(Intent.GIVE_ADDRESS, area.name), area.name, str(area.fee)) for area in turn.boutique.areas
    ]
    asked = AskQuestion(turn.conversation_id, Question.WHICH_ADDRESS, "area")
    offer = list_offer(rows, Phrase.BUTTON_AREAS, turn.language)
    return TurnState(commands=(asked,), lines=(line(Phrase.AREA_UNKNOWN),), offer=offer)


def _summary(turn: Turn, senses: Senses, address: DeliveryAddress | None, phone: str | None) -> TurnState:
    if address is None or (area := _area(turn, address)) is None:
        return _ask_area(turn)
    asked = AskQuestion(turn.conversation_id, Question.CONFIRM_ORDER)
    way = way_of(turn, phone)
    repriced, told = prices_of_today(turn, senses)
    haggled = bargain_over_cart(turn, area.fee) if haggles_over_summary(turn) else None
    settled = (*repriced, *(haggled.commands if haggled else ()))
    cart = cart_after(turn, settled, senses)
    lines = (
        *(haggled.lines if haggled else ()),
        line(Phrase.SUMMARY),
        *cart_lines(cart, turn.language)[1:-1],
        *told,
        line(Phrase.SUMMARY_DELIVERY, area=area.name, fee=area.fee, address=address.words),
        _by_which(way, phone),
        line(Phrase.SUMMARY_TOTAL, total=cart.total + area.fee),
        *_replaced(turn),
        _shall_i(turn, way),
    )
    others = (
        button(Phrase.BUTTON_OTHER_ADDRESS, Intent.GIVE_ADDRESS, turn.language, "other"),
        button(Phrase.BUTTON_OTHER_PHONE, Intent.GIVE_PHONE, turn.language, "other"),
    )
    offer = _offer(turn, way, others)
    return TurnState(commands=(*settled, asked), lines=lines, offer=offer)


def _by_which(way: Way, phone: str | None) -> Line:
    if way is Way.CARD:
        return line(Phrase.SUMMARY_CARD)
    return line(Phrase.SUMMARY_PHONE, phone=local(phone or ""), network=NETWORK[way])


def _shall_i(turn: Turn, way: Way) -> Line:
    if len(ways_of(turn.boutique)) > 1:
        return line(Phrase.WHICH_WAY)
    card = way is Way.CARD
    return line(Phrase.SHALL_I_MAKE_PAGE) if card else line(Phrase.SHALL_I_PROMPT, network=NETWORK[way])


def _offer(turn: Turn, way: Way, others: tuple[Button, ...]) -> Offer:
    """“Pay now” where there is one way; where there are several, each, the one of her number first."""
    if len(ways_of(turn.boutique)) > 1:
        return choices(turn, way, Phrase.BUTTON_PAY, Intent.PAY, others)
    pay = button(Phrase.BUTTON_PAY, Intent.CONFIRM, turn.language, Question.CONFIRM_ORDER.value)
    return Offer(buttons=(pay, *others))


def _replaced(turn: Turn) -> tuple[Line, ...]:
    """Before she gives her word she knows what becomes of the order that she did not pay."""
    order = turn.order
    if order is None or order.status is not OrderStatus.AWAITING_PAYMENT:
        return ()
    values = {"number": order.number, "total": order.total}
    live = turn.payment.live_attempt if turn.payment else None
    if live and not live.page:
        phone = local(turn.person.paying_number or turn.person.phone or "")
        return (line(Phrase.PROMPT_LIVE_FIRST, **values, phone=phone),)
    return (line(Phrase.REPLACES, **values),)


def _order(turn: Turn, senses: Senses) -> TurnState:
    """Her word is given: order, if nothing has gone missing since."""
    address, phone = turn.person.address, turn.person.paying_number or turn.person.phone
    if address is None or phone is None or (area := _area(turn, address)) is None:
        return _prepare(turn, senses)
    if _above_limit(turn, area):
        handed = HandToPerson(turn.conversation_id, HandOverReason.LIMIT)
        return TurnState(commands=(handed,), lines=(line(Phrase.PERSON_COMES, boutique=turn.boutique.name),))
    placed = PlaceOrder(
        order=OrderId(derive(turn.reply_id, "order")),
        customer=turn.customer_id,
        conversation=turn.conversation_id,
        address=address.model_copy(update={"area": area.name}),
        paying_number=phone,
        pay_until=turn.now + turn.pay_within,
        way=way_named(turn),
    )
    return TurnState(commands=(placed,))


def _above_limit(turn: Turn, area: DeliveryArea) -> bool:
    """Whether a person decides about this order. Who gives the chat back to the agent gives it leave."""
    limits = turn.boutique.limits
    if limits is None or turn.conversation.has_leave:
        return False
    return (turn.cart.total + area.fee).cents > limits.order_limit.cents


def _without_cart(turn: Turn) -> TurnState:
    """With nothing in the cart there may still be an order that waits for another number."""
    waits = turn.order and turn.order.status is OrderStatus.AWAITING_PAYMENT
    if waits and turn.order and turn.order.payment and turn.understanding.phone:
        phone = turn.understanding.phone
        way = way_of(turn, phone)
        return TurnState(
            commands=(
                ConfirmPayingNumber(turn.customer_id, phone),
                StartPrompt(turn.order.payment, phone, way),
            ),
            lines=(asked_again(turn.order.total, phone, way),),
        )
    if waits and turn.order and _wants_other(turn, Intent.GIVE_PHONE):
        return _ask_phone(turn, which_number(turn), str(turn.order.payment))
    if turn.understanding.intent is Intent.GIVE_ADDRESS and turn.order and turn.order.status in _STILL_HERE:
        return person_offered(turn, line(Phrase.ADDRESS_OF_ORDER, number=turn.order.number))
    return TurnState(lines=(line(Phrase.CART_EMPTY),))


def _speaks_of_the_order(turn: Turn) -> bool:
    """Another number for the order whose prompt came to nothing, whatever is in the cart since."""
    asked, order = turn.conversation.asked, turn.order
    if asked is None or order is None or order.status is not OrderStatus.AWAITING_PAYMENT:
        return False
    about_it = asked.question in {Question.PAY_AGAIN, Question.WHICH_PHONE}
    return about_it and asked.subject == str(order.payment) and turn.understanding.intent is Intent.GIVE_PHONE


def _address(turn: Turn) -> DeliveryAddress | None:
    """What she gave in this turn, else what is known of her."""
    known, tapped = turn.person.address, _tapped(turn, Intent.GIVE_ADDRESS)
    if tapped and tapped != "other" and known:
        return known.model_copy(update={"area": tapped})
    place = next((m.place for m in reversed(turn.messages) if m.place), None)
    if place:
        words = ", ".join(filter(None, (place.name, place.address))) or "Location pin"
        return DeliveryAddress(words=words[:500], latitude=place.latitude, longitude=place.longitude)
    if turn.understanding.intent is Intent.GIVE_ADDRESS and turn.understanding.address:
        return DeliveryAddress(words=turn.understanding.address[:500])
    return known


def _phone(turn: Turn) -> str | None:
    shared = next((m.contact_phone for m in turn.messages if m.contact_phone), None)
    return _given_phone(turn) or shared or turn.person.paying_number or turn.person.phone


def _given_phone(turn: Turn) -> str | None:
    """The number she gave to pay from. One inside an address is whom the rider calls, and pays nothing."""
    said = turn.understanding
    return None if said.intent is Intent.GIVE_ADDRESS and said.address else said.phone


def _area(turn: Turn, address: DeliveryAddress) -> DeliveryArea | None:
    if address.area:
        return turn.boutique.area_called(address.area)
    return area_named(address.words, turn.boutique.areas)


def _tapped(turn: Turn, intent: Intent) -> str:
    """The subject of a tap of this intent; empty where nothing such was tapped."""
    kind, _, subject = (turn.understanding.selection.reply_id or "").partition(":")
    return subject if kind == intent.value else ""


def _wants_other(turn: Turn, intent: Intent) -> bool:
    """By a tap, or by words such as "another number" that name none."""
    said = turn.understanding
    given = said.phone if intent is Intent.GIVE_PHONE else said.address or any(m.place for m in turn.messages)
    return _tapped(turn, intent) == "other" or (
        said.intent is intent and not given and not _tapped(turn, intent)
    )
