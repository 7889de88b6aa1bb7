"""The money desk: what people of the shop do with money that waits for them."""

from uuid import UUID

from application.commands import (
    ApproveRefund,
    AskRefundAgain,
    ClaimDeposit,
    Command,
    DeclineRefund,
    RecordRefund,
    RequestRefund,
    ReturnDeposit,
)
from application.execute import Shop
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, DepositId, PaymentId, derive
from domain.money import Money
from domain.staff.events import Role


class MoneyDesk:
    """The dashboard's commands on money. A click sent twice happens once: each is decided once by its own
    aggregate. Raises: Refusal."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def claim(self, boutique: BoutiqueId, by: Role, deposit: DepositId, payment: PaymentId) -> None:
        """The money is this order's."""
        self._do(boutique, by, deposit, "claim", ClaimDeposit(deposit, payment))

    def give_back(self, boutique: BoutiqueId, by: Role, deposit: DepositId, note: str) -> None:
        """She gave it back by hand."""
        self._do(boutique, by, deposit, "return", ReturnDeposit(deposit, by.value, note))

    def request(
        self,
        boutique: BoutiqueId,
        by: Role,
        payment: PaymentId,
        amount: Money,
        told: tuple[str | None, str],
    ) -> None:
        """Somebody wishes that money goes back: of which receipt, and why."""
        receipt, reason = told
        asked = RequestRefund(payment, amount, by.value, reason, receipt)
        self._do(boutique, by, payment, "refund", asked)

    def approve(self, boutique: BoutiqueId, by: Role, payment: PaymentId, refund: int) -> None:
        """She says that it goes back."""
        self._do(boutique, by, payment, f"approve-{refund}", ApproveRefund(payment, refund, by.value))

    def decline(self, boutique: BoutiqueId, by: Role, payment: PaymentId, refund: int, why: str) -> None:
        """She says that it stays, and why."""
        kept = DeclineRefund(payment, refund, by.value, why)
        self._do(boutique, by, payment, f"decline-{refund}", kept)

    def ask_again(self, boutique: BoutiqueId, by: Role, payment: PaymentId, refund: int) -> None:
        """Somebody wishes anew for what was kept."""
        self._do(boutique, by, payment, f"again-{refund}", AskRefundAgain(payment, refund, by.value))

    def record(self, boutique: BoutiqueId, by: Role, payment: PaymentId, refund: int, reference: str) -> None:
        """It went back by hand, or she saw that it did."""
        self._do(boutique, by, payment, f"done-{refund}", RecordRefund(payment, refund, reference))

    def _do(self, boutique: BoutiqueId, by: Role, about: UUID, what: str, asked: Command) -> None:
        actor = Actor.OWNER if by is Role.OWNER else Actor.STAFF
        self._shop.do(boutique, Cause(actor, derive(about, "dashboard", what), about), asked)
