"""The office: where an owner describes her shop, gives it a voice, and hears it before anybody else does."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from application.commands import Command, PublishVoice
from application.execute import Shop
from application.ports import FactLog
from application.rehearsing import Rehearsal
from domain.boutique.boutique import Boutique
from domain.boutique.events import VoicePublished
from domain.conversation.reply import Reply
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, PersonId, stream_of
from domain.subscription.subscription import Subscription
from interfaces.http.owning import Spoken


@dataclass(frozen=True, slots=True)
class ShopOffice:
    """Office over the boutique's own facts."""

    commands: Shop
    log: FactLog
    rehearsal: Rehearsal

    def shop(self, boutique: BoutiqueId) -> Boutique:
        """The shop as it stands."""
        return self.commands.open(boutique, boutique).get(Boutique, boutique)

    def subscription(self, boutique: BoutiqueId) -> Subscription:
        """What it pays for Dukani."""
        return self.commands.open(boutique, boutique).get(Subscription, boutique)

    def voices(self, boutique: BoutiqueId) -> Sequence[Spoken]:
        """Every version of how the agent spoke, the newest first."""
        told = self.log.read(stream_of(boutique, Boutique.KIND, boutique))
        spoken = [Spoken(each.fact, each.at) for each in told if isinstance(each.fact, VoicePublished)]
        return spoken[::-1]

    def decide(self, boutique: BoutiqueId, by: PersonId | None, asked: Command, command: UUID) -> None:
        """Carry out what she decided. Raises: a Refusal."""
        self.commands.do(boutique, Cause(Actor.OWNER, command, by or boutique), asked)

    def rehearse(self, boutique: BoutiqueId, voice: PublishVoice, lines: Sequence[str]) -> Sequence[Reply]:
        """What the agent would answer, in this voice. Raises: a Refusal where such a voice cannot be."""
        return self.rehearsal.play(boutique, voice, lines)
