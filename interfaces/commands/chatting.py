"""Chatting: play a customer of a demo boutique in the terminal."""

import sys
from pathlib import Path

import httpx
import typer
from rich.console import Console

from interfaces.commands.phone import NoAnswer, Phone
from interfaces.sandbox.screens import Bubble

say = Console(highlight=False)


def chat(port: int, person: str, shop: int) -> None:
    """Play a customer: each line is a message, a path to a picture sends it, “pin 1234” answers M-Pesa."""
    url = f"http://127.0.0.1:{port}"
    try:
        shops = Phone.world(url).shops
    except httpx.TransportError:
        say.print(f"[red]No demo is running at port {port}; start it with: make demo[/]")
        raise typer.Exit(2) from None
    say.print(f"[dim]{person} writes to {shops[shop - 1].name}; Ctrl-D ends[/]")
    with Phone(url, person, shops[shop - 1].account) as phone:
        for line in sys.stdin:
            if line.strip():
                _send(phone, line.strip())


def _send(phone: Phone, line: str) -> None:
    try:
        if line.startswith("pin "):
            phone.enters_pin(line.removeprefix("pin ").strip())
            _print(phone.hears("M-Pesa"))
            return
        photo = Path(line)
        _print(phone.shows(photo.read_bytes()) if _is_file(photo) else phone.says(line))
    except NoAnswer as silent:
        say.print(f"[yellow]{silent}[/]")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _print(bubble: Bubble) -> None:
    say.print(f"[green]{bubble.text}[/]")
    taps = [tap.title for tap in (*bubble.buttons, *bubble.rows)]
    if taps:
        say.print(f"[cyan]{'  '.join(f'[{title}]' for title in taps)}[/]", markup=True)
