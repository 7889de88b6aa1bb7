"""Looking: what the agent sees in a photo and in a message, as JSON lines."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import orjson
import typer

from application.brain.eye.eye import Eye
from application.brain.eye.photo import PhotoUnreadable
from application.brain.words.reader import OfflineReader
from application.look import Look
from application.understanding import Need, ReadingContext
from interfaces.commands.running import clear_errors
from interfaces.composition import House, house
from interfaces.demo.catalogue import BOUTIQUES
from interfaces.demo.ids import demo_boutique
from interfaces.settings import Settings


def look(
    photos: Annotated[list[Path], typer.Argument(help="Pictures of clothes.")],
    data: Annotated[Path, typer.Option(envvar="DUKANI_DATA_DIR", help="A running demo's data.")] = Path(
        ".dukani"
    ),
) -> None:
    """What the eye sees: kind, colours, confidence, vector, and a running demo's nearest pieces."""
    eye, home = Eye(), _running(data)
    for photo in photos:
        _print({"photo": str(photo), **_seen(eye, home, photo)})


def understand() -> None:
    """One message a line on standard input: language, intent and what was found in it."""
    reader = OfflineReader()
    for line in sys.stdin:
        meaning = reader.read(line.rstrip("\n"), ReadingContext())
        _print({"message": line.rstrip("\n"), **meaning.model_dump(mode="json", exclude_defaults=True)})


def _seen(eye: Eye, home: House | None, photo: Path) -> dict[str, object]:
    try:
        seen = eye.look(photo.read_bytes())
    except (PhotoUnreadable, OSError) as wrong:
        return {"error": str(wrong)}
    return {**asdict(seen), "nearest": _nearest(home, seen) if home else []}


def _nearest(home: House, seen: Look) -> list[dict[str, object]]:
    return [
        {
            "boutique": demo.profile.name,
            "sku": found.piece.sku,
            "title": found.piece.title,
            "likeness": found.likeness,
        }
        for demo in BOUTIQUES
        for found in home.shelf.search(demo_boutique(demo.profile), Need(), seen, 5)
    ]


def _running(data: Path) -> House | None:
    """The demo under this directory; none where it does not run."""
    from interfaces.postgres.embedded import ServerFailed

    if not data.exists():
        return None
    with clear_errors():
        try:
            return house(Settings(data_dir=data.resolve(), sandbox=True, public_url=""))
        except ServerFailed:
            return None


def _print(line: dict[str, object]) -> None:
    sys.stdout.write(orjson.dumps(line).decode() + "\n")
    sys.stdout.flush()
