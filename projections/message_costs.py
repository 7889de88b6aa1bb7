"""What WhatsApp costs a boutique: its delivered messages by number, month and kind, and their price.

Messages to customers and news to the owner's own phone are billed alike.

Meta bills what was delivered, not what was sent; the first 1,000 service messages of a number are free in
each month. Months are those of UTC.

Units: micro-dollars (a millionth of a US dollar).
Source: Meta's rates for the rest of Africa, Kenya within it, October 2026. They change at a quarter's begin.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection
from psycopg.rows import args_row

from domain.conversation.events import ReplyDelivered, ReplyPriced, ReplyRead
from domain.fact import Recorded
from domain.identity import BoutiqueId, subject_of
from domain.news.events import NewsDelivered, NewsPriced
from projections.fold import Fold
from projections.table import Table

FREE_SERVICE: Final = 1_000
RATES: Final = {"service": 4_000, "utility": 4_000}
"""By category, in micro-dollars; what is not listed is counted, and its cost is not known."""

BILLED: Final = "regular"
"""How Meta calls a message that is not free for a reason of its own."""


@dataclass(slots=True)
class MessageCostRow:
    """A message to a customer or to the owner. It costs something once it is both priced and delivered."""

    reply: UUID
    account: str = ""
    category: str = ""
    billing: str = ""
    delivered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MonthOfMessages:
    """A number's delivered messages of a kind in a month. `cost` is None where the rate is not known."""

    account: str
    month: date
    category: str
    delivered: int
    billed: int

    @property
    def cost(self) -> int | None:
        """What Meta asks for them, in micro-dollars."""
        rate = RATES.get(self.category)
        free = FREE_SERVICE if self.category == "service" else 0
        return None if rate is None else max(0, self.billed - free) * rate


MESSAGE_COSTS: Final = Table("message_costs", MessageCostRow, key=("reply",))
_fold = Fold[MessageCostRow]()


@_fold.on(ReplyPriced)
def _priced(row: MessageCostRow, fact: ReplyPriced, _: Recorded[Any]) -> None:
    _bill(row, fact)


@_fold.on(NewsPriced)
def _news_priced(row: MessageCostRow, fact: NewsPriced, _: Recorded[Any]) -> None:
    _bill(row, fact)


def _bill(row: MessageCostRow, fact: ReplyPriced | NewsPriced) -> None:
    row.account, row.category, row.billing = fact.account, fact.category, fact.billing


@_fold.on(ReplyDelivered)
def _delivered(row: MessageCostRow, _: ReplyDelivered, at: Recorded[Any]) -> None:
    row.delivered_at = row.delivered_at or at.at


@_fold.on(NewsDelivered)
def _news_delivered(row: MessageCostRow, _: NewsDelivered, at: Recorded[Any]) -> None:
    row.delivered_at = row.delivered_at or at.at


@_fold.on(ReplyRead)
def _read(row: MessageCostRow, _: ReplyRead, at: Recorded[Any]) -> None:
    """Whoever reads it has it, also where Meta left out to say that it was delivered."""
    row.delivered_at = row.delivered_at or at.at


def _message_of(recorded: Recorded[Any]) -> UUID:
    """Which message a fact about its price or its delivery is about."""
    if isinstance(recorded.fact, NewsPriced | NewsDelivered):
        return subject_of(recorded.originator_id)
    reply: UUID = recorded.fact.reply
    return reply


class MessageCosts:
    """The read model of what WhatsApp costs."""

    name: ClassVar[str] = "message_costs"
    topics: ClassVar[frozenset[str]] = _fold.topics

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        mine = _fold.known(facts)
        rows = MESSAGE_COSTS.load(conn, boutique, {_message_of(recorded) for recorded in mine})
        for recorded in mine:
            message = _message_of(recorded)
            _fold.take(rows.setdefault(message, MessageCostRow(message)), recorded)
        MESSAGE_COSTS.save(conn, boutique, rows.values())

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget all rows of a boutique, to be built anew."""
        MESSAGE_COSTS.clear(conn, boutique)


_MONTHS: Final = """
    SELECT account, date_trunc('month', delivered_at AT TIME ZONE 'UTC')::date, category,
           count(*), count(*) FILTER (WHERE billing = %s)
      FROM dukani.message_costs
     WHERE boutique_id = %s AND delivered_at IS NOT NULL AND category <> ''
     GROUP BY 1, 2, 3 ORDER BY 2 DESC, 1, 3"""


def months(boutique: BoutiqueId, conn: Connection[Any]) -> list[MonthOfMessages]:
    """What was delivered, the newest month first."""
    return conn.cursor(row_factory=args_row(MonthOfMessages)).execute(_MONTHS, (BILLED, boutique)).fetchall()
