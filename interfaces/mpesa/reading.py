"""How a body of Safaricom's is read: strictly where money is named, leniently where words are."""

import json
import re
from decimal import Decimal
from typing import Any, Final, Never

from domain.money import Money
from interfaces.callbacks import CallbackUnreadable

_RECEIPT: Final = re.compile(r"[A-Z0-9]{10}")
_CODE: Final = re.compile(r"[A-Za-z0-9_.]{1,40}")
_WRITTEN: Final = re.compile(r"[0-9]{1,11}(\.[0-9]{1,2})?")
_MOST_CENTS: Final = 100_000_000 * 100


def object_in(raw: bytes, *names: str) -> dict[str, Any]:
    """The object at this path of the body. Raises: CallbackUnreadable."""
    try:
        found = json.loads(raw.decode("utf-8"), parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError) as broken:
        raise CallbackUnreadable("no JSON") from broken
    for name in names:
        found = found.get(name) if isinstance(found, dict) else None
    if not isinstance(found, dict):
        raise CallbackUnreadable(f"no {names[-1]}" if names else "no object")
    return found


def code_of(told: object) -> str:
    """A result code, as text. Raises: CallbackUnreadable."""
    if isinstance(told, bool) or not isinstance(told, int | str) or not _CODE.fullmatch(str(told)):
        raise CallbackUnreadable("no ResultCode")
    return str(told)


def receipt_in(told: object) -> str | None:
    """A receipt; None where none is told. Raises: CallbackUnreadable for what is no receipt."""
    if told is None:
        return None
    if not isinstance(told, str) or not _RECEIPT.fullmatch(told):
        raise CallbackUnreadable("not a receipt")
    return told


def amount_in(told: object) -> Money | None:
    """An amount; None where none is told.

    Raises: CallbackUnreadable unless it is an exact positive number of cents.
    """
    if told is None:
        return None
    if isinstance(told, bool) or not isinstance(told, int | Decimal):
        raise CallbackUnreadable("not an amount")
    exponent = told.as_tuple().exponent if isinstance(told, Decimal) else 0
    if not isinstance(exponent, int) or abs(exponent) > 20 or not 0 < told < _MOST_CENTS:
        raise CallbackUnreadable("not an amount")
    cents = Decimal(told) * 100
    if cents != int(cents):
        raise CallbackUnreadable("not an exact amount")
    return Money(cents=int(cents))


def words_in(told: object) -> str | None:
    """Words, cut short, that every store can hold; None for anything else."""
    return (
        told.replace("\x00", "\ufffd").encode("utf-8", "replace").decode()[:200]
        if isinstance(told, str)
        else None
    )


def _refuse(constant: str) -> Never:
    raise ValueError(constant)


def written_amount(told: object) -> Money:
    """An amount that is written as text or number, such as "10.00". Raises: CallbackUnreadable."""
    if isinstance(told, str) and _WRITTEN.fullmatch(told):
        told = Decimal(told)
    amount = amount_in(told)
    if amount is None:
        raise CallbackUnreadable("no amount")
    return amount
