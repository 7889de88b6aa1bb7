"""Passwords: a way back in for whom no mail reaches, given by hand to somebody who has shown who she is."""

from pathlib import Path
from typing import Final

import typer
from rich.console import Console

from interfaces.accounts.forgotten_passwords import PATH
from interfaces.accounts.people import People
from interfaces.commands.operating import at_home
from interfaces.composition import House

say = Console(highlight=False, soft_wrap=True)
REFUSED: Final = 1


def give(email: str, data: Path, *, without_codes: bool, sandbox: bool) -> None:
    """Print her link. It opens once, within half an hour, and is not shown again."""
    with at_home(data, sandbox=sandbox) as home:
        print_link(home, email, without_codes=without_codes)


def print_link(home: House, email: str, *, without_codes: bool) -> None:
    """A link for a new password; without her authenticator's codes where she has lost that too.

    Raises: typer.Exit where nobody has this address.
    """
    people = People(home.database)
    known = people.called(email.strip().lower())
    if known is None:
        say.print(f"[red]Nobody here has the address {email}.[/]")
        raise typer.Exit(REFUSED)
    if without_codes:
        people.keep_second_factor(known.person, None)
    where = home.settings.public_url or home.settings.own_url
    say.print(where + PATH + people.ask_reset(known.person, home.clock.now()), markup=False)
