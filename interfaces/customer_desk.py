"""The customer desk: joining records of one person, giving her a discount, and forgetting her."""

from collections.abc import Callable
from uuid import UUID

from application.commands import GiveDiscount, MergeCustomers
from application.execute import Shop
from application.forgetting import Forgetting
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, CustomerId
from domain.staff.events import Role
from interfaces.http.customer_desk import Erased


class ShopCustomerDesk:
    """The dashboard's commands about customers. `log_whole` verifies a boutique's chain of facts."""

    def __init__(self, shop: Shop, forgetting: Forgetting, log_whole: Callable[[BoutiqueId], bool]) -> None:
        self._shop, self._forgetting, self._log_whole = shop, forgetting, log_whole

    def join(self, boutique: BoutiqueId, customer: CustomerId, other: CustomerId, command: UUID) -> None:
        """Know that the other record is the same person."""
        self._shop.do(boutique, Cause(Actor.OWNER, command, customer), MergeCustomers(customer, other))

    def discount(
        self, boutique: BoutiqueId, customer: CustomerId, by: Role, command: UUID, percent: int
    ) -> None:
        """Take so much off her cart and tell her: an owner what she likes, her staff what the agent may."""
        owner = by is Role.OWNER
        cause = Cause(Actor.OWNER if owner else Actor.STAFF, command, customer)
        self._shop.do(boutique, cause, GiveDiscount(customer, percent, by_owner=owner))

    def forget(self, boutique: BoutiqueId, records: tuple[CustomerId, ...], command: UUID) -> Erased:
        """Destroy what can be read of the first record and those joined to it, unless an order is owed."""
        for record in records:
            self._forgetting.must_be_forgettable(boutique, record)
        done = self._forgetting.forget(boutique, records[0], command)
        return Erased(done, self._log_whole(boutique))
