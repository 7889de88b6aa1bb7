"""What people of the shop do about customers, as the dashboard's API needs it."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from application.forgetting import Forgotten
from domain.identity import BoutiqueId, CustomerId
from domain.staff.events import Role


@dataclass(frozen=True, slots=True)
class Erased:
    """What became of all that was known of a person, and whether the log is still what was recorded."""

    done: Forgotten
    log_whole: bool


class CustomerDesk(Protocol):
    """The commands about customers. Raises: Refusal."""

    def join(self, boutique: BoutiqueId, customer: CustomerId, other: CustomerId, command: UUID) -> None:
        """Know that the other record is the same person."""
        ...

    def forget(self, boutique: BoutiqueId, records: tuple[CustomerId, ...], command: UUID) -> Erased:
        """Destroy what can be read of one person's records, her own first; all of them or none."""
        ...

    def discount(
        self, boutique: BoutiqueId, customer: CustomerId, by: Role, command: UUID, percent: int
    ) -> None:
        """Take so much off her cart and tell her: an owner what she likes, her staff what the agent may."""
        ...
