"""Ten things that happen to a photo between the shop's shelf and the customer's message, seeded."""

import io
import random
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from application.brain.eye.network import Layers
from application.brain.eye.segment import garment_mask, squared
from application.brain.eye.weights import load_weights

Change = Callable[[Image.Image, random.Random, Image.Image], Image.Image]


def crop(photo: Image.Image, chance: random.Random, _other: Image.Image) -> Image.Image:
    """60 to 80 % of the area, anywhere."""
    side = chance.uniform(0.6, 0.8) ** 0.5
    width, height = round(photo.width * side), round(photo.height * side)
    left, top = chance.randint(0, photo.width - width), chance.randint(0, photo.height - height)
    return photo.crop((left, top, left + width, top + height))


def zoom_out(photo: Image.Image, chance: random.Random, _other: Image.Image) -> Image.Image:
    """Taken from further away: more, and blurred, ground around."""
    scale = chance.uniform(1.3, 1.6)
    wide = photo.resize((round(photo.width * scale), round(photo.height * scale)))
    wide = wide.filter(ImageFilter.GaussianBlur(25))
    wide.paste(photo, ((wide.width - photo.width) // 2, (wide.height - photo.height) // 2))
    return wide


def brightness(photo: Image.Image, chance: random.Random, _other: Image.Image) -> Image.Image:
    """25 to 45 % darker or brighter."""
    return ImageEnhance.Brightness(photo).enhance(1 + chance.choice([-1, 1]) * chance.uniform(0.25, 0.45))


def temperature(photo: Image.Image, chance: random.Random, _other: Image.Image) -> Image.Image:
    """A warm lamp or a cold sky."""
    warm = chance.choice([-1, 1]) * chance.uniform(0.1, 0.18)
    lit = np.asarray(photo, np.float32) * np.array([1 + warm, 1, 1 - warm], np.float32)
    return Image.fromarray(lit.clip(0, 255).astype(np.uint8))


def half_size(photo: Image.Image, chance: random.Random, _other: Image.Image) -> Image.Image:
    """Forwarded: half the size, JPEG of quality 12 to 25."""
    return _resaved(photo.resize((photo.width // 2, photo.height // 2)), chance.randint(12, 25))


def mirror(photo: Image.Image, _chance: random.Random, _other: Image.Image) -> Image.Image:
    """A selfie camera's photo."""
    return ImageOps.mirror(photo)


def rotation(photo: Image.Image, chance: random.Random, _other: Image.Image) -> Image.Image:
    """6 to 15 degrees, the ground going on at the corners."""
    margin = max(photo.size) // 4
    edges = ((margin, margin), (margin, margin), (0, 0))
    wide = Image.fromarray(np.pad(np.asarray(photo), edges, mode="reflect"))
    turned = wide.rotate(chance.choice([-1, 1]) * chance.uniform(6, 15), Image.Resampling.BILINEAR)
    return turned.crop((margin, margin, margin + photo.width, margin + photo.height))


def screenshot(photo: Image.Image, chance: random.Random, _other: Image.Image) -> Image.Image:
    """On a phone's screen between bars, with a caption."""
    width = photo.width
    top, bottom = round(width * chance.uniform(0.15, 0.3)), round(width * chance.uniform(0.25, 0.5))
    ground, ink = chance.choice([("white", "black"), ("black", "white"), ("#0b141a", "#e9edef")])
    screen = Image.new("RGB", (width, photo.height + top + bottom), ground)
    screen.paste(photo, (0, top))
    pen = ImageDraw.Draw(screen)
    pen.text((12, top // 2), "12:41   Boutique", fill=ink)
    pen.text((12, photo.height + top + 14), "New in! Ksh 2,500, all sizes\nDM to order", fill=ink)
    return screen


def combo(photo: Image.Image, chance: random.Random, other: Image.Image) -> Image.Image:
    """Cropped, turned, relit and resaved at once."""
    seen = brightness(rotation(crop(photo, chance, other), chance, other), chance, other)
    return _resaved(seen, chance.randint(20, 40))


def new_ground(photo: Image.Image, _chance: random.Random, other: Image.Image) -> Image.Image:
    """The garment, as far as the eye itself finds it, on another photo's ground: its corner, mirrored."""
    mask = garment_mask(squared(photo), Layers(load_weights(), "mask"))
    solid = Image.fromarray((mask * 255).astype(np.uint8)).resize(photo.size, Image.Resampling.BILINEAR)
    corner = np.asarray(other.crop((0, 0, other.width // 4, other.height // 4)))
    edges = ((0, photo.height), (0, photo.width), (0, 0))
    ground = Image.fromarray(np.pad(corner, edges, mode="symmetric")).crop((0, 0, *photo.size))
    return Image.composite(photo, ground, solid)


CHANGES: tuple[Change, ...] = (
    crop,
    zoom_out,
    brightness,
    temperature,
    half_size,
    mirror,
    rotation,
    screenshot,
    combo,
    new_ground,
)


def changed(change: Change, photo: Image.Image, seed: str, other: Image.Image) -> bytes:
    """The changed photo as a JPEG; the same seed gives the same bytes."""
    return _bytes(change(photo, random.Random(f"{change.__name__} {seed}"), other), 85)


def _resaved(photo: Image.Image, quality: int) -> Image.Image:
    return Image.open(io.BytesIO(_bytes(photo, quality))).convert("RGB")


def _bytes(photo: Image.Image, quality: int) -> bytes:
    held = io.BytesIO()
    photo.save(held, "JPEG", quality=quality)
    return held.getvalue()
