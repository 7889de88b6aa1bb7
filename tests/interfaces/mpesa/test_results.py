"""What Safaricom tells later: a reversal's end, a transaction's standing, each at its own address."""

import asyncio
import json
from collections.abc import Mapping

import httpx
import pytest
from fastapi import FastAPI

from application.ports import EvidenceKind
from domain.identity import BoutiqueId, PaymentId
from domain.money import Money
from interfaces.callbacks import AttemptRef, Callback, CallbackUnreadable
from interfaces.ingress.readings import READERS, work_of
from interfaces.mpesa.results import (
    REVERSED_CHANNEL,
    SEEN_CHANNEL,
    mpesa_results,
    read_reversal,
    read_status,
)
from interfaces.mpesa.token import PROMPT, REFUND, issue
from tests.domain.pieces import an_id

SECRET = b"callbacks"
ABOUT = AttemptRef(BoutiqueId(an_id("amani")), PaymentId(an_id("payment")), 2)


def result(code: int | str = 0, parameters: Mapping[str, object] | None = None, **changes: object) -> bytes:
    """As Safaricom writes it: a key twice, and one without a value."""
    listed = [{"Key": k, "Value": v} for k, v in (parameters or {}).items()]
    twice = [{"Key": "DebitPartyName", "Value": "600610"}, {"Key": "DebitPartyName"}, {"Key": "Amount"}]
    told = {
        "ResultType": 0,
        "ResultCode": code,
        "ResultDesc": "as it is",
        "OriginatorConversationID": "own-1",
        "ConversationID": "AG_1",
        "TransactionID": "SKE52PAWR9",
        "ResultParameters": {"ResultParameter": listed + twice},
    }
    return json.dumps({"Result": {**told, **changes}}).encode()


def test_a_reversal_that_is_done_names_its_own_receipt_and_the_amount() -> None:
    told = read_reversal(result(parameters={"Amount": "200.00", "OriginalTransactionID": "RKT0000001"}))
    assert (told.kind, told.receipt, told.amount, told.checkout_id) == (
        EvidenceKind.SUCCEEDED,
        "SKE52PAWR9",
        Money.shillings(200),
        "AG_1",
    )


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("R000001", EvidenceKind.SUCCEEDED),
        ("R000002", EvidenceKind.FAILED),
        (1, EvidenceKind.FAILED),
        ("2001", EvidenceKind.FAILED),
        (17_777, EvidenceKind.UNKNOWN),
    ],
)
def test_what_a_reversals_code_says(code: int | str, kind: EvidenceKind) -> None:
    told = read_reversal(result(code))
    assert (told.kind, told.receipt, told.amount) == (kind, None, None)


@pytest.mark.parametrize(
    ("stands", "kind"),
    [
        ("Completed", EvidenceKind.SUCCEEDED),
        ("Declined", EvidenceKind.FAILED),
        ("Authorized", EvidenceKind.UNKNOWN),
    ],
)
def test_how_a_transaction_stands(stands: str, kind: EvidenceKind) -> None:
    parameters = {
        "TransactionStatus": stands,
        "ConversationID": "AG_7",
        "ReceiptNo": "SKE52PAWR9",
        "Amount": 10,
    }
    told = read_status(result(parameters=parameters))
    assert (told.kind, told.checkout_id, told.receipt, told.amount) == (
        kind,
        "AG_7",
        "SKE52PAWR9",
        Money.shillings(10),
    )


def test_a_question_that_went_wrong_says_nothing_of_the_money() -> None:
    assert read_status(result(2032)).kind is EvidenceKind.UNKNOWN
    one = json.dumps(
        {"Result": {"ResultCode": 0, "ResultParameters": {"ResultParameter": {"Key": "Amount"}}}}
    )
    assert read_status(one.encode()).kind is EvidenceKind.UNKNOWN


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b'{"Result": 1}',
        b'{"Result": {}}',
        result(parameters={"Amount": "1e3"}),
        result(TransactionID="?"),
    ],
)
def test_what_is_not_as_documented_is_put_aside(body: bytes) -> None:
    with pytest.raises(CallbackUnreadable):
        read_reversal(body)


class Heard:
    """What became durable."""

    def __init__(self) -> None:
        self.callbacks: list[Callback] = []

    async def accept(self, callback: Callback) -> None:
        """Keep it."""
        self.callbacks.append(callback)


def test_each_door_knows_its_own_tokens_alone() -> None:
    heard, app = Heard(), FastAPI()
    app.include_router(mpesa_results(heard, SECRET))
    own, of_a_prompt = issue(SECRET, ABOUT, REFUND), issue(SECRET, ABOUT, PROMPT)

    def post(path: str, body: bytes | None = None) -> int:
        async def ask() -> int:
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url="http://shop") as http:
                return (await http.post(path, content=body or result())).status_code

        return asyncio.run(ask())

    for door in ("back", "seen"):
        assert post(f"/cb/{door}/{of_a_prompt}") == 404
        assert post(f"/cb/{door}/{own}") == 200
    assert post(f"/cb/back/{own}", b"<html>") == 200
    assert [(each.channel, each.about, bool(each.unreadable)) for each in heard.callbacks] == [
        (REVERSED_CHANNEL, ABOUT, False),
        (SEEN_CHANNEL, ABOUT, False),
        (REVERSED_CHANNEL, ABOUT, True),
    ]
    assert {work_of(each.channel) for each in heard.callbacks} == {"weigh-refund"}
    assert set(READERS) >= {REVERSED_CHANNEL, SEEN_CHANNEL}
