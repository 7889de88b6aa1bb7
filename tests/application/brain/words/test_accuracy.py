"""How many messages are understood: one set known while the rules were written, others written later.

Measured: the known set 293 of 293. The blind sets, each read once before its misses were repaired: 47 of 65,
56 of 68, 52 of 70, 59 of 73, 65 of 73, 71 of 78, 55 of 99 and 46 of 60. The last two hold what the others
hardly do: questions about a piece, orders by number, others who pay, long stories, keyboards' short forms.
What they show, not the floors below, is what unseen talk meets; all were written by one hand, so a native
speaker's messages will fare worse.
"""

from pathlib import Path
from time import process_time
from typing import Final

import pytest

from application.brain.words.reader import OfflineReader
from application.understanding import GUARDED, Intent, Pending, ReadingContext
from domain.conversation.question import Question
from domain.sizes import Size

HERE = Path(__file__).parent
SIZES = tuple(Size.letter(letter) for letter in ("S", "M", "L", "XL"))
MEANINGS = (Intent.SEARCH, Intent.ORDER_STATUS)
SETS = tuple(path.stem for path in sorted(HERE.glob("*.tsv")) if path.stem != "searches")
Row = tuple[str, str, str]
KNOWN_WRONG: Final = {
    # Long stories: what is wanted stands among much else.
    "I have been waiting since Tuesday and nobody has told me any",
    "So hi, I was at this wedding last weekend and I saw a lady w",
    "habari za leo naitwa Mercy nilipata number yenu kwa facebook",
    "okay so when you come from Thika road you get to Roysambu th",
    "sasa nilinunua viatu kwenu juzi lakini zinanibana sana kwa h",
    "so the thing is sometimes I wear a 12 and sometimes a 14 bec",
    # A yes written wrongly pays nothing, so that it is asked back.
    "yess",
    # Words that nobody knows here yet.
    "What is your policy should the item not fit?",
    "what have i picked so far",
    "naskia mnauza matrench coats, zinaanzia ngapi",
    "mniwekee 1800 basi, mi ni customer wa kila siku",
    "nikishapokea nguo ndio nitume pesa?",
    # As good: what waits for her goes on waiting.
    "ngoja niongee na beshte wangu kwanza",
}
"""What the last two sets still hold that is misread, by its beginning; who mends one takes it out."""


def _rows(name: str) -> list[Row]:
    lines = (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(question, intent, text) for question, intent, text in (line.split("\t") for line in lines)]


def _context(question: str) -> ReadingContext:
    asked = Question.NOTHING if question == "-" else Question(question)
    sizes = SIZES if asked is Question.WHICH_SIZE else ()
    meanings = MEANINGS if asked is Question.WHICH_MEANING else ()
    return ReadingContext(pending=Pending(question=asked, sizes=sizes, meanings=meanings), shown=5)


def _wrong(name: str) -> list[str]:
    reader = OfflineReader()
    return [row[2][:60] for row in _rows(name) if reader.read(row[2], _context(row[0])).intent != row[1]]


def _misses(name: str) -> list[str]:
    reader = OfflineReader()
    read = [(row, reader.read(row[2], _context(row[0])).intent) for row in _rows(name)]
    return [f"{row} read as {got}" for row, got in read if got != row[1]]


@pytest.mark.parametrize(
    ("name", "most_misses"),
    [
        ("messages", 1),
        ("blind", 2),
        ("blind_second", 1),
        ("blind_third", 3),
        ("blind_fourth", 1),
        ("blind_fifth", 1),
        ("blind_sixth", 1),
    ],
)
def test_the_frozen_messages_stay_understood(name: str, most_misses: int) -> None:
    misses = _misses(name)
    assert len(misses) <= most_misses, "\n".join(misses)


def test_what_is_read_wrongly_stands_in_the_list_and_nothing_else_is() -> None:
    wrong = {text for name in ("blind_seventh", "blind_eighth") for text in _wrong(name)}
    assert wrong == KNOWN_WRONG


def test_the_messages_cover_every_intent() -> None:
    read = {intent for name in SETS for _, intent, _ in _rows(name)}
    assert read == {intent.value for intent in Intent}


def test_a_message_that_moves_money_or_destroys_is_never_heard_where_none_was_sent() -> None:
    reader = OfflineReader()
    alarms = []
    for name in SETS:
        for question, intent, text in _rows(name):
            found = reader.read(text, _context(question))
            if found.intent in GUARDED and found.intent != intent and found.sure:
                alarms.append((text, found.intent))
    assert alarms == []


def test_no_set_of_messages_is_left_out() -> None:
    assert len(SETS) == 9


def test_every_understanding_says_why() -> None:
    reader = OfflineReader()
    for question, intent, text in _rows("messages"):
        found = reader.read(text, _context(question))
        assert found.evidence or intent == "unknown", text


def test_a_message_is_read_in_well_under_a_millisecond() -> None:
    reader, rows = OfflineReader(), _rows("messages")
    contexts = [_context(question) for question, _, _ in rows]
    costs = []
    for _ in range(3):
        begun = process_time()
        for (_, _, text), context in zip(rows, contexts, strict=True):
            reader.read(text, context)
        costs.append((process_time() - begun) / len(rows))
    assert min(costs) < 0.001
