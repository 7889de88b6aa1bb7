"""The rules of the catalogue: what a piece is called, costs and comes in."""

from typing import TypedDict, Unpack

import pytest

from domain.fact import Fact
from domain.identity import VariantId
from domain.money import Money
from domain.product.events import (
    ArrivalMarked,
    ArrivalUnmarked,
    Listing,
    ListingRewritten,
    LowStockLevelLifted,
    LowStockLevelSet,
    PhotoAdded,
    PhotoPutFirst,
    PhotoRemoved,
    PriceChanged,
    ProductArchived,
    ProductListed,
    ProductRestored,
    SizeChartMeasured,
    VariantAdded,
)
from domain.product.product import (
    AlreadyListed,
    ArrivalIsOver,
    LevelIsNegative,
    NotListed,
    PhotoIsNotThere,
    PictureIsNotADigest,
    PriceHasCents,
    PriceInAnotherCurrency,
    PriceIsNotPositive,
    Product,
    ProductIsArchived,
    SizeAlreadyStocked,
    TitleIsMissing,
    VariantHasAnotherSize,
)
from domain.refusal import Refusal
from domain.sizes import SizeChart
from tests.domain.pieces import CHART, KES, LATER, NOW, L, M, a_listing, an_id
from tests.support.scenario import Decide, Given, happens, refuses, scenario, stays_quiet

PHOTO, BACK = "ab" * 32, "cd" * 32
LISTED = ProductListed(sku="RWD-1", listing=a_listing(), price=KES(2_500), chart=CHART)
MEDIUM = VariantAdded(variant=an_id("red-m"), size=M)

CHANGES: list[tuple[Decide[Product], Fact]] = [
    (lambda p: p.rewrite(a_listing("Wrap dress")), ListingRewritten(listing=a_listing("Wrap dress"))),
    (lambda p: p.change_price(KES(2_000)), PriceChanged(price=KES(2_000))),
    (lambda p: p.measure_chart(SizeChart()), SizeChartMeasured(chart=SizeChart())),
    (lambda p: p.add_variant(VariantId(an_id("red-m")), M), MEDIUM),
    (lambda p: p.add_photo(PHOTO), PhotoAdded(picture=PHOTO)),
    (lambda p: p.set_low_level(5), LowStockLevelSet(level=5)),
    (lambda p: p.mark_arrival(LATER, now=NOW), ArrivalMarked(until=LATER)),
]
DECISIONS = (
    Product.rewrite,
    Product.change_price,
    Product.measure_chart,
    Product.add_variant,
    Product.add_photo,
    Product.set_low_level,
    Product.mark_arrival,
)
SHOWN = (PhotoAdded(picture=PHOTO), PhotoAdded(picture=BACK))
UNDONE: list[tuple[Decide[Product], Fact]] = [
    (lambda p: p.remove_photo(BACK), PhotoRemoved(picture=BACK)),
    (lambda p: p.put_photo_first(BACK), PhotoPutFirst(picture=BACK)),
    (lambda p: p.unmark_arrival(), ArrivalUnmarked()),
]
UNDOING = (Product.remove_photo, Product.put_photo_first, Product.unmark_arrival)


def a_product(*facts: Fact) -> Given[Product]:
    return scenario(Product).given(LISTED, *facts)


class Offer(TypedDict, total=False):
    sku: str
    listing: Listing
    price: Money
    chart: SizeChart


def listing_it(**change: Unpack[Offer]) -> Decide[Product]:
    named: Offer = {"sku": "RWD-1", "listing": a_listing(), "price": KES(2_500), "chart": CHART}
    return lambda product: product.list(**named | change)


@happens(Product.list)
def test_a_piece_comes_into_the_catalogue() -> None:
    after = scenario(Product).when(listing_it()).then(LISTED)
    assert after.is_offered
    assert (after.sku, after.listing, after.price, after.chart) == ("RWD-1", a_listing(), KES(2_500), CHART)


@refuses(Product.list)
@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"price": KES(0)}, PriceIsNotPositive),
        ({"price": KES(-5)}, PriceIsNotPositive),
        ({"price": Money(cents=2_550)}, PriceHasCents),
        ({"listing": a_listing(" ")}, TitleIsMissing),
    ],
)
def test_a_piece_is_listed_with_a_title_and_a_price_that_can_be_paid(
    change: Offer, refusal: type[Refusal]
) -> None:
    scenario(Product).when(listing_it(**change)).then_refused(refusal)


@refuses(Product.list)
def test_a_piece_is_not_listed_again_in_other_words() -> None:
    a_product().when(listing_it(price=KES(9))).then_refused(AlreadyListed)


@stays_quiet(Product.list)
def test_a_piece_is_listed_once() -> None:
    scenario(Product).when_repeated(listing_it()).then_nothing()


def test_prices_outside_kenya_may_have_cents() -> None:
    price = Money(cents=2_550, currency="USD")
    scenario(Product).when(listing_it(price=price)).then(
        ProductListed(sku="RWD-1", listing=a_listing(), price=price, chart=CHART)
    )


@happens(*DECISIONS)
def test_an_offered_piece_can_be_changed() -> None:
    for decide, fact in CHANGES:
        a_product().when(decide).then(fact)


