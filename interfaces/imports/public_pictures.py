"""Pictures from the web's public part: never from this machine, its network or a cloud's own addresses.

A name is resolved once, each of its addresses must be public, and the connection goes to the very address
that was looked at, so that a name that changes its mind in between leads nowhere.
"""

from typing import Final
from urllib.parse import urljoin, urlsplit

import httpx

from application.brain.eye.photo import MAX_BYTES
from application.importing.keeping import PictureNotHad
from interfaces.public_addresses import Resolve, are_public, resolved

PATIENCE: Final = httpx.Timeout(10.0, connect=5.0)
MOST_HOPS: Final = 3
_HTTPS: Final = 443


class PublicPictures:
    """Fetches a picture by https from a public address."""

    def __init__(self, resolve: Resolve = resolved, transport: httpx.BaseTransport | None = None) -> None:
        self._resolve = resolve
        self._client = httpx.Client(
            transport=transport, timeout=PATIENCE, follow_redirects=False, trust_env=False
        )

    def __call__(self, address: str) -> bytes:
        """Its bytes. Raises: PictureNotHad."""
        try:
            for _ in range(MOST_HOPS + 1):
                onwards = self._ask(address)
                if isinstance(onwards, bytes):
                    return onwards
                address = onwards
        except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as away:
            raise PictureNotHad("away") from away
        raise PictureNotHad("not-found")

    def close(self) -> None:
        """Give back the connections."""
        self._client.close()

    def _ask(self, address: str) -> bytes | str:
        """The picture, or where it has gone to."""
        host, pinned = self._pinned(address)
        headers = {"Host": host, "Accept": "image/jpeg, image/png, image/webp", "User-Agent": "Dukani"}
        with self._client.stream("GET", pinned, headers=headers, extensions={"sni_hostname": host}) as answer:
            if answer.is_redirect:
                return urljoin(address, str(answer.headers.get("location", "")))
            if not answer.is_success:
                raise PictureNotHad("not-found")
            return _bounded(answer)

    def _pinned(self, address: str) -> tuple[str, str]:
        """The name, and the address with a public IP in its place. Raises: PictureNotHad."""
        try:
            parts = urlsplit(address)
            host, port = parts.hostname, parts.port
        except ValueError as strange:
            raise PictureNotHad("not-public") from strange
        if parts.scheme != "https" or not host or port not in (None, _HTTPS) or parts.username:
            raise PictureNotHad("not-public")
        found = self._resolve(host)
        if not are_public(found):
            raise PictureNotHad("not-public")
        ip = f"[{found[0]}]" if ":" in found[0] else found[0]
        return host, parts._replace(netloc=ip, fragment="").geturl()


def _bounded(answer: httpx.Response) -> bytes:
    picture = bytearray()
    for part in answer.iter_bytes():
        picture += part
        if len(picture) > MAX_BYTES:
            raise PictureNotHad("too-heavy")
    return bytes(picture)
