"""Two boutiques that have lived, and a dashboard over them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient

from application.brain.eye.eye import Eye
from application.commands import TakeBack
from application.execute import Shop
from application.forgetting import Forgetting
from application.offering import Offering
from application.rehearsing import Rehearsal
from application.unit import Units
from domain.identity import BoutiqueId, OrderId, PersonId
from domain.staff.events import Role
from interfaces.accounts.front_door import FrontDoor
from interfaces.accounts.invitations import Invitations
from interfaces.accounts.kept_passkeys import KeptPasskeys
from interfaces.accounts.passkeys import KeyRing, PasskeyEntrance, Site
from interfaces.accounts.passwords import Passwords
from interfaces.accounts.people import People
from interfaces.accounts.second_factor import SecondFactor
from interfaces.accounts.staff_room import StaffRoomOf
from interfaces.accounts.tries import Tries
from interfaces.alerting import Alerting
from interfaces.cataloguing import Cataloguing
from interfaces.chat_desk import ShopChatDesk
from interfaces.connections.desk import ConnectionDesk
from interfaces.connections.signup import NumberSignup
from interfaces.connections.trial import PromptedTrial
from interfaces.customer_desk import ShopCustomerDesk
from interfaces.duckdb.figures import DuckFigures
from interfaces.duckdb.figures_file import FiguresFile
from interfaces.duckdb.follower import FiguresFollower
from interfaces.duckdb.log_pages import LogPages
from interfaces.exporting.exports import Exports
from interfaces.http.billing import Billing
from interfaces.http.dashboard import dashboard_router
from interfaces.http.deps import DashboardDeps, Parcel
from interfaces.http.platform import platform_router
from interfaces.http.problems import answer_problems
from interfaces.http.sessions import COOKIE, open_session
from interfaces.imports.desk import Imports
from interfaces.imports.lists import PostgresLists
from interfaces.late_writing import ShopLateWriting
from interfaces.money_desk import MoneyDesk
from interfaces.notebook_desk import ShopNotebookDesk
from interfaces.office import ShopOffice
from interfaces.postgres.boutique_credentials import PostgresCredentials
from interfaces.postgres.chain import whole_log
from interfaces.postgres.database import Database
from interfaces.postgres.event_store import PostgresFactLog
from interfaces.postgres.pictures import Folder, StoredPictures
from interfaces.postgres.projector import Projector
from interfaces.postgres.vault import PostgresVault
from interfaces.read_models import read_models
from interfaces.settings import Settings
from interfaces.shelf.shelf import PostgresShelf
from projections.counted_facts import PLACES, TOPICS
from tests.application.test_forgetting import NothingLeft
from tests.interfaces.http.platform import platform_over
from tests.projections.bills import MONTHLY, SHARE
from tests.projections.history import History, lived
from tests.support.clock import FixedClock
from tests.support.memory import MemoryBrains, MemoryEye, MemoryMessenger, MemoryMoney
from tests.support.neighbours import Neighbours, connections_over, neighbours_answering

ORIGIN = "http://testserver"


@dataclass
class NotingDesk:
    """Carries nothing out; what was asked of it can be read."""

    asked: list[tuple[str, BoutiqueId, OrderId, UUID]] = field(default_factory=list)

    def pack(self, boutique: BoutiqueId, order: OrderId, command: UUID) -> None:
        self.asked.append(("pack", boutique, order, command))

    def hand_to_courier(self, boutique: BoutiqueId, order: OrderId, command: UUID, parcel: Parcel) -> None:
        told = f"courier {parcel.courier} {parcel.tracking} {parcel.link}"
        self.asked.append((told, boutique, order, command))

    def deliver(self, boutique: BoutiqueId, order: OrderId, command: UUID) -> None:
        self.asked.append(("deliver", boutique, order, command))

    def cancel(self, boutique: BoutiqueId, order: OrderId, command: UUID) -> bool:
        self.asked.append(("cancel", boutique, order, command))
        return False

    def take_back(self, boutique: BoutiqueId, command: UUID, asked: TakeBack) -> None:
        self.asked.append(("take-back", boutique, asked.order, command))


@dataclass
class Dashboard:
    """A dashboard under test, and what is behind it."""

    app: FastAPI
    deps: DashboardDeps
    database: Database
    shop: Shop
    clock: FixedClock
    desk: NotingDesk
    mine: History
    other: History
    directory: Path
    neighbours: Neighbours
    money: MemoryMoney
    messenger: MemoryMessenger

    def signed_in(
        self, boutique: BoutiqueId | None = None, role: Role = Role.OWNER, person: PersonId | None = None
    ) -> TestClient:
        """A browser of somebody who is signed in, on the dashboard's own page."""
        whose = boutique or self.mine.boutique
        with self.database.as_boutique(whose) as conn:
            token = open_session(whose, conn, role, self.clock.now(), person)
        return TestClient(
            self.app, cookies={COOKIE: token}, headers={"Origin": ORIGIN}, raise_server_exceptions=False
        )

    def catches_up(self) -> None:
        """The read models see all that is recorded."""
        Projector(self.database, read_models()).catch_up()


