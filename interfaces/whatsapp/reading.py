"""An item of the inbox, read into our words. Never refuses: what cannot be read is OTHER, with a reason."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from pydantic import ValidationError

from application.inbound import (
    UNAVAILABLE,
    WHATSAPPS_OWN,
    DeliveryState,
    DeliveryStatus,
    Inbound,
    InboxItem,
    Ordered,
    OwnerMessage,
    Place,
    message_id_of,
    phone_of,
)
from application.ports import MediaRef
from domain.conversation.events import MessageKind
from interfaces.ingress.delivery import status_id
from interfaces.whatsapp import wire
from interfaces.whatsapp.faults import is_outside_window
from interfaces.whatsapp.json_text import Json, member, read_json, text_of
from interfaces.whatsapp.payload import CHANNEL, addressee_of, moved_in, recipient_of, sender_of

_TOLERATED_FUTURE = timedelta(minutes=5)
_LONGEST_TEXT = 65_536
_UNAVAILABLE_CODE = 131060


def read_item(raw: bytes, received_at: datetime) -> InboxItem:
    """What an item says.

    Shape: for OTHER, `choice` names what it was, as WhatsApp calls it (`sticker`, `unsupported`, …).
    Units: `received_at` is UTC; it stands in for a timestamp that cannot be true.
    Raises: ValueError for bytes that are no item at all.
    """
    root = read_json(raw)
    account = text_of(member(root, "metadata"), "phone_number_id") or ""
    if member(root, "status") is not None:
        return _read_status(account, root, received_at)
    if member(root, "echo") is not None:
        return _read_echo(account, root, received_at)
    return _read_message(account, root, received_at)


def _read_message(account: str, root: Json, received_at: datetime) -> Inbound:
    message = member(root, "message")
    identity = text_of(message, "id")
    if identity is None:
        raise ValueError("neither a message nor a status")
    bare = Inbound(
        message=message_id_of(CHANNEL, account, identity),
        provider_id=identity,
        channel=CHANNEL,
        account=account,
        sender=sender_of(message, member(root, "contact")),
        kind=MessageKind.OTHER,
        sent_at=_time_of(text_of(message, "timestamp"), received_at),
        replies_to=text_of(member(message, "context"), "id"),
    )
    kind = text_of(message, "type") or "unknown"
    reader = _READERS.get(kind)
    if kind == "unsupported" and text_of(member(message, kind), "type") == "edit":
        return replace(bare, kind=MessageKind.EDIT)
    if reader is None:
        return replace(bare, choice=_why_other(kind, message))
    try:
        return reader(bare, member(message, kind))
    except (ValidationError, IndexError):
        return replace(bare, kind=MessageKind.OTHER, choice=f"unreadable-{kind}")


def _read_echo(account: str, root: Json, received_at: datetime) -> OwnerMessage:
    echo = member(root, "echo")
    identity, kind = text_of(echo, "id"), text_of(echo, "type") or "unknown"
    if identity is None:
        raise ValueError("an echo without id")
    return OwnerMessage(
        message=message_id_of(CHANNEL, account, identity),
        provider_id=identity,
        channel=CHANNEL,
        account=account,
        sender=addressee_of(echo, member(root, "contact")),
        sent_at=_time_of(text_of(echo, "timestamp"), received_at),
        text=_words_of_echo(kind, member(echo, kind)),
    )


def _words_of_echo(kind: str, part: Json) -> str | None:
    if kind in ("edit", "revoke"):
        return None
    words = text_of(part, "body") or text_of(part, "caption")
    return (words or f"({kind})")[:_LONGEST_TEXT]


def _read_status(account: str, root: Json, received_at: datetime) -> DeliveryStatus:
    status = member(root, "status")
    identity, state = text_of(status, "id"), text_of(status, "status")
    if identity is None or state is None:
        raise ValueError("a status without id or state")
    fault = _fault(status)
    return DeliveryStatus(
        provider_id=status_id(identity, state),
        channel=CHANNEL,
        account=account,
        sender=recipient_of(status, member(root, "contact")),
        state=_STATES.get(state, DeliveryState.SENT),
        at=_time_of(text_of(status, "timestamp"), received_at),
        reply=_reply_of(text_of(status, "biz_opaque_callback_data")),
        code=str(fault.code) if fault else None,
        reason=fault.reason if fault else None,
        window_closed=fault is not None and is_outside_window(fault.code),
        category=text_of(member(status, "pricing"), "category"),
        billing=text_of(member(status, "pricing"), "type"),
    )


_STATES = {
    "sent": DeliveryState.SENT,
    "delivered": DeliveryState.DELIVERED,
    "read": DeliveryState.READ,
    "played": DeliveryState.READ,
    "failed": DeliveryState.FAILED,
}


def _time_of(seconds: str | None, received_at: datetime) -> datetime:
    if seconds is None or not seconds.isascii() or not seconds.isdigit() or len(seconds) > 11:
        return received_at
    told = datetime.fromtimestamp(int(seconds), UTC)
    return told if told <= received_at + _TOLERATED_FUTURE else received_at


def _reply_of(note: str | None) -> UUID | None:
    try:
        return UUID((note or "").partition("/")[0])
    except ValueError:
        return None


def _fault(piece: Json) -> wire.Fault | None:
    errors = member(piece, "errors")
    if not isinstance(errors, list) or not errors:
        return None
    try:
        return wire.Fault.model_validate(errors[0])
    except ValidationError:
        return wire.Fault(title="unreadable error")


def _why_other(kind: str, message: Json) -> str:
    fault = _fault(message)
    if fault and fault.code == _UNAVAILABLE_CODE:
        return UNAVAILABLE
    detail = text_of(member(message, "unsupported"), "type") or (str(fault.code) if fault else None)
    return f"{kind}:{detail}"[:100] if detail else kind[:100]


def _text(bare: Inbound, part: Json) -> Inbound:
    body = wire.Text.model_validate(part).body
    return replace(bare, kind=MessageKind.TEXT, text=body[:_LONGEST_TEXT])


def _media(bare: Inbound, part: Json, kind: MessageKind, choice: str | None = None) -> Inbound:
    media = wire.Media.model_validate(part)
    ref = MediaRef(bare.account, media.id, media.mime_type, media.sha256)
    return replace(bare, kind=kind, media=ref, text=media.caption or None, choice=choice)


def _document(bare: Inbound, part: Json) -> Inbound:
    """A picture sent as a file is a photo all the same."""
    if (text_of(part, "mime_type") or "") in ("image/jpeg", "image/png", "image/webp"):
        return _media(bare, part, MessageKind.PHOTO)
    return _media(bare, part, MessageKind.OTHER, "document")


def _interactive(bare: Inbound, part: Json) -> Inbound:
    answer = wire.Interactive.model_validate(part)
    chosen = answer.button_reply or answer.list_reply
    if chosen is None:
        return replace(bare, choice=f"interactive:{answer.type or 'unknown'}"[:100])
    return replace(bare, kind=MessageKind.CHOICE, choice=chosen.id, text=chosen.title or None)


def _template_button(bare: Inbound, part: Json) -> Inbound:
    button = wire.TemplateButton.model_validate(part)
    return replace(bare, kind=MessageKind.CHOICE, choice=button.payload or button.text, text=button.text)


def _system(bare: Inbound, part: Json) -> Inbound:
    """WhatsApp's own notice; where she has a new number or id, that is how she is reached from now on."""
    kind = text_of(part, "type") or "unknown"
    return replace(bare, choice=f"{WHATSAPPS_OWN}{kind}"[:100], moved_to=moved_in(part))


