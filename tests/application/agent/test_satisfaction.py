"""Who has her parcel is asked once how she likes it; her stars are kept, and the unhappy meet a person."""

from datetime import timedelta

import pytest

from application.agent.wording.phrases import Phrase, texts
from application.commands import DeliverOrder, HandToCourier, PackOrder, RateOrder
from domain.conversation.events import HandedToPerson, HandOverReason
from domain.language import Language
from domain.order.events import OrderRated
from tests.application.little_shop import Customer, LittleShop, intents

(ASKED,), (NOTED,) = (texts(Language.EN)[each] for each in (Phrase.HOW_DO_YOU_LIKE_IT, Phrase.RATING_NOTED))


def gets_it(little: LittleShop, her: Customer) -> None:
    little.do(PackOrder(her.order_id), HandToCourier(her.order_id, "Wells Fargo"))
    little.works()
    little.do(DeliverOrder(her.order_id))
    little.works()


def stars(little: LittleShop) -> list[int]:
    return [fact.stars for fact in little.log.told(OrderRated)]


def test_she_is_asked_with_the_news_itself_and_her_tap_is_kept(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.has_paid()
    gets_it(little, wanjiku)
    asked = wanjiku.heard[-1]
    assert asked.text.endswith(ASKED)
    assert intents(asked) == ["thanks", "thanks", "complain"]
    assert wanjiku.presses(0).text == NOTED
    assert (stars(little), wanjiku.order.stars) == ([5], 5)
    assert sum(ASKED in said.text for said in wanjiku.heard) == 1


def test_who_is_not_happy_gets_a_person(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.has_paid()
    gets_it(little, wanjiku)
    wanjiku.presses(2)
    assert stars(little) == [1]
    assert [fact.reason for fact in little.log.told(HandedToPerson)] == [HandOverReason.COMPLAINT]


@pytest.mark.parametrize(("words", "kept"), [("4", [4]), ("asante sana", []), ("black skirt", [])])
def test_a_number_of_stars_counts_and_other_words_mean_themselves(
    little: LittleShop, wanjiku: Customer, words: str, kept: list[int]
) -> None:
    wanjiku.has_paid()
    gets_it(little, wanjiku)
    wanjiku.says(words)
    assert stars(little) == kept


def test_an_old_button_still_means_its_own_order(little: LittleShop, wanjiku: Customer) -> None:
    first = wanjiku.has_paid()
    gets_it(little, wanjiku)
    old = wanjiku.heard[-1].buttons[1].id
    wanjiku.says("blue dress")
    wanjiku.taps(old)
    assert (stars(little), wanjiku.order_id) == ([3], first)


def test_who_is_busy_with_something_else_is_not_asked(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.has_paid()
    wanjiku.says("black skirt")
    gets_it(little, wanjiku)
    assert not any(ASKED in said.text for said in wanjiku.heard)


def test_after_24_hours_she_is_asked_when_she_writes_again(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.has_paid()
    little.clock.pass_by(timedelta(hours=25))
    gets_it(little, wanjiku)
    assert not any(ASKED in said.text for said in wanjiku.heard)
    wanjiku.says("hi")
    assert sum(ASKED in said.text for said in wanjiku.heard) == 1


def test_nobody_rates_the_order_of_another(little: LittleShop, wanjiku: Customer) -> None:
    order = wanjiku.has_paid()
    gets_it(little, wanjiku)
    akinyi = Customer(little, "akinyi", "+254711000009")
    akinyi.says("hi")
    little.do(RateOrder(akinyi.id, order, 1))
    assert stars(little) == []
