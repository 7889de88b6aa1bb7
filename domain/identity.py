"""Ids: who and what is meant, and how ids follow from what caused them."""

from functools import lru_cache
from typing import Final, NewType
from uuid import UUID, uuid5

BoutiqueId = NewType("BoutiqueId", UUID)
ProductId = NewType("ProductId", UUID)
VariantId = NewType("VariantId", UUID)
CustomerId = NewType("CustomerId", UUID)
ConversationId = NewType("ConversationId", UUID)
CartId = NewType("CartId", UUID)
OrderId = NewType("OrderId", UUID)
PaymentId = NewType("PaymentId", UUID)
DepositId = NewType("DepositId", UUID)
PersonId = NewType("PersonId", UUID)
"""Somebody who signs in: an owner, her staff or an auditor; the same in every boutique."""

MessageId = NewType("MessageId", UUID)
"""Our own id of one inbound message, derived from the provider's."""

StreamId = NewType("StreamId", str)
"""`<boutique>/<kind>/<id>`: the history of one aggregate."""


def stream_of(boutique: BoutiqueId, kind: str, identity: UUID) -> StreamId:
    """The stream in which this aggregate's facts stand."""
    return StreamId(f"{boutique}/{kind}/{identity}")


def boutique_of(stream: str) -> BoutiqueId:
    """The boutique whose stream this is."""
    return BoutiqueId(UUID(stream.split("/", 1)[0]))


def kind_of(stream: str) -> str:
    """The kind of aggregate whose stream this is."""
    return stream.split("/", 2)[1]


@lru_cache(maxsize=10_000)
def subject_of(stream: str) -> UUID:
    """The id of the aggregate whose stream this is."""
    return UUID(stream.rsplit("/", 1)[1])


def derive(cause: UUID, *parts: str | int | UUID) -> UUID:
    """The id that follows from a cause, the same however often the cause is handled.

    Example: derive(message_id, "order") names the one order that this message can place.
    """
    return uuid5(cause, "/".join(str(part) for part in parts))


_SPOKEN: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def spoken(identity: UUID, letters: int = 6) -> str:
    """A short code of an id that can be said on the phone: no 0 or O, no 1 or I."""
    rest, code = identity.int, ""
    for _ in range(letters):
        rest, digit = divmod(rest, len(_SPOKEN))
        code += _SPOKEN[digit]
    return code


def deposit_of(boutique: BoutiqueId, provider: str, receipt: str) -> DepositId:
    """The one deposit that a receipt of a provider is, in this boutique."""
    return DepositId(derive(boutique, "deposit", provider, receipt))
