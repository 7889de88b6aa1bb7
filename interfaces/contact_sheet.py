"""A contact sheet: several pieces on one numbered picture, so that showing them costs one message."""

import io
from collections.abc import Sequence
from functools import cache

from PIL import Image, ImageDraw, ImageFont, ImageOps

_WIDTH = 900
_GAP = 12
_CAPTION = 46
_BADGE = 74
_PAPER = (250, 247, 242)
_INK = (33, 29, 25)
_BADGE_FILL = (18, 110, 86)
MOST = 6
"""As many pieces as can still be told apart on a phone."""

Font = ImageFont.ImageFont | ImageFont.FreeTypeFont


def contact_sheet(pictures: Sequence[bytes], captions: Sequence[str]) -> bytes:
    """One JPEG of at most six pictures in a grid, numbered from 1 in reading order, 900 pixels wide.

    Raises: OSError for bytes that are no picture.
    """
    shown = list(zip(pictures, captions, strict=True))[:MOST]
    columns = 2 if len(shown) in (2, 4) else 3
    cell = (_WIDTH - _GAP * (columns + 1)) // columns
    tall = cell * 5 // 4
    rows = -(-len(shown) // columns)
    sheet = Image.new("RGB", (_WIDTH, _GAP + rows * (tall + _CAPTION + _GAP)), _PAPER)
    for index, (picture, caption) in enumerate(shown):
        row, column = divmod(index, columns)
        left, top = _GAP + column * (cell + _GAP), _GAP + row * (tall + _CAPTION + _GAP)
        sheet.paste(_fitted(picture, cell, tall), (left, top))
        _number(sheet, index + 1, left, top)
        _caption(sheet, caption, left, top + tall, cell)
    return _jpeg(sheet)


def _fitted(picture: bytes, width: int, height: int) -> Image.Image:
    with Image.open(io.BytesIO(picture), formats=["JPEG", "PNG", "WEBP"]) as opened:
        return ImageOps.fit(opened.convert("RGB"), (width, height), Image.Resampling.LANCZOS)


def _number(sheet: Image.Image, number: int, left: int, top: int) -> None:
    draw = ImageDraw.Draw(sheet)
    box = (left + 10, top + 10, left + 10 + _BADGE, top + 10 + _BADGE)
    draw.ellipse(box, fill=_BADGE_FILL, outline="white", width=5)
    middle = (left + 10 + _BADGE / 2, top + 10 + _BADGE / 2)
    draw.text(
        middle, str(number), fill="white", font=_font(44), anchor="mm", stroke_width=1, stroke_fill="white"
    )


def _caption(sheet: Image.Image, caption: str, left: int, top: int, width: int) -> None:
    draw = ImageDraw.Draw(sheet)
    middle = (left + width / 2, top + _CAPTION / 2 + 2)
    draw.text(middle, _cut(draw, caption, width), fill=_INK, font=_font(27), anchor="mm")


def _cut(draw: ImageDraw.ImageDraw, caption: str, width: int) -> str:
    words = caption
    while words and draw.textlength(words if words == caption else f"{words}…", font=_font(27)) > width:
        words = words[:-1].rstrip()
    return words if words == caption else f"{words}…"


@cache
def _font(size: int) -> Font:
    return ImageFont.load_default(size)


def _jpeg(sheet: Image.Image) -> bytes:
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=86, optimize=True)
    return out.getvalue()
