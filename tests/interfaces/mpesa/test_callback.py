"""What Safaricom calls back is kept before it is believed, and believed only where it is exact."""

import asyncio
import json
from typing import Any
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st

from application.ports import EvidenceKind
from domain.identity import BoutiqueId, PaymentId
from domain.money import Money
from interfaces.callbacks import AttemptRef, Callback, CallbackNotStored, CallbackUnreadable
from interfaces.mpesa.callback import mpesa_callbacks, read_callback
from interfaces.mpesa.token import issue

SECRET = b"callbacks"
REF = AttemptRef(BoutiqueId(uuid4()), PaymentId(uuid4()), 3)
SUCCESS = b"""{"Body":{"stkCallback":{"MerchantRequestID":"29115-34620561-1","CheckoutRequestID":
"ws_CO_191220191020363925","ResultCode":0,"ResultDesc":"The service request is processed successfully.",
"CallbackMetadata":{"Item":[{"Name":"Amount","Value":1.00},{"Name":"MpesaReceiptNumber","Value":"NLJ7RT61SV"},
{"Name":"Balance"},{"Name":"TransactionDate","Value":20191219102115},
{"Name":"PhoneNumber","Value":254708374149}]}}}}"""
NO_CODES: tuple[object, ...] = (None, True, [], {}, 1.5, "", "0; DROP TABLE", "x" * 50)


def failure(code: object) -> bytes:
    """A callback of a prompt that moved no money."""
    told = {
        "MerchantRequestID": "m",
        "CheckoutRequestID": "ws_CO_1",
        "ResultCode": code,
        "ResultDesc": "because",
    }
    return json.dumps({"Body": {"stkCallback": told}}).encode()


def paid(amount: str, receipt: str = '"NLJ7RT61SV"') -> bytes:
    """A success with this amount, as it stands in the JSON."""
    items = f'{{"Name":"Amount","Value":{amount}}},{{"Name":"MpesaReceiptNumber","Value":{receipt}}}'
    return f'{{"Body":{{"stkCallback":{{"ResultCode":0,"CallbackMetadata":{{"Item":[{items}]}}}}}}}}'.encode()


def test_a_success_tells_amount_receipt_and_ids() -> None:
    told = read_callback(SUCCESS)

    assert (told.kind, told.code) == (EvidenceKind.SUCCEEDED, "0")
    assert (told.amount, told.receipt) == (Money.shillings(1), "NLJ7RT61SV")
    assert (told.checkout_id, told.merchant_request_id) == ("ws_CO_191220191020363925", "29115-34620561-1")


@pytest.mark.parametrize("code", [1, 17, 26, 1001, 1019, 1025, 1032, 1037, 2001, 9999, "1032", "SFC_IC0003"])
def test_a_code_that_means_no_money_is_a_failure_as_number_and_as_text(code: Any) -> None:
    told = read_callback(failure(code))

    assert (told.kind, told.code, told.amount, told.receipt) == (EvidenceKind.FAILED, str(code), None, None)


@pytest.mark.parametrize(("code", "kind"), [(4999, EvidenceKind.PENDING), (777, EvidenceKind.UNKNOWN)])
def test_a_code_that_says_nothing_certain_is_neither_paid_nor_failed(code: int, kind: EvidenceKind) -> None:
    assert read_callback(failure(code)).kind is kind


@pytest.mark.parametrize("body", [failure(0), failure("0"), paid("1.0", "null"), paid("null")])
def test_a_success_without_receipt_or_amount_is_still_pending(body: bytes) -> None:
    assert read_callback(body).kind is EvidenceKind.PENDING


@pytest.mark.parametrize(
    ("told", "cents"), [("1000", 100_000), ("1000.0", 100_000), ("1000.5", 100_050), ("1e3", 100_000)]
)
def test_an_exact_amount_is_read_in_cents(told: str, cents: int) -> None:
    assert read_callback(paid(told)).amount == Money(cents=cents)


