"""Daraja beyond the prompt, over the wire: money back, a receipt's standing, money by hand, and the list."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI

from application.ports import (
    EvidenceKind,
    NeighbourFailed,
    NeighbourUnsure,
    PayeeAccount,
    RefundRequest,
)
from domain.identity import BoutiqueId, PaymentId, deposit_of
from domain.money import Money
from interfaces.callbacks import AttemptRef, Callback, address_of, boutique_at
from interfaces.ingress.readings import ARRIVALS, READERS, work_of
from interfaces.mpesa.access import Credentials
from interfaces.mpesa.arrivals import CHANNEL, DOOR, mpesa_arrivals
from interfaces.mpesa.calls import DarajaCalls, DarajaSettings
from interfaces.mpesa.operated import Operated
from interfaces.mpesa.refunds import MpesaRefunds
from interfaces.mpesa.results import RECEIPT_CHANNEL, REVERSED_CHANNEL, SEEN_CHANNEL, mpesa_results
from interfaces.mpesa.statements import MpesaStatements
from interfaces.mpesa.token import DEPOSIT, REFUND, issue
from interfaces.mpesa.transactions import MpesaTransactions
from tests.emulators.faults import FaultKind
from tests.emulators.process import Emulator, running
from tests.support.sandbox import CALLBACK_SECRET, Heard, _Callbacks, eventually, listening, served

BOUTIQUE = BoutiqueId(uuid4())
PAYEE = PayeeAccount(BOUTIQUE, "mpesa", "600638", is_till=False)
APP = Credentials("key", "secret", "passkey", "api-operator", "sealed password", "254722000000")
NOW = datetime.now(UTC)


@dataclass
class Line:
    """Our adapters on one side, the emulated Safaricom on the other."""

    emulator: Emulator
    heard: Heard
    calls: DarajaCalls
    app: Credentials = APP

    @property
    def refunds(self) -> MpesaRefunds:
        """Money back."""
        return MpesaRefunds(Operated(self.calls), lambda _: self.app)

    @property
    def transactions(self) -> MpesaTransactions:
        """One receipt's standing."""
        return MpesaTransactions(Operated(self.calls), lambda _: self.app)

    @property
    def statements(self) -> MpesaStatements:
        """The list."""
        return MpesaStatements(self.calls, lambda _: self.app, lambda b: address_of(CALLBACK_SECRET, DOOR, b))

    def pays(self, shillings: int = 700, **how: object) -> str:
        """She pays by hand; the receipt."""
        receipt = f"HND{len(self.heard.callbacks):03d}{uuid4().hex[:4].upper()}"
        told = {"receipt": receipt, "shillings": shillings, "reference": "dk 7f3k9x", **how}
        self.emulator.command("pays", told)
        return receipt

    def hears(self, channel: str, about: UUID) -> Callback:
        """The callback of a channel about this payment or deposit."""

        def new() -> list[Callback]:
            return [c for c in self.heard.callbacks if (c.channel, c.about.payment) == (channel, about)]

        eventually(lambda: bool(new()), f"a callback of {channel}")
        assert new()[0].unreadable is None
        return new()[0]


@pytest.fixture(scope="module")
def wire() -> Iterator[Line]:
    """Both sides, running."""
    heard, app = Heard(), FastAPI()
    app.include_router(mpesa_results(_Callbacks(heard), CALLBACK_SECRET))
    app.include_router(mpesa_arrivals(_Callbacks(heard), CALLBACK_SECRET))
    settings = {
        "consumer_key": "key",
        "consumer_secret": "secret",
        "initiator": "api-operator",
        "security_credential": "sealed password",
        "shortcode": "600638",
        "nominated_number": "254722000000",
    }
    with (
        listening() as (listener, url),
        served(app, listener),
        running("tests.emulators.daraja.app", settings) as emulator,
    ):
        calls = DarajaCalls(DarajaSettings(emulator.url, url, timeout=3))
        yield Line(emulator, heard, calls)
        calls.close()


@pytest.fixture
def line(wire: Line) -> Iterator[Line]:
    """Without the faults of the test before."""
    yield wire
    wire.emulator.forget()


def refund_of(receipt: str, shillings: int = 700, number: int = 1) -> RefundRequest:
    payment, amount = PaymentId(uuid4()), Money.shillings(shillings)
    token = issue(CALLBACK_SECRET, AttemptRef(BOUTIQUE, payment, number), REFUND)
    return RefundRequest(payment, number, PAYEE, amount, receipt, "too small", token)


def test_a_reversal_is_taken_and_ended_by_its_callback(line: Line) -> None:
    asked = refund_of(line.pays(), number=3)

    given = line.refunds.refund(asked)
    called = line.hears(REVERSED_CHANNEL, asked.payment)
    told = READERS[called.channel](called.body)

    assert called.about == AttemptRef(BOUTIQUE, asked.payment, 3)
    assert (told.kind, told.checkout_id, told.amount) == (
        EvidenceKind.SUCCEEDED,
        given.reference,
        asked.amount,
    )
    assert work_of(called.channel) == "weigh-refund"


def test_how_a_reversal_stands_is_called_back_too(line: Line) -> None:
    asked = refund_of(line.pays())
    given = line.refunds.refund(asked)

    said = line.refunds.query(asked, given.reference)
    told = READERS[SEEN_CHANNEL](line.hears(SEEN_CHANNEL, asked.payment).body)

    assert said.kind is EvidenceKind.PENDING
    assert (told.kind, told.checkout_id) == (EvidenceKind.SUCCEEDED, given.reference)
    assert line.refunds.query(asked, None).kind is EvidenceKind.UNKNOWN


