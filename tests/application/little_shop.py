"""A little shop in memory: the whole of the application between ports that obey, for tests to play in.

Amani sells a red dress, a blue dress and a black skirt; Pwani, next door, sells a red dress of its own.
"""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from application.commands import AddPhoto, AddVariant, Command, ListProduct
from application.conversing import Conversing
from application.effects import CONVERSATION_EFFECTS, work_for
from application.execute import Shop
from application.inbound import DeliveryState, DeliveryStatus, Inbound, Sender, customer_of
from application.ordering import payment_of
from application.outcome import DONE, Later, Outcome
from application.ports import Evidence, EvidenceKind, MediaRef, Messenger, NeighbourFailed
from application.reactors.alert_staff import AlertStaff
from application.reactors.call_owner import CallOwner
from application.reactors.embed_photo import EmbedPhoto
from application.reactors.expire_order import ExpireUnpaidOrder
from application.reactors.prompt_payment import PromptPayment
from application.reactors.query_payment import QueryPayment
from application.reactors.query_refund import QueryRefund
from application.reactors.reconcile_till import ReconcileTill
from application.reactors.repeat_reply import RepeatReply
from application.reactors.send_refund import SendRefund
from application.reactors.send_reply import SendReply
from application.reactors.tell_invoice import TellInvoice
from application.reactors.tell_owner import TellOwner
from application.reactors.weigh_deposit import WeighDeposit
from application.reactors.weigh_evidence import WeighEvidence
from application.reactors.weigh_refund import WeighRefund
from application.refund_enquiry import RefundEnquiry
from application.shopping import cart_of
from application.unit import Units
from application.work import Work, WorkKind
from domain.boutique.boutique import Boutique
from domain.boutique.events import DeliveryArea
from domain.cart.cart import Cart
from domain.channel import Channel
from domain.clothing import Colour, Garment
from domain.conversation.events import ConversationOpened, MessageKind
from domain.conversation.reply import Reply
from domain.fact import A, Actor, Cause, Fact, Facts, Recorded
from domain.identity import (
    BoutiqueId,
    CustomerId,
    MessageId,
    OrderId,
    PaymentId,
    ProductId,
    VariantId,
    subject_of,
)
from domain.language import Language
from domain.order.order import Order
from domain.payment.payment import Payment
from domain.product.events import Listing
from domain.sizes import Measurements, Size, SizeChart, SizeSystem
from tests.domain.pieces import KES, L, M, an_id
from tests.support.clock import FixedClock
from tests.support.memory import (
    MemoryBank,
    MemoryBrains,
    MemoryEye,
    MemoryInbox,
    MemoryLog,
    MemoryMessenger,
    MemoryMoney,
    MemoryPictures,
    MemoryRefunds,
    MemoryShelf,
    MemoryVault,
    MemoryVectors,
)
from tests.support.memory_alerts import MemoryDevices, MemoryPusher

AMANI, PWANI = BoutiqueId(an_id("amani")), BoutiqueId(an_id("pwani"))
ACCOUNTS = {AMANI: "amani-number", PWANI: "pwani-number"}
AREAS = (
    DeliveryArea(name="Westlands", fee=KES(300), words=("sarit",)),
    DeliveryArea(name="Kasarani", fee=KES(400)),
)
CHART = SizeChart(
    rows=((M, Measurements(bust=92, waist=75, hip=100)), (L, Measurements(bust=97, waist=80, hip=105)))
)
ONE_SIZE = Size(system=SizeSystem.ONE, value="one")
RED, BLUE, SKIRT, SCARF = (ProductId(an_id(word)) for word in ("red", "blue", "skirt", "scarf"))
RED_M, RED_L, BLUE_M = (VariantId(an_id(word)) for word in ("red-m", "red-l", "blue-m"))
PHONE = "+254712345678"
SECRET = b"lanes"

React = Callable[[Work, Callable[[], None]], Outcome]
Hanging = tuple[ProductId, Listing, int, tuple[tuple[VariantId, Size, int], ...]]


def put_off(outcome: Outcome) -> Later:
    """The outcome, which must be that the work is to be done later."""
    assert isinstance(outcome, Later)
    return outcome


def a_piece(title: str, title_sw: str, garment: Garment, *colours: Colour) -> Listing:
    """A piece as the shop describes it."""
    return Listing(title=title, title_sw=title_sw, description=title, garment=garment, colours=colours)


