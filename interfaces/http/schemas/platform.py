"""What an operator sees: sums and times of boutiques, and no content."""

from datetime import datetime
from uuid import UUID

from interfaces.http.schemas.answers import Amount, Answer
from interfaces.http.schemas.insights import Dollars


class PlatformSums(Answer):
    """Figures of a period. `active` are boutiques with a chat or a paid order in it.

    `conversion` is the percentage of chats that paid; it, `average` of an order and `stars` are None where
    there was nothing to divide.
    """

    active: int
    chats: int
    paid_chats: int
    conversion: float | None
    orders: int
    paid: Amount
    average: Amount | None
    rated: int
    stars: float | None
    spent: Dollars


class PlatformCost(Answer):
    """What one kind of work cost all boutiques, and in the days before. `kind` is model or message.

    `channel` is the way of the message, or of the chat in which the model was asked. A cost is None where
    its price is not known.
    """

    kind: str
    channel: str
    about: str
    times: int
    cost: Dollars | None
    before: Dollars | None


class PlatformCosts(Answer):
    """What was spent, dearest first: on each model, on each channel, and on each kind of work of both.

    A model's row has no channel, a channel's no kind: it is all that went its way and was thought there.
    """

    models: list[PlatformCost]
    channels: list[PlatformCost]
    all: list[PlatformCost]


class BoutiqueFigures(Answer):
    """A boutique's figures of a period, and whether something there wants a look."""

    boutique: UUID
    title: str
    town: str
    open: bool
    since: datetime | None
    monthly: Amount
    sums: PlatformSums
    troubles: int


class PlatformFigures(PlatformSums):
    """All boutiques together, in the days asked for and in as many before, and each by itself.

    `monthly` is what they pay in a month as things stand: fees, and commission on the last thirty days.
    """

    days: int
    monthly: Amount
    before: PlatformSums
    costs: PlatformCosts
    boutiques: list[BoutiqueFigures]


class ProcessUptime(Answer):
    """How long a process was there. Units: minutes. `percent` is None before it was ever seen."""

    process: str
    percent: float | None
    minutes: int
    of: int
    last: datetime | None


class PlatformUptime(Answer):
    """How long the installation was there."""

    days: int
    processes: list[ProcessUptime]


class WatchedAccount(Answer):
    """A number or a till. `ending` tells two apart; counts are of 24 hours.

    For a number `last_in` and `last_out` are messages, for a till money that came and prompts.
    """

    neighbour: str
    ending: str
    last_in: datetime | None
    last_out: datetime | None
    sent: int
    failed: int
    prompted: int
    succeeded: int
    unknown: int
    verdict: str | None
    checked_at: datetime | None
    troubled: bool


class WatchedBoutique(Answer):
    """A boutique from outside. `stopped` are read models in error, `work_failing` work that keeps failing."""

    boutique: UUID
    title: str
    town: str
    open: bool
    since: datetime | None
    stopped: int
    work_failing: int
    chats_waiting: int
    counted_at: datetime
    monthly: Amount
    fee: Amount
    commission: Amount
    sums: PlatformSums
    before: PlatformSums
    costs: PlatformCosts
    accounts: list[WatchedAccount]
