"""Off with the bars that a phone's screenshot puts above and below (or beside) a photo."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

TOLERANCE = 16
BAR_SHARE, PHOTO_SHARE = 0.5, 0.12
SOFT_EDGE = 3
LEAST_BAR, LEAST_PHOTO = 0.04, 0.3


def without_bars(picture: Image.Image) -> Image.Image:
    """The photo inside a screenshot, or the picture itself if no bar ends in a straight edge.

    A bar is a run of lines mostly of one colour (words may stand on it) that ends, all across the picture, in
    lines of other colours. A garment on a plain ground never ends it: the ground goes on beside the garment.
    """
    seen = np.asarray(picture, dtype=np.int16)
    top, bottom = _photo_lines(seen)
    left, right = _photo_lines(seen[top:bottom].transpose(1, 0, 2))
    return picture.crop((left, top, right, bottom))


def _photo_lines(seen: NDArray[np.int16]) -> tuple[int, int]:
    """First line of the photo and the line after its last."""
    first, last = _bar(seen), len(seen) - _bar(seen[::-1])
    return (first, last) if last - first >= LEAST_PHOTO * len(seen) else (0, len(seen))


def _bar(seen: NDArray[np.int16]) -> int:
    """How many lines the first bar and its blurred edge take; none if there is no bar."""
    ground = np.median(seen[:2].reshape(-1, 3), axis=0).astype(np.int16)
    share = (np.abs(seen - ground).max(2) <= TOLERANCE).mean(1)
    ends = np.flatnonzero(share < BAR_SHARE)
    if not len(ends) or ends[0] < LEAST_BAR * len(seen):
        return 0
    inside = share[ends[0] : ends[0] + SOFT_EDGE] <= PHOTO_SHARE
    return int(ends[0] + inside.argmax() + 1) if inside.any() else 0
