"""Twilio's webhook: check the signature, make the form durable, acknowledge with empty TwiML. Nothing else.

Twilio waits 15 seconds and may never come again. So a form whose database is away is spooled on this machine
(`ingress` does that), and only where nothing at all could be kept does Twilio get a 503. One deadline holds
for all of it: however slowly a body comes and a store answers, the time to keep the form is left at the end.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import structlog
from fastapi import APIRouter, Request
from fastapi.responses import Response

from interfaces.ingress.delivery import Delivery, Ingress, NotStored, Rejected
from interfaces.ingress.strangers import raw_header, read_capped
from interfaces.twilio.accounts import AccountsUnknown, TwilioAccount, TwilioAccounts
from interfaces.twilio.form import (
    CHANNEL,
    NotAForm,
    Note,
    account_in,
    fields_of,
    parameters_of,
    read_delivery,
)
from interfaces.twilio.links import Links
from interfaces.twilio.signature import is_body_signed, is_signed

PATH: Final = "/webhooks/twilio"
STATUS_PATH: Final = "/webhooks/twilio/status/"
_FORM = "application/x-www-form-urlencoded"
_EMPTY_TWIML = b'<?xml version="1.0" encoding="UTF-8"?><Response/>'

_LOOK_UPS: Final = ThreadPoolExecutor(4, "twilio-accounts")
"""Of their own, so that look-ups which wait for a store leave threads to those who keep what came in."""

_say = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class TwilioWebhookSettings:
    """Shape: `public_url` is the address of this installation as Twilio was given it; no header changes it.

    Units: bytes, seconds; `answer_within` of the 15 that Twilio waits, `keeping` what of it remains for the
    ingress when whose account it is takes long to find out.
    """

    public_url: str
    largest_body: int = 256 * 1024
    body_timeout: float = 5.0
    answer_within: float = 13.0
    keeping: float = 7.0


@dataclass(frozen=True, slots=True)
class TwilioDoor:
    """Who may come in, and where it is kept."""

    accounts: TwilioAccounts
    links: Links
    ingress: Ingress
    settings: TwilioWebhookSettings


def twilio_webhook(door: TwilioDoor) -> APIRouter:
    """The router for POST /webhooks/twilio and for the status callbacks below it."""
    router = APIRouter(include_in_schema=False)

    @router.post(PATH)
    async def receive(request: Request) -> Response:
        return await _received(request, door, None)

    @router.post(STATUS_PATH + "{token}")
    async def told(token: str, request: Request) -> Response:
        note = door.links.read_note(token)
        return await _received(request, door, note) if note else Response(status_code=404)

    return router


async def _received(request: Request, door: TwilioDoor, note: Note | None) -> Response:
    if request.headers.get("content-encoding", "identity") != "identity":
        return Response(status_code=415)
    until = asyncio.get_running_loop().time() + door.settings.answer_within
    try:
        async with asyncio.timeout(door.settings.body_timeout):
            body = await read_capped(request, door.settings.largest_body)
    except TimeoutError:
        return Response(status_code=408)
    if body is None:
        return Response(status_code=413, headers={"Connection": "close"})
    try:
        async with asyncio.timeout_at(until):
            if not await _is_from_twilio(request, body, door, until - door.settings.keeping):
                return Response(status_code=401)
            await door.ingress.accept(_delivery_of(request, body, note))
    except (NotStored, AccountsUnknown, TimeoutError) as away:
        _say.error("twilio-not-stored", cause=type(away).__name__)
        return Response(status_code=503)
    return Response(_EMPTY_TWIML, media_type="text/xml")


async def _is_from_twilio(request: Request, body: bytes, door: TwilioDoor, until: float) -> bool:
    """The body says whose token to try; only that token's signature says that it is true."""
    header = raw_header(request, b"x-twilio-signature")
    if header is None:
        return False
    try:
        fields, parameters = fields_of(body), parameters_of(body)
    except NotAForm:
        fields, parameters = {}, ()
    account = await _account(account_in(fields), door.accounts, until)
    if account is None:
        return False
    if is_form(request):
        return is_signed(account.tokens, _called(request, door.settings), parameters, header)
    url = _called(request, door.settings)
    return is_signed(account.tokens, url, (), header) and is_body_signed(url, body)


async def _account(name: str, accounts: TwilioAccounts, until: float) -> TwilioAccount | None:
    """Whose it is, by the store if it tells in time."""
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(until):
            return await loop.run_in_executor(_LOOK_UPS, accounts.of, name)
    except TimeoutError:
        return accounts.without_store(name)


def is_form(request: Request) -> bool:
    """Whether the body is said to be a form."""
    return request.headers.get("content-type", "").partition(";")[0].strip().casefold() == _FORM


def _called(request: Request, settings: TwilioWebhookSettings) -> str:
    """The address that Twilio called: ours by configuration, with the path and query as they came in."""
    path: str = request.scope["raw_path"].decode("latin-1")
    query: str = request.scope["query_string"].decode("latin-1")
    return settings.public_url.rstrip("/") + path + (f"?{query}" if query else "")


def _delivery_of(request: Request, body: bytes, note: Note | None) -> Delivery:
    if not is_form(request):
        return Delivery((), (Rejected("", "not-a-form", body, CHANNEL),))
    return read_delivery(body, note)
