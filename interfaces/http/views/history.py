"""An order's whole history: every fact that belongs to it, with its place in the log."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from psycopg import Connection

from domain.fact import Recorded
from domain.identity import BoutiqueId, OrderId, StreamId
from domain.staff.events import Role
from interfaces.http.deps import DashboardDeps
from interfaces.http.problems import not_found
from interfaces.http.schemas import History, HistoryEntry
from interfaces.http.views.bodies import Opens, body
from interfaces.http.views.fact_values import values_of
from projections import journal, orders


class _Chain(NamedTuple):
    sound: bool
    verified_to: int


def history(boutique: BoutiqueId, deps: DashboardDeps, order: OrderId, role: Role) -> History:
    """All that happened around an order. Raises: ProblemFound 404 for one that is not this boutique's.

    The whole log is verified each time: a remembered answer would hide what was tampered with since.
    """
    with deps.door(boutique) as conn:
        row = orders.one(boutique, conn, order)
        if row is None:
            raise not_found()
        places = journal.of_order(boutique, conn, order)
        chain = _verified(boutique, conn)
    opens = (lambda sealed: deps.vault.open(boutique, sealed)) if role is Role.OWNER else None
    facts = _facts(deps, {place.stream for place in places})
    return History(
        order=order,
        number=row.number,
        entries=[_entry(place, facts[place.stream, place.version], opens) for place in places],
        chain_verified=chain.sound,
        verified_to=chain.verified_to,
    )


def _facts(deps: DashboardDeps, streams: set[str]) -> Mapping[tuple[str, int], Recorded[Any]]:
    return {
        (stream, recorded.originator_version): recorded
        for stream in streams
        for recorded in deps.log.read(StreamId(stream))
    }


def _verified(boutique: BoutiqueId, conn: Connection[Any]) -> _Chain:
    bad = conn.execute("SELECT bad_position FROM dukani.verify_chain(%s)", (boutique,)).fetchone()
    if bad is not None:
        return _Chain(sound=False, verified_to=int(bad[0]) - 1)
    head = conn.execute("SELECT last FROM dukani.log_heads WHERE boutique_id = %s", (boutique,)).fetchone()
    return _Chain(sound=True, verified_to=int(head[0]) if head else 0)


def _entry(place: journal.JournalRow, recorded: Recorded[Any], opens: Opens | None) -> HistoryEntry:
    return HistoryEntry(
        position=place.position,
        stream=place.stream,
        version=place.version,
        topic=place.topic,
        values=values_of(recorded.fact),
        at=recorded.at,
        actor=recorded.cause.actor,
        command=recorded.cause.command,
        correlation=recorded.cause.correlation,
        body=body(recorded.fact, opens),
    )
