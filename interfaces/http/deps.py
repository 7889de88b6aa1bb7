"""What the dashboard's API needs from the rest of the house, in its own words."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Annotated, Any, Protocol
from uuid import UUID

from fastapi import Depends, Request
from psycopg import Connection

from application.commands import TakeBack
from application.exporting import Export
from application.ports import Clock, FactLog, Pictures, Vault
from domain.identity import BoutiqueId, OrderId
from interfaces.cataloguing import Cataloguing
from interfaces.http.alerting import AlertDesk
from interfaces.http.billing import Billing
from interfaces.http.chat_desk import ChatDesk
from interfaces.http.connecting import Connecting, SigningUp, TillTrial
from interfaces.http.customer_desk import CustomerDesk
from interfaces.http.doorkeeping import (
    Doorkeeper,
    PasskeyDoor,
    PasskeyRing,
    PasswordPost,
    StaffRoom,
    TokenDoor,
)
from interfaces.http.importing import ImportDesk
from interfaces.http.late_writing import LateWriting
from interfaces.http.notebook_desk import NotebookDesk
from interfaces.http.owning import Office
from interfaces.money_desk import MoneyDesk
from projections.sales import SalesFigures

Door = Callable[[BoutiqueId], AbstractContextManager[Connection[Any]]]
"""A connection that sees this boutique alone."""

Threshold = Callable[[], AbstractContextManager[Connection[Any]]]
"""A connection that knows no boutique yet, and therefore sees none."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Who takes a parcel, by which code, and where that can be followed."""

    courier: str
    tracking: str | None = None
    link: str | None = None


class OrderDesk(Protocol):
    """The commands by which people of the shop move an order on.

    Each takes the id of its own command, so that a click sent twice happens once. Raises: Refusal.
    """

    def pack(self, boutique: BoutiqueId, order: OrderId, command: UUID) -> None:
        """The pieces are packed."""
        ...

    def hand_to_courier(self, boutique: BoutiqueId, order: OrderId, command: UUID, parcel: Parcel) -> None:
        """The parcel leaves the shop."""
        ...

    def deliver(self, boutique: BoutiqueId, order: OrderId, command: UUID) -> None:
        """The customer has it."""
        ...

    def cancel(self, boutique: BoutiqueId, order: OrderId, command: UUID) -> bool:
        """The shop gives it up. True: it was paid, and its money goes back."""
        ...

    def take_back(self, boutique: BoutiqueId, command: UUID, asked: TakeBack) -> None:
        """Pieces of it come back, or some of its money goes back."""
        ...


class ExportDesk(Protocol):
    """Copies of all that a boutique has."""

    def ask(self, boutique: BoutiqueId) -> Export:
        """Have one made; while one is being made it is that one."""
        ...

    def latest(self, boutique: BoutiqueId) -> Sequence[Export]:
        """The last ones, the latest first."""
        ...

    def file(self, boutique: BoutiqueId, export: UUID) -> FilePath | None:
        """The archive, while it is kept."""
        ...


class OpenRows(Protocol):
    """A boutique's rows, and what opens what is sealed in them."""

    @property
    def door(self) -> Door:
        """A connection that sees this boutique alone."""
        ...

    @property
    def vault(self) -> Vault:
        """The seals."""
        ...


@dataclass(frozen=True, slots=True)
class DashboardDeps:
    """All that the dashboard's routes use. `origins` are the addresses its own page is served from.

    `https` marks the session's cookie as secure; `token_door` is there where an identity provider is chosen,
    `password_post` where a mail server is.
    """

    door: Door
    threshold: Threshold
    log: FactLog
    vault: Vault
    pictures: Pictures
    clock: Clock
    sales: SalesFigures
    desk: OrderDesk
    chats: ChatDesk
    notebook: NotebookDesk
    late: LateWriting
    money: MoneyDesk
    customers: CustomerDesk
    doorkeeper: Doorkeeper
    staff: StaffRoom
    passkeys: PasskeyRing
    passkey_door: PasskeyDoor
    alerts: AlertDesk
    cataloguing: Cataloguing
    imports: ImportDesk
    office: Office
    exports: ExportDesk
    connecting: Connecting
    till_trial: TillTrial
    signing_up: SigningUp
    billing: Billing
    origins: frozenset[str]
    https: bool
    token_door: TokenDoor | None = None
    password_post: PasswordPost | None = None


async def dashboard_deps(request: Request) -> DashboardDeps:
    """What the router was built with."""
    deps: DashboardDeps = request.state.dashboard
    return deps


Deps = Annotated[DashboardDeps, Depends(dashboard_deps)]
