"""Addresses that only we could have made: notes on a callback, and pictures that Twilio may fetch.

Both are sealed (AES-GCM) under a secret of the installation: they tell a reader of a proxy's log nothing, and
one that was changed or guessed opens nothing.
"""

import base64
import binascii
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.identity import BoutiqueId
from interfaces.twilio.form import Note

PICTURE_LIVES: Final = timedelta(hours=6)
"""Twilio keeps a message in its queue for up to four hours before it fetches what belongs to it."""
_NONCE = 12
_NOTE, _PICTURE = b"noted", b"picture"


@dataclass(frozen=True, slots=True)
class PictureLink:
    """A picture of a boutique, as its address names it."""

    boutique: BoutiqueId
    name: str


class Links:
    """Makes and reads the addresses. `secret` has 32 bytes."""

    def __init__(self, secret: bytes) -> None:
        self._key = AESGCM(secret)

    def note(self, note: Note) -> str:
        """The note as the last part of a callback's address."""
        return self._seal(_NOTE, note.reply.bytes + note.part.to_bytes(2) + (note.bsuid or "").encode())

    def read_note(self, token: str) -> Note | None:
        """The note again; None for one that is not ours."""
        told = self._open(_NOTE, token)
        if told is None:
            return None
        return Note(UUID(bytes=told[:16]), told[18:].decode() or None, int.from_bytes(told[16:18]))

    def picture(self, link: PictureLink, now: datetime) -> str:
        """The last part of the address at which the picture stands for the next hours."""
        until = int((now + PICTURE_LIVES).timestamp())
        return self._seal(_PICTURE, link.boutique.bytes + until.to_bytes(8) + link.name.encode())

    def read_picture(self, token: str, now: datetime) -> PictureLink | None:
        """The picture again; None for an address that is not ours, or whose time is over."""
        told = self._open(_PICTURE, token)
        if told is None or int.from_bytes(told[16:24]) <= now.timestamp():
            return None
        return PictureLink(BoutiqueId(UUID(bytes=told[:16])), told[24:].decode())

    def _seal(self, purpose: bytes, text: bytes) -> str:
        nonce = os.urandom(_NONCE)
        return base64.urlsafe_b64encode(nonce + self._key.encrypt(nonce, text, purpose)).decode().rstrip("=")

    def _open(self, purpose: bytes, token: str) -> bytes | None:
        try:
            sealed = base64.urlsafe_b64decode(token.encode("ascii") + b"=" * (-len(token) % 4))
            return self._key.decrypt(sealed[:_NONCE], sealed[_NONCE:], purpose)
        except (InvalidTag, ValueError, binascii.Error):
            return None
