"""Meta's webhook bodies, taken apart: one item for every message and every status, whatever stands beside it.

Meta batches up to 1,000 updates of many numbers in one body. A bad one is set aside; the others go on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import orjson

from application.inbound import Sender
from domain.channel import Channel
from interfaces.whatsapp.json_text import Json, member, members, read_json, text_of

CHANNEL = Channel.CLOUD_API
_LONGEST_ID = 512
_BSUID = re.compile(r"[A-Za-z]{2}\.[A-Za-z0-9.]{1,140}")


class Pace(StrEnum):
    """How long a turn waits for more of the same after this item."""

    WORDS = "words"
    TAP = "tap"
    PHOTO = "photo"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Item:
    """One message or status. Shape: `raw` is JSON of metadata, contact, and message or status."""

    account: str
    provider_id: str
    sender: Sender
    raw: bytes
    pace: Pace


@dataclass(frozen=True, slots=True)
class Rejected:
    """An authentic piece that could not be taken for an item, and why."""

    account: str
    reason: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Delivery:
    """All that one webhook brought. It is acknowledged when all of it is durable."""

    items: tuple[Item, ...]
    rejected: tuple[Rejected, ...] = ()


def read_delivery(body: bytes) -> Delivery:
    """The items of one webhook body, messages before statuses.

    Raises: NotJson.
    """
    root = read_json(body)
    if not isinstance(member(root, "entry"), list):
        return Delivery((), (Rejected("", "no-entry", body),))
    items: list[Item] = []
    rejected: list[Rejected] = []
    for value in _values(root):
        for piece in _pieces(value):
            (items if isinstance(piece, Item) else rejected).append(piece)  # type: ignore[arg-type]
    items.sort(key=lambda item: item.pace is Pace.STATUS)
    return Delivery(tuple(items), tuple(rejected))


def _values(root: Json) -> Iterator[Json]:
    for entry in members(root, "entry"):
        for change in members(entry, "changes"):
            if member(change, "field") == "messages":
                yield member(change, "value")


def _pieces(value: Json) -> Iterator[Item | Rejected]:
    metadata = member(value, "metadata")
    account = text_of(metadata, "phone_number_id") or ""
    for message in members(value, "messages"):
        contact = _contact_for(value, text_of(message, "from"), text_of(message, "from_user_id"))
        raw = orjson.dumps({"metadata": metadata, "contact": contact, "message": message})
        yield _message(account, metadata, message, contact, raw)
    for status in members(value, "statuses"):
        contact = _contact_for(value, text_of(status, "recipient_id"), text_of(status, "recipient_user_id"))
        raw = orjson.dumps({"metadata": metadata, "contact": contact, "status": status})
        yield _status(account, status, contact, raw)


def _message(account: str, metadata: Json, message: Json, contact: Json, raw: bytes) -> Item | Rejected:
    identity = text_of(message, "id")
    sender = sender_of(message, contact)
    if not account or identity is None or len(identity) > _LONGEST_ID:
        return Rejected(account, "no-id", raw)
    if not sender.key:
        return Rejected(account, "no-sender", raw)
    if sender.phone and sender.phone == phone_of(text_of(metadata, "display_phone_number")):
        return Rejected(account, "from-ourselves", raw)
    pace = _PACES.get(text_of(message, "type") or "", Pace.WORDS)
    return Item(account, identity, sender, raw, pace)


_PACES = {
    "image": Pace.PHOTO,
    "interactive": Pace.TAP,
    "button": Pace.TAP,
    "location": Pace.TAP,
    "contacts": Pace.TAP,
}
"""Who has tapped something waits for the answer; who writes or sends photos may have more to say."""


def _status(account: str, status: Json, contact: Json, raw: bytes) -> Item | Rejected:
    identity, state = text_of(status, "id"), text_of(status, "status")
    sender = recipient_of(status, contact)
    if not account or identity is None or state is None or len(identity) + len(state) > _LONGEST_ID:
        return Rejected(account, "no-id", raw)
    if not sender.key:
        return Rejected(account, "no-recipient", raw)
    return Item(account, status_id(identity, state), sender, raw, Pace.STATUS)


def status_id(message: str, state: str) -> str:
    """The one id of a message's arrival in one state: a status has none of its own."""
    return f"{message}#{state}"


def sender_of(message: Json, contact: Json) -> Sender:
    """Who wrote: a BSUID always since 2026, a phone number only for some."""
    profile = member(contact, "profile")
    return Sender(
        bsuid=_bsuid(text_of(message, "from_user_id") or text_of(contact, "user_id")),
        phone=phone_of(text_of(message, "from") or text_of(contact, "wa_id")),
        username=text_of(profile, "username"),
        profile_name=text_of(profile, "name"),
    )


def recipient_of(status: Json, contact: Json) -> Sender:
    """To whom our message went. A failed one comes without contact: our own note on it still knows her."""
    noted = (text_of(status, "biz_opaque_callback_data") or "").partition("/")[2]
    return Sender(
        bsuid=_bsuid(text_of(status, "recipient_user_id") or text_of(contact, "user_id") or noted),
        phone=phone_of(text_of(status, "recipient_id") or text_of(contact, "wa_id")),
    )


def phone_of(digits: str | None) -> str | None:
    """E.164 of what WhatsApp writes without its plus; None for anything that is no number."""
    bare = (digits or "").removeprefix("+")
    return f"+{bare}" if re.fullmatch(r"[1-9][0-9]{6,14}", bare) else None


def _bsuid(text: str | None) -> str | None:
    return text if text and _BSUID.fullmatch(text) else None


def _contact_for(value: Json, phone: str | None, bsuid: str | None) -> Json:
    contacts = members(value, "contacts")
    for contact in contacts:
        if (bsuid and member(contact, "user_id") == bsuid) or (phone and member(contact, "wa_id") == phone):
            return contact
    return contacts[0] if len(contacts) == 1 and not (phone and bsuid) else None
