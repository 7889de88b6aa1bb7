"""The stub's figures: a boutique that sells more each week."""

from datetime import date, timedelta

from fastapi import APIRouter

from interfaces.http.schemas import (
    AgentAndPeople,
    BothHands,
    BuyersSum,
    CohortRow,
    Cost,
    Costs,
    Dollars,
    Funnel,
    FunnelSteps,
    HandsSum,
    MissedWish,
    MissedWishes,
    ResponseTime,
    ReturningBuyers,
    Sales,
    SalesDay,
    SalesSum,
    StockPiece,
    StockTurns,
    TopProduct,
    TopProducts,
    TopSize,
    TopSizes,
)
from interfaces.http.schemas.satisfaction import CustomerSatisfaction, StarsSum
from tests.browser.examples import now
from tests.browser.shelf import SHELF, example_id, picture_path, shillings


def sales(days: int, last: date | None = None) -> Sales:
    """What was paid on each day: weekends are better, and shops grow."""
    listed = []
    for back in range(days - 1, -1, -1):
        day = (last or now().date()) - timedelta(days=back)
        orders = (3, 2, 4, 3, 6, 9, 5)[day.weekday()] + (days - back) % 4
        pieces = orders + orders // 3
        paid = shillings(pieces * 2450 + back % 5 * 150)
        listed.append(SalesDay(day=day, orders=orders, pieces=pieces, paid=paid, back=shillings(0)))
    orders, paid_in_all = sum(d.orders for d in listed), sum(d.paid.cents for d in listed) // 100
    return Sales(
        days=listed, orders=orders, paid=shillings(paid_in_all), average=shillings(paid_in_all // orders),
        back=shillings(2_450),
        before=SalesSum(
            orders=orders - 9, paid=shillings(paid_in_all * 7 // 8), back=shillings(0),
            average=shillings(2_980),
        ),
    )  # fmt: skip


def _goods(router: APIRouter) -> None:
    @router.get("/insights/sales")
    def read_sales(days: int = 30, last: date | None = None) -> Sales:
        return sales(days, last)

    @router.get("/insights/top-products")
    def top_products(days: int = 30) -> TopProducts:
        best = [
            TopProduct(product=example_id(p.sku), title=p.title, picture=picture_path(p), pieces=24 - 3 * i,
                       paid=shillings(p.price * (24 - 3 * i)), before=shillings(p.price * (19 - 2 * i)))
            for i, p in enumerate(SHELF[:7])
        ]  # fmt: skip
        return TopProducts(days=days, products=sorted(best, key=lambda top: -top.paid.cents))

    @router.get("/insights/top-sizes")
    def top_sizes(days: int = 30) -> TopSizes:
        sold = (("M", 61, 142_300), ("L", 48, 120_900), ("UK 12", 22, 60_200), ("S", 19, 41_000))
        return TopSizes(
            days=days,
            sizes=[
                TopSize(size=s, pieces=n, paid=shillings(paid), before=shillings(paid * 7 // 8))
                for s, n, paid in sold
            ],
        )

    @router.get("/insights/stock")
    def stock_turns(days: int = 30) -> StockTurns:
        pieces = [
            StockPiece(
                product=example_id(p.sku), title=p.title, picture=picture_path(p), began=18, received=12,
                sold=24 - 4 * i, corrected=0, ended=6 + 4 * i, sell_through=(24 - 4 * i) / 30,
                turnover=(24 - 4 * i) / (12 + 2 * i), before=None if i == 5 else (20 - 3 * i) / 30,
            )
            for i, p in enumerate(SHELF[:6])
        ]  # fmt: skip
        return StockTurns(days=days, pieces=pieces)

    @router.get("/insights/missed")
    def missed(days: int = 30) -> MissedWishes:
        asked = (
            (("g:kaftan", "c:green"), 14),
            (("g:jumpsuit",), 9),
            (("g:dress", "o:wedding", "s:uk 20"), 6),
        )
        return MissedWishes(
            days=days, wishes=[MissedWish(wanted=list(w), times=n, before=n // 2) for w, n in asked]
        )


def _people(router: APIRouter) -> None:
    @router.get("/insights/funnel")
    def funnel(days: int = 30) -> Funnel:
        before = FunnelSteps(opened=430, shown=371, carted=160, prompted=118, paid=92)
        return Funnel(days=days, opened=498, shown=412, carted=187, prompted=131, paid=109, before=before)

    @router.get("/insights/response-time")
    def response_time(days: int = 30) -> ResponseTime:
        return ResponseTime(
            days=days, answered=395, unanswered=4, median_seconds=3.2, p90_seconds=8.9,
            before_median_seconds=4.1,
        )  # fmt: skip

    @router.get("/insights/hands")
    def hands(days: int = 30) -> AgentAndPeople:
        return AgentAndPeople(
            days=days, agent=HandsSum(chats=441, paid_chats=98, paid=shillings(318_400), replies=1_320),
            people=HandsSum(chats=57, paid_chats=11, paid=shillings(46_100), replies=164),
            before=BothHands(
                agent=HandsSum(chats=371, paid_chats=79, paid=shillings(255_000), replies=1_100),
                people=HandsSum(chats=59, paid_chats=13, paid=shillings(49_900), replies=171),
            ),
        )  # fmt: skip

    @router.get("/insights/satisfaction")
    def satisfaction() -> CustomerSatisfaction:
        before = StarsSum(delivered=70, rated=31, stars=[1, 1, 4, 10, 15], average=4.19, happy_percent=81)
        return CustomerSatisfaction(
            delivered=102, rated=58, stars=[1, 2, 5, 18, 32], average=4.34, happy_percent=86, before=before
        )

    @router.get("/insights/buyers")
    def buyers(days: int = 30) -> ReturningBuyers:
        before = BuyersSum(
            new_orders=66, new_paid=shillings(210_000), again_orders=26, again_paid=shillings(84_000)
        )
        return ReturningBuyers(
            days=days, new_orders=70, new_paid=shillings(224_000), again_orders=39,
            again_paid=shillings(140_500), before=before,
            cohorts=[CohortRow(first="2026-09", customers=[52, 14, 9]),
                     CohortRow(first="2026-10", customers=[61, 17]),
                     CohortRow(first="2026-11", customers=[70])],
        )  # fmt: skip

    @router.get("/insights/costs")
    def costs(days: int = 30) -> Costs:
        told = [
            Cost(kind="message", about="service", times=1_484, cost=Dollars.of(1_936_000)),
            Cost(kind="message", about="utility", times=120, cost=Dollars.of(480_000)),
            Cost(kind="message", about="stated", times=64, cost=Dollars.of(320_000)),
            Cost(kind="model", about="gemini-3.5-flash-lite", times=912, cost=Dollars.of(341_000)),
        ]
        return Costs(
            days=days, chats=498, orders=109, costs=told, total=Dollars.of(3_077_000),
            before_total=Dollars.of(2_310_000), per_chat=Dollars.of(6_179), per_order=Dollars.of(28_229),
            before_per_chat=Dollars.of(5_372), before_per_order=Dollars.of(25_109),
        )  # fmt: skip


def answer_figures(router: APIRouter) -> None:
    """Answer every question to the figures from examples."""
    _goods(router)
    _people(router)
