"""From how many waited how long to what is told of it."""

from collections.abc import Mapping

from projections.sales import Waiting
from projections.tallies import UNANSWERED, seconds_of


def waiting(classes: Mapping[str, int]) -> Waiting:
    """How long customers waited, by how many fell into each class of waiting."""
    timed = sorted((int(about), n) for about, n in classes.items() if about != UNANSWERED)
    answered = sum(n for _, n in timed)
    return Waiting(
        answered, classes.get(UNANSWERED, 0), _within(timed, answered, 0.5), _within(timed, answered, 0.9)
    )


def _within(timed: list[tuple[int, int]], answered: int, part: float) -> float | None:
    """The time within which this part of them was answered."""
    so_far = 0
    for waited, n in timed:
        so_far += n
        if so_far >= part * answered:
            return seconds_of(waited)
    return None
