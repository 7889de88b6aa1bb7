"""The platform over the same database as a dashboard, and operators who are signed in to it."""

from collections.abc import Sequence
from uuid import uuid4

import pyotp
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient

from application.ports import Clock
from domain.identity import BoutiqueId
from interfaces.accounts.operator_door import OperatorDoorOf
from interfaces.accounts.operators import Operators, OperatorsRegister
from interfaces.accounts.passwords import Passwords
from interfaces.accounts.second_factor import SecondFactor
from interfaces.accounts.tries import Tries
from interfaces.connections.plan import Connected
from interfaces.findings import Finding, broken, works
from interfaces.http.platform_deps import PlatformDeps
from interfaces.platform.books import PostgresBooks
from interfaces.platform.gauges import Gauges
from interfaces.postgres.database import Database
from projections.platform_sales import PlatformFigures

ORIGIN = "http://testserver"
PASSWORD = "msimamizi wa duka 9"


def platform_over(database: Database, figures: PlatformFigures, clock: Clock) -> PlatformDeps:
    """What the platform's routes are built with, over a database of the tests."""
    passwords = Passwords(PasswordHasher(1, 8, 1))
    door = OperatorDoorOf(Operators(database), passwords, SecondFactor(b"o" * 32), clock, Tries())
    return PlatformDeps(door, PostgresBooks(database), figures, clock, frozenset({ORIGIN}), https=False)


def at_the_door(app: FastAPI) -> TestClient:
    """A browser of somebody whom nobody knows, at an address of her own."""
    where = (f"client-{uuid4()}", 1)
    return TestClient(app, headers={"Origin": ORIGIN}, raise_server_exceptions=False, client=where)


def invited(database: Database, clock: Clock) -> tuple[str, str]:
    """An address of mail, and the token of the invitation that was made for it."""
    email = f"{uuid4().hex[:12]}@dukani.example"
    return email, OperatorsRegister(database._addresses.owner).invite(email, clock.now())


def operator_of(app: FastAPI, database: Database, clock: Clock) -> tuple[TestClient, str, pyotp.TOTP]:
    """An operator who has just joined, her address, and her authenticator app."""
    email, link = invited(database, clock)
    her = at_the_door(app)
    secret = her.post("/api/platform/join/offer", json={"link": link}).json()["secret"]
    told = {"link": link, "password": PASSWORD, "secret": secret}
    code = pyotp.TOTP(secret).at(clock.now())
    assert her.post("/api/platform/join", json={**told, "code": code}).status_code == 204
    return her, email, pyotp.TOTP(secret)


def counted(database: Database, clock: Clock) -> Gauges:
    """Gauges that have counted and checked once: every boutique's number works, and its till does not."""

    def connected(_: BoutiqueId) -> Sequence[Connected]:
        return (
            Connected("whatsapp", "1", "+254700000001"),
            Connected("daraja", "600000", "600000"),
            Connected("brain", "own", "offline"),
        )

    def look(_: BoutiqueId, neighbour: str, account: str) -> Finding:
        return works(neighbour, account) if neighbour == "whatsapp" else broken(neighbour, account, "mend it")

    gauges = Gauges(database, clock, connected, look)
    gauges.once()
    gauges.check()
    return gauges
