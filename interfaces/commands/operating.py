"""Operating: who runs the installation is named here, on the machine itself, and nowhere else."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

import typer
from rich.console import Console

from interfaces.accounts.operators import OperatorsRegister
from interfaces.commands.running import clear_errors, serving_database
from interfaces.composition import House, house
from interfaces.settings import Settings

say = Console(highlight=False, soft_wrap=True)
REFUSED: Final = 1
_MAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def invite(email: str, data: Path, *, sandbox: bool) -> None:
    """Print her link. It opens once, within a day, and is not shown again."""
    with at_home(data, sandbox=sandbox) as home:
        where = home.settings.public_url or home.settings.own_url
        print_invitation(_register(home), where, email, home.clock.now())


def dismiss(email: str, data: Path, *, sandbox: bool) -> None:
    """Let her in no longer."""
    with at_home(data, sandbox=sandbox) as home:
        carry_out_dismissal(_register(home), email)


def tell_all(data: Path, *, sandbox: bool) -> None:
    """Print every operator."""
    with at_home(data, sandbox=sandbox) as home:
        print_operators(_register(home))


def print_invitation(register: OperatorsRegister, where: str, email: str, now: datetime) -> None:
    """Invite her, and print the link. Raises: typer.Exit where it is no address of mail."""
    if not _MAIL.fullmatch(email):
        say.print(f"[red]{email} is no address of mail.[/]")
        raise typer.Exit(REFUSED)
    say.print(f"{where}/platform/join#{register.invite(email, now)}", markup=False)


def carry_out_dismissal(register: OperatorsRegister, email: str) -> None:
    """Let her in no longer. Raises: typer.Exit where she was no operator."""
    if not register.dismiss(email):
        say.print(f"[red]There is no operator {email} here.[/]")
        raise typer.Exit(REFUSED)


def print_operators(register: OperatorsRegister) -> None:
    """Print every operator, a line each."""
    for email, since in register.all():
        say.print(f"{email}  since {since:%Y-%m-%d %H:%M} UTC", markup=False)


def _register(home: House) -> OperatorsRegister:
    return OperatorsRegister(home.addresses.owner)


@contextmanager
def at_home(data: Path, *, sandbox: bool) -> Iterator[House]:
    """The house while a command runs in it."""
    with clear_errors():
        settings = Settings(data_dir=data.resolve(), sandbox=True, public_url="") if sandbox else Settings()
        with serving_database(settings, keep=True):
            home = house(settings)
            try:
                yield home
            finally:
                home.close()
