# mypy: ignore-errors
"""The last touch to exported weights: directions made narrower, so that the kind has room in the vector.

Looks at the photos of the senders who taught the net, and of nobody else.
Usage: python -m application.brain.eye.training.narrow PHOTOS_DIR
"""

import sys
from pathlib import Path

import numpy as np

from application.brain.eye.eye import Eye
from application.brain.eye.training.export import release
from application.brain.eye.training.folds import read_photos, split

NARROW = 114


def narrowing(directions: np.ndarray) -> dict[str, np.ndarray]:
    """The linear map of a direction to its NARROW most telling numbers."""
    _, axes = np.linalg.eigh(directions.T @ directions)
    return {"eye.narrow.w": axes[:, ::-1][:, :NARROW], "eye.narrow.b": np.zeros(NARROW)}


def main(folder: Path) -> None:
    """Some minutes: about three thousand looks."""
    eye, taught = Eye(), split(read_photos(folder)).train
    seen = [eye.impression((folder / "images" / f"{photo.image}.jpg").read_bytes()) for photo in taught]
    release(narrowing(np.array([one.direction for one in seen])))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
