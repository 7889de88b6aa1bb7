"""When Python looks for circles of dead objects, and through what."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_pauses = 0


@contextmanager
def collector_paused() -> Iterator[None]:
    """Python looks for no circles of dead objects meanwhile, in any thread.

    While thousands of facts are read it would look through all of them, and through every imported module,
    dozens of times for nothing: two thirds of the time were spent so. Keep the block short.
    """
    global _pauses  # noqa: PLW0603 — the collector is the process's, and so is the count of who paused it
    with _lock:
        _pauses += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _pauses -= 1
            if not _pauses:
                gc.enable()


def keep_what_is_loaded() -> None:
    """All that is in memory now stays there and is not looked through again: modules, models, routes.

    Called once, when a process is ready. Looking through the loaded house stops all of its threads for 150 ms
    each time; without it a full look takes less than one.
    """
    gc.collect()
    gc.freeze()
