"""A customer known by her number first and by WhatsApp's id later is one, and keeps what is hers."""

from collections.abc import Callable
from functools import partial

import pytest

from application.conversing import Conversing
from application.merging import one_person
from application.shopping import cart_of
from application.unit import Unit
from domain.cart.cart import Cart
from domain.clothing import Garment
from domain.customer.customer import Customer as Known
from domain.customer.events import CustomersMerged, IdentifierKind, PurchasedPiece
from domain.fact import Actor, Cause, Facts
from domain.identity import BoutiqueId, CustomerId, OrderId
from domain.language import Language
from domain.sizes import Measurements
from tests.application.little_shop import AMANI, PHONE, PWANI, RED, RED_M, Customer, LittleShop
from tests.domain.pieces import KES, L, M, an_id

OLD = CustomerId(an_id("known by her number"))
NEW = CustomerId(an_id("known by her id"))
ORDER, OTHER = OrderId(an_id("bought before")), OrderId(an_id("given back"))
BOUGHT = (PurchasedPiece(product=RED, garment=Garment.DRESS, size=M),)


@pytest.fixture
def little() -> LittleShop:
    return LittleShop()


def opened(little: LittleShop, boutique: BoutiqueId = AMANI) -> Unit:
    return little.units.open(boutique, Cause(Actor.CUSTOMER, little.new_id("test"), OLD))


def known(
    little: LittleShop, customer: CustomerId, boutique: BoutiqueId = AMANI, bsuid: str | None = None
) -> Unit:
    """A customer whom the shop has met, by her id if she has one, else by her number."""
    unit = opened(little, boutique)
    unit.tell(Known, customer, partial(Known.meet, channel="whatsapp", account="amani-number"))
    kind = IdentifierKind.BSUID if bsuid else IdentifierKind.PHONE
    name = unit.seal(customer, bsuid or PHONE)
    unit.tell(Known, customer, partial(Known.learn_identifier, kind=kind, value=name, same=False))
    return unit


def remembers(unit: Unit, customer: CustomerId, *decisions: Callable[[Known], Facts]) -> None:
    for decide in decisions:
        unit.tell(Known, customer, decide)


def merged(little: LittleShop, boutique: BoutiqueId = AMANI) -> Known:
    """The newer record after the two were found to be one person, twice."""
    for _ in range(2):
        unit = opened(little, boutique)
        one_person(NEW, (NEW, OLD), unit)
        unit.commit()
    return opened(little, boutique).get(Known, NEW)


def test_what_helps_her_next_time_is_taken_over_once_and_sealed_anew(little: LittleShop) -> None:
    unit = known(little, OLD)
    remembers(
        unit,
        OLD,
        partial(Known.tell_size, garment=None, size=M),
        partial(Known.tell_size, garment=Garment.DRESS, size=M),
        partial(Known.tell_measurements, measurements=Measurements(bust=90, hip=100)),
        partial(Known.remember_purchase, order=ORDER, pieces=BOUGHT),
        partial(Known.remember_purchase, order=OTHER, pieces=BOUGHT),
        partial(Known.return_purchase, order=OTHER),
        partial(Known.choose_language, language=Language.SW),
        partial(Known.remember_address, address=unit.seal(OLD, "Kilimani")),
        partial(Known.confirm_paying_number, phone=unit.seal(OLD, PHONE)),
        Known.stop_marketing,
        Known.request_erasure,
    )
    unit.commit()
    unit = known(little, NEW, bsuid="KE.1")
    remembers(unit, NEW, partial(Known.tell_size, garment=Garment.DRESS, size=L))
    unit.commit()

    now = merged(little)

    assert now.merged == {OLD}
    assert little.log.told(CustomersMerged) == [CustomersMerged(other=OLD)]
    assert (now.sizes[Garment.DRESS], now.sizes[None]) == (L, M), "what she said last stays"
    assert now.measurements == Measurements(bust=90, hip=100)
    assert now.purchases == {ORDER: BOUGHT}
    assert (now.language, now.takes_marketing, now.wants_erasure) == (Language.SW, False, True)
    little.vault.destroy(AMANI, OLD)
    unit = opened(little)
    assert (unit.open(now.address), unit.open(now.paying_number)) == ("Kilimani", PHONE)


