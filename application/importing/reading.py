"""Rows of a list into pieces: what is wanted of each, or which cell of which row cannot be understood.

A piece has a row for each of its sizes. What is the same for all sizes stands in its first row, and may stand
in the others too. An empty cell says nothing: of a piece that is there already it leaves what is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Self, TypeVar

from application.brain.words.concepts import Concepts, concepts_in
from application.brain.words.text import fold, words_of
from application.importing.headings import Column
from domain.clothing import Colour, Garment, Pattern
from domain.sizes import Size, SizeSystem

LONGEST_TITLE, LONGEST_DESCRIPTION, LONGEST_CODE = 120, 2_000, 40
MOST_PICTURES, MOST_COLOURS, MOST_SIZES = 10, 4, 30
_CODE: Final = re.compile(r"[\w./ -]+")
_AMOUNT: Final = re.compile(r"(?:ksh|kes|kshs|sh)?\.?\s*(\d[\d, ']*?)(?:\.0+|/[-=])?\s*(?:ksh|kes|sh)?", re.I)
_WHOLE: Final = re.compile(r"(\d{1,6})(?:\.0+)?")
_MOST_SHILLINGS: Final = 100_000_000


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be understood. `code` names why; `said` is what stands there, cut short.

    Units: rows are counted as a spreadsheet counts them, the headings being row 1.
    """

    row: int
    column: Column
    code: str
    said: str = ""


@dataclass(slots=True)
class Wanted:
    """What a list wants of one piece; None where it says nothing. Units: price in shillings."""

    sku: str
    row: int
    title: str | None = None
    title_sw: str | None = None
    description: str | None = None
    garment: Garment | None = None
    colours: tuple[Colour, ...] | None = None
    pattern: Pattern | None = None
    price: int | None = None
    low_level: int | None = None
    sizes: dict[Size, int | None] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()


@dataclass(slots=True)
class Reading:
    """All pieces of a list by their code, and every fault found; one fault spoils its piece whole."""

    pieces: dict[str, Wanted] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    spoilt: set[str] = field(default_factory=set)
    rows: int = 0

    @property
    def sound(self) -> Iterator[Wanted]:
        """The pieces of which every cell was understood, in the order of the list."""
        return (piece for sku, piece in self.pieces.items() if sku not in self.spoilt)

    def blame(self, sku: str, *faults: Fault) -> None:
        """Note faults of a piece, which spoil it whole."""
        self.faults += faults
        if faults:
            self.spoilt.add(sku)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """One row, asked cell by cell."""

    number: int
    cells: Sequence[str]
    columns: Mapping[Column, int]

    def cell(self, column: Column) -> str:
        """What stands in a column, without the apostrophe that an export put before what could be run.

        Empty where the list has no such column."""
        place = self.columns.get(column)
        said = self.cells[place].strip() if place is not None and place < len(self.cells) else ""
        return said[1:] if said[:1] == "'" and said[1:2] in "=+-@" else said

    def fault(self, column: Column, code: str) -> Fault:
        """The cell cannot be understood."""
        return Fault(self.number, column, code, self.cell(column)[:60])

    @classmethod
    def all_of(
        cls, columns: Mapping[Column, int], rows: Iterable[tuple[int, Sequence[str]]]
    ) -> Iterator[Self]:
        """The rows that say anything at all."""
        return (cls(number, cells, columns) for number, cells in rows if any(cell.strip() for cell in cells))


