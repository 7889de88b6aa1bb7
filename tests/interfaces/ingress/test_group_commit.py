"""What arrives while one transaction commits goes together into the next one."""

import asyncio
import threading
from collections.abc import Sequence

import pytest

from interfaces.ingress.group_commit import GroupCommit, StoreDown


class Commits:
    """Remembers the groups it was given. The first waits until it is let through; poison fails its group."""

    def __init__(self, *, held: bool = False, poison: str = "", down: bool = False) -> None:
        self.groups: list[list[str]] = []
        self.begun = threading.Event()
        self.open = threading.Event()
        self._poison = poison
        self._down = down
        if not held:
            self.open.set()

    def __call__(self, pieces: Sequence[str]) -> None:
        self.groups.append(list(pieces))
        self.begun.set()
        self.open.wait(5)
        if self._down:
            raise StoreDown("gone")
        if self._poison in pieces:
            raise ValueError(self._poison)


def test_pieces_that_arrive_during_a_commit_share_the_next_one() -> None:
    commits = Commits(held=True)

    async def run() -> None:
        group = GroupCommit[str](commits)
        first = asyncio.create_task(group.add("first"))
        await asyncio.to_thread(commits.begun.wait, 5)
        others = [asyncio.create_task(group.add(name)) for name in ("second", "third", "fourth")]
        await asyncio.sleep(0)
        commits.open.set()
        await asyncio.gather(first, *others)

    asyncio.run(run())
    assert commits.groups == [["first"], ["second", "third", "fourth"]]


def test_a_piece_that_cannot_be_stored_does_not_cost_its_neighbours() -> None:
    commits = Commits(poison="bad")

    async def run() -> list[BaseException | None]:
        group = GroupCommit[str](commits)
        return await asyncio.gather(
            *(group.add(name) for name in ("good", "bad", "fine")), return_exceptions=True
        )

    good, bad, fine = asyncio.run(run())
    assert (good, fine) == (None, None)
    assert isinstance(bad, ValueError)


def test_a_store_that_is_down_is_asked_once_for_the_whole_group() -> None:
    commits = Commits(down=True)

    async def run() -> list[BaseException | None]:
        group = GroupCommit[str](commits)
        return await asyncio.gather(*(group.add(str(n)) for n in range(5)), return_exceptions=True)

    failures = asyncio.run(run())
    assert [type(failure) for failure in failures] == [StoreDown] * 5
    assert len(commits.groups) == 1


def test_a_request_given_up_does_not_stop_the_others() -> None:
    commits = Commits(held=True)

    async def run() -> None:
        group = GroupCommit[str](commits)
        given_up = asyncio.create_task(group.add("given up"))
        waiting = asyncio.create_task(group.add("waiting"))
        await asyncio.sleep(0)
        given_up.cancel()
        with pytest.raises(asyncio.CancelledError):
            await given_up
        commits.open.set()
        await waiting

    asyncio.run(run())
    assert [piece for group in commits.groups for piece in group] == ["given up", "waiting"]
