"""The emulator: Twilio's wire at its paths, and the people's phones and our commands below `/_control/`."""

import json
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, HTTPException
from fastapi.responses import Response
from pydantic import BaseModel

from tests.emulators.twilio.api import twilio_api
from tests.emulators.twilio.lists import content_lists, twilio_lists
from tests.emulators.twilio.posting import Callbacks
from tests.emulators.twilio.world import Kept, Number, Person, World, sid


class AddNumber(BaseModel):
    """A sender, and its webhook."""

    account: str
    number: str
    webhook: str


class AddPerson(BaseModel):
    """Somebody with WhatsApp."""

    name: str
    phone: str
    bsuid: str
    hides_phone: bool = False
    refuses: int = 0


class Write(BaseModel):
    """What a person sends to a number of an account. `fields` are added to Twilio's form or replace its."""

    person: str
    account: str
    number: str
    fields: dict[str, str] = {}
    media: list[str] = []


class KeepMedia(BaseModel):
    """Media of a person, its bytes in hex; `redirect` is where Twilio sends those who fetch it."""

    account: str
    kind: str = "image/jpeg"
    content: str = ""
    redirect: str | None = None


class Tell(BaseModel):
    """A status of a message of ours."""

    message: str
    state: str
    error: int | None = None


class Approve(BaseModel):
    """What WhatsApp says of a content that it was asked about."""

    content: str
    status: str = "approved"


class GoOn(BaseModel):
    """How the world goes on."""

    ahead: float | None = None
    silent: bool | None = None
    order: list[str] | None = None
    suspended: list[str] | None = None
    priced_after: float | None = None


def app(settings: Mapping[str, Any]) -> FastAPI:
    """The application. `settings` names `accounts`: account sid to its tokens, the one that signs first."""
    world = World(settings["own_url"], dict(settings["accounts"]))
    callbacks = Callbacks(world)
    whole = FastAPI()
    twilio_api(whole, world, callbacks)
    twilio_lists(whole, world)
    content_lists(whole, world)
    _control(whole, world, callbacks)
    _phones(whole, world, callbacks)
    return whole


def _control(whole: FastAPI, world: World, callbacks: Callbacks) -> None:
    @whole.post("/_control/numbers", status_code=204)
    async def number(told: AddNumber) -> None:
        world.numbers.append(Number(told.account, told.number, told.webhook))

    @whole.post("/_control/people", status_code=204)
    async def person(told: AddPerson) -> None:
        world.people[told.name] = Person(**told.model_dump())

    @whole.post("/_control/approve", status_code=204)
    async def approve(told: Approve) -> None:
        world.approvals[told.content]["status"] = told.status

    @whole.post("/_control/accounts", status_code=204)
    async def accounts(told: dict[str, list[str]]) -> None:
        world.accounts |= told

    @whole.post("/_control/world", status_code=204)
    async def go_on(told: GoOn) -> None:
        world.ahead = world.ahead if told.ahead is None else told.ahead
        world.priced_after = world.priced_after if told.priced_after is None else told.priced_after
        world.silent = world.silent if told.silent is None else told.silent
        callbacks.order = callbacks.order if told.order is None else told.order
        world.suspended = world.suspended if told.suspended is None else set(told.suspended)

    @whole.post("/_control/status")
    async def status(told: Tell) -> int:
        kept = next(kept for kept in world.messages if kept.sid == told.message)
        kept.error = told.error or kept.error
        return await callbacks.status(kept, told.state)

    @whole.get("/_control/flying")
    async def flying() -> int:
        return callbacks.flying

    @whole.get("/_control/callbacks")
    async def callback_addresses(number: str) -> list[str]:
        ours = [kept.form for kept in world.messages if kept.form["From"] == f"whatsapp:{number}"]
        return [form["StatusCallback"] for form in ours if "StatusCallback" in form]

    @whole.get("/_control/answers")
    async def answers() -> list[tuple[str, int]]:
        return callbacks.answers


def _phones(whole: FastAPI, world: World, callbacks: Callbacks) -> None:
    @whole.post("/_control/media")
    async def keep(told: KeepMedia) -> str:
        identity = sid("ME")
        world.media[identity] = (told.account, told.kind, bytes.fromhex(told.content), told.redirect)
        return identity

    @whole.post("/_control/write")
    async def write(told: Write) -> str:
        number, person = world.number(told.account, told.number), world.people.get(told.person)
        if number is None or person is None:
            raise HTTPException(404)
        return (await callbacks.message(number, person, told.fields, told.media)).sid

    @whole.get("/_control/chat")
    async def chat(person: str, number: str) -> list[dict[str, Any]]:
        ours = (f"whatsapp:{number}",) * 2
        return [
            bubble(kept, world)
            for kept in world.messages
            if kept.person == person
            and (kept.arrived or not kept.from_shop)
            and ours[0] in (kept.form.get("From"), kept.form.get("To"))
        ]

    @whole.get("/_control/shown")
    async def shown(number: str) -> list[dict[str, Any]]:
        """All that came from this number to a phone."""
        address = f"whatsapp:{number}"
        return [bubble(k, world) for k in world.messages if k.arrived and k.form.get("From") == address]

    @whole.get("/_control/typing")
    async def typing() -> list[str]:
        return world.typing

    @whole.get("/_control/picture")
    async def picture(url: str) -> Response:
        return Response(world.media[url][2], media_type=world.media[url][1])


def bubble(kept: Kept, world: World) -> dict[str, Any]:
    """A message as it stands on the phone: Twilio's people see words, a picture, and a template's buttons."""
    shown = json.loads(kept.form.get("_shown", "{}"))
    return {
        "id": kept.sid,
        "from_shop": kept.from_shop,
        "text": shown.get("body", kept.body),
        "picture": next((url for url in kept.media if url in world.media), None),
        "buttons": shown.get("actions") or shown.get("items") or [],
        "state": kept.status,
        "error": kept.error,
        "at": kept.at,
    }
