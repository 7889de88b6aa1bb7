"""The emulator of Meta's Cloud API: its answers, its refusals, its webhooks.

Shape: `settings` are `own_url`, `app_secret`, and lists of `numbers` and `people`.
"""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import FastAPI, File, Form, Path, Request, UploadFile
from fastapi.responses import JSONResponse, Response

from tests.emulators.cloud_api import updates
from tests.emulators.cloud_api.control import control
from tests.emulators.cloud_api.errors import GraphError, unknown
from tests.emulators.cloud_api.media import Media
from tests.emulators.cloud_api.posting import Posting, Update
from tests.emulators.cloud_api.rules import Image, Template, checked
from tests.emulators.cloud_api.templates import refuse_unlike, template_lists
from tests.emulators.cloud_api.world import Number, Person, Sent, World

Version = Annotated[str, Path(pattern=r"^v\d+\.\d+$")]


def app(settings: Mapping[str, Any]) -> FastAPI:
    """The emulator over these settings."""
    numbers = [Number.model_validate(told) for told in settings["numbers"]]
    people = [Person.model_validate(told) for told in settings["people"]]
    world = World({number.id: number for number in numbers}, people)
    posting = Posting(str(settings["app_secret"]).encode(), settings.get("webhook_url"))
    media = Media(world.now, settings["own_url"])
    posting.start()
    made = FastAPI()
    graph = _Graph(world, media, posting)
    made.include_router(control(world, media, posting))
    made.include_router(template_lists(world))

    @made.exception_handler(GraphError)
    def refused(_: Request, error: GraphError) -> Response:
        return JSONResponse(error.envelope, error.status, headers=error.headers)

    @made.post("/{version}/{number}/messages")
    def messages(version: Version, number: str, body: dict[str, Any], request: Request) -> Any:
        return graph.send(graph.number(request, number), body)

    @made.post("/{version}/{number}/media")
    def upload(
        version: Version,
        number: str,
        request: Request,
        file: Annotated[UploadFile, File()],
        messaging_product: Annotated[str, Form()] = "",
    ) -> Any:
        mine = graph.number(request, number)
        if messaging_product != "whatsapp":
            raise GraphError(100, "(#100) Invalid parameter", "messaging_product must be whatsapp")
        return {"id": media.upload(mine.id, file.content_type, file.file.read()).id}

    @made.get("/whatsapp_business/attachments/")
    def attachment(mid: str, ext: int, hash: str, request: Request) -> Response:  # noqa: A002 — Meta's name
        medium = media.at(mid, ext, hash)
        if medium is None or not graph.has_token(request):
            return Response(status_code=404)
        return Response(medium.content, media_type=medium.mime)

    @made.get("/{version}/{waba}/subscribed_apps")
    def subscribed(version: Version, waba: str, request: Request) -> Any:
        graph.number(request, waba)
        return {"data": [{"whatsapp_business_api_data": {"id": "67", "name": "Dukani"}}]}

    @made.get("/{version}/{name}")
    def look(version: Version, name: str, request: Request, phone_number_id: str | None = None) -> Any:
        return graph.look(request, name, phone_number_id)

    return made


class _Graph:
    def __init__(self, world: World, media: Media, posting: Posting) -> None:
        self._world, self._media, self._posting = world, media, posting

    def number(self, request: Request, name: str) -> Number:
        return self._world.number(name, request.headers.get("authorization", ""))

    def has_token(self, request: Request) -> bool:
        try:
            self._world.may(request.headers.get("authorization", ""))
        except GraphError:
            return False
        return True

    def look(self, request: Request, name: str, phone_number_id: str | None) -> Mapping[str, Any]:
        mine = self._world.may(request.headers.get("authorization", ""))
        if name == mine.id:
            return {
                "id": mine.id,
                "display_phone_number": mine.display,
                "verified_name": mine.name,
                "quality_rating": "GREEN",
                "is_on_biz_app": mine.coexists,
                "platform_type": "CLOUD_API",
            }
        medium = self._media.of(name, phone_number_id)
        if medium is None or self._world.numbers[medium.number].token != mine.token:
            raise unknown(name)
        return self._media.described(medium)

    def send(self, number: Number, body: Mapping[str, Any]) -> Mapping[str, Any]:
        if body.get("status") == "read":
            return self._mark_read(body)
        envelope, content = checked(body)
        self._refuse(number, content, body)
        person, lost = self._world.person(envelope)
        if person is not None:
            self._world.refuse_outside_window(number, person, content)
        self._world.refuse_over_quota(number, str(envelope.to or envelope.recipient))
        sent = self._world.keep(number, envelope, body, person)
        if not lost:
            self._tell(number, sent, content)
        return _accepted(envelope.to, sent, person) | {
            "messages": [{"id": sent.id} | _template_state(content)]
        }

    def _refuse(self, number: Number, content: object, body: Mapping[str, Any]) -> None:
        if isinstance(content, Template) and not refuse_unlike(number.listed, content):
            self._world.refuse_unknown_template(number, content)
        image = content if isinstance(content, Image) else getattr(getattr(content, "header", 0), "image", 0)
        if isinstance(image, Image) and image.id and self._media.of(image.id, number.id) is None:
            details = f"media id {image.id} is not this number's"
            raise GraphError(131009, "(#131009) Parameter value is not valid", details)
        catalogue = getattr(getattr(content, "action", None), "catalog_id", None)
        if catalogue is not None and catalogue != number.catalogue:
            details = f"catalog {catalogue} is not connected to this number"
            raise GraphError(131009, "(#131009) Parameter value is not valid", details)
        reply_to = (body.get("context") or {}).get("message_id")
        if reply_to is not None and not str(reply_to).startswith("wamid."):
            raise GraphError(131009, "(#131009) Parameter value is not valid", "context.message_id")

    def _mark_read(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        identity = str(body.get("message_id"))
        if identity not in self._world.heard:
            raise GraphError(131009, "(#131009) Parameter value is not valid", "message_id was not received")
        self._world.read[identity] = bool(body.get("typing_indicator"))
        return {"success": True}

    def _tell(self, number: Number, sent: Sent, content: object) -> None:
        """What becomes of it, in the webhooks that follow."""
        now, about = self._world.now(), {"id": sent.id, "to": sent.to, "body": sent.body}
        if sent.person is None:
            why = updates.failed(131026, "Message undeliverable", "Message Undeliverable.")
            parts: list[tuple[updates.Part, list[updates.Part]]] = [
                (updates.status(about, None, "failed", now, **why), [])
            ]
        else:
            price = updates.priced("utility" if isinstance(content, Template) else "service")
            known = [updates.contact(sent.person)]
            parts = [
                (updates.status(about, sent.person, "sent", now, **price), known),
                (updates.status(about, sent.person, "delivered", now, **price), known),
            ]
        for part, contacts in parts:
            told = updates.value(number, statuses=[part], contacts=contacts)
            self._posting.happened(Update(now, updates.change(number, "messages", told)))


def _accepted(to: str | None, sent: Sent, person: Person | None) -> dict[str, Any]:
    contact = {"input": sent.to}
    if to:
        contact["wa_id"] = person.phone.removeprefix("+") if person else sent.to.lstrip("+")
    else:
        contact["user_id"] = sent.to
    return {"messaging_product": "whatsapp", "contacts": [contact]}


def _template_state(content: object) -> dict[str, str]:
    return {"message_status": "accepted"} if isinstance(content, Template) else {}
