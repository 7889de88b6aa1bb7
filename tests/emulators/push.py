"""A browser maker's push service on loopback, as strict as the RFCs, and the browsers that subscribe to it.

Source: RFC 8030 (TTL, Urgency, Topic, 404 and 410), RFC 8291 (aes128gcm) and RFC 8292 (VAPID).
"""

import base64
import json
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import http_ece
import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.emulators.taking import Said, taking

DAY = 86_400


@dataclass
class Subscribed:
    """A browser that has subscribed. Shape: `status` is what the service answers for it next."""

    endpoint: str
    application_key: str
    status: int = 201
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    private: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    shown: list[dict[str, Any]] = field(default_factory=list)

    @property
    def keys(self) -> tuple[str, str]:
        """What it gives out: its public key and its secret, in base64url."""
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return _told(point), _told(self.secret)

    def reads(self, body: bytes) -> None:
        """Decrypt what came."""
        opened = http_ece.decrypt(
            body, private_key=self.private, auth_secret=self.secret, version="aes128gcm"
        )
        self.shown.append(json.loads(opened))


@dataclass
class BrowserMaker:
    """The service. Shape: `refused` says what was wrong with requests that were no proper ones."""

    url: str
    browsers: dict[str, Subscribed] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)

    def subscribe(self, application_key: str) -> Subscribed:
        """A new browser, which takes messages of this application alone."""
        path = f"/send/{secrets.token_urlsafe(12)}"
        self.browsers[path] = Subscribed(f"{self.url}{path}", application_key)
        return self.browsers[path]

    def take(self, path: str, headers: dict[str, str], body: bytes) -> int:
        """The status for a message."""
        browser = self.browsers.get(path)
        if browser is None:
            return 404
        wrong = self._wrong(browser, headers, body)
        if wrong:
            self.refused.append(wrong)
            return 400
        if browser.status == 201:
            self.topics.append(headers["topic"])
            browser.reads(body)
        return browser.status

    def _wrong(self, browser: Subscribed, headers: dict[str, str], body: bytes) -> str | None:
        if not re.fullmatch(r"\d+", headers.get("ttl", "")):
            return "no TTL"
        if headers.get("content-encoding") != "aes128gcm" or len(body) > 4_096:
            return "not encrypted as it must be"
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,32}", headers.get("topic", "")):
            return "no topic"
        said = re.fullmatch(r"vapid t=([\w.-]+),k=([\w-]+)", headers.get("authorization", ""))
        if said is None or said[2] != browser.application_key:
            return "not the application that it subscribed to"
        return self._wrong_token(said[1], said[2])

    def _wrong_token(self, token: str, key: str) -> str | None:
        point = base64.urlsafe_b64decode(key + "=" * (-len(key) % 4))
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        try:
            claims = jwt.decode(token, public, ["ES256"], audience=self.url)
        except jwt.InvalidTokenError as wrong:
            return str(wrong)
        if claims["exp"] > time.time() + DAY or not str(claims["sub"]).startswith(("https://", "mailto:")):
            return "believed for too long, or by nobody"
        return None


@contextmanager
def pushing() -> Iterator[BrowserMaker]:
    """Serve on loopback."""
    with taking(lambda came: Said(here.take(came.path, dict(came.headers), came.body))) as url:
        here = BrowserMaker(url)
        yield here


def _told(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
