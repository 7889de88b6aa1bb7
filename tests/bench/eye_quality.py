"""How well the offline eye sees, on photos of people whose photos taught it nothing.

Usage: python -m tests.bench.eye_quality PHOTOS_DIR

"Ten kinds" are those that the goals were set on: dress, hat, long-sleeve, outwear, pants, shirt, shoes,
shorts, skirt, t-shirt. "All labels" are the seventeen of the photo list, rare ones (polo, blouse) among them.

"Same piece" asks with a changed photo and wants its own original back among all photos. There are no two real
photos of one garment, so these figures are about changes of one photo. New grounds use the eye's own mask and
flatter it a little.
"""

import csv
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from application.brain.eye.embed import LABELLED
from application.brain.eye.eye import SAME_PIECE, Eye
from application.brain.eye.training.folds import LABELS, Photo, read_photos, split
from application.look import Look
from domain.clothing import Garment
from tests.bench.eye_changes import CHANGES, Change, changed

COLOURS = Path(__file__).with_name("eye_colours.csv")
TEN_KINDS = frozenset(
    {"Dress", "Hat", "Longsleeve", "Outwear", "Pants", "Shirt", "Shoes", "Shorts", "Skirt", "T-Shirt"}
)
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Row:
    """One measured figure against its goal; without a goal it is only told."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    holds: bool = True


class Seen(NamedTuple):
    """All photos in the list's order, what the eye said of each, and which of them test it."""

    photos: list[Photo]
    looks: list[Look]
    vectors: Vectors
    tested: list[int]


def measure(photos: Path) -> list[Row]:
    """Every figure of the model card. Takes some minutes: about ten thousand looks."""
    seen = _look_at_all(photos)
    rows = [*_same_piece(photos, seen), *_kinds_found(seen), *_kinds_named(seen), _colours_named(seen)]
    return [*rows, _speed(photos, seen)]


def garment_of(photo: Photo) -> Garment | None:
    """The labelled kind in the words of the catalogue."""
    return LABELLED[LABELS.index(photo.label)]


def _at_least(name: str, value: float, goal: float) -> Row:
    return Row(name, value, "share", goal, value >= goal)


def _file(folder: Path, photo: Photo) -> Path:
    return folder / "images" / f"{photo.image}.jpg"


def _look_at_all(folder: Path) -> Seen:
    photos = read_photos(folder)
    held_out = {photo.image for photo in split(photos).test}
    eye = Eye()
    looks = [eye.look(_file(folder, photo).read_bytes()) for photo in photos]
    vectors = np.array([look.vector for look in looks], np.float32)
    return Seen(photos, looks, vectors, [i for i, photo in enumerate(photos) if photo.image in held_out])


def _same_piece(folder: Path, seen: Seen) -> list[Row]:
    ranks, own, other = [], [], []
    rows = []
    for change in CHANGES:
        near = _asked(folder, seen, change) @ seen.vectors.T
        mine = near[np.arange(len(seen.tested)), seen.tested].copy()
        near[np.arange(len(seen.tested)), seen.tested] = -1
        rank = (near > mine[:, None]).sum(1)
        rows.append(Row(f"same piece after {change.__name__}, R@1", float((rank < 1).mean()), "share"))
        ranks.append(rank)
        own.append(mine)
        other.append(near.max(1))
    rank = np.concatenate(ranks)
    claims = float((np.concatenate(own) >= SAME_PIECE).mean())
    wrong = float((np.concatenate(other) >= SAME_PIECE).mean())
    return [
        _at_least("same piece, ten changes, R@1", float((rank < 1).mean()), 0.95),
        _at_least("same piece, ten changes, R@5", float((rank < 5).mean()), 0.99),
        *rows,
        Row("own piece above the same-piece threshold", claims, "share"),
        Row("another piece above it, own one not there", wrong, "share"),
    ]