STOCK: tuple[Hanging, ...] = (
    (
        RED,
        a_piece("Red wrap dress", "Gauni jekundu", Garment.DRESS, Colour.RED),
        2_500,
        ((RED_M, M, 3), (RED_L, L, 2)),
    ),
    (
        BLUE,
        a_piece("Blue shift dress", "Gauni la bluu", Garment.DRESS, Colour.BLUE),
        3_200,
        ((BLUE_M, M, 1),),
    ),
    (
        SKIRT,
        a_piece("Black skirt", "Sketi nyeusi", Garment.SKIRT, Colour.BLACK),
        1_800,
        ((VariantId(an_id("skirt-m")), M, 4), (VariantId(an_id("skirt-l")), L, 4)),
    ),
    (
        SCARF,
        a_piece("Green scarf", "Skafu ya kijani", Garment.SCARF, Colour.GREEN),
        600,
        ((VariantId(an_id("scarf-one")), ONE_SIZE, 9),),
    ),
)


class LittleShop:
    """Two boutiques, their neighbours in memory, and a worker that does what is due when told to."""

    def __init__(self) -> None:
        self.clock, self.log, self.vault = FixedClock(), MemoryLog(), MemoryVault()
        self.pictures, self.inbox, self.vectors = MemoryPictures(), MemoryInbox(), MemoryVectors()
        self.messenger, self.money, self.refunds = MemoryMessenger(), MemoryMoney(), MemoryRefunds()
        self.carrier: Messenger = self.messenger
        self.bank, self.devices, self.pusher = MemoryBank(), MemoryDevices(), MemoryPusher()
        self.shelf, self.eye = MemoryShelf(self.log), MemoryEye()
        self.brains = MemoryBrains(self.eye)
        self.units = Units(self.log, self.vault, self.clock)
        self.shop = Shop(self.units, self.clock)
        self.conversing = Conversing(
            self.units,
            self.inbox,
            self.carrier,
            self.pictures,
            self.brains,
            self.shelf,
        )
        self.due: list[Work] = []
        self.reasons: list[str] = []
        self.numbers = itertools.count(1)
        self._talks: dict[UUID, CustomerId] = {}
        self.log.hears.append(self._schedule)
        for boutique in (AMANI, PWANI):
            self._open(boutique)
        self.hang(AMANI, STOCK)
        self.hang(PWANI, ((ProductId(an_id("pwani-red")), *STOCK[0][1:3], _own(STOCK[0][3])),))

    def do(self, *commands: Command, boutique: BoutiqueId = AMANI) -> tuple[Recorded[Fact], ...]:
        """Carry commands out for the owner."""
        return self.shop.do(
            boutique, Cause(Actor.OWNER, self.new_id("owner"), self.new_id("owner")), *commands
        )

    def get(self, kind: type[A], identity: UUID, boutique: BoutiqueId = AMANI) -> A:
        """An aggregate as it stands."""
        return self.shop.open(boutique, identity).get(kind, identity)

    def tell(self, kind: type[A], identity: UUID, decide: Callable[[A], Facts]) -> None:
        """Let one aggregate of Amani decide."""
        self.shop.tell(AMANI, self.new_id("told"), kind, identity, decide)

    def new_id(self, word: str) -> UUID:
        """An id that nobody had before."""
        return an_id(f"{word}-{next(self.numbers)}")

    def works(self, *kinds: WorkKind) -> None:
        """Do all that is due now, of these kinds if any are named, until nothing is."""
        while ready := [w for w in self.due if w.due <= self.clock.now() and (not kinds or w.kind in kinds)]:
            self.due.remove(ready[0])
            outcome = self.react(ready[0])
            if isinstance(outcome, Later):
                self.reasons.append(outcome.reason)
                tried = ready[0].attempts + 1
                self.due.append(replace(ready[0], due=outcome.at, attempts=tried, last_error=outcome.reason))

    def react(self, work: Work, begin: Callable[[], None] = lambda: None) -> Outcome:
        """Do one piece of work."""
        return self.reactors()[work.kind](work, begin)

    def reactors(self) -> dict[WorkKind, React]:
        """Who does what."""

        def turn(work: Work, _: Callable[[], None]) -> Outcome:
            self.conversing.turn(work.boutique, CustomerId(work.lane))
            return DONE

        enquiry = RefundEnquiry(self.shop, self.refunds, _token)
        return {
            WorkKind.TURN: turn,
            WorkKind.SEND_REPLY: SendReply(self.shop, self.carrier, self.pictures),
            WorkKind.REPEAT_REPLY: RepeatReply(self.shop, self.carrier),
            WorkKind.PROMPT_PAYMENT: PromptPayment(self.shop, self.money, _token),
            WorkKind.WEIGH_EVIDENCE: WeighEvidence(self.shop, self.inbox, self.money),
            WorkKind.QUERY_PAYMENT: QueryPayment(self.shop, self.money),
            WorkKind.SEND_REFUND: SendRefund(self.shop, self.refunds, _token),
            WorkKind.QUERY_REFUND: QueryRefund(self.clock, enquiry),
            WorkKind.WEIGH_REFUND: WeighRefund(self.shop, self.inbox, enquiry),
            WorkKind.WEIGH_DEPOSIT: WeighDeposit(
                self.shop, self.inbox, self.bank, _token, self.payment_called
            ),
            WorkKind.RECONCILE_TILL: ReconcileTill(self.shop, self.bank, self.payment_called),
            WorkKind.EXPIRE_ORDER: ExpireUnpaidOrder(self.shop),
            WorkKind.TELL_OWNER: TellOwner(self.shop, self.carrier),
            WorkKind.TELL_INVOICE: TellInvoice(self.shop, self.carrier),
            WorkKind.CALL_OWNER: CallOwner(self.shop, self.carrier),
            WorkKind.ALERT_STAFF: AlertStaff(self.shop, self.devices, self.pusher),
            WorkKind.EMBED_PHOTO: EmbedPhoto(self.eye, self.pictures, self.vectors),
            WorkKind.READ_CHARGES: lambda _, __: DONE,
            WorkKind.EMBED_SHELF: lambda _, __: DONE,
        }

    def called_back(
        self,
        evidence: Evidence,
        payment: UUID,
        attempt: int = 1,
        kind: WorkKind = WorkKind.WEIGH_EVIDENCE,
    ) -> Work:
        """A callback came in; the work of weighing it, which is due now."""
        fingerprint = f"callback-{next(self.numbers)}"
        self.inbox.callbacks[fingerprint] = evidence
        work = Work(
            AMANI,
            kind,
            f"{payment}/{fingerprint}",
            payment,
            self.clock.now(),
            payment,
            str(attempt),
        )
        self.due.append(work)
        return work

    def payment_called(self, boutique: BoutiqueId, number: str) -> PaymentId | None:
        """The payment of the order of this number."""
        for payment in self.log.ids(boutique, Payment.KIND):
            asked = self.get(Payment, payment, boutique).asked
            if asked and asked.reference == number:
                return PaymentId(payment)
        return None

    def _schedule(self, recorded: Recorded[Fact]) -> None:
        about = subject_of(recorded.originator_id)
        if isinstance(recorded.fact, ConversationOpened):
            self._talks[about] = recorded.fact.customer
        customer = self._talks.get(about) if isinstance(recorded.fact, CONVERSATION_EFFECTS) else None
        self.due += work_for(recorded, customer)

    def _open(self, boutique: BoutiqueId) -> None:
        unit = self.units.open(boutique, Cause(Actor.OWNER, boutique, boutique))
        name, phone = unit.seal(boutique, "Amina"), unit.seal(boutique, "+254700000001")
        steps: tuple[Callable[[Boutique], Facts], ...] = (
            lambda shop: shop.open(name="Amani Styles" if boutique == AMANI else "Pwani", town="Nairobi"),
            lambda shop: shop.describe(
                street="Biashara Street",
                hours="9-18",
                return_policy="Seven days",
                areas=AREAS,
                languages=(Language.EN, Language.SW),
            ),
            lambda shop: shop.connect_whatsapp(
                provider="meta", account=ACCOUNTS[boutique], display_number="+254700"
            ),
            lambda shop: shop.connect_payment_account(provider="mpesa", shortcode="174379", is_till=False),
            lambda shop: shop.register_owner(name, phone),
            lambda shop: shop.publish_voice(
                agent_name="Zuri", greeting_en="Karibu to Amani!", greeting_sw="Karibu Amani!"
            ),
        )
        for step in steps:
            unit.tell(Boutique, boutique, step)
        unit.commit()

    def hang(self, boutique: BoutiqueId, stock: Sequence[Hanging]) -> None:
        """Hang pieces in a shop, with a picture and what came in of each size."""
        for product, listing, price, variants in stock:
            picture = self.pictures.keep(boutique, f"{listing.garment} {listing.colours[0]}".encode())
            self.do(
                ListProduct(product, listing.title, listing, KES(price), CHART),
                AddPhoto(product, picture),
                *(AddVariant(product, variant, size, count) for variant, size, count in variants),
                boutique=boutique,
            )


