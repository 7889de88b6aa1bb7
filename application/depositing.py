"""Depositing: money in the boutique's account by its receipt, and whose it is. No receipt counts twice."""

import re
from typing import Final

from application.commands import ClaimDeposit, ReceiveDeposit, ReturnDeposit, SetDepositAside
from application.unit import Unit
from domain.deposit.deposit import Deposit
from domain.deposit.refusals import DepositIsUnknown
from domain.identity import DepositId, PaymentId, deposit_of
from domain.payment.events import MoneySource
from domain.payment.payment import Payment
from domain.payment.takings import BY_HAND, WRONG_AMOUNT, WRONG_SHOP

NO_ORDER: Final = "no-order"
"""Why money waits: its reference names none of the shop's orders."""

UNCONFIRMED: Final = "unconfirmed"
"""Why money waits: nobody could be asked whether it came."""

_REFERENCE: Final = re.compile(r"DK[- ]?([2-9A-HJ-NP-Z]{6})", re.IGNORECASE)
_MOVED_BY_MPESA: Final = frozenset({"mpesa", "paylink"})


def number_meant(reference: str) -> str | None:
    """The order's number that somebody typed, in whatever case, with its dash or without; None for none."""
    found = _REFERENCE.fullmatch(reference.strip())
    return f"DK-{found[1].upper()}" if found else None


def receipt_of(unit: Unit, provider: str, receipt: str) -> DepositId:
    """The deposit that a receipt is. What PayLink asks for is moved, and receipted, by M-Pesa."""
    return deposit_of(unit.boutique, "mpesa" if provider in _MOVED_BY_MPESA else provider, receipt)


def claim_receipt(unit: Unit, provider: str, receipt: str, payment: PaymentId) -> bool:
    """Take a receipt for a payment. False: it is another payment's, or its money went back."""
    deposit = receipt_of(unit, provider, receipt)
    if not unit.get(Deposit, deposit).is_free_for(payment):
        return False
    unit.tell(Deposit, deposit, lambda known: known.claim(payment))
    return True


def receive_deposit(command: ReceiveDeposit, unit: Unit) -> None:
    """Money came: it is the order's that its reference names and that it covers, or waits for a person.

    Raises: DepositDiffers.
    """
    deposit = receipt_of(unit, command.provider, command.receipt)
    subject = (command.payment and unit.get(Payment, command.payment).customer) or deposit
    reference, payer = unit.seal(subject, command.reference), unit.seal(subject, command.payer)
    unit.tell(
        Deposit,
        deposit,
        lambda known: known.receive(
            provider=command.provider,
            shortcode=command.shortcode,
            receipt=command.receipt,
            amount=command.amount,
            reference=reference,
            payer=payer,
            paid_at=command.paid_at,
        ),
    )
    known = unit.get(Deposit, deposit)
    doubted = known.set_aside is not None and known.set_aside.reason == UNCONFIRMED
    if known.payment or known.is_returned or (known.set_aside and not (doubted and command.is_confirmed)):
        return
    why = _why_not(command, unit)
    if why or command.payment is None:
        set_deposit_aside(SetDepositAside(deposit, why or NO_ORDER, command.payment), unit)
        return
    _count(deposit, command.payment, MoneySource.DEPOSIT, unit)


def set_deposit_aside(command: SetDepositAside, unit: Unit) -> None:
    """Leave it to a person. Raises: DepositIsUnknown."""
    unit.tell(Deposit, command.deposit, lambda known: known.put_aside(command.reason, command.suggested))


def claim_deposit(command: ClaimDeposit, unit: Unit) -> None:
    """A person says whose the money is; any part of what is due counts.

    Raises: DepositIsUnknown, DepositIsClaimed, DepositIsReturned, PaymentIsNotRequested.
    """
    if unit.get(Deposit, command.deposit).received is None:
        raise DepositIsUnknown("nobody has seen this money")
    _count(command.deposit, command.payment, MoneySource.PERSON, unit)


def return_deposit(command: ReturnDeposit, unit: Unit) -> None:
    """A person gave it back. Raises: DepositIsUnknown, PersonIsMissing, DepositIsClaimed."""
    unit.tell(
        Deposit,
        command.deposit,
        lambda known: known.give_back(returned_by=command.returned_by, note=command.note),
    )


def _why_not(command: ReceiveDeposit, unit: Unit) -> str | None:
    """Why the money settles no order by itself."""
    if not command.is_confirmed:
        return UNCONFIRMED
    payment = unit.get(Payment, command.payment) if command.payment else None
    if payment is None or payment.asked is None:
        return NO_ORDER
    if command.shortcode not in payment.shops:
        return WRONG_SHOP
    return WRONG_AMOUNT if command.amount < payment.due else None


def _count(deposit: DepositId, payment: PaymentId, source: MoneySource, unit: Unit) -> None:
    unit.tell(Deposit, deposit, lambda known: known.claim(payment))
    came = unit.get(Deposit, deposit).received
    assert came is not None  # noqa: S101 — both ways here look first
    unit.tell(
        Payment,
        payment,
        lambda asked: asked.receive_money(
            attempt=BY_HAND, amount=came.amount, receipt=came.receipt, source=source
        ),
    )
