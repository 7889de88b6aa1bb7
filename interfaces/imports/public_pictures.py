"""Pictures from the web's public part: never from this machine, its network or a cloud's own addresses."""

from typing import Final
from urllib.parse import urljoin

import httpx

from application.brain.eye.photo import MAX_BYTES
from application.importing.keeping import PictureNotHad
from interfaces.public_addresses import NotPublic, Resolve, pinned, resolved

PATIENCE: Final = httpx.Timeout(10.0, connect=5.0)
MOST_HOPS: Final = 3


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
        except NotPublic as inside:
            raise PictureNotHad("not-public") from inside
        except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as away:
            raise PictureNotHad("away") from away
        raise PictureNotHad("not-found")

    def close(self) -> None:
        """Give back the connections."""
        self._client.close()

    def _ask(self, address: str) -> bytes | str:
        """The picture, or where it has gone to."""
        host, there = pinned(address, self._resolve)
        headers = {"Host": host, "Accept": "image/jpeg, image/png, image/webp", "User-Agent": "Dukani"}
        with self._client.stream("GET", there, headers=headers, extensions={"sni_hostname": host}) as answer:
            if answer.is_redirect:
                return urljoin(address, str(answer.headers.get("location", "")))
            if not answer.is_success:
                raise PictureNotHad("not-found")
            return _bounded(answer)


def _bounded(answer: httpx.Response) -> bytes:
    picture = bytearray()
    for part in answer.iter_bytes():
        picture += part
        if len(picture) > MAX_BYTES:
            raise PictureNotHad("too-heavy")
    return bytes(picture)
