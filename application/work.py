"""Due work: what must still be done for a fact, and when.

Turns, sends, prompts, queries and expiries are all rows of one table. A row is written exactly once for its
fact, and worked on in its lane, one at a time.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from domain.identity import BoutiqueId


class WorkKind(StrEnum):
    """What there is to do. A lane is the customer's, except where another is named."""

    TURN = "turn"
    SEND_REPLY = "send-reply"
    REPEAT_REPLY = "repeat-reply"
    """24 hours had passed when it came to WhatsApp."""
    PROMPT_PAYMENT = "prompt-payment"
    """Lane: the payment."""
    WEIGH_EVIDENCE = "weigh-evidence"
    """A callback waits in the inbox. Lane: the payment."""
    QUERY_PAYMENT = "query-payment"
    """Lane: the payment."""
    SEND_REFUND = "send-refund"
    """Lane: the payment; so with the two below."""
    QUERY_REFUND = "query-refund"
    WEIGH_REFUND = "weigh-refund"
    WEIGH_DEPOSIT = "weigh-deposit"
    """Money was told of. Lane: the deposit."""
    RECONCILE_TILL = "reconcile-till"
    """The neighbour's list beside ours, for as long as the account is connected. Lane: the account."""
    READ_CHARGES = "read-charges"
    """What a number's messages cost, for as long as it is connected. Lane: the number's charges."""
    EXPIRE_ORDER = "expire-order"
    TELL_OWNER = "tell-owner"
    """Lane: the order."""
    TELL_INVOICE = "tell-invoice"
    """The boutique was billed. Lane: its invoices."""
    CALL_OWNER = "call-owner"
    """A customer waits for a person."""
    EXPORT_BOUTIQUE = "export-boutique"
    """A copy of all was asked for. Lane: the boutique's exports."""
    ALERT_STAFF = "alert-staff"
    """News for the phones of the people of the shop. Lane: what it is about, for alerts alone."""
    EMBED_PHOTO = "embed-photo"
    """Lane: the product."""
    CHECK_IMPORT = "check-import"
    RUN_IMPORT = "run-import"
    """A list of pieces came in, or was confirmed. Lane: the boutique's imports."""
    CLOSE_MONTHS = "close-months"
    """A month is over, for as long as there is a subscription. Lane: the subscription."""
    EMBED_SHELF = "embed-shelf"
    """What the boutique's model has not embedded yet. Lane: the boutique."""


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work. `key` makes it one: the same kind and key are never two rows.

    Shape: `subject` is the id that the work is about (reply, payment, order, product); `detail` is short
    text such as a picture's name or an attempt's number, never personal; `last_error` is why it is due again;
    `follows` is the correlation of the fact that made it due.
    Units: `due` is UTC.
    """

    boutique: BoutiqueId
    kind: WorkKind
    key: str
    lane: UUID
    due: datetime
    subject: UUID
    detail: str = ""
    attempts: int = 0
    perhaps_done: bool = False
    last_error: str | None = None
    follows: UUID | None = None
