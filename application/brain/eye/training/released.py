# mypy: ignore-errors
"""Released weights back into torch nets, so that a later course sets out from what was measured."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from torch import nn

from application.brain.eye.training.folds import LABELS
from application.brain.eye.training.nets import Conv, Embedder, Segmenter


def segmenter(weights: Path) -> Segmenter:
    """The released segmenter; it only answers."""
    return _filled(Segmenter(), "mask", np.load(weights))


def embedder(weights: Path) -> Embedder:
    """The released embedder, its norms folded in; `wake` lets them learn again."""
    return _filled(Embedder(len(LABELS)), "eye", np.load(weights))


def wake(net: nn.Module, batches: Iterable[torch.Tensor]) -> None:
    """Give every convolution its norm back, from what it answers to these batches; no answer changes."""
    seen = {}
    hooks = [layer.conv.register_forward_hook(_noting(seen, layer)) for layer in _convolutions(net)]
    with torch.no_grad():
        for batch in batches:
            net(batch)
    for hook in hooks:
        hook.remove()
    for layer, moments in seen.items():
        mean, square = (torch.stack(part).mean(0) for part in zip(*moments, strict=True))
        spread = square - mean**2
        layer.norm.running_mean.copy_(mean)
        layer.norm.running_var.copy_(spread)
        layer.norm.weight.data = torch.sqrt(spread + layer.norm.eps)
        layer.norm.bias.data = mean + layer.norm.bias.data


def _noting(seen: dict, layer: Conv):
    def note(_conv: nn.Module, _given: object, out: torch.Tensor) -> None:
        seen.setdefault(layer, []).append((out.mean((0, 2, 3)), (out**2).mean((0, 2, 3))))

    return note


def _convolutions(net: nn.Module) -> list[Conv]:
    return [layer for layer in net.modules() if isinstance(layer, Conv)]


def _filled(net: nn.Module, prefix: str, held: np.lib.npyio.NpzFile) -> nn.Module:
    for path, layer in net.named_modules():
        if f"{prefix}.{path}.w" not in held:
            continue
        weight = torch.from_numpy(held[f"{prefix}.{path}.w"].astype(np.float32))
        bias = torch.from_numpy(held[f"{prefix}.{path}.b"].astype(np.float32))
        if isinstance(layer, Conv):
            layer.conv.weight.data = _unrolled(weight, layer.conv)
            layer.norm.running_mean.zero_()
            layer.norm.running_var.fill_(1 - layer.norm.eps)
            layer.norm.bias.data = bias
        elif isinstance(layer, nn.Conv2d):
            layer.weight.data, layer.bias.data = _unrolled(weight, layer), bias
        else:
            layer.weight.data, layer.bias.data = weight.T.contiguous(), bias
    return net.eval().to(memory_format=torch.channels_last)


def _unrolled(weight: torch.Tensor, conv: nn.Conv2d) -> torch.Tensor:
    """(height * width * inside, outside) rows back to torch's order."""
    outside, inside, height, width = conv.weight.shape
    return weight.reshape(height, width, inside, outside).permute(3, 2, 0, 1).contiguous()
