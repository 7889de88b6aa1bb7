# mypy: ignore-errors
"""One changed photo as the product receives it: its mask is found on it, both views come from it."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from PIL import Image
from torch.nn import functional

from application.brain.eye.network import Layers
from application.brain.eye.photo import open_photo
from application.brain.eye.screen import without_bars
from application.brain.eye.segment import garment_mask, square_around, squared
from application.brain.eye.training import changes
from application.brain.eye.training.folds import LABELS, read_photos, split
from application.brain.eye.training.nets import Segmenter
from application.brain.eye.training.train_embedder import reach_of

HELD, FINER = 192, 1.5
MOVED, UNFOUND, TRUSTED = 0.3, 0.06, 0.15


class Known(NamedTuple):
    """Every photo as the product opens it, pressed into HELD x HELD, with the mask and square it finds."""

    images: np.ndarray
    masks: np.ndarray
    aspects: np.ndarray
    boxes: np.ndarray
    labels: np.ndarray
    folds: np.ndarray


def known(folder: Path, weights: Path) -> Known:
    """All photos of the list, in its order; some minutes."""
    photos, layers = read_photos(folder), Layers(_read(weights), "mask")
    fold_of = {photo.image: i for i, fold in enumerate(split(photos)) for photo in fold}
    images, masks, aspects, boxes = [], [], [], []
    for photo in photos:
        picture = without_bars(open_photo((folder / "images" / f"{photo.image}.jpg").read_bytes()))
        mask = garment_mask(squared(picture), layers)
        images.append(np.asarray(picture.resize((HELD, HELD), Image.Resampling.BOX)))
        masks.append((mask * 255).astype(np.uint8))
        aspects.append(picture.width / picture.height)
        boxes.append(square_around(mask, aspects[-1]))
    return Known(
        np.stack(images),
        np.stack(masks),
        np.array(aspects, np.float32),
        np.array(boxes, np.float32),
        np.array([LABELS.index(photo.label) for photo in photos]),
        np.array([fold_of[photo.image] for photo in photos]),
    )


def _read(weights: Path) -> dict[str, np.ndarray]:
    held = np.load(weights)
    return {name: held[name].astype(np.float32) for name in held.files}


def five_channels(given: Known, rows: np.ndarray) -> torch.Tensor:
    """Colour 0..1, mask, and ones that tell the inside of the picture from its outside."""
    colours = torch.from_numpy(given.images[rows]).permute(0, 3, 1, 2).float() / 255
    mask = torch.from_numpy(given.masks[rows]).float()[:, None] / 255
    mask = functional.interpolate(mask, size=HELD, mode="bilinear")
    return torch.cat([colours, mask, torch.ones_like(mask)], 1)


class Receiver:
    """Changes photos at random and looks at them as the product does."""

    def __init__(self, given: Known, segmenter: Segmenter, side: int, chance: np.random.Generator) -> None:
        self._given, self._segmenter, self._side, self._chance = given, segmenter, side, chance
        self._fine = round(side * FINER)

    def views(self, rows: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
        """Cut-out and whole view of each photo, both after the same change."""
        centre, size, turn = changes.whole_windows(len(rows))
        photo = changes.taken(five_channels(self._given, rows), centre, size, turn, self._fine)
        photo = changes.relit(_on_other_ground(changes.framed(photo), MOVED))
        mask = self._mask(photo)
        aspects = self._given.aspects[rows] * (size[:, 0] / size[:, 1]).numpy()
        seen = torch.cat([photo[:, :3], functional.interpolate(mask, size=self._fine, mode="bilinear")], 1)
        cut = changes.taken(seen, *self._windows(mask, aspects), self._side)
        cut = torch.cat([(cut[:, :3] - 0.5) * cut[:, 3:], cut[:, 3:]], 1)
        return cut, self._whole(seen)

    def _mask(self, photo: torch.Tensor) -> torch.Tensor:
        """Found on the changed photo; the moved original one where too little or too much was found."""
        small = functional.interpolate(photo[:, :3], size=64, mode="area")
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            logits = self._segmenter((small - 0.5).contiguous(memory_format=torch.channels_last))
        mask = logits.float().sigmoid()[:, None]
        area = mask.mean((1, 2, 3))
        moved = (area < 0.04) | (area > 0.92) | changes.chance(len(mask), TRUSTED)
        known_mask = functional.interpolate(photo[:, 3:4], size=64, mode="area")
        return torch.where(moved[:, None, None, None], known_mask, mask)

    def _windows(self, mask: torch.Tensor, aspects: np.ndarray) -> tuple[torch.Tensor, ...]:
        reach = np.stack([reach_of(one) for one in mask[:, 0].numpy() > 0.5]).astype(np.float32)
        side = np.maximum((reach[:, 2] - reach[:, 0]) * aspects, reach[:, 3] - reach[:, 1])
        side = side * 1.1 * np.exp(self._chance.uniform(-0.1, 0.12, len(reach)))
        size = np.stack([side / aspects, side], 1)
        centre = reach[:, :2] + reach[:, 2:] - 1 + self._chance.uniform(-0.05, 0.05, size.shape) * size
        turned = self._chance.random(len(reach)) < 0.3
        turn = np.where(turned, self._chance.uniform(-0.2, 0.2, len(reach)), 0)
        return tuple(torch.from_numpy(part.astype(np.float32)) for part in (centre, size, turn))

    def _whole(self, seen: torch.Tensor) -> torch.Tensor:
        whole = functional.interpolate(seen, size=self._side, mode="bilinear", antialias=True)
        found = (torch.rand(len(whole)) > UNFOUND).float()[:, None, None, None]
        whole = torch.cat([whole[:, :3] - 0.5, whole[:, 3:] * found], 1)
        mirrored = changes.chance(len(whole), 0.5)[:, None, None, None]
        return torch.where(mirrored, whole.flip(3), whole)


def still(given: Known, rows: np.ndarray, side: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Cut-out and whole view of unchanged photos."""
    seen = five_channels(given, rows)[:, :4]
    low, high = torch.from_numpy(given.boxes[rows]).split(2, 1)
    cut = _window(seen, low + high - 1, high - low, side)
    whole = functional.interpolate(seen, size=side, mode="area")
    return (
        torch.cat([(cut[:, :3] - 0.5) * cut[:, 3:], cut[:, 3:]], 1),
        torch.cat([whole[:, :3] - 0.5, whole[:, 3:]], 1),
    )


