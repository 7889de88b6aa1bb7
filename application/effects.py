"""What must be done in the world because a fact was recorded: the one place that says so.

Pure: a fact in, pieces of due work out. Each is named by a key that follows from the fact, so that however
often a fact is read there is one piece of work.
"""

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from application.alerts import SHE_IS_THERE, alert_for
from application.work import Work, WorkKind
from domain.boutique.events import BrainChosen, PaymentAccountConnected, WhatsAppConnected
from domain.calendar import begins, month_of, next_month
from domain.channel import channel_of, states_prices
from domain.conversation.events import (
    WINDOW_CLOSED,
    HandedToPerson,
    NoReplyNeeded,
    NoticeKind,
    NoticeOwed,
    NoticeWithheld,
    ReplyComposed,
    ReplyFailed,
    StaffReplied,
)
from domain.fact import Fact, Recorded
from domain.identity import BoutiqueId, CustomerId, boutique_of, derive, subject_of
from domain.order.events import OrderPaid, OrderPlaced
from domain.payment.events import (
    PromptAccepted,
    PromptStarted,
    PromptUncertain,
    RefundAccepted,
    RefundStarted,
    RefundUncertain,
)
from domain.product.events import ListingRewritten, PhotoAdded, ProductListed
from domain.subscription.events import InvoiceIssued, TermsAgreed

FIRST_QUERY_AFTER: Final = timedelta(seconds=15)
"""A prompt that was taken is asked about when most people have entered their PIN."""

GIVE_UP_AFTER: Final = timedelta(seconds=120)
"""A prompt of which nobody knows is looked at again when the phone has surely stopped ringing."""

FIRST_LOOK_AFTER: Final = timedelta(seconds=30)
"""A refund that was taken is asked about when the neighbour has had time to call back by itself."""

FIRST_PRICES_AFTER: Final = timedelta(hours=1)
"""Twilio prices a message some minutes after it came or went."""

UNTOLD_NEWS: Final = "untold:"
"""Before the order's id: the owner is called because news of it could not be told."""

WORTH_A_CALL: Final = frozenset(
    {
        NoticeKind.ORDER_PAID,
        NoticeKind.ORDER_ON_ITS_WAY,
        NoticeKind.ORDER_CANCELLED,
        NoticeKind.REFUND_DUE,
        NoticeKind.REFUNDED,
    }
)
"""News that a customer should hear from the owner's own phone when WhatsApp lets nobody write."""

CONVERSATION_EFFECTS: Final[tuple[type[Fact], ...]] = (
    ReplyComposed,
    StaffReplied,
    NoticeOwed,
    NoticeWithheld,
    NoReplyNeeded,
    HandedToPerson,
    ReplyFailed,
)
"""Facts of a conversation whose work is done in the lane of its customer, who must be known."""


def work_for(recorded: Recorded[Any], customer: CustomerId | None = None) -> tuple[Work, ...]:
    """What is due because of this fact; nothing for most.

    `customer` is whose conversation it is, for facts of conversations.
    Raises: LookupError when such a fact's customer is not known.
    """
    return (*_work_in_the_world(recorded, customer), *_alert(recorded))


def _alert(recorded: Recorded[Any]) -> tuple[Work, ...]:
    kind = alert_for(recorded.fact)
    if kind is None:
        return ()
    about = subject_of(recorded.originator_id)
    lane, key = derive(about, "alerts"), f"{about}/{recorded.originator_version}"
    return (_work(recorded, WorkKind.ALERT_STAFF, about, lane, key=key, detail=kind),)


def _work_in_the_world(recorded: Recorded[Any], customer: CustomerId | None) -> tuple[Work, ...]:
    about = subject_of(recorded.originator_id)
    match recorded.fact:
        case ReplyComposed() | StaffReplied() as said:
            lane = _known(customer, about)
            if isinstance(said, StaffReplied) and said.provider_id:
                return ()
            return (_work(recorded, WorkKind.SEND_REPLY, said.reply, lane, detail=str(about)),)
        case ReplyFailed(code=code, reply=reply) if code == WINDOW_CLOSED:
            lane = _known(customer, about)
            return (_work(recorded, WorkKind.REPEAT_REPLY, reply, lane, detail=str(about)),)
        case NoticeOwed():
            lane = _known(customer, about)
            return (_work(recorded, WorkKind.TURN, lane, lane),)
        case HandedToPerson() | NoticeWithheld() | NoReplyNeeded() as left:
            why = _why_the_owner_is_called(left)
            return (_call(recorded, about, customer, why),) if why else ()
        case OrderPlaced() as placed:
            return (_work(recorded, WorkKind.EXPIRE_ORDER, about, placed.customer, due=placed.pay_until),)
        case OrderPaid():
            return (_work(recorded, WorkKind.TELL_OWNER, about, about),)
        case WhatsAppConnected(provider=provider, account=account):
            if not states_prices(channel_of(provider)):
                return ()
            due = recorded.at + FIRST_PRICES_AFTER
            return (charges_due(boutique_of(recorded.originator_id), account, due),)
        case _:
            return _work_for_money(recorded, about)


