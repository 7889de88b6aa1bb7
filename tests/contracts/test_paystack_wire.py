"""Paystack's ways: a page whose link goes into the chat, a signature over the raw bytes, strict checks."""

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from application.ports import EvidenceKind, NeighbourFailed, NeighbourUnsure, PayeeAccount, RefundRequest
from domain.identity import PaymentId
from domain.money import Money
from interfaces.callbacks import NOBODYS, Callback, CallbackUnreadable, address_of, name_of
from interfaces.paystack.paystack import (
    CARD_ABANDONED,
    CARD_FAILED,
    Paystack,
    PaystackCredentials,
    PaystackSettings,
)
from interfaces.paystack.refunds import PaystackRefunds
from interfaces.paystack.webhook import CHANNEL, REFUND_CHANNEL, is_signed, read_event, read_refund
from tests.contracts.tills import BOUTIQUE, OTHER_KEY, PAYSTACK_KEY, Till, paystack
from tests.emulators.faults import FaultKind
from tests.support.sandbox import CALLBACK_SECRET, eventually


@pytest.fixture(scope="module")
def shared() -> Iterator[Till]:
    with paystack() as till:
        yield till


@pytest.fixture
def till(shared: Till) -> Iterator[Till]:
    yield shared
    shared.emulator.forget()


def another(till: Till, **changes: Any) -> Paystack:
    settings: dict[str, Any] = {
        "base_url": till.emulator.url,
        "mail_host": "shop.example",
        "timeout": 2,
    }
    now = changes.pop("now", lambda: datetime.now(UTC))
    key = changes.pop("key", PAYSTACK_KEY)
    return Paystack(
        PaystackSettings(**{**settings, **changes}),
        lambda _: PaystackCredentials(secret_key=SecretStr(key)),
        now,
    )


def listed(till: Till) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = till.emulator.control.get("/_control/transactions").json()
    return told


def event(reference: str = "x", key: str = PAYSTACK_KEY, **changes: Any) -> tuple[bytes, dict[str, str]]:
    data = {"id": 7, "status": "success", "reference": reference, "amount": 1000, "currency": "KES"}
    body = json.dumps({"event": changes.pop("event", "charge.success"), "data": {**data, **changes}}).encode()
    return body, {"x-paystack-signature": hmac.new(key.encode(), body, hashlib.sha512).hexdigest()}


def post(till: Till, path: str, body: bytes, headers: Mapping[str, str | bytes]) -> int:
    with httpx.Client(trust_env=False) as http:
        url = f"{till.callback_base}{path}"
        answer = http.post(url, content=body, headers=headers)  # type: ignore[arg-type]  # some are bytes
        return answer.status_code


OWN = f"/cb/paystack/{address_of(CALLBACK_SECRET, 'paystack', BOUTIQUE)}"


def test_a_page_is_made_for_the_order_and_the_money_is_split_to_the_boutique(till: Till) -> None:
    asked = till.request(amount=Money.shillings(2_500))

    ticket = till.money.prompt(asked)

    made = listed(till)[-1]
    assert (made["amount"], made["currency"], made["subaccount"]) == (250_000, "KES", "ACCT_amani")
    assert made["email"] == f"order-{ticket.checkout_id}@shop.example"
    assert made["metadata"] == {"boutique": str(BOUTIQUE), "order": "DK-1042"}
    assert ticket.page == f"https://checkout.paystack.com/{made['code']}"


def test_an_account_of_the_boutiques_own_is_not_split(till: Till) -> None:
    till.money.prompt(till.request(payee=PayeeAccount(BOUTIQUE, "paystack", "Amani Styles", is_till=False)))

    assert listed(till)[-1]["subaccount"] is None


def test_a_page_at_a_strange_address_is_never_told(till: Till) -> None:
    careful = another(till, page_hosts=("pay.example",))

    with pytest.raises(NeighbourUnsure):
        careful.prompt(till.request())
    careful.close()


def test_a_wrong_key_is_surely_not_sent(till: Till) -> None:
    stranger = another(till, key="sk_live_wrong")

    with pytest.raises(NeighbourFailed) as failed:
        stranger.prompt(till.request())
    stranger.close()

    assert not isinstance(failed.value, NeighbourUnsure)
    assert (failed.value.code, failed.value.retryable) == ("http-401", False)