def test_what_is_known_of_her_already_stays_as_it_is(little: LittleShop) -> None:
    for customer, words, tongue, bsuid in (
        (OLD, "Kilimani", Language.SW, None),
        (NEW, "Westlands", Language.EN, "KE.1"),
    ):
        unit = known(little, customer, bsuid=bsuid)
        remembers(
            unit,
            customer,
            partial(Known.remember_address, address=unit.seal(customer, words)),
            partial(Known.confirm_paying_number, phone=unit.seal(customer, words)),
            partial(Known.choose_language, language=tongue),
        )
        unit.commit()
    now = merged(little)
    unit = opened(little)
    assert (unit.open(now.address), unit.open(now.paying_number)) == ("Westlands", "Westlands")
    assert (now.language, now.takes_marketing, now.wants_erasure) == (Language.EN, None, False)


def test_her_cart_comes_with_her_unless_she_has_filled_another(little: LittleShop) -> None:
    line = partial(
        Cart.add_item,
        variant=RED_M,
        product=RED,
        title="Red",
        garment=Garment.DRESS,
        size=M,
        unit_price=KES(2_500),
    )
    for customer, bsuid in ((OLD, None), (NEW, "KE.1")):
        known(little, customer, bsuid=bsuid).commit()
    unit = opened(little)
    unit.tell(Cart, cart_of(OLD), partial(Cart.open, customer=OLD))
    unit.tell(Cart, cart_of(OLD), partial(line, quantity=2))
    unit.commit()

    merged(little)

    unit = opened(little)
    taken, left = unit.get(Cart, cart_of(NEW)), unit.get(Cart, cart_of(OLD))
    assert (taken.total, left.is_empty) == (KES(5_000), True)
    unit.tell(Cart, cart_of(OLD), partial(line, quantity=1))
    other = CustomerId(an_id("a third record"))
    unit.tell(Known, other, partial(Known.meet, channel="whatsapp", account="amani-number"))
    unit.tell(Cart, cart_of(other), partial(Cart.open, customer=other))
    unit.tell(Cart, cart_of(other), partial(line, quantity=9))
    one_person(NEW, (other,), unit)
    assert unit.get(Cart, cart_of(NEW)).total == KES(5_000)


@pytest.mark.parametrize("with_piece", [True, False])
def test_the_price_that_was_agreed_comes_with_her(little: LittleShop, with_piece: bool) -> None:
    for customer, bsuid in ((OLD, None), (NEW, "KE.1")):
        known(little, customer, bsuid=bsuid).commit()
    unit = opened(little)
    add = partial(
        Cart.add_item,
        variant=RED_M,
        product=RED,
        title="Red",
        garment=Garment.DRESS,
        size=M,
        unit_price=KES(2_500),
        quantity=1,
    )
    unit.tell(Cart, cart_of(OLD), partial(Cart.open, customer=OLD))
    unit.tell(Cart, cart_of(OLD), partial(Cart.discount, percent=10, most=10))
    if with_piece:
        unit.tell(Cart, cart_of(OLD), add)
    unit.commit()

    merged(little)

    taken = opened(little).get(Cart, cart_of(NEW))
    assert (taken.percent, taken.total) == (10, KES(2_250 if with_piece else 0))


@pytest.mark.parametrize("who", ["another id", "forgotten", "never met", "of another shop"])
def test_somebody_else_is_not_taken_for_her(little: LittleShop, who: str) -> None:
    """A number that was given away: WhatsApp has another id for who had it before."""
    known(little, NEW, bsuid="KE.1").commit()
    if who != "never met":
        unit = known(
            little, OLD, PWANI if who == "of another shop" else AMANI, "KE.2" if "id" in who else None
        )
        if who == "forgotten":
            unit.tell(Known, OLD, Known.forget)
        unit.commit()
    assert merged(little).merged == frozenset()


def test_her_next_message_finds_what_she_ordered_under_her_other_record(little: LittleShop) -> None:
    old = Customer(little, "by her number")
    order = old.has_paid()
    unit = opened(little)
    # what the shop knew in the days when WhatsApp told it only numbers
    unit.tell(
        Known,
        old.id,
        partial(
            Known.learn_identifier,
            kind=IdentifierKind.BSUID,
            value=unit.seal(old.id, "KE.wanjiku"),
            same=False,
        ),
    )
    unit.commit()
    her = Customer(little, "wanjiku")
    little.conversing = Conversing(
        little.units,
        little.inbox,
        little.messenger,
        little.pictures,
        little.brains,
        little.shelf,
        records_of=lambda _, __: (her.id, old.id),
    )

    told = her.says("where is my order?")

    assert little.log.told(CustomersMerged) == [CustomersMerged(other=old.id)]
    assert old.order.number in told.text
    assert her.cart.last_order is None
    assert old.order_id == order
