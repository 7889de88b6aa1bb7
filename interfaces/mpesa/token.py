"""The token in a callback's address: says which attempt it is about, and only we can have made it.

Safaricom signs nothing, so the address itself is the proof. It also names the attempt when the answer that
would have told its checkout id was lost.
"""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from uuid import UUID

from domain.identity import BoutiqueId, PaymentId

_SEAL = 16
_BODY = 34


@dataclass(frozen=True, slots=True)
class AttemptRef:
    """One attempt of one payment of one boutique."""

    boutique: BoutiqueId
    payment: PaymentId
    attempt: int


def issue(secret: bytes, ref: AttemptRef) -> str:
    """The token of an attempt: 67 letters that are safe in an address. Raises: OverflowError above 65,535."""
    body = ref.boutique.bytes + ref.payment.bytes + ref.attempt.to_bytes(2, "big")
    return base64.urlsafe_b64encode(body + _seal(secret, body)).decode().rstrip("=")


def read(secret: bytes, token: str) -> AttemptRef | None:
    """The attempt that the token names; None unless we issued exactly this token."""
    try:
        whole = base64.b64decode(token.encode("ascii") + b"=" * (-len(token) % 4), b"-_", validate=True)
    except (ValueError, binascii.Error):
        return None
    body, seal = whole[:_BODY], whole[_BODY:]
    if len(whole) != _BODY + _SEAL or not hmac.compare_digest(seal, _seal(secret, body)):
        return None
    ref = AttemptRef(
        BoutiqueId(UUID(bytes=body[:16])),
        PaymentId(UUID(bytes=body[16:32])),
        int.from_bytes(body[32:], "big"),
    )
    return ref if issue(secret, ref) == token else None


def _seal(secret: bytes, body: bytes) -> bytes:
    return hmac.new(secret, b"mpesa-callback|" + body, hashlib.sha256).digest()[:_SEAL]
