"""Messages on the wire, as bubbles on a phone."""

import json
from collections.abc import Mapping
from typing import Any

from interfaces.sandbox.screens import Bubble, PageLink, Pin, Tap, moment
from interfaces.sandbox.store import Row
from interfaces.sandbox.templates import words_of

Part = Mapping[str, Any]


def bubble_of(row: Row) -> Bubble:
    """A message of the store as its bubble."""
    content: Part = json.loads(row["content"])
    return Bubble(
        id=row["id"],
        from_shop=bool(row["from_shop"]),
        at=moment(row["at"]),
        state=row["state"],
        reaction=row["emoji"],
        replies_to=(content.get("context") or {}).get("message_id")
        or (content.get("context") or {}).get("id"),
        **shown_by(content),
    )


def line_of(row: Row) -> str:
    """A message in one line, for the list of chats."""
    seen = shown_by(json.loads(row["content"]))
    words = str(seen.get("text") or "").split("\n")[0]
    return words[:80] or (
        "📷 Photo" if "picture" in seen else "📍 Location" if "place" in seen else "Contact"
    )


def shown_by(content: Part) -> dict[str, Any]:
    """The parts of a bubble that a message on the wire fills."""
    kind = content.get("type", "text")
    part: Part = content.get(kind) or {}
    if kind == "text":
        return {"text": part.get("body", "")}
    if kind == "image":
        return {"text": part.get("caption") or "", "picture": _address(part)}
    if kind == "location":
        return {"place": Pin.model_validate(part)}
    if kind == "template":
        return {"text": words_of(part)}
    if kind == "contacts":
        return {"contact": content["contacts"][0]["phones"][0]["phone"]}
    return _interactive(part)


def _interactive(part: Part) -> dict[str, Any]:
    kind = part.get("type", "")
    if kind in ("button_reply", "list_reply"):
        return {"text": part[kind]["title"]}
    header, action = part.get("header") or {}, part.get("action") or {}
    shown: dict[str, Any] = {
        "text": (part.get("body") or {}).get("text", ""),
        "buttons": [Tap.model_validate(button["reply"]) for button in action.get("buttons", ())],
        "asks_location": kind == "location_request_message",
        "asks_contact": kind == "request_contact_info",
    }
    if "image" in header:
        shown["picture"] = _address(header["image"])
    if kind == "cta_url":
        told = action["parameters"]
        shown["link"] = PageLink(title=told["display_text"], url=told["url"])
    if kind == "list":
        sections = action.get("sections", ())
        shown["list_title"] = action["button"]
        shown["rows"] = [Tap.model_validate(row) for section in sections for row in section["rows"]]
    return shown


def _address(image: Part) -> str:
    return str(image.get("link") or f"/sandbox/api/media/{image['id']}")
