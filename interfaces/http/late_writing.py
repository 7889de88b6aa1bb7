"""Writing to who has been silent for a day, as the dashboard's API needs it."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from application.ports import Recipient
from application.ports.templates import Template
from domain.conversation.reply import Reply
from domain.identity import BoutiqueId, CustomerId


class TemplateState(StrEnum):
    """Whether there are templates to choose from, or what keeps them away."""

    READY = "ready"
    NONE = "none"
    """Not one is approved yet that needs words alone."""
    NO_LIST = "no-list"
    """The connection does not say whose list of templates it is."""
    REFUSED = "refused"
    """WhatsApp does not take our token."""
    AWAY = "away"


class OfferedTemplates(NamedTuple):
    """What may be chosen."""

    state: TemplateState
    templates: Sequence[Template]


class TemplatesAway(Exception):  # noqa: N818
    """The list of templates cannot be had; its words are the state."""


class LateWriting(Protocol):
    """Words and templates outside the 24 hours."""

    def suggestions(self, boutique: BoutiqueId, customer: CustomerId, through: Recipient) -> list[str] | None:
        """Words in her language to send by a template; None where the boutique has none."""
        ...

    def templates(self, boutique: BoutiqueId, customer: CustomerId, through: Recipient) -> OfferedTemplates:
        """Those that she may get, or why there are none to choose from."""
        ...

    def words(
        self,
        boutique: BoutiqueId,
        customer: CustomerId,
        through: Recipient,
        key: str,
        values: Mapping[str, str],
    ) -> Reply:
        """An approved template with its gaps filled. Raises: Refusal, TemplatesAway."""
        ...
