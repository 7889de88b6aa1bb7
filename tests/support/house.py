"""A small house in one process: real webhook, PostgreSQL, worker and sandbox, opened in about a second.

Two boutiques are stocked once per session through commands, their pictures seen by the real eye; every house
is a copy of that database with its own port, its own data directory and a clock that can be moved on.
"""

import itertools
import os
import shutil
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import psycopg
import structlog
import uvicorn
from psycopg import sql

from domain.fact import Fact, Recorded
from domain.identity import BoutiqueId
from interfaces.asgi import serve
from interfaces.commands.phone import NoAnswer
from interfaces.composition import House
from interfaces.demo.catalogue import AMANI_STYLES, PWANI_COLLECTION, Boutique
from interfaces.demo.drawing import draw
from interfaces.demo.ids import demo_boutique
from interfaces.demo.seeding import seeding_models, stock_shop
from interfaces.playground import playground, sandbox_settings
from interfaces.postgres.envelope import decode
from interfaces.postgres.projector import Projector
from interfaces.sandbox.store import Row
from interfaces.sandbox.world import PEOPLE, Person, SandboxSettings
from interfaces.settings import Settings
from interfaces.worker import Lanes, run, stopped
from tests.support.exchange import Exchange
from tests.support.phones import StoryPhone as Phone
from tests.support.postgres import TestServer
from tests.support.sandbox_phone import SandboxPhone

PIECES: Final = {
    AMANI_STYLES: "AM-101-GRN AM-102-RED AM-102-NVY AM-103-RED AM-104-BLK AM-106-RED AM-108-BLU AM-304-BLK"
    " AM-408-BLK AM-410-RED",
    PWANI_COLLECTION: "PW-101-ORG PW-102-RED PW-104-RED PW-110-RED PW-201-PRP PW-204-MRN PW-301-BLU"
    " PW-406-BEI",
}
CANARIES: Final = {AMANI_STYLES.profile.slug: "Quorlax", PWANI_COLLECTION.profile.slug: "Zimbrith"}
"""A word that only one boutique's data hold."""

SCARCE: Final = ("AM-408-BLK", "AM-106-RED")
"""These keep the demo's stock; of all others twenty more hang in the shop."""

QUIET: Final = 0.15
STARTS_WITHIN: Final = 20.0
SETTLES_WITHIN: Final = 30.0
PROMPT_LIVES: Final = 40.0


def _small(demo: Boutique) -> Boutique:
    canary = CANARIES[demo.profile.slug]
    pieces = tuple(
        replace(
            piece,
            title=f"{piece.title} ({canary})",
            title_sw=f"{piece.title_sw} ({canary})",
            description=f"{piece.description} {canary}.",
        )
        for piece in demo.pieces
        if piece.sku in PIECES[demo].split()
    )
    profile = replace(demo.profile, street=f"{demo.profile.street}, {canary} House")
    return replace(demo, profile=profile, pieces=pieces)


AMANI, PWANI = _small(AMANI_STYLES), _small(PWANI_COLLECTION)
SHOPS: Final = (AMANI, PWANI)


def id_of(shop: Boutique) -> BoutiqueId:
    """The boutique's id."""
    return demo_boutique(shop.profile)


def account_of(shop: Boutique) -> str:
    """The account of the boutique's WhatsApp number."""
    return shop.profile.whatsapp.phone_number_id


