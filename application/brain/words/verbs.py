"""Swahili verbs taken apart: who, when and what is done, in any of the hundreds of forms a verb may take."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from application.brain.words.lexicon import Match, Meaning, lexicon
from application.brain.words.text import Span, Words
from domain.language import Language

_NOBODY: Final = ""
_I: Final = frozenset({"ni", "n", "tu", "na", "nina"})
_YOU: Final = frozenset({"m", "u", "mu", "mw"})
_THING: Final = frozenset({"i", "u", "zi", "ki", "vi", "li", "ya", "a"})
_PAST: Final = frozenset({"me", "li", "mesha", "lisha", "sha"})
_STEMS: Final = {
    "pay": r"lip(?:a|e|ia|ie|iwa|wa|eni)",
    "send": r"tum(?:a|e|ia|ie|wa|iwa|eni|ieni)",
    "reach": r"fik(?:a|e|i|ia)|wasili|j(?:a|e)",
    "bring": r"let(?:a|e|ea|ee|ewa|ewe|eni)|pelek(?:a|e|ea|wa|ewa)|deliver|deliva",
    "give_back": r"rudish(?:a|e|ia|iwa|ie)|rejesh(?:a|e)|return|exchange",
    "change": r"badilish(?:a|e|ia|ie|iwa)|badili|change",
    "lower": r"pungu(?:z(?:a|e|ia|ie)|a)|shush(?:a|e|ia|ie)",
    "take": r"chuku(?:a|e|lia)|nunu(?:a|e|lia)|beb(?:a|e)|nunulie",
    "seek": r"tak(?:a|e|i)|tafut(?:a|e|ia)|hitaj(?:i|ia)|omb(?:a|e)",
    "like": r"pend(?:a|e|i|ezwa|elea)|chagu(?:a|e)",
    "remove": r"to(?:a|e|lea|lee)|ondo(?:a|e|lea|lee)|fut(?:a|e|ia|ie)",
    "add": r"ongez(?:a|e|ea|ee|ewa)|wek(?:a|e|ea|ee)",
    "fit": r"ingi(?:a|e|i|ia)|tosh(?:a|e|i|ea)|fit|ene(?:a|e|i)|ka(?:a|e)|fa(?:a|e|i)",
    "open": r"fung(?:a|u(?:a|e|lia|liwa)|wa)|open|close",
    "wear": r"va(?:a|e|lia)",
    "speak": r"onge(?:a|e|lesha)|zungumz(?:a|e)",
    "break": r"rarua|raruka|chanika|haribika|pasuka|toboka|pauka|chafuka|fifia",
    "see": r"on(?:a|e|i|yesh(?:a|e|wa))|pat(?:a|e|i|ia)|pok(?:ea|ee)",
    "answer": r"jib(?:u|iwa)|saidi(?:a|wa)",
    "wait": r"ngoj(?:a|e|ea)|subir(?:i|ia)",
    "cancel": r"cancel|ghair(?:i|isha)|sitish(?:a|e)",
    "order": r"order|agiz(?:a|e|ia)|oda|checkout",
    "come_back": r"rudi(?:e)?",
    "let_know": r"juz(?:a|e)|julish(?:a|e)|ambi(?:a|e)|wasiliana|show|cheki",
    "finish": r"maliz(?:a|e|ia)|kamilish(?:a|e)",
}
_SUBJECT: Final = (
    "ni|n|u|a|tu|mw|mu|m|wa|i|zi|ki|vi|li|ya|ku|si|hai|hau|hazi|haki|havi|hali|hatu|ham|hawa|hu|na|nina|"
)
_TENSE: Final = "na|li|me|mesha|lisha|sha|ta|nge|ki|kisha|ja|ku|ka|"
_WHEN: Final = frozenset({"ki", "kisha"})
_OBJECT: Final = "ni|ku|wa|m|i|zi|ki|vi|li|u|tu|"
_VERB: Final = re.compile(
    rf"^(?P<subject>{_SUBJECT})(?P<tense>{_TENSE})(?P<object>{_OBJECT})(?:"
    + "|".join(f"(?P<{name}>{stem})" for name, stem in _STEMS.items())
    + ")(?P<ni>ni)?$"
)
_ALWAYS: Final = {
    "give_back": ("return",),
    "lower": ("haggle",),
    "like": ("like",),
    "wear": ("wear",),
    "break": ("complain",),
    "cancel": ("cancel",),
    "order": ("checkout",),
    "finish": ("checkout",),
    "speak": ("talk",),
    "answer": ("help",),
    "wait": ("waiting",),
}
_ORDERED: Final = {
    "pay": ("pay",),
    "send": ("send",),
    "take": ("take",),
    "remove": ("remove", "erase"),
    "add": ("add",),
    "change": ("change",),
    "see": ("show",),
}
_DENIED: Final = {
    "reach": ("status", "failed"),
    "bring": ("status", "failed"),
    "see": ("failed",),
    "send": ("failed",),
    "pay": ("not_paid",),
    "seek": ("no",),
    "take": ("no",),
    "like": ("no",),
    "fit": ("complain",),
}


class Verb(NamedTuple):
    """A verb taken apart."""

    stem: str
    subject: str
    tense: str
    object: str

    @property
    def is_denied(self) -> bool:
        """Whether it says that it is not so."""
        return self.subject == "si" or (self.subject.startswith("ha") and len(self.subject) > 2)


@lru_cache(maxsize=4096)
def verb_of(word: str) -> Verb | None:
    """The word as a Swahili verb of shopping; None if it is none.

    Example: verb_of("haujafika") == Verb("reach", "hau", "ja", "").
    """
    found = _VERB.match(word) if 4 <= len(word) <= 22 else None
    if found is None:
        return None
    # "nitafutie" is look for me (tafuta), never I shall wipe (futa).
    if "tafut" in word:
        return Verb("seek", found["subject"], "", "")
    stem = next(name for name in _STEMS if found[name])
    return Verb(stem, found["subject"], found["tense"], found["object"])


def verb_cues(words: Words) -> Iterator[Match]:
    """The acts that verbs show which no list of the lexicon names."""
    known = lexicon().vocabulary
    for at, word in enumerate(words):
        if word not in known and (verb := verb_of(word)):
            for act in acts_of(verb):
                yield Match(Span(at, at + 1), word, Meaning("cue", act, Language.SW))


def acts_of(verb: Verb) -> tuple[str, ...]:
    """What is done by whom: "nimelipa" claims a payment, "nitalipa" wants to pay, "mnalipa" neither."""
    if verb.is_denied and verb.stem not in ("answer", "wear"):
        return _DENIED.get(verb.stem, ())
    if verb.stem in _ALWAYS:
        return _ALWAYS[verb.stem]
    if verb.subject == _NOBODY:
        return _ORDERED.get(verb.stem, ()) if verb.tense == "" else ()
    if verb.subject in _I:
        return _mine(verb)
    return _yours_or_its(verb)


def _mine(verb: Verb) -> tuple[str, ...]:
    past = verb.tense in _PAST
    if verb.tense in _WHEN and verb.stem in ("pay", "see"):
        return ("condition",)
    match verb.stem:
        case "come_back" | "let_know":
            return ("postpone",) if verb.tense == "ta" else ()
        case "pay":
            return ("paid",) if past else ("pay",)
        case "send":
            return ("paid",) if past else ()
        case "bring":
            return ("delivery", "ask_you")
        case "add" if past:
            return ("view",)
        case "take" | "remove" | "add" | "change":
            return (verb.stem,)
    return _mine_to_wear(verb)


def _mine_to_wear(verb: Verb) -> tuple[str, ...]:
    match verb.stem:
        case "seek":
            return ("want",)
        case "see":
            return () if verb.tense in _PAST else ("show",)
        case "fit":
            return ("size_advice",)
    return ()


def _yours_or_its(verb: Verb) -> tuple[str, ...]:
    match verb.stem:
        case "send" | "bring" | "reach" if verb.tense in _WHEN:
            return ("on_receipt",)
        case "pay" if verb.subject == "a":
            return ("paid",) if verb.tense in _PAST else ("other_payer",)
        case "send" | "bring" if verb.subject in _YOU and verb.tense not in _PAST:
            return ("delivery_ask",)
        case "send" | "bring" | "reach" if verb.subject in _THING:
            return ("status",)
        case "open" if verb.subject in _YOU | _THING:
            return ("hours",)
        case "fit" if verb.object == "ni" or verb.tense == "ta":
            return ("size_advice",)
        case "remove" | "add" | "change" if verb.subject in _YOU and verb.tense == "":
            return (verb.stem, "erase") if verb.stem == "remove" else (verb.stem,)
    return ()
