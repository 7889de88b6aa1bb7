"""Where the eye's thresholds come from: photos of people who neither taught it nor test it.

Usage: python -m tests.bench.eye_calibration PHOTOS_DIR
Prints the values of TEMPERATURE, SURE_KIND, SAME_PIECE and SIMILAR that application/brain/eye/eye.py holds.
"""

import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from application.brain.eye.embed import LABELLED, kinds
from application.brain.eye.eye import Eye
from application.brain.eye.training.folds import LABELS, Photo, read_photos, split
from tests.bench.eye_changes import CHANGES, Change, changed

GALLERY = 500
WANTED_PRECISION = 0.96
FALSE_CLAIMS = 0.02
UNRELATED = 0.99
Floats = NDArray[np.float64]


class Thresholds(NamedTuple):
    """What the calibration photos say."""

    temperature: float
    sure_kind: float
    same_piece: float
    similar: float


def calibrate(folder: Path) -> Thresholds:
    """All four values; some minutes."""
    folds = split(read_photos(folder))
    gallery = folds.calibration + random.Random(5).sample(folds.train, GALLERY - len(folds.calibration))
    temperature, sure = _kind_thresholds(folder, folds.calibration)
    same, similar = _nearness_thresholds(folder, folds.calibration, gallery)
    return Thresholds(temperature, sure, same, similar)


def _content(folder: Path, photo: Photo) -> bytes:
    return (folder / "images" / f"{photo.image}.jpg").read_bytes()


def _kind_thresholds(folder: Path, photos: Sequence[Photo]) -> tuple[float, float]:
    """The temperature of least surprise, and from which probability on WANTED_PRECISION is kept."""
    eye = Eye()
    named = [photo for photo in photos if LABELLED[LABELS.index(photo.label)] is not None]
    logits = np.array([eye.impression(_content(folder, photo)).logits for photo in named])
    classes = np.array([LABELS.index(photo.label) for photo in named])
    heats = np.arange(0.3, 2.5, 0.02)
    heat = float(heats[np.argmin([_surprise(logits / h, classes) for h in heats])])
    said = [kinds(row, heat)[0] for row in logits]
    odds = np.array([share for _, share in said])
    right = np.array([name is LABELLED[c] for (name, _), c in zip(said, classes, strict=True)])
    enough = [t for t in np.arange(0.4, 0.99, 0.01) if _kept(right[odds >= t])]
    return round(heat, 2), round(float(enough[0]), 2)


def _kept(right: NDArray[np.bool_]) -> bool:
    return len(right) >= 20 and right.mean() >= WANTED_PRECISION


def _surprise(logits: Floats, classes: NDArray[np.int64]) -> float:
    logs = logits - np.log(np.exp(logits).sum(1, keepdims=True))
    return float(-logs[np.arange(len(classes)), classes].mean())


def _nearness_thresholds(
    folder: Path, asked: Sequence[Photo], gallery: Sequence[Photo]
) -> tuple[float, float]:
    """Another piece tops the first in FALSE_CLAIMS of questions; few unrelated pairs top the second."""
    eye = Eye()
    held = np.array([eye.look(_content(folder, photo)).vector for photo in gallery])
    others = []
    for change in CHANGES:
        for i, photo in enumerate(asked[::2]):
            near = held @ np.array(eye.look(_changed(folder, asked, 2 * i, photo, change)).vector)
            near[2 * i] = -1
            others.append(near.max())
    senders = np.array([photo.sender for photo in gallery])
    strangers = (held @ held.T)[senders[:, None] != senders[None]]
    same, similar = np.quantile(others, 1 - FALSE_CLAIMS), np.quantile(strangers, UNRELATED)
    return round(float(same), 2), round(float(similar), 2)


def _changed(folder: Path, asked: Sequence[Photo], i: int, photo: Photo, change: Change) -> bytes:
    with (
        Image.open(folder / "images" / f"{photo.image}.jpg") as seen,
        Image.open(folder / "images" / f"{asked[i - 14].image}.jpg") as ground,
    ):
        return changed(change, seen.convert("RGB"), photo.image, ground.convert("RGB"))


if __name__ == "__main__":
    print(calibrate(Path(sys.argv[1])))  # noqa: T201
