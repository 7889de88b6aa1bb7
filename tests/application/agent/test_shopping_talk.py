"""What is said around buying: put off, paid by others or later, and asked of orders by their number."""

import pytest

from application.agent.wording.phrases import Phrase, texts
from application.commands import DisconnectPaymentAccount
from domain.conversation.conversation import Conversation
from domain.conversation.events import HandedToPerson
from domain.conversation.question import Question
from domain.language import Language
from domain.order.events import OrderPlaced
from domain.order.order import Order
from tests.application.little_shop import AMANI, Customer, LittleShop, intents


@pytest.fixture
def summed_up(wanjiku: Customer) -> Customer:
    """Her order is summed up, and waits for her word."""
    wanjiku.says("red dress")
    wanjiku.says("1")
    wanjiku.taps("tell_size:M")
    wanjiku.taps("checkout")
    wanjiku.says("Westlands, Sarit Centre, 3rd floor")
    return wanjiku


def asked(little: LittleShop) -> Question:
    return little.get(Conversation, little.log.ids(AMANI, "conversation")[-1]).question


def said(phrase: Phrase, language: Language = Language.EN) -> str:
    return texts(language)[phrase][0].split("{")[0]


@pytest.mark.parametrize(
    "words",
    [
        "ok noted, will get back",
        "sawa ntakujuza",
        "ok nitarudi",
        "poa kesho",
        "yes but",
        "ok wait",
        "haya ngoja",
        "ntalipa nikipata mzigo",
        "can i pay on delivery?",
        "how do I pay?",
        "mume wangu atalipa",
        "can my friend pay for it",
    ],
)
def test_nothing_is_ordered_and_no_prompt_rings_without_a_plain_yes(
    little: LittleShop, summed_up: Customer, words: str
) -> None:
    summed_up.says(words)
    assert not little.log.told(OrderPlaced)
    assert not little.money.asked


def test_who_puts_it_off_hears_that_nothing_is_ordered_and_keeps_her_cart(
    little: LittleShop, summed_up: Customer
) -> None:
    reply = summed_up.says("ok noted, will get back")
    assert "not ordered anything" in reply.text
    assert len(summed_up.cart.lines) == 1
    assert asked(little) is Question.NOTHING


def test_a_yes_with_a_condition_is_told_how_to_say_yes(little: LittleShop, summed_up: Customer) -> None:
    reply = summed_up.says("yes but wait")
    assert reply.text == said(Phrase.NOT_YET)
    assert asked(little) is Question.CONFIRM_ORDER
    summed_up.presses()
    assert len(little.log.told(OrderPlaced)) == 1


def test_payment_on_delivery_is_answered_by_how_the_shop_is_paid(summed_up: Customer) -> None:
    reply = summed_up.says("can I pay on delivery?")
    assert "Payment comes first here, by M-Pesa" in reply.text
    assert intents(reply) == ["checkout", "human"]


def test_a_shop_that_takes_no_money_says_so(little: LittleShop, wanjiku: Customer) -> None:
    little.do(DisconnectPaymentAccount("mpesa"))
    assert wanjiku.says("can I pay on delivery?").text == said(Phrase.SHOP_CLOSED)


def test_payment_on_delivery_rings_no_prompt_for_an_order_that_waits(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.has_ordered()
    before = len(little.money.asked)
    reply = wanjiku.says("nitalipa nikipata mzigo")
    assert "malipo ni kwanza, kwa M-Pesa" in reply.text
    assert len(little.money.asked) == before
    assert intents(reply) == ["human"]


def test_somebody_elses_payment_asks_for_that_number(little: LittleShop, summed_up: Customer) -> None:
    reply = summed_up.says("can my friend pay for it")
    assert "Which M-Pesa number" in reply.text
    assert asked(little) is Question.WHICH_PHONE
    assert "0733 222 111" in summed_up.says("0733 222 111").text


def test_goodbye_keeps_the_cart_and_says_so(summed_up: Customer) -> None:
    summed_up.says("no")
    assert said(Phrase.CART_WAITS) in summed_up.says("I will come back, bye").text


def test_goodbye_without_a_cart_speaks_of_none(wanjiku: Customer) -> None:
    assert wanjiku.says("I will come back").text in texts(Language.EN)[Phrase.GOODBYE]


def test_an_order_is_found_by_the_number_as_she_types_it(little: LittleShop, wanjiku: Customer) -> None:
    order = wanjiku.has_paid()
    number = little.get(Order, order).number
    written = number.lower().replace("-", " ")
    assert f"Order {number} is paid" in wanjiku.says(f"my order is {written}").text


def test_an_older_order_is_told_of_by_its_number(little: LittleShop, wanjiku: Customer) -> None:
    older = little.get(Order, wanjiku.has_paid()).number
    newer = little.get(Order, wanjiku.has_ordered()).number
    assert f"Order {newer}" in wanjiku.says("where is my order?").text
    assert f"Order {older} is paid" in wanjiku.says(f"where is order {older}?").text


@pytest.mark.parametrize(
    "words", ["where is order {}?", "cancel order {}", "nimelipa order {}", "nataka kulipa {}"]
)
def test_an_order_of_somebody_else_is_never_spoken_of_or_touched(
    little: LittleShop, wanjiku: Customer, words: str
) -> None:
    strangers = little.get(Order, Customer(little, name="akinyi", phone="+254722000111").has_paid()).number
    mine = little.get(Order, wanjiku.has_ordered()).number
    prompts = len(little.money.asked)
    reply = wanjiku.says(words.format(strangers))
    assert reply.text.startswith((said(Phrase.NO_SUCH_ORDER), said(Phrase.NO_SUCH_ORDER, Language.SW)))
    assert strangers not in reply.text
    assert mine not in reply.text
    assert len(little.money.asked) == prompts


def test_the_person_who_was_offered_comes_on_her_yes(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("where is order DK-7F3K9Q?")
    assert not little.log.told(HandedToPerson)
    assert "A person will answer you" in wanjiku.says("yes please").text
    assert [fact.reason for fact in little.log.told(HandedToPerson)] == ["asked"]


def test_the_address_of_a_placed_order_is_a_persons_to_change(little: LittleShop, wanjiku: Customer) -> None:
    number = little.get(Order, wanjiku.has_paid()).number
    reply = wanjiku.says("change delivery address to Kasarani")
    assert f"Where order {number} goes" in reply.text
    assert intents(reply) == ["human"]


def test_a_new_address_is_kept_without_the_words_that_lead_to_it(summed_up: Customer) -> None:
    reply = summed_up.says("change delivery address to Kasarani, Mwiki stage")
    assert "📍 Kasarani, Mwiki stage" in reply.text
