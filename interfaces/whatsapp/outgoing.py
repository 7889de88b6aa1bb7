"""A reply in Meta's words: the JSON of one message, within Meta's limits.

Shape: where WhatsApp cannot show what a reply holds (a list beside a picture, buttons under a very long
text), the choices are written out in the text; no word of a reply is ever lost.
Source: Meta's reference for messages, v25.0.
"""

from collections.abc import Mapping

from application.choices import written_out
from application.ports import Outgoing, Recipient
from domain.conversation.reply import ChosenTemplate, Link, Reply
from interfaces.whatsapp.access import Access
from interfaces.whatsapp.templates import chosen_content

Body = Mapping[str, object]

LONGEST_CAPTION = 1024
LONGEST_TEXT = 4096
LONGEST_BODY = 1024
_LONGEST_GAP = 1024
_LONGEST_HEADING = 24
_MOST_PRODUCTS = 30
_DEFAULT_LIST_TITLE = "Choose"


def message_body(message: Outgoing, picture: str | None, catalogue: str = "") -> Body:
    """The body for POST /messages. `picture` is the media id of its one picture."""
    return _enveloped(message, _content(message.reply, picture, catalogue))


def template_body(message: Outgoing, access: Access) -> Body:
    """The reply's words in the template's one gap: on one line, and what could be tapped written out."""
    words = " ".join(written_out(message.reply).split())
    gap = {"type": "text", "text": words if len(words) <= _LONGEST_GAP else f"{words[: _LONGEST_GAP - 1]}…"}
    template = {
        "name": access.template,
        "language": {"code": access.template_language},
        "components": [{"type": "body", "parameters": [gap]}],
    }
    return _enveloped(message, {"type": "template", "template": template})


def chosen_body(message: Outgoing, chosen: ChosenTemplate) -> Body:
    """The template that a person chose, with the words that she filled in."""
    return _enveloped(message, chosen_content(chosen))


def note_of(message: Outgoing) -> str:
    """What comes back with the message's statuses: our reply's id, and for whom it was."""
    return f"{message.reply_id}/{message.to.bsuid}" if message.to.bsuid else str(message.reply_id)


def shows_products(reply: Reply, catalogue: str) -> bool:
    """True when its pieces are shown from WhatsApp's own catalogue instead of as a picture."""
    named = bool(reply.pictures) and all(picture.sku for picture in reply.pictures)
    fits = len(written_out(reply)) <= LONGEST_BODY and reply.link is None
    return bool(catalogue) and named and fits and not _asks(reply)


def shows_picture(reply: Reply) -> bool:
    """True when this reply's picture can go with it in one message."""
    return bool(reply.pictures) and not _asks(reply) and len(spelled_out(reply)) <= LONGEST_CAPTION


def spelled_out(reply: Reply) -> str:
    """The text with the choices that cannot be tapped under it."""
    if _taps_link(reply):
        return _without_link(reply)
    return reply.text if _taps_buttons(reply) else written_out(reply)


def _without_link(reply: Reply) -> str:
    return written_out(reply.model_copy(update={"link": None}))


def _taps_link(reply: Reply) -> bool:
    return reply.link is not None and len(_without_link(reply)) <= LONGEST_BODY


def _taps_buttons(reply: Reply) -> bool:
    return bool(reply.buttons) and reply.link is None and not _too_long(reply)


def _enveloped(message: Outgoing, content: Body) -> Body:
    return {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        **_addressed(message.to),
        "biz_opaque_callback_data": note_of(message),
        **content,
    }


def _addressed(to: Recipient) -> Body:
    if to.bsuid:
        return {"recipient": to.bsuid}
    return {"to": to.phone or ""}


def _asks(reply: Reply) -> bool:
    return reply.asks_location or reply.asks_contact


def _too_long(reply: Reply) -> bool:
    return len(reply.text) > LONGEST_BODY


def _content(reply: Reply, picture: str | None, catalogue: str) -> Body:
    asked = None if _too_long(reply) else _question(reply)
    if asked is not None:
        return asked
    if shows_products(reply, catalogue):
        return _products(reply, catalogue)
    if reply.link is not None and _taps_link(reply):
        return _link(reply, reply.link, picture)
    if _taps_buttons(reply):
        return _buttons(reply, picture)
    if picture is not None:
        words = spelled_out(reply)
        return {"type": "image", "image": {"id": picture, **({"caption": words} if words else {})}}
    if reply.rows and reply.link is None and not _too_long(reply):
        return _list(reply)
    words = spelled_out(reply)[:LONGEST_TEXT]
    return {"type": "text", "text": {"body": words, "preview_url": False}}


def _question(reply: Reply) -> Body | None:
    if reply.asks_location:
        return _interactive("location_request_message", reply.text, {"name": "send_location"})
    if reply.asks_contact:
        return _interactive("request_contact_info", reply.text, {"name": "request_contact_info"})
    return None


def _interactive(kind: str, text: str, action: Body, header: Body | None = None) -> Body:
    parts: dict[str, object] = {"type": kind, "body": {"text": text}, "action": action}
    if header is not None:
        parts["header"] = header
    return {"type": "interactive", "interactive": parts}


def _products(reply: Reply, catalogue: str) -> Body:
    """One piece as a card, several as a list of products; she fills her cart in WhatsApp itself."""
    skus = [picture.sku for picture in reply.pictures][:_MOST_PRODUCTS]
    if len(skus) == 1:
        action: Body = {"catalog_id": catalogue, "product_retailer_id": skus[0]}
        return _interactive("product", written_out(reply), action)
    heading = (reply.rows_title or _DEFAULT_LIST_TITLE)[:_LONGEST_HEADING]
    items = [{"product_retailer_id": sku} for sku in skus]
    action = {"catalog_id": catalogue, "sections": [{"title": heading, "product_items": items}]}
    return _interactive("product_list", written_out(reply), action, {"type": "text", "text": heading})


def _link(reply: Reply, link: Link, picture: str | None) -> Body:
    action = {"name": "cta_url", "parameters": {"display_text": link.title, "url": link.url}}
    return _interactive("cta_url", spelled_out(reply), action, _pictured(picture))


def _buttons(reply: Reply, picture: str | None) -> Body:
    taps = [{"type": "reply", "reply": {"id": tap.id, "title": tap.title}} for tap in reply.buttons]
    return _interactive("button", reply.text, {"buttons": taps}, _pictured(picture))


def _pictured(picture: str | None) -> Body | None:
    return {"type": "image", "image": {"id": picture}} if picture is not None else None


def _list(reply: Reply) -> Body:
    rows = [
        {"id": row.id, "title": row.title} | ({"description": row.description} if row.description else {})
        for row in reply.rows
    ]
    title = reply.rows_title or _DEFAULT_LIST_TITLE
    return _interactive("list", reply.text, {"button": title, "sections": [{"title": title, "rows": rows}]})
