"""The words that the shop knows, read once from clothing.toml, cues.toml and plain.toml."""

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import product
from typing import Any, Final, NamedTuple

from application.brain.words.swahili import agreeing_forms
from application.brain.words.text import Span, Words, fold, words_of
from domain.language import Language

_CHOICE: Final = re.compile(r"\{([^}]*)\}")
_PARTS: Final = re.compile(r",(?![^{]*\})")
_NUMERALS: Final = (
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty "
    "moja mbili tatu nne tano sita saba nane tisa kumi ishirini thelathini arobaini hamsini sitini sabini "
    "themanini tisini mia elfu laki nusu under below less more than max maximum chini kuanzia hadi budget "
    "thousand hundred dozen ksh kes bob shilingi kiuno kifua nyonga matiti waist bust hips inches inchi"
)


class Meaning(NamedTuple):
    """What a form stands for: a kind ("garment", "cue"), its value ("dress", "take") and the language."""

    kind: str
    value: str
    language: Language


class Match(NamedTuple):
    """A form found in a message."""

    span: Span
    form: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All forms by their words, and every single word that is known.

    Shape: `starts` gives for a first word the lengths of the forms that begin with it, longest first.
    """

    clothing: dict[Words, tuple[Meaning, ...]]
    cues: dict[Words, tuple[Meaning, ...]]
    starts: dict[str, tuple[int, ...]]
    languages: dict[str, frozenset[Language]]
    vocabulary: frozenset[str]

    def clothing_in(self, words: Words) -> list[Match]:
        """Words for clothes, longest first from the left, none overlapping."""
        found: list[Match] = []
        at = 0
        while at < len(words):
            matches = self._at(words, at, self.clothing)
            longest = max((m.span.end for m in matches), default=at + 1)
            found += [m for m in matches if m.span.end == longest]
            at = longest
        return found

    def cues_in(self, words: Words) -> list[Match]:
        """Every cue in the message, overlapping ones too."""
        return [match for at in range(len(words)) for match in self._at(words, at, self.cues)]

    def _at(self, words: Words, at: int, forms: dict[Words, tuple[Meaning, ...]]) -> list[Match]:
        found: list[Match] = []
        for length in self.starts.get(words[at], ()):
            form = words[at : at + length]
            if len(form) == length and form in forms:
                span = Span(at, at + length)
                found += [Match(span, " ".join(form), meaning) for meaning in forms[form]]
        return found


@cache
def lexicon() -> Lexicon:
    """The lexicon of the product."""
    clothing: dict[Words, tuple[Meaning, ...]] = {}
    for kind, entries in _read("clothing.toml").items():
        for value, entry in entries.items():
            _put(clothing, kind, value, entry)
    cues: dict[Words, tuple[Meaning, ...]] = {}
    for act, entry in _read("cues.toml").items():
        _put(cues, "cue", act, entry)
    plain: dict[Words, tuple[Meaning, ...]] = {}
    _put(plain, "plain", "plain", _read("plain.toml"))
    return _index(clothing, cues, plain)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _put(table: dict[Words, tuple[Meaning, ...]], kind: str, value: str, entry: dict[str, str]) -> None:
    for language in Language:
        for form in _forms(entry.get(language.value, "")):
            _add(table, form, Meaning(kind, value, language))
    if stem := entry.get("stem"):
        for agreeing in agreeing_forms(stem, entry.get("n", "")):
            _add(table, (agreeing,), Meaning(kind, value, Language.SW))


def _add(table: dict[Words, tuple[Meaning, ...]], form: Words, meaning: Meaning) -> None:
    known = table.get(form, ())
    if form and not any(m[:2] == meaning[:2] for m in known):
        table[form] = (*known, meaning)


def _forms(written: str) -> list[Words]:
    return [words_of(fold(form)) for part in _PARTS.split(written) for form in _chosen(part)]


def _chosen(part: str) -> list[str]:
    pieces = _CHOICE.split(part)
    choices = [piece.split(",") if n % 2 else [piece] for n, piece in enumerate(pieces)]
    return ["".join(choice) for choice in product(*choices)]


def _index(*tables: dict[Words, tuple[Meaning, ...]]) -> Lexicon:
    starts: defaultdict[str, set[int]] = defaultdict(set)
    languages: defaultdict[str, set[Language]] = defaultdict(set)
    known = set(_NUMERALS.split())
    for table in tables:
        for form, meanings in table.items():
            starts[form[0]].add(len(form))
            known.update(form)
            if len(form) == 1:
                languages[form[0]].update(meaning.language for meaning in meanings)
    return Lexicon(
        clothing=tables[0],
        cues=tables[1],
        starts={word: tuple(sorted(lengths, reverse=True)) for word, lengths in starts.items()},
        languages={word: frozenset(tongues) for word, tongues in languages.items()},
        vocabulary=frozenset(known),
    )