def charges_due(boutique: BoutiqueId, account: str, due: datetime) -> Work:
    """What a number's messages cost is to be read, then and from then on."""
    lane = derive(boutique, "charges", account)
    return Work(boutique, WorkKind.READ_CHARGES, account, lane, due, boutique, account)


def _work_for_money(recorded: Recorded[Any], about: UUID) -> tuple[Work, ...]:
    """What is due because of a payment's fact, in the payment's lane, or of an account of the boutique's."""
    match recorded.fact:
        case PromptStarted() as prompt:
            key = f"{about}/{prompt.attempt}"
            return (
                _work(recorded, WorkKind.PROMPT_PAYMENT, about, about, key=key, detail=str(prompt.attempt)),
            )
        case PromptAccepted() | PromptUncertain() as prompt:
            return (_query(recorded, about, prompt),)
        case RefundStarted(refund=int(number)):
            key = f"{about}/{number}"
            return (_work(recorded, WorkKind.SEND_REFUND, about, about, key=key, detail=str(number)),)
        case PaymentAccountConnected(provider="mpesa", shortcode=shortcode):
            lane = derive(about, "till", shortcode)
            return (_work(recorded, WorkKind.RECONCILE_TILL, about, lane, key=shortcode, detail=shortcode),)
        case TermsAgreed():
            due, lane = begins(next_month(month_of(recorded.at))), derive(about, "subscription")
            return (_work(recorded, WorkKind.CLOSE_MONTHS, about, lane, due=due),)
        case InvoiceIssued(number=number):
            lane = derive(about, "invoices")
            return (_work(recorded, WorkKind.TELL_INVOICE, about, lane, key=number, detail=number),)
        case RefundAccepted() | RefundUncertain() as refund:
            return (_look_for(recorded, about, refund),)
        case _:
            return _to_be_embedded(recorded)


def _query(recorded: Recorded[Any], payment: UUID, prompt: PromptAccepted | PromptUncertain) -> Work:
    """Ask what became of a prompt; a doubtful one may still be accepted, and is then asked about anew."""
    sure = isinstance(prompt, PromptAccepted)
    key = f"{payment}/{prompt.attempt}/{'accepted' if sure else 'uncertain'}"
    due = recorded.at + (FIRST_QUERY_AFTER if sure else GIVE_UP_AFTER)
    return _work(
        recorded, WorkKind.QUERY_PAYMENT, payment, payment, key=key, due=due, detail=str(prompt.attempt)
    )


def _look_for(recorded: Recorded[Any], payment: UUID, refund: RefundAccepted | RefundUncertain) -> Work:
    """Ask what became of a refund; a doubtful one may still be accepted, and is then asked about anew."""
    sure = isinstance(refund, RefundAccepted)
    key = f"{payment}/{refund.refund}/{'accepted' if sure else 'uncertain'}"
    due = recorded.at + FIRST_LOOK_AFTER
    return _work(
        recorded, WorkKind.QUERY_REFUND, payment, payment, key=key, due=due, detail=str(refund.refund)
    )


def _to_be_embedded(recorded: Recorded[Any]) -> tuple[Work, ...]:
    """However much of the catalogue changed, its own model's vectors are one piece of work."""
    if not isinstance(recorded.fact, PhotoAdded | ProductListed | ListingRewritten | BrainChosen):
        return ()
    boutique, as_of = boutique_of(recorded.originator_id), str(recorded.position or 0)
    shelf = _work(recorded, WorkKind.EMBED_SHELF, boutique, boutique, detail=as_of)
    if not isinstance(recorded.fact, PhotoAdded):
        return (shelf,)
    product, picture = subject_of(recorded.originator_id), recorded.fact.picture
    key = f"{product}/{picture}"
    return (_work(recorded, WorkKind.EMBED_PHOTO, product, product, key=key, detail=picture), shelf)


def _why_the_owner_is_called(left: HandedToPerson | NoticeWithheld | NoReplyNeeded) -> str | None:
    match left:
        case HandedToPerson(reason=reason):
            return None if reason in SHE_IS_THERE else reason.value
        case NoticeWithheld(kind=kind, order=order):
            return f"{UNTOLD_NEWS}{order}" if kind in WORTH_A_CALL else None
        case NoReplyNeeded(reason=no_reply):
            return no_reply if no_reply == WINDOW_CLOSED else None


def _call(recorded: Recorded[Any], about: UUID, customer: CustomerId | None, detail: str) -> Work:
    lane, key = _known(customer, about), f"{about}/{recorded.originator_version}"
    return _work(recorded, WorkKind.CALL_OWNER, lane, lane, key=key, detail=detail)


def _known(customer: CustomerId | None, conversation: UUID) -> CustomerId:
    if customer is None:
        raise LookupError(f"whose conversation {conversation} is, is not known")
    return customer


def _work(  # noqa: PLR0913 — the words of a piece of work
    recorded: Recorded[Any],
    kind: WorkKind,
    subject: UUID,
    lane: UUID,
    *,
    key: str | None = None,
    due: datetime | None = None,
    detail: str = "",
) -> Work:
    boutique = boutique_of(recorded.originator_id)
    return Work(
        boutique,
        kind,
        key or str(subject),
        lane,
        due or recorded.at,
        subject,
        detail,
        follows=recorded.cause.correlation,
    )
