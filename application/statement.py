"""The neighbour's word that money came, in the boutique's own words."""

from collections.abc import Callable

from application.commands import ReceiveDeposit
from application.ports import PayeeAccount, StatementLine
from domain.identity import BoutiqueId, PaymentId

FindPayment = Callable[[BoutiqueId, str], PaymentId | None]
"""The payment that was asked for under an order's number."""


def received(
    line: StatementLine, payee: PayeeAccount, payment: PaymentId | None, *, is_confirmed: bool = True
) -> ReceiveDeposit:
    """The command by which the boutique learns of a line's money."""
    return ReceiveDeposit(
        provider="mpesa",
        shortcode=payee.shortcode,
        receipt=line.receipt,
        amount=line.amount,
        reference=line.reference,
        payer=line.payer,
        paid_at=line.at,
        payment=payment,
        is_confirmed=is_confirmed,
    )
