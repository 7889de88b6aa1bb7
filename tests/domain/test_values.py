"""The words that all aggregates share: money, sizes, ids, facts and refusals."""

from typing import ClassVar
from uuid import UUID

import pytest
from pydantic import ValidationError

from domain.fact import Fact, fact_class, topics
from domain.identity import BoutiqueId, boutique_of, derive, kind_of, stream_of, subject_of
from domain.money import Money
from domain.refusal import Refusal
from domain.sizes import Measurements, Size, SizeSystem
from domain.stock.events import StockSold
from domain.stock.stock import NotEnoughInStock
from tests.domain.pieces import CHART, KES, L, M, an_id


@pytest.mark.parametrize(
    ("cents", "currency", "written"),
    [
        (250_000, "KES", "KSh 2,500"),
        (250_050, "KES", "KSh 2,500.50"),
        (-5, "KES", "-KSh 0.05"),
        (100, "UGX", "UGX 1"),
        (0, "KES", "KSh 0"),
    ],
)
def test_money_is_written_as_shops_write_it(cents: int, currency: str, written: str) -> None:
    assert str(Money(cents=cents, currency=currency)) == written


def test_money_is_reckoned_in_one_currency() -> None:
    assert KES(3) + KES(4) - KES(2) == KES(5)
    assert KES(3) * 2 == KES(6)
    assert KES(3) < KES(4)
    assert Money.zero() == KES(0)
    with pytest.raises(ValueError, match="cannot be reckoned together"):
        KES(1) + Money(cents=1, currency="UGX")


@pytest.mark.parametrize(("cents", "whole"), [(100, True), (150, False), (0, False), (-100, False)])
def test_m_pesa_moves_whole_shillings(cents: int, whole: bool) -> None:
    assert Money(cents=cents).is_whole_shillings is whole


def test_a_size_is_read_in_its_system() -> None:
    assert Size.letter("xl").label == "XL"
    assert Size(system=SizeSystem.UK, value="12").label == "UK 12"
    assert Size(system=SizeSystem.ONE, value="one").label == "One size"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("m", "M"),
        (" 2xl ", "XXL"),
        ("Medium", "M"),
        ("12", "UK 12"),
        ("38", "EU 38"),
        ("us-8", "US 8"),
        ("EU38", "EU 38"),
        ("free size", "One size"),
    ],
)
def test_a_size_is_read_as_shops_write_it(written: str, read: str) -> None:
    size = Size.read(written)
    assert size
    assert size.label == read


@pytest.mark.parametrize("written", ["", "huge", "123", "UK", "-1", "M/L"])
def test_what_is_no_size_is_not_made_one(written: str) -> None:
    assert Size.read(written) is None


def test_a_chart_says_the_body_of_a_size_or_nothing() -> None:
    assert CHART.measurements(M) == Measurements(bust=92, waist=75, hip=100)
    assert CHART.measurements(L) is None


def test_a_body_out_of_this_world_is_not_believed() -> None:
    with pytest.raises(ValidationError):
        Measurements(bust=20)


def test_a_stream_names_its_boutique_its_kind_and_its_subject() -> None:
    stream = stream_of(BoutiqueId(an_id("amani")), "cart", an_id("cart"))
    assert (boutique_of(stream), kind_of(stream), subject_of(stream)) == (
        an_id("amani"),
        "cart",
        an_id("cart"),
    )


def test_an_id_follows_from_its_cause_and_its_word() -> None:
    message = UUID(int=7)
    assert derive(message, "order") == derive(message, "order")
    assert derive(message, "order") != derive(message, "payment")
    assert derive(message, "order", 1) != derive(UUID(int=8), "order", 1)


def test_a_fact_is_found_by_its_topic_and_never_changes() -> None:
    assert fact_class("stock-sold.v1") is StockSold
    assert topics()["stock-sold.v1"] is StockSold
    sold = StockSold(order=an_id("order"), quantity=1)
    with pytest.raises(ValidationError):
        sold.quantity = 2  # type: ignore[misc]  # a fact is not changed: what the test tries
    with pytest.raises(ValidationError):
        StockSold(order=an_id("order"), quantity=1, price=3)  # type: ignore[call-arg]  # a field that nobody knows, on purpose


def test_a_fact_has_a_topic_of_its_own() -> None:
    with pytest.raises(TypeError, match="has no TOPIC"):
        type("Nameless", (Fact,), {"__module__": __name__})
    with pytest.raises(TypeError, match="already the topic of StockSold"):
        type(
            "Second",
            (Fact,),
            {
                "__module__": __name__,
                "TOPIC": "stock-sold.v1",
                "__annotations__": {"TOPIC": ClassVar},
            },
        )


def test_a_refusal_is_named_after_its_rule() -> None:
    assert NotEnoughInStock.code == "not-enough-in-stock"
    assert NotEnoughInStock(available=1, wanted=2).args == ("2 wanted, 1 available",)
    assert Refusal.code == "refused"
