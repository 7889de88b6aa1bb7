"""What the application may expect of every MobileMoney, held against Daraja's wire format over HTTP."""

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from application.ports import (
    EvidenceKind,
    MobileMoney,
    NeighbourFailed,
    NeighbourUnsure,
    PayeeAccount,
    PromptRequest,
)
from domain.identity import BoutiqueId, PaymentId
from domain.money import Money
from interfaces.callbacks import AttemptRef, Callback
from interfaces.mpesa.access import Credentials
from interfaces.mpesa.callback import read_callback
from interfaces.mpesa.calls import DarajaCalls, DarajaSettings
from interfaces.mpesa.daraja import Daraja
from interfaces.mpesa.token import issue
from tests.support.sandbox import CALLBACK_SECRET, Stage, eventually

BOUTIQUE = BoutiqueId(uuid4())
PAYBILL = PayeeAccount(BOUTIQUE, "mpesa", "174379", is_till=False)
TILL = PayeeAccount(BOUTIQUE, "mpesa", "5512345", is_till=True, store_number="600100")
_shillings = iter(range(100, 10_000))


@pytest.fixture
def money(stage: Stage) -> MobileMoney:
    return stage.money


@pytest.fixture(autouse=True)
def _quiet_phones(stage: Stage) -> Iterator[None]:
    """No test finds the prompt of another on a phone."""
    yield
    for prompt in stage.sandbox.store.rows("SELECT checkout FROM prompts WHERE code IS NULL"):
        stage.sandbox.wallets.finish(prompt["checkout"], "1032")


def request(phone: str = "+254703345604", **changes: Any) -> PromptRequest:
    """A request for an amount of its own: the same amount twice in a row is refused by M-Pesa's rule 17."""
    ref = AttemptRef(BoutiqueId(uuid4()), PaymentId(uuid4()), 1)
    whole: dict[str, Any] = {
        "boutique": ref.boutique,
        "payment": ref.payment,
        "attempt": 1,
        "payee": PAYBILL,
        "amount": Money.shillings(next(_shillings)),
        "phone": phone,
        "reference": "DK-1042",
        "token": issue(CALLBACK_SECRET, ref),
    }
    return PromptRequest(**{**whole, **changes})


def callbacks_of(stage: Stage, asked: PromptRequest) -> list[Callback]:
    return [callback for callback in list(stage.heard.callbacks) if callback.about.payment == asked.payment]


def act(stage: Stage, person: str, checkout: str, what: str, **body: str) -> None:
    answer = stage.people.post(f"/phones/{person}/mpesa/{checkout}/{what}", json=body or None)
    answer.raise_for_status()


def choose(stage: Stage, person: str, outcome: str) -> None:
    stage.people.put(f"/phones/{person}/mpesa/outcome", json={"outcome": outcome}).raise_for_status()


