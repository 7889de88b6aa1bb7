"""The second factor: codes of an authenticator app (TOTP), each of which opens once."""

import secrets
from datetime import datetime
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pyotp import random_base32
from pyotp.totp import TOTP

from domain.identity import PersonId

_STEP_SECONDS: Final = 30
_NONCE: Final = 12
_ISSUER: Final = "Dukani"


class SecondFactor:
    """Makes secrets, seals them under a key of the installation, and checks codes."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def new_secret(self) -> str:
        """A secret for an authenticator app."""
        return random_base32()

    def address(self, secret: str, email: str) -> str:
        """What the app reads from a QR code."""
        return TOTP(secret).provisioning_uri(name=email, issuer_name=_ISSUER)

    def seal(self, person: PersonId, secret: str) -> bytes:
        """The secret as it is kept."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._cipher.encrypt(nonce, secret.encode(), person.bytes)

    def step_of(self, person: PersonId, box: bytes, code: str, now: datetime) -> int | None:
        """The time step whose code this is, the one before or after now included; None for a wrong code."""
        try:
            secret = self._cipher.decrypt(box[:_NONCE], box[_NONCE:], person.bytes).decode()
        except InvalidTag:
            return None
        return step_of(secret, code, now)


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """The time step of a code; None for a wrong one."""
    current, app = int(now.timestamp()) // _STEP_SECONDS, TOTP(secret)
    for step in (current, current - 1, current + 1):
        if secrets.compare_digest(app.at(step * _STEP_SECONDS).encode(), code.encode()):
            return step
    return None
