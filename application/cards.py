"""A contact card that comes as a file: the number on it."""

import re
from dataclasses import replace
from typing import Final

from application.inbound import Inbound, phone_of
from application.ports import Messenger, NeighbourFailed
from domain.conversation.events import MessageKind

_LARGEST: Final = 64 * 1024
_TEL: Final = re.compile(r"^(?:item\d+\.)?TEL([^:\r\n]*):([^\r\n]*)", re.MULTILINE | re.IGNORECASE)
_WHATSAPP: Final = re.compile(r";waid=(\d+)", re.IGNORECASE)


def with_card_read(message: Inbound, messenger: Messenger) -> Inbound:
    """The message with the number on its card; as it is where it has none, or the card cannot be had."""
    if message.kind is not MessageKind.CONTACT or message.media is None:
        return message
    try:
        card = messenger.fetch_media(message.media)
    except NeighbourFailed:
        return message
    return replace(message, contact_phone=phone_on(card))


def phone_on(card: bytes) -> str | None:
    """The first number on a vCard, by WhatsApp's own note of it where there is one."""
    text = card[:_LARGEST].decode("utf-8", "replace")
    for about, told in _TEL.findall(text):
        noted = _WHATSAPP.search(about)
        digits = noted.group(1) if noted else "".join(sign for sign in told if sign in "+0123456789")
        if phone := phone_of(digits):
            return phone
    return None
