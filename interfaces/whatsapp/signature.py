"""The signature of Meta's webhooks: HMAC-SHA256 of the raw body under the app's secret."""

import hashlib
import hmac
from collections.abc import Sequence

_PREFIX = b"sha256="


def sign(secret: bytes, body: bytes) -> str:
    """The header value that Meta sends with this body."""
    return "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()


def is_signed(secrets: Sequence[bytes], body: bytes, header: bytes | None) -> bool:
    """True when one of the secrets signed exactly these bytes.

    Several secrets are accepted while one replaces another. Compares in constant time, and takes the header
    as bytes, because a header may hold anything.
    """
    if header is None or not header.startswith(_PREFIX):
        return False
    given = header[len(_PREFIX) :]
    matches = [hmac.compare_digest(given, sign(secret, body)[7:].encode()) for secret in secrets]
    return any(matches)
