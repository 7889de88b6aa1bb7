"""Photos in a ZIP, unpacked one at a time and never more than was agreed."""

import zipfile
from collections.abc import Iterator
from typing import BinaryIO, Final

from application.brain.eye.photo import MAX_BYTES
from interfaces.http.importing import ZipRefused

MOST_PACKED: Final = 120 * 1024 * 1024
MOST_PHOTOS: Final = 500
MOST_UNPACKED: Final = 600 * 1024 * 1024
_PICTURES: Final = (".jpg", ".jpeg", ".png", ".webp")
_DAMAGE: Final = (
    zipfile.BadZipFile,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    zipfile.LargeZipFile,
)


def photos_in(packed: BinaryIO) -> Iterator[tuple[str, bytes]]:
    """Each picture's file name in lower case, with its bytes; folders and other files are passed over.

    What an entry says of its size is not believed: reading ends at the limit. Raises: ZipRefused.
    """
    if packed.seek(0, 2) > MOST_PACKED:
        raise ZipRefused("too-large")
    packed.seek(0)
    try:
        with zipfile.ZipFile(packed) as folder:
            yield from _photos(folder)
    except _DAMAGE as damage:
        raise ZipRefused("not-a-zip") from damage


def _photos(folder: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = [entry for entry in folder.infolist() if _is_picture(entry)]
    if len(entries) > MOST_PHOTOS:
        raise ZipRefused("too-many")
    unpacked = 0
    for entry in entries:
        with folder.open(entry) as file:
            photo = file.read(MAX_BYTES + 1)
        unpacked += len(photo)
        if unpacked > MOST_UNPACKED:
            raise ZipRefused("too-large")
        yield entry.filename.replace("\\", "/").rpartition("/")[2].casefold(), photo


def _is_picture(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename.casefold()
    hidden = name.startswith("__macosx/") or name.rpartition("/")[2].startswith(".")
    return not entry.is_dir() and not hidden and name.endswith(_PICTURES)
