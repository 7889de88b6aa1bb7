"""What a customer's phone makes of a picture: a tilted, dim, grainy photo, or a screenshot."""

from enum import Enum
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Colour = tuple[int, int, int]
HEAVY = 90_000


class Take(Enum):
    """How the picture came to be sent."""

    PHOTO = "photo"
    STATUS = "status"
    FEED = "feed"


def photograph(image: Image.Image, seed: int) -> bytes:
    """A JPEG such as a customer would send of this picture; the same seed gives the same bytes.

    Most are photos of a screen or a hanging piece; some are screenshots of a status or a feed.
    """
    chance = np.random.default_rng(seed)
    seen = _lit(_tilted(image.convert("RGB"), chance), chance)
    take = (Take.PHOTO, Take.PHOTO, Take.PHOTO, Take.STATUS, Take.FEED)[int(chance.integers(5))]
    framed = {Take.PHOTO: _photo, Take.STATUS: _status, Take.FEED: _feed}[take](seen)
    return _jpeg(framed, 82 + int(chance.integers(8)))


def _tilted(image: Image.Image, chance: np.random.Generator) -> Image.Image:
    size = image.width
    angle = float(chance.uniform(-6, 6))
    edge = size // 8
    wide = Image.fromarray(np.pad(np.asarray(image), ((edge, edge), (edge, edge), (0, 0)), mode="edge"))
    turned = wide.rotate(angle, Image.Resampling.BICUBIC).crop((edge, edge, edge + size, edge + size))
    left, top, right, bottom = (float(v) for v in chance.uniform(0.0, 0.085, 4) * size)
    skew = float(chance.uniform(-0.9, 0.9)) * min(left, right)
    corners = (
        left + skew, top, left - skew, size - bottom,
        size - right + skew, size - bottom, size - right - skew, top,
    )  # fmt: skip
    return turned.transform((size, size), Image.Transform.QUAD, corners, Image.Resampling.BILINEAR)


def _lit(image: Image.Image, chance: np.random.Generator) -> Image.Image:
    pixels = np.asarray(image, np.float32) / 255
    warm = float(chance.uniform(-0.07, 0.09))
    cast = np.array([1 + warm, 1 + warm * 0.15, 1 - warm], np.float32)
    pixels = pixels ** float(chance.uniform(0.88, 1.18)) * cast * float(chance.uniform(0.84, 1.08))
    pixels *= _falling_light(image.width, chance)[..., None]
    noise = chance.standard_normal((image.height, image.width, 1), dtype=np.float32)
    pixels += noise * float(chance.uniform(0.006, 0.022))
    photo = Image.fromarray((pixels.clip(0, 1) * 255).astype(np.uint8))
    blur = float(chance.uniform(0.0, 1.0))
    return photo.filter(ImageFilter.GaussianBlur(blur)) if blur > 0.35 else photo


def _falling_light(size: int, chance: np.random.Generator) -> NDArray[np.float32]:
    turn = float(chance.uniform(0, 2 * np.pi))
    across, down = np.meshgrid(
        np.linspace(-1, 1, size, dtype=np.float32), np.linspace(-1, 1, size, dtype=np.float32)
    )
    side = across * np.float32(np.cos(turn)) + down * np.float32(np.sin(turn))
    return np.asarray(1 + side * float(chance.uniform(0, 0.12)) - 0.05 * (across**2 + down**2), np.float32)


def _photo(image: Image.Image) -> Image.Image:
    return image


def _sheet(image: Image.Image, paper: Colour, top: float, bottom: float) -> tuple[Image.Image, int]:
    size = image.width
    above = int(size * top)
    sheet = Image.new("RGB", (size, size + above + int(size * bottom)), paper)
    sheet.paste(image, (0, above))
    return sheet, above


def _status(image: Image.Image) -> Image.Image:
    size = image.width
    sheet, above = _sheet(image, (11, 13, 15), 0.28, 0.36)
    pen = ImageDraw.Draw(sheet)
    _clock(pen, size, (235, 235, 235))
    for part in range(3):
        left = size * (0.02 + part * 0.325)
        shade = (230, 230, 230) if part == 0 else (110, 112, 115)
        pen.rounded_rectangle((left, size * 0.075, left + size * 0.31, size * 0.083), size // 200, fill=shade)
    pen.ellipse((size * 0.04, size * 0.115, size * 0.14, size * 0.215), fill=(70, 120, 110))
    _bar(pen, size, (0.18, 0.135, 0.30), (225, 225, 225))
    _bar(pen, size, (0.18, 0.178, 0.17), (140, 142, 145))
    low = above + size
    pen.rounded_rectangle(
        (size * 0.05, low + size * 0.2, size * 0.95, low + size * 0.31), size // 18, outline=(90, 92, 95)
    )
    _bar(pen, size, (0.12, (low + size * 0.245) / size, 0.2), (120, 122, 125))
    return sheet


def _feed(image: Image.Image) -> Image.Image:
    size = image.width
    sheet, above = _sheet(image, (255, 255, 255), 0.26, 0.42)
    pen = ImageDraw.Draw(sheet)
    _clock(pen, size, (30, 30, 30))
    pen.ellipse((size * 0.04, size * 0.12, size * 0.13, size * 0.21), fill=(214, 120, 140))
    _bar(pen, size, (0.16, 0.15, 0.34), (40, 40, 40))
    low = above + size
    for part in range(3):
        left = size * (0.04 + part * 0.12)
        pen.ellipse(
            (left, low + size * 0.035, left + size * 0.07, low + size * 0.105),
            outline=(40, 40, 40),
            width=max(size // 160, 1),
        )
    for row, width in enumerate((0.3, 0.86, 0.7)):
        _bar(
            pen,
            size,
            (0.04, (low + size * (0.15 + row * 0.055)) / size, width),
            (60, 60, 60) if row == 0 else (165, 165, 165),
        )
    return sheet


def _clock(pen: ImageDraw.ImageDraw, size: int, ink: Colour) -> None:
    pen.text((size * 0.04, size * 0.018), "14:07", fill=ink, font=ImageFont.load_default(max(size // 28, 8)))
    pen.rounded_rectangle((size * 0.9, size * 0.024, size * 0.955, size * 0.05), size // 160, fill=ink)


def _bar(pen: ImageDraw.ImageDraw, size: int, place: tuple[float, float, float], ink: Colour) -> None:
    left, top, width = (part * size for part in place)
    pen.rounded_rectangle((left, top, left + width, top + size * 0.022), size // 90, fill=ink)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    # A messenger squeezes busy pictures harder than calm ones.
    return _jpeg(image, quality - 16) if out.tell() > HEAVY and quality > 50 else out.getvalue()
