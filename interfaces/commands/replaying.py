"""Replaying: an order's whole history, fact by fact, out of the log."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer
from rich.console import Console

from domain.fact import Recorded, fold
from domain.identity import BoutiqueId, OrderId, stream_of
from domain.order.order import Order
from interfaces.commands.running import clear_errors, serving_database
from interfaces.composition import House, house
from interfaces.postgres.chain import verify
from interfaces.settings import Settings
from projections import journal, orders

say = Console(highlight=False, soft_wrap=True)


def replay(order: str, data: Path) -> None:
    """Tell an order's history as it stands in the log, and whether the log is whole."""
    with clear_errors():
        settings = Settings(data_dir=data.resolve(), sandbox=True, public_url="")
        with serving_database(settings, keep=True):
            home = house(settings)
            try:
                _tell(home, order)
            finally:
                home.close()


def _tell(home: House, name: str) -> None:
    found = _found(home, name)
    if found is None:
        say.print(f"[red]No boutique here has an order {name}.[/]")
        raise typer.Exit(1)
    boutique, order = found
    with home.database.as_boutique(boutique) as conn:
        rows = journal.of_order(boutique, conn, order)
    for row in rows:
        say.print(
            f"[dim]{row.position:>6}[/] {row.at:%Y-%m-%d %H:%M:%S} [bold]{row.topic}[/] [dim]{row.actor}[/]"
        )
    state = fold(Order(), (recorded.fact for recorded in _story(home, boutique, order)))
    broken = verify(home.database, boutique)
    whole = "[green]the log is whole[/]" if broken is None else f"[red]the log is broken: {broken}[/]"
    say.print(f"{state.number}: {state.status.value}, {state.total}; {whole}")


def _story(home: House, boutique: BoutiqueId, order: OrderId) -> Sequence[Recorded[Any]]:
    return home.log.read(stream_of(boutique, Order.KIND, order))


def _found(home: House, name: str) -> tuple[BoutiqueId, OrderId] | None:
    """Whose order it is, among all boutiques; an operator's question, asked as one."""
    with home.database.as_follower() as conn:
        heads = [row[0] for row in conn.execute("SELECT boutique_id FROM dukani.log_heads").fetchall()]
    for boutique in heads:
        with home.database.as_boutique(boutique) as conn:
            named = orders.named(boutique, conn, name)
        if named:
            return boutique, named
    return None
