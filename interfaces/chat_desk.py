"""The chat desk: what staff does in chats."""

from collections.abc import Sequence
from uuid import UUID

from application.commands import Command, GiveBack, StaffReply, TakeOver
from application.execute import Shop
from application.offering import Offering
from application.ports import Pictures
from application.proposing import clean
from domain.conversation.reply import Picture, Reply
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, CustomerId, MessageId, ProductId
from domain.staff.events import Role


class ShopChatDesk:
    """The dashboard's commands on chats. Photos are kept before they are sent, sealed for who gets them."""

    def __init__(self, shop: Shop, pictures: Pictures, offering: Offering) -> None:
        self._shop, self._pictures, self._offering = shop, pictures, offering

    def take_over(self, boutique: BoutiqueId, customer: CustomerId, by: Role, command: UUID) -> None:
        """A person answers from now on, and the agent keeps silent."""
        self._do(boutique, customer, by, command, TakeOver(customer))

    def give_back(self, boutique: BoutiqueId, customer: CustomerId, by: Role, command: UUID) -> None:
        """The agent answers again."""
        self._do(boutique, customer, by, command, GiveBack(customer))

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
        self._do(boutique, customer, by, said, StaffReply(customer, said, reply, late))

    def show_photo(
        self,
        boutique: BoutiqueId,
        customer: CustomerId,
        by: Role,
        said: MessageId,
        photo: bytes,
        words: str,
    ) -> None:
        """A person shows her a photo. Raises: PhotoUnreadable."""
        name = self._pictures.keep(boutique, clean(photo), customer)
        self.write(boutique, customer, by, said, Reply(text=words, pictures=(Picture(name=name),)))

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
        """A person shows her pieces of the catalogue."""
        cause = _cause(by, said, customer)
        self._offering.offer(boutique, customer, cause, said, products, words, to_agent=to_agent)

    def _do(
        self, boutique: BoutiqueId, customer: CustomerId, by: Role, command: UUID, asked: Command
    ) -> None:
        self._shop.do(boutique, _cause(by, command, customer), asked)


def _cause(by: Role, command: UUID, customer: CustomerId) -> Cause:
    return Cause(Actor.OWNER if by is Role.OWNER else Actor.STAFF, command, customer)
