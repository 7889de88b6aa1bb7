"""Whose photos teach, calibrate and test the eye: nobody's photos are in two folds.

Shape: photos.csv of the CC0 clothing photos (`image,sender_id,label,kids`).
"""

import csv
import random
from pathlib import Path
from typing import NamedTuple

LABELS = (
    "T-Shirt", "Polo", "Pants", "Longsleeve", "Shoes", "Outwear", "Shorts", "Dress", "Shirt",
    "Hat", "Skirt", "Blazer", "Undershirt", "Top", "Hoodie", "Body", "Blouse",
)  # fmt: skip
TEST_PHOTOS, CALIBRATION_PHOTOS, LARGEST_SENDER = 470, 260, 120
SEED = 20261123


class Photo(NamedTuple):
    """One row of the photo list."""

    image: str
    sender: str
    label: str


class Folds(NamedTuple):
    """Photos by use; senders never overlap."""

    train: list[Photo]
    calibration: list[Photo]
    test: list[Photo]


def read_photos(folder: Path) -> list[Photo]:
    """All photos of the list, in its order."""
    with (folder / "photos.csv").open(newline="") as lines:
        return [Photo(row["image"], row["sender_id"], row["label"]) for row in csv.DictReader(lines)]


def split(photos: list[Photo]) -> Folds:
    """The same folds for ever: senders in a seeded order fill the test set, then the calibration set."""
    by_sender: dict[str, list[Photo]] = {}
    for photo in photos:
        by_sender.setdefault(photo.sender, []).append(photo)
    senders = sorted(by_sender)
    random.Random(SEED).shuffle(senders)  # noqa: S311
    folds = Folds([], [], [])
    for sender in senders:
        taken = by_sender[sender]
        folds[_fold_for(taken, folds)].extend(taken)
    return folds


def _fold_for(taken: list[Photo], folds: Folds) -> int:
    if len(taken) > LARGEST_SENDER:
        return 0
    if len(folds.test) + len(taken) <= TEST_PHOTOS:
        return 2
    if len(folds.calibration) + len(taken) <= CALIBRATION_PHOTOS:
        return 1
    return 0
