"""Paying: one request, many attempts, and nothing is paid because somebody said so."""

from application.commands import (
    AcceptPrompt,
    CancelPayment,
    DoubtPrompt,
    FailPrompt,
    GiveUpWaiting,
    ReceiveMoney,
    RefusePrompt,
    StartPrompt,
)
from application.depositing import claim_receipt
from application.ports import PayeeAccount
from application.unit import Unit
from application.ways_to_pay import account_for, payee_in
from domain.boutique.boutique import Boutique
from domain.identity import BoutiqueId
from domain.payment.attempt import Attempt
from domain.payment.events import PaymentRequested
from domain.payment.payment import Payment


def start_prompt(command: StartPrompt, unit: Unit) -> None:
    """Ask the phone, once, or have a page made. A page that stands open is left for another way to pay.

    Raises: AttemptIsLive, PaymentIsComplete, TooManyPrompts.
    """
    customer = unit.get(Payment, command.payment).customer
    phone = unit.seal(customer, command.paying_number) if customer else None
    if phone is None:
        return
    account = account_for(unit.get(Boutique, unit.boutique), command.paying_number, command.way)
    payee = payee_in(account) if account else None
    if command.way is not None:
        unit.tell(Payment, command.payment, lambda asked: asked.leave_page())
    unit.tell(
        Payment,
        command.payment,
        lambda asked: asked.start_prompt(paying_number=phone, now=unit.now, payee=payee),
    )


def accept_prompt(command: AcceptPrompt, unit: Unit) -> None:
    """The neighbour took the prompt."""
    unit.tell(
        Payment,
        command.payment,
        lambda asked: asked.accept_prompt(
            attempt=command.attempt,
            checkout_id=command.checkout_id,
            merchant_request_id=command.merchant_request_id,
            page=command.page,
        ),
    )


def refuse_prompt(command: RefusePrompt, unit: Unit) -> None:
    """The prompt was surely not sent."""
    unit.tell(
        Payment,
        command.payment,
        lambda asked: asked.refuse_prompt(attempt=command.attempt, code=command.code, reason=command.reason),
    )


def doubt_prompt(command: DoubtPrompt, unit: Unit) -> None:
    """Nobody knows whether the prompt was sent."""
    unit.tell(
        Payment,
        command.payment,
        lambda asked: asked.doubt_prompt(attempt=command.attempt, reason=command.reason),
    )


def fail_prompt(command: FailPrompt, unit: Unit) -> None:
    """No money moved, says the neighbour."""
    unit.tell(
        Payment,
        command.payment,
        lambda asked: asked.fail_prompt(
            attempt=command.attempt, code=command.code, reason=command.reason, source=command.source
        ),
    )


def give_up_waiting(command: GiveUpWaiting, unit: Unit) -> None:
    """No evidence came in all the time it could."""
    unit.tell(Payment, command.payment, lambda asked: asked.give_up_waiting(command.attempt))


def receive_money(command: ReceiveMoney, unit: Unit) -> None:
    """Money came, by a receipt that counts once. Evidence without an amount (a query's) speaks of the amount
    that was asked for."""
    payment = unit.get(Payment, command.payment)
    asked, attempt = payment.asked, payment.attempts.get(command.attempt)
    if asked is None:
        return
    amount = command.amount or (attempt and attempt.amount) or asked.amount
    provider = payee_of(unit.boutique, asked, attempt).provider
    is_new = command.receipt is None or claim_receipt(unit, provider, command.receipt, command.payment)
    unit.tell(
        Payment,
        command.payment,
        lambda known: known.receive_money(
            attempt=command.attempt,
            amount=amount,
            receipt=command.receipt,
            source=command.source,
            receipt_is_new=is_new,
        ),
    )


def cancel_payment(command: CancelPayment, unit: Unit) -> None:
    """The order does not want the money any more."""
    unit.tell(Payment, command.payment, lambda payment: payment.cancel(command.reason))


def payee_of(boutique: BoutiqueId, asked: PaymentRequested, attempt: Attempt | None = None) -> PayeeAccount:
    """The account that an attempt's money goes to: its own, or the one with which the order was placed."""
    to = attempt.payee if attempt and attempt.payee else asked
    return PayeeAccount(boutique, to.provider, to.shortcode, to.is_till, to.store_number)
