"""What costs something, of the facts that the figures count: models asked, and messages that were billed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from domain.charges.events import MessagesCharged
from domain.conversation.events import ModelAnswered, ReplyDelivered, ReplyPriced, ReplyRead
from domain.fact import Recorded
from domain.identity import subject_of
from domain.news.events import NewsDelivered, NewsPriced
from projections.message_costs import BILLED
from projections.sales import day_of
from projections.tallies import BillRow, Tallies

Count = Callable[[Tallies, UUID, datetime, Any], None]
"""Counts a fact of an aggregate, which happened at a time in UTC."""


def news_in(facts: Sequence[object]) -> set[UUID]:
    """The messages to owners of which these facts tell something."""
    read = (each for each in facts if isinstance(each, Recorded))
    return {subject_of(r.originator_id) for r in read if isinstance(r.fact, NewsPriced | NewsDelivered)}


def _thought(tallies: Tallies, chat: UUID, at: datetime, fact: ModelAnswered) -> None:
    """What was known from before cost nothing again. It counts for the channel of its chat."""
    if not fact.use.reused:
        row = tallies.chats.get(chat)
        about = f"{row.channel if row else ''}/{fact.use.model}"
        tallies.add(day_of(at), "model", about, n=1, amount=fact.use.cost_micro_usd)


def _reply_priced(tallies: Tallies, _: UUID, at: datetime, fact: ReplyPriced) -> None:
    _price(tallies, fact.reply, at, fact)


def _news_priced(tallies: Tallies, news: UUID, at: datetime, fact: NewsPriced) -> None:
    _price(tallies, news, at, fact)


def _reply_came(tallies: Tallies, _: UUID, at: datetime, fact: ReplyDelivered | ReplyRead) -> None:
    _deliver(tallies, fact.reply, at)


def _news_came(tallies: Tallies, news: UUID, at: datetime, _: NewsDelivered) -> None:
    _deliver(tallies, news, at)


def _charged(tallies: Tallies, _: UUID, __: datetime, fact: MessagesCharged) -> None:
    """Prices that a channel states itself stand on the day of the messages, in UTC as it bills them."""
    about = f"{fact.account}/{fact.currency}"
    tallies.add(fact.day, "charged", about, n=fact.messages, amount=fact.micros)


def _price(tallies: Tallies, message: UUID, at: datetime, fact: ReplyPriced | NewsPriced) -> None:
    if fact.billing == BILLED:
        row = tallies.bills.get(message) or BillRow(message)
        row.rate = f"{fact.account}/{fact.category}"
        _bill(tallies, row, at)


def _deliver(tallies: Tallies, message: UUID, at: datetime) -> None:
    row = tallies.bills.get(message) or BillRow(message)
    row.delivered = True
    _bill(tallies, row, at)


def _bill(tallies: Tallies, row: BillRow, at: datetime) -> None:
    """WhatsApp bills what is both priced and delivered, in months of UTC, once."""
    if row.rate and row.delivered and not row.counted:
        row.counted = True
        tallies.add(day_of(at), "message", f"{at:%Y-%m}/{row.rate}", n=1)
    tallies.bills.put(row)


COSTS: Final[Mapping[str, Count]] = {
    ModelAnswered.TOPIC: _thought,
    ReplyPriced.TOPIC: _reply_priced,
    NewsPriced.TOPIC: _news_priced,
    ReplyDelivered.TOPIC: _reply_came,
    ReplyRead.TOPIC: _reply_came,
    NewsDelivered.TOPIC: _news_came,
    MessagesCharged.TOPIC: _charged,
}