def test_a_page_asked_for_again_has_a_reference_of_its_own_that_still_names_the_attempt(till: Till) -> None:
    asked = till.request()

    first, second = till.money.prompt(asked), till.money.prompt(asked)
    till.pays(second)
    eventually(lambda: bool(till.callbacks(asked)), "the callback")

    assert second.checkout_id == f"{first.checkout_id}-1"
    assert till.callbacks(asked)[0].about.attempt == 1


def test_a_page_left_alone_is_over_when_its_time_is(till: Till) -> None:
    ticket = till.money.prompt(till.request())
    later = another(till, now=lambda: datetime.now(UTC) + timedelta(minutes=11))

    fresh, old = (money.query(till.payee, ticket.checkout_id) for money in (till.money, later))
    till.pays(ticket)
    paid = later.query(till.payee, ticket.checkout_id)
    later.close()

    assert (fresh.kind, old.kind, old.code) == (EvidenceKind.PENDING, EvidenceKind.FAILED, CARD_ABANDONED)
    assert paid.kind is EvidenceKind.SUCCEEDED


def test_a_declined_card_fails(till: Till) -> None:
    ticket = till.money.prompt(till.request())

    till.declines(ticket)

    assert till.money.query(till.payee, ticket.checkout_id).code == CARD_FAILED


def test_a_success_is_told_with_its_own_amount_whatever_was_asked(till: Till) -> None:
    ticket = till.money.prompt(till.request(amount=Money.shillings(5_000)))

    till.emulator.command("pay", {"reference": ticket.checkout_id, "amount": 100})

    assert till.money.query(till.payee, ticket.checkout_id).amount == Money.shillings(1)


def test_a_success_in_another_currency_is_not_believed(till: Till) -> None:
    asked = till.request()
    ticket = till.money.prompt(asked)

    till.emulator.command("pay", {"reference": ticket.checkout_id, "currency": "USD"})
    eventually(lambda: bool(till.callbacks(asked)), "the callback")

    told = till.money.query(till.payee, ticket.checkout_id)
    assert (told.kind, told.code, told.amount) == (EvidenceKind.UNKNOWN, "currency", None)
    assert till.callbacks(asked)[0].unreadable == "not in shillings"


def test_a_success_of_the_test_mode_is_not_believed() -> None:
    with paystack(domain="test") as till:
        ticket = till.money.prompt(till.request())
        till.pays(ticket)

        told = till.money.query(till.payee, ticket.checkout_id)

    assert (told.kind, told.code) == (EvidenceKind.UNKNOWN, "domain")


def test_a_signature_is_over_the_raw_bytes(till: Till) -> None:
    body, headers = event(name_of(till.request().payment, 1))
    written_again = json.dumps(json.loads(body), separators=(",", ":")).encode()

    assert post(till, OWN, body, headers) == 200
    assert post(till, OWN, written_again, headers) == 401
    assert post(till, OWN, body, {}) == 401
    assert post(till, OWN, body, {"x-paystack-signature": "é".encode()}) == 401


def test_anothers_key_does_not_open_a_boutiques_address(till: Till) -> None:
    body, headers = event(name_of(till.request().payment, 1), OTHER_KEY)

    assert post(till, OWN, body, headers) == 401


def test_at_the_installations_address_the_signed_metadata_say_whose_it_is(till: Till) -> None:
    asked = till.request()
    body, headers = event(name_of(asked.payment, 1), OTHER_KEY, metadata={"boutique": str(BOUTIQUE)})

    assert post(till, "/cb/paystack", body, headers) == 200

    [callback] = till.callbacks(asked)
    assert (callback.about.boutique, callback.unreadable) == (BOUTIQUE, None)


@pytest.mark.parametrize("metadata", ["", {}, {"boutique": "x"}, None])
def test_what_names_no_boutique_is_kept_for_a_person(till: Till, metadata: object) -> None:
    body, headers = event(name_of(till.request().payment, 1), OTHER_KEY, metadata=metadata)
    before = len(till.heard.callbacks)

    assert post(till, "/cb/paystack", body, headers) == 200

    [kept] = till.heard.callbacks[before:]
    assert kept.about.payment == NOBODYS
    assert kept.unreadable


