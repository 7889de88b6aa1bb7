"""What WhatsApp's messages cost in a period: each number's first ones of a month are free."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from projections.message_costs import MonthOfMessages
from projections.sales import Period, Spend

DOLLARS: Final = "USD"
STATED: Final = "stated"
"""What messages are called whose price their channel states itself, without saying what kind they were."""


def stated(rows: Iterable[tuple[str, int, int]]) -> Sequence[Spend]:
    """What messages cost by their channel's word. Shape: rows are account/currency, how many, millionths."""
    times: dict[str, int] = defaultdict(int)
    costs: dict[str, int | None] = defaultdict(int)
    for about, n, micros in rows:
        currency = about.rpartition("/")[2]
        kind = STATED if currency == DOLLARS else f"{STATED} {currency}"
        times[kind] += n
        known = costs[kind]
        costs[kind] = known + micros if known is not None and currency == DOLLARS else None
    return [Spend("message", kind, times[kind], costs[kind]) for kind in sorted(times) if times[kind]]


def channel_and_model(about: str) -> tuple[str, str]:
    """What a model's sum is about: a name may hold a stroke itself. Example: "whatsapp/models/flash"."""
    channel, _, model = about.partition("/")
    return channel, model


def thought(rows: Iterable[tuple[str, int, int]]) -> Sequence[Spend]:
    """What models cost, over whichever channel. Shape: rows are channel/model, how often, millionths."""
    times: dict[str, int] = defaultdict(int)
    costs: dict[str, int] = defaultdict(int)
    for about, n, micros in rows:
        _, model = channel_and_model(about)
        times[model] += n
        costs[model] += micros
    return [Spend("model", model, times[model], costs[model]) for model in sorted(times)]


def months_begun(period: Period) -> date:
    """Since when messages must be counted to know which of the period's are free."""
    return period.first.replace(day=1) - timedelta(days=1)


def spent(rows: Iterable[tuple[str, int, int]]) -> Sequence[Spend]:
    """What messages cost, by category. Shape: rows are month/account/category, n before, n in all."""
    times: dict[str, int] = defaultdict(int)
    costs: dict[str, int | None] = defaultdict(int)
    for about, before, in_all in rows:
        month, account, category = about.split("/", 2)
        until, since = (_cost(month, account, category, n) for n in (in_all, before))
        known = costs[category]
        times[category] += in_all - before
        costs[category] = None if until is None or since is None or known is None else known + until - since
    return [
        Spend("message", category, times[category], costs[category])
        for category in sorted(times)
        if times[category]
    ]


def _cost(month: str, account: str, category: str, billed: int) -> int | None:
    return MonthOfMessages(account, date.fromisoformat(f"{month}-01"), category, billed, billed).cost
