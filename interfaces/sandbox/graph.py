"""Meta's Graph API as far as a shop uses it, under /sandbox/graph/<version>/."""

import hmac
import re
import secrets
import time
from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import JSONResponse, Response

from interfaces.sandbox.chats import Chats
from interfaces.sandbox.graph_rules import GraphError, check_message
from interfaces.sandbox.templates import template_list, words_of
from interfaces.sandbox.town import Town
from interfaces.sandbox.world import Person, SandboxSettings, Shop

_MOST_IMAGE = 5 * 1024 * 1024
_OUTSIDE_WINDOW = (
    "Message failed to send because more than 24 hours have passed since the customer last replied"
)
Answer = Mapping[str, Any]


def graph_api(settings: SandboxSettings, town: Town, chats: Chats) -> APIRouter:
    """The routes for messages, uploads and downloads."""
    router = APIRouter(prefix="/sandbox/graph", include_in_schema=False)
    graph = _Graph(settings, town, chats)

    @router.post("/{version}/{account}/messages")
    def messages(account: str, body: dict[str, Any], request: Request) -> Response:
        return _answered(lambda: graph.send(request, account, body))

    @router.post("/{version}/{account}/media")
    def upload(
        account: str,
        request: Request,
        file: Annotated[UploadFile, File()],
        messaging_product: Annotated[str, Form()] = "",
    ) -> Response:
        return _answered(lambda: graph.upload(request, account, file, messaging_product))

    @router.get("/media/{media}")
    def bytes_of(media: str, request: Request) -> Response:
        return graph.bytes_of(request, media)

    @router.post("/{version}/{waba}/subscribed_apps")
    def subscribe(waba: str, request: Request) -> Response:
        return _answered(lambda: graph.subscribe(request))

    @router.get("/{version}/{waba}/message_templates")
    def templates(waba: str, request: Request) -> Response:
        return _answered(lambda: graph.templates(request))

    @router.get("/{version}/{media}")
    def address(media: str, request: Request, phone_number_id: str | None = None) -> Response:
        return _answered(lambda: graph.address(request, media, phone_number_id))

    return router


def _answered(ask: Any) -> Response:
    try:
        return JSONResponse(ask())
    except GraphError as error:
        return JSONResponse(_envelope(error), status_code=error.status)


def _envelope(error: GraphError) -> Answer:
    return {
        "error": {
            "message": error.message,
            "type": "OAuthException",
            "code": error.code,
            "error_data": {"messaging_product": "whatsapp", "details": error.details},
            "fbtrace_id": secrets.token_urlsafe(15),
        }
    }