def _window(images: torch.Tensor, centre: torch.Tensor, size: torch.Tensor, side: int) -> torch.Tensor:
    nought = torch.zeros(len(images))
    rows = torch.stack([size[:, 0], nought, centre[:, 0], nought, size[:, 1], centre[:, 1]], 1)
    grid = functional.affine_grid(rows.view(-1, 2, 3), [len(images), 1, side, side], align_corners=False)
    return functional.grid_sample(images, grid, align_corners=False)


def _on_other_ground(images: torch.Tensor, share: float) -> torch.Tensor:
    """Some garments lie elsewhere: on a flat ground, on another photo's corner laid out, on another photo."""
    others = images[torch.randperm(len(images)), :3]
    draw = torch.rand(len(images))[:, None, None, None]
    flat = changes.flat_or_soft(len(images), images.shape[-1])
    ground = torch.where(draw < 0.3, flat, torch.where(draw < 0.65, _laid_out(others), others))
    mask = images[:, 3:4]
    moved = torch.cat([images[:, :3] * mask + ground * (1 - mask), mask], 1)
    return torch.where(changes.chance(len(images), share)[:, None, None, None], moved, images)


def _laid_out(images: torch.Tensor) -> torch.Tensor:
    """The upper left corner, mirrored over and over: floor, wall or bed without what lies on it."""
    quarter = images.shape[-1] // 4
    corner = images[:, :, :quarter, :quarter]
    for way in (3, 2):
        corner = torch.cat([corner, corner.flip(way)], way)
        corner = torch.cat([corner, corner], way)
    return corner
