"""A customer's photo and words are placed where the catalogue is searched, over Gemini's own client."""

from collections.abc import Iterator

import pytest

from application.brain.eye.eye import Eye
from application.brain.hosted.reading import HostedReader
from application.brain.hosted.seeing import shrunk
from application.model_call import ModelCall
from application.ports.model import Embedded, Kept, Malformed, Unavailable
from application.understanding import Intent, ReadingContext
from domain.brain import BrainName, Purpose
from interfaces.gemini.model import Gemini
from tests.emulators.faults import FaultKind
from tests.support.house import photo_of
from tests.support.present import present
from tests.support.thinking import Thinking, thinking

WANTED, OLDER = "gemini-embedding-2@768", "gemini-embedding-2@256"
WORDS = "with puffy sleeves"


@pytest.fixture(scope="module")
def gemini() -> Iterator[Thinking]:
    with thinking(BrainName.GEMINI, Eye()) as mind:
        yield mind


@pytest.fixture
def mind(gemini: Thinking) -> Iterator[Thinking]:
    yield gemini
    gemini.forget()


def asked(mind: Thinking, *what: str | bytes) -> Embedded | Unavailable | Malformed:
    """What Gemini's own client makes of these."""
    assert isinstance(mind.model, Gemini)
    return mind.model.embed(what, 5)


def embedded(calls: list[ModelCall]) -> list[ModelCall]:
    return [call for call in calls if call.use.purpose is Purpose.EMBEDDING]


def test_vectors_have_unit_length_and_the_size_that_was_asked_for(mind: Thinking) -> None:
    answer = asked(mind, "a red dress", "sandals")
    assert isinstance(answer, Embedded)
    assert (answer.version, answer.tokens.read) == (WANTED, 200)
    for vector in answer.vectors:
        assert len(vector) == 768
        assert sum(number * number for number in vector) == pytest.approx(1)


def test_a_photo_lies_where_the_catalogue_has_the_piece(mind: Thinking) -> None:
    mind.serves = WANTED
    photo = photo_of("AM-102-RED")
    brain = mind.brain()
    placed = present(brain.eye.look(photo).placed)
    answer = asked(mind, shrunk(photo))
    assert isinstance(answer, Embedded)
    [there] = answer.vectors
    assert placed.space == WANTED
    assert placed.vector == pytest.approx(there, abs=0.002)
    [call] = embedded(brain.calls)
    assert (call.use.outcome, call.use.model, call.use.tokens_in) == ("answered", "gemini-embedding-2", 100)
    assert call.use.cost_micro_usd > 0


def test_words_that_no_vocabulary_names_are_placed_and_others_are_not(mind: Thinking) -> None:
    mind.serves = WANTED
    brain = mind.brain()
    read = brain.reader.read(f"red dress {WORDS}", ReadingContext())
    assert (read.intent, present(read.need.placed).space) == (Intent.SEARCH, WANTED)
    assert brain.reader.read("red dress", ReadingContext()).need.placed is None
    assert brain.reader.read("asante sana", ReadingContext()).need.placed is None
    assert len(embedded(brain.calls)) == 1


def test_while_an_older_space_serves_it_is_placed_there(mind: Thinking) -> None:
    mind.serves = OLDER
    placed = present(mind.brain().eye.look(photo_of("AM-102-RED")).placed)
    assert (placed.space, len(placed.vector)) == (OLDER, 256)


def test_where_no_space_serves_no_vector_is_asked_for(mind: Thinking) -> None:
    brain = mind.brain()
    assert brain.eye.look(photo_of("AM-102-RED")).placed is None
    assert embedded(brain.calls) == []


def test_what_was_asked_once_is_not_paid_again(mind: Thinking) -> None:
    mind.serves = WANTED
    first = mind.brain("one").eye.look(photo_of("AM-102-RED")).placed
    before = len(mind.emulator.calls())
    brain = mind.brain("two")
    assert brain.eye.look(photo_of("AM-102-RED")).placed == first
    assert len(mind.emulator.calls()) == before
    assert [call.use.reused for call in embedded(brain.calls)] == [True]


def test_a_kept_answer_that_is_no_vector_places_nothing(mind: Thinking) -> None:
    mind.serves = WANTED
    mind.brain("one").eye.look(photo_of("AM-102-RED"))
    for name, kept in mind.answers.kept.items():
        mind.answers.kept[name] = Kept(kept.turn, kept.use, "AAA=")
    assert mind.brain("two").eye.look(photo_of("AM-102-RED")).placed is None


def test_words_of_which_nothing_may_leave_the_house_are_placed_nowhere(mind: Thinking) -> None:
    mind.serves = WANTED
    reader = mind.brain().reader
    assert isinstance(reader, HostedReader)
    placing = present(reader.placing)
    assert placing.words("   ") is None
    assert mind.emulator.calls() == []


def test_a_model_that_is_away_leaves_the_offline_eyes_vector(mind: Thinking) -> None:
    mind.serves = WANTED
    mind.emulator.fault(kind=FaultKind.ANSWER, path=":batchEmbedContents", status=503, body="{}", times=9)
    seen = mind.brain().eye.look(photo_of("AM-102-RED"))
    assert seen.placed is None
    assert len(seen.vector) == 144


def test_a_refused_key_is_told_as_one_that_asking_again_does_not_help(mind: Thinking) -> None:
    mind.emulator.fault(kind=FaultKind.ANSWER, path=":batchEmbedContents", status=403, body="{}")
    answer = asked(mind, "dress")
    assert isinstance(answer, Unavailable)
    assert answer.again_in is None
