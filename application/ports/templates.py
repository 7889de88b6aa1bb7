"""Templates that WhatsApp has approved: the only words that reach who has been silent for a day."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from application.ports.channel import Recipient

GAP: Final = re.compile(r"\{\{\s*([A-Za-z0-9_.]+)\s*\}\}")
"""A gap in a template's words, by its name: a number, or a word."""


@dataclass(frozen=True, slots=True)
class Template:
    """An approved text with gaps such as `{{1}}` or `{{name}}`, in one language.

    Shape: `key` is what its channel sends it by; the gaps of a heading are called `header.1`, so that they
    are none of the body's. `category` is WhatsApp's word for what it is for, in small letters. `examples` are
    those that were approved with it.
    """

    key: str
    name: str
    language: str
    category: str
    body: str
    header: str = ""
    footer: str = ""
    examples: Mapping[str, str] = field(default_factory=dict)

    @property
    def gaps(self) -> tuple[str, ...]:
        """The names of its gaps, each once, in the order in which they are read."""
        return tuple(dict.fromkeys(GAP.findall(f"{self.header}\n{self.body}")))


class Templates(Protocol):
    """The lists that channels keep for their accounts."""

    def approved(self, sender: Recipient) -> Sequence[Template]:
        """Those that may go from this number now, and that need nothing but words in their gaps.

        Raises: NeighbourFailed; its code is `no-list` where the account does not say whose list it is.
        """
        ...
