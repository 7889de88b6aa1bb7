"""The shop's figures."""

from datetime import date
from uuid import UUID

from interfaces.http.schemas.answers import Amount, Answer


class SalesDay(Answer):
    """What was paid on one day in East Africa, and what of sales was given back on it."""

    day: date
    orders: int
    pieces: int
    paid: Amount
    back: Amount


class SalesSum(Answer):
    """What was paid in all, and given back. `average` is that of an order."""

    orders: int
    paid: Amount
    back: Amount
    average: Amount


class Sales(SalesSum):
    """Sales by day, oldest first, days without sales included; `before` is as many days, right before."""

    days: list[SalesDay]
    before: SalesSum


class TopProduct(Answer):
    """A piece by what it sold; `before` is None where it was not among those that sold best."""

    product: UUID
    title: str
    picture: str | None
    pieces: int
    paid: Amount
    before: Amount | None


class TopProducts(Answer):
    """The pieces that sold best."""

    days: int
    products: list[TopProduct]


class TopSize(Answer):
    """A size by what it sold; `before` is None where it was not among those that sold best."""

    size: str
    pieces: int
    paid: Amount
    before: Amount | None


class TopSizes(Answer):
    """The sizes that sold best."""

    days: int
    sizes: list[TopSize]


class FunnelSteps(Answer):
    """How many of the chats that began came how far; whoever came further counts for the steps before."""

    opened: int
    shown: int
    carted: int
    prompted: int
    paid: int


class Funnel(FunnelSteps):
    """From a chat to paid, in the days asked for and in as many before."""

    days: int
    before: FunnelSteps


class StockPiece(Answer):
    """How a piece came and went. `sell_through` is a part of 1; `turnover` how often the shelf was sold.

    `before` is its sell-through in the time before, None where nothing of it could be sold.
    """

    product: UUID
    title: str
    picture: str | None
    began: int
    received: int
    sold: int
    corrected: int
    ended: int
    sell_through: float | None
    turnover: float | None
    before: float | None


class StockTurns(Answer):
    """How pieces came and went, those that sold most first."""

    days: int
    pieces: list[StockPiece]


class MissedWish(Answer):
    """What was asked for in vain, as tags such as "g:dress" for which pages have words, and how often.

    `before` is how often in the time before; None where too much was asked for to tell.
    """

    wanted: list[str]
    times: int
    before: int | None


class MissedWishes(Answer):
    """What people asked for and was not there, most often first."""

    days: int
    wishes: list[MissedWish]


class ResponseTime(Answer):
    """How long customers waited for the first answer. Units: seconds; None where nobody wrote."""

    days: int
    answered: int
    unanswered: int
    median_seconds: float | None
    p90_seconds: float | None
    before_median_seconds: float | None


class HandsSum(Answer):
    """Chats in one's hands, and what came of them."""

    chats: int
    paid_chats: int
    paid: Amount
    replies: int


class BothHands(Answer):
    """Chats that the agent had alone, and those in which a person took part."""

    agent: HandsSum
    people: HandsSum


class AgentAndPeople(BothHands):
    """The same in the days asked for, and in as many before."""

    days: int
    before: BothHands


class BuyersSum(Answer):
    """Orders of new buyers, and of those who came again."""

    new_orders: int
    new_paid: Amount
    again_orders: int
    again_paid: Amount


class CohortRow(Answer):
    """Those who bought first in a month, and how many of them bought in each month since, its own first."""

    first: str
    customers: list[int]


class ReturningBuyers(BuyersSum):
    """Who came again; `cohorts` are of the year that ends with the days asked for."""

    days: int
    before: BuyersSum
    cohorts: list[CohortRow]


class Dollars(Answer):
    """A cost as a figure and as people write it. Units: millionths of a US dollar."""

    micro_usd: int
    text: str

    @classmethod
    def of(cls, micro_usd: int) -> "Dollars":
        """This many. Example: 12400 is "US$ 0.012"."""
        usd = micro_usd / 1_000_000
        return cls(micro_usd=micro_usd, text=f"US$ {usd:,.2f}" if usd >= 1 or not usd else f"US$ {usd:.3f}")


class Cost(Answer):
    """What one kind of work cost. `kind` is model or message; `cost` is None where its price is not known."""

    kind: str
    about: str
    times: int
    cost: Dollars | None


class Costs(Answer):
    """What messages and models cost, in all, for each chat that began, and for each order paid."""

    days: int
    chats: int
    orders: int
    costs: list[Cost]
    total: Dollars
    before_total: Dollars
    per_chat: Dollars | None
    per_order: Dollars | None
    before_per_chat: Dollars | None
    before_per_order: Dollars | None
