"""The spool: what came in while the database was away, on this machine's own disk until it is back.

For neighbours who do not come again when they are told that nothing was stored. One record is one line of a
file; a line is written whole and forced to the disk before its sender is told that it was accepted, so what
stands torn at the end after a crash was promised to nobody.
"""

import base64
import fcntl
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import orjson

LARGEST: Final = 64 * 1024 * 1024
_COMING: Final = "coming.log"
_GOING: Final = "going.log"
_ASIDE: Final = "aside.log"


class SpoolFull(Exception):  # noqa: N818
    """There is no room for more; nothing was kept."""


@dataclass(frozen=True, slots=True)
class Spooled:
    """An item as it came. Shape: `channel` says whose it is, `address` the path it came to.

    It must be known already that its sender may send it: nothing is checked again when it is replayed.
    """

    channel: str
    address: str
    body: bytes
    at: datetime


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits. Shape: `aside` counts what could not be replayed and needs a person."""

    items: int
    since: datetime | None
    is_full: bool
    aside: int


Replay = Callable[[Spooled], None]


class Spool:
    """Keeps items on disk, in their order, until `replay` has made them durable elsewhere.

    Shape: several processes may share the directory. Files are readable by their owner alone.
    Units: `largest` in bytes, for all that waits together.
    """

    def __init__(self, directory: Path, largest: int = LARGEST) -> None:
        self._directory = directory
        self._largest = largest

    def append(self, item: Spooled) -> None:
        """Returns once the item is on the disk. Raises: SpoolFull, OSError."""
        line = _line_of(item)
        with self._locked("door"):
            if self._size() + len(line) > self._largest:
                raise SpoolFull(f"{self._size()} bytes wait already")
            self._write(_COMING, line)

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits; costs two looks at the directory."""
        return not self._size()

    def backlog(self) -> Backlog:
        """How much waits, and since when."""
        waiting = [*self._read(_GOING), *self._read(_COMING)]
        since = waiting[0].at if waiting else None
        is_full = self._size() > self._largest * 0.9
        return Backlog(len(waiting), since, is_full, sum(1 for _ in self._read(_ASIDE)))

    def drain(self, replay: Replay, is_away: Callable[[Exception], bool]) -> int:
        """Replay all that waits, oldest first; how much it was.

        A failure that `is_away` ends it, and the rest waits; after a crash some items are replayed again.
        One that fails for a reason of its own is set aside for a person and does not stop the others.
        """
        if self.is_empty:
            return 0
        with self._locked("drain"):
            return sum(self._drain_one_file(replay, is_away) for _ in range(2))

    def _drain_one_file(self, replay: Replay, is_away: Callable[[Exception], bool]) -> int:
        if not self._path(_GOING).exists() and not self._turn_over():
            return 0
        done = 0
        for item in self._read(_GOING):
            try:
                replay(item)
            except Exception as failure:
                if is_away(failure):
                    raise
                self._write(_ASIDE, _line_of(item))
            done += 1
        self._path(_GOING).unlink()
        self._settle()
        return done

    def _turn_over(self) -> bool:
        """What is coming becomes what is going, and the next to come begins a file of its own."""
        with self._locked("door"):
            if not self._path(_COMING).exists():
                return False
            self._path(_COMING).rename(self._path(_GOING))
            self._settle()
        return True

    def _read(self, name: str) -> Iterator[Spooled]:
        try:
            with self._path(name).open("rb") as file:
                yield from (item for line in file if (item := _item_of(line)))
        except FileNotFoundError:
            return

    def _write(self, name: str, line: bytes) -> None:
        """A line of its own, whatever stands torn before it."""
        self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = not self._path(name).exists()
        handle = os.open(self._path(name), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with open(handle, "ab", buffering=0) as file:  # noqa: PTH123 — a handle made with its mode
            if file.write(line) != len(line):
                raise OSError("the disk took a part of it")
            os.fsync(file.fileno())
        if new:
            self._settle()

    def _settle(self) -> None:
        """Names in the directory are as durable as what stands in the files."""
        handle = os.open(self._directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def _size(self) -> int:
        return sum(self._path(name).stat().st_size for name in (_GOING, _COMING) if self._path(name).exists())

    def _path(self, name: str) -> Path:
        return self._directory / name

    @contextmanager
    def _locked(self, name: str) -> Iterator[None]:
        self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(self._directory / f".{name}", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)


def _line_of(item: Spooled) -> bytes:
    told = orjson.dumps(
        {
            "channel": item.channel,
            "address": item.address,
            "at": item.at.astimezone(UTC),
            "body": base64.b64encode(item.body).decode(),
        }
    )
    return b"\n%08x %b\n" % (zlib.crc32(told), told)


def _item_of(line: bytes) -> Spooled | None:
    """None for a line that is not whole: its sender was not told that it was kept."""
    told = line[9:].rstrip(b"\n")
    if len(line) < 10 or line[:9] != b"%08x " % zlib.crc32(told):
        return None
    known = orjson.loads(told)
    body = base64.b64decode(known["body"])
    return Spooled(known["channel"], known["address"], body, datetime.fromisoformat(known["at"]))
