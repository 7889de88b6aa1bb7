# mypy: ignore-errors
"""Teach exported weights the outlines of known pieces: a smooth vote of PIECES of them, solved in one go.

Looks at the photos of the senders who taught the nets, and of nobody else.
Usage: python -m application.brain.eye.training.outlines PHOTOS_DIR
"""

import sys
from pathlib import Path

import numpy as np

from application.brain.eye.embed import views
from application.brain.eye.network import Layers
from application.brain.eye.outline import outline
from application.brain.eye.photo import open_photo
from application.brain.eye.screen import without_bars
from application.brain.eye.segment import garment_mask, square_around, squared
from application.brain.eye.training.export import release
from application.brain.eye.training.folds import LABELS, read_photos, split
from application.brain.eye.weights import load_weights

NARROW, PIECES, SEED = 96, 700, 0
SHARPNESS, CALM, FIRMNESS = 1.5, 0.1, 1e-2


def outlines(photo: bytes) -> tuple[np.ndarray, np.ndarray]:
    """The outline of the garment, and of its mirror image."""
    picture = without_bars(open_photo(photo))
    mask = garment_mask(squared(picture), Layers(load_weights(), "mask"))
    cut, mirrored, *_ = views(picture, mask, square_around(mask, picture.width / picture.height))
    return outline(cut), outline(mirrored)


def taught(seen: np.ndarray, mirrored: np.ndarray, labels: np.ndarray) -> dict[str, np.ndarray]:
    """Outlines to their most telling numbers, nearness to PIECES of them, and each piece's vote (ridge)."""
    every, middle = np.concatenate([seen, mirrored]), seen.mean(0)
    _, axes = np.linalg.eigh((every - middle).T @ (every - middle))
    axes = axes[:, ::-1][:, :NARROW]
    places = (every - middle) @ axes
    scale = np.sqrt(SHARPNESS / np.median(_apart(places[:300], places[300:600])))
    places = places * scale
    chosen = np.random.default_rng(SEED).permutation(len(seen))[:PIECES]
    pieces, classes = places[chosen], np.eye(len(LABELS))[np.concatenate([labels, labels])]
    usual, near = classes.mean(0), np.exp(-_apart(places, pieces))
    among = np.exp(-_apart(pieces, pieces))
    against = near.T @ near + CALM * among + FIRMNESS * np.eye(PIECES)
    return {
        "outline.places.w": axes * scale,
        "outline.places.b": -middle @ axes * scale,
        "outline.pieces.w": 2 * pieces.T,
        "outline.pieces.b": -(pieces**2).sum(1),
        "outline.votes.w": np.linalg.solve(against, near.T @ (classes - usual)),
        "outline.votes.b": usual,
    }


def _apart(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Squared distances of each to each."""
    squares = (some**2).sum(1)[:, None] + (others**2).sum(1)
    return np.maximum(squares - 2 * some @ others.T, 0)


def main(folder: Path) -> None:
    """Some minutes: about three thousand photos."""
    photos = split(read_photos(folder)).train
    seen = [outlines((folder / "images" / f"{photo.image}.jpg").read_bytes()) for photo in photos]
    plain, mirrored = (np.array(part, np.float64) for part in zip(*seen, strict=True))
    release(taught(plain, mirrored, np.array([LABELS.index(photo.label) for photo in photos])))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
