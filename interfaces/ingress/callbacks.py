"""Callbacks of the money's neighbours into the inbox, and the weighing of their evidence into the due work.

Safaricom may never repeat a callback that it was told is not stored, nor may others. So with the database
away it is spooled.
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import psycopg
import structlog

from interfaces.callbacks import Callback, CallbackIngress, CallbackNotStored
from interfaces.ingress.delivery import Rejected
from interfaces.ingress.group_commit import GroupCommit, StoreDown
from interfaces.ingress.quarantine import Quarantine
from interfaces.ingress.readings import callback_of, work_of
from interfaces.ingress.spool import Spool, Spooled, SpoolFull
from interfaces.ingress.statements import EVIDENCE
from interfaces.mpesa.token import issue, read
from interfaces.postgres.database import Database, StoreUnavailable

_say = structlog.get_logger()


class PostgresCallbackIngress:
    """CallbackIngress over PostgreSQL.

    Shape: the inbox row's account and lane are the payment and its provider id the body's SHA-256; the work's
    key is `<payment>/<sha256>`, its subject the payment and its detail the attempt.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._group = GroupCommit[Callback](self._commit)
        self._quarantine = Quarantine(database)

    async def accept(self, callback: Callback) -> None:
        """Returns once the callback is committed. Raises: CallbackNotStored."""
        try:
            await self._group.add(callback)
        except (StoreDown, psycopg.Error) as error:
            raise CallbackNotStored(type(error).__name__) from error

    def commit(self, callback: Callback) -> None:
        """Commit one callback now. Raises: StoreDown, psycopg.Error."""
        self._commit([callback])

    def _commit(self, callbacks: Sequence[Callback]) -> None:
        try:
            for callback in callbacks:
                self._insert(callback)
        except (StoreUnavailable, psycopg.OperationalError, psycopg.InterfaceError) as down:
            raise StoreDown(str(down)) from down

    def _insert(self, callback: Callback) -> None:
        about = callback.about
        if callback.unreadable is not None:
            aside = Rejected(str(about.payment), callback.unreadable, callback.body, callback.channel)
            self._quarantine.keep([aside])
            return
        values = {
            "boutique": about.boutique,
            "channel": callback.channel,
            "account": str(about.payment),
            "provider_id": callback.fingerprint,
            "payment": about.payment,
            "raw": callback.body,
            "kind": work_of(callback.channel),
            "key": f"{about.payment}/{callback.fingerprint}",
            "detail": str(about.attempt),
        }
        with self._database.as_boutique(about.boutique) as conn:
            conn.execute(EVIDENCE, values, prepare=True)


class SpooledCallbacks:
    """CallbackIngress that spools what the other one cannot store, and brings it back later.

    Shape: while something is spooled, what comes next is spooled behind it, at once: so all is replayed in
    order, and nobody waits for a database that is away.
    """

    def __init__(self, ingress: PostgresCallbackIngress, spool: Spool, secret: bytes) -> None:
        self._ingress: CallbackIngress = ingress
        self._commit = ingress.commit
        self._spool = spool
        self._secret = secret

    async def accept(self, callback: Callback) -> None:
        """Returns once the callback is committed or on the disk. Raises: CallbackNotStored."""
        if self._spool.is_empty:
            try:
                await self._ingress.accept(callback)
            except CallbackNotStored as away:
                _say.warning("callback-spooled", cause=str(away))
            else:
                return
        await asyncio.to_thread(self._append, callback)

    def replay(self, item: Spooled) -> None:
        """Commit a spooled callback; one already known changes nothing. Raises: StoreDown, LookupError."""
        about = read(self._secret, item.address.removeprefix("/cb/"))
        if about is None:
            raise LookupError("an address that we never gave")
        self._commit(callback_of(item.channel, about, item.body))

    def _append(self, callback: Callback) -> None:
        address = f"/cb/{issue(self._secret, callback.about)}"
        try:
            self._spool.append(Spooled(callback.channel, address, callback.body, datetime.now(UTC)))
        except (SpoolFull, OSError) as full:
            _say.error("spool-refuses", cause=str(full))
            raise CallbackNotStored(type(full).__name__) from full
