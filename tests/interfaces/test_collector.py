"""Python's search for dead circles rests while pages are read, and leaves out what is loaded for good."""

import gc
import threading

import pytest

from interfaces.collector import collector_paused, keep_what_is_loaded
from tests.support.sandbox import eventually


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
    eventually(gc.isenabled, "the collector to work; a house beside this test may read a page just now")


def test_what_is_loaded_is_not_looked_through_again() -> None:
    before = gc.get_freeze_count()
    loaded = [[n] for n in range(100)]
    keep_what_is_loaded()
    assert gc.get_freeze_count() >= before + len(loaded)
    assert not any(each is loaded[0] for each in gc.get_objects())
