"""One event loop for all clients that are asynchronous, so that a thread can end a call on the second.

A client's own time-outs count from one byte to the next: a neighbour that drips its answer holds a lane for
ever. A cancelled task does not.
"""

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeoutError
from typing import Any, TypeVar

T = TypeVar("T")


class OutOfTime(Exception):  # noqa: N818
    """The call was ended: its time was up."""


class Loop:
    """Runs coroutines for the threads of this process. Safe to share; the thread starts with the first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def run(self, call: Coroutine[Any, Any, T], within: float) -> T:
        """What the call gives. Raises: OutOfTime after so many seconds, and whatever the call raises."""
        future = asyncio.run_coroutine_threadsafe(asyncio.wait_for(call, within), self._running())
        try:
            return future.result(within + 1.0)
        except (TimeoutError, FutureTimeoutError, CancelledError) as late:
            future.cancel()
            raise OutOfTime(f"{within:.1f} s") from late

    def close(self) -> None:
        """End the thread. Calls that are under way are cancelled."""
        with self._lock:
            loop, thread, self._loop, self._thread = self._loop, self._thread, None, None
        if loop and thread:
            loop.call_soon_threadsafe(loop.stop)
            thread.join(5.0)

    def _running(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=_serve, args=(self._loop,), name="calls", daemon=True)
                self._thread.start()
            return self._loop


def _serve(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
        pending = asyncio.all_tasks(loop)
        for task in pending:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True))
        loop.run_until_complete(loop.shutdown_asyncgens())
    finally:
        loop.close()
