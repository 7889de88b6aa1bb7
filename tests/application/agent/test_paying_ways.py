"""Paying by Airtel Money and by card: chosen, tried, left and tried in another way; at most one at a time."""

from dataclasses import replace
from functools import partial

import pytest

from application.agent.nodes.payment import WHY
from application.agent.wording.phrases import Phrase, texts
from application.commands import CancelOrder
from application.outcome import DONE, Later
from application.ports import Evidence, EvidenceKind, NeighbourUnsure
from application.work import Work, WorkKind
from domain.boutique.boutique import Boutique
from domain.conversation.reply import Reply
from domain.language import Language
from domain.order.events import CancelReason
from domain.order.state import OrderStatus
from domain.payment.attempt import AttemptState
from domain.payment.payment import Payment
from tests.application.little_shop import AMANI, PWANI, Customer, LittleShop
from tests.support.present import present

PAGE = "https://checkout.paystack.com/3ni8kdavz62431k"
AIRTEL_NUMBER = "+254733123456"


@pytest.fixture
def little(little: LittleShop) -> LittleShop:
    """A shop that also takes Airtel Money and cards."""
    for provider, account in (("airtel", "AM-1"), ("paystack", "ACCT_amani")):
        little.tell(
            Boutique,
            AMANI,
            partial(Boutique.connect_payment_account, provider=provider, shortcode=account, is_till=False),
        )
    return little


@pytest.fixture
def deciding(wanjiku: Customer) -> Customer:
    """She is asked how she pays."""
    wanjiku.says("red dress")
    wanjiku.says("1")
    wanjiku.taps("tell_size:M")
    wanjiku.taps("checkout")
    wanjiku.says("Westlands, Sarit Centre, 3rd floor")
    return wanjiku


@pytest.fixture
def at_the_page(little: LittleShop, deciding: Customer) -> Customer:
    """A page for her card stands open."""
    little.money.page = PAGE
    deciding.taps("pay:card")
    return deciding


def rows(reply: Reply) -> list[str]:
    return [row.id for row in reply.rows]


def providers(little: LittleShop) -> list[str]:
    return [asked.payee.provider for asked in little.money.asked]


def ends(customer: Customer, code: str, attempt: int = 1) -> Reply:
    checkout = customer.payment.attempts[attempt].checkout_id
    said = Evidence(EvidenceKind.FAILED, code, "no", checkout, "merchant-1")
    customer.little.called_back(said, customer.payment_id, attempt)
    customer.little.works()
    return customer.heard[-1]


def test_the_ways_are_offered_with_that_of_her_number_first(deciding: Customer) -> None:
    reply = deciding.heard[-1]
    assert rows(reply) == ["pay:mpesa", "pay:airtel", "pay:card", "give_address:other", "give_phone:other"]
    assert reply.buttons == ()
    assert "M-Pesa prompt to 0712 345 678" in reply.text


def test_an_airtel_number_is_offered_airtel_first(little: LittleShop) -> None:
    achieng = Customer(little, "achieng", AIRTEL_NUMBER)
    achieng.says("red dress")
    achieng.says("1")
    achieng.taps("tell_size:M")
    achieng.taps("checkout")
    reply = achieng.says("Westlands, Sarit Centre")
    assert rows(reply)[0] == "pay:airtel"
    assert "Airtel Money prompt" in reply.text
    achieng.says("yes")
    assert providers(little) == ["airtel"]


@pytest.mark.parametrize(
    ("answer", "provider"),
    [("yes", "mpesa"), ("airtel", "airtel"), ("nitalipa na airtel money", "airtel"), ("M-Pesa", "mpesa")],
)
def test_she_may_say_how_she_pays(little: LittleShop, deciding: Customer, answer: str, provider: str) -> None:
    deciding.says(answer)
    assert providers(little) == [provider]


@pytest.mark.parametrize("answer", ["card", "kadi", "by card please", "I'll pay by visa"])
def test_a_card_is_paid_at_a_page_whose_link_comes_in_the_chat(
    little: LittleShop, deciding: Customer, answer: str
) -> None:
    little.money.page = PAGE
    deciding.says(answer)
    comes, page = deciding.heard[-2:]
    assert "link" in comes.text
    link = present(page.link)
    assert (link.url, link.title) == (PAGE, "Pay by card")
    assert "KSh 2,800" in page.text
    assert (providers(little), deciding.order.status) == (["paystack"], OrderStatus.AWAITING_PAYMENT)


