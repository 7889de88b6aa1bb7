# mypy: ignore-errors
"""Teach the embedder a third time: a changed photo finds itself among all taught ones, seen larger.

Usage: python -m application.brain.eye.training.recall PHOTOS_DIR WEIGHTS.npz OUT.pt [STEPS]
WEIGHTS.npz is what the first two courses released; its segmenter stays as it is.
"""

import copy
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from application.brain.eye.training import released
from application.brain.eye.training.nets import Embedder
from application.brain.eye.training.received import Known, Receiver, known, still
from application.brain.eye.training.train_embedder import follow

SIDE, STEPS, BATCH, RATE, SEED, KEPT = 96, 1500, 64, 1e-3, 47, 0.995
HEAT, PIECES_WEIGHT, ONE_VIEW_WEIGHT, REMEMBER_EVERY = 0.07, 0.5, 0.25, 150
TRAIN, CALIBRATION = 0, 1


def answers(net: Embedder, *views: torch.Tensor, drop: float = 0.0) -> tuple[torch.Tensor, torch.Tensor]:
    """Directions and class logits of all views; half as exact as floats and twice as fast."""
    seen = torch.cat(views).contiguous(memory_format=torch.channels_last)
    with torch.autocast("cpu", torch.bfloat16):
        directions, kinds = net(seen, drop=drop)
    return directions.float(), kinds.float()


def remembered(net: Embedder, given: Known, rows: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
    """What a shelf would hold of these unchanged photos: one direction each, and the class logits."""
    net.eval()
    directions, kinds = [], []
    with torch.no_grad():
        for part in np.array_split(rows, len(rows) // 96 + 1):
            seen, named = answers(net, *still(given, part, SIDE))
            directions.append(_joined(*seen.split(len(part))))
            kinds.append(sum(named.split(len(part))))
    return torch.cat(directions), torch.cat(kinds)


def pieces_loss(
    cut: torch.Tensor, whole: torch.Tensor, shelf: torch.Tensor, own: torch.Tensor
) -> torch.Tensor:
    """Among all taught photos one's own is the nearest: for both views together, and a little for each."""
    both, first, second = (
        functional.cross_entropy(seen @ shelf.T / HEAT, own) for seen in (_joined(cut, whole), cut, whole)
    )
    return both + ONE_VIEW_WEIGHT * (first + second)


def main(folder: Path, weights: Path, out: Path, steps: int) -> None:
    """A third course; all its changes happen to both views of a photo alike, as in the product."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    given, chance = known(folder, weights), np.random.default_rng(SEED)
    rows = np.flatnonzero(given.folds == TRAIN)
    receiver = Receiver(given, released.segmenter(weights), SIDE, chance)
    net = released.embedder(weights)
    released.wake(net, (_batch(receiver, chance.choice(rows, BATCH, replace=False)) for _ in range(6)))
    mean = copy.deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), RATE, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.15)
    began, order = time.time(), np.empty(0, int)
    for step in range(steps):
        if step % REMEMBER_EVERY == 0:
            shelf, _ = remembered(mean, given, rows)
            torch.save(mean.state_dict(), out)
        order = chance.permutation(rows) if len(order) < BATCH else order
        picked, order = order[:BATCH], order[BATCH:]
        names, pieces = losses(net, receiver.views(picked), picked, given, shelf)
        optimiser.zero_grad()
        (names + PIECES_WEIGHT * pieces).backward()
        optimiser.step()
        schedule.step()
        follow(mean, net, min(KEPT, step / (step + 10)))
        if step % 50 == 0:
            report = (step, names.item(), pieces.item(), time.time() - began)
            print(*(round(x, 3) for x in report), named_right(mean, given), flush=True)  # noqa: T201
    torch.save(mean.state_dict(), out)


def losses(
    net: Embedder,
    views: tuple[torch.Tensor, torch.Tensor],
    picked: np.ndarray,
    given: Known,
    shelf: torch.Tensor,
) -> tuple[torch.Tensor, torch.Tensor]:
    """How wrong the net names these photos, and how badly it finds them on the shelf of all taught ones."""
    net.train()
    directions, kinds = answers(net, *views, drop=0.1)
    place = np.searchsorted(np.flatnonzero(given.folds == TRAIN), picked)
    pieces = pieces_loss(*directions.split(len(picked)), shelf, torch.from_numpy(place))
    labels = torch.from_numpy(given.labels[picked]).repeat(2)
    return functional.cross_entropy(kinds, labels, label_smoothing=0.1), pieces


def named_right(net: Embedder, given: Known) -> float:
    """Label accuracy on the untouched calibration photos."""
    rows = np.flatnonzero(given.folds == CALIBRATION)
    _, kinds = remembered(net, given, rows)
    return round(float((kinds.argmax(1).numpy() == given.labels[rows]).mean()), 3)


def _joined(cut: torch.Tensor, whole: torch.Tensor) -> torch.Tensor:
    return functional.normalize(cut + whole, dim=1)


def _batch(receiver: Receiver, rows: np.ndarray) -> torch.Tensor:
    return torch.cat(receiver.views(rows)).contiguous(memory_format=torch.channels_last)


if __name__ == "__main__":
    main(*(Path(given) for given in sys.argv[1:4]), int(sys.argv[4]) if sys.argv[4:] else STEPS)
