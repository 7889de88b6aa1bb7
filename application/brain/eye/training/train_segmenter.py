# mypy: ignore-errors
"""Teach the segmenter to draw GrabCut's masks, also where GrabCut itself fails.

Usage: python -m application.brain.eye.training.train_segmenter SET.npz OUT.pt [STEPS]
"""

import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from application.brain.eye.training import changes
from application.brain.eye.training.nets import Segmenter

STEPS, BATCH, RATE, SEED = 1100, 48, 4e-3, 11


def five_channels(images: np.ndarray, masks: np.ndarray) -> torch.Tensor:
    """Colour 0..1, mask, and ones that tell the inside of the picture from its outside."""
    colours = torch.from_numpy(images).permute(0, 3, 1, 2).float() / 255
    mask = torch.from_numpy(masks).float()[:, None]
    return torch.cat([colours, mask, torch.ones_like(mask)], 1)


def loss_of(logits: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Cross-entropy per pixel and one minus overlap."""
    share = logits.sigmoid()
    overlap = (share * mask).sum((1, 2)) * 2 / (share.sum((1, 2)) + mask.sum((1, 2)) + 1)
    return functional.binary_cross_entropy_with_logits(logits, mask) + (1 - overlap).mean()


def teachable(masks: np.ndarray) -> np.ndarray:
    """GrabCut sometimes takes all or nothing; those photos teach only noise."""
    area = masks.mean((1, 2))
    return (area > 0.06) & (area < 0.8)


def overlap_on(net: Segmenter, images: np.ndarray, masks: np.ndarray) -> np.ndarray:
    """Intersection over union per photo."""
    net.eval()
    batch = five_channels(images, masks)
    small = functional.interpolate(batch, size=changes.SIDE, mode="area")
    with torch.no_grad():
        found = torch.cat([net(part - 0.5) for part in small[:, :3].split(64)]) > 0
    truth = small[:, 3] > 0.5
    return ((found & truth).sum((1, 2)) / (found | truth).sum((1, 2)).clamp(min=1)).numpy()


def main(source: Path, out: Path, steps: int) -> None:
    """Train with a fixed number of steps, report held-out overlap, keep the weights."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    held = np.load(source)
    images, masks, folds = held["images"], held["masks"], held["folds"]
    rows = np.flatnonzero((folds == 0) & teachable(masks))
    net = Segmenter().to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(net.parameters(), RATE, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.15)
    chance, began = np.random.default_rng(SEED), time.time()
    for step in range(steps):
        net.train()
        picked = chance.choice(rows, BATCH, replace=False)
        batch = changes.taken(five_channels(images[picked], masks[picked]), *changes.whole_windows(BATCH))
        batch = changes.relit(changes.replaced(changes.framed(batch), 0.3))
        loss = loss_of(net((batch[:, :3] - 0.5).contiguous(memory_format=torch.channels_last)), batch[:, 3])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        if step % 50 == 0:
            print(step, round(float(loss), 4), round(time.time() - began), flush=True)  # noqa: T201
        if step % 400 == 200:
            torch.save(net.state_dict(), out)
    test = (folds == 2) & teachable(masks)
    found = overlap_on(net, images[test], masks[test])
    print("held-out overlap", found.mean(), np.median(found), time.time() - began)  # noqa: T201
    torch.save(net.state_dict(), out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else STEPS)
