"""An authenticator in software: makes passkeys and signs with them, honestly or not."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, encode_cbor

PRESENT, VERIFIED, WITH_KEY = 0x01, 0x04, 0x40


@dataclass
class Authenticator:
    """A device with one passkey. Shape: `host` and `origin` are the page it believes to be on."""

    host: str = "testserver"
    origin: str = "http://testserver"
    unlocked: bool = True
    credential: bytes = field(default_factory=lambda: uuid4().bytes)
    counter: int = 0
    handle: str = ""
    _key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def makes(self, options: str) -> str:
        """The new credential that such options ask for, as a browser's JSON."""
        asked = json.loads(options)
        self.handle = asked["user"]["id"]
        point = self._key.public_key().public_numbers()
        cose = {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")}
        made = bytes(16) + len(self.credential).to_bytes(2, "big") + self.credential + encode_cbor(cose)
        attested = {"fmt": "none", "attStmt": {}, "authData": self._shown(WITH_KEY) + made}
        said = self._said("webauthn.create", asked["challenge"])
        return self._told({"clientDataJSON": said, "attestationObject": encode_cbor(attested)})

    def signs(self, options: str, **other: Any) -> str:
        """What it answers to such options; `other` replaces parts of the answer."""
        self.counter += 1
        said, data = self._said("webauthn.get", json.loads(options)["challenge"]), self._shown(0)
        signature = self._key.sign(data + hashlib.sha256(said).digest(), ec.ECDSA(hashes.SHA256()))
        told = {"clientDataJSON": said, "authenticatorData": data, "signature": signature}
        return self._told({**told, "userHandle": base64url_to_bytes(self.handle), **other})

    def _said(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _shown(self, flags: int) -> bytes:
        shown = PRESENT | flags | (VERIFIED if self.unlocked else 0)
        return hashlib.sha256(self.host.encode()).digest() + bytes([shown]) + self.counter.to_bytes(4, "big")

    def _told(self, response: dict[str, bytes]) -> str:
        named = bytes_to_base64url(self.credential)
        written = {name: bytes_to_base64url(value) for name, value in response.items()}
        return json.dumps({"id": named, "rawId": named, "type": "public-key", "response": written})
