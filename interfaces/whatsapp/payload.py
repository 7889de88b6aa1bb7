"""Meta's webhook bodies, taken apart: one item for every message and every status, whatever stands beside it.

Meta batches up to 1,000 updates of many numbers in one body. A bad one is set aside; the others go on.
"""

from collections.abc import Iterator

import orjson

from application.inbound import Sender, bsuid_of, phone_of
from domain.channel import Channel
from interfaces.ingress.delivery import Delivery, Item, Pace, Rejected, status_id
from interfaces.whatsapp.json_text import Json, member, members, read_json, text_of

CHANNEL = Channel.CLOUD_API
MOVES = ("user_changed_number", "user_changed_user_id")
_LONGEST_ID = 512


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
            if member(change, "field") in ("messages", "smb_message_echoes"):
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

    for echo in members(value, "message_echoes"):
        contact = _contact_for(value, text_of(echo, "to"), text_of(echo, "to_user_id"))
        raw = orjson.dumps({"metadata": metadata, "contact": contact, "echo": echo})
        yield _echo(account, echo, contact, raw)


def _echo(account: str, echo: Json, contact: Json, raw: bytes) -> Item | Rejected:
    """What the owner wrote on her own phone: it waits for nothing and makes nobody wait."""
    identity, to = text_of(echo, "id"), addressee_of(echo, contact)
    if not account or identity is None or len(identity) > _LONGEST_ID:
        return Rejected(account, "no-id", raw)
    if not to.key:
        return Rejected(account, "no-recipient", raw)
    return Item(account, identity, to, raw, Pace.STATUS)


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
    return Item(account, identity, sender, raw, pace, moved_to=moved_in(member(message, "system")))


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


def sender_of(message: Json, contact: Json) -> Sender:
    """Who wrote: a BSUID always since 2026, a phone number only for some."""
    profile = member(contact, "profile")
    return Sender(
        bsuid=bsuid_of(text_of(message, "from_user_id") or text_of(contact, "user_id")),
        phone=phone_of(text_of(message, "from") or text_of(contact, "wa_id")),
        username=text_of(profile, "username"),
        profile_name=text_of(profile, "name"),
    )


def moved_in(notice: Json) -> Sender | None:
    """How she is reached from now on, in WhatsApp's own notice that her number or her id has changed."""
    phone, bsuid = phone_of(text_of(notice, "wa_id")), bsuid_of(text_of(notice, "user_id"))
    return Sender(bsuid, phone) if text_of(notice, "type") in MOVES and (phone or bsuid) else None


def addressee_of(echo: Json, contact: Json) -> Sender:
    """To whom the owner wrote."""
    return Sender(
        bsuid=bsuid_of(text_of(echo, "to_user_id") or text_of(contact, "user_id")),
        phone=phone_of(text_of(echo, "to") or text_of(contact, "wa_id")),
    )


def recipient_of(status: Json, contact: Json) -> Sender:
    """To whom our message went. A failed one comes without contact: our own note on it still knows her."""
    noted = (text_of(status, "biz_opaque_callback_data") or "").partition("/")[2]
    return Sender(
        bsuid=bsuid_of(text_of(status, "recipient_user_id") or text_of(contact, "user_id") or noted),
        phone=phone_of(text_of(status, "recipient_id") or text_of(contact, "wa_id")),
    )


def _contact_for(value: Json, phone: str | None, bsuid: str | None) -> Json:
    contacts = members(value, "contacts")
    for contact in contacts:
        if (bsuid and member(contact, "user_id") == bsuid) or (phone and member(contact, "wa_id") == phone):
            return contact
    return contacts[0] if len(contacts) == 1 and not (phone and bsuid) else None
