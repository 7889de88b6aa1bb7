"""Ways out of the chat: links, phone numbers, and accounts that take money.

Only the shop's own and the customer's own are ever sent. A listing may be copied from anywhere, and a model
may repeat it; neither may lead a customer's money or trust to a stranger.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from application.agent.state import Turn
from domain.conversation.reply import Reply

CUT: Final = "…"
"""What stands where a stranger's pointer stood."""

_LINK: Final = re.compile(
    r"(?:https?://|www\.)[^\s)]+"
    r"|[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|(?<![\w.])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:/[^\s)]*)?",
    re.IGNORECASE,
)
_ACCOUNT: Final = re.compile(
    r"\b(?:pay ?bill|till|buy ?goods|lipa na m-?pesa|pochi|send money|tuma pesa)\b[^\n\d]{0,25}"
    r"(?P<number>\d[\d \-]{2,}\d)",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"(?<![\d,])\+?\d(?:[ \t().\-_/*]{0,3}\d){8,}")
_KEYCAP: Final = "\ufe0f\u20e3"
_SAME_PHONE: Final = 9
"""0712 345 678 and +254712345678 end alike."""


def only_own(reply: Reply, turn: Turn) -> Reply:
    """The reply without links, phone numbers and accounts that are neither the shop's nor hers.

    Example: "Red dress, call 0799 999 999" is sent as "Red dress, call …".
    """
    own = _stated_in(_trusted(turn))

    def cleared(text: str) -> str:
        return cut_strangers(text, own)

    return reply.model_copy(
        update={
            "text": cleared(reply.text),
            "pictures": tuple(p.model_copy(update={"caption": cleared(p.caption)}) for p in reply.pictures),
            "buttons": tuple(b.model_copy(update={"title": cleared(b.title)}) for b in reply.buttons),
            "rows": tuple(
                r.model_copy(update={"title": cleared(r.title), "description": cleared(r.description)})
                for r in reply.rows
            ),
        }
    )


def cut_strangers(text: str, own: frozenset[str]) -> str:
    """The text with every pointer cut that is not among one's `own`. A text without any stays as it is."""
    plain = _plain(text)
    if all(_name(match) in own for match in _pointers(plain)):
        return text
    for pattern in (_LINK, _ACCOUNT, _NUMBER):
        plain = pattern.sub(lambda match: match.group() if _name(match) in own else CUT, plain)
    return plain


def _trusted(turn: Turn) -> Iterator[str]:
    """What the owner states of her shop and parcels, and what the customer told of herself."""
    shop, person, said, order = turn.boutique, turn.person, turn.understanding, turn.order
    yield from (shop.name, shop.street, shop.town, shop.hours, shop.return_policy)
    yield from (shop.voice.greeting_en, shop.voice.greeting_sw) if shop.voice else ()
    yield from (number.display_number for number in shop.whatsapp)
    yield f"paybill {shop.payee.shortcode}" if shop.payee else ""
    yield from filter(None, (person.name, person.phone, person.paying_number, said.phone, said.address))
    yield person.address.words if person.address else ""
    for message in turn.messages:
        yield message.contact_phone or ""
        yield from filter(None, (message.place.name, message.place.address) if message.place else ())
    yield turn.notice.detail if turn.notice else ""
    parcel = order.courier if order else None
    yield from filter(None, (parcel.courier, parcel.tracking, parcel.link)) if parcel else ()


def _stated_in(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(_name(match) for text in texts for match in _pointers(_plain(text)))


def _pointers(plain: str) -> Iterator[re.Match[str]]:
    for pattern in (_LINK, _ACCOUNT, _NUMBER):
        yield from pattern.finditer(plain)


def _name(match: re.Match[str]) -> str:
    """What a pointer leads to, however it is written."""
    number = match.groupdict().get("number") or (match.group() if match.re is _NUMBER else None)
    if number is None:
        return match.group().casefold().rstrip(".,;:!?)")
    digits = re.sub(r"\D", "", number)
    return digits[-_SAME_PHONE:]


def _plain(text: str) -> str:
    """The text in which no look-alike and no invisible sign hides a digit or a letter; of the same words."""
    return "".join(map(_plain_sign, text))


def _plain_sign(sign: str) -> str:
    if sign.isascii():
        return sign
    if unicodedata.category(sign) == "Cf" or sign in _KEYCAP:
        return ""
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    usual = unicodedata.normalize("NFKC", sign)
    return usual if len(usual) == 1 and usual.isascii() else sign
