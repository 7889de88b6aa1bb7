"""The customers of a boutique, as far as a list needs them; what is personal stays sealed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection

from domain.customer.events import (
    CustomerForgotten,
    CustomerMet,
    CustomersMerged,
    ErasureRequested,
    IdentifierKind,
    IdentifierLearned,
    LanguageChosen,
    MarketingAllowed,
    MarketingStopped,
    NameLearned,
    PurchaseRemembered,
    PurchaseReturned,
)
from domain.fact import Recorded
from domain.identity import BoutiqueId, CustomerId
from projections.fold import Fold, fold_streams
from projections.table import Json, Table


@dataclass(slots=True)
class CustomerRow:
    """One customer. `marketing` is None until she said something about it."""

    customer: UUID
    channel: str = ""
    account: str = ""
    met_at: datetime | None = None
    name: Json | None = None
    phone: Json | None = None
    bsuid: Json | None = None
    username: Json | None = None
    language: str | None = None
    marketing: bool | None = None
    purchases: int = 0
    pieces_bought: int = 0
    erasure_requested_at: datetime | None = None
    forgotten_at: datetime | None = None
    merged_from: list[UUID] | None = None
    version: int = 0


CUSTOMERS: Final = Table("customers", CustomerRow, key=("customer",))
_fold = Fold[CustomerRow]()


@_fold.on(CustomerMet)
def _met(row: CustomerRow, fact: CustomerMet, at: Recorded[Any]) -> None:
    row.channel, row.account, row.met_at = fact.channel, fact.account, at.at


@_fold.on(IdentifierLearned)
def _identifier(row: CustomerRow, fact: IdentifierLearned, _: Recorded[Any]) -> None:
    sealed: Json = fact.value.model_dump(mode="json")
    match fact.kind:
        case IdentifierKind.PHONE:
            row.phone = sealed
        case IdentifierKind.BSUID:
            row.bsuid = sealed
        case IdentifierKind.USERNAME:
            row.username = sealed


@_fold.on(NameLearned)
def _name(row: CustomerRow, fact: NameLearned, _: Recorded[Any]) -> None:
    row.name = fact.name.model_dump(mode="json")


@_fold.on(LanguageChosen)
def _language(row: CustomerRow, fact: LanguageChosen, _: Recorded[Any]) -> None:
    row.language = fact.language.value


@_fold.on(PurchaseRemembered)
def _purchase(row: CustomerRow, fact: PurchaseRemembered, _: Recorded[Any]) -> None:
    row.purchases += 1
    row.pieces_bought += len(fact.pieces)


@_fold.on(PurchaseReturned)
def _returned(row: CustomerRow, fact: PurchaseReturned, _: Recorded[Any]) -> None:
    row.purchases -= not fact.pieces


@_fold.on(MarketingStopped)
def _stopped(row: CustomerRow, _: MarketingStopped, __: Recorded[Any]) -> None:
    row.marketing = False


@_fold.on(MarketingAllowed)
def _allowed(row: CustomerRow, _: MarketingAllowed, __: Recorded[Any]) -> None:
    row.marketing = True


@_fold.on(ErasureRequested)
def _erasure(row: CustomerRow, _: ErasureRequested, at: Recorded[Any]) -> None:
    row.erasure_requested_at = at.at


@_fold.on(CustomerForgotten)
def _forgotten(row: CustomerRow, _: CustomerForgotten, at: Recorded[Any]) -> None:
    row.forgotten_at = at.at
    row.name = row.phone = row.bsuid = row.username = None


@_fold.on(CustomersMerged)
def _merged(row: CustomerRow, fact: CustomersMerged, _: Recorded[Any]) -> None:
    row.merged_from = [*(row.merged_from or []), fact.other]


class Customers:
    """The read model of customers."""

    name: ClassVar[str] = "customers"
    topics: ClassVar[frozenset[str]] = _fold.topics

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        fold_streams(_fold, CUSTOMERS, CustomerRow, conn, boutique, facts)

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget all rows of a boutique, to be built anew."""
        CUSTOMERS.clear(conn, boutique)


def known(
    boutique: BoutiqueId, conn: Connection[Any], customers: Sequence[UUID]
) -> dict[CustomerId, CustomerRow]:
    """These customers, as far as they are this boutique's."""
    return {CustomerId(row.customer): row for row in CUSTOMERS.load(conn, boutique, customers).values()}


def waiting_to_be_forgotten(boutique: BoutiqueId, conn: Connection[Any]) -> list[CustomerRow]:
    """Who asked to be forgotten and is not yet, who has waited longest first."""
    condition = "erasure_requested_at IS NOT NULL AND forgotten_at IS NULL ORDER BY erasure_requested_at"
    return CUSTOMERS.where(conn, boutique, condition, [])


def same_person(boutique: BoutiqueId, conn: Connection[Any], customer: CustomerId) -> list[CustomerRow]:
    """Her record and all that were joined to it, her own first; none where she is not this boutique's."""
    found: dict[UUID, CustomerRow] = {}
    ahead: list[UUID] = [customer]
    while ahead:
        rows = CUSTOMERS.load(conn, boutique, ahead)
        found |= {row.customer: row for row in rows.values()}
        joined = [other for row in rows.values() for other in row.merged_from or []]
        ahead = [other for other in joined if other not in found]
    return list(found.values())
