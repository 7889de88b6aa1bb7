"""Customers as they may be shown: what is sealed is opened here, for the one who looks, and nowhere kept."""

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from application.ports import Vault
from domain.identity import BoutiqueId, CustomerId
from domain.sealed import Sealed
from domain.staff.events import Role
from interfaces.http.schemas import CustomerCard
from interfaces.http.views.masking import initials, masked, reveals
from projections import customer_lists, customers
from projections.customer_lists import AskedCustomers
from projections.customers import CustomerRow
from projections.table import Json

SEARCHED: Final = 2_000
"""Names are sealed, so that a search opens them one by one: those of the customers met last."""

EVERYBODY: Final = AskedCustomers()


def opened(boutique: BoutiqueId, vault: Vault, sealed: Json | None) -> str | None:
    """The text of a sealed value; None where there is none, or its subject was forgotten."""
    return vault.open(boutique, Sealed.model_validate(sealed)) if sealed else None


def cards(
    boutique: BoutiqueId,
    conn: Connection[Any],
    vault: Vault,
    wanted: Iterable[UUID | None],
    role: Role,
    *,
    whole: bool = False,
) -> Mapping[UUID, CustomerCard]:
    """The cards of these customers; one for each, also where nothing is known of her.

    Numbers are masked, unless they are needed `whole`; who only reads gets no number whole, and no name.
    """
    sees = reveals(role)
    ids = {customer for customer in wanted if customer is not None}
    known = customers.known(boutique, conn, list(ids))
    told = {each: _card(boutique, vault, each, known.get(CustomerId(each)), whole and sees) for each in ids}
    return told if sees else {each: _masked(card) for each, card in told.items()}


def _masked(card: CustomerCard) -> CustomerCard:
    return card.model_copy(update={"name": initials(card.name)}) if card.name else card


def _card(
    boutique: BoutiqueId, vault: Vault, customer: UUID, row: CustomerRow | None, whole: bool
) -> CustomerCard:
    if row is None:
        return CustomerCard(id=customer, name=None, phone=None, forgotten=False)
    phone = opened(boutique, vault, row.phone)
    return CustomerCard(
        id=customer,
        name=opened(boutique, vault, row.name) or opened(boutique, vault, row.username),
        phone=masked(phone) if phone and not whole else phone,
        forgotten=row.forgotten_at is not None,
    )


def found(
    boutique: BoutiqueId,
    conn: Connection[Any],
    vault: Vault,
    q: str,
    role: Role,
    among: AskedCustomers = EVERYBODY,
) -> list[CustomerRow]:
    """Who has these words in her name or these digits in her number; nobody for who may see neither."""
    if not reveals(role):
        return []
    words = q.casefold().strip()
    digits = "".join(filter(str.isdigit, q)).removeprefix("0")

    def fits(row: CustomerRow) -> bool:
        names = (opened(boutique, vault, row.name), opened(boutique, vault, row.username))
        if any(words in name.casefold() for name in names if name):
            return True
        phone = opened(boutique, vault, row.phone) if digits else None
        return bool(phone and digits in phone)

    return [row for row in customer_lists.listed(boutique, conn, among, SEARCHED) if fits(row)]