class Reader:
    """Reads rows one after the other; what words mean is looked up once."""

    def __init__(self) -> None:
        self.reading = Reading()
        self._words: dict[str, Concepts] = {}

    def take(self, row: Row) -> None:
        """Take a row in: its piece is new, or gets a size more."""
        self.reading.rows += 1
        sku = row.cell(Column.SKU).upper()
        if not sku or len(sku) > LONGEST_CODE or not _CODE.fullmatch(sku):
            code = "not-a-code" if sku else "missing"
            self.reading.blame(f"\0{row.number}", row.fault(Column.SKU, code))
            return
        piece = self.reading.pieces.get(sku)
        if piece is None:
            piece = self.reading.pieces[sku] = Wanted(sku, row.number)
        self.reading.blame(sku, *self._describe(piece, row), *self._size(piece, row))

    def _describe(self, piece: Wanted, row: Row) -> Iterator[Fault]:
        yield from self._text(piece, row)
        yield from self._words_of(piece, row)
        for column, name, pattern, most in (
            (Column.PRICE, "price", _AMOUNT, _MOST_SHILLINGS),
            (Column.LOW_LEVEL, "low_level", _WHOLE, 100_000),
        ):
            said = row.cell(column)
            if not said:
                continue
            value = _number(said, pattern)
            if value is None or value > most or (column is Column.PRICE and value == 0):
                yield row.fault(column, "not-a-price" if column is Column.PRICE else "not-a-number")
            else:
                yield from _agree(piece, row, column, name, value)
        yield from _pictures(piece, row)

    def _text(self, piece: Wanted, row: Row) -> Iterator[Fault]:
        for column, name, longest in (
            (Column.TITLE, "title", LONGEST_TITLE),
            (Column.TITLE_SW, "title_sw", LONGEST_TITLE),
            (Column.DESCRIPTION, "description", LONGEST_DESCRIPTION),
        ):
            said = row.cell(column)
            if len(said) > longest:
                yield row.fault(column, "too-long")
            elif said:
                yield from _agree(piece, row, column, name, said)

    def _words_of(self, piece: Wanted, row: Row) -> Iterator[Fault]:
        if said := row.cell(Column.KIND):
            garments = _named(Garment, said) or self._meant(said).garments[:1]
            yield from _known(piece, row, Column.KIND, "garment", garments[0] if garments else None)
        if said := row.cell(Column.COLOURS):
            parts = [part for part in re.split(r"[,;/&+|]| and | na ", said) if part.strip()]
            each = [_named(Colour, part) or self._meant(part).colours for part in parts]
            colours = tuple(dict.fromkeys(colour for found in each for colour in found))
            understood = all(each) and len(colours) <= MOST_COLOURS
            yield from _known(piece, row, Column.COLOURS, "colours", colours if understood else None)
        if said := row.cell(Column.PATTERN):
            patterns = _named(Pattern, said) or self._meant(said).patterns[:1]
            yield from _known(piece, row, Column.PATTERN, "pattern", patterns[0] if patterns else None)

    def _meant(self, said: str) -> Concepts:
        if said not in self._words:
            self._words[said] = concepts_in(words_of(fold(said[:80])))
        return self._words[said]

    def _size(self, piece: Wanted, row: Row) -> Iterator[Fault]:
        said, counted = row.cell(Column.SIZE), row.cell(Column.STOCK)
        stock = _number(counted, _WHOLE) if counted else None
        if counted and stock is None:
            yield row.fault(Column.STOCK, "not-a-number")
            return
        if not said and stock is None:
            return
        size = Size.read(said) if said else Size(system=SizeSystem.ONE, value="one")
        if size is None:
            yield row.fault(Column.SIZE, "unknown-size")
        elif size in piece.sizes or len(piece.sizes) == MOST_SIZES:
            yield row.fault(Column.SIZE, "size-twice")
        else:
            piece.sizes[size] = stock


def _number(said: str, pattern: re.Pattern[str]) -> int | None:
    written = pattern.fullmatch(said)
    digits = re.sub(r"\D", "", written[1]) if written else ""
    return int(digits) if digits and len(digits) <= 12 else None


def _named(kind: type[T], said: str) -> tuple[T, ...]:
    """The word itself, as exports write it."""
    try:
        return (kind(said.strip().casefold()),)  # type: ignore[call-arg]
    except ValueError:
        return ()


def _known(piece: Wanted, row: Row, column: Column, name: str, value: object | None) -> Iterator[Fault]:
    if value is None:
        yield row.fault(column, f"unknown-{column.value}")
    else:
        yield from _agree(piece, row, column, name, value)


def _agree(piece: Wanted, row: Row, column: Column, name: str, value: object) -> Iterator[Fault]:
    """Rows of one piece may repeat what was said of it, and may not say something else."""
    before = getattr(piece, name)
    if before is None:
        setattr(piece, name, value)
    elif before != value:
        yield row.fault(column, "differs")


def _pictures(piece: Wanted, row: Row) -> Iterator[Fault]:
    said = row.cell(Column.PICTURES)
    names = (
        [name for name in re.split(r"[\s,;|]+(?=https?://)|[;|]|,\s+", said) if name.strip()] if said else []
    )
    names = [name.strip() for name in names]
    if any(re.match(r"[a-z]+://", name, re.I) and not name.lower().startswith("https://") for name in names):
        yield row.fault(Column.PICTURES, "not-https")
        return
    both = tuple(dict.fromkeys((*piece.pictures, *names)))
    if len(both) > MOST_PICTURES:
        yield row.fault(Column.PICTURES, "too-many-pictures")
    else:
        piece.pictures = both
