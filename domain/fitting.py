"""Which size of a piece fits: from what she bought, said or measured, and from the piece's own chart.

The advice names its reason, or says honestly that there is none.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from domain.clothing import Garment
from domain.sizes import Measurements, Size, SizeChart, SizeSystem

_STANDARD = (
    ("XXS", "4", "0", "32", 76, 60, 84),
    ("XS", "6", "2", "34", 80, 63, 88),
    ("S", "8", "4", "36", 84, 67, 92),
    ("M", "12", "8", "40", 92, 75, 100),
    ("L", "14", "10", "42", 97, 80, 105),
    ("XL", "16", "12", "44", 102, 86, 110),
    ("XXL", "18", "14", "46", 108, 92, 116),
    ("3XL", "20", "16", "48", 114, 98, 122),
    ("4XL", "22", "18", "50", 120, 104, 128),
    ("5XL", "24", "20", "52", 126, 110, 134),
)
"""Letter, UK, US, EU and the body in centimetres: a go-between where two labels share no chart."""

_BETWEEN = (("S", "10", "6", "38", 88, 71, 96),)
_SAME_SHELF = (
    frozenset({Garment.SHOES}),
    frozenset({Garment.HAT}),
    frozenset({Garment.BELT}),
    frozenset({Garment.TROUSERS, Garment.JEANS, Garment.SHORTS, Garment.SKIRT, Garment.LEGGINGS}),
)
_EASE = 2
"""Centimetres by which a body may exceed a chart's figure before the size is too small."""


class FitReason(StrEnum):
    """Why a size is advised."""

    BOUGHT = "bought"
    BOUGHT_OTHER = "bought-other"
    TOLD = "told"
    MEASURED = "measured"
    ONE_SIZE = "one-size"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FitEvidence:
    """What is known of her. Shape: purchases and told sizes oldest first; a garment of None is any."""

    purchases: tuple[tuple[Garment, Size], ...] = ()
    told: tuple[tuple[Garment | None, Size], ...] = ()
    measurements: Measurements = field(default_factory=Measurements)


@dataclass(frozen=True, slots=True)
class FitAdvice:
    """A size, or none, and why. `witness` is the size that the advice rests on."""

    size: Size | None
    reason: FitReason
    witness: Size | None = None
    times: int = 0


def advise(garment: Garment, sizes: Sequence[Size], chart: SizeChart, known: FitEvidence) -> FitAdvice:
    """The size of the piece, out of those it is made in, that the best evidence speaks for."""
    if len(sizes) == 1 and sizes[0].system is SizeSystem.ONE:
        return FitAdvice(sizes[0], FitReason.ONE_SIZE)
    for reason, witness, times in _witnesses(garment, known):
        size = _matching(witness, sizes, chart)
        if size:
            return FitAdvice(size, reason, witness, times)
    measured = _by_body(known.measurements, chart, sizes)
    return FitAdvice(measured, FitReason.MEASURED if measured else FitReason.UNKNOWN)


def _witnesses(garment: Garment, known: FitEvidence) -> list[tuple[FitReason, Size, int]]:
    bought = [size for kind, size in known.purchases if kind is garment]
    other = [s for kind, s in known.purchases if kind is not garment and _shelf(kind) == _shelf(garment)]
    told = [size for kind, size in known.told if kind is garment]
    told_any = [size for kind, size in known.told if kind is None and _shelf(garment) is None]
    ranked = [(FitReason.BOUGHT, _most_often(bought)), (FitReason.TOLD, _latest(told))]
    ranked += [(FitReason.TOLD, _latest(told_any)), (FitReason.BOUGHT_OTHER, _most_often(other))]
    return [(reason, found[0], found[1]) for reason, found in ranked if found]


def _shelf(garment: Garment) -> frozenset[Garment] | None:
    return next((shelf for shelf in _SAME_SHELF if garment in shelf), None)


def _most_often(sizes: Sequence[Size]) -> tuple[Size, int] | None:
    """The size bought most often; of equals the one bought last."""
    if not sizes:
        return None
    counts = Counter(sizes)
    best = max(counts, key=lambda size: (counts[size], len(sizes) - 1 - sizes[::-1].index(size)))
    return best, counts[best]


def _latest(sizes: Sequence[Size]) -> tuple[Size, int] | None:
    return (sizes[-1], 1) if sizes else None


def _matching(witness: Size, sizes: Sequence[Size], chart: SizeChart) -> Size | None:
    if witness in sizes:
        return witness
    body = _standard_body(witness)
    return _by_body(body, chart, sizes) if body else None


def _standard_body(size: Size) -> Measurements | None:
    column = {SizeSystem.LETTER: 0, SizeSystem.UK: 1, SizeSystem.US: 2, SizeSystem.EU: 3}.get(size.system)
    if column is None:
        return None
    row = next((row for row in (*_STANDARD, *_BETWEEN) if row[column] == size.value), None)
    return Measurements(bust=row[4], waist=row[5], hip=row[6]) if row else None


def _by_body(body: Measurements, chart: SizeChart, sizes: Sequence[Size]) -> Size | None:
    """The smallest size that is cut for this body; none where the chart has no common measure."""
    for size, cut in chart.rows:
        pairs = [(body.bust, cut.bust), (body.waist, cut.waist), (body.hip, cut.hip)]
        both = [(mine, its) for mine, its in pairs if mine is not None and its is not None]
        if both and size in sizes and all(mine <= its + _EASE for mine, its in both):
            return size
    return None
