"""Meta's webhook: check the signature, make the body durable, acknowledge. Nothing else.

Raises nothing to Meta but a status: 401 not signed by us, 413 and 415 not read, 503 not stored (Meta delivers
again for seven days), 200 stored.
"""

import hmac
from asyncio import timeout, to_thread
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Protocol

from fastapi import APIRouter, Path, Request
from fastapi.responses import PlainTextResponse, Response

from interfaces.ingress.delivery import OTHER_APP, Delivery, Ingress, NotStored, Rejected
from interfaces.ingress.strangers import raw_header, read_capped
from interfaces.whatsapp.json_text import NotJson
from interfaces.whatsapp.own_apps import OwnApp
from interfaces.whatsapp.payload import read_delivery
from interfaces.whatsapp.signature import is_signed

Account = Annotated[str, Path(pattern=r"^\d{1,20}$")]


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """Shape: `secrets` are the app's, the new one beside the old one during a rotation.

    Units: seconds, bytes.
    """

    secrets: tuple[bytes, ...]
    verify_token: str
    largest_body: int = 3 * 1024 * 1024
    body_timeout: float = 10.0


class Apps(Protocol):
    """Whose own app stands behind a number."""

    def of(self, account: str) -> OwnApp | None:
        """The boutique's app; None where it is the installation's. Raises: NotStored."""
        ...


def whatsapp_webhook(ingress: Ingress, settings: WebhookSettings, own: Apps | None = None) -> APIRouter:
    """The router for GET and POST /webhooks/whatsapp, and the same for each number whose app is its own."""
    router = APIRouter(include_in_schema=False)

    @router.get("/webhooks/whatsapp")
    async def verify(request: Request) -> Response:
        return _verified(request, settings.verify_token)

    @router.post("/webhooks/whatsapp")
    async def receive(request: Request) -> Response:
        body = await _body(request, settings)
        return body if isinstance(body, Response) else await _taken(request, body, ingress, settings.secrets)

    if own:
        _own_webhooks(router, ingress, settings, own)
    return router


def _own_webhooks(router: APIRouter, ingress: Ingress, settings: WebhookSettings, own: Apps) -> None:
    @router.get("/webhooks/whatsapp/{account}")
    async def verify_own(account: Account, request: Request) -> Response:
        try:
            app = await to_thread(own.of, account)
        except NotStored:
            return Response(status_code=503)
        return _verified(request, app.verify_token if app else "")

    @router.post("/webhooks/whatsapp/{account}")
    async def receive_own(account: Account, request: Request) -> Response:
        body = await _body(request, settings)
        if isinstance(body, Response):
            return body
        try:
            app = await to_thread(own.of, account)
        except NotStored:
            return Response(status_code=503)
        return await _taken(request, body, ingress, app.secrets if app else (), own)


def _verified(request: Request, token: str) -> Response:
    asked = request.query_params
    given = asked.get("hub.verify_token", "").encode()
    right = bool(token) and hmac.compare_digest(given, token.encode())
    if asked.get("hub.mode") == "subscribe" and right:
        return PlainTextResponse(
            asked.get("hub.challenge", ""), headers={"X-Content-Type-Options": "nosniff"}
        )
    return Response(status_code=403)


async def _body(request: Request, settings: WebhookSettings) -> bytes | Response:
    if request.headers.get("content-encoding", "identity") != "identity":
        return Response(status_code=415)
    try:
        async with timeout(settings.body_timeout):
            body = await read_capped(request, settings.largest_body)
    except TimeoutError:
        return Response(status_code=408)
    return Response(status_code=413, headers={"Connection": "close"}) if body is None else body


async def _taken(
    request: Request, body: bytes, ingress: Ingress, secrets: tuple[bytes, ...], own: Apps | None = None
) -> Response:
    """Durable, if it was signed; of a boutique's own app, only what is about numbers of that app."""
    header = raw_header(request, b"x-hub-signature-256")
    if not is_signed(secrets, body, header):
        return Response(status_code=401)
    delivery = _delivery_of(body)
    try:
        if own:
            delivery = await to_thread(_of_signer, delivery, own, lambda app: is_signed(app, body, header))
        await ingress.accept(delivery)
    except NotStored:
        return Response(status_code=503)
    return Response(status_code=200)


def _of_signer(delivery: Delivery, own: Apps, signed_by: Callable[[tuple[bytes, ...]], bool]) -> Delivery:
    """An app speaks for the numbers of its own boutique alone, whatever its bodies say."""
    apps = {account: own.of(account) for account in {item.account for item in delivery.items}}
    mine = {account for account, app in apps.items() if app and signed_by(app.secrets)}
    kept = tuple(item for item in delivery.items if item.account in mine)
    others = (item for item in delivery.items if item.account not in mine)
    foreign = (Rejected(item.account, OTHER_APP, item.raw) for item in others)
    return Delivery(kept, (*delivery.rejected, *foreign))


def _delivery_of(body: bytes) -> Delivery:
    try:
        return read_delivery(body)
    except NotJson:
        return Delivery((), (Rejected("", "not-json", body),))