@pytest.fixture(scope="module")
def neighbours() -> Iterator[Neighbours]:
    """What a boutique can be connected to."""
    with neighbours_answering() as answering:
        yield answering


@pytest.fixture(scope="module")
def dashboard(
    database: Database,
    log: PostgresFactLog,
    vault: PostgresVault,
    tmp_path_factory: pytest.TempPathFactory,
    neighbours: Neighbours,
) -> Iterator[Dashboard]:
    directory = tmp_path_factory.mktemp("dashboard")
    mine, other = (_lived(BoutiqueId(uuid4()), seed, log, vault) for seed in (1, 2))
    Projector(database, read_models()).catch_up()
    file = FiguresFile(directory / "figures.duckdb")
    FiguresFollower(LogPages(database, TOPICS, PLACES), file).catch_up()
    clock, desk = FixedClock(mine.now + timedelta(minutes=1)), NotingDesk()
    money, messenger = MemoryMoney(), MemoryMessenger()
    people, passwords = People(database), Passwords(PasswordHasher(1, 8, 1))
    shop = Shop(Units(log, vault, clock), clock)
    pictures = StoredPictures(database, vault, Folder(directory / "pictures"))

    def opened(boutique: BoutiqueId, role: Role, person: PersonId) -> str:
        with database.as_boutique(boutique) as conn:
            return open_session(boutique, conn, role, clock.now(), person)

    tries, kept, site = Tries(), KeptPasskeys(database), Site("testserver", ORIGIN)
    invitations = Invitations(database.as_boutique)
    doorkeeper = FrontDoor(people, passwords, SecondFactor(b"k" * 32), shop, opened, tries, invitations)
    brains = MemoryBrains(MemoryEye())
    rehearsal = Rehearsal(log, vault, clock, brains, PostgresShelf(database, clock), pictures)
    connections = connections_over(neighbours, shop, PostgresCredentials(database, vault), database)
    deps = DashboardDeps(
        door=database.as_boutique,
        threshold=database.as_ingress,
        log=log,
        vault=vault,
        pictures=pictures,
        clock=clock,
        sales=DuckFigures(file),
        desk=desk,
        notebook=ShopNotebookDesk(shop),
        late=ShopLateWriting(shop, messenger, messenger),
        chats=ShopChatDesk(shop, pictures, Offering(shop, PostgresShelf(database, clock))),
        money=MoneyDesk(shop),
        customers=ShopCustomerDesk(shop, Forgetting(shop, vault, NothingLeft()), whole_log(database)),
        doorkeeper=doorkeeper,
        staff=StaffRoomOf(people, passwords, shop, database.as_boutique),
        passkeys=KeyRing(kept, site, clock.now),
        passkey_door=PasskeyEntrance(kept, site, clock.now, tries, doorkeeper.place_of, opened),
        alerts=Alerting(Settings(sandbox=True), database, clock, lambda purpose: purpose.encode()),
        cataloguing=Cataloguing(shop, pictures, Eye()),
        imports=Imports(PostgresLists(database), pictures, clock),
        exports=Exports(database, vault, pictures, directory / "exports", clock.now),
        office=ShopOffice(shop, log, rehearsal),
        connecting=ConnectionDesk(connections, shop),
        signing_up=NumberSignup(None, b"secret"),
        till_trial=PromptedTrial(connections, shop, money, lambda _b, payment, _a: payment.hex),
        billing=Billing((SHARE, MONTHLY), "522533"),
        origins=frozenset({ORIGIN}),
        https=False,
    )
    app = FastAPI()
    answer_problems(app)
    app.include_router(dashboard_router(deps))
    app.include_router(platform_router(platform_over(database, DuckFigures(file), clock)))
    behind = (database, shop, clock, desk, mine, other, directory, neighbours, money, messenger)
    yield Dashboard(app, deps, *behind)
    file.close()


def _lived(boutique: BoutiqueId, seed: int, log: PostgresFactLog, vault: PostgresVault) -> History:
    history = lived(boutique, seed, days=25, seal=lambda subject, text: vault.seal(boutique, subject, text))
    log.append(history.facts)
    return history
