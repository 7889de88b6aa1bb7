"""The language of the answer."""

import pytest

from application.brain.words.reader import OfflineReader
from application.understanding import ReadingContext
from domain.language import Language

EN, SW, SHENG = Language.EN, Language.SW, Language.SHENG


@pytest.mark.parametrize(
    ("text", "before", "language"),
    [
        ("I want a red dress", None, EN),
        ("nataka gauni nyekundu", None, SW),
        ("niaje, nacheki blazer manze", None, SHENG),
        ("", None, EN),
        ("12345", SW, SW),
    ],
)
def test_the_language_of_most_words_is_answered(
    text: str, before: Language | None, language: Language
) -> None:
    assert OfflineReader().read(text, ReadingContext(language=before)).language is language


@pytest.mark.parametrize(
    ("text", "before"), [("asante", EN), ("poa", EN), ("size M please", SW), ("sawa", SHENG)]
)
def test_a_single_borrowed_word_does_not_change_the_language(text: str, before: Language) -> None:
    assert OfflineReader().read(text, ReadingContext(language=before)).language is before


def test_a_whole_sentence_changes_the_language() -> None:
    found = OfflineReader().read("nataka order yangu iletwe leo jioni", ReadingContext(language=EN))
    assert found.language is SW


@pytest.mark.parametrize(
    ("text", "before", "language"),
    [("english please", SW, EN), ("kwa kiswahili tafadhali", EN, SW), ("bonga sheng", EN, SHENG)],
)
def test_an_explicit_wish_for_a_language_wins(text: str, before: Language, language: Language) -> None:
    assert OfflineReader().read(text, ReadingContext(language=before)).language is language
