# mypy: ignore-errors
"""Teach the embedder: a photo and its own cut-out are one piece, and a label is a label.

Usage: python -m application.brain.eye.training.train_embedder SET.npz SEGMENTER.pt OUT.pt [STEPS]
"""

import copy
import sys
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch.nn import functional

from application.brain.eye.training import changes
from application.brain.eye.training.folds import LABELS
from application.brain.eye.training.nets import Embedder, Segmenter
from application.brain.eye.training.train_segmenter import five_channels

STEPS, BATCH, RATE, SEED = 2400, 96, 3e-3, 23
HEAT, PAIRS_WEIGHT, KEPT = 0.15, 0.7, 0.998


class Lessons(NamedTuple):
    """The photos as the nets meet them; reach is (left, top, right, bottom) of the garment in shares."""

    images: np.ndarray
    taught: np.ndarray
    learned: np.ndarray
    reach: np.ndarray
    aspects: np.ndarray
    labels: np.ndarray
    folds: np.ndarray


def lessons(source: Path, segmenter: Path) -> Lessons:
    """Photos, GrabCut's masks, and the masks and garment bounds that our own segmenter finds."""
    held = np.load(source)
    net = Segmenter().eval()
    net.load_state_dict(torch.load(segmenter))
    small = functional.interpolate(
        torch.from_numpy(held["images"]).permute(0, 3, 1, 2).float() / 255, size=64, mode="area"
    )
    with torch.no_grad():
        masks = torch.cat([net(part - 0.5).sigmoid() for part in small.split(64)])
    side = held["images"].shape[1]
    large = functional.interpolate(masks[:, None], size=side, mode="bilinear")[:, 0]
    reach = np.stack([reach_of(mask) for mask in masks.numpy() > 0.5]).astype(np.float32)
    learned = (large.numpy() * 255).astype(np.uint8)
    return Lessons(
        held["images"], held["masks"], learned, reach, held["aspects"], held["labels"], held["folds"]
    )


def reach_of(solid: np.ndarray) -> tuple[float, float, float, float]:
    columns, rows = np.flatnonzero(solid.sum(0) >= 2), np.flatnonzero(solid.sum(1) >= 2)
    if not len(columns) or not len(rows):
        return 0.0, 0.0, 1.0, 1.0
    side = len(solid)
    return columns[0] / side, rows[0] / side, (columns[-1] + 1) / side, (rows[-1] + 1) / side


def batch_of(given: Lessons, rows: np.ndarray, chance: np.random.Generator) -> torch.Tensor:
    """Five channels; each photo with its teacher's mask or the segmenter's."""
    sure = given.taught[rows].mean((1, 2)) > 0.06
    teacher = sure & (chance.random(len(rows)) < 0.4)
    masks = np.where(
        teacher[:, None, None], given.taught[rows].astype(np.float32), given.learned[rows] / 255.0
    )
    return five_channels(given.images[rows], masks.astype(np.float32))


def whole_view(batch: torch.Tensor) -> torch.Tensor:
    """The photo as somebody else would have taken it; sometimes nothing was found on it."""
    seen = changes.taken(batch, *changes.whole_windows(len(batch)))
    seen = changes.relit(changes.replaced(changes.framed(seen), 0.25))
    found = (~changes.chance(len(seen), 0.12)).float()[:, None, None, None]
    return torch.cat([seen[:, :3] - 0.5, seen[:, 3:4] * found], 1)


def cut_view(
    batch: torch.Tensor, reach: np.ndarray, aspects: np.ndarray, chance: np.random.Generator
) -> torch.Tensor:
    """The garment cut out, of a photo that may have lost an edge."""
    count = len(batch)
    seen = changes.relit(changes.taken(batch, *cut_windows(_clipped(reach, chance), aspects, chance)))
    mask = seen[:, 3:4]
    dropped = changes.chance(count, 0.1)[:, None, None, None]
    mask = torch.where(dropped, seen[:, 4:5], mask)
    return torch.cat([(seen[:, :3] - 0.5) * mask, mask], 1)


