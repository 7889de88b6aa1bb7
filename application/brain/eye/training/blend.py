# mypy: ignore-errors
"""The mean of the embedder's two courses: the first names kinds better, the second finds pieces better.

Usage: python -m application.brain.eye.training.blend FIRST.pt SECOND.pt OUT.pt
"""

import sys
from pathlib import Path

import torch

SECOND_SHARE = 0.6


def main(first: Path, second: Path, out: Path) -> None:
    """Every weight between its two values; the second course set out from the first, so the way is smooth."""
    one, two = torch.load(first), torch.load(second)
    blended = {
        name: one[name] * (1 - SECOND_SHARE) + two[name] * SECOND_SHARE
        if one[name].is_floating_point()
        else two[name]
        for name in one
    }
    torch.save(blended, out)


if __name__ == "__main__":
    main(*(Path(given) for given in sys.argv[1:4]))
