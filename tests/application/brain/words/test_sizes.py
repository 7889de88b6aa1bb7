"""Sizes and measures of the body."""

import pytest

from application.brain.words.sizes import measurements_in, sizes_in
from application.brain.words.text import fold, words_of
from domain.clothing import Garment
from domain.sizes import Measurements, Size

SIZES = [
    ("size M", "M"), ("size m", "M"), ("medium", "M"), ("2XL", "XXL"), ("2 xl", "XXL"), ("XXL", "XXL"),
    ("xxxl", "3XL"), ("extra large", "XL"), ("UK 12", "UK 12"), ("12 uk", "UK 12"), ("eu 38", "EU 38"),
    ("38 EU", "EU 38"),
    ("us 8", "US 8"), ("size 12", "UK 12"), ("saizi 12", "UK 12"), ("size ni 14", "UK 14"),
    ("saizi ya kumi na mbili", "UK 12"), ("size 38", "EU 38"), ("size kubwa", "L"), ("size ndogo", "S"),
    ("saizi kubwa sana", "XL"), ("free size", "One size"), ("I wear L", "L"), ("navaa large", "L"),
    ("nataka M", "M"), ("do you have it in a 14", "UK 14"),
]  # fmt: skip
NO_SIZE = [
    "I'm here",
    "it's nice",
    "12",
    "5 m of cloth",
    "lipa na m pesa",
    "m-pesa",
    "in 14 days",
    "size 99999",
    "",
]
MEASURES = [
    ("bust 36 inches waist 30", 91, 76, None), ("kiuno 70cm", None, 70, None),
    ("my hips are 102 cm", None, None, 102), ("kifua 92 kiuno 74 hips 100", 92, 74, 100),
    ("36-28-40", 91, 71, 102), ('waist 28"', None, 71, None), ("kiuno inchi 32", None, 81, None),
    ("waist 500", None, None, None), ("waist", None, None, None), ("38 bust", 97, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label"), SIZES)
def test_a_size_is_read_in_its_system(text: str, label: str) -> None:
    assert [found.size.label for found in sizes_in(words_of(fold(text)))] == [label]


@pytest.mark.parametrize("text", NO_SIZE)
def test_a_letter_or_number_that_is_no_size_is_left_alone(text: str) -> None:
    assert sizes_in(words_of(fold(text))) == []


def test_two_sizes_may_be_named_at_once() -> None:
    assert [found.size.label for found in sizes_in(("m", "or", "l"))] == ["M", "L"]


def test_a_bare_number_is_a_size_only_when_the_shop_asked() -> None:
    assert sizes_in(("12",)) == []
    assert sizes_in(("12",), asked=True)[0].size.label == "UK 12"


def test_a_number_is_read_in_the_system_of_the_garment() -> None:
    assert sizes_in(("size", "32"), (Garment.JEANS,))[0].size.label == "US 32"
    assert sizes_in(("size", "38"), (Garment.SHOES,))[0].size.label == "EU 38"


def test_an_offered_size_of_that_name_decides_the_system() -> None:
    offered = (Size.model_validate({"system": "us", "value": "8"}), Size.letter("M"))
    assert sizes_in(("8",), offered=offered, asked=True)[0].size == offered[0]


@pytest.mark.parametrize(("text", "bust", "waist", "hip"), MEASURES)
def test_measures_are_read_in_centimetres(
    text: str, bust: int | None, waist: int | None, hip: int | None
) -> None:
    found, _ = measurements_in(words_of(fold(text)))
    assert found == Measurements(bust=bust, waist=waist, hip=hip)
