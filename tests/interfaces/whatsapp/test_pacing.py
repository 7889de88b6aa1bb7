"""Meta's quotas, kept on our side of the wire."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from application.ports import NeighbourFailed
from interfaces.whatsapp.pacing import PAIR_BURST, Pacing


@dataclass
class Watch:
    """Seconds that pass only when told."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


def used_up(pacing: Pacing, account: str, person: str, per_second: int = 1000) -> timedelta:
    """How long the next message has to wait."""
    with pytest.raises(NeighbourFailed, match="paced") as failed:
        pacing.take(account, person, per_second)
    assert failed.value.retryable
    assert failed.value.after is not None
    return failed.value.after


def test_a_customer_gets_45_at_once_and_then_one_every_six_seconds() -> None:
    watch = Watch()
    pacing = Pacing(watch)
    for _ in range(PAIR_BURST):
        pacing.take("1063", "amina", 1000)

    assert used_up(pacing, "1063", "amina") == timedelta(seconds=6)
    pacing.take("1063", "brian", 1000)
    watch.seconds = 6.01
    pacing.take("1063", "amina", 1000)
    assert used_up(pacing, "1063", "amina") > timedelta(seconds=5)


def test_a_number_of_the_business_app_sends_20_a_second_and_another_number_is_not_slowed_down() -> None:
    watch = Watch()
    pacing = Pacing(watch)
    for n in range(20):
        pacing.take("1063", f"person {n}", 20)

    assert used_up(pacing, "1063", "person 21", 20) <= timedelta(seconds=0.06)
    pacing.take("1064", "person 21", 20)
    watch.seconds = 1.0
    pacing.take("1063", "person 21", 20)


def refusal(code: str, after: timedelta | None = None) -> NeighbourFailed:
    return NeighbourFailed("whatsapp", code, "slow down", retryable=True, after=after)


def test_meta_slows_down_the_whole_number_or_only_the_customer_that_it_names() -> None:
    watch = Watch()
    pacing = Pacing(watch)
    pacing.take("1063", "amina", 80)

    pacing.refused("1063", "amina", refusal("131056"))
    assert used_up(pacing, "1063", "amina", 80) == timedelta(seconds=4)
    pacing.take("1063", "brian", 80)

    pacing.refused("1063", "amina", refusal("130429", timedelta(seconds=9)))
    assert used_up(pacing, "1063", "brian", 80) == timedelta(seconds=9)
    watch.seconds = 9.0
    pacing.take("1063", "brian", 80)


def test_an_error_of_another_kind_slows_down_nobody() -> None:
    pacing = Pacing(Watch())
    pacing.take("1063", "amina", 80)

    pacing.refused("1063", "amina", refusal("131026"))

    pacing.take("1063", "amina", 80)


def test_thousands_of_customers_do_not_fill_the_memory() -> None:
    watch = Watch()
    pacing = Pacing(watch)
    for n in range(25_000):
        watch.seconds += 6.0
        pacing.take("1063", f"person {n}", 80)

    assert len(pacing._pairs) <= 10_000
