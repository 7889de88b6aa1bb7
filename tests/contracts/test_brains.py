"""What every brain keeps, whichever thinks: the offline one, Gemini, and Claude, over their own clients."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pytest

from application.brain.eye.eye import MODEL, Eye
from application.brain.eye.photo import PhotoUnreadable
from application.ports import Draft
from application.ports.brain import Brain
from application.understanding import Intent, Pending, ReadingContext
from domain.brain import BrainName
from domain.conversation.question import Question
from domain.language import Language
from interfaces.brains import offline_brain
from tests.support.house import photo_of
from tests.support.present import present
from tests.support.thinking import NAMED, thinking

DRAFT = Draft(
    "I found these:\n⟦1⟧. ⟦2⟧, ⟦3⟧", ("1", "Zuri dress", "KSh 2,500"), Language.EN, "search", "Zuri"
)


@cache
def the_eye() -> Eye:
    return Eye()


BrainFor = Callable[[str], Brain]
"""The brain for a turn of this name."""


@pytest.fixture(scope="module", params=["offline", BrainName.GEMINI, BrainName.CLAUDE], ids=str)
def a_brain(request: pytest.FixtureRequest) -> Iterator[BrainFor]:
    if request.param == "offline":
        yield lambda _: offline_brain(the_eye())
        return
    with thinking(request.param, the_eye()) as mind:
        yield mind.brain


@pytest.fixture
def brain(a_brain: BrainFor, request: pytest.FixtureRequest) -> Brain:
    return a_brain(request.node.name)


def test_it_reads_what_she_looks_for(brain: Brain) -> None:
    read = brain.reader.read("nataka gauni nyekundu size M under 3k", ReadingContext())
    assert (read.intent, read.language) == (Intent.SEARCH, Language.SW)
    assert [g.value for g in read.need.garments] == ["dress"]
    assert [c.value for c in read.need.colours] == ["red"]
    assert read.need.max_price == 300_000


def test_it_reads_a_tap_without_a_thought(brain: Brain) -> None:
    read = brain.reader.read("tapped", ReadingContext(reply_id="tell_size:M"))
    assert (read.intent, present(read.size).value, brain.calls) == (Intent.TELL_SIZE, "M", [])


def test_a_yes_to_an_order_is_read_by_plain_words_alone(brain: Brain) -> None:
    read = brain.reader.read("yes", ReadingContext(pending=Pending(question=Question.CONFIRM_ORDER)))
    assert (read.intent, brain.calls) == (Intent.CONFIRM, [])


def test_an_address_or_a_number_goes_to_no_model(brain: Brain) -> None:
    asked = ReadingContext(pending=Pending(question=Question.WHICH_ADDRESS))
    assert brain.reader.read("Westlands, Sarit Centre, 3rd floor", asked).address
    assert brain.reader.read("call me on 0712 345 678", ReadingContext()).phone == "+254712345678"
    assert brain.calls == []


@pytest.mark.parametrize("text", ["", "😀", "\u200b\u200d\ufeff", "x" * 65_000, "\ud800\x00"], ids=ascii)
def test_strange_text_never_fails(brain: Brain, text: str) -> None:
    assert brain.reader.read(text, ReadingContext()).intent in Intent


def test_it_sees_a_piece_in_the_space_of_the_catalogue(brain: Brain) -> None:
    seen = brain.eye.look(photo_of("AM-102-RED"))
    assert seen.model == MODEL
    assert len(seen.vector) == 144
    assert "red" in [colour.value for colour, _ in seen.colours]
    assert sum(share for _, share in seen.colours) <= 1.0001


def test_what_is_no_photo_is_sent_nowhere(brain: Brain) -> None:
    with pytest.raises(PhotoUnreadable):
        brain.eye.look(b"GIF89a nothing")
    assert brain.calls == []


def test_figures_stand_in_its_words_as_code_put_them(brain: Brain) -> None:
    assert brain.writer.write(DRAFT).text == "I found these:\n1. Zuri dress, KSh 2,500"


def test_news_and_money_are_told_by_the_book(brain: Brain) -> None:
    told = Draft("Your order ⟦1⟧ is paid.", ("DK-7",), Language.EN)
    assert brain.writer.write(told).text == "Your order DK-7 is paid."
    assert brain.calls == []


def test_every_question_to_a_model_is_told_with_its_cost(a_brain: BrainFor) -> None:
    brain = a_brain("told with its cost")
    brain.reader.read("have you got something for a harusi?", ReadingContext())
    brain.writer.write(replace(DRAFT, wish="more"))
    names = {(call.use.model, call.use.outcome) for call in brain.calls}
    assert names <= {(named, "answered") for named in NAMED.values()}
    for call in brain.calls:
        assert call.use.tokens_in > 0 < call.use.tokens_out
        assert call.use.cost_micro_usd > 0
        assert (call.use.version, bool(call.inputs), bool(call.said)) == (call.use.version, True, True)
