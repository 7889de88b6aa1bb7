"""The chat desk: what staff does in chats."""

from uuid import UUID

from application.commands import Command, GiveBack, StaffReply, TakeOver
from application.execute import Shop
from domain.conversation.reply import Reply
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, CustomerId, MessageId
from domain.staff.events import Role


class ShopChatDesk:
    """The dashboard's commands on chats."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def take_over(self, boutique: BoutiqueId, customer: CustomerId, by: Role, command: UUID) -> None:
        """A person answers from now on, and the agent keeps silent."""
        self._do(boutique, customer, by, command, TakeOver(customer))

    def give_back(self, boutique: BoutiqueId, customer: CustomerId, by: Role, command: UUID) -> None:
        """The agent answers again."""
        self._do(boutique, customer, by, command, GiveBack(customer))

    def write(
        self, boutique: BoutiqueId, customer: CustomerId, by: Role, said: MessageId, reply: Reply
    ) -> None:
        """A person writes; `said` makes the message one."""
        self._do(boutique, customer, by, said, StaffReply(customer, said, reply))

    def _do(
        self, boutique: BoutiqueId, customer: CustomerId, by: Role, command: UUID, asked: Command
    ) -> None:
        actor = Actor.OWNER if by is Role.OWNER else Actor.STAFF
        self._shop.do(boutique, Cause(actor, command, customer), asked)
