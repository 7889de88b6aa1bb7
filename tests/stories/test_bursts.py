"""People write in pieces: what belongs together gets one answer."""

from collections.abc import Iterator

import pytest

from domain.conversation.events import MessageReceived, ReplyComposed
from tests.support.house import AMANI, OpenHouse, Phone, open_house, photo_of
from tests.support.invariants import Shop
from tests.support.postgres import TestServer

QUIET = 1.2
"""Long enough that a busy machine does not tear a burst apart. Units: seconds."""


@pytest.fixture(scope="module")
def open_shop(postgres: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenHouse]:
    """A house that waits longer for more."""
    with open_house(postgres, tmp_path_factory.getbasetemp(), quiet=QUIET) as opened:
        yield opened


def test_a_burst_of_five_messages_gets_one_answer(house: OpenHouse) -> None:
    with house.customer() as phone:
        for words in ("Hi", "do you have", "a red dress", "for a wedding", "under 3k?"):
            phone.writes(words)
        answer = _only_answer(house, phone)
    assert "Wambui wrap midi dress, red" in answer
    assert "6,500" not in answer
    facts = Shop(house, AMANI)
    answered = [fact for fact in facts.told(ReplyComposed) if len(fact.answers) == 5]
    assert len(answered) == 1
    burst = [
        r for r in facts.log if isinstance(r.fact, MessageReceived) and r.fact.message in answered[0].answers
    ]
    assert len({r.cause.correlation for r in burst}) == 1


def test_an_album_gets_one_answer(house: OpenHouse) -> None:
    with house.customer() as phone:
        phone.sends_photos(
            photo_of("AM-102-RED"), photo_of("AM-304-BLK"), photo_of("AM-108-BLU"), caption="These?"
        )
        answer = _only_answer(house, phone)
    assert "Wambui" in answer
    assert "Moraa" in answer


def test_a_photo_and_the_words_after_it_are_one_question(house: OpenHouse) -> None:
    with house.customer() as phone:
        phone.sends_photos(photo_of("AM-102-RED"))
        phone.writes("do you have this in navy?")
        answer = _only_answer(house, phone)
    assert "Wambui wrap midi dress, navy" in answer


def test_two_customers_at_once_are_answered_apart(house: OpenHouse) -> None:
    with house.customer() as one, house.customer() as other:
        one.writes("red dress for a wedding")
        other.writes("nataka suruali nyeusi")
        assert "red" in _only_answer(house, one)
        assert "Suruali" in _only_answer(house, other) or "suruali" in _only_answer(house, other)


def _only_answer(house: OpenHouse, phone: Phone) -> str:
    """What the shop said, once; it says no more afterwards."""
    phone.hears("")
    house.settles()
    (answer,) = phone.answers()
    return answer.text
