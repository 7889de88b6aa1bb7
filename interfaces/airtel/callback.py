"""What Airtel calls back about a prompt, and the hash that proves it.

The hash stands over the transaction object alone. Sources disagree on its bytes: as they came, or written
again without spaces; both are tried, and any other is refused. An enquiry confirms what it says anyway.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from application.ports import Evidence
from domain.identity import BoutiqueId
from interfaces.airtel.airtel import evidence_of
from interfaces.airtel.answers import NEIGHBOUR, text_in
from interfaces.callbacks import (
    NOBODYS,
    AttemptRef,
    Callback,
    CallbackIngress,
    CallbackUnreadable,
    attempt_named,
    boutique_at,
    callback_from,
    taken_in,
)

CHANNEL: Final = NEIGHBOUR
_MEMBER: Final = '"transaction"'

KeysOf = Callable[[BoutiqueId], tuple[bytes, ...]]
"""The keys under which a boutique's callbacks may be signed; none where they are not.

Raises: CallbackNotStored while that cannot be known.
"""


def airtel_callbacks(ingress: CallbackIngress, secret: bytes, keys_of: KeysOf) -> APIRouter:
    """The router for POST /cb/airtel/{address}: one address for all prompts of a boutique."""
    router = APIRouter(include_in_schema=False)

    @router.post("/cb/airtel/{address}")
    async def receive(address: str, request: Request) -> Response:
        boutique = boutique_at(secret, CHANNEL, address)
        if boutique is None:
            return Response(status_code=404)

        def heard(body: bytes) -> Callback | None:
            keys = keys_of(boutique)
            return _heard(boutique, body) if not keys or is_signed(body, keys) else None

        return await taken_in(request, ingress, heard, JSONResponse({"status": "ok"}))

    return router


def is_signed(body: bytes, keys: tuple[bytes, ...]) -> bool:
    """Whether the hash in the body is of its transaction, under one of these keys."""
    try:
        told, raw = _members(body)
        given = base64.b64decode(text_in(told, "hash"), validate=True)
    except (ValueError, RecursionError):
        return False
    compact = json.dumps(told["transaction"], separators=(",", ":"), ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )
    return any(
        hmac.compare_digest(given, hmac.new(key, form, hashlib.sha256).digest())
        for key in keys
        for form in (raw, compact)
    )


def read_callback(raw: bytes) -> Evidence:
    """What a callback says. Raises: CallbackUnreadable."""
    try:
        told, _ = _members(raw)
    except (ValueError, RecursionError) as broken:
        raise CallbackUnreadable("no transaction") from broken
    transaction = told["transaction"]
    assert isinstance(transaction, Mapping)  # noqa: S101 — `_members` saw to it
    status, name = text_in(transaction, "status_code"), text_in(transaction, "id")
    if not status or not name:
        raise CallbackUnreadable("no status or no id")
    return evidence_of(status, transaction, text_in(transaction, "code"), name)


def _heard(boutique: BoutiqueId, body: bytes) -> Callback:
    try:
        about = attempt_named(boutique, read_callback(body).checkout_id or "")
    except CallbackUnreadable:
        about = None
    if about is None:
        return Callback(AttemptRef(boutique, NOBODYS, 0), body, "about none of our prompts", CHANNEL)
    return callback_from(CHANNEL, about, body, read_callback)


def _members(body: bytes) -> tuple[Mapping[str, object], bytes]:
    """The body's members, and the transaction's own bytes: what is read is what was hashed, also where a
    member is there twice. Raises: ValueError."""
    text = body.decode("utf-8")
    told = json.loads(text)
    if not isinstance(told, dict) or not isinstance(told.get("transaction"), dict):
        raise ValueError("no transaction")  # noqa: TRY004 — what JSON holds
    after = text.index(_MEMBER) + len(_MEMBER)
    start = text.index("{", after)
    signed, end = json.JSONDecoder().raw_decode(text, start)
    return {**told, "transaction": signed}, text[start:end].encode()
