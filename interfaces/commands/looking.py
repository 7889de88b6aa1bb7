"""Looking: what the agent sees in a photo and in a message, as JSON lines."""

import sys
from pathlib import Path

from pydantic import BaseModel

from application.brain.eye.eye import Eye
from application.brain.eye.photo import PhotoUnreadable
from application.look import Look
from application.understanding import Need
from domain.clothing import Colour, Garment
from interfaces.commands.running import clear_errors
from interfaces.composition import House, house
from interfaces.demo.catalogue import BOUTIQUES
from interfaces.demo.ids import demo_boutique
from interfaces.settings import Settings


class Seen(BaseModel):
    """A line of `look`. Shape: `kind` is the best guess, and `sure` whether the agent would say it aloud."""

    photo: str
    kind: Garment | None = None
    confidence: float = 0.0
    sure: bool = False
    candidates: tuple[tuple[Garment, float], ...] = ()
    colours: tuple[tuple[Colour, float], ...] = ()
    vector: tuple[float, ...] = ()
    model: str = ""
    nearest: tuple["Near", ...] = ()
    error: str | None = None


class Near(BaseModel):
    """One of a boutique's pieces nearest to a photo."""

    boutique: str
    sku: str
    title: str
    likeness: float | None


def look(photos: list[Path], data: Path) -> None:
    """What the eye sees: kind, colours, confidence, vector, and a running demo's nearest pieces."""
    eye, home = Eye(), _running(data)
    for photo in photos:
        _print(_seen(eye, home, photo))


def _seen(eye: Eye, home: House | None, photo: Path) -> Seen:
    try:
        seen = eye.look(photo.read_bytes())
    except (PhotoUnreadable, OSError) as wrong:
        return Seen(photo=str(photo), error=str(wrong))
    kind, confidence = seen.kind_candidates[0] if seen.kind_candidates else (None, 0.0)
    return Seen(
        photo=str(photo),
        kind=kind,
        confidence=confidence,
        sure=seen.kind is not None,
        candidates=seen.kind_candidates,
        colours=seen.colours,
        vector=seen.vector,
        model=seen.model,
        nearest=tuple(_nearest(home, seen)) if home else (),
    )


def _nearest(home: House, seen: Look) -> list[Near]:
    return [
        Near(
            boutique=demo.profile.name,
            sku=found.piece.sku,
            title=found.piece.title,
            likeness=found.likeness,
        )
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


def _print(line: BaseModel) -> None:
    sys.stdout.write(line.model_dump_json() + "\n")
    sys.stdout.flush()
