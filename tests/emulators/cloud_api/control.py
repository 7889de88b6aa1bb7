"""The commands by which a test plays people, the owner's phone, Meta's disorder, and the passing of time."""

import base64
from typing import Any

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel

from tests.emulators.cloud_api import updates
from tests.emulators.cloud_api.media import Media
from tests.emulators.cloud_api.posting import Posting, Update
from tests.emulators.cloud_api.world import Line, Person, World, new_id


class Said(BaseModel):
    """A message of a person, as it stands on the wire: its kind, its part of that name, and the rest."""

    number: str
    person: str
    kind: str = "text"
    part: Any = None
    beside: dict[str, Any] = {}
    id: str | None = None
    at: float | None = None


class State(BaseModel):
    """A state that a sent message comes into."""

    message: str
    state: str
    beside: dict[str, Any] = {}


class Echo(BaseModel):
    """What the owner writes from her own phone."""

    number: str
    person: str
    words: str


class File(BaseModel):
    """A file that a person sends. Shape: `content` is base64."""

    number: str
    mime: str
    content: str


class Disorder(BaseModel):
    """How what was held is delivered. Units: seconds."""

    largest: int = 1
    duplicated: float = 0.0
    within: float = 0.0
    seed: int = 0


def control(world: World, media: Media, posting: Posting) -> APIRouter:
    """The commands under /_control/."""
    router = APIRouter(prefix="/_control")
    _people(router, world, media, posting)
    _shop(router, world, posting)
    _delivery(router, posting)
    return router


def _people(router: APIRouter, world: World, media: Media, posting: Posting) -> None:
    @router.post("/say")
    def say(said: Said) -> dict[str, str]:
        return {"id": _heard(world, posting, _known(world, said.person), said)}

    @router.post("/say-all")
    def say_all(all_said: list[Said]) -> list[str]:
        return [_heard(world, posting, _known(world, said.person), said) for said in all_said]

    @router.get("/chat")
    def chat(number: str, person: str) -> list[Line]:
        return [line for line in world.lines if (line.number, line.person) == (number, person)]

    @router.get("/lines")
    def shown(number: str) -> list[Line]:
        """All that the shop sent from this number and that came to a phone."""
        return [line for line in world.lines if line.number == number and line.from_shop]

    @router.post("/people")
    def people(told: list[Person]) -> None:
        world.people.extend(told)

    @router.post("/media")
    def keep(file: File) -> dict[str, Any]:
        medium = media.keep(file.number, file.mime, base64.b64decode(file.content))
        return {"id": medium.id, "mime_type": medium.mime, "sha256": medium.sha256}


def _shop(router: APIRouter, world: World, posting: Posting) -> None:
    @router.post("/state")
    def state(told: State) -> None:
        sent = next(one for one in world.sent if one.id == told.message)
        number, about = world.numbers[sent.number], {"id": sent.id, "to": sent.to, "body": sent.body}
        part = updates.status(about, sent.person, told.state, world.now(), **told.beside)
        failed = told.state == "failed" or sent.person is None
        contacts = [] if failed or sent.person is None else [updates.contact(sent.person)]
        value = updates.value(number, statuses=[part], contacts=contacts)
        posting.happened(Update(world.now(), updates.change(number, "messages", value)))

    @router.post("/echo")
    def echo(told: Echo) -> dict[str, str]:
        number, person, identity = world.numbers[told.number], _known(world, told.person), new_id()
        part = updates.echo(number, person, identity, world.now(), told.words)
        value = updates.value(number, echoes=[part], contacts=[updates.contact(person)])
        posting.happened(Update(world.now(), updates.change(number, "smb_message_echoes", value)))
        return {"id": identity}

    @router.post("/pass/{seconds}")
    def let_pass(seconds: float) -> None:
        world.ahead += seconds

    @router.get("/sent")
    def sent() -> list[dict[str, Any]]:
        return [{"id": one.id, "number": one.number, "to": one.to, "body": one.body} for one in world.sent]

    @router.get("/read")
    def read() -> dict[str, bool]:
        return world.read


def _delivery(router: APIRouter, posting: Posting) -> None:
    @router.post("/webhook")
    def webhook(told: dict[str, str]) -> None:
        posting.url = told["url"]

    @router.post("/hold")
    def hold() -> None:
        posting.holding = True

    @router.post("/release")
    def release(disorder: Disorder) -> dict[str, Any]:
        bodies = posting.released(**disorder.model_dump())
        posting.holding = False
        posting.deliver(bodies)
        posting.settle()
        return {"bodies": len(bodies), "answers": posting.answers[-len(bodies) :] if bodies else []}

    @router.post("/bodies")
    def bodies(disorder: Disorder) -> list[dict[str, Any]]:
        """What was held, not delivered but given to the caller, each with the headers that sign it."""
        taken = posting.released(**disorder.model_dump())
        return [{"body": body.decode(), "headers": posting.signed(body)} for body in taken]

    @router.get("/flying")
    def flying() -> int:
        return posting.flying

    @router.post("/settle")
    def settle() -> list[int]:
        posting.settle()
        return posting.answers


def _known(world: World, name: str) -> Person:
    for person in world.people:
        if name in (person.bsuid, person.phone):
            return person
    raise HTTPException(404, f"nobody is {name}")


def _heard(world: World, posting: Posting, person: Person, said: Said) -> str:
    number, identity = world.numbers[said.number], said.id or new_id()
    if said.kind in ("edit", "revoke") and not number.coexists:
        raise HTTPException(409, f"{said.kind} is told to numbers in the WhatsApp Business app alone")
    at = said.at if said.at is not None else world.now()
    world.open_window(number.id, person)
    world.heard[identity] = person.bsuid
    part = updates.message(person, identity, at, said.kind, said.part, **said.beside)
    world.lines.append(Line(identity, number.id, person.bsuid, False, at, part))
    contacts = [] if said.kind == "system" else [updates.contact(person)]
    value = updates.value(number, messages=[part], contacts=contacts)
    posting.happened(Update(at, updates.change(number, "messages", value)))
    return identity
