"""Small versions of pictures: a thumb in a list need not carry a photo over a slow line."""

import io
from enum import IntEnum
from typing import Final

from application.brain.eye.photo import PhotoUnreadable, open_photo

_QUALITY: Final = 72


class Side(IntEnum):
    """How long the longer side of a picture may be. Units: pixels."""

    THUMB = 160
    TILE = 640


def small(picture: bytes, side: Side) -> bytes:
    """The picture as a small WebP; as it is where it cannot be made smaller."""
    try:
        shown = open_photo(picture, side)
    except PhotoUnreadable:
        return picture
    made = io.BytesIO()
    shown.save(made, "WEBP", quality=_QUALITY, method=2)
    return min(made.getvalue(), picture, key=len)
