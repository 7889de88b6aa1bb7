"""The key by which push services know this installation (VAPID): derived, so that it is nowhere kept."""

import base64
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

_CURVE: Final = ec.SECP256R1()
_ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def key_from(secret: bytes) -> ec.EllipticCurvePrivateKey:
    """The same key of the same secret, always: browsers hold on to its public half for years."""
    return ec.derive_private_key(int.from_bytes(secret) % (_ORDER - 1) + 1, _CURVE)


def public_half(key: ec.EllipticCurvePrivateKey) -> str:
    """What a browser is given to subscribe with, in base64url."""
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(point).rstrip(b"=").decode()
