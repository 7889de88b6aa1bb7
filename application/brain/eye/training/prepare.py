# mypy: ignore-errors
"""Photos into arrays, each with the mask that GrabCut draws: the segmenter's teacher.

Usage: python -m application.brain.eye.training.prepare PHOTOS_DIR OUT.npz
"""

import sys
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from application.brain.eye.training.folds import LABELS, read_photos, split

SIDE = 128


def grabcut(image: np.ndarray) -> np.ndarray:
    """The teacher's garment mask of one RGB picture, 0 or 1."""
    state = np.full(image.shape[:2], cv2.GC_PR_BGD, np.uint8)
    edge, inner = int(SIDE * 0.04), int(SIDE * 0.12)
    state[inner:-inner, inner:-inner] = cv2.GC_PR_FGD
    state[:edge], state[-edge:], state[:, :edge], state[:, -edge:] = (cv2.GC_BGD,) * 4
    cv2.setRNGSeed(7)
    bgr = np.ascontiguousarray(image[:, :, ::-1])
    cv2.grabCut(bgr, state, None, np.zeros((1, 65)), np.zeros((1, 65)), 4, cv2.GC_INIT_WITH_MASK)
    mask = ((state == cv2.GC_FGD) | (state == cv2.GC_PR_FGD)).astype(np.uint8)
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    return _largest_parts(mask)


def _largest_parts(mask: np.ndarray) -> np.ndarray:
    """Drop the crumbs: keep parts of at least a sixth of the largest (a pair of shoes has two)."""
    count, parts, figures, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    if count <= 1:
        return mask
    areas = figures[1:, cv2.CC_STAT_AREA]
    kept = [i + 1 for i, area in enumerate(areas) if area * 6 >= areas.max()]
    return np.isin(parts, kept).astype(np.uint8)


def main(folder: Path, out: Path) -> None:
    """Write images, masks, labels, aspect and fold of every photo."""
    cv2.setNumThreads(1)
    photos = read_photos(folder)
    folds = split(photos)
    fold_of = {p.image: i for i, fold in enumerate(folds) for p in fold}
    images, masks, aspects = [], [], []
    for photo in photos:
        picture = Image.open(folder / "images" / f"{photo.image}.jpg").convert("RGB")
        aspects.append(picture.width / picture.height)
        image = np.asarray(picture.resize((SIDE, SIDE), Image.Resampling.BOX))
        images.append(image)
        masks.append(grabcut(image))
    np.savez(
        out,
        images=np.stack(images),
        masks=np.stack(masks),
        aspects=np.array(aspects, np.float32),
        labels=np.array([LABELS.index(p.label) for p in photos]),
        folds=np.array([fold_of[p.image] for p in photos]),
        names=np.array([p.image for p in photos]),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
