"""Sizes as shops write them, and one size chart per piece.

A size is a pair of system and value: a bare "12" means nothing until the system is known (12 UK is 8 US is
40 EU). What decides a fit is the chart: centimetres of the body that a size is cut for.
"""

import re
from enum import StrEnum
from typing import Final, Self

from pydantic import BaseModel, ConfigDict, Field


class SizeSystem(StrEnum):
    """Which ruler a size is read on."""

    LETTER = "letter"
    UK = "uk"
    US = "us"
    EU = "eu"
    ONE = "one"


_ONE: Final = {"ONE", "ONE SIZE", "FREE", "FREE SIZE", "OS", "SAIZI MOJA"}
_SAME_LETTER: Final = {
    "2XL": "XXL",
    "XXXL": "3XL",
    "XXXXL": "4XL",
    "2XS": "XXS",
    "SMALL": "S",
    "MEDIUM": "M",
    "LARGE": "L",
}
_NUMBERED: Final = re.compile(r"(?P<system>UK|US|EU)? ?(?P<number>[1-9]?[0-9])")
_HIGHEST_UK: Final = 30
LETTERS = ("XXS", "XS", "S", "M", "L", "XL", "XXL", "3XL", "4XL", "5XL")


class Size(BaseModel):
    """A size in its system, such as M or UK 12.

    Example: Size.letter("M"), Size(system=SizeSystem.UK, value="12").
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    system: SizeSystem
    value: str = Field(min_length=1, max_length=8)

    @classmethod
    def letter(cls, value: str) -> Self:
        """A letter size, in upper case."""
        return cls(system=SizeSystem.LETTER, value=value.upper())

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The size that a shop wrote; None where it is none.

        A bare number up to 30 is UK, as shops in Kenya mean it; above, EU.
        Example: "xl", "2XL", "UK 12", "12", "eu38", "40", "Free size".
        """
        said = " ".join(re.sub(r"(?<=[A-Z0-9])-", " ", text.upper()).split())
        if said in _ONE:
            return cls(system=SizeSystem.ONE, value="one")
        letter = _SAME_LETTER.get(said.replace(" ", ""), said)
        if letter in LETTERS:
            return cls.letter(letter)
        written = _NUMBERED.fullmatch(said)
        if written is None:
            return None
        number = int(written["number"])
        system = SizeSystem(written["system"].lower()) if written["system"] else _usual(number)
        return cls(system=system, value=str(number))

    @property
    def label(self) -> str:
        """The size as a customer reads it: "M", "UK 12", "EU 38", "One size"."""
        if self.system is SizeSystem.LETTER:
            return self.value
        if self.system is SizeSystem.ONE:
            return "One size"
        return f"{self.system.value.upper()} {self.value}"


def _usual(number: int) -> SizeSystem:
    return SizeSystem.UK if number <= _HIGHEST_UK else SizeSystem.EU


class Measurements(BaseModel):
    """A body, or the body that a size is cut for.

    Units: centimetres; None where unknown or without meaning for the piece.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    bust: int | None = Field(default=None, ge=40, le=200)
    waist: int | None = Field(default=None, ge=40, le=200)
    hip: int | None = Field(default=None, ge=40, le=200)


class SizeChart(BaseModel):
    """For each size of a piece, the body it is cut for, from small to large."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rows: tuple[tuple[Size, Measurements], ...] = ()

    def measurements(self, size: Size) -> Measurements | None:
        """The body that this size is cut for; None if the chart does not say."""
        return next((body for row, body in self.rows if row == size), None)
