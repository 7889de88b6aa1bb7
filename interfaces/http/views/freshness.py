"""How far what is shown is behind the boutique's log."""

from typing import Any

from psycopg import Connection

from domain.identity import BoutiqueId
from interfaces.http.deps import DashboardDeps
from interfaces.http.schemas import Lag, LivePosition, ModelLag
from projections.sales import FiguresAway


def lag(boutique: BoutiqueId, deps: DashboardDeps) -> Lag:
    """How far each read model is behind."""
    with deps.door(boutique) as conn:
        head = _head(boutique, conn)
        rows = conn.execute(
            "SELECT projection, position, error FROM dukani.positions"
            " WHERE boutique_id = %s ORDER BY projection",
            (boutique,),
        ).fetchall()
    models = [
        ModelLag(name=name, position=position, behind=head - position, fault=error)
        for name, position, error in rows
    ]
    return Lag(head=head, models=[*models, _figures(boutique, deps, head)])


def position(boutique: BoutiqueId, deps: DashboardDeps) -> LivePosition:
    """What is visible in every read model now."""
    with deps.door(boutique) as conn:
        row = conn.execute(
            "SELECT min(position) FROM dukani.positions WHERE boutique_id = %s AND error IS NULL", (boutique,)
        ).fetchone()
        return LivePosition(visible=(row[0] if row else None) or 0, head=_head(boutique, conn))


def _head(boutique: BoutiqueId, conn: Connection[Any]) -> int:
    row = conn.execute("SELECT last FROM dukani.log_heads WHERE boutique_id = %s", (boutique,)).fetchone()
    return int(row[0]) if row else 0


def _figures(boutique: BoutiqueId, deps: DashboardDeps, head: int) -> ModelLag:
    try:
        there = deps.sales.position(boutique)
    except FiguresAway as away:
        return ModelLag(name="sales", position=0, behind=head, fault=str(away))
    return ModelLag(name="sales", position=there, behind=head - there, fault=None)
