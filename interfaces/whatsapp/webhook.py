"""Meta's webhook: check the signature, make the body durable, acknowledge. Nothing else.

Raises nothing to Meta but a status: 401 not signed by us, 413 and 415 not read, 503 not stored (Meta delivers
again for seven days), 200 stored.
"""

import asyncio
import hmac
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response

from interfaces.ingress.delivery import Delivery, Ingress, NotStored, Rejected
from interfaces.ingress.strangers import raw_header, read_capped
from interfaces.whatsapp.json_text import NotJson
from interfaces.whatsapp.payload import read_delivery
from interfaces.whatsapp.signature import is_signed


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """Shape: `secrets` are the app's, the new one beside the old one during a rotation.

    Units: seconds, bytes.
    """

    secrets: tuple[bytes, ...]
    verify_token: str
    largest_body: int = 3 * 1024 * 1024
    body_timeout: float = 10.0


def whatsapp_webhook(ingress: Ingress, settings: WebhookSettings) -> APIRouter:
    """The router for GET and POST /webhooks/whatsapp."""
    router = APIRouter(include_in_schema=False)

    @router.get("/webhooks/whatsapp")
    async def verify(request: Request) -> Response:
        return _verified(request, settings.verify_token)

    @router.post("/webhooks/whatsapp")
    async def receive(request: Request) -> Response:
        return await _received(request, ingress, settings)

    return router


def _verified(request: Request, token: str) -> Response:
    asked = request.query_params
    given = asked.get("hub.verify_token", "").encode()
    if asked.get("hub.mode") == "subscribe" and hmac.compare_digest(given, token.encode()):
        return PlainTextResponse(
            asked.get("hub.challenge", ""), headers={"X-Content-Type-Options": "nosniff"}
        )
    return Response(status_code=403)


async def _received(request: Request, ingress: Ingress, settings: WebhookSettings) -> Response:
    if request.headers.get("content-encoding", "identity") != "identity":
        return Response(status_code=415)
    try:
        async with asyncio.timeout(settings.body_timeout):
            body = await read_capped(request, settings.largest_body)
    except TimeoutError:
        return Response(status_code=408)
    if body is None:
        return Response(status_code=413, headers={"Connection": "close"})
    if not is_signed(settings.secrets, body, raw_header(request, b"x-hub-signature-256")):
        return Response(status_code=401)
    try:
        await ingress.accept(_delivery_of(body))
    except NotStored:
        return Response(status_code=503)
    return Response(status_code=200)


def _delivery_of(body: bytes) -> Delivery:
    try:
        return read_delivery(body)
    except NotJson:
        return Delivery((), (Rejected("", "not-json", body),))
