"""Work that makes very many objects at once, and none of them in a circle."""

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