@cache
def photo_of(sku: str) -> bytes:
    """A customer's photo of a piece: smaller and coarser than the catalogue's."""
    piece = next(piece for shop in SHOPS for piece in shop.pieces if piece.sku == sku)
    written = BytesIO()
    picture = draw(piece.drawing)
    picture.resize((picture.width * 3 // 4, picture.height * 3 // 4)).save(written, "JPEG", quality=70)
    return written.getvalue()


class PassingClock:
    """The time of this machine, and whatever a story lets pass on top of it."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Now, as the house takes it to be."""
        return datetime.now(UTC) + self._ahead

    def passes(self, span: timedelta) -> None:
        """Be so much later from now on."""
        self._ahead += span


def people() -> tuple[Person, ...]:
    """The demo's people and many more, so that every story has its own; the last ones hide their numbers."""
    open_ones = [
        Person(f"open-{n}", f"Customer {n}", f"+2547330{n:05d}", shillings=90_000) for n in range(80)
    ]
    shy = [
        Person(
            f"shy-{n}",
            f"Shy {n}",
            f"+2547440{n:05d}",
            username=f"shy.{n}",
            hides_phone=True,
            shillings=90_000,
        )
        for n in range(20)
    ]
    return (*PEOPLE, *open_ones, *shy)


@dataclass
class OpenHouse:
    """The house as a story uses it. Shape: `troubles` are the failures that the worker logged."""

    home: House
    world: SandboxSettings
    clock: PassingClock
    server: TestServer
    database: str
    rows: Callable[..., list[Row]]
    troubles: list[MutableMapping[str, Any]] = field(default_factory=list)
    exchanges: tuple[Exchange, ...] = ()
    _open: Iterator[int] = field(default_factory=itertools.count)
    _shy: Iterator[int] = field(default_factory=itertools.count)

    @property
    def url(self) -> str:
        """Where the house answers."""
        return self.home.settings.own_url

    def customer(self, shop: Boutique = AMANI, *, hides_phone: bool = False) -> Phone:
        """The phone of somebody whom no story has met yet, in her chat with this shop."""
        who = f"shy-{next(self._shy)}" if hides_phone else f"open-{next(self._open)}"
        return self.phone(who, shop)

    def phone(self, person: str, shop: Boutique = AMANI) -> Phone:
        """The phone of this person, in the chat with this shop."""
        who = self.world.person(person)
        assert who, person
        phones = (each.phone(self.url, who, shop) for each in self.exchanges)
        sandbox = SandboxPhone(self.url, self.world, who, account_of(shop))
        phone = next((phone for phone in phones if phone), sandbox)
        wallets = (each.wallet(who) for each in self.exchanges)
        phone.wallet = next((wallet for wallet in wallets if wallet), None)
        return phone

    def number_of(self, phone: Phone) -> str:
        """The phone's own number, E.164."""
        return phone.screen().person.phone

    def time_passes(self, **span: float) -> None:
        """Let time pass at once, as in time_passes(minutes=31)."""
        passed = timedelta(**span)
        self.clock.passes(passed)
        for each in self.exchanges:
            each.time_passes(passed.total_seconds())

    def facts(self, shop: Boutique) -> Sequence[Recorded[Fact]]:
        """The boutique's whole log."""
        return facts_of(self.home, id_of(shop))

    def settles(self) -> None:
        """Wait until nothing is on its way: no delivery, no due work, no fact unseen by a read model."""
        until(self._is_quiet, "the house to become quiet", SETTLES_WITHIN)

    def unsettled(self) -> Sequence[tuple[str, str, str | None]]:
        """Work that is due now or in a moment: kind, key and the last error."""
        with self.home.database.as_follower() as conn:
            return conn.execute(
                "SELECT kind, key, last_error FROM dukani.due_work WHERE due_at <= %s",
                (self.clock.now() + timedelta(seconds=2),),
            ).fetchall()

    def replies_shown(self, shop: Boutique) -> Sequence[str]:
        """The ids of the shop's replies as they came to customers' phones, each time one came."""
        rows = self.rows(
            "SELECT note FROM messages WHERE from_shop AND account = ? AND person <> 'owner'",
            account_of(shop),
        )
        own = [str(row["note"]).partition("/")[0] for row in rows]
        return own + [reply for each in self.exchanges for reply in each.replies_shown(self.home, shop)]

    def _is_quiet(self) -> bool:
        flying = self.rows("SELECT 1 FROM deliveries WHERE due <= ?", time.time() + 3)
        if flying or self.unsettled() or not all(each.is_quiet() for each in self.exchanges):
            return False
        if any(lag.facts for lag in Projector(self.home.database, seeding_models()).lag()):
            return False
        return not self.unsettled()


def facts_of(home: House, boutique: BoutiqueId) -> Sequence[Recorded[Fact]]:
    """A boutique's whole log."""
    with home.database.as_boutique(boutique) as conn:
        rows = conn.execute(
            "SELECT originator_id, originator_version, topic, state, notification_id"
            " FROM dukani.stored_events ORDER BY notification_id"
        ).fetchall()
    return [decode(stream, version, topic, bytes(state), at) for stream, version, topic, state, at in rows]


def until(true: Callable[[], bool], what: str, within: float) -> None:
    """Wait for something, looking again and again. Raises: AssertionError when it does not come about."""
    end = time.monotonic() + within
    while not true():
        assert time.monotonic() < end, f"waited {within:.0f} s in vain for {what}"
        time.sleep(0.02)


def heard_of(phone: Phone, words: str) -> bool:
    """Whether the shop has said these words."""
    return any(words.casefold() in bubble.text.casefold() for bubble in phone.answers())


@contextmanager
def open_house(
    server: TestServer, base: Path, quiet: float = QUIET, exchanges: tuple[Exchange, ...] = ()
) -> Iterator[OpenHouse]:
    """A house over its own copy of the stocked database; closed and gone afterwards.

    Its neighbours are the sandbox's, but for those that are exchanged.
    """
    stocked = stock_once(server, base)
    directory = base / f"house-{os.urandom(4).hex()}"
    shutil.copytree(stocked.pictures, directory / "pictures")
    database = copy_of(server, stocked.database)
    listener = socket.create_server(("127.0.0.1", 0))
    clock, troubles = PassingClock(), list[MutableMapping[str, Any]]()
    changed = {name: value for each in exchanges for name, value in each.settings().items()}
    settings = house_settings(directory, listener.getsockname()[1], quiet, **changed)
    home = House(settings, server.credentials, server.addresses(database), clock)
    world = replace(
        sandbox_settings(home),
        people=people(),
        prompt_lives=PROMPT_LIVES,
        late_callback_after=4.0,
        now=lambda: clock.now().timestamp(),
    )
    played = playground(home, world)
    with _listening(troubles), _serving(home, played, listener), _working(home):
        for each in exchanges:
            each.move_in(home, world.people)
        rows = played.sandbox.store.rows
        yield OpenHouse(home, world, clock, server, database, rows, troubles, exchanges)
    server.drop(database)


@contextmanager
def empty_house(
    server: TestServer, base: Path, connections: int, clock: PassingClock | None = None
) -> Iterator[House]:
    """The same house with nobody in it: no API, no worker, only its commands."""
    database = copy_of(server, stock_once(server, base).database)
    settings = house_settings(base / "empty", 1).model_copy(update={"workers": connections})
    home = House(settings, server.credentials, server.addresses(database), clock or PassingClock())
    try:
        yield home
    finally:
        home.close()
        server.drop(database)


def house_settings(directory: Path, port: int, quiet: float = QUIET, **changed: object) -> Settings:
    """The settings of a small house."""
    own = {"data_dir": directory, "port": port, "sandbox": True, "workers": 4, "quiet_seconds": quiet}
    return Settings.model_validate({**own, **changed})


@dataclass(frozen=True, slots=True)
class Stocked:
    """What every house is copied from."""

    database: str
    pictures: Path


def stock_once(server: TestServer, base: Path) -> Stocked:
    """The stocked database of this session, made at the first call."""
    return _stock(server, base)


@cache
def _stock(server: TestServer, base: Path) -> Stocked:
    database = server.clone()
    home = House(house_settings(base / "stock", 1), server.credentials, server.addresses(database))
    for shop in SHOPS:
        more = Counter(
            {(p.sku, v.size.value): 20 for p in shop.pieces for v in p.variants if p.sku not in SCARCE}
        )
        for _ in stock_shop(home, shop, more):
            pass
    Projector(home.database, seeding_models()).catch_up()
    Lanes(home, stopped()).drain()
    Projector(home.database, seeding_models()).catch_up()
    home.close()
    return Stocked(database, base / "stock" / "pictures")


def copy_of(server: TestServer, template: str) -> str:
    """A copy of a database that nobody uses."""
    name = f"house_{os.getpid()}_{os.urandom(4).hex()}"
    with psycopg.connect(server.admin, autocommit=True) as admin:
        admin.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        )
    return name


@contextmanager
def _serving(home: House, played: Any, listener: socket.socket) -> Iterator[None]:
    config = uvicorn.Config(
        serve(home, played), log_level="warning", access_log=False, ws="none", timeout_graceful_shutdown=3
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([listener],), name="api")
    thread.start()
    try:
        until(lambda: server.started, "the API", STARTS_WITHIN)
        yield
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


@contextmanager
def _working(home: House) -> Iterator[None]:
    stop = threading.Event()
    thread = threading.Thread(target=run, args=(home, stop), name="worker")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


@contextmanager
def _listening(troubles: list[MutableMapping[str, Any]]) -> Iterator[None]:
    """What the worker logs as failed is kept for the invariants."""

    def note(_: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        if method in {"exception", "error", "critical", "warning"}:
            troubles.append(event)
        raise structlog.DropEvent

    before = structlog.get_config()
    structlog.configure(processors=[structlog.processors.format_exc_info, note])
    try:
        yield
    finally:
        structlog.configure(**before)


__all__ = ["AMANI", "CANARIES", "PWANI", "SHOPS", "NoAnswer", "OpenHouse", "Phone", "open_house"]
