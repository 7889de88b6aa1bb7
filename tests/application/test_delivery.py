"""Delivery areas: found by name or landmark, misspelt or not, and never guessed."""

import pytest

from application.delivery import DeliveryAddress, area_named
from tests.application.little_shop import AREAS


@pytest.mark.parametrize(
    ("words", "area"),
    [
        ("Westlands, Sarit Centre, 3rd floor", "Westlands"),
        ("karibu na SARIT", "Westlands"),
        ("Wesltands near the mall", "Westlands"),
        ("Kasarani Seasons", "Kasarani"),
        ("from Kasarani to Westlands", "Westlands"),
        ("Lodwar", None),
        ("", None),
    ],
)
def test_an_area_is_named_by_its_words(words: str, area: str | None) -> None:
    found = area_named(words, AREAS)
    assert (found.name if found else None) == area


def test_a_boutique_that_delivers_nowhere_names_none() -> None:
    assert area_named("Westlands", ()) is None


def test_a_pin_is_a_pin_and_words_are_words() -> None:
    assert DeliveryAddress(words="here", latitude=-1.2, longitude=36.8).is_pin
    assert not DeliveryAddress(words="Westlands").is_pin
