"""Forgetting: carries out what a customer asked for, and shows what was destroyed."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Final
from uuid import UUID

import typer
from rich.console import Console

from application.forgetting import Forgotten
from domain.identity import BoutiqueId, CustomerId, derive
from domain.refusal import Refusal
from interfaces.commands.running import clear_errors, serving_database
from interfaces.composition import House, house
from interfaces.postgres.chain import verify
from interfaces.settings import Settings
from projections import customers

say = Console(highlight=False, soft_wrap=True)
REFUSED: Final = 1


def forget(customer: str, data: Path, *, sure: bool) -> None:
    """Forget this customer; without one, tell who waits for it."""
    with clear_errors():
        settings = Settings(data_dir=data.resolve(), sandbox=True, public_url="")
        with serving_database(settings, keep=True):
            home = house(settings)
            try:
                if customer:
                    carry_out(home, customer, sure=sure)
                else:
                    tell_who_waits(home)
            finally:
                home.close()


def proof(home: House, boutique: BoutiqueId, customer: CustomerId, done: Forgotten) -> dict[str, object]:
    """What was destroyed, and that the boutique's log is still what was recorded."""
    broken = verify(home.database, boutique)
    return {
        "boutique": str(boutique),
        "customer": str(customer),
        "at": home.clock.now().isoformat(),
        "key_destroyed": True,
        "orders_closed": [str(order) for order in done.orders_closed],
        "cart_emptied": done.cart_emptied,
        "values_unreadable": done.sealed,
        **asdict(done.emptied),
        "log": "whole" if broken is None else f"broken at {broken.position}: {broken.fault}",
    }


def carry_out(home: House, name: str, *, sure: bool) -> None:
    """Forget the customer of this id and print the proof. Raises: typer.Exit when it cannot be done."""
    found = _found(home, name)
    if found is None:
        say.print(f"[red]No boutique here has a customer {name}.[/]")
        raise typer.Exit(REFUSED)
    boutique, customer = found
    if not sure:
        typer.confirm(f"Forget {customer} for ever? Nothing brings her back.", abort=True)
    try:
        done = home.forgetting.forget(
            boutique, customer, derive(customer, "forget", home.clock.now().isoformat())
        )
    except Refusal as no:
        say.print(f"[red]She cannot be forgotten yet ({no.code}): {no}.[/]")
        raise typer.Exit(REFUSED) from None
    say.print(json.dumps(proof(home, boutique, customer, done), indent=2), markup=False)


def tell_who_waits(home: House) -> None:
    """Who asked to be forgotten and is not yet."""
    for boutique in _boutiques(home):
        with home.database.as_boutique(boutique) as conn:
            waiting = customers.waiting_to_be_forgotten(boutique, conn)
        for row in waiting:
            say.print(f"{row.customer}  asked {row.erasure_requested_at:%Y-%m-%d %H:%M} UTC")


def _found(home: House, name: str) -> tuple[BoutiqueId, CustomerId] | None:
    try:
        customer = CustomerId(UUID(name))
    except ValueError:
        return None
    for boutique in _boutiques(home):
        with home.database.as_boutique(boutique) as conn:
            if customers.known(boutique, conn, [customer]):
                return boutique, customer
    return None


def _boutiques(home: House) -> list[BoutiqueId]:
    """An operator's question, asked of all boutiques as one."""
    with home.database.as_follower() as conn:
        return [
            BoutiqueId(row[0]) for row in conn.execute("SELECT boutique_id FROM dukani.log_heads").fetchall()
        ]
