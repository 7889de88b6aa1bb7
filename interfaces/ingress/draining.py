"""The drain: brings what was spooled into the inbox as soon as the database answers again."""

import threading
from collections.abc import Mapping
from typing import Final

import psycopg
import structlog

from interfaces.ingress.group_commit import StoreDown
from interfaces.ingress.spool import Replay, Spool, Spooled
from interfaces.postgres.database import StoreUnavailable

LOOK_AGAIN: Final = 1.0
_AWAY: Final = (StoreDown, StoreUnavailable, psycopg.OperationalError, psycopg.InterfaceError)

_say = structlog.get_logger()


class NobodysChannel(Exception):  # noqa: N818
    """No neighbour of this installation has such a channel."""


class Drain:
    """Replays a spool, each item by its channel's own replay, which must be harmless when repeated.

    Example:
        Drain(spool, {"mpesa": callbacks.replay}).start()
    """

    def __init__(self, spool: Spool, replays: Mapping[str, Replay]) -> None:
        self._spool = spool
        self._replays = replays
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="drain", daemon=True)

    def start(self) -> None:
        """Look for spooled items every second from now on."""
        self._thread.start()

    def stop(self) -> None:
        """End; what still waits is replayed by the next process."""
        self._stop.set()
        self._thread.join()

    def once(self) -> int:
        """Replay all that waits, and how much it was; 0 while the database is away."""
        try:
            done = self._spool.drain(self._replay, lambda failure: isinstance(failure, _AWAY))
        except _AWAY as away:
            _say.warning("spool-waits", cause=type(away).__name__, items=self._spool.backlog().items)
            return 0
        if done:
            self._tell(done, self._spool.backlog().aside)
        return done

    def _tell(self, done: int, aside: int) -> None:
        """What was set aside waits for a person, who must hear of it."""
        _say.warning("spool-replayed", items=done, aside=aside)
        if aside:
            _say.error("spool-item-set-aside", cause="cannot-be-replayed", items=aside)

    def _replay(self, item: Spooled) -> None:
        replay = self._replays.get(item.channel)
        if replay is None:
            raise NobodysChannel(item.channel)
        replay(item)

    def _run(self) -> None:
        while not self._stop.wait(LOOK_AGAIN):
            try:
                self.once()
            except OSError as broken:
                _say.error("spool-unreadable", cause=broken.strerror)
