"""Questions around a piece and a shop, read as what they are and not as the nearest act."""

import pytest

from application.brain.words.abbreviations import written_out
from application.brain.words.reader import OfflineReader
from application.understanding import Intent, Pending, ReadingContext, Topic, Understanding
from domain.clothing import Colour, Occasion
from domain.conversation.question import Question


def _read(text: str, question: Question = Question.NOTHING, shown: int = 5) -> Understanding:
    return OfflineReader().read(text, ReadingContext(pending=Pending(question=question), shown=shown))


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("is it original leather?", (Topic.GENUINE,)),
        ("material ni gani", (Topic.MATERIAL,)),
        ("does it stretch", (Topic.STRETCH,)),
        ("inafifia ikioshwa?", (Topic.CARE,)),
        ("What fabric is the second one made of?", (Topic.MATERIAL,)),
        ("ina mifuko?", (Topic.POCKETS,)),
        ("nitumie picha ya hiyo ya pili", (Topic.PICTURE,)),
        ("send me a clear photo of number 3", (Topic.PICTURE,)),
    ],
)
def test_a_question_about_a_piece_says_what_is_asked(text: str, topics: tuple[Topic, ...]) -> None:
    found = _read(text)
    assert (found.intent, found.topics) == (Intent.ASK_PIECE, topics)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("show me more like the second one", Intent.MORE),
        ("add another one same size", Intent.ADD_TO_CART),
        ("ongeza nyingine", Intent.ADD_TO_CART),
        ("zote mbili", Intent.PICK),
        ("both please", Intent.PICK),
        ("kitu ya date night, si ya bei sana", Intent.SEARCH),
        ("naeza pata hio dress ya maua kwa 2500?", Intent.HAGGLE),
        ("nichukue hii kwa 2000", Intent.ADD_TO_CART),
        ("kuna vitu vipya?", Intent.SEARCH),
        ("any new stock this week?", Intent.SEARCH),
        ("what do you know about me", Intent.MY_DATA),
        ("data gani mko nayo", Intent.MY_DATA),
        ("mnauza jumla?", Intent.WHOLESALE),
        ("wholesale price for 10 dresses", Intent.WHOLESALE),
        ("pick up at the shop", Intent.PICK_UP),
        ("nitakuja kuchukua mwenyewe", Intent.PICK_UP),
        ("add gift wrapping", Intent.EXTRA_WISH),
        ("between 1500 and 3000", Intent.SEARCH),
        ("I'm usually M but this brand runs small", Intent.ASK_SIZE_ADVICE),
        ("hii iko kwa black?", Intent.SEARCH),
        ("does it come in green", Intent.SEARCH),
    ],
)
def test_common_shopping_talk_is_read_as_it_is_meant(text: str, intent: Intent) -> None:
    found = _read(text)
    assert (found.intent, found.sure) == (intent, True)


def test_both_of_five_is_not_all_five() -> None:
    assert not _read("both please").selection.everything
    assert _read("zote mbili", shown=2).selection.everything


@pytest.mark.parametrize("text", ["zote mbili", "nipee zote mbili"])
def test_both_is_one_of_each(text: str) -> None:
    for question in (Question.NOTHING, Question.WHICH_PIECE):
        found = _read(text, question, shown=2)
        assert (found.selection.everything, found.quantity) == (True, None)


def test_all_good_takes_nothing() -> None:
    assert _read("all good", Question.WHICH_PIECE).intent is not Intent.PICK


def test_one_more_of_the_same_is_neither_a_number_nor_another_kind() -> None:
    found = _read("add another one same size")
    assert (found.selection.another, found.selection.points, found.size) == (True, False, None)


def test_not_too_dear_looks_for_the_cheap_ones_first() -> None:
    need = _read("kitu ya date night, si ya bei sana").need
    assert (need.occasions, need.cheapest_first) == ((Occasion.DATE,), True)


def test_this_in_another_colour_points_at_this() -> None:
    found = _read("does it come in green")
    assert (found.need.colours, found.selection.this_one) == ((Colour.GREEN,), True)


@pytest.mark.parametrize(
    "text", ["kids clothes mnayo? mtoto wa miaka 5", "my daughter is turning 6, a pink dress"]
)
def test_an_age_is_no_quantity(text: str) -> None:
    found = _read(text)
    assert (found.intent, found.quantity) == (Intent.SEARCH, None)


def test_the_piece_of_a_price_is_picked_and_not_haggled_over() -> None:
    assert _read("nataka hiyo ya 2500").intent is not Intent.HAGGLE


@pytest.mark.parametrize(
    "text",
    [
        "so the thing is sometimes I wear a 12 and sometimes a 14 so I am not sure which one I should get",
        "okay so when you come from Thika road you get to Roysambu then you go past TRM there is a station",
        "not sure",
    ],
)
def test_a_sure_and_an_okay_inside_a_story_agree_to_nothing(text: str) -> None:
    found = _read(text, Question.CONFIRM_ORDER)
    assert not (found.sure and found.intent in {Intent.CONFIRM, Intent.PAY})


def test_words_shortened_on_a_phone_are_written_out() -> None:
    assert written_out(("wen", "r", "you", "opn")) == ("when", "are", "you", "open")
    assert _read("wat tym do u opn").intent is Intent.OPENING_HOURS
