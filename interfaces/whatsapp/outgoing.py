"""A reply in Meta's words: the JSON of one message, within Meta's limits.

Shape: where WhatsApp cannot show what a reply holds (a list beside a picture, buttons under a very long
text), the choices are written out in the text; no word of a reply is ever lost.
Source: Meta's reference for messages, v25.0.
"""

from collections.abc import Mapping

from application.ports import Outgoing, Recipient
from domain.conversation.reply import Reply

Body = Mapping[str, object]

LONGEST_CAPTION = 1024
LONGEST_TEXT = 4096
LONGEST_BODY = 1024
_DEFAULT_LIST_TITLE = "Choose"


def message_body(message: Outgoing, picture: str | None) -> Body:
    """The body for POST /messages. `picture` is the media id of its one picture."""
    return {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        **_addressed(message.to),
        "biz_opaque_callback_data": note_of(message),
        **_content(message.reply, picture),
    }


def note_of(message: Outgoing) -> str:
    """What comes back with the message's statuses: our reply's id, and for whom it was."""
    return f"{message.reply_id}/{message.to.bsuid}" if message.to.bsuid else str(message.reply_id)


def shows_picture(reply: Reply) -> bool:
    """True when this reply's picture can go with it in one message."""
    asks = reply.asks_location or reply.asks_contact
    return bool(reply.pictures) and not asks and len(spelled_out(reply)) <= LONGEST_CAPTION


def spelled_out(reply: Reply) -> str:
    """The text with the choices that cannot be tapped under it."""
    if reply.buttons and not _too_long(reply):
        return reply.text
    titles = [button.title for button in reply.buttons]
    titles += [f"{row.title} — {row.description}" if row.description else row.title for row in reply.rows]
    lines = [f"{number}. {title}" for number, title in enumerate(titles, start=1)]
    return "\n".join([reply.text, *lines])


def _addressed(to: Recipient) -> Body:
    if to.bsuid:
        return {"recipient": to.bsuid}
    return {"to": to.phone or ""}


def _too_long(reply: Reply) -> bool:
    return len(reply.text) > LONGEST_BODY


def _content(reply: Reply, picture: str | None) -> Body:
    if reply.asks_location and not _too_long(reply):
        return _interactive("location_request_message", reply.text, {"name": "send_location"})
    if reply.asks_contact and not _too_long(reply):
        return _interactive("request_contact_info", reply.text, {"name": "request_contact_info"})
    if reply.buttons and not _too_long(reply):
        return _buttons(reply, picture)
    if picture is not None:
        return {"type": "image", "image": {"id": picture, "caption": spelled_out(reply)}}
    if reply.rows and not _too_long(reply):
        return _list(reply)
    words = spelled_out(reply)[:LONGEST_TEXT]
    return {"type": "text", "text": {"body": words, "preview_url": False}}


def _interactive(kind: str, text: str, action: Body, header: Body | None = None) -> Body:
    parts: dict[str, object] = {"type": kind, "body": {"text": text}, "action": action}
    if header is not None:
        parts["header"] = header
    return {"type": "interactive", "interactive": parts}


def _buttons(reply: Reply, picture: str | None) -> Body:
    taps = [{"type": "reply", "reply": {"id": tap.id, "title": tap.title}} for tap in reply.buttons]
    header = {"type": "image", "image": {"id": picture}} if picture is not None else None
    return _interactive("button", reply.text, {"buttons": taps}, header)


def _list(reply: Reply) -> Body:
    rows = [
        {"id": row.id, "title": row.title} | ({"description": row.description} if row.description else {})
        for row in reply.rows
    ]
    title = reply.rows_title or _DEFAULT_LIST_TITLE
    return _interactive("list", reply.text, {"button": title, "sections": [{"title": title, "rows": rows}]})
