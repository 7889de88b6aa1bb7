# mypy: ignore-errors
"""Teach the embedder once more, now with the masks that the segmenter finds on changed photos.

Usage: python -m application.brain.eye.training.refine SET.npz SEGMENTER.pt EMBEDDER.pt OUT.pt [STEPS]
"""

import copy
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from application.brain.eye.training import changes, train_embedder
from application.brain.eye.training.folds import LABELS
from application.brain.eye.training.nets import Embedder, Segmenter
from application.brain.eye.training.train_embedder import (
    BATCH,
    Lessons,
    batch_of,
    cut_view,
    follow,
    held_out,
    lessons,
    pairs_loss,
    reach_of,
    whole_view,
)

STEPS, RATE, SEED, KEPT = 650, 1.2e-3, 31, 0.99
HEAT, PAIRS_WEIGHT, HALF, FINE = 0.1, 0.8, BATCH // 2, 96


class Looker:
    """Sees as the product does: mask first, then the cut-out that the mask suggests."""

    def __init__(self, segmenter: Path, chance: np.random.Generator) -> None:
        self._net = Segmenter().eval()
        self._net.load_state_dict(torch.load(segmenter))
        self._chance = chance

    def mask(self, colours: torch.Tensor) -> torch.Tensor:
        """The segmenter's own answer for 64 x 64 colours."""
        with torch.no_grad():
            return self._net((colours - 0.5).contiguous(memory_format=torch.channels_last)).sigmoid()[:, None]

    def whole(self, batch: torch.Tensor) -> torch.Tensor:
        """The whole view, its mask found on the changed photo."""
        seen = whole_view(batch)
        return torch.cat([seen[:, :3], self.mask(seen[:, :3] + 0.5)], 1)

    def cut(self, batch: torch.Tensor, aspects: np.ndarray) -> torch.Tensor:
        """The cut-out of a changed photo, as far as the garment was found on it."""
        centre, size, turn = changes.whole_windows(len(batch))
        fine = changes.taken(batch, centre, size, turn, FINE)
        fine = changes.relit(changes.replaced(changes.framed(fine), 0.25))
        mask = self.mask(functional.interpolate(fine[:, :3], size=64, mode="area"))
        reach = np.stack([reach_of(one) for one in mask[:, 0].numpy() > 0.5]).astype(np.float32)
        shape = aspects * (size[:, 0] / size[:, 1]).numpy()
        large = functional.interpolate(mask, size=FINE, mode="bilinear")
        windows = train_embedder.cut_windows(reach, shape, self._chance)
        seen = changes.taken(torch.cat([fine[:, :3], large], 1), *windows)
        return torch.cat([(seen[:, :3] - 0.5) * seen[:, 3:], seen[:, 3:]], 1)


def views_of(given: Lessons, picked: np.ndarray, looker: Looker, chance: np.random.Generator) -> torch.Tensor:
    """Whole views of all, then cut-outs of all; half of each as the product would get them."""
    batch, reach, aspects = batch_of(given, picked, chance), given.reach[picked], given.aspects[picked]
    whole = torch.cat([looker.whole(batch[:HALF]), whole_view(batch[HALF:])])
    cut = cut_view(batch[:HALF], reach[:HALF], aspects[:HALF], chance)
    return torch.cat([whole, cut, looker.cut(batch[HALF:], aspects[HALF:])])


def main(source: Path, segmenter: Path, embedder: Path, out: Path, steps: int) -> None:
    """A short second course from the first one's weights."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    given, chance = lessons(source, segmenter), np.random.default_rng(SEED)
    looker = Looker(segmenter, chance)
    rows, labels = np.flatnonzero(given.folds == 0), torch.from_numpy(given.labels)
    net = Embedder(len(LABELS)).to(memory_format=torch.channels_last)
    net.load_state_dict(torch.load(embedder))
    mean = copy.deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), RATE, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.1)
    began, order = time.time(), np.empty(0, int)
    for step in range(steps):
        order = chance.permutation(rows) if len(order) < BATCH else order
        picked, order = order[:BATCH], order[BATCH:]
        net.train()
        seen = views_of(given, picked, looker, chance).contiguous(memory_format=torch.channels_last)
        directions, kinds = net(seen, drop=0.1)
        pairs = pairs_loss(*directions.split(BATCH), HEAT)
        names = functional.cross_entropy(kinds, labels[picked].repeat(2), label_smoothing=0.05)
        optimiser.zero_grad()
        (names + PAIRS_WEIGHT * pairs).backward()
        optimiser.step()
        schedule.step()
        follow(mean, net, min(KEPT, step / (step + 10)))
        if step % 50 == 0:
            report = (step, names.item(), pairs.item(), time.time() - began)
            print(*(round(x, 3) for x in report), held_out(mean, given, 1), flush=True)  # noqa: T201
            torch.save(mean.state_dict(), out)
    torch.save(mean.state_dict(), out)
    print("calibration", held_out(mean, given, 1), time.time() - began)  # noqa: T201


if __name__ == "__main__":
    main(*(Path(given) for given in sys.argv[1:5]), int(sys.argv[5]) if sys.argv[5:] else STEPS)
