"""Money and quantities as Kenyans write and say them."""

import pytest

from application.brain.words.amounts import Quantity, prices_in, quantity_in
from application.brain.words.text import fold, words_of

SUMS = [
    ("2.5k", 2_500), ("2,500/=", 2_500), ("2,500/-", 2_500), ("ksh 1,200", 1_200), ("KSh1200", 1_200),
    ("500 bob", 500), ("1200", 1_200), ("elfu moja", 1_000), ("elfu mbili na mia tano", 2_500),
    ("elfu mbili mia tano", 2_500), ("elfu kumi na mbili", 12_000), ("elfu mbili na nusu", 2_500),
    ("mia tano", 500), ("mia tano na hamsini", 550), ("soo tano", 500), ("thao mbili", 2_000),
    ("thao mbili na soo tano", 2_500), ("ngiri tatu", 3_000), ("laki moja", 100_000), ("elfu 3", 3_000),
    ("two thousand five hundred", 2_500), ("fifteen hundred", 1_500), ("two hundred and fifty", 250),
    ("gauni mbili za elfu tatu", 3_000), ("elfu ishirini na tano", 25_000), ("3 thousand", 3_000),
]  # fmt: skip
BOUNDS = [
    ("under 3k", None, 3_000), ("below 5000", None, 5_000), ("chini ya elfu tatu", None, 3_000),
    ("less than 2,500", None, 2_500), ("not more than 2500", None, 2_500), ("max 4k", None, 4_000),
    ("budget yangu ni 4000", None, 4_000), ("elfu moja kushuka", None, 1_000), ("1.5k max", None, 1_500),
    ("up to 2000", None, 2_000), ("between 1k and 2k", 1_000, 2_000), ("1k-2k", 1_000, 2_000),
    ("2-3k", 2_000, 3_000), ("1000 to 2000", 1_000, 2_000), ("from 500 to 1500", 500, 1_500),
    ("kati ya elfu moja na elfu mbili", 1_000, 2_000), ("over 2000", 2_000, None),
    ("zaidi ya elfu moja", 1_000, None), ("kuanzia 1500", 1_500, None),
]  # fmt: skip
NO_MONEY = ["size 12", "12", "-5", "house 1200", "saa mbili", "add 1000 of them", "0", "", "2000 dresses"]
QUANTITIES = [
    ("mbili", 2), ("two", 2), ("a dozen", 12), ("half dozen", 6), ("2 dozen", 24), ("dozen mbili", 24),
    ("add 2 of the red one", 2), ("niwekee moja", 1), ("2 dresses", 2), ("kumi", 10), ("kumi na mbili", 12),
    ("50", 50), ("the blue one", None), ("3rd floor", None), ("hse 12", None),
]  # fmt: skip
ABSURD = ["0", "-1", "1.5", "10^6", "1000000", "add 51", "60 pieces", "1000 dozen"]


@pytest.mark.parametrize(("text", "shillings"), SUMS)
def test_a_sum_is_read_to_the_cent(text: str, shillings: int) -> None:
    assert prices_in(words_of(fold(text))).money == shillings * 100


@pytest.mark.parametrize(("text", "least", "most"), BOUNDS)
def test_a_budget_is_read_as_its_bounds(text: str, least: int | None, most: int | None) -> None:
    found = prices_in(words_of(fold(text)))
    wanted = (None if least is None else least * 100, None if most is None else most * 100)
    assert (found.at_least, found.at_most) == wanted


@pytest.mark.parametrize("text", NO_MONEY)
def test_a_number_that_is_no_sum_is_not_taken_for_money(text: str) -> None:
    assert prices_in(words_of(fold(text))).money is None


@pytest.mark.parametrize(("text", "pieces"), QUANTITIES)
def test_a_quantity_is_read(text: str, pieces: int | None) -> None:
    assert quantity_in(words_of(fold(text))) == Quantity(pieces)


@pytest.mark.parametrize("text", ABSURD)
def test_an_absurd_quantity_is_named_absurd_and_never_believed(text: str) -> None:
    assert quantity_in(words_of(fold(text))) == Quantity(None, absurd=True)
