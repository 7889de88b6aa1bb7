"""Twilio's webhook bodies: one form tells of one message, or of what became of one of ours.

Shape: an inbox row of Twilio is the form as it came, and after it what only our own address of the callback
knew (`_ours`). Fields that we do not know are kept and change nothing; of a repeated one the last counts.
Source: Twilio's reference for incoming messages and status callbacks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from application.inbound import Sender, bsuid_of, phone_of
from domain.channel import Channel
from interfaces.ingress.delivery import Delivery, Item, Pace, Rejected, status_id
from interfaces.ingress.strangers import clean_text
from interfaces.twilio.accounts import account_of

CHANNEL = Channel.TWILIO
MOST_FIELDS = 500
MOST_MEDIA = 10
_SID = re.compile(r"[A-Z]{2}[0-9a-fA-F]{32}")
_PREFIX = "whatsapp:"
_OURS = "_ours"


class NotAForm(ValueError):  # noqa: N818
    """The bytes are no form."""


@dataclass(frozen=True, slots=True)
class Note:
    """What we wrote into a callback's address: which reply it is about, and to whom that went.

    Shape: `part` is its number where further messages of the same reply follow, so that it is not the whole.
    """

    reply: UUID
    bsuid: str | None
    part: int = 0


def parameters_of(body: bytes) -> tuple[tuple[str, str], ...]:
    """All fields in their order, empty and repeated ones too, untouched as the signature needs them.

    Raises: NotAForm.
    """
    try:
        text = body.decode("utf-8", "surrogateescape")
        pairs = parse_qsl(text, keep_blank_values=True, errors="surrogateescape", max_num_fields=MOST_FIELDS)
    except ValueError as broken:
        raise NotAForm(str(broken)) from broken
    return tuple(pairs)


def fields_of(body: bytes) -> Mapping[str, str]:
    """The fields by name, their texts harmless. Raises: NotAForm."""
    return {name: clean_text(_readable(value)) for name, value in parameters_of(body)}


def account_in(fields: Mapping[str, str]) -> str:
    """The account that a form speaks of: Twilio's account and our number in it; empty where it names none."""
    sid, ours = fields.get("AccountSid", ""), fields.get("From" if is_status(fields) else "To", "")
    number = phone_of(ours.removeprefix(_PREFIX))
    return account_of(sid, number) if _SID.fullmatch(sid) and number else ""


def is_status(fields: Mapping[str, str]) -> bool:
    """Whether the form tells what became of a message of ours."""
    return "MessageStatus" in fields


def read_delivery(body: bytes, note: Note | None = None) -> Delivery:
    """The items of one form: a message with several pictures is as many messages. Raises: NotAForm."""
    fields = fields_of(body)
    account, sid = account_in(fields), fields.get("MessageSid", "")
    if not account or not _SID.fullmatch(sid):
        return Delivery((), (Rejected(account, "no-id", body, CHANNEL),))
    if is_status(fields):
        return _status(account, sid, fields, body, note)
    return _messages(account, sid, fields, body)


def sender_of(fields: Mapping[str, str]) -> Sender:
    """Who wrote: by number, by WhatsApp's own id, or both."""
    told = fields.get("From", "").removeprefix(_PREFIX)
    outside = fields.get("ExternalUserId", "").removeprefix(_PREFIX)
    return Sender(
        bsuid=bsuid_of(outside) or bsuid_of(told),
        phone=phone_of(told) or phone_of(fields.get("WaId")),
        profile_name=fields.get("ProfileName") or None,
    )


def recipient_of(fields: Mapping[str, str], note: Note | None) -> Sender:
    """To whom our message went. A callback may mask or leave out her id: our own note still knows her."""
    told = fields.get("To", "").removeprefix(_PREFIX)
    return Sender(bsuid=(note.bsuid if note else None) or bsuid_of(told), phone=phone_of(told))


def note_in(fields: Mapping[str, str]) -> Note | None:
    """The note that was kept with a status."""
    reply, _, rest = fields.get(_OURS, "").partition("/")
    bsuid, _, more = rest.partition("/")
    return Note(UUID(reply), bsuid or None, int(more or 0)) if reply else None


def pictures_in(fields: Mapping[str, str]) -> tuple[int, ...]:
    """Which of the announced pictures have an address."""
    told = fields.get("NumMedia", "0")
    count = min(int(told), MOST_MEDIA) if re.fullmatch(r"[0-9]{1,3}", told) else 0
    return tuple(n for n in range(count) if fields.get(f"MediaUrl{n}"))


def place_in_album(fields: Mapping[str, str]) -> int:
    """Which of a message's pictures this row is about."""
    told = fields.get(_OURS, "0")
    return int(told) if told.isdigit() else 0


def part_id(sid: str, place: int) -> str:
    """The id of one picture's message. Example: part_id("MM1", 0) is "MM1", part_id("MM1", 2) "MM1/2"."""
    return f"{sid}/{place}" if place else sid


def _messages(account: str, sid: str, fields: Mapping[str, str], body: bytes) -> Delivery:
    sender = sender_of(fields)
    if not sender.key:
        return Delivery((), (Rejected(account, "no-sender", body, CHANNEL),))
    if sender.phone and sender.phone == account.partition(":")[2]:
        return Delivery((), (Rejected(account, "from-ourselves", body, CHANNEL),))
    pace = _pace_of(fields)
    return Delivery(
        tuple(
            Item(account, part_id(sid, n), sender, _kept(body, str(n) if n else ""), pace, CHANNEL)
            for n in pictures_in(fields) or (0,)
        )
    )


def _status(account: str, sid: str, fields: Mapping[str, str], body: bytes, note: Note | None) -> Delivery:
    to, state = recipient_of(fields, note), fields["MessageStatus"][:40]
    if not to.key:
        return Delivery((), (Rejected(account, "no-recipient", body, CHANNEL),))
    ours = f"{note.reply}/{note.bsuid or ''}/{note.part}" if note else ""
    kept = _kept(body, ours)
    return Delivery((Item(account, status_id(sid, state), to, kept, Pace.STATUS, CHANNEL),))


def _kept(body: bytes, ours: str) -> bytes:
    """The form as it came; the last field is ours, whatever the body says, because the last one counts."""
    return body + b"&" + urlencode({_OURS: ours}).encode()


def _pace_of(fields: Mapping[str, str]) -> Pace:
    if pictures_in(fields):
        return Pace.PHOTO
    tapped = fields.keys() & {"ButtonPayload", "ListId", "Latitude"}
    return Pace.TAP if tapped else Pace.WORDS


def _readable(text: str) -> str:
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