class _Graph:
    def __init__(self, settings: SandboxSettings, town: Town, chats: Chats) -> None:
        self._settings = settings
        self._town = town
        self._chats = chats

    def send(self, request: Request, account: str, body: Answer) -> Answer:
        shop = self._shop(request, account)
        if body.get("status") == "read":
            return self._read(shop, body)
        check_message(body)
        self._check_media(shop, body)
        person, lost = self._recipient(shop, body)
        if person is None or lost:
            title = "Message undeliverable"
            identity = self._silent() if lost else self._chats.lose(shop, None, body, 131026, title)
            return _accepted(body, identity, None)
        if body.get("type") == "template":
            words_of(body["template"])
        elif not self._chats.window_open(shop, person):
            raise GraphError(131047, "(#131047) Re-engagement message", _OUTSIDE_WINDOW)
        return _accepted(body, self._chats.receive(shop, person, body), person)

    def upload(self, request: Request, account: str, file: UploadFile, product: str) -> Answer:
        shop = self._shop(request, account)
        if product != "whatsapp":
            raise GraphError(100, "(#100) Invalid parameter", "messaging_product must be whatsapp")
        content = file.file.read(_MOST_IMAGE + 1)
        kind = _kind_of(content)
        if kind is None or file.content_type != kind or len(content) > _MOST_IMAGE:
            raise GraphError(131053, "(#131053) Media upload error", "JPEG or PNG of at most 5 MB")
        return {"id": self._chats.keep_media(shop.account, kind, content).id}

    def address(self, request: Request, media: str, account: str | None) -> Answer:
        self._check_token(request)
        if shop := self._town.shop(media):
            return _number(shop)
        kept = self._chats.media(media, account)
        if kept is None:
            raise GraphError(100, "(#100) Unsupported get request", f"no object {media}", 400)
        until = int(time.time() + self._settings.media_url_lives)
        path = f"/sandbox/graph/media/{media}?until={until}&hash={self._seal(media, until)}"
        return {
            "messaging_product": "whatsapp",
            "url": f"{self._settings.own_url}{path}",
            "mime_type": kept.mime,
            "sha256": kept.sha256,
            "file_size": str(len(kept.content)),
            "id": kept.id,
        }

    def subscribe(self, request: Request) -> Answer:
        self._check_token(request)
        return {"success": True}

    def templates(self, request: Request) -> Answer:
        self._check_token(request)
        return template_list()

    def bytes_of(self, request: Request, media: str) -> Response:
        """The picture. Whatever is wrong with the address or the token is a 404, as at Meta's."""
        until = request.query_params.get("until", "")
        if not until.isdecimal():
            return Response(status_code=404)
        sealed = hmac.compare_digest(
            request.query_params.get("hash", "").encode(), self._seal(media, int(until)).encode()
        )
        kept = self._chats.media(media)
        if kept is None or not sealed or int(until) < time.time() or not self._has_token(request):
            return Response(status_code=404)
        return Response(kept.content, media_type=kept.mime)

    def _read(self, shop: Shop, body: Answer) -> Answer:
        typing = bool(body.get("typing_indicator"))
        if not self._chats.read_by_shop(shop, str(body.get("message_id")), typing=typing):
            raise GraphError(100, "(#100) Invalid parameter", "message_id is not a received message")
        return {"success": True}

    def _recipient(self, shop: Shop, body: Answer) -> tuple[Person | None, bool]:
        """Who gets it, and whether it is taken but lost: that is what a BSUID in `to` does."""
        to = str(body.get("to") or "")
        if not to:
            return self._town.person_known_as(shop.account, str(body["recipient"])), False
        digits = re.sub(r"[ ()-]", "", to)
        if not re.fullmatch(r"\+?\d+", digits):
            return None, True
        phone = digits if digits.startswith("+") else f"+254{digits}"
        return self._town.person_at(phone), False

    def _check_media(self, shop: Shop, body: Answer) -> None:
        header = (body.get("interactive") or {}).get("header") or {}
        image = body.get("image") or header.get("image") or {}
        if "id" in image and self._chats.media(str(image["id"]), shop.account) is None:
            raise GraphError(131009, "(#131009) Parameter value is not valid", "no such media id")

    def _shop(self, request: Request, account: str) -> Shop:
        self._check_token(request)
        shop = self._town.shop(account)
        if shop is None:
            raise GraphError(100, "(#100) Unsupported post request", f"no object {account}")
        return shop

    def _check_token(self, request: Request) -> None:
        if not self._has_token(request):
            raise GraphError(190, "(#190) Invalid OAuth access token", "the token is not valid", 401)

    def _has_token(self, request: Request) -> bool:
        given = request.headers.get("authorization", "").encode()
        return hmac.compare_digest(given, f"Bearer {self._settings.access_token}".encode())

    def _seal(self, media: str, until: int) -> str:
        return hmac.new(self._settings.app_secret, f"{media}|{until}".encode(), sha256).hexdigest()

    def _silent(self) -> str:
        return "wamid." + secrets.token_urlsafe(27)


def _number(shop: Shop) -> Answer:
    """A number as Meta tells it once it is connected."""
    return {
        "id": shop.account,
        "display_phone_number": shop.phone,
        "verified_name": shop.name,
        "code_verification_status": "VERIFIED",
        "name_status": "APPROVED",
        "status": "CONNECTED",
        "quality_rating": "GREEN",
        "platform_type": "CLOUD_API",
        "is_on_biz_app": False,
    }


def _accepted(body: Answer, identity: str, person: Person | None) -> Answer:
    if body.get("to"):
        contact = {"input": body["to"], "wa_id": person.digits if person else str(body["to"]).lstrip("+")}
    else:
        contact = {"input": body["recipient"], "user_id": body["recipient"]}
    return {"messaging_product": "whatsapp", "contacts": [contact], "messages": [{"id": identity}]}


def _kind_of(content: bytes) -> str | None:
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "image/png" if content.startswith(b"\x89PNG\r\n\x1a\n") else None
