"""What is personal, masked for who only reads: enough to tell customers apart, too little to call them."""

import re
from typing import Final

from domain.staff.events import Role

HIDDEN: Final = "•••"
_WITH_COUNTRY: Final = 9


def masked(phone: str) -> str:
    """A number's ends. Example: "+254712345318" is "+254 7•• ••• 318"; what is no number is hidden whole."""
    digits = re.sub(r"\D", "", phone)
    if len(digits) < _WITH_COUNTRY:
        return HIDDEN
    ours = 3 if digits.startswith("254") else max(1, len(digits) - _WITH_COUNTRY)
    return f"+{digits[:ours]} {digits[ours : ours + 1]}•• ••• {digits[-3:]}"


def initials(name: str) -> str:
    """A name's first letters. Example: "Wanjiku Njeri" is "W••• N•••"."""
    return " ".join(f"{word[0]}{HIDDEN}" for word in name.split()) or HIDDEN


def reveals(role: Role) -> bool:
    """Whether the role needs names, numbers, words and places, to bring customers what they ordered."""
    return role is not Role.AUDITOR
