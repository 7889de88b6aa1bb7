"""Media at Meta's: an id lives seven days, its address five minutes, and both only under the right token."""

import base64
import hashlib
import hmac
import io
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from PIL import Image, UnidentifiedImageError

from tests.emulators.cloud_api.errors import GraphError

ADDRESS_LIVES: Final = 300
ID_LIVES: Final = 7 * 24 * 3600
_MOST_IMAGE: Final = 5 * 1024 * 1024
_TYPES: Final = {"JPEG": "image/jpeg", "PNG": "image/png"}


@dataclass(frozen=True, slots=True)
class Medium:
    """One file. Units: `since` is in seconds on the emulator's clock."""

    id: str
    number: str
    mime: str
    content: bytes
    since: float

    @property
    def sha256(self) -> str:
        """As Meta writes it, in base64."""
        return base64.b64encode(hashlib.sha256(self.content).digest()).decode()


@dataclass
class Media:
    """All files, by id."""

    now: Callable[[], float]
    own_url: str
    _files: dict[str, Medium] = field(default_factory=dict)
    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(16))

    def keep(self, number: str, mime: str, content: bytes) -> Medium:
        """A file that somebody sent or uploaded."""
        medium = Medium(str(secrets.randbelow(10**16) + 10**15), number, mime, content, self.now())
        self._files[medium.id] = medium
        return medium

    def upload(self, number: str, mime: str | None, content: bytes) -> Medium:
        """A business's picture. Raises: GraphError for what WhatsApp cannot show."""
        try:
            with Image.open(io.BytesIO(content)) as picture:
                kind, mode = _TYPES.get(picture.format or ""), picture.mode
        except (UnidentifiedImageError, OSError):
            kind, mode = None, ""
        if kind is None or kind != mime or len(content) > _MOST_IMAGE or mode not in ("RGB", "RGBA", "L"):
            details = "image must be JPEG or PNG, 8-bit RGB or RGBA, at most 5 MB, of the type that is told"
            raise GraphError(131053, "(#131053) Media upload error", details)
        return self.keep(number, kind, content)

    def of(self, name: str, number: str | None) -> Medium | None:
        """A file that still lives and, where a number is named, is that number's."""
        medium = self._files.get(name)
        if medium is None or self.now() > medium.since + ID_LIVES:
            return None
        return medium if number in (None, medium.number) else None

    def described(self, medium: Medium) -> dict[str, Any]:
        """The answer to a question for the id."""
        until = int(self.now()) + ADDRESS_LIVES
        address = f"{self.own_url}/whatsapp_business/attachments/?mid={medium.id}&ext={until}"
        return {
            "messaging_product": "whatsapp",
            "url": f"{address}&hash={self._seal(medium.id, until)}",
            "mime_type": medium.mime,
            "sha256": medium.sha256,
            "file_size": len(medium.content),
            "id": medium.id,
        }

    def at(self, mid: str, until: int, seal: str) -> Medium | None:
        """The file at an address that still lives."""
        good = hmac.compare_digest(seal.encode(), self._seal(mid, until).encode())
        return self._files.get(mid) if good and self.now() <= until else None

    def _seal(self, mid: str, until: int) -> str:
        return hmac.new(self._secret, f"{mid}|{until}".encode(), hashlib.sha256).hexdigest()
