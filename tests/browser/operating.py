"""Examples for the platform's pages: six boutiques, of which two want a look."""

from datetime import timedelta
from uuid import UUID

from fastapi import APIRouter, HTTPException, Request, Response

from domain.money import Money
from interfaces.http.routes.accounts import SecondFactorCard, SignIn
from interfaces.http.routes.operators import OperatorCard
from interfaces.http.schemas import Amount
from interfaces.http.schemas.insights import Dollars
from interfaces.http.schemas.platform import (
    BoutiqueFigures,
    PlatformCost,
    PlatformCosts,
    PlatformFigures,
    PlatformSums,
    PlatformUptime,
    ProcessUptime,
    WatchedAccount,
    WatchedBoutique,
)
from tests.browser.examples import now
from tests.browser.shelf import example_id, shillings

COOKIE = "stub-operator"
SHOPS = (
    ("Amani Styles", "Nairobi", 64, 212, 0),
    ("Pwani Chic", "Mombasa", 41, 160, 1),
    ("Maridadi", "Nakuru", 23, 118, 0),
    ("Zuri Wear", "Kisumu", 12, 40, 2),
    ("Upendo Fashions", "Eldoret", 3, 21, 0),
    ("Neema Kids", "Thika", 0, 0, 0),
)


def _sums(orders: int, chats: int, shops: int = 1) -> PlatformSums:
    cents = orders * 298_000
    return PlatformSums(
        active=shops,
        chats=chats,
        paid_chats=orders,
        conversion=round(100 * orders / chats, 1) if chats else None,
        orders=orders,
        paid=Amount.of(Money(cents=cents)),
        average=shillings(2_980) if orders else None,
        rated=orders // 3,
        stars=4.6 if orders else None,
        spent=Dollars.of(chats * 2_700),
    )


def _cost(chats: int, kind: str, way: str, about: str, times: int) -> PlatformCost:
    spent = times * chats * 340
    was = Dollars.of(spent * 9 // 10)
    return PlatformCost(
        kind=kind, channel=way, about=about, times=times * chats, cost=Dollars.of(spent), before=was
    )


def _costs(chats: int) -> PlatformCosts:
    lines = (
        ("message", "whatsapp", "service", 4),
        ("model", "whatsapp", "gemini-3.5-flash-lite", 3),
        ("model", "twilio", "gemini-3.5-flash-lite", 1),
        ("message", "twilio", "stated", 1),
        ("model", "whatsapp", "claude-haiku-5-5", 1),
    )
    models = (("model", "", "gemini-3.5-flash-lite", 4), ("model", "", "claude-haiku-5-5", 1))
    ways = (("", "whatsapp", "", 8), ("", "twilio", "", 2))
    models_told, ways_told, told = ([_cost(chats, *row) for row in rows] for rows in (models, ways, lines))
    return PlatformCosts(models=models_told, channels=ways_told, all=told)


def _boutique(name: str, town: str, orders: int, chats: int, troubles: int) -> BoutiqueFigures:
    return BoutiqueFigures(
        boutique=example_id(name),
        title=name,
        town=town,
        open=name != "Neema Kids",
        since=now() - timedelta(days=90),
        monthly=shillings(1_500 + orders * 60),
        sums=_sums(orders, chats),
        troubles=troubles,
    )


def _figures(days: int) -> PlatformFigures:
    orders, chats = sum(shop[2] for shop in SHOPS), sum(shop[3] for shop in SHOPS)
    rows = [_boutique(*shop) for shop in SHOPS]
    return PlatformFigures(
        days=days,
        monthly=shillings(sum(row.monthly.cents for row in rows) // 100),
        costs=_costs(chats),
        boutiques=rows,
        before=_sums(orders - 22, chats - 30, 5),
        **dict(_sums(orders, chats, 5)),
    )


def _account(neighbour: str, ending: str, verdict: str | None, **counts: int) -> WatchedAccount:
    told = {"sent": 0, "failed": 0, "prompted": 0, "succeeded": 0, "unknown": 0} | counts
    return WatchedAccount(
        neighbour=neighbour,
        ending=ending,
        last_in=now() - timedelta(minutes=4),
        last_out=now() - timedelta(minutes=3),
        verdict=verdict,
        checked_at=now() - timedelta(minutes=40) if verdict else None,
        troubled=verdict == "broken",
        **told,
    )


def _outside(boutique: UUID) -> WatchedBoutique:
    for name, town, orders, chats, troubles in SHOPS:
        if example_id(name) == boutique:
            return WatchedBoutique(
                boutique=boutique,
                title=name,
                town=town,
                open=True,
                since=now() - timedelta(days=90),
                stopped=troubles // 2,
                work_failing=0,
                chats_waiting=2,
                counted_at=now(),
                fee=shillings(1_500),
                monthly=shillings(1_500 + orders * 60),
                commission=shillings(orders * 60),
                sums=_sums(orders, chats),
                before=_sums(orders, chats + 9),
                costs=_costs(chats),
                accounts=[
                    _account("whatsapp", "4821", "works", sent=318, failed=1),
                    _account(
                        "mpesa",
                        "0984",
                        "broken" if troubles else "works",
                        prompted=31,
                        succeeded=24,
                        unknown=2,
                    ),
                    _account("twilio", "7700", None, sent=12),
                ],
            )
    raise HTTPException(404)


def answer_operators(router: APIRouter) -> None:
    """Answer the platform's pages from examples; any password and any code open."""

    @router.get("/platform/me")
    def me(request: Request) -> OperatorCard:
        if COOKIE not in request.cookies:
            raise HTTPException(401)
        return OperatorCard(email="neema@dukani.example")

    @router.post("/platform/join/offer")
    def offer() -> SecondFactorCard:
        secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
        return SecondFactorCard(secret=secret, address=f"otpauth://totp/Dukani?secret={secret}")

    @router.post("/platform/sign-in", status_code=204)
    def sign_in(asked: SignIn, response: Response) -> None:
        response.set_cookie(COOKIE, asked.code or "", httponly=True)

    @router.get("/platform/figures")
    def figures(days: int = 30) -> PlatformFigures:
        return _figures(days)

    @router.get("/platform/uptime")
    def uptime(days: int = 30) -> PlatformUptime:
        api = ProcessUptime(process="api", percent=99.98, minutes=43_191, of=43_200, last=now())
        worker = ProcessUptime(process="worker", percent=100, minutes=43_200, of=43_200, last=now())
        return PlatformUptime(days=days, processes=[api, worker])

    @router.get("/platform/boutiques/{boutique}")
    def boutique(boutique: UUID) -> WatchedBoutique:
        return _outside(boutique)