def test_what_was_reversed_already_is_done_and_more_than_came_is_not(line: Line) -> None:
    receipt = line.pays()
    kinds = []
    for shillings in (700, 700, 701):
        asked = refund_of(receipt, shillings)
        line.refunds.refund(asked)
        called = line.hears(REVERSED_CHANNEL, asked.payment)
        kinds.append(READERS[called.channel](called.body).kind)
    assert kinds == [EvidenceKind.SUCCEEDED, EvidenceKind.SUCCEEDED, EvidenceKind.FAILED]


@pytest.mark.parametrize(
    ("fault", "unsure"),
    [
        ({"kind": FaultKind.LOST}, True),
        ({"kind": FaultKind.CUT}, True),
        ({"kind": FaultKind.RESET}, True),
        ({"kind": FaultKind.ANSWER, "status": 504, "body": "<html>"}, True),
        ({"kind": FaultKind.ANSWER, "status": 500, "body": '{"errorCode": "500.003.02"}'}, False),
    ],
    ids=["lost", "cut", "reset", "gateway", "busy"],
)
def test_a_reversal_that_was_perhaps_heard_is_unsure(line: Line, fault: dict[str, Any], unsure: bool) -> None:
    receipt = line.pays(told=False)
    line.emulator.fault(path="/mpesa/reversal", **fault)
    with pytest.raises(NeighbourFailed) as failed:
        line.refunds.refund(refund_of(receipt))
    assert isinstance(failed.value, NeighbourUnsure) is unsure


def test_without_an_operator_or_in_cents_nothing_is_asked(line: Line) -> None:
    nobody = replace(line, app=replace(APP, initiator=""))
    for refunds, asked in (
        (nobody.refunds, refund_of("HND0000000")),
        (line.refunds, replace(refund_of("HND0000000"), amount=Money(cents=150))),
    ):
        with pytest.raises(NeighbourFailed) as failed:
            refunds.refund(asked)
        assert not failed.value.retryable
    assert [each.path for each in line.emulator.calls() if "reversal" in each.path] == []


def test_a_token_that_another_made_invalid_is_renewed(line: Line) -> None:
    line.emulator.command("expire-tokens")
    assert line.refunds.refund(refund_of(line.pays(told=False))).reference


def test_money_by_hand_is_told_of_and_its_receipt_stands(line: Line) -> None:
    line.statements.begin(PAYEE)
    receipt = line.pays(1_250)
    deposit = PaymentId(deposit_of(BOUTIQUE, "mpesa", receipt))

    came = line.hears(CHANNEL, deposit)
    told = ARRIVALS[came.channel](came.body)
    token = issue(CALLBACK_SECRET, AttemptRef(BOUTIQUE, deposit, 0), DEPOSIT)
    line.transactions.look(PAYEE, receipt, token)
    seen = line.hears(RECEIPT_CHANNEL, deposit)
    stands = READERS[seen.channel](seen.body)

    assert (told.receipt, told.amount, told.shortcode) == (receipt, Money.shillings(1_250), "600638")
    assert (told.reference, told.payer) == ("dk 7f3k9x", "2547****149 John Doe")
    assert abs(told.at - datetime.now(UTC)) < timedelta(minutes=1)
    assert came.about == seen.about == AttemptRef(BOUTIQUE, deposit, 0)
    assert (stands.kind, stands.receipt, stands.amount) == (EvidenceKind.SUCCEEDED, receipt, told.amount)
    assert work_of(came.channel) == work_of(seen.channel) == "weigh-deposit"


def test_the_list_is_read_to_its_end_and_may_be_begun_again(line: Line) -> None:
    for _ in range(2):
        line.statements.begin(PAYEE)
    receipts = [line.pays(told=False) for _ in range(3)]

    found = line.statements.lines(PAYEE, NOW - timedelta(days=9), NOW + timedelta(hours=1))

    assert [each.receipt for each in found][-3:] == receipts
    assert {each.shortcode for each in found} == {"600638"}


def test_a_list_that_is_cut_or_cannot_be_asked_for_is_no_list(line: Line) -> None:
    line.statements.begin(PAYEE)
    line.pays(told=False)
    for fault in (
        {"kind": FaultKind.CUT},
        {"kind": FaultKind.ANSWER, "status": 200, "body": '{"ResponseCode": "1000", "Response": "?"}'},
        {"kind": FaultKind.ANSWER, "status": 200, "body": '{"ResponseCode": "1000", "Response": [[{}]]}'},
    ):
        line.emulator.fault(path="/pulltransactions/v1/query", after=1, **fault)
        with pytest.raises(NeighbourFailed) as failed:
            line.statements.lines(PAYEE, NOW - timedelta(hours=1), NOW)
        assert failed.value.retryable
    with pytest.raises(NeighbourFailed):
        replace(line, app=replace(APP, nominated_number="")).statements.lines(PAYEE, NOW, NOW)


def test_an_address_is_one_boutiques_alone() -> None:
    address = address_of(CALLBACK_SECRET, DOOR, BOUTIQUE)
    assert boutique_at(CALLBACK_SECRET, DOOR, address) == BOUTIQUE
    assert boutique_at(CALLBACK_SECRET, "airtel", address) is None
