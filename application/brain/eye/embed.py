"""A photo as a direction in a space where one piece stays near itself, and what kind of piece it is."""

import numpy as np
from PIL import Image

from application.brain.eye.network import Array, Layers, relu
from application.brain.eye.photo import pixels
from application.brain.eye.segment import Box
from domain.clothing import Garment

SIDE = 96
DEPTHS = (1, 2, 2, 1)
LABELLED: tuple[Garment | None, ...] = (
    Garment.T_SHIRT,
    Garment.T_SHIRT,
    Garment.TROUSERS,
    Garment.LONG_SLEEVE,
    Garment.SHOES,
    Garment.JACKET,
    Garment.SHORTS,
    Garment.DRESS,
    Garment.SHIRT,
    Garment.HAT,
    Garment.SKIRT,
    Garment.BLAZER,
    Garment.TOP,
    Garment.TOP,
    Garment.HOODIE,
    None,
    Garment.BLOUSE,
)
"""The garment of each class the net was taught, in its order; baby bodies have no word with us."""
GARMENTS: tuple[Garment, ...] = tuple(dict.fromkeys(name for name in LABELLED if name is not None))
_OWNERS = np.array([[name is garment for garment in GARMENTS] for name in LABELLED], np.float32)


def views(picture: Image.Image, mask: Array, box: Box) -> list[Array]:
    """The garment cut out, and the whole photo; each also mirrored: a mirrored photo is the same photo."""
    solid = Image.fromarray((mask * 255).astype(np.uint8))
    cut, whole = _cut_out(picture, solid, box), _whole(picture, solid)
    return [cut, cut[:, ::-1], whole, whole[:, ::-1]]


def embed(seen: list[Array], layers: Layers) -> tuple[Array, Array]:
    """The mean direction of all views (128 numbers, unit length) and the mean class logits."""
    answers = [_answer(view, layers) for view in seen]
    direction = np.mean([unit(raw) for raw in answers], axis=0)
    logits = np.mean([layers.linear("kind", raw) for raw in answers], axis=0)
    return unit(direction), logits


def unit(x: Array) -> Array:
    """The same direction with length one."""
    scaled: Array = x / max(float(np.linalg.norm(x)), 1e-9)
    return scaled


def shares(logits: Array, temperature: float) -> Array:
    """Probabilities in the order of GARMENTS; what goes to classes without a word is left out."""
    scaled = logits / np.float32(temperature)
    powers = np.exp(scaled - scaled.max())
    summed: Array = powers / powers.sum() @ _OWNERS
    return summed


def kinds(logits: Array, temperature: float) -> list[tuple[Garment, float]]:
    """Garments with their probabilities, best first."""
    named = zip(GARMENTS, shares(logits, temperature).tolist(), strict=True)
    return sorted(named, key=lambda item: -item[1])


def _whole(picture: Image.Image, solid: Image.Image) -> Array:
    """The photo pressed into SIDE x SIDE, and where on it the garment is."""
    seen = pixels(picture.resize((SIDE, SIDE), Image.Resampling.BOX))
    share = pixels(solid.resize((SIDE, SIDE), Image.Resampling.BILINEAR))[:, :, None]
    return np.concatenate([seen - np.float32(0.5), share], 2)


def _cut_out(picture: Image.Image, solid: Image.Image, box: Box) -> Array:
    """The square around the garment, everything else grey."""
    window = _cropped(picture, box, Image.Resampling.BOX)
    share = _cropped(solid, box, Image.Resampling.BILINEAR)[:, :, None]
    return np.concatenate([(window - np.float32(0.5)) * share, share], 2)


def _cropped(picture: Image.Image, box: Box, way: Image.Resampling) -> Array:
    """The box of a picture as SIDE x SIDE; what lies outside the picture is zero."""
    width, height = picture.size
    corners = (
        round(box.left * width),
        round(box.top * height),
        max(round(box.right * width), round(box.left * width) + 1),
        max(round(box.bottom * height), round(box.top * height) + 1),
    )
    return pixels(picture.crop(corners).resize((SIDE, SIDE), way))


def _answer(view: Array, layers: Layers) -> Array:
    x = relu(layers.conv("stem", view, 2))
    number = 0
    for stage, depth in enumerate(DEPTHS):
        for repeat in range(depth):
            x = _block(x, layers, f"blocks.{number}", 2 if stage and not repeat else 1)
            number += 1
    return layers.linear("direction", np.concatenate([x.mean((0, 1)), x.max((0, 1))]))


def _block(x: Array, layers: Layers, name: str, stride: int) -> Array:
    around = layers.conv(f"{name}.way", x, stride) if layers.has(f"{name}.way") else x
    return relu(layers.conv(f"{name}.b", relu(layers.conv(f"{name}.a", x, stride))) + around)