@pytest.mark.parametrize("payee", [PAYBILL, TILL])
def test_a_prompt_that_is_paid_is_called_back_with_amount_and_receipt(
    stage: Stage, money: MobileMoney, payee: PayeeAccount
) -> None:
    asked = request(payee=payee)

    ticket = money.prompt(asked)
    shown = stage.people.get("/phones/grace").json()["mpesa"]["prompt"]
    act(stage, "grace", ticket.checkout_id, "pin", pin="1234")
    eventually(lambda: len(callbacks_of(stage, asked)) == 1, "the callback")

    told = read_callback(callbacks_of(stage, asked)[0].body)
    assert (shown["shillings"], shown["reference"]) == (asked.amount.cents // 100, "DK-1042")
    assert (told.kind, told.amount, told.checkout_id) == (
        EvidenceKind.SUCCEEDED,
        asked.amount,
        ticket.checkout_id,
    )
    assert told.merchant_request_id == ticket.merchant_request_id
    assert told.receipt is not None


def test_a_query_tells_pending_and_then_the_end_without_receipt_or_amount(
    stage: Stage, money: MobileMoney
) -> None:
    ticket = money.prompt(request())

    before = money.query(PAYBILL, ticket.checkout_id)
    act(stage, "grace", ticket.checkout_id, "pin", pin="1234")
    after = money.query(PAYBILL, ticket.checkout_id)

    assert before.kind is EvidenceKind.PENDING
    assert (after.kind, after.receipt, after.amount) == (EvidenceKind.SUCCEEDED, None, None)


@pytest.mark.parametrize(
    ("what", "body", "code"),
    [
        ("pin", {"pin": "0000"}, "2001"),
        ("cancel", {}, "1032"),
        ("no-money", {}, "1"),
        ("out-of-reach", {}, "1037"),
    ],
)
def test_a_prompt_that_is_not_paid_is_called_back_as_failed(
    stage: Stage, money: MobileMoney, what: str, body: dict[str, str], code: str
) -> None:
    asked = request()

    ticket = money.prompt(asked)
    act(stage, "grace", ticket.checkout_id, what, **body)
    eventually(lambda: bool(callbacks_of(stage, asked)), "the callback")

    told = read_callback(callbacks_of(stage, asked)[0].body)
    assert (told.kind, told.code, told.amount) == (EvidenceKind.FAILED, code, None)
    assert money.query(PAYBILL, ticket.checkout_id).code == code


def test_a_prompt_that_nobody_answers_reaches_nobody_in_the_end(stage: Stage, money: MobileMoney) -> None:
    asked = request()

    ticket = money.prompt(asked)
    with stage.sandbox.store.change() as db:
        db.execute("UPDATE prompts SET at = at - 3600 WHERE checkout = ?", (ticket.checkout_id,))
    eventually(lambda: bool(callbacks_of(stage, asked)), "the time-out")

    assert read_callback(callbacks_of(stage, asked)[0].body).code == "1037"


def test_more_than_the_balance_is_not_paid(stage: Stage, money: MobileMoney) -> None:
    asked = request("+254722345602", amount=Money.shillings(200_000))

    ticket = money.prompt(asked)
    act(stage, "brian", ticket.checkout_id, "pin", pin="1234")

    assert money.query(PAYBILL, ticket.checkout_id).code == "1"


def test_a_second_prompt_on_a_phone_that_shows_one_is_surely_not_sent(
    stage: Stage, money: MobileMoney
) -> None:
    money.prompt(request())

    with pytest.raises(NeighbourFailed) as failed:
        money.prompt(request())
    assert failed.value.retryable
    assert not isinstance(failed.value, NeighbourUnsure)


def test_the_same_amount_twice_in_a_row_is_refused_by_rule_17(stage: Stage, money: MobileMoney) -> None:
    asked = request()
    again = request(amount=asked.amount)

    for one in (asked, again):
        act(stage, "grace", money.prompt(one).checkout_id, "pin", pin="1234")
    eventually(lambda: bool(callbacks_of(stage, again)), "the second callback")

    assert read_callback(callbacks_of(stage, again)[0].body).code == "17"


@pytest.mark.parametrize(("outcome", "copies"), [("duplicate", 2), ("ten-times", 10), ("late", 1)])
def test_a_result_can_come_late_and_more_than_once(
    stage: Stage, money: MobileMoney, outcome: str, copies: int
) -> None:
    asked = request()
    choose(stage, "grace", outcome)

    act(stage, "grace", money.prompt(asked).checkout_id, "pin", pin="1234")
    eventually(lambda: len(callbacks_of(stage, asked)) == copies, "all copies")

    assert len({callback.fingerprint for callback in callbacks_of(stage, asked)}) == 1


def test_a_result_that_never_comes_is_still_told_by_the_query(stage: Stage, money: MobileMoney) -> None:
    asked, following = request(), request()
    choose(stage, "grace", "lost")

    ticket = money.prompt(asked)
    act(stage, "grace", ticket.checkout_id, "pin", pin="1234")
    act(stage, "grace", money.prompt(following).checkout_id, "cancel")
    eventually(lambda: bool(callbacks_of(stage, following)), "a later callback")

    assert callbacks_of(stage, asked) == []
    assert money.query(PAYBILL, ticket.checkout_id).kind is EvidenceKind.SUCCEEDED


def test_a_result_can_come_before_the_answer_to_the_prompt(stage: Stage, money: MobileMoney) -> None:
    asked = request()
    choose(stage, "grace", "early")

    ticket = money.prompt(asked)

    [callback] = callbacks_of(stage, asked)
    assert read_callback(callback.body).checkout_id == ticket.checkout_id


def test_a_result_can_tell_another_amount_than_was_asked(stage: Stage, money: MobileMoney) -> None:
    asked = request()
    choose(stage, "grace", "wrong-amount")

    act(stage, "grace", money.prompt(asked).checkout_id, "pin", pin="1234")
    eventually(lambda: bool(callbacks_of(stage, asked)), "the callback")

    assert read_callback(callbacks_of(stage, asked)[0].body).amount == Money.shillings(1)


def test_a_prompt_without_an_answer_is_open_and_its_callback_still_names_the_attempt(
    stage: Stage, money: MobileMoney
) -> None:
    asked = request()
    choose(stage, "grace", "no-answer")

    with pytest.raises(NeighbourUnsure):
        money.prompt(asked)
    live = stage.people.get("/phones/grace").json()["mpesa"]["prompt"]
    act(stage, "grace", live["checkout"], "pin", pin="1234")
    eventually(lambda: bool(callbacks_of(stage, asked)), "the callback")

    assert callbacks_of(stage, asked)[0].about.attempt == 1
    assert read_callback(callbacks_of(stage, asked)[0].body).amount == asked.amount


def test_a_refused_access_token_is_renewed_once_and_the_prompt_goes_out_once(
    stage: Stage, money: MobileMoney
) -> None:
    money.query(PAYBILL, money.prompt(request()).checkout_id)
    with stage.sandbox.store.change() as db:
        db.execute("DELETE FROM access_tokens")
    act(stage, "grace", stage.people.get("/phones/grace").json()["mpesa"]["prompt"]["checkout"], "cancel")

    ticket = money.prompt(request())

    assert money.query(PAYBILL, ticket.checkout_id).kind is EvidenceKind.PENDING


def test_many_threads_share_one_access_token(stage: Stage) -> None:
    """Every new token makes the one before invalid; two fetched at once would refuse each other's calls."""
    money = stage.money
    ticket = money.prompt(request())
    with stage.sandbox.store.change() as db:
        db.execute("DELETE FROM access_tokens")

    with ThreadPoolExecutor(8) as crew:
        told = list(crew.map(lambda _: money.query(PAYBILL, ticket.checkout_id).kind, range(16)))

    assert told == [EvidenceKind.PENDING] * 16


@pytest.mark.parametrize(
    "changes",
    [
        {"amount": Money(cents=100_050)},
        {"amount": Money.zero()},
        {"amount": Money.shillings(250_001)},
        {"amount": Money(cents=10_000, currency="USD")},
    ],
)
def test_an_amount_that_m_pesa_cannot_move_never_leaves(money: MobileMoney, changes: dict[str, Any]) -> None:
    with pytest.raises(NeighbourFailed, match="amount"):
        money.prompt(request(**changes))


def test_a_number_that_is_none_of_kenyas_is_refused_for_good(money: MobileMoney) -> None:
    with pytest.raises(NeighbourFailed) as failed:
        money.prompt(request("+4915112345678"))
    assert (failed.value.code, failed.value.retryable) == ("400.002.02", False)


@pytest.mark.parametrize(("secret", "passkey"), [("wrong", "passkey"), ("consumer secret", "wrong")])
def test_wrong_credentials_are_surely_not_sent(stage: Stage, secret: str, passkey: str) -> None:
    settings = DarajaSettings(f"{stage.url}/sandbox/daraja", stage.url)
    stranger = Daraja(DarajaCalls(settings), lambda _: Credentials("key", secret, passkey))

    with pytest.raises(NeighbourFailed) as failed:
        stranger.prompt(request())
    assert not isinstance(failed.value, NeighbourUnsure)
    stranger.close()


def test_an_unknown_prompt_is_no_evidence_of_anything(money: MobileMoney) -> None:
    with pytest.raises(NeighbourFailed):
        money.query(PAYBILL, "ws_CO_0000")


def test_the_time_in_a_prompt_is_nairobis(stage: Stage) -> None:
    """Just before midnight in London it is the next morning in Nairobi; Safaricom refuses the other stamp."""
    late = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    settings = DarajaSettings(f"{stage.url}/sandbox/daraja", stage.url)
    money = Daraja(
        DarajaCalls(settings), lambda _: Credentials("key", "consumer secret", "passkey"), lambda: late
    )

    signed = money._signed(PAYBILL, Credentials("", "", "passkey"))

    assert signed["Timestamp"] == (late + timedelta(hours=3)).strftime("%Y%m%d%H%M%S") == "20261124013000"
    money.close()


def test_a_server_that_hangs_up_leaves_a_prompt_open_and_a_query_to_be_repeated(stage: Stage) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        token = b'{"access_token":"t","expires_in":3599}'
        head = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(token)
        answers = [head + token, b"", b""]

        def serve() -> None:
            for answer in answers:
                connection, _ = listener.accept()
                connection.recv(65_536)
                connection.sendall(answer)
                connection.close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        money = Daraja(
            DarajaCalls(DarajaSettings(url, url)), lambda _: Credentials("key", "secret", "passkey")
        )

        with pytest.raises(NeighbourUnsure):
            money.prompt(request())
        with pytest.raises(NeighbourFailed) as failed:
            money.query(PAYBILL, "ws_CO_1")
        money.close()
        thread.join(5)
    assert failed.value.retryable
    assert not isinstance(failed.value, NeighbourUnsure)