@pytest.mark.parametrize("words", ["do you have a card holder?", "my airtel number is 0733123456"])
def test_a_word_in_passing_orders_nothing(little: LittleShop, deciding: Customer, words: str) -> None:
    deciding.says(words)
    assert little.money.asked == []


def test_a_shop_with_one_way_asks_as_ever(wanjiku: Customer) -> None:
    """The second boutique takes M-Pesa only, and its customers hear of nothing else."""
    pendo = Customer(wanjiku.little, "pendo", "+254711111111", PWANI)
    pendo.says("red dress")
    pendo.says("1")
    pendo.taps("tell_size:M")
    pendo.taps("checkout")
    reply = pendo.says("Westlands, Sarit Centre")
    assert reply.buttons[0].id == "confirm:confirm_order"
    assert "card" not in " ".join(reply.text for reply in pendo.heard)


def test_the_page_is_told_in_swahili(little: LittleShop, wanjiku: Customer) -> None:
    little.money.page = PAGE
    wanjiku.says("nataka gauni nyekundu")
    wanjiku.says("ya kwanza")
    wanjiku.taps("tell_size:M")
    wanjiku.taps("checkout")
    wanjiku.says("Westlands, Sarit Centre")
    wanjiku.says("kadi")
    assert wanjiku.heard[-1].text.startswith("Lipa *KSh 2,800*")
    assert present(wanjiku.heard[-1].link).title == "Lipa kwa kadi"


def test_who_asks_how_to_pay_after_her_card_failed_gets_a_page_which_rings_nowhere(
    little: LittleShop, at_the_page: Customer
) -> None:
    ends(at_the_page, "card-failed")
    at_the_page.says("asante")
    at_the_page.says("how do I pay?")
    assert providers(little) == ["paystack", "paystack"]


def test_money_by_card_pays_the_order(at_the_page: Customer) -> None:
    at_the_page.pays()
    assert at_the_page.order.status is OrderStatus.PAID


def test_the_link_is_told_again_and_no_second_page_is_made(little: LittleShop, at_the_page: Customer) -> None:
    again = at_the_page.taps("pay_again")
    assert present(again.link).url == PAGE
    assert len(little.money.asked) == 1


def test_an_open_page_is_left_for_mpesa_and_one_attempt_is_live(
    little: LittleShop, at_the_page: Customer
) -> None:
    little.money.page = None
    at_the_page.taps("pay_again:mpesa")
    first, second = at_the_page.payment.attempts.values()
    assert (first.state, second.state) == (AttemptState.FAILED, AttemptState.PROMPTED)
    assert providers(little) == ["paystack", "mpesa"]
    assert "prompt" in at_the_page.heard[-1].text
    assert not any("Nothing was paid" in reply.text for reply in at_the_page.heard)


def test_a_page_that_was_left_and_paid_all_the_same_is_paid_twice_and_known_to_be(
    little: LittleShop, at_the_page: Customer
) -> None:
    little.money.page = None
    at_the_page.taps("pay_again:mpesa")
    at_the_page.pays(attempt=2)
    at_the_page.pays(attempt=1)
    assert at_the_page.order.status is OrderStatus.PAID
    assert at_the_page.payment.takings.held.cents == 280_000


def test_a_ringing_phone_is_not_left_for_a_card(little: LittleShop, deciding: Customer) -> None:
    deciding.says("yes")
    assert "PIN" in deciding.taps("pay_again:card").text
    assert providers(little) == ["mpesa"]


@pytest.mark.parametrize("code", ["card-failed", "card-abandoned"])
def test_a_card_that_came_to_nothing_is_told_with_the_other_ways(at_the_page: Customer, code: str) -> None:
    reply = ends(at_the_page, code)
    assert texts(Language.EN)[WHY[code]][0] in reply.text
    assert rows(reply) == [
        "pay_again:card",
        "pay_again:mpesa",
        "pay_again:airtel",
        "give_phone:other",
        "cancel_order",
    ]


