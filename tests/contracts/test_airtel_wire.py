"""Airtel's own ways: short tokens, names taken once, a hash of two readings, refunds of all or nothing."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from application.ports import EvidenceKind, NeighbourFailed, NeighbourUnsure, RefundRequest
from domain.identity import PaymentId
from domain.money import Money
from interfaces.airtel.access import AccessTokens, AirtelCredentials
from interfaces.airtel.airtel import Airtel, AirtelSettings
from interfaces.airtel.callback import is_signed, read_callback
from interfaces.airtel.refunds import AirtelRefunds
from interfaces.callbacks import NOBODYS, CallbackUnreadable, address_of
from tests.contracts.tills import AIRTEL_KEY, BOUTIQUE, Till, airtel
from tests.emulators.faults import FaultKind
from tests.support.sandbox import CALLBACK_SECRET, eventually

TRANSACTION = '{"id": "%s", "status_code": "TS", "airtel_money_id": "MP1"}'


@pytest.fixture(scope="module")
def shared() -> Iterator[Till]:
    with airtel() as till:
        yield till


@pytest.fixture
def till(shared: Till) -> Iterator[Till]:
    yield shared
    shared.emulator.forget()


def answers(till: Till) -> list[int]:
    told: list[int] = till.emulator.control.get("/_control/answers").json()
    return told


def signed(transaction: str, over: str, key: str = AIRTEL_KEY) -> bytes:
    digest = hmac.new(key.encode(), over.encode(), hashlib.sha256).digest()
    return f'{{"transaction": {transaction}, "hash": "{base64.b64encode(digest).decode()}"}}'.encode()


def test_a_prompt_is_the_documented_one(till: Till) -> None:
    asked = till.request(amount=Money.shillings(2_500), phone="+254733123456")

    ticket = till.money.prompt(asked)

    taken = till.emulator.control.get("/_control/payments").json()[-1]
    assert (taken["amount"], taken["msisdn"], taken["reference"]) == (2500, "733123456", "DK-1042")
    assert taken["name"] == ticket.checkout_id == f"{asked.payment.hex}0001"


def test_a_refused_access_token_is_renewed_once_and_the_prompt_goes_out_once(till: Till) -> None:
    till.money.prompt(till.request())
    till.emulator.command("expire-tokens")
    till.emulator.forget()

    till.money.prompt(till.request())

    assert [(call.path, call.status) for call in till.emulator.calls()] == [
        ("/merchant/v1/payments/", 401),
        ("/auth/oauth2/token", 200),
        ("/merchant/v1/payments/", 200),
    ]


def test_a_token_is_kept_until_it_is_nearly_over() -> None:
    now, fetched = [1_000.0], []

    def answer(request: httpx.Request) -> httpx.Response:
        fetched.append(json.loads(request.content))
        return httpx.Response(200, json={"access_token": f"t{len(fetched)}", "expires_in": "180"})

    app = AirtelCredentials(client_id=SecretStr("app"), client_secret=SecretStr("secret"))
    with httpx.Client(base_url="http://a", transport=httpx.MockTransport(answer)) as http:
        tokens = AccessTokens(http, lambda: now[0])
        told = [tokens.current(app), tokens.current(app)]
        now[0] += 161
        told.append(tokens.current(app))

    assert told == ["t1", "t1", "t2"]
    assert fetched[0] == {"client_id": "app", "client_secret": "secret", "grant_type": "client_credentials"}


def test_wrong_credentials_are_surely_not_sent(till: Till) -> None:
    stranger = Airtel(
        AirtelSettings(till.emulator.url, timeout=2),
        lambda _: AirtelCredentials(client_id=SecretStr("the app"), client_secret=SecretStr("wrong")),
    )

    with pytest.raises(NeighbourFailed) as failed:
        stranger.prompt(till.request())
    stranger.close()

    assert not isinstance(failed.value, NeighbourUnsure)
    assert (failed.value.code, failed.value.retryable) == ("token-401", False)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("TS", EvidenceKind.SUCCEEDED),
        ("TF", EvidenceKind.FAILED),
        ("TE", EvidenceKind.FAILED),
        ("TA", EvidenceKind.PENDING),
        ("TIP", EvidenceKind.PENDING),
    ],
)
def test_only_the_status_decides(till: Till, status: str, kind: EvidenceKind) -> None:
    ticket = till.money.prompt(till.request())

    till.emulator.command("pin", {"id": ticket.checkout_id, "status": status, "code": "DP00800001001"})

    told = till.money.query(till.payee, ticket.checkout_id)
    assert told.kind is kind
    assert (told.receipt is not None) == (kind is EvidenceKind.SUCCEEDED)


def test_a_failure_says_why_by_its_code(till: Till) -> None:
    ticket = till.money.prompt(till.request())

    till.emulator.command("pin", {"id": ticket.checkout_id, "status": "TF", "code": "DP00800001002"})

    assert till.money.query(till.payee, ticket.checkout_id).code == "DP00800001002"


@pytest.mark.parametrize("form", ["raw", "compact"])
def test_a_hash_over_either_reading_of_the_bytes_is_right(till: Till, form: str) -> None:
    asked = till.request()
    ticket = till.money.prompt(asked)

    till.emulator.command("pin", {"id": ticket.checkout_id, "form": form})
    eventually(lambda: bool(till.callbacks(asked)), "the callback")

    assert read_callback(till.callbacks(asked)[0].body).kind is EvidenceKind.SUCCEEDED


@pytest.mark.parametrize("form", ["wrong", "unsigned"])
def test_a_callback_without_a_right_hash_is_refused_where_they_are_switched_on(till: Till, form: str) -> None:
    asked = till.request()
    ticket = till.money.prompt(asked)
    before = len(answers(till))

    till.emulator.command("pin", {"id": ticket.checkout_id, "form": form})
    eventually(lambda: len(answers(till)) > before, "the answer")

    assert answers(till)[-1] == 401
    assert till.callbacks(asked) == []


def test_a_member_that_is_there_twice_is_read_as_it_was_hashed() -> None:
    genuine = TRANSACTION % "genuine"
    forged = genuine.replace("genuine", "forged")
    body = signed(genuine, genuine)[:-1] + f', "transaction": {forged}}}'.encode()

    assert is_signed(body, (AIRTEL_KEY.encode(),))
    assert read_callback(body).checkout_id == "genuine"


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'{"transaction": 1}', b'{"transaction": {}}', b"\xff"]
)
def test_what_is_no_callback_is_set_aside(body: bytes) -> None:
    assert not is_signed(body, (AIRTEL_KEY.encode(),))
    with pytest.raises(CallbackUnreadable):
        read_callback(body)


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_reading(body: bytes) -> None:
    assert not is_signed(body, (b"key",))
    with pytest.raises(CallbackUnreadable):
        read_callback(body)


def test_a_genuine_callback_about_none_of_ours_is_kept_for_a_person(till: Till) -> None:
    transaction = TRANSACTION % "somebody-elses"
    before = len(till.heard.callbacks)

    answer = _post(till, signed(transaction, transaction))

    assert answer.status_code == 200
    [kept] = till.heard.callbacks[before:]
    assert (kept.about.payment, kept.unreadable is not None) == (NOBODYS, True)


@pytest.mark.parametrize(
    "address",
    ["", "f" * 64, "x", address_of(b"another secret", "airtel", BOUTIQUE)],
    ids=["none", "made up", "short", "by another secret"],
)
def test_an_address_that_we_never_gave_is_not_there(till: Till, address: str) -> None:
    transaction = TRANSACTION % "x"

    assert _post(till, signed(transaction, transaction), address).status_code in {404, 405}


def test_an_address_given_to_another_neighbour_is_not_this_ones(till: Till) -> None:
    address = address_of(CALLBACK_SECRET, "paystack", BOUTIQUE)

    assert _post(till, b"{}", address).status_code == 404


def refund_of(till: Till, came: int = 700) -> RefundRequest:
    ticket = till.money.prompt(till.request(amount=Money.shillings(700)))
    till.pays(ticket)
    receipt = till.money.query(till.payee, ticket.checkout_id).receipt or ""
    payment = PaymentId(till.request().payment)
    return RefundRequest(
        payment, 1, till.payee, Money.shillings(700), receipt, "r", "t", received=Money.shillings(came)
    )


def refunds(till: Till) -> AirtelRefunds:
    assert isinstance(till.money, Airtel)
    return AirtelRefunds(till.money)


def test_a_refund_gives_all_of_it_back_once(till: Till) -> None:
    asked = refund_of(till)

    given = refunds(till).refund(asked)
    told = refunds(till).query(asked, given.reference)
    with pytest.raises(NeighbourFailed) as again:
        refunds(till).refund(asked)

    assert (told.kind, told.receipt, told.amount) == (EvidenceKind.SUCCEEDED, given.reference, asked.amount)
    assert not isinstance(again.value, NeighbourUnsure)


def test_a_part_is_not_given_back_as_airtel_would_give_the_whole(till: Till) -> None:
    asked = refund_of(till, came=1_400)
    till.emulator.forget()

    with pytest.raises(NeighbourFailed) as part:
        refunds(till).refund(asked)

    assert (part.value.code, till.emulator.calls()) == ("part", [])


def test_a_lost_answer_to_a_refund_leaves_it_to_a_person(till: Till) -> None:
    asked = refund_of(till)
    till.emulator.fault(kind=FaultKind.LOST, path="refund")

    with pytest.raises(NeighbourUnsure):
        refunds(till).refund(asked)

    assert refunds(till).query(asked, None).kind is EvidenceKind.UNKNOWN


def _post(till: Till, body: bytes, address: str | None = None) -> httpx.Response:
    own = address_of(CALLBACK_SECRET, "airtel", BOUTIQUE) if address is None else address
    with httpx.Client(trust_env=False) as http:
        return http.post(f"{till.callback_base}/cb/airtel/{own}", content=body)
