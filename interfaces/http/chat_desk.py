"""What people of the shop do in chats, as the dashboard's API needs it."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from domain.conversation.reply import Reply
from domain.identity import BoutiqueId, CustomerId, MessageId, ProductId
from domain.staff.events import Role


class ChatDesk(Protocol):
    """The commands on a customer's chat. Each takes the id of its own command, so that a click sent twice
    happens once. Raises: Refusal.
    """

    def take_over(self, boutique: BoutiqueId, customer: CustomerId, by: Role, command: UUID) -> None:
        """A person answers from now on, and the agent keeps silent."""
        ...

    def give_back(self, boutique: BoutiqueId, customer: CustomerId, by: Role, command: UUID) -> None:
        """The agent answers again."""
        ...

    def write(
        self,
        boutique: BoutiqueId,
        customer: CustomerId,
        by: Role,
        said: MessageId,
        reply: Reply,
        *,
        late: bool = False,
    ) -> None:
        """A person writes; `said` makes the message one. What is `late` may go by a template."""
        ...

    def show_photo(
        self,
        boutique: BoutiqueId,
        customer: CustomerId,
        by: Role,
        said: MessageId,
        photo: bytes,
        words: str,
    ) -> None:
        """A person shows her a photo, with words or none. Raises: PhotoUnreadable."""
        ...

    def offer(  # noqa: PLR0913 — who, to whom, and what
        self,
        boutique: BoutiqueId,
        customer: CustomerId,
        by: Role,
        said: MessageId,
        products: Sequence[ProductId],
        words: str,
        *,
        to_agent: bool,
    ) -> None:
        """A person shows her pieces; with `to_agent` the agent takes her answer."""
        ...
