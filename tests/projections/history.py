"""A boutique's life made up from a seed: facts of every kind that a read model takes, believably."""

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from domain.boutique.events import BoutiqueClosed, BoutiqueOpened, BoutiqueReopened, WhatsAppConnected
from domain.cart.events import CartCheckedOut, CartDiscounted, CartItemAdded, CartOpened
from domain.cart.line import agreed_price
from domain.clothing import Colour, Fabric, Garment, Occasion, Pattern, Style
from domain.conversation.events import (
    ConversationOpened,
    HandedToPerson,
    HandOverReason,
    MessageKind,
    MessageReceived,
    NoReplyNeeded,
    NoticeKind,
    NoticeOwed,
    PiecesShown,
    ReplyComposed,
    ReplyDelivered,
    ReplyFailed,
    ReplyPriced,
    ReplyRead,
    ReplySent,
    ReturnedToAgent,
    StaffReplied,
)
from domain.conversation.screen import ShownPiece
from domain.customer.events import (
    CustomerForgotten,
    CustomerMet,
    CustomersMerged,
    IdentifierKind,
    IdentifierLearned,
    LanguageChosen,
    MarketingStopped,
    NameLearned,
    PurchasedPiece,
    PurchaseRemembered,
    PurchaseReturned,
    SizeTold,
)
from domain.fact import Actor, Cause, Fact, Recorded
from domain.identity import (
    BoutiqueId,
    ConversationId,
    CustomerId,
    MessageId,
    OrderId,
    PaymentId,
    PersonId,
    ProductId,
    VariantId,
    stream_of,
)
from domain.language import Language
from domain.money import Money
from domain.order.events import (
    CancelReason,
    OrderCancelled,
    OrderDelivered,
    OrderExpired,
    OrderHandedToCourier,
    OrderLine,
    OrderPacked,
    OrderPaid,
    OrderPlaced,
    OrderRefundDeclined,
    OrderRefunded,
    RefundDue,
)
from domain.payment.events import (
    EvidenceContradicted,
    MoneyReceived,
    MoneyRefunded,
    MoneySource,
    MoneyUnallocated,
    PaymentCancelled,
    PaymentCompleted,
    PaymentRequested,
    PromptAccepted,
    PromptFailed,
    PromptStarted,
    PromptUncertain,
    PromptUnresolved,
    ReceiptLearned,
    RefundAccepted,
    RefundDeclined,
    RefundFailed,
    RefundRequested,
    RefundStarted,
    RefundUncertain,
)
from domain.product.events import (
    Listing,
    ListingRewritten,
    PhotoAdded,
    PriceChanged,
    ProductArchived,
    ProductListed,
    VariantAdded,
)
from domain.sealed import Sealed
from domain.sizes import Size, SizeChart
from domain.staff.events import PersonAdmitted, PersonDismissed, Role
from domain.stock.events import (
    ReleaseReason,
    StockAdjusted,
    StockReceived,
    StockReleased,
    StockReserved,
    StockReturned,
    StockSold,
)
from tests.projections.arrivals import arrival
from tests.projections.bills import agree, bill
from tests.projections.came_back import all_of
from tests.projections.marks import marks
from tests.projections.news import tell_owner
from tests.projections.notebooks import note_down
from tests.projections.thoughts import a_thought, hear_a_verdict

BEGIN = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)
WORDS = ("Amani", "Zawadi", "Malaika", "Nuru", "Pendo", "Safari", "Upendo", "Jua")