def _clipped(reach: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    cut = chance.random(len(reach)) < 0.4
    edges = chance.uniform(0, 0.25, (len(reach), 4)).astype(np.float32) * cut[:, None]
    low = np.maximum(reach[:, :2], edges[:, :2])
    high = np.minimum(reach[:, 2:], 1 - edges[:, 2:])
    return np.concatenate([low, np.maximum(high, low + 0.15)], 1)


def cut_windows(
    reach: np.ndarray, aspects: np.ndarray, chance: np.random.Generator
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    wide, tall = (reach[:, 2] - reach[:, 0]) * aspects, reach[:, 3] - reach[:, 1]
    side = np.maximum(wide, tall) * 1.1 * np.exp(chance.uniform(-0.14, 0.18, len(reach)))
    size = np.stack([side / aspects, side], 1)
    centre = reach[:, :2] + reach[:, 2:] - 1 + chance.uniform(-0.08, 0.08, size.shape) * size
    turn = np.where(chance.random(len(reach)) < 0.6, chance.uniform(-0.28, 0.28, len(reach)), 0)
    return tuple(torch.from_numpy(part.astype(np.float32)) for part in (centre, size, turn))


def pairs_loss(first: torch.Tensor, second: torch.Tensor, heat: float = HEAT) -> torch.Tensor:
    """NT-Xent: among all views of the batch, the other view of one's own photo is the nearest."""
    every = torch.cat([first, second])
    near = every @ every.T / heat
    near.fill_diagonal_(-1e4)
    count = len(first)
    return functional.cross_entropy(near, torch.cat([torch.arange(count, 2 * count), torch.arange(count)]))


def held_out(net: Embedder, given: Lessons, fold: int) -> tuple[float, float]:
    """Label accuracy on untouched photos, and how often a cut-out finds its own photo in the fold."""
    rows = np.flatnonzero(given.folds == fold)
    batch = five_channels(given.images[rows], given.learned[rows] / np.float32(255))
    whole = functional.interpolate(batch, size=64, mode="area")
    still = cut_windows(given.reach[rows], given.aspects[rows], _Still())
    cut = functional.grid_sample(batch, _grid(*still), align_corners=False)
    net.eval()
    with torch.no_grad():
        a, one = net(torch.cat([whole[:, :3] - 0.5, whole[:, 3:4]], 1))
        b, two = net(torch.cat([(cut[:, :3] - 0.5) * cut[:, 3:4], cut[:, 3:4]], 1))
    right = ((one + two).argmax(1).numpy() == given.labels[rows]).mean()
    return float(right), float(((a @ b.T).argmax(1) == torch.arange(len(rows))).float().mean())


class _Still:
    """Chance that changes nothing."""

    def uniform(self, _low: float, _high: float, shape: object) -> np.ndarray:
        return np.zeros(shape)

    def random(self, count: int) -> np.ndarray:
        return np.ones(count)


def _grid(centre: torch.Tensor, size: torch.Tensor, _turn: torch.Tensor) -> torch.Tensor:
    nought = torch.zeros(len(centre))
    rows = torch.stack([size[:, 0], nought, centre[:, 0], nought, size[:, 1], centre[:, 1]], 1).view(-1, 2, 3)
    return functional.affine_grid(rows, [len(centre), 1, 64, 64], align_corners=False)


def main(source: Path, segmenter: Path, out: Path, steps: int) -> None:
    """Train a fixed number of steps; what is kept is the running mean of the weights."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    given, chance = lessons(source, segmenter), np.random.default_rng(SEED)
    rows = np.flatnonzero(given.folds == 0)
    labels = torch.from_numpy(given.labels)
    rarity = torch.bincount(labels[rows], minlength=len(LABELS)).float() ** -0.25
    net = Embedder(len(LABELS)).to(memory_format=torch.channels_last)
    mean = copy.deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), RATE, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.15)
    began, order = time.time(), np.empty(0, int)
    for step in range(steps):
        order = chance.permutation(rows) if len(order) < BATCH else order
        picked, order = order[:BATCH], order[BATCH:]
        batch, named = batch_of(given, picked, chance), labels[picked]
        cut = cut_view(batch, given.reach[picked], given.aspects[picked], chance)
        net.train()
        seen = torch.cat([whole_view(batch), cut]).contiguous(memory_format=torch.channels_last)
        directions, kinds = net(seen, drop=0.1)
        pairs = pairs_loss(*directions.split(BATCH))
        names = functional.cross_entropy(kinds, named.repeat(2), rarity / rarity.mean(), label_smoothing=0.05)
        optimiser.zero_grad()
        (names + PAIRS_WEIGHT * pairs).backward()
        optimiser.step()
        schedule.step()
        follow(mean, net, min(KEPT, step / (step + 10)))
        if step % 100 == 0:
            report = (step, names.item(), pairs.item(), time.time() - began)
            print(*(round(x, 3) for x in report), held_out(mean, given, 1), flush=True)  # noqa: T201
            torch.save(mean.state_dict(), out)
    torch.save(mean.state_dict(), out)
    print("calibration", held_out(mean, given, 1), "test", held_out(mean, given, 2), time.time() - began)  # noqa: T201


def follow(mean: Embedder, net: Embedder, kept: float) -> None:
    with torch.no_grad():
        for old, new in zip(mean.state_dict().values(), net.state_dict().values(), strict=True):
            old.copy_(old * kept + new * (1 - kept) if old.is_floating_point() else new)


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        Path(sys.argv[2]),
        Path(sys.argv[3]),
        int(sys.argv[4]) if len(sys.argv) > 4 else STEPS,
    )