@pytest.mark.parametrize(
    ("code", "phrase"),
    [
        ("DP00800001002", Phrase.PIN_WRONG),
        ("DP00800001007", Phrase.NO_FUNDS),
        ("TE", Phrase.PROMPT_UNANSWERED),
        ("DP00800009999", Phrase.PROMPT_OUR_FAULT),
    ],
)
def test_airtels_reasons_are_told_in_her_words_with_airtels_name(
    deciding: Customer, code: str, phrase: Phrase
) -> None:
    deciding.taps("pay:airtel")
    reply = ends(deciding, code)
    said = texts(Language.EN)[phrase][0].format(network="Airtel Money")
    assert said in reply.text
    assert "M-Pesa" not in reply.text


def test_another_number_is_asked_on_its_own_network(little: LittleShop, deciding: Customer) -> None:
    deciding.says("yes")
    ends(deciding, "1")
    deciding.taps("give_phone:other")
    deciding.says("0733 123 456")
    assert providers(little) == ["mpesa", "airtel"]
    assert little.money.asked[-1].phone == AIRTEL_NUMBER


def test_a_page_for_an_order_that_is_given_up_is_not_told(little: LittleShop, deciding: Customer) -> None:
    little.money.page = PAGE
    deciding.sends(text="card")
    deciding.turn()
    little.works(WorkKind.PROMPT_PAYMENT)
    little.do(CancelOrder(deciding.order_id, CancelReason.OWNER))
    deciding.turn()
    little.works()
    assert [reply.link for reply in deciding.heard] == [None] * len(deciding.heard)
    assert "no open order to pay" in " ".join(reply.text for reply in deciding.heard)


class TestNamesOfOurs:
    """Where the neighbour takes each of our names once, a lost prompt is sent again, and asked about."""

    @pytest.fixture
    def prompt(self, little: LittleShop, deciding: Customer) -> Work:
        little.money.names = True
        deciding.sends(text="airtel")
        deciding.turn()
        return next(work for work in little.due if work.kind is WorkKind.PROMPT_PAYMENT)

    def test_a_lost_answer_is_asked_for_again(
        self, little: LittleShop, deciding: Customer, prompt: Work
    ) -> None:
        little.money.answers.append(NeighbourUnsure("airtel", "no-answer", "lost", retryable=False))
        assert isinstance(little.react(prompt), Later)
        assert little.react(prompt) == DONE
        assert deciding.payment.attempts[1].state is AttemptState.PROMPTED

    def test_after_a_crash_the_prompt_is_sent_again_under_its_name(
        self, little: LittleShop, deciding: Customer, prompt: Work
    ) -> None:
        assert little.react(replace(prompt, perhaps_done=True)) == DONE
        assert deciding.payment.attempts[1].checkout_id == f"{deciding.payment_id}-1"

    def test_one_lost_again_and_again_is_doubted_and_then_asked_about(
        self, little: LittleShop, deciding: Customer, prompt: Work
    ) -> None:
        lost = NeighbourUnsure("airtel", "no-answer", "lost", retryable=False)
        little.money.answers.append(lost)
        assert little.react(replace(prompt, attempts=3)) == DONE
        assert deciding.payment.attempts[1].state is AttemptState.UNCERTAIN
        query = next(work for work in little.due if work.kind is WorkKind.QUERY_PAYMENT)
        total = deciding.order.total
        little.money.truths.append(Evidence(EvidenceKind.SUCCEEDED, "TS", "", receipt="MP1", amount=total))
        assert little.react(query) == DONE
        assert little.money.queried == [f"{deciding.payment_id}-1"]
        assert little.get(Payment, deciding.payment_id).is_complete

    def test_money_of_another_amount_found_by_a_query_settles_nothing(
        self, little: LittleShop, deciding: Customer, prompt: Work
    ) -> None:
        assert little.react(prompt) == DONE
        query = next(work for work in little.due if work.kind is WorkKind.QUERY_PAYMENT)
        one = deciding.order.total * 2
        little.money.truths.append(Evidence(EvidenceKind.SUCCEEDED, "success", "", receipt="7", amount=one))
        assert little.react(query) == DONE
        assert not little.get(Payment, deciding.payment_id).is_complete
