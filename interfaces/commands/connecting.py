"""Connecting: an operator connects a boutique's number, till or brain, with what its owner gave him."""

import sys
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

import typer
from pydantic import TypeAdapter, ValidationError
from rich.console import Console

from domain.boutique.boutique import Boutique
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId
from interfaces.commands.examining import tell
from interfaces.commands.running import clear_errors, serving_database
from interfaces.composition import House, house
from interfaces.connections.offers import AnyOffer, Offer
from interfaces.connections.plan import NotConnected
from interfaces.settings import Settings

say = Console(highlight=False, soft_wrap=True)
REFUSED: Final = 1
_OFFER: Final[TypeAdapter[Offer]] = TypeAdapter(AnyOffer)


def connect(boutique: str, data: Path, *, sandbox: bool) -> None:
    """Connect what standard input describes; secrets are neither arguments nor printed."""
    offer = offered(sys.stdin.read())
    with clear_errors():
        settings = Settings(data_dir=data.resolve(), sandbox=True, public_url="") if sandbox else Settings()
        with serving_database(settings, keep=True):
            home = house(settings)
            try:
                carry_out(home, boutique, offer)
            finally:
                home.close()


def offered(text: str) -> Offer:
    """The offer that a JSON object describes. Raises: typer.Exit, with what is wrong and no secret."""
    try:
        return _OFFER.validate_json(text)
    except ValidationError as wrong:
        for each in wrong.errors(include_input=False, include_url=False):
            say.print(f"[red]{'.'.join(str(part) for part in each['loc'])}: {each['msg']}[/]")
        raise typer.Exit(REFUSED) from None


def carry_out(home: House, name: str, offer: Offer) -> None:
    """Connect it and print how it is. Raises: typer.Exit when it cannot be."""
    boutique = _boutique(home, name)
    if boutique is None:
        say.print(f"[red]There is no boutique {name} here.[/]")
        raise typer.Exit(REFUSED)
    try:
        tell(home.connections.connect(boutique, Cause(Actor.OWNER, uuid4(), boutique), offer), as_json=False)
    except NotConnected as no:
        tell(no.finding, as_json=False)
        raise typer.Exit(REFUSED) from None


def _boutique(home: House, name: str) -> BoutiqueId | None:
    try:
        boutique = BoutiqueId(UUID(name))
    except ValueError:
        return None
    known = home.shop.open(boutique, boutique).get(Boutique, boutique)
    return boutique if known.name else None
