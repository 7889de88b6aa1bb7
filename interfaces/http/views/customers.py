"""Customers as the dashboard shows them: opened for the one who looks, as far as her role may see."""

from datetime import datetime
from typing import Final

from domain.customer.customer import Customer
from domain.customer.events import MarketingAllowed, MarketingStopped
from domain.fact import fold
from domain.identity import BoutiqueId, ConversationId, CustomerId, stream_of
from domain.money import Money
from domain.staff.events import Role
from interfaces.http.cursors import Slice
from interfaces.http.deps import DashboardDeps
from interfaces.http.problems import not_found
from interfaces.http.schemas import Amount
from interfaces.http.schemas.customers import CustomerExport, CustomerProfile, SizeWorn
from interfaces.http.views import inbox, notebook
from interfaces.http.views.masking import reveals
from interfaces.http.views.orders import address_of, listed
from interfaces.http.views.people import cards, opened
from projections import buyers, chats, customers, orders, size_profiles

_SHOWN: Final = 50
_MOST_MESSAGES: Final = 10_000


def profile(boutique: BoutiqueId, deps: DashboardDeps, customer: CustomerId, role: Role) -> CustomerProfile:
    """All that is known of her. Raises: ProblemFound 404 for one who is not this boutique's."""
    with deps.door(boutique) as conn:
        records = customers.same_person(boutique, conn, customer)
        if not records or records[0].met_at is None:
            raise not_found()
        first, ids = records[0], [row.customer for row in records]
        people = cards(boutique, conn, deps.vault, ids, role, whole=True)
        bought = buyers.bought_by(boutique, conn, ids).values()
        placed = orders.of_people(boutique, conn, ids, _SHOWN)
        talks = chats.of_people(boutique, conn, ids)
        sizes = size_profiles.profile(boutique, conn, customer)
        labels = notebook.labels_of(boutique, conn, [first.customer]).get(first.customer, [])
        notes = notebook.notes_of(boutique, deps, conn, ids, role)
    return CustomerProfile(
        customer=people[first.customer],
        language=first.language,
        met_at=records[0].met_at,
        marketing=first.marketing,
        marketing_at=_said_of_offers(boutique, deps, customer),
        address=_address(boutique, deps, customer) if reveals(role) else None,
        sizes=[_size(worn) for worn in sizes],
        labels=labels,
        notes=notes,
        orders=[listed(row, people[first.customer]) for row in placed],
        bought=sum(each.orders for each in bought),
        spent=_amount(sum(each.spent for each in bought)),
        chats=talks,
        joined=[people[each] for each in ids[1:]],
        erasure_requested_at=first.erasure_requested_at,
        forgotten_at=first.forgotten_at,
    )


def export(boutique: BoutiqueId, deps: DashboardDeps, customer: CustomerId, role: Role) -> CustomerExport:
    """Everything of hers that can be read. Raises: ProblemFound 404."""
    whole = profile(boutique, deps, customer, role)
    said = [
        message
        for talk in whole.chats
        for message in inbox.conversation(
            boutique, deps, ConversationId(talk), Slice(_MOST_MESSAGES, None), role
        ).messages
    ]
    return CustomerExport(profile=whole, messages=said)


def records_of(boutique: BoutiqueId, deps: DashboardDeps, customer: CustomerId) -> tuple[CustomerId, ...]:
    """The records that are this person's, her own first. Raises: ProblemFound 404."""
    with deps.door(boutique) as conn:
        records = customers.same_person(boutique, conn, customer)
    if not records:
        raise not_found()
    return tuple(CustomerId(row.customer) for row in records)


def called(boutique: BoutiqueId, deps: DashboardDeps, customer: CustomerId) -> frozenset[str]:
    """What she is called on the page, in small letters: her name, or her number where she has none."""
    with deps.door(boutique) as conn:
        card = cards(boutique, conn, deps.vault, [customer], Role.OWNER, whole=True)[customer]
    return frozenset({(card.name or card.phone or str(customer)).strip().casefold()})


def _address(boutique: BoutiqueId, deps: DashboardDeps, customer: CustomerId) -> str | None:
    stream = deps.log.read(stream_of(boutique, Customer.KIND, customer))
    sealed = fold(Customer(), (recorded.fact for recorded in stream)).address
    return address_of(opened(boutique, deps.vault, sealed.model_dump(mode="json"))) if sealed else None


def _said_of_offers(boutique: BoutiqueId, deps: DashboardDeps, customer: CustomerId) -> datetime | None:
    """When she last said whether she wants offers."""
    story = deps.log.read(stream_of(boutique, Customer.KIND, customer))
    said = [each.at for each in story if isinstance(each.fact, MarketingAllowed | MarketingStopped)]
    return said[-1] if said else None


def _size(worn: size_profiles.SizeWorn) -> SizeWorn:
    return SizeWorn(
        garment=worn.garment.value if worn.garment else None,
        size=worn.size.label,
        told=worn.told,
        bought=worn.bought,
        last_at=worn.last_at,
    )


def _amount(cents: int) -> Amount:
    return Amount.of(Money(cents=cents, currency="KES"))