def _location(bare: Inbound, part: Json) -> Inbound:
    pin = wire.Location.model_validate(part)
    place = Place(pin.latitude, pin.longitude, pin.name, pin.address)
    return replace(bare, kind=MessageKind.LOCATION, place=place)


def _contacts(bare: Inbound, part: Json) -> Inbound:
    cards = [wire.ContactCard.model_validate(card) for card in part] if isinstance(part, list) else []
    numbers = [phone_of(_digits(entry.wa_id or entry.phone)) for card in cards for entry in card.phones]
    return replace(bare, kind=MessageKind.CONTACT, contact_phone=next(filter(None, numbers), None))


def _digits(number: str | None) -> str:
    return "".join(letter for letter in number or "" if letter in "0123456789")


def _reaction(bare: Inbound, part: Json) -> Inbound:
    reaction = wire.Reaction.model_validate(part)
    return replace(
        bare, kind=MessageKind.REACTION, text=reaction.emoji or None, replies_to=reaction.message_id
    )


def _edit(bare: Inbound, part: Json) -> Inbound:
    """Changed words; of a changed caption or anything else it is only known that it changed."""
    message = member(part, "message")
    words = wire.Text.model_validate(member(message, "text") or {}).body
    original = text_of(part, "original_message_id")
    return replace(bare, kind=MessageKind.EDIT, text=words[:_LONGEST_TEXT] or None, replies_to=original)


def _revoke(bare: Inbound, part: Json) -> Inbound:
    return replace(bare, kind=MessageKind.DELETION, replies_to=text_of(part, "original_message_id"))


def _order(bare: Inbound, part: Json) -> Inbound:
    order = wire.CatalogueOrder.model_validate(part)
    lines = [f"{line.quantity} x {line.product_retailer_id}" for line in order.product_items]
    words = "\n".join([*filter(None, [order.text]), *lines])
    ordered = tuple(
        Ordered(line.product_retailer_id, line.quantity) for line in order.product_items if line.quantity > 0
    )
    return replace(bare, kind=MessageKind.ORDER, text=words[:_LONGEST_TEXT] or None, ordered=ordered)


_READERS: dict[str, Callable[[Inbound, Json], Inbound]] = {
    "text": _text,
    "image": lambda bare, part: _media(bare, part, MessageKind.PHOTO),
    "audio": lambda bare, part: _media(bare, part, MessageKind.VOICE),
    "sticker": lambda bare, part: _media(bare, part, MessageKind.OTHER, "sticker"),
    "video": lambda bare, part: _media(bare, part, MessageKind.OTHER, "video"),
    "document": _document,
    "interactive": _interactive,
    "button": _template_button,
    "location": _location,
    "contacts": _contacts,
    "reaction": _reaction,
    "order": _order,
    "system": _system,
    "edit": _edit,
    "revoke": _revoke,
}
