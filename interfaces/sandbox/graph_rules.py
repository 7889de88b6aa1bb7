"""Meta's rules for what a shop may send, and its errors when one is broken.

Source: Meta's reference for messages and error codes, v25.0.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Part = Mapping[str, Any]


class GraphError(Exception):
    """An error in Meta's own form."""

    def __init__(self, code: int, message: str, details: str, status: int = 400) -> None:
        super().__init__(details)
        self.code, self.message, self.details, self.status = code, message, details, status


def missing(name: str) -> GraphError:
    """A required parameter is not there."""
    return GraphError(131008, "(#131008) Required parameter is missing", f"{name} is required")


def invalid(details: str) -> GraphError:
    """A parameter has a value that is not allowed."""
    return GraphError(131009, "(#131009) Parameter value is not valid", details)


def check_message(body: Part) -> None:
    """Raises: GraphError for what Meta would refuse."""
    if body.get("messaging_product") != "whatsapp":
        raise GraphError(100, "(#100) Invalid parameter", "messaging_product must be whatsapp")
    if not body.get("to") and not body.get("recipient"):
        raise GraphError(100, "(#100) The parameter to is required.", "to or recipient is required")
    if len(str(body.get("biz_opaque_callback_data", ""))) > 512:
        raise GraphError(100, "(#100) Invalid parameter", "biz_opaque_callback_data is too long")
    kind = body.get("type", "text")
    check = _CHECKS.get(kind)
    if check is None:
        raise GraphError(100, "(#100) Invalid parameter", f"type {kind} is not known")
    check(_part(body, kind))


def _part(body: Part, name: str) -> Part:
    part = body.get(name)
    if not isinstance(part, Mapping):
        raise missing(name)
    return part


def _text_in(part: Part, name: str, most: int, least: int = 1) -> str:
    text = part.get(name)
    if not isinstance(text, str):
        raise missing(name)
    if not least <= len(text) <= most:
        raise invalid(f"{name} must have {least} to {most} characters, it has {len(text)}")
    return text


def _list_in(part: Part, name: str, most: int) -> Sequence[Part]:
    listed = part.get(name)
    if not isinstance(listed, list) or not all(isinstance(entry, Mapping) for entry in listed):
        raise missing(name)
    if not 1 <= len(listed) <= most:
        raise invalid(f"{name} must have 1 to {most} entries, it has {len(listed)}")
    return listed


def _text(part: Part) -> None:
    _text_in(part, "body", 4096)


def _image(part: Part) -> None:
    if not part.get("id") and not part.get("link"):
        raise missing("id or link")
    if part.get("caption") is not None:
        _text_in(part, "caption", 1024, least=0)


def _interactive(part: Part) -> None:
    kind = part.get("type")
    body = _text_in(_part(part, "body"), "text", 4096 if kind in ("list", _LOCATION) else 1024)
    if not body.strip():
        raise invalid("body must not be blank")
    action = _part(part, "action")
    if kind == "button":
        _buttons(action)
        _header(part, ("text", "image", "video", "document"))
    elif kind == "list":
        _rows(action)
        _header(part, ("text",))
    elif kind == _LINK:
        _link(action)
    elif kind in (_LOCATION, _CONTACT):
        wanted = "send_location" if kind == _LOCATION else _CONTACT
        if action.get("name") != wanted:
            raise invalid(f"action.name must be {wanted}")
    else:
        raise invalid(f"interactive type {kind} is not known")


_LOCATION = "location_request_message"
_CONTACT = "request_contact_info"
_LINK = "cta_url"


def _header(part: Part, kinds: Sequence[str]) -> None:
    if "header" not in part:
        return
    header = _part(part, "header")
    if header.get("type") not in kinds:
        raise invalid(f"header type must be one of {', '.join(kinds)}")
    if header["type"] == "text":
        _text_in(header, "text", 60)
    elif not _part(header, header["type"]).get("id"):
        raise missing("header media id")


def _link(action: Part) -> None:
    if action.get("name") != _LINK:
        raise invalid(f"action.name must be {_LINK}")
    told = _part(action, "parameters")
    _text_in(told, "display_text", 20)
    if not _text_in(told, "url", 2000).startswith(("https://", "http://")):
        raise invalid("url must begin with https:// or http://")


def _buttons(action: Part) -> None:
    replies = [_part(button, "reply") for button in _list_in(action, "buttons", 3)]
    for reply in replies:
        _text_in(reply, "id", 256)
        _text_in(reply, "title", 20)
    _all_different(replies, "id")
    _all_different(replies, "title")


def _rows(action: Part) -> None:
    _text_in(action, "button", 20)
    sections = _list_in(action, "sections", 10)
    rows = [row for section in sections for row in _list_in(section, "rows", 10)]
    if len(rows) > 10:
        raise invalid(f"at most 10 rows in all, there are {len(rows)}")
    for section in sections:
        if len(sections) > 1 or "title" in section:
            _text_in(section, "title", 24)
    for row in rows:
        _text_in(row, "id", 200)
        _text_in(row, "title", 24)
        if "description" in row:
            _text_in(row, "description", 72)
    _all_different(rows, "id")


def _all_different(entries: Sequence[Part], name: str) -> None:
    values = [entry[name] for entry in entries]
    if len(set(values)) != len(values):
        raise invalid(f"{name} must differ between entries")


def _reaction(part: Part) -> None:
    _text_in(part, "message_id", 512)


def _template(part: Part) -> None:
    _text_in(part, "name", 512)
    _text_in(_part(part, "language"), "code", 15, least=2)


_CHECKS = {
    "text": _text,
    "image": _image,
    "interactive": _interactive,
    "reaction": _reaction,
    "template": _template,
}