class History:
    """Facts with their places in a log of their own. `seal` makes personal values, unreadable by default."""

    def __init__(
        self, boutique: BoutiqueId, seed: int, seal: Callable[[UUID, str], Sealed] | None = None
    ) -> None:
        self.boutique, self.chance = boutique, Random(seed)
        self.facts: list[Recorded[Any]] = []
        self.now = BEGIN
        self.products: dict[ProductId, tuple[Listing, Money, list[tuple[VariantId, Size]]]] = {}
        self.customers: list[CustomerId] = []
        self.conversations: dict[CustomerId, ConversationId] = {}
        self.orders: list[OrderId] = []
        self._versions: dict[str, int] = defaultdict(int)
        self._seal = seal or (lambda subject, _: Sealed(subject=subject, box="AAAA"))
        self._cause = Cause(Actor.AGENT, self.id(), self.id())

    def id(self) -> UUID:
        """A new id that follows from the seed."""
        return UUID(int=self.chance.getrandbits(128), version=4)

    def turn(self, actor: Actor = Actor.AGENT) -> None:
        """What is told from here on has a cause of its own."""
        self._cause = Cause(actor, self.id(), self.id())
        self.now += timedelta(minutes=self.chance.randint(1, 240))

    def tell(self, kind: str, identity: UUID, *facts: Fact) -> None:
        """Put facts at the end of the log."""
        for fact in facts:
            stream = stream_of(self.boutique, kind, identity)
            self._versions[stream] += 1
            self.now += timedelta(seconds=1)
            place = (self._versions[stream], fact, self.now, self._cause, len(self.facts) + 1)
            self.facts.append(Recorded(stream, *place))

    def open_shop(self) -> None:
        """The boutique opens and has a number."""
        self.tell("boutique", self.boutique, BoutiqueOpened(name=f"{self.word()} Boutique", town="Nairobi"))
        account = str((self.chance.randint(10**14, 10**15) + self.boutique.int) % 10**15)
        self.tell(
            "boutique",
            self.boutique,
            WhatsAppConnected(provider="cloud", account=account, display_number="+254700000001"),
        )
        if self.chance.random() < 0.3:
            self.tell("boutique", self.boutique, BoutiqueClosed(reason="holiday"), BoutiqueReopened())

        self.staff_comes_and_goes()

    def staff_comes_and_goes(self) -> None:
        """An owner, a helper who leaves, and an auditor for a while."""
        owner, helper, auditor = (PersonId(self.id()) for _ in range(3))
        self.tell(
            "staff",
            self.boutique,
            PersonAdmitted(person=owner, role=Role.OWNER),
            PersonAdmitted(person=helper, role=Role.STAFF),
            PersonAdmitted(person=auditor, role=Role.AUDITOR, until=self.now + timedelta(days=3)),
            PersonDismissed(person=helper),
        )

    def word(self) -> str:
        """A word for a title."""
        return self.chance.choice(WORDS)

    def listing(self) -> Listing:
        """How some piece is described."""
        garment, colour = self.chance.choice(list(Garment)), self.chance.choice(list(Colour))
        return Listing(
            title=f"{self.word()} {colour.value} {garment.value}",
            title_sw=f"{self.word()} ya {colour.value}",
            description="Soft, cool and easy to wash.",
            garment=garment,
            colours=tuple(self.chance.sample(list(Colour), self.chance.randint(1, 2))),
            pattern=self.chance.choice(list(Pattern)),
            styles=tuple(self.chance.sample(list(Style), 1)),
            occasions=tuple(self.chance.sample(list(Occasion), self.chance.randint(0, 2))),
            fabrics=tuple(self.chance.sample(list(Fabric), self.chance.randint(0, 1))),
        )

    def list_product(self) -> ProductId:
        """A piece with its sizes, pictures and stock."""
        self.turn(Actor.OWNER)
        product, listing = ProductId(self.id()), self.listing()
        price = Money.shillings(self.chance.randint(8, 90) * 50)
        self.tell(
            "product", product, ProductListed(sku=self.sku(), listing=listing, price=price, chart=SizeChart())
        )
        variants = []
        for letter in self.chance.sample(["S", "M", "L", "XL"], self.chance.randint(1, 3)):
            variant, size = VariantId(self.id()), Size.letter(letter)
            variants.append((variant, size))
            self.tell("product", product, VariantAdded(variant=variant, size=size))
            quantity = self.chance.randint(1, 6)
            self.tell("stock", variant, StockReceived(product=product, quantity=quantity))
        for _ in range(self.chance.randint(0, 2)):
            self.tell("product", product, PhotoAdded(picture=f"{self.chance.getrandbits(256):064x}"))
        self.products[product] = (listing, price, variants)
        return product

    def sku(self) -> str:
        """A code for a piece."""
        return f"SK-{self.chance.randint(1000, 9999)}"

    def change_product(self) -> None:
        """Something about a piece changes."""
        product = self.chance.choice(list(self.products))
        listing, price, variants = self.products[product]
        variant = variants[0][0]
        change = self.chance.randrange(5)
        if change == 0:
            price = Money.shillings(self.chance.randint(8, 90) * 50)
            self.tell("product", product, PriceChanged(price=price))
        elif change == 1:
            listing = self.listing()
            self.tell("product", product, ListingRewritten(listing=listing))
        elif change == 2:
            self.tell("product", product, *marks(self.now))
        elif change == 3:
            self.tell("product", product, ProductArchived())
        else:
            self.tell("stock", variant, StockAdjusted(change=2, reason="count"))
        self.products[product] = (listing, price, variants)

    def meet_customer(self) -> CustomerId:
        """A customer writes for the first time."""
        self.turn(Actor.CUSTOMER)
        customer = CustomerId(self.id())
        self.tell("customer", customer, CustomerMet(channel="whatsapp", account="1"))
        phone = self._seal(customer, "+254712345678")
        self.tell("customer", customer, IdentifierLearned(kind=IdentifierKind.PHONE, value=phone))
        self.tell("customer", customer, NameLearned(name=self._seal(customer, self.word())))
        self.tell("customer", customer, LanguageChosen(language=self.chance.choice(list(Language))))
        if self.chance.random() < 0.5:
            garment = self.chance.choice([None, Garment.DRESS])
            told = [SizeTold(garment=garment, size=Size.letter(letter)) for letter in ("M", "L")]
            self.tell("customer", customer, *told)
        if self.chance.random() < 0.1:
            self.tell("customer", customer, MarketingStopped())
        self.customers.append(customer)
        self.open_conversation(customer)
        return customer

    def open_conversation(self, customer: CustomerId) -> ConversationId:
        """A new window of 24 hours."""
        conversation = ConversationId(self.id())
        opened = ConversationOpened(
            customer=customer, channel="whatsapp", account="1", continues=self.conversations.get(customer)
        )
        self.tell("conversation", conversation, opened)
        self.conversations[customer] = conversation
        return conversation

    def chat(self, customer: CustomerId, text: str = "Do you have this dress?") -> None:
        """She writes and is answered, or not."""
        self.turn(Actor.CUSTOMER)
        if self.chance.random() < 0.3:
            self.open_conversation(customer)
        talk = self.conversations[customer]
        messages = [self.write(customer, text) for _ in range(self.chance.randint(1, 2))]
        outcome = self.chance.random()
        if outcome < 0.1:
            self.tell("conversation", talk, NoReplyNeeded(messages=tuple(messages), reason="thanks"))
        elif outcome < 0.2:
            handed = HandedToPerson(reason=HandOverReason.ASKED, messages=tuple(messages))
            body = self._seal(customer, "Karibu! I am Wanjiku.")
            self.tell("conversation", talk, handed, StaffReplied(reply=MessageId(self.id()), body=body))
            if self.chance.random() < 0.5:
                self.tell("conversation", talk, ReturnedToAgent())
        elif outcome < 0.9:
            self.answer(customer, messages)

    def write(self, customer: CustomerId, text: str) -> MessageId:
        """One message of hers."""
        message = MessageId(self.id())
        received = MessageReceived(
            message=message,
            provider_id=f"wamid.{message}",
            kind=MessageKind.TEXT,
            content=self._seal(customer, text),
            picture=None,
            choice=None,
            sent_at=self.now,
        )
        self.tell("conversation", self.conversations[customer], received)
        return message

    def answer(self, customer: CustomerId, messages: list[MessageId]) -> None:
        """The agent shows pieces and answers; the answer comes so far, or not."""
        talk = self.conversations[customer]
        chosen = self.chance.sample(list(self.products), min(3, len(self.products)))
        pieces = tuple(
            ShownPiece(rank=rank, product=product, score=0.5, price=self.products[product][1])
            for rank, product in enumerate(chosen, 1)
        )
        reply = MessageId(self.id())
        composed = ReplyComposed(
            reply=reply,
            answers=tuple(messages),
            body=self._seal(customer, '{"text": "Here they are", "buttons": [{"id": "a", "title": "One"}]}'),
            language=Language.EN,
            intent="search",
            brain="offline-1",
        )
        thought, shown = a_thought(self.chance), PiecesShown(pieces=pieces, by="words")
        self.tell("conversation", talk, thought, shown, composed)
        sent = ReplySent(reply=reply, provider_id=f"wamid.{reply}")
        price = ReplyPriced(reply=reply, account="1063", category="service", billing="regular")
        ways: list[list[Fact]] = [[], [sent], [sent, price, ReplyDelivered(reply=reply)]]
        ways += [[sent, ReplyRead(reply=reply), price, ReplyDelivered(reply=reply)]]
        ways += [[ReplyFailed(reply=reply, code="131047", reason="window closed")]]
        self.tell("conversation", talk, *self.chance.choice(ways))

    def buy(self, customer: CustomerId) -> OrderId:
        """She fills a cart, orders, and pays, or does not."""
        self.turn(Actor.CUSTOMER)
        product = self.chance.choice(list(self.products))
        listing, price, variants = self.products[product]
        variant, size = self.chance.choice(variants)
        quantity = self.chance.randint(1, 2)
        cart, order, payment = self.id(), OrderId(self.id()), PaymentId(self.id())
        percent = 10 if order.int % 4 == 0 else 0
        haggled = (CartDiscounted(percent=percent),) if percent else ()
        hers: dict[str, Any] = {
            "variant": variant,
            "product": product,
            "title": listing.title,
            "garment": listing.garment,
            "size": size,
            "quantity": quantity,
        }
        item = CartItemAdded(**hers, unit_price=price)
        self.tell("cart", cart, CartOpened(customer=customer), item, *haggled, CartCheckedOut(order=order))
        listed = price if percent else None
        line = OrderLine(**hers, unit_price=agreed_price(price, percent), list_price=listed)
        fee = Money.shillings(200)
        total = line.total + fee
        self.tell(
            "order",
            order,
            OrderPlaced(
                number=f"DK-{self.chance.randint(10_000, 99_999)}",
                customer=customer,
                conversation=self.conversations[customer],
                lines=(line,),
                delivery_area="Westlands",
                delivery_fee=fee,
                total=total,
                address=self._seal(customer, "Sarit Centre, gate B"),
                paying_number=self._seal(customer, "+254712345678"),
                payment=payment,
                pay_until=self.now + timedelta(minutes=30),
                discount_percent=percent,
            ),
        )
        held = StockReserved(order=order, quantity=quantity, until=self.now + timedelta(minutes=30))
        self.tell("stock", variant, held)
        asked = PaymentRequested(
            order=order,
            customer=customer,
            amount=total,
            provider="daraja",
            shortcode="600000",
            is_till=False,
            reference="DK",
            paying_number=self._seal(customer, "+254712345678"),
        )
        started = PromptStarted(attempt=1, paying_number=self._seal(customer, "+254712345678"))
        self.tell("payment", payment, asked, started)
        self.orders.append(order)
        self._settle(customer, order, payment, line, total)
        return order

    def _settle(
        self, customer: CustomerId, order: OrderId, payment: PaymentId, line: OrderLine, total: Money
    ) -> None:
        accepted = PromptAccepted(attempt=1, checkout_id=f"ws_{payment}", merchant_request_id="m")
        outcome = self.chance.random()
        if outcome < 0.5:
            self.tell("payment", payment, accepted)
            self.turn(Actor.NEIGHBOUR)
            self._pay(customer, order, payment, line, total)
        elif outcome < 0.65:
            failed = PromptFailed(attempt=1, code="1032", reason="cancelled", source=MoneySource.CALLBACK)
            self.tell("payment", payment, accepted, failed, PaymentCancelled(reason="customer"))
            self.tell("order", order, OrderCancelled(reason=CancelReason.CUSTOMER))
            self._release(order, line, ReleaseReason.CANCELLED)
        elif outcome < 0.8:
            doubtful = [PromptUncertain(attempt=1, reason="timeout"), PromptUnresolved(attempt=1)]
            self.tell("payment", payment, *doubtful)
            self.tell("order", order, OrderExpired())
            self._release(order, line, ReleaseReason.EXPIRED)
            stray = MoneyUnallocated(amount=Money.shillings(50), receipt="QX1", reason="short")
            self.tell("payment", payment, stray)

    def _release(self, order: OrderId, line: OrderLine, reason: ReleaseReason) -> None:
        self.tell("stock", line.variant, StockReleased(order=order, quantity=line.quantity, reason=reason))

    def _pay(
        self, customer: CustomerId, order: OrderId, payment: PaymentId, line: OrderLine, total: Money
    ) -> None:
        receipt = f"Q{self.chance.getrandbits(32):08X}"
        known = receipt if self.chance.random() < 0.7 else None
        received = MoneyReceived(attempt=1, amount=total, receipt=known, source=MoneySource.CALLBACK)
        done = PaymentCompleted(order=order, amount=total, receipt=known)
        self.tell("payment", payment, received, done)
        if known is None:
            self.tell("payment", payment, ReceiptLearned(attempt=1, receipt=receipt))
        if self.chance.random() < 0.1:
            late = EvidenceContradicted(attempt=1, code="1032", reason="cancelled after all")
            self.tell("payment", payment, late)
        self.tell("order", order, OrderPaid(payment=payment, amount=total, receipt=known))
        self.tell("stock", line.variant, StockSold(order=order, quantity=line.quantity))
        bought = PurchasedPiece(product=line.product, garment=line.garment, size=line.size)
        self.tell("customer", customer, PurchaseRemembered(order=order, pieces=(bought,)))
        owed = NoticeOwed(key=f"paid/{order}", kind=NoticeKind.ORDER_PAID, order=order)
        self.tell("conversation", self.conversations[customer], owed)
        self._deliver(customer, order, payment, line, total)

    def _deliver(
        self, customer: CustomerId, order: OrderId, payment: PaymentId, line: OrderLine, total: Money
    ) -> None:
        steps: list[Fact] = [OrderPacked(), OrderHandedToCourier(courier="Boda"), OrderDelivered()]
        self.turn(Actor.STAFF)
        self.tell("order", order, *steps[: self.chance.randint(0, 3)])
        if self.chance.random() < 0.15:
            back = RefundDue(amount=total, reason="torn")
            self.tell("order", order, all_of(line))
            if self.chance.random() < 0.4:
                kept = OrderRefundDeclined(refund=1, amount=total, declined_by="owner", reason="worn")
                self.tell("order", order, back, kept)
            self.tell("order", order, back, OrderRefunded(amount=total, reference="R1"))
            self._refund(payment, total)
            self.tell("stock", line.variant, StockReturned(order=order, quantity=line.quantity))
            self.tell("customer", customer, PurchaseReturned(order=order))

    def _refund(self, payment: PaymentId, total: Money) -> None:
        wished = RefundRequested(refund=1, amount=total, requested_by="staff", reason="torn")
        if self.chance.random() < 0.2:
            self.tell("payment", payment, wished, RefundDeclined(refund=1, declined_by="owner"))
            wished = wished.model_copy(update={"refund": 2})
        of = wished.refund
        steps: list[Fact] = [
            wished,
            RefundStarted(amount=total, approved_by="owner", reason="torn", refund=of),
            self.chance.choice(
                [RefundAccepted(refund=of, reference="AG_1"), RefundUncertain(refund=of, reason="timeout")]
            ),
            RefundFailed(refund=of, code="21", reason="no right to it"),
            MoneyRefunded(amount=total, reference="R1", refund=of),
        ]
        self.tell("payment", payment, *steps[: self.chance.randint(1, 3)], *self.chance.sample(steps[3:], 1))

    def give_back(self) -> None:
        """Money came by hand for an order of long ago, and goes back."""
        payment, total = PaymentId(self.id()), Money.shillings(700)
        asked = PaymentRequested(
            order=OrderId(self.id()),
            customer=self.customers[0],
            amount=total,
            provider="daraja",
            shortcode="600999",
            is_till=False,
            reference="DK-0001",
            paying_number=self._seal(payment, "+254722000111"),
        )
        receipt = f"Q{self.chance.getrandbits(32):08X}"
        came = MoneyReceived(attempt=0, amount=total, receipt=receipt, source=MoneySource.DEPOSIT)
        done = PaymentCompleted(order=asked.order, amount=total, receipt=receipt)
        self.tell("payment", payment, asked, came, done)
        self._refund(payment, total)

    def receive_deposit(self) -> None:
        """Money comes that no prompt brought."""
        deposit = self.id()
        self.tell("deposit", deposit, *arrival(self.chance, lambda text: self._seal(deposit, text)))

    def forget_somebody(self) -> None:
        """One customer is found to be another, and one is forgotten."""
        one, other = self.chance.sample(self.customers, 2)
        self.tell("customer", one, CustomersMerged(other=other))
        self.tell("customer", self.chance.choice(self.customers), CustomerForgotten())


def lived(
    boutique: BoutiqueId,
    seed: int,
    days: int = 12,
    seal: Callable[[UUID, str], Sealed] | None = None,
) -> History:
    """A boutique that has lived for some days."""
    history = History(boutique, seed, seal)
    history.open_shop()
    agree(boutique, history.tell)
    for _ in range(4):
        history.list_product()
    for _ in range(3):
        history.meet_customer()
    for _ in range(days):
        history.turn()
        history.chat(customer := history.chance.choice(history.customers))
        if history.chance.random() < 0.6:
            history.buy(customer)
        if history.chance.random() < 0.4:
            history.change_product()
        if history.chance.random() < 0.2:
            history.list_product()
    history.give_back()
    bill(boutique, history.tell, len(history.facts))
    hear_a_verdict(history.orders, history.tell)
    note_down(boutique, history.customers, history.tell, history._seal)
    tell_owner(boutique, history.tell)
    history.receive_deposit()
    history.forget_somebody()
    return history
