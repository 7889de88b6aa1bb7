# mypy: ignore-errors
"""Trained nets into one fp16 file beside the product's code, its SHA-256 written into weights.py.

Usage: python -m application.brain.eye.training.export SEGMENTER.pt EMBEDDER.pt
"""

import hashlib
import io
import re
import sys
from pathlib import Path

import numpy as np
import torch

from application.brain.eye import weights
from application.brain.eye.training.folds import LABELS
from application.brain.eye.training.nets import Embedder, Segmenter, exported


def laid_out(array: torch.Tensor) -> np.ndarray:
    """Convolutions as (height, width, inside) rows, linear maps as (inside, outside)."""
    if array.ndim == 4:
        array = array.permute(2, 3, 1, 0).reshape(-1, array.shape[0])
    elif array.ndim == 2:
        array = array.T
    return array.detach().numpy()


def main(segmenter: Path, embedder: Path) -> None:
    """Write weights.npz with the nets' layers alone, and its hash."""
    mask, eye = Segmenter().eval(), Embedder(len(LABELS)).eval()
    mask.load_state_dict(torch.load(segmenter))
    eye.load_state_dict(torch.load(embedder))
    arrays = {**exported(mask, "mask"), **exported(eye, "eye")}
    write({name: laid_out(array) for name, array in arrays.items()})


def release(added: dict[str, np.ndarray]) -> None:
    """Write the weights again with these layers too, and their hash."""
    write({**weights.load_weights(), **added})


def write(layers: dict[str, np.ndarray]) -> None:
    """All layers at half precision; weights.py learns the hash of the file."""
    held = io.BytesIO()
    np.savez(held, **{name: array.astype(np.float16) for name, array in layers.items()})
    weights.FILE.write_bytes(held.getvalue())
    source = Path(weights.__file__)
    digest = hashlib.sha256(held.getvalue()).hexdigest()
    source.write_text(re.sub(r'SHA256 = "\w+"', f'SHA256 = "{digest}"', source.read_text()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
