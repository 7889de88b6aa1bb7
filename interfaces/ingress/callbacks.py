"""M-Pesa's callbacks into the inbox, and the weighing of their evidence into the due work."""

from collections.abc import Callable, Sequence

import psycopg

from application.work import WorkKind
from interfaces.ingress.group_commit import GroupCommit, StoreDown
from interfaces.ingress.statements import EVIDENCE, QUARANTINE
from interfaces.mpesa.callback import CHANNEL, Callback, CallbackNotStored
from interfaces.postgres.database import Database, StoreUnavailable


class PostgresCallbackIngress:
    """CallbackIngress over PostgreSQL.

    Shape: the inbox row's account and lane are the payment and its provider id the body's SHA-256; the work's
    key is `<payment>/<sha256>`, its subject the payment and its detail the attempt.
    """

    def __init__(self, database: Database, wake: Callable[[], None] | None = None) -> None:
        self._database = database
        self._wake = wake
        self._group = GroupCommit[Callback](self._commit)

    async def accept(self, callback: Callback) -> None:
        """Returns once the callback is committed. Raises: CallbackNotStored."""
        try:
            await self._group.add(callback)
        except (StoreDown, psycopg.Error) as error:
            raise CallbackNotStored(type(error).__name__) from error

    def _commit(self, callbacks: Sequence[Callback]) -> None:
        try:
            for callback in callbacks:
                self._insert(callback)
        except (StoreUnavailable, psycopg.OperationalError, psycopg.InterfaceError) as down:
            raise StoreDown(str(down)) from down
        if self._wake is not None:
            self._wake()

    def _insert(self, callback: Callback) -> None:
        about = callback.about
        if callback.unreadable is not None:
            with self._database.as_ingress() as conn:
                conn.execute(QUARANTINE, (CHANNEL, str(about.payment), callback.unreadable, callback.body))
            return
        values = {
            "boutique": about.boutique,
            "channel": CHANNEL,
            "account": str(about.payment),
            "provider_id": callback.fingerprint,
            "payment": about.payment,
            "raw": callback.body,
            "kind": WorkKind.WEIGH_EVIDENCE,
            "key": f"{about.payment}/{callback.fingerprint}",
            "detail": str(about.attempt),
        }
        with self._database.as_boutique(about.boutique) as conn:
            conn.execute(EVIDENCE, values, prepare=True)
