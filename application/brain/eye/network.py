"""Convolutions in plain numpy: what the eye needs of a neural network and nothing more.

Shape: activations are (height, width, channels) float32; a convolution's weight is
(size * size * inside, outside).
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Weights = Mapping[str, Array]


def convolve(x: Array, weight: Array, bias: Array, stride: int = 1) -> Array:
    """A 3x3 or 1x1 convolution with zero padding."""
    height, width, inside = x.shape
    size = 3 if weight.shape[0] == 9 * inside else 1
    if size == 1:
        patches = x[::stride, ::stride]
    else:
        around = np.zeros((height + 2, width + 2, inside), np.float32)
        around[1:-1, 1:-1] = x
        patches = _patches(around, stride)
    rows, columns = patches.shape[:2]
    out = patches.reshape(rows * columns, -1) @ weight + bias
    return out.reshape(rows, columns, -1)


def _patches(around: Array, stride: int) -> Array:
    """Every 3x3 neighbourhood laid out as one row."""
    rows, columns = (around.shape[0] - 3) // stride + 1, (around.shape[1] - 3) // stride + 1
    down, right, deep = around.strides
    windows = np.lib.stride_tricks.as_strided(
        around,
        (rows, columns, 3, 3, around.shape[2]),
        (down * stride, right * stride, down, right, deep),
        writeable=False,
    )
    return np.ascontiguousarray(windows)


def relu(x: Array) -> Array:
    """Negative answers become none."""
    return np.maximum(x, np.float32(0))


def doubled(x: Array) -> Array:
    """Twice the height and width, each pixel repeated."""
    return x.repeat(2, axis=0).repeat(2, axis=1)


class Layers:
    """The weights of one net, callable by a layer's name."""

    def __init__(self, weights: Weights, net: str) -> None:
        self._weights, self._net = weights, net

    def conv(self, name: str, x: Array, stride: int = 1) -> Array:
        """The named convolution of x, before any relu."""
        return convolve(x, *self._layer(name), stride)

    def linear(self, name: str, x: Array) -> Array:
        """The named linear map of one row of numbers."""
        weight, bias = self._layer(name)
        out: Array = x @ weight + bias
        return out

    def has(self, name: str) -> bool:
        """Whether the net has such a layer."""
        return f"{self._net}.{name}.w" in self._weights

    def _layer(self, name: str) -> tuple[Array, Array]:
        return self._weights[f"{self._net}.{name}.w"], self._weights[f"{self._net}.{name}.b"]
