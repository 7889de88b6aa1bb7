"""Group commit: what arrives while one transaction commits goes together into the next one."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class StoreDown(Exception):  # noqa: N818
    """The store cannot be reached: trying a group's pieces one by one would not help."""


class GroupCommit(Generic[T]):
    """Collects pieces from many requests and commits them in turn; each request learns of its own piece.

    Shape: lives on one event loop; `commit` runs in a thread, never twice at a time.
    """

    def __init__(self, commit: Callable[[Sequence[T]], None], most: int = 200) -> None:
        self._commit = commit
        self._most = most
        self._waiting: deque[tuple[T, asyncio.Future[None]]] = deque()
        self._running: asyncio.Task[None] | None = None

    async def add(self, piece: T) -> None:
        """Returns once the piece is committed. Raises: whatever the commit of this piece raised."""
        stored: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((piece, stored))
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._run())
        await stored

    async def _run(self) -> None:
        while self._waiting:
            group = [self._waiting.popleft() for _ in range(min(len(self._waiting), self._most))]
            failure = await self._failure_of([piece for piece, _ in group])
            if failure is None or isinstance(failure, StoreDown) or len(group) == 1:
                _tell([stored for _, stored in group], failure)
                continue
            for piece, stored in group:  # one bad piece must not cost its neighbours
                _tell([stored], await self._failure_of([piece]))

    async def _failure_of(self, pieces: Sequence[T]) -> Exception | None:
        try:
            await asyncio.to_thread(self._commit, pieces)
        except Exception as failure:  # noqa: BLE001 — handed to those who wait for the piece
            return failure
        return None


def _tell(waiting: Sequence[asyncio.Future[None]], failure: Exception | None) -> None:
    for stored in waiting:
        with contextlib.suppress(asyncio.InvalidStateError):  # its request was given up meanwhile
            if failure is None:
                stored.set_result(None)
            else:
                stored.set_exception(failure)
