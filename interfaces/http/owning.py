"""What the dashboard's routes ask of the house about the shop itself, in its own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from application.commands import Command, PublishVoice
from domain.boutique.boutique import Boutique
from domain.boutique.events import VoicePublished
from domain.conversation.reply import Reply
from domain.identity import BoutiqueId, PersonId
from domain.subscription.subscription import Subscription


@dataclass(frozen=True, slots=True)
class Spoken:
    """One version of the agent's voice, and since when."""

    voice: VoicePublished
    at: datetime


class Office(Protocol):
    """Where an owner decides about her shop. Raises: a Refusal of the boutique's rules."""

    def shop(self, boutique: BoutiqueId) -> Boutique:
        """The shop as it stands, by the facts themselves: rows may be late."""
        ...

    def subscription(self, boutique: BoutiqueId) -> Subscription:
        """What it pays for Dukani, by the facts themselves."""
        ...

    def voices(self, boutique: BoutiqueId) -> Sequence[Spoken]:
        """Every version of how the agent spoke, the newest first."""
        ...

    def decide(self, boutique: BoutiqueId, by: PersonId | None, asked: Command, command: UUID) -> None:
        """Carry out what she decided."""
        ...

    def rehearse(self, boutique: BoutiqueId, voice: PublishVoice, lines: Sequence[str]) -> Sequence[Reply]:
        """What the agent would answer to each of these lines, in this voice; nothing comes of it."""
        ...
