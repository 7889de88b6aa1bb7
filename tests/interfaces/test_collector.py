"""Python's search for dead circles rests while pages are read, and never for longer."""

import gc
import threading

import pytest

from interfaces.collector import collector_paused


def test_the_collector_rests_until_the_last_reader_is_done_and_works_again_after_an_error() -> None:
    both, first_done, seen = threading.Barrier(2), threading.Event(), list[bool]()

    def second() -> None:
        with collector_paused():
            both.wait(5)
            first_done.wait(5)
            seen.append(gc.isenabled())

    def fail() -> None:
        with collector_paused():
            both.wait(5)
            raise ValueError("unreadable")

    other = threading.Thread(target=second)
    other.start()
    with pytest.raises(ValueError, match="unreadable"):
        fail()
    seen.append(gc.isenabled())
    first_done.set()
    other.join()

    assert seen == [False, False]
    assert gc.isenabled()
