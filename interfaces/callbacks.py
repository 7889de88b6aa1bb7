"""What the money's neighbours call back: how it comes in, whatever its form, and where it becomes durable.

Where a neighbour lets us name a prompt, its name is the payment and the attempt; where a neighbour calls one
address for all prompts of a boutique, the address is unguessable and says which boutique.
"""

import asyncio
import hashlib
import hmac
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol
from uuid import UUID

from fastapi import Request
from fastapi.responses import Response

from domain.identity import BoutiqueId, PaymentId

NOBODYS: Final = PaymentId(UUID(int=0))
"""Stands for the payment where a genuine callback is about none of ours."""

_LARGEST: Final = 64 * 1024
_BODY_TIMEOUT: Final = 10.0
_NAME: Final = re.compile(r"([0-9a-f]{32})([0-9a-f]{4})")
_ADDRESS: Final = re.compile(r"[0-9a-f]{64}")
_UUID_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class AttemptRef:
    """One attempt of one payment of one boutique."""

    boutique: BoutiqueId
    payment: PaymentId
    attempt: int


@dataclass(frozen=True, slots=True)
class Callback:
    """A callback as it came, through this channel. `unreadable` says why it is set aside for a person."""

    about: AttemptRef
    body: bytes
    unreadable: str | None = None
    channel: str = "mpesa"

    @property
    def fingerprint(self) -> str:
        """What makes a repeated delivery of the same body one."""
        return hashlib.sha256(self.body).hexdigest()


class CallbackUnreadable(ValueError):  # noqa: N818
    """The body is not what the neighbour documents; a person should look at it."""


class CallbackNotStored(Exception):  # noqa: N818
    """The callback is not durable."""


class CallbackIngress(Protocol):
    """Where callbacks become durable."""

    async def accept(self, callback: Callback) -> None:
        """Returns once it is durable; one already known changes nothing. Raises: CallbackNotStored."""
        ...


def callback_from(channel: str, about: AttemptRef, body: bytes, read: Callable[[bytes], object]) -> Callback:
    """A callback about this attempt; with why it is set aside where it cannot be read."""
    try:
        read(body)
    except CallbackUnreadable as unreadable:
        return Callback(about, body, str(unreadable)[:200], channel)
    return Callback(about, body, None, channel)


def name_of(payment: PaymentId, attempt: int) -> str:
    """How we name a prompt to neighbours that let us: 36 hex digits. Raises: OverflowError above 65,535."""
    return payment.hex + attempt.to_bytes(2, "big").hex()


def attempt_named(boutique: BoutiqueId, name: str) -> AttemptRef | None:
    """The attempt of that name; None for what we never named so. What follows a dash is not of the name."""
    found = _NAME.fullmatch(name.partition("-")[0])
    if found is None:
        return None
    return AttemptRef(boutique, PaymentId(UUID(found[1])), int(found[2], 16))


def address_of(secret: bytes, neighbour: str, boutique: BoutiqueId) -> str:
    """The last part of the address at which this neighbour reaches the boutique: 64 hex digits."""
    return (boutique.bytes + _seal(secret, neighbour, boutique)).hex()


def boutique_at(secret: bytes, neighbour: str, address: str) -> BoutiqueId | None:
    """Whose address it is; None unless we gave exactly this one to this neighbour."""
    if not _ADDRESS.fullmatch(address):
        return None
    whole = bytes.fromhex(address)
    boutique = BoutiqueId(UUID(bytes=whole[:_UUID_BYTES]))
    return boutique if hmac.compare_digest(whole[_UUID_BYTES:], _seal(secret, neighbour, boutique)) else None


async def taken_in(
    request: Request,
    ingress: CallbackIngress,
    read: Callable[[bytes], Callback | None],
    accepted: Response,
) -> Response:
    """Make a callback durable, then answer it. `read` gives None for one that is not from the neighbour."""
    body = bytearray()
    try:
        async with asyncio.timeout(_BODY_TIMEOUT):
            async for piece in request.stream():
                body += piece
                if len(body) > _LARGEST:
                    return Response(status_code=413, headers={"Connection": "close"})
        callback = await asyncio.to_thread(read, bytes(body))
        if callback is None:
            return Response(status_code=401)
        await ingress.accept(callback)
    except TimeoutError:
        return Response(status_code=408)
    except CallbackNotStored:
        return Response(status_code=503)
    return accepted


def _seal(secret: bytes, neighbour: str, boutique: BoutiqueId) -> bytes:
    return hmac.new(secret, f"{neighbour}-address|".encode() + boutique.bytes, hashlib.sha256).digest()[:16]