@pytest.mark.parametrize("name", ["charge.dispute.create", "transfer.success", ""])
def test_other_events_are_kept_for_a_person(till: Till, name: str) -> None:
    asked = till.request()
    body, headers = event(name_of(asked.payment, 1), event=name)

    assert post(till, OWN, body, headers) == 200

    assert "event" in (till.callbacks(asked)[0].unreadable or "")


@pytest.mark.parametrize("amount", ["1000", 1000.5, -1000, 0, True, None, "١٠٠٠", 10**15])
def test_only_an_exact_positive_amount_is_one(amount: object) -> None:
    with pytest.raises(CallbackUnreadable):
        read_event(event(amount=amount)[0])


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'{"event":"charge.success"}', b"\xff", b'{"a":NaN}']
)
def test_what_is_no_event_is_set_aside(body: bytes) -> None:
    with pytest.raises(CallbackUnreadable):
        read_event(body)


@given(st.binary(max_size=200), st.text(max_size=200))
def test_no_bytes_and_no_signature_crash_the_check(body: bytes, signature: str) -> None:
    assert not is_signed(body, signature, b"key")


def refund_of(till: Till, shillings: int, named: str = "") -> RefundRequest:
    """What goes back of two thousand shillings that came."""
    ticket = till.money.prompt(till.request(amount=Money.shillings(2_000)))
    till.pays(ticket)
    receipt = till.money.query(till.payee, ticket.checkout_id).receipt or ""
    payment = PaymentId(till.request().payment)
    return RefundRequest(payment, 1, till.payee, Money.shillings(shillings), receipt, "too small", named)


def refunds(till: Till) -> PaystackRefunds:
    assert isinstance(till.money, Paystack)
    return PaystackRefunds(till.money)


def test_a_part_of_the_money_goes_back_and_its_end_is_told(till: Till) -> None:
    asked = refund_of(till, 500)

    given = refunds(till).refund(asked)
    pending = refunds(till).query(asked, given.reference)
    till.emulator.command("process-refunds")
    done = refunds(till).query(asked, given.reference)

    assert (pending.kind, done.kind) == (EvidenceKind.PENDING, EvidenceKind.SUCCEEDED)
    assert done.amount == Money.shillings(500)


def test_its_end_is_called_back_as_a_reason_to_ask(till: Till) -> None:
    before = len(till.heard.callbacks)
    asked = refund_of(till, 500)
    refunds(till).refund(asked)
    till.emulator.command("process-refunds")

    def heard(channel: str) -> list[Callback]:
        return [each for each in till.heard.callbacks[before:] if each.channel == channel]

    both = (CHANNEL, REFUND_CHANNEL)
    eventually(lambda: all(map(heard, both)), "the payment's event and the refund's")

    paid, told = (heard(channel)[0] for channel in both)
    assert (told.unreadable, told.about.attempt) == (None, 1)
    assert read_refund(told.body).kind is EvidenceKind.PENDING
    with pytest.raises(CallbackUnreadable):
        read_refund(paid.body)


def test_more_than_came_never_goes_back(till: Till) -> None:
    with pytest.raises(NeighbourFailed) as failed:
        refunds(till).refund(refund_of(till, 2_001))

    assert not isinstance(failed.value, NeighbourUnsure)


def test_a_refund_whose_answer_was_lost_is_found_by_its_token(till: Till) -> None:
    asked, other = refund_of(till, 300, "refund-token-1"), refund_of(till, 300, "refund-token-2")
    till.emulator.fault(kind=FaultKind.LOST, path="/refund", method="POST")

    with pytest.raises(NeighbourUnsure):
        refunds(till).refund(asked)

    found = refunds(till).query(asked, None)
    assert (found.kind, found.amount) == (EvidenceKind.PENDING, Money.shillings(300))
    with pytest.raises(NeighbourFailed):
        refunds(till).query(other, None)
