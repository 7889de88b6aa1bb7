"""Sizes as shops write them, and one size chart per piece.

A size is a pair of system and value: a bare "12" means nothing until the system is known (12 UK is 8 US is
40 EU). What decides a fit is the chart: centimetres of the body that a size is cut for.
"""

from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field


class SizeSystem(StrEnum):
    """Which ruler a size is read on."""

    LETTER = "letter"
    UK = "uk"
    US = "us"
    EU = "eu"
    ONE = "one"


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

    @property
    def label(self) -> str:
        """The size as a customer reads it: "M", "UK 12", "EU 38", "One size"."""
        if self.system is SizeSystem.LETTER:
            return self.value
        if self.system is SizeSystem.ONE:
            return "One size"
        return f"{self.system.value.upper()} {self.value}"


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
