"""The door through which Twilio fetches our pictures: GET /webhooks/twilio/pictures/{token}."""

from fastapi import APIRouter
from fastapi.responses import Response

from application.ports import Clock, Pictures
from interfaces.twilio.links import Links

PATH = "/webhooks/twilio/pictures/"
_KINDS = {b"\x89PNG": "image/png", b"RIFF": "image/webp", b"\xff\xd8\xff": "image/jpeg"}


def kind_of(picture: bytes) -> str:
    """The type of a picture, by its first bytes."""
    return next((kind for start, kind in _KINDS.items() if picture.startswith(start)), "image/jpeg")


def twilio_pictures(links: Links, pictures: Pictures, clock: Clock) -> APIRouter:
    """The router. A token that is not ours, is over, or names what is gone is not found, without a reason."""
    router = APIRouter(include_in_schema=False)

    @router.api_route(PATH + "{token}", methods=["GET", "HEAD"])
    def give(token: str) -> Response:
        link = links.read_picture(token, clock.now())
        picture = pictures.fetch(link.boutique, link.name) if link else None
        if picture is None:
            return Response(status_code=404)
        safe = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=3600"}
        return Response(picture, media_type=kind_of(picture), headers=safe)

    return router
