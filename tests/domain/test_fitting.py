"""The rules of advising a size: by the best witness there is, or honestly not."""

from typing import TypedDict, Unpack

import pytest

from domain.clothing import Garment
from domain.fitting import FitAdvice, FitEvidence, FitReason, advise
from domain.sizes import Measurements, Size, SizeChart, SizeSystem
from tests.domain.pieces import L, M

S, XL = Size.letter("S"), Size.letter("XL")
UK_12 = Size(system=SizeSystem.UK, value="12")
ONE = Size(system=SizeSystem.ONE, value="one")
CHART = SizeChart(
    rows=(
        (S, Measurements(bust=84, waist=67, hip=92)),
        (M, Measurements(bust=92, waist=75, hip=100)),
        (L, Measurements(bust=97, waist=80, hip=105)),
    )
)
DRESS, SKIRT, JEANS, SHOES = Garment.DRESS, Garment.SKIRT, Garment.JEANS, Garment.SHOES


class Known(TypedDict, total=False):
    purchases: tuple[tuple[Garment, Size], ...]
    told: tuple[tuple[Garment | None, Size], ...]
    measurements: Measurements


def fit(
    garment: Garment = DRESS,
    sizes: tuple[Size, ...] = (S, M, L),
    chart: SizeChart = CHART,
    **known: Unpack[Known],
) -> FitAdvice:
    return advise(garment, sizes, chart, FitEvidence(**known))


def test_what_comes_in_one_size_fits_everybody() -> None:
    assert fit(sizes=(ONE,)) == FitAdvice(ONE, FitReason.ONE_SIZE)


def test_nothing_known_is_no_advice() -> None:
    assert fit() == FitAdvice(None, FitReason.UNKNOWN)


def test_what_she_bought_most_often_is_the_best_witness() -> None:
    bought = ((DRESS, M), (DRESS, L), (DRESS, M))
    assert fit(purchases=bought, told=((DRESS, L),)) == FitAdvice(M, FitReason.BOUGHT, M, 2)


def test_of_sizes_bought_as_often_the_last_counts() -> None:
    assert fit(purchases=((DRESS, M), (DRESS, L))) == FitAdvice(L, FitReason.BOUGHT, L, 1)


def test_what_she_said_last_counts() -> None:
    assert fit(told=((DRESS, M), (DRESS, L))) == FitAdvice(L, FitReason.TOLD, L, 1)
    assert fit(told=((None, M),)) == FitAdvice(M, FitReason.TOLD, M, 1)


def test_a_size_for_everything_says_nothing_of_shoes() -> None:
    assert fit(SHOES, told=((None, M),)).reason is FitReason.UNKNOWN


def test_a_garment_of_the_same_shelf_is_a_witness_and_one_of_another_is_not() -> None:
    assert fit(SKIRT, purchases=((JEANS, M),)) == FitAdvice(M, FitReason.BOUGHT_OTHER, M, 1)
    assert fit(DRESS, purchases=((SHOES, M),)).reason is FitReason.UNKNOWN


@pytest.mark.parametrize(("witness", "advised"), [(UK_12, M), (XL, None), (ONE, None)])
def test_a_size_of_another_system_is_read_by_the_body_it_is_cut_for(
    witness: Size, advised: Size | None
) -> None:
    assert fit(told=((DRESS, witness),)).size == advised


def test_a_size_that_no_table_knows_is_no_witness() -> None:
    strange = Size(system=SizeSystem.UK, value="99")
    assert fit(told=((DRESS, strange),)).size is None


def test_measurements_are_held_against_the_chart_with_a_little_ease() -> None:
    assert fit(measurements=Measurements(bust=94, waist=77)) == FitAdvice(M, FitReason.MEASURED)
    assert fit(measurements=Measurements(bust=95)) == FitAdvice(L, FitReason.MEASURED)
    assert fit(measurements=Measurements(bust=120)) == FitAdvice(None, FitReason.UNKNOWN)


def test_a_size_that_is_not_made_is_not_advised() -> None:
    assert fit(sizes=(S, L), measurements=Measurements(bust=92)) == FitAdvice(L, FitReason.MEASURED)
    assert fit(chart=SizeChart(), measurements=Measurements(bust=92)).size is None
