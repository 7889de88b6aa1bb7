"""Phone numbers and M-Pesa receipts in a message."""

import re
from typing import Final, NamedTuple

import phonenumbers
from phonenumbers import PhoneNumberType

_CANDIDATE: Final = re.compile(r"(?<![\w.])\+?\(?\d[\d ().\-]{6,18}\d(?!\w)")
_MOBILE: Final = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE})
_RECEIPT: Final = re.compile(
    r"\b(?=[A-Z0-9]*[0-9][A-Z0-9]*[0-9A-Z])(?=[A-Z0-9]*[A-Z]{2})[A-Z][A-L][A-Z0-9]{8}\b"
)
_SMS: Final = re.compile(r"\bconfirmed\b.{0,40}\bksh", re.IGNORECASE)


class PhoneFound(NamedTuple):
    """A phone number in E.164 and the characters it took."""

    e164: str
    start: int
    end: int


def phone_in(text: str, region: str = "KE") -> PhoneFound | None:
    """The first mobile number in a text, Kenyan if it does not say otherwise.

    Example: phone_in("call 0712 345 678").e164 == "+254712345678".
    """
    for candidate in _CANDIDATE.finditer(text):
        if number := _mobile(candidate.group(), region):
            return PhoneFound(number, candidate.start(), candidate.end())
    return None


def receipt_in(text: str) -> str | None:
    """The code of an M-Pesa receipt, as pasted; a claim only, never a proof.

    Shape: ten capitals and digits, a letter for the year and one of A to L for the month first.

    Example: receipt_in("QFT3X1AB9Z Confirmed. Ksh2,500.00 sent to ...") == "QFT3X1AB9Z".
    """
    for code in _RECEIPT.findall(text):
        if sum(c.isdigit() for c in code) >= 2:
            return str(code)
    return None


def is_payment_sms(text: str) -> bool:
    """Whether a text looks like the message that M-Pesa sends after a payment."""
    return bool(_SMS.search(text))


def _mobile(written: str, region: str) -> str | None:
    digits = re.sub(r"\D", "", written)
    # Nobody writes the plus of 254...; without it libphonenumber would read a local number.
    wanted = f"+{digits}" if digits.startswith("254") and not written.startswith("+") else written
    try:
        number = phonenumbers.parse(wanted, region)
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.number_type(number) not in _MOBILE:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
