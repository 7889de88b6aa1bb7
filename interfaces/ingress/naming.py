"""Whose lane an item goes to: the customer whom WhatsApp's names of its sender stand for.

A customer may be known by her number first, by WhatsApp's own id later, and by both in one message. The names
that come together are one person's from then on, also where they come apart again.
"""

from collections.abc import Sequence
from typing import Any

from psycopg import Connection

from application.inbound import Sender, name_of
from domain.identity import BoutiqueId, CustomerId
from interfaces.ingress.delivery import Item
from interfaces.ingress.statements import MOVED, NAMED

Names = tuple[CustomerId | None, CustomerId | None]
"""What stands for WhatsApp's own id and for the number."""


def lanes_of(
    conn: Connection[Any], secret: bytes, boutique: BoutiqueId, items: Sequence[Item]
) -> list[CustomerId]:
    """Each item's customer, in their order; what is new of the names is kept in this transaction."""
    named = [_names(secret, boutique, item.channel, item.sender) for item in items]
    known = list(dict.fromkeys(named))
    bsuids, phones = zip(*known, strict=True)
    told = {"boutique": boutique, "bsuids": list(bsuids), "phones": list(phones)}
    found = conn.execute(NAMED, told, prepare=True).fetchall()
    customers = {names: CustomerId(row[0]) for names, row in zip(known, found, strict=True)}
    lanes = [customers[names] for names in named]
    for item, hers in zip(items, lanes, strict=True):
        if item.moved_to:
            bsuid, phone = _names(secret, boutique, item.channel, item.moved_to)
            conn.execute(MOVED, {"boutique": boutique, "hers": hers, "bsuid": bsuid, "phone": phone})
    return lanes


def records_of(secret: bytes, boutique: BoutiqueId, channel: str, sender: Sender) -> Sequence[CustomerId]:
    """The records under which each of a sender's names alone may be known."""
    return tuple(name for name in _names(secret, boutique, channel, sender) if name)


def _names(secret: bytes, boutique: BoutiqueId, channel: str, sender: Sender) -> Names:
    bsuid = name_of(secret, boutique, channel, sender.bsuid) if sender.bsuid else None
    phone = name_of(secret, boutique, channel, sender.phone) if sender.phone else None
    return bsuid, phone