@stays_quiet(*DECISIONS)
def test_each_change_is_made_once() -> None:
    for decide, _ in CHANGES:
        a_product().when_repeated(decide).then_nothing()


@refuses(*DECISIONS)
def test_an_archived_piece_refuses_every_change() -> None:
    for decide, _ in CHANGES:
        a_product(ProductArchived()).when(decide).then_refused(ProductIsArchived)


@refuses(*DECISIONS, Product.archive, Product.restore)
def test_what_is_not_in_the_catalogue_cannot_be_changed() -> None:
    for decide in (*(decide for decide, _ in CHANGES), lambda p: p.archive(), lambda p: p.restore()):
        scenario(Product).when(decide).then_refused(NotListed)


@happens(*UNDOING)
def test_photos_and_marks_can_be_set_right() -> None:
    for decide, fact in UNDONE:
        a_product(*SHOWN, ArrivalMarked(until=LATER)).when(decide).then(fact)


@stays_quiet(*UNDOING)
def test_each_is_set_right_once() -> None:
    for decide, _ in UNDONE:
        a_product(*SHOWN, ArrivalMarked(until=LATER)).when_repeated(decide).then_nothing()


@refuses(*UNDOING)
def test_nothing_of_an_archived_piece_is_set_right() -> None:
    for decide, _ in UNDONE:
        a_product(*SHOWN, ProductArchived()).when(decide).then_refused(ProductIsArchived)


def test_the_photo_that_was_put_first_is_the_one_that_is_seen() -> None:
    after = a_product(*SHOWN).when(lambda p: p.put_photo_first(BACK)).then(PhotoPutFirst(picture=BACK))
    assert after.photos == (BACK, PHOTO)
    left = a_product(*SHOWN).when(lambda p: p.remove_photo(PHOTO)).then(PhotoRemoved(picture=PHOTO))
    assert left.photos == (BACK,)


@refuses(Product.put_photo_first)
def test_only_a_photo_of_the_piece_is_put_first() -> None:
    a_product().when(lambda p: p.put_photo_first(PHOTO)).then_refused(PhotoIsNotThere)


@refuses(Product.set_low_level)
def test_fewer_than_no_pieces_are_never_left() -> None:
    a_product().when(lambda p: p.set_low_level(-1)).then_refused(LevelIsNegative)


def test_a_level_is_lifted_once_and_then_how_it_sells_says_when_it_runs_out() -> None:
    lifted = (
        a_product(LowStockLevelSet(level=2)).when(lambda p: p.set_low_level(None)).then(LowStockLevelLifted())
    )
    assert lifted.low_level is None
    a_product().when(lambda p: p.set_low_level(None)).then_nothing()


@refuses(Product.mark_arrival)
def test_a_piece_is_not_new_until_a_time_that_is_over() -> None:
    a_product().when(lambda p: p.mark_arrival(NOW, now=NOW)).then_refused(ArrivalIsOver)


@refuses(Product.rewrite)
def test_a_piece_keeps_a_title() -> None:
    a_product().when(lambda p: p.rewrite(a_listing(""))).then_refused(TitleIsMissing)


@refuses(Product.change_price)
@pytest.mark.parametrize(
    ("price", "refusal"),
    [
        (KES(0), PriceIsNotPositive),
        (Money(cents=50), PriceHasCents),
        (Money(cents=100, currency="USD"), PriceInAnotherCurrency),
    ],
)
def test_a_price_can_be_paid_in_the_currency_of_the_piece(price: Money, refusal: type[Refusal]) -> None:
    a_product().when(lambda p: p.change_price(price)).then_refused(refusal)


@refuses(Product.add_variant)
def test_a_size_is_stocked_once() -> None:
    a_product(MEDIUM).when(lambda p: p.add_variant(VariantId(an_id("new")), M)).then_refused(
        SizeAlreadyStocked
    )


@refuses(Product.add_variant)
def test_a_variant_keeps_its_size() -> None:
    a_product(MEDIUM).when(lambda p: p.add_variant(MEDIUM.variant, L)).then_refused(VariantHasAnotherSize)


@refuses(Product.add_photo)
def test_a_photo_is_named_by_its_digest() -> None:
    a_product().when(lambda p: p.add_photo("red.jpg")).then_refused(PictureIsNotADigest)


@happens(Product.archive)
def test_an_archived_piece_is_offered_no_more() -> None:
    assert not a_product().when(lambda p: p.archive()).then(ProductArchived()).is_offered


@stays_quiet(Product.archive)
def test_a_piece_is_archived_once() -> None:
    a_product().when_repeated(lambda p: p.archive()).then_nothing()


@happens(Product.restore)
def test_a_restored_piece_is_offered_again() -> None:
    assert a_product(ProductArchived()).when(lambda p: p.restore()).then(ProductRestored()).is_offered


@stays_quiet(Product.restore)
def test_a_piece_that_is_offered_is_not_restored() -> None:
    a_product().when(lambda p: p.restore()).then_nothing()


def test_sizes_and_variants_find_each_other() -> None:
    product = a_product(MEDIUM).state()
    assert product.variant_of(M) == MEDIUM.variant
    assert product.variant_of(L) is None
    assert product.size_of(MEDIUM.variant) == M
    assert product.size_of(VariantId(an_id("unknown"))) is None
