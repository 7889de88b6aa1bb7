"""The whole journey, paid by PayLink, by Airtel Money and by card, each over its own wire."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from domain.order.state import OrderStatus
from domain.payment.events import PaymentCompleted, PromptStarted
from tests.emulators.faults import FaultKind
from tests.stories.walks import comes_to_her_word, number_in, order_called, puts_into_cart
from tests.support.house import AMANI, PWANI, OpenHouse, heard_of, open_house, until
from tests.support.invariants import Shop, check
from tests.support.other_tills import SECRET_KEY, SUBACCOUNT, TillsExchange, called_back_at, tills_exchange
from tests.support.postgres import TestServer

IN_NYALI = "Nyali, opposite City Mall, house 4"


@dataclass(frozen=True)
class Town:
    """The house, and the tills that stand around it."""

    house: OpenHouse
    tills: TillsExchange


@pytest.fixture(scope="module")
def built(postgres: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    base = tmp_path_factory.getbasetemp()
    with tills_exchange() as tills, open_house(postgres, base, exchanges=(tills,)) as house:
        yield Town(house, tills)


@pytest.fixture
def town(built: Town) -> Iterator[Town]:
    yield built
    built.tills.forget()
    built.house.settles()
    check(built.house)


def test_an_order_is_paid_by_paylink_and_called_back_by_safaricom(town: Town) -> None:
    with town.house.customer(PWANI) as phone:
        puts_into_cart(phone, "red dress")
        phone.taps("Check out")
        phone.says(IN_NYALI)
        number = number_in(phone.taps("Pay now"))
        phone.enters_pin()
        phone.hears("Payment received")
    town.house.settles()

    [heard] = town.tills.paylink.control.get("/_control/heard").json()[-1:]
    assert heard["arguments"]["account_reference"] == number
    assert order_called(town.house, number, PWANI).status is OrderStatus.PAID


def test_an_order_is_paid_by_airtel_money(town: Town) -> None:
    with town.house.customer() as phone:
        comes_to_her_word(phone)
        told = phone.taps("Pay by Airtel Money")
        assert "Airtel Money prompt" in told.text
        town.tills.enters_pin()
        assert "Payment received" in phone.hears("Payment received").text
    town.house.settles()

    order = order_called(town.house, number_in(told))
    assert (order.status, (order.receipt or "")[:2]) == (OrderStatus.PAID, "MP")


def test_an_order_is_paid_by_card_at_a_page_whose_link_comes_in_the_chat(town: Town) -> None:
    with town.house.customer() as phone:
        comes_to_her_word(phone)
        told = phone.taps("Pay by card")
        page = phone.hears("by card here")
        made = town.tills.newest_page()
        assert page.link
        assert (page.link.title, page.link.url) == (
            "Pay by card",
            f"https://checkout.paystack.com/{made['code']}",
        )
        assert f"KSh {made['amount'] // 100:,}" in page.text
        town.tills.pays_by_card()
        phone.hears("Payment received")
    town.house.settles()

    assert order_called(town.house, number_in(told)).status is OrderStatus.PAID
    assert made["subaccount"] == SUBACCOUNT


def test_a_declined_card_is_told_and_another_way_pays(town: Town) -> None:
    with town.house.customer() as phone:
        comes_to_her_word(phone)
        told = phone.taps("Pay by card")
        phone.hears("by card here")
        town.tills.pays_by_card(declined=True)
        town.house.settles()
        town.house.time_passes(seconds=16)
        assert "did not accept the card" in phone.hears("did not accept the card").text
        assert "enter your PIN" in phone.taps("Pay by M-Pesa").text
        phone.enters_pin()
        phone.hears("Payment received")
    town.house.settles()

    assert order_called(town.house, number_in(told)).was_paid


def test_a_page_left_alone_closes_and_can_be_asked_for_anew(town: Town) -> None:
    with town.house.customer() as phone:
        comes_to_her_word(phone)
        told = phone.taps("Pay by card")
        phone.hears("by card here")
        first = town.tills.newest_page()["reference"]
        for _ in range(8):
            town.house.settles()
            town.house.time_passes(minutes=3)
            if heard_of(phone, "has closed"):
                break
        phone.hears("has closed")
        phone.taps("Pay by card")
        until(lambda: town.tills.newest_page()["reference"] != first, "a new page", 20)
        town.tills.pays_by_card()
        phone.hears("Payment received")
    town.house.settles()

    assert order_called(town.house, number_in(told)).was_paid


@pytest.mark.parametrize("copies", [0, 10])
def test_airtels_callback_may_never_come_or_come_ten_times(town: Town, copies: int) -> None:
    town.tills.airtel.command("manner", {"copies": copies})
    with town.house.customer() as phone:
        comes_to_her_word(phone)
        told = phone.taps("Pay by Airtel Money")
        town.tills.enters_pin()
        town.house.settles()
        town.house.time_passes(seconds=16)
        phone.hears("Payment received")
        town.house.settles()
        assert sum("Payment received" in bubble.text for bubble in phone.answers()) == 1

    order = order_called(town.house, number_in(told))
    done = [fact for fact in Shop(town.house, AMANI).told(PaymentCompleted) if fact.receipt == order.receipt]
    assert len(done) == 1


def test_a_lost_answer_of_airtel_makes_no_second_prompt(town: Town) -> None:
    before = len(town.tills.airtel_prompts())
    town.tills.airtel.fault(kind=FaultKind.LOST, path="/merchant/v1/payments/")
    with town.house.customer() as phone:
        comes_to_her_word(phone)
        told = phone.taps("Pay by Airtel Money")
        town.house.settles()
        town.house.time_passes(seconds=30)
        town.house.settles()
        town.tills.enters_pin()
        phone.hears("Payment received")
    town.house.settles()

    assert len(town.tills.airtel_prompts()) == before + 1
    assert order_called(town.house, number_in(told)).was_paid


def test_a_well_formed_success_that_paystack_does_not_confirm_pays_nothing(town: Town) -> None:
    """Signed with the right key, as by somebody who stole it: the verification decides."""
    with town.house.customer() as phone:
        comes_to_her_word(phone)
        told = phone.taps("Pay by card")
        phone.hears("by card here")
        made = town.tills.newest_page()
        body, signature = _forged(made)
        url = called_back_at(town.house.home, "paystack")
        answer = httpx.post(url, content=body, headers={"x-paystack-signature": signature}, timeout=20)
        assert answer.status_code == 200
        town.house.time_passes(seconds=5)
        assert not heard_of(phone, "Payment received")
        assert order_called(town.house, number_in(told)).status is OrderStatus.AWAITING_PAYMENT
        town.tills.pays_by_card()
        town.house.time_passes(minutes=2)
        phone.hears("Payment received")


def test_one_boutiques_ways_are_not_the_others(town: Town) -> None:
    with town.house.customer(PWANI) as phone:
        puts_into_cart(phone, "red dress")
        phone.taps("Check out")
        asked = phone.says(IN_NYALI)
        assert [button.title for button in asked.buttons][:1] == ["Pay now"]
        assert not heard_of(phone, "card")
    started = [fact.payee for fact in Shop(town.house, PWANI).told(PromptStarted) if fact.payee]
    assert started == []


def _forged(made: dict[str, Any]) -> tuple[bytes, str]:
    data = {**made, "status": "success", "metadata": {}}
    body = json.dumps({"event": "charge.success", "data": data}).encode()
    return body, hmac.new(SECRET_KEY.encode(), body, hashlib.sha512).hexdigest()
