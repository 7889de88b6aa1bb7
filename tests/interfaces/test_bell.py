"""An operator hears of each cause once, and of one that goes on once in an hour."""

from interfaces.bell import AGAIN_AFTER, MOST_CAUSES, Bell


def test_a_cause_rings_once_in_an_hour_whatever_rings_beside_it() -> None:
    seconds = [0.0]
    bell = Bell(lambda: seconds[0])

    assert [bell.rings(cause) for cause in ("disk", "disk", "key", "disk")] == [True, False, True, False]
    seconds[0] = AGAIN_AFTER
    assert [bell.rings(cause) for cause in ("disk", "disk")] == [True, False]


def test_causes_without_end_do_not_fill_the_memory() -> None:
    bell = Bell(lambda: 0.0)
    assert all(bell.rings(n) for n in range(MOST_CAUSES + 1))

    assert len(bell._rang) == MOST_CAUSES
    assert bell.rings(0)
    assert not bell.rings(MOST_CAUSES)
