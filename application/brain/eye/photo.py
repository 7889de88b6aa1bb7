"""Bytes from a stranger into small, honest pixels, or a reason why not.

Only the header is believed before anything is decoded; metadata (place, camera, owner) never gets past here.
"""

import io
import struct
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

MAX_BYTES = 16 * 1024 * 1024
MAX_PIXELS = 25_000_000
MIN_SIDE = 16
SIDE = 320
_FAULTS = (OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, struct.error)
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Unreadable(StrEnum):
    """Why a photo was refused."""

    EMPTY = "empty"
    TOO_HEAVY = "too-heavy"
    NOT_A_PHOTO = "not-a-photo"
    TOO_LARGE = "too-large"
    TOO_SMALL = "too-small"
    DAMAGED = "damaged"


class PhotoUnreadable(Exception):  # noqa: N818
    """These bytes are no photo the eye will open; the customer is asked for another one."""

    def __init__(self, reason: Unreadable) -> None:
        super().__init__(reason.value)
        self.reason = reason


def open_photo(photo: bytes, side: int = SIDE) -> Image.Image:
    """The first frame, upright, RGB, at most `side` pixels long, without metadata.

    Raises: PhotoUnreadable.
    """
    if not photo:
        raise PhotoUnreadable(Unreadable.EMPTY)
    if len(photo) > MAX_BYTES:
        raise PhotoUnreadable(Unreadable.TOO_HEAVY)
    picture = _header(photo)
    try:
        picture.draft("RGB", (side, side))
        picture.load()
        return _upright(_small(picture, side), _turn(picture))
    except _FAULTS as fault:
        raise PhotoUnreadable(Unreadable.DAMAGED) from fault


def pixels(picture: Image.Image) -> NDArray[np.float32]:
    """Colours 0..1, shape (height, width, 3)."""
    return np.asarray(picture, dtype=np.float32) / np.float32(255)


def _header(photo: bytes) -> ImageFile:
    """The undecoded picture. The kind is told by its first bytes; a name or a claimed type is never asked."""
    try:
        if photo.startswith(b"\xff\xd8\xff"):
            picture: ImageFile = JpegImageFile(io.BytesIO(photo))
        elif photo.startswith(b"\x89PNG\r\n\x1a\n"):
            picture = PngImageFile(io.BytesIO(photo))
        elif photo[:4] == b"RIFF" and photo[8:12] == b"WEBP":
            _within_limits(*_webp_size(photo))
            picture = WebPImageFile(io.BytesIO(photo))
        else:
            raise PhotoUnreadable(Unreadable.NOT_A_PHOTO)
    except _FAULTS as fault:
        raise PhotoUnreadable(Unreadable.NOT_A_PHOTO) from fault
    _within_limits(*picture.size)
    return picture


def _within_limits(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise PhotoUnreadable(Unreadable.TOO_LARGE)
    if min(width, height) < MIN_SIDE:
        raise PhotoUnreadable(Unreadable.TOO_SMALL)


def _webp_size(photo: bytes) -> tuple[int, int]:
    """Width and height from the header, because WebP's decoder claims its canvas as soon as it is made."""
    kind = photo[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(photo[24:27], "little"), 1 + int.from_bytes(photo[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(photo[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack_from("<HH", photo, 26)
    return width & 0x3FFF, height & 0x3FFF


def _small(picture: Image.Image, side: int) -> Image.Image:
    if picture.mode.startswith("I"):
        small = Image.fromarray((np.asarray(picture).astype(np.int64).clip(0, 65535) >> 8).astype(np.uint8))
    elif picture.has_transparency_data:
        clear = picture.convert("RGBA")
        small = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")
    else:
        small = picture.convert("RGB")
    scale = side / max(small.size)
    if scale < 1:
        size = (max(1, round(small.width * scale)), max(1, round(small.height * scale)))
        small = small.resize(size, Image.Resampling.BOX)
    clean = small.convert("RGB")
    return Image.frombytes("RGB", clean.size, clean.tobytes())


def _turn(picture: Image.Image) -> int:
    """The camera's note on which way is up; broken notes say nothing."""
    try:
        turn = picture.getexif().get(_ORIENTATION, 1)
    except _FAULTS:
        return 1
    return turn if isinstance(turn, int) else 1


def _upright(picture: Image.Image, turn: int) -> Image.Image:
    return picture.transpose(_TURNS[turn]) if turn in _TURNS else picture