@dataclass
class Customer:
    """Somebody with a phone, in the chat with one boutique."""

    little: LittleShop
    name: str = "wanjiku"
    phone: str | None = PHONE
    boutique: BoutiqueId = AMANI

    @property
    def id(self) -> CustomerId:
        """Her id with this boutique."""
        return customer_of(SECRET, self.boutique, "whatsapp", self._sender)

    @property
    def cart(self) -> Cart:
        """Her cart."""
        return self.little.get(Cart, cart_of(self.id), self.boutique)

    @property
    def order_id(self) -> OrderId:
        """Her last order's id."""
        assert self.cart.last_order
        return self.cart.last_order

    @property
    def order(self) -> Order:
        """Her last order."""
        return self.little.get(Order, self.order_id, self.boutique)

    @property
    def payment_id(self) -> PaymentId:
        """The payment of her last order."""
        return payment_of(self.order_id)

    @property
    def payment(self) -> Payment:
        """The payment of her last order."""
        return self.little.get(Payment, self.payment_id, self.boutique)

    @property
    def heard(self) -> list[Reply]:
        """All that the shop sent her."""
        mine = (sent for sent in self.little.messenger.sent if sent.to.bsuid == self._sender.bsuid)
        return [sent.reply for sent in mine]

    def says(self, *texts: str) -> Reply:
        """She writes, and hears the shop's answer."""
        for text in texts:
            self.sends(text=text)
        return self.hears()

    def taps(self, choice: str) -> Reply:
        """She taps a button or a row."""
        self.sends(kind=MessageKind.CHOICE, text="tapped", choice=choice)
        return self.hears()

    def presses(self, place: int = 0) -> Reply:
        """She presses a button of what she heard last; the first one unless said."""
        return self.taps(self.heard[-1].buttons[place].id)

    def shows(self, *photos: bytes | None, words: str | None = None) -> Reply:
        """She sends photos; None is one that WhatsApp cannot give us."""
        for photo in photos:
            media = MediaRef(ACCOUNTS[self.boutique], f"media-{next(self.little.numbers)}", "image/jpeg")
            if photo is None:
                self.little.messenger.troubles.append(NeighbourFailed("meta", "404", "gone", retryable=False))
            else:
                self.little.messenger.media[media.media_id] = photo
            self.sends(kind=MessageKind.PHOTO, text=words, media=media)
        return self.hears()

    def sends(self, kind: MessageKind = MessageKind.TEXT, **parts: Any) -> Inbound:
        """A message of hers is accepted; nothing answers yet."""
        number = next(self.little.numbers)
        sent_at = parts.pop("sent_at", self.little.clock.now())
        message = Inbound(
            message=MessageId(an_id(f"message-{number}")),
            provider_id=f"in-{number}",
            channel=Channel.CLOUD_API,
            account=ACCOUNTS[self.boutique],
            sender=self._sender,
            kind=kind,
            sent_at=sent_at,
            **parts,
        )
        self.little.inbox.items.append((self.boutique, self.id, message))
        return message

    def status(self, reply: UUID | None, state: DeliveryState, **parts: Any) -> None:
        """WhatsApp says how far one of our messages has come."""
        number, at = next(self.little.numbers), self.little.clock.now()
        told = DeliveryStatus(
            f"status-{number}",
            Channel.CLOUD_API,
            ACCOUNTS[self.boutique],
            self._sender,
            state,
            at,
            reply,
            **parts,
        )
        self.little.inbox.items.append((self.boutique, self.id, told))
        self.turn()

    def turn(self) -> None:
        """What waits of her is thought about."""
        self.little.conversing.turn(self.boutique, self.id)

    def hears(self) -> Reply:
        """Her turn is thought about and what is due is done; the last thing she then hears."""
        before = len(self.heard)
        self.turn()
        self.little.works()
        assert len(self.heard) > before, "nobody answered"
        return self.heard[-1]

    def has_ordered(self) -> OrderId:
        """She buys the red dress in M as far as the prompt, which rings."""
        self.says("red dress")
        self.says("1")
        self.taps("tell_size:M")
        self.taps("checkout")
        self.says("Westlands, Sarit Centre, 3rd floor")
        self.presses()
        return self.order_id

    def has_paid(self) -> OrderId:
        """She buys it and enters her PIN."""
        order = self.has_ordered()
        self.pays()
        return order

    def pays(self, attempt: int = 1) -> None:
        """M-Pesa calls back that she paid, and says so when asked."""
        checkout = self.payment.attempts[attempt].checkout_id
        paid = Evidence(
            EvidenceKind.SUCCEEDED, "0", "paid", checkout, "merchant-1", f"RCPT{attempt}", self.order.total
        )
        self.little.money.truths.append(paid)
        self.little.called_back(paid, self.payment_id, attempt)
        self.little.works()

    @property
    def _sender(self) -> Sender:
        return Sender(f"KE.{self.name}", self.phone, profile_name=self.name.title())


def intents(reply: Reply) -> list[str]:
    """What the buttons of a reply mean, without what they are about."""
    return [button.id.partition(":")[0] for button in reply.buttons]


def _token(_: BoutiqueId, payment: PaymentId, attempt: int) -> str:
    return f"token-{payment}-{attempt}"


def _own(variants: Sequence[tuple[VariantId, Size, int]]) -> tuple[tuple[VariantId, Size, int], ...]:
    return tuple((VariantId(an_id(f"pwani-{variant}")), size, count) for variant, size, count in variants)
