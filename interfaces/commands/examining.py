"""Examining: tells an operator about every neighbour, and ends with 1 if something configured is broken."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Final

import typer
from rich.console import Console

from interfaces.commands.running import clear_errors, serving_database
from interfaces.composition import house
from interfaces.doctor import checks, examine, is_well
from interfaces.findings import Finding, Verdict
from interfaces.settings import Settings

say = Console(highlight=False, soft_wrap=True)
_SIGNS: Final = {Verdict.WORKS: "[green]✓[/]", Verdict.BROKEN: "[red]✗[/]", Verdict.OFF: "[dim]–[/]"}


def doctor(data: Path, *, sandbox: bool, as_json: bool) -> None:
    """Examine all neighbours of this installation, or of the demo."""
    with clear_errors():
        settings = Settings(data_dir=data.resolve(), sandbox=True, public_url="") if sandbox else Settings()
        with serving_database(settings, keep=True):
            home = house(settings)
            try:
                findings = [tell(found, as_json=as_json) for found in examine(checks(home))]
            finally:
                home.close()
    if not is_well(findings):
        raise typer.Exit(1)


def tell(found: Finding, *, as_json: bool) -> Finding:
    """Print one finding as a line."""
    if as_json:
        line = {key: value for key, value in asdict(found).items() if key != "said"}
        say.print(json.dumps(line), markup=False)
        return found
    to_do = f"  → {found.do}" if found.do else ""
    say.print(f"{_SIGNS[found.verdict]} {found.neighbour:<15} {found.says}{to_do}")
    return found
