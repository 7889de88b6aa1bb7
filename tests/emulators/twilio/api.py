"""Twilio's side of the wire: messages, media, content, typing. Refuses what the real one refuses."""

import base64
import json
import re
from email.utils import formatdate
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from fastapi import BackgroundTasks, FastAPI, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from tests.emulators.twilio.posting import Callbacks
from tests.emulators.twilio.world import Kept, Person, World, sid

_MAY_BE_SENT = {
    "To", "From", "Body", "MediaUrl", "StatusCallback", "ContentSid", "ContentVariables",
    "MessagingServiceSid", "PersistentAction", "ValidityPeriod",
}  # fmt: skip
_ADDRESS = re.compile(r"whatsapp:(\+[1-9][0-9]{6,14}|[A-Z]{2}\.[A-Za-z0-9.]{1,140})")


class Refused(Exception):  # noqa: N818
    """Twilio says no: its code, its words and the HTTP status."""

    def __init__(self, code: int, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.answer = JSONResponse(
            {
                "code": code,
                "message": message,
                "more_info": f"https://www.twilio.com/docs/errors/{code}",
                "status": status,
            },
            status_code=status,
        )


def twilio_api(whole: FastAPI, world: World, callbacks: Callbacks) -> None:
    """All routes of api., content. and messaging.twilio.com, at one address."""

    @whole.exception_handler(Refused)
    async def refuse(_: Request, no: Refused) -> Response:
        return no.answer

    _message_routes(whole, world, callbacks)
    _account_routes(whole, world)
    _media_routes(whole, world)
    _other_routes(whole, world)


def _message_routes(whole: FastAPI, world: World, callbacks: Callbacks) -> None:
    @whole.post("/2010-04-01/Accounts/{account}/Messages.json", status_code=201)
    async def create_message(account: str, request: Request, later: BackgroundTasks) -> JSONResponse:
        authorised(world, request, account)
        kept = _accepted(world, account, await _form(request))
        later.add_task(callbacks.follow, kept)
        return JSONResponse(message_json(kept, world), 201, background=later)

    @whole.get("/2010-04-01/Accounts/{account}/Messages/{message}.json")
    async def fetch_message(account: str, message: str, request: Request) -> JSONResponse:
        authorised(world, request, account)
        return JSONResponse(message_json(_called(world, account, message), world))


def _account_routes(whole: FastAPI, world: World) -> None:
    @whole.get("/2010-04-01/Accounts/{account}.json")
    async def fetch_account(account: str, request: Request) -> JSONResponse:
        authorised(world, request, account)
        status = "suspended" if account in world.suspended else "active"
        return JSONResponse({"sid": account, "status": status, "type": "Full", "friendly_name": "Shop"})


def _media_routes(whole: FastAPI, world: World) -> None:
    @whole.get("/2010-04-01/Accounts/{account}/Messages/{message}/Media/{media}")
    async def fetch_media(account: str, message: str, media: str, request: Request) -> Response:
        authorised(world, request, account)
        found = world.media.get(media)
        if found is None or found[0] != account or not message:
            raise Refused(20404, "not found", 404)
        token = sid("ST")
        world.storage[token] = media
        return RedirectResponse(found[3] or f"{world.own_url}/storage/{token}", 307)

    @whole.get("/storage/{token}")
    async def storage(token: str, request: Request) -> Response:
        media = world.storage.get(token)
        if media is None or "authorization" in request.headers:
            # as storage does that gets two kinds of credentials at once
            return Response("<Error><Code>InvalidArgument</Code></Error>", 400, media_type="application/xml")
        return Response(world.media[media][2], media_type=world.media[media][1])


def _other_routes(whole: FastAPI, world: World) -> None:
    @whole.post("/v2/Indicators/Typing.json")
    async def typing(request: Request) -> JSONResponse:
        form = dict(await _form(request))
        account = authorised(world, request, None)
        found = _called(world, account, form.get("messageId", ""))
        if found.from_shop or form.get("channel") != "whatsapp":
            raise Refused(20404, "no such message", 404)
        found.status = "read"
        world.typing.append(found.person)
        return JSONResponse({"success": True})

    @whole.post("/v1/Content")
    async def create_content(request: Request) -> JSONResponse:
        told = await request.json()
        account = authorised(world, request, None)
        if not isinstance(told.get("types"), dict) or not told["types"]:
            raise Refused(20001, "types are missing")
        content = sid("HX")
        world.contents[content] = told | {"account_sid": account}
        return JSONResponse({"sid": content, **world.contents[content]}, 201)


def _called(world: World, account: str, message: str) -> Kept:
    for kept in world.messages:
        if (kept.account, kept.sid) == (account, message):
            return kept
    raise Refused(20404, "The requested resource was not found", 404)


def message_json(kept: Kept, world: World) -> dict[str, Any]:
    """A message as Twilio's API shows it."""
    at = formatdate(kept.at)
    return {
        "sid": kept.sid,
        "account_sid": kept.account,
        "api_version": "2010-04-01",
        "body": kept.body,
        "from": kept.form.get("From"),
        "to": kept.form.get("To"),
        "status": kept.status,
        "direction": "outbound-api" if kept.from_shop else "inbound",
        "num_media": str(len(kept.media)),
        "num_segments": "1",
        "error_code": kept.error,
        "error_message": None,
        "messaging_service_sid": None,
        "date_created": at,
        "date_sent": None,
        "date_updated": at,
        "price": world.price_of(kept),
        "price_unit": "USD",
        "subresource_uris": {"media": f"/2010-04-01/Accounts/{kept.account}/Messages/{kept.sid}/Media.json"},
        "uri": f"/2010-04-01/Accounts/{kept.account}/Messages/{kept.sid}.json",
    }


def authorised(world: World, request: Request, account: str | None) -> str:
    """Twilio's account that the request proves to be from."""
    kind, _, told = request.headers.get("authorization", "").partition(" ")
    try:
        user, _, token = base64.b64decode(told, validate=True).decode().partition(":")
    except ValueError:
        user = token = ""
    if kind != "Basic" or token not in world.accounts.get(user, ()):
        raise Refused(20003, "Authenticate", 401)
    if account not in (None, user):
        raise Refused(20404, "The requested resource was not found", 404)
    if user in world.suspended and request.method == "POST":
        raise Refused(30002, "Account suspended", 403)
    return user


async def _form(request: Request) -> list[tuple[str, str]]:
    return parse_qsl((await request.body()).decode(), keep_blank_values=True, strict_parsing=True)


def _accepted(world: World, account: str, pairs: list[tuple[str, str]]) -> Kept:
    form = dict(pairs)
    media = [value for name, value in pairs if name == "MediaUrl"]
    unknown = form.keys() - _MAY_BE_SENT
    if unknown:
        raise Refused(20001, f"unknown parameter {sorted(unknown)[0]}")
    person = _recipient(world, account, form)
    _content(world, form, media)
    if not form.get("StatusCallback", "https://").startswith(("https://", "http://127.0.0.1:")):
        raise Refused(21609, "The StatusCallback is not a valid URL")
    if person is not None and person.refuses == 21610:
        raise Refused(21610, "Attempt to send to unsubscribed recipient")
    name = person.name if person else ""
    kept = Kept(sid("MM" if media else "SM"), account, form, name, True, "queued", world.now(), media)
    world.messages.append(kept)
    return kept


def _recipient(world: World, account: str, form: dict[str, str]) -> Person | None:
    if not form.get("To"):
        raise Refused(21604, "A 'To' phone number is required.")
    if not _ADDRESS.fullmatch(form["To"]):
        raise Refused(21211, f"Invalid 'To' Phone Number: {form['To']}")
    sender = form.get("From", "").removeprefix("whatsapp:")
    if not form.get("From", "").startswith("whatsapp:"):
        raise Refused(21910, "From and To must be of one channel")
    if world.number(account, sender) is None:
        raise Refused(63007, "Twilio could not find a Channel with the specified From address")
    return world.person_at(form["To"])


def _content(world: World, form: dict[str, str], media: list[str]) -> None:
    if "ContentSid" in form:
        _templated(world, form)
        return
    if not form.get("Body") and not media:
        raise Refused(21619, "A text message body or media urls must be specified.")
    if len(form.get("Body", "")) > 1600:
        raise Refused(21617, "The concatenated message body exceeds the 1600 character limit.")
    for url in media:
        parts = urlsplit(url)
        if parts.scheme != "https" and parts.hostname != "127.0.0.1":
            raise Refused(21620, "Invalid media URL(s)")


def _templated(world: World, form: dict[str, str]) -> None:
    """The content filled in, as it will stand on the phone."""
    content = world.contents.get(form["ContentSid"])
    try:
        variables = json.loads(form.get("ContentVariables", "{}"))
        fits = isinstance(variables, dict) and all(isinstance(v, str) and v for v in variables.values())
    except ValueError:
        fits = False
    if content is None or not fits:
        raise Refused(21656, "The ContentSid or its ContentVariables are invalid")
    text = json.dumps(next(iter(content["types"].values())))
    for name, value in variables.items():
        text = text.replace("{{" + name + "}}", json.dumps(value)[1:-1])
    if "{{" in text:
        raise Refused(21656, "The ContentVariables do not fill the content")
    form["_shown"] = text
