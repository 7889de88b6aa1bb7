"""The phones of a shop's people in memory: whom they belong to, what they want, and what came to them."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from application.alerts import AlertKind
from application.ports.alerts import Alert, Device
from domain.identity import BoutiqueId


@dataclass
class MemoryDevices:
    """Devices. Shape: `known` says of each whose boutique's it is and what it wants."""

    known: dict[UUID, tuple[BoutiqueId, Device, frozenset[AlertKind]]] = field(default_factory=dict)
    taken: set[tuple[UUID, str]] = field(default_factory=set)

    def add(self, boutique: BoutiqueId, device: Device, *kinds: AlertKind) -> None:
        """A device that wants these kinds, all of them where none is named."""
        self.known[device.device] = (boutique, device, frozenset(kinds or AlertKind))

    def wanting(self, boutique: BoutiqueId, kind: str) -> Sequence[Device]:
        """Those of the boutique that want it."""
        return [device for whose, device, kinds in self.known.values() if whose == boutique and kind in kinds]

    def take(self, boutique: BoutiqueId, device: UUID, alert: str, now: datetime) -> bool:
        """Once."""
        fresh = (device, alert) not in self.taken
        self.taken.add((device, alert))
        return fresh

    def give_back(self, boutique: BoutiqueId, device: UUID, alert: str) -> None:
        """Again."""
        self.taken.discard((device, alert))

    def forget(self, boutique: BoutiqueId, device: UUID) -> None:
        """Gone."""
        self.known.pop(device, None)


@dataclass
class MemoryPusher:
    """A push service. `troubles` are raised by the next pushes, one each; None lets one through."""

    pushed: list[tuple[UUID, Alert]] = field(default_factory=list)
    troubles: deque[Exception | None] = field(default_factory=deque)

    def push(self, device: Device, alert: Alert) -> None:
        """Take it, unless trouble comes first."""
        trouble = self.troubles.popleft() if self.troubles else None
        if trouble:
            raise trouble
        self.pushed.append((device.device, alert))
