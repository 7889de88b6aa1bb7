"""An inbox row of Twilio, read into our words. Never refuses: what cannot be read is OTHER, with a reason."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from application.inbound import (
    DeliveryState,
    DeliveryStatus,
    Inbound,
    InboxItem,
    Place,
    message_id_of,
)
from application.ports import MediaRef
from domain.conversation.events import MessageKind
from interfaces.ingress.delivery import status_id
from interfaces.twilio.faults import Remedy, remedy_for, told_for
from interfaces.twilio.form import (
    CHANNEL,
    account_in,
    fields_of,
    is_status,
    note_in,
    part_id,
    pictures_in,
    place_in_album,
    recipient_of,
    sender_of,
)

_LONGEST_TEXT = 65_536
_LONGEST_ID = 200
Fields = Mapping[str, str]
STATES = {
    "accepted": DeliveryState.SENT,
    "scheduled": DeliveryState.SENT,
    "queued": DeliveryState.SENT,
    "sending": DeliveryState.SENT,
    "sent": DeliveryState.SENT,
    "delivered": DeliveryState.DELIVERED,
    "read": DeliveryState.READ,
    "undelivered": DeliveryState.FAILED,
    "failed": DeliveryState.FAILED,
    "canceled": DeliveryState.FAILED,
}
"""How far a message has come, by Twilio's word for it."""


def read_item(raw: bytes, received_at: datetime) -> InboxItem:
    """What a row says. Twilio tells no time, so the time of its arrival stands for it.

    Shape: for OTHER, `choice` names what it was, as Twilio calls it (`video/mp4`, `sticker`, …).
    Raises: ValueError for bytes that are no row at all.
    """
    fields = fields_of(raw)
    account, sid = account_in(fields), fields.get("MessageSid", "")
    if not account or not sid:
        raise ValueError("neither a message nor a status")
    if is_status(fields):
        return _read_status(account, sid, fields, received_at)
    identity = part_id(sid, place_in_album(fields))
    bare = Inbound(
        message=message_id_of(CHANNEL, account, identity),
        provider_id=identity,
        channel=CHANNEL,
        account=account,
        sender=sender_of(fields),
        kind=MessageKind.OTHER,
        sent_at=received_at,
        replies_to=fields.get("OriginalRepliedMessageSid") or None,
    )
    return _read_message(bare, fields)


def _read_message(bare: Inbound, fields: Fields) -> Inbound:
    words = fields.get("Body", "")[:_LONGEST_TEXT] or None
    chosen = fields.get("ButtonPayload") or fields.get("ListId")
    if chosen:
        title = fields.get("ButtonText") or fields.get("ListTitle") or words
        return replace(bare, kind=MessageKind.CHOICE, choice=chosen[:_LONGEST_ID], text=title)
    if "Latitude" in fields:
        return _location(bare, fields)
    if fields.get("NumMedia", "0") != "0":
        return _media(bare, fields, words)
    if words is None:
        return replace(bare, choice=(fields.get("MessageType") or "empty")[:100])
    return replace(bare, kind=MessageKind.TEXT, text=words)


def _media(bare: Inbound, fields: Fields, words: str | None) -> Inbound:
    """One picture of a message, the words with its first; without an address it is a photo unseen."""
    place = place_in_album(fields)
    shown = pictures_in(fields)
    kind = fields.get(f"MediaContentType{place}", "").partition(";")[0].strip().casefold()
    ref = MediaRef(bare.account, fields[f"MediaUrl{place}"], kind, None, CHANNEL) if place in shown else None
    caption = words if place == min(shown, default=0) else None
    whole = replace(bare, media=ref, text=caption)
    if kind.startswith("image/") and fields.get("MessageType") != "sticker":
        return replace(whole, kind=MessageKind.PHOTO)
    if kind.startswith("audio/"):
        return replace(whole, kind=MessageKind.VOICE)
    if not shown:
        return replace(whole, kind=MessageKind.PHOTO)
    if kind in ("text/vcard", "text/x-vcard"):
        return replace(whole, kind=MessageKind.CONTACT)
    return replace(whole, choice=(fields.get("MessageType") or kind or "media")[:100])


def _location(bare: Inbound, fields: Fields) -> Inbound:
    try:
        latitude, longitude = float(fields["Latitude"]), float(fields.get("Longitude", ""))
    except ValueError:
        return replace(bare, choice="unreadable-location")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return replace(bare, choice="unreadable-location")
    place = Place(latitude, longitude, fields.get("Label") or None, fields.get("Address") or None)
    return replace(bare, kind=MessageKind.LOCATION, place=place)


def _read_status(account: str, sid: str, fields: Fields, received_at: datetime) -> DeliveryStatus:
    note, state = note_in(fields), fields["MessageStatus"][:40]
    far = STATES.get(state, DeliveryState.SENT)
    code = fields.get("ErrorCode", "")
    return DeliveryStatus(
        provider_id=status_id(sid, state),
        channel=CHANNEL,
        account=account,
        sender=recipient_of(fields, note),
        state=far,
        at=received_at,
        reply=note.reply if note else None,
        part=note.part if note else 0,
        code=code[:20] if code not in ("", "0") else None,
        reason=told_for(code, fields.get("ErrorMessage", "")) or None,
        window_closed=remedy_for(code) is Remedy.TEMPLATE,
    )