@pytest.mark.parametrize(
    "told",
    [
        *("1000.004", "100.000000000000000000001", "-1000", "0", "0.0", "true", "false", '"1000"', '"١٠٠٠"'),
        *("1E400", "1e-400", "9" * 5000, "9" * 30, '"1_000"', "[]", "{}", "1e999999999", "NaN", "Infinity"),
    ],
)
def test_an_amount_that_is_not_exact_and_positive_is_set_aside(told: str) -> None:
    with pytest.raises(CallbackUnreadable):
        read_callback(paid(told))


@pytest.mark.parametrize("receipt", ['""', '"short"', "5", '"nlj7rt61sv"', '"NLJ7RT61SV\\u0000"', "[]"])
def test_a_receipt_of_another_form_is_set_aside(receipt: str) -> None:
    with pytest.raises(CallbackUnreadable):
        read_callback(paid("100", receipt))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b'{"Body":5}',
        b'{"Body":{"stkCallback":[]}}',
        b"\xff\xfe",
        b"[" * 100_000,
    ]
    + [failure(code) for code in NO_CODES],
)
def test_a_body_of_another_form_is_set_aside(body: bytes) -> None:
    with pytest.raises(CallbackUnreadable):
        read_callback(body)


def test_the_payers_words_carry_nothing_that_a_database_cannot_hold() -> None:
    body = failure(1032).replace(b"because", b"be\\u0000ca\\ud83duse")

    assert read_callback(body).reason == "be�ca?use"


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(_json, _json, _json)
def test_no_callback_whatever_is_read_as_paid_without_an_exact_amount(
    code: Any, name: Any, value: Any
) -> None:
    told = {"ResultCode": code, "CallbackMetadata": {"Item": [{"Name": name, "Value": value}, value]}}
    try:
        evidence = read_callback(json.dumps({"Body": {"stkCallback": told}}).encode())
    except CallbackUnreadable:
        return
    assert evidence.kind is not EvidenceKind.SUCCEEDED


class Remembering:
    """An ingress that remembers what it accepted, or is down."""

    def __init__(self, *, down: bool = False) -> None:
        self.accepted: list[Callback] = []
        self._down = down

    async def accept(self, callback: Callback) -> None:
        if self._down:
            raise CallbackNotStored("down")
        self.accepted.append(callback)


def post(ingress: Remembering, token: str, body: bytes = SUCCESS, method: str = "POST") -> httpx.Response:
    """One request to an app with nothing but the callback."""
    app = FastAPI()
    app.include_router(mpesa_callbacks(ingress, SECRET))

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://shop") as client:
            return await client.request(method, f"/cb/{token}", content=body)

    return asyncio.run(ask())


def test_a_callback_to_our_own_address_is_kept_and_accepted() -> None:
    ingress = Remembering()

    answer = post(ingress, issue(SECRET, REF))

    assert (answer.status_code, answer.json()) == (200, {"ResultCode": 0, "ResultDesc": "Accepted"})
    assert ingress.accepted == [Callback(REF, SUCCESS)]


@pytest.mark.parametrize(
    "token",
    ["x", "0" * 100, issue(b"forged", REF), "..%2f..%2fetc"],
    ids=["short", "zeros", "forged", "path"],
)
def test_a_callback_to_an_address_we_never_gave_does_not_exist(token: str) -> None:
    ingress = Remembering()

    assert post(ingress, token).status_code == 404
    assert ingress.accepted == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", paid("1.004")])
def test_a_callback_that_cannot_be_read_is_accepted_and_set_aside(body: bytes) -> None:
    ingress = Remembering()

    assert post(ingress, issue(SECRET, REF), body).status_code == 200
    assert ingress.accepted[0].unreadable


def test_a_callback_that_is_not_durable_is_not_accepted() -> None:
    assert post(Remembering(down=True), issue(SECRET, REF)).status_code == 503


def test_a_huge_callback_is_refused() -> None:
    assert post(Remembering(), issue(SECRET, REF), b"x" * 70_000).status_code == 413


def test_no_other_method_is_answered() -> None:
    assert post(Remembering(), issue(SECRET, REF), method="GET").status_code == 405