def _asked(folder: Path, seen: Seen, change: Change) -> Vectors:
    eye, vectors = Eye(), []
    for place, i in enumerate(seen.tested):
        other = seen.photos[seen.tested[place - 7]]
        with Image.open(_file(folder, seen.photos[i])) as photo, Image.open(_file(folder, other)) as ground:
            asked = changed(change, photo.convert("RGB"), seen.photos[i].image, ground.convert("RGB"))
        vectors.append(eye.look(asked).vector)
    return np.array(vectors, np.float32)


def _kinds_found(seen: Seen) -> list[Row]:
    """Of the five nearest pieces of other people, how many are of the kind asked with."""
    everyone, tested = range(len(seen.photos)), seen.tested
    ten = [i for i in tested if seen.photos[i].label in TEN_KINDS]
    among_ten = [i for i in everyone if seen.photos[i].label in TEN_KINDS]
    return [
        _at_least("kind precision@5, ten kinds", _precision(seen, ten, among_ten), 0.65),
        Row("kind precision@5, all labels", _precision(seen, tested, everyone), "share"),
        Row("kind precision@5, held-out gallery only", _precision(seen, tested, tested), "share"),
    ]


def _precision(seen: Seen, asked: Sequence[int], gallery: Sequence[int]) -> float:
    kinds = np.array([str(garment_of(seen.photos[i])) for i in gallery])
    senders = np.array([seen.photos[i].sender for i in gallery])
    shares = []
    for i in asked:
        near = seen.vectors[np.asarray(gallery)] @ seen.vectors[i]
        near[senders == seen.photos[i].sender] = -1
        shares.append((kinds[np.argsort(-near)[:5]] == str(garment_of(seen.photos[i]))).mean())
    return float(np.mean(shares))


def _kinds_named(seen: Seen) -> list[Row]:
    tested = [i for i in seen.tested if garment_of(seen.photos[i]) is not None]
    right = {i: seen.looks[i].kind_candidates[0][0] == garment_of(seen.photos[i]) for i in tested}
    second = [garment_of(seen.photos[i]) in dict(seen.looks[i].kind_candidates[:2]) for i in tested]
    ten = [right[i] for i in tested if seen.photos[i].label in TEN_KINDS]
    said = [right[i] for i in tested if seen.looks[i].kind is not None]
    return [
        _at_least("kind accuracy, ten kinds", float(np.mean(ten)), 0.75),
        Row("kind accuracy, all labels", float(np.mean(list(right.values()))), "share"),
        Row("kind among the first two", float(np.mean(second)), "share"),
        _at_least("kind precision where the eye is sure", float(np.mean(said)), 0.9),
        Row("photos on whose kind the eye is sure", len(said) / len(tested), "share"),
    ]


def _colours_named(seen: Seen) -> Row:
    place = {photo.image: i for i, photo in enumerate(seen.photos)}
    with COLOURS.open(newline="") as lines:
        accepted = {place[row["image"]]: row["colours"].split() for row in csv.DictReader(lines)}
    right = [seen.looks[i].colours[0][0].value in names for i, names in accepted.items()]
    return _at_least("main colour acceptable", float(np.mean(right)), 0.83)


def _speed(folder: Path, seen: Seen) -> Row:
    """Processor time, so that a busy machine does not lie; run with OPENBLAS_NUM_THREADS=1."""
    photos = [_file(folder, seen.photos[i]).read_bytes() for i in seen.tested[:60]]
    eye, began = Eye(), time.process_time()
    for photo in photos:
        eye.look(photo)
    spent = (time.process_time() - began) / len(photos) * 1000
    return Row("processor time per photo, one core", spent, "ms", 60, spent <= 60)


def _table(rows: Sequence[Row]) -> str:
    lines = []
    for row in rows:
        goal = "" if row.goal is None else f"goal {row.goal:g}  {'holds' if row.holds else 'MISSED'}"
        lines.append(f"{row.name:<48}{row.value:>9.3f} {row.unit:<6} {goal}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(_table(measure(Path(sys.argv[1]))))  # noqa: T201
