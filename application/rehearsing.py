"""Rehearsing: a chat with the agent on the boutique's own catalogue, of which nothing stays.

The same turns are played as for a customer, before a log and a vault that are gone when it ends: no fact, no
key of a person, no message and no prompt comes of it. The offline brain thinks, so that it costs nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from application.commands import PublishVoice
from application.conversing import Conversing
from application.execute import Shop
from application.inbound import Inbound, InboxItem, Sender, customer_of, message_id_of
from application.ports import (
    Brain,
    Brains,
    Capabilities,
    Clock,
    FactLog,
    MediaRef,
    NeighbourFailed,
    Outgoing,
    Pictures,
    Recipient,
    Shelf,
    Thinker,
    Vault,
)
from application.unit import Units
from domain.boutique.events import BrainChosen
from domain.channel import Channel
from domain.conversation.events import MessageKind, ReplyComposed
from domain.conversation.reply import Reply
from domain.fact import Actor, Cause, Fact, Recorded
from domain.identity import BoutiqueId, CustomerId, StreamId, derive
from domain.sealed import Sealed

ACCOUNT: Final = "rehearsal"
NOBODY: Final = Sender(bsuid=None, phone="+254700000000")


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Plays a customer's lines before the agent."""

    log: FactLog
    vault: Vault
    clock: Clock
    brains: Brains
    shelf: Shelf
    pictures: Pictures

    def play(self, boutique: BoutiqueId, voice: PublishVoice, lines: Sequence[str]) -> Sequence[Reply]:
        """The agent's answers to these lines, spoken in this voice.

        Raises: a Refusal where such a voice cannot be.
        """
        log, vault, stage = _Scratch(self.log), _Seals(self.vault), _Stage()
        units = Units(log, vault, self.clock)
        Shop(units, self.clock).do(boutique, Cause(Actor.OWNER, derive(boutique, ACCOUNT), boutique), voice)
        brains = _OfflineOnly(self.brains)
        conversing = Conversing(units, stage, stage, self.pictures, brains, self.shelf)
        customer = customer_of(b"", boutique, ACCOUNT, NOBODY)
        for number, line in enumerate(lines):
            stage.says(_message(number, line, self.clock))
            conversing.turn(boutique, customer)
        composed = [each.fact.body for each in log.told if isinstance(each.fact, ReplyComposed)]
        return [Reply.model_validate_json(vault.open(boutique, body) or "") for body in composed]


def _message(number: int, line: str, clock: Clock) -> Inbound:
    name = f"rehearsal-{number}"
    return Inbound(
        message=message_id_of(Channel.CLOUD_API, ACCOUNT, name),
        provider_id=name,
        channel=Channel.CLOUD_API,
        account=ACCOUNT,
        sender=NOBODY,
        kind=MessageKind.TEXT,
        sent_at=clock.now(),
        text=line,
    )


@dataclass(slots=True)
class _Scratch:
    """The log as it stands, and in memory what the rehearsal tells."""

    kept: FactLog
    told: list[Recorded[Fact]] = field(default_factory=list)

    def read(self, stream: StreamId) -> Sequence[Recorded[Fact]]:
        return (*self.kept.read(stream), *(each for each in self.told if each.originator_id == stream))

    def append(self, facts: Sequence[Recorded[Fact]]) -> None:
        self.told += facts


@dataclass(slots=True)
class _Seals:
    """What was sealed before can be read; what the rehearsal seals is in memory, under no key."""

    kept: Vault
    boxes: list[str] = field(default_factory=list)

    def seal(self, boutique: BoutiqueId, subject: UUID, text: str) -> Sealed:
        self.boxes.append(text)
        return Sealed(subject=subject, box=f"rehearsal-{len(self.boxes) - 1}")

    def open(self, boutique: BoutiqueId, sealed: Sealed) -> str | None:
        own = sealed.box.removeprefix("rehearsal-")
        return self.boxes[int(own)] if own != sealed.box else self.kept.open(boutique, sealed)

    def open_all(self, boutique: BoutiqueId, sealed: Sequence[Sealed]) -> Sequence[str | None]:
        return [self.open(boutique, each) for each in sealed]

    def destroy(self, boutique: BoutiqueId, subject: UUID) -> None:
        """Nobody is forgotten in a rehearsal."""


@dataclass(slots=True)
class _Stage:
    """A phone with one line on it; nothing goes out, and choices are made in words."""

    line: tuple[Inbound, ...] = ()

    def says(self, message: Inbound) -> None:
        self.line = (message,)

    def waiting(self, boutique: BoutiqueId, customer: CustomerId) -> Sequence[InboxItem]:
        return self.line

    def settle(self, boutique: BoutiqueId, customer: CustomerId, outcomes: Sequence[tuple[str, str]]) -> None:
        """Nothing was accepted."""

    def capabilities(self, channel: Channel) -> Capabilities:
        return Capabilities(taps=False)

    def has_template(self, to: Recipient) -> bool:
        return False

    def send(self, message: Outgoing) -> str:
        raise NeighbourFailed(ACCOUNT, "rehearsal", "nothing is sent", retryable=False)

    def fetch_media(self, media: MediaRef) -> bytes:
        raise NeighbourFailed(ACCOUNT, "rehearsal", "nothing is fetched", retryable=False)

    def show_typing(self, to: Recipient, provider_id: str) -> None:
        """Nobody waits."""


@dataclass(frozen=True, slots=True)
class _OfflineOnly:
    """Brains of which only the offline one thinks."""

    brains: Brains

    def of(self, thinker: Thinker, chosen: BrainChosen | None) -> Brain:
        return self.brains.offline()

    def offline(self) -> Brain:
        return self.brains.offline()
