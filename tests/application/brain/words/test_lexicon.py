"""The lexicon and the rules fit each other."""

import re
from itertools import pairwise
from pathlib import Path

from application.brain.words import parsed
from application.brain.words.lexicon import lexicon
from application.brain.words.rules import RULES
from application.brain.words.spelling import meant_by, spelled
from application.brain.words.swahili import agreeing_forms
from application.brain.words.verbs import verb_of
from application.understanding import Intent
from domain.clothing import Colour, Fabric, Garment, Occasion, Pattern, Style

FINDS = set(re.findall(r'"(#\w+)"', Path(parsed.__file__).read_text(encoding="utf-8")))
CUES = {meaning.value for meanings in lexicon().cues.values() for meaning in meanings}


def test_every_tag_of_a_rule_can_be_found() -> None:
    spoken = {tag for rule in RULES for tag in rule.needs | rule.forbids}
    assert spoken - CUES - FINDS == set()


def test_every_intent_but_unknown_has_a_rule() -> None:
    assert {rule.intent for rule in RULES} == set(Intent) - {Intent.UNKNOWN}


def test_every_garment_colour_occasion_style_and_fabric_can_be_said() -> None:
    said = {(m.kind, m.value) for meanings in lexicon().clothing.values() for m in meanings}
    wanted = {("garment", g.value) for g in Garment} | {("colour", c.value) for c in Colour}
    wanted |= {("occasion", o.value) for o in Occasion} | {("style", s.value) for s in Style}
    wanted |= {("fabric", f.value) for f in Fabric}
    # Lace and denim are heard as cloth.
    wanted |= {("pattern", p.value) for p in Pattern if p not in (Pattern.LACE, Pattern.DENIM)}
    assert wanted - said == set()


def test_the_longest_forms_are_tried_first() -> None:
    assert all(a > b for lengths in lexicon().starts.values() for a, b in pairwise(lengths))


def test_an_adjective_takes_every_class() -> None:
    assert {"nyeusi", "mweusi", "jeusi", "cheusi", "vyeusi", "weusi"} <= set(agreeing_forms("eusi"))
    assert {"ndefu", "mrefu", "kirefu", "virefu", "marefu"} <= set(agreeing_forms("refu", "ndefu"))


def test_a_verb_is_taken_apart() -> None:
    assert verb_of("haujafika") == ("reach", "hau", "ja", "")
    assert verb_of("mtanitumia") == ("send", "m", "ta", "ni")
    assert verb_of("nitafutie") == ("seek", "ni", "", "")
    assert verb_of("gauni") is None


def test_a_typing_error_is_put_right_and_named() -> None:
    assert spelled(("red", "drss")).corrections == (("drss", "dress"),)
    assert meant_by("gaunni") == "gauni"


def test_a_word_like_no_other_stays_unknown() -> None:
    assert spelled(("sequin",)).unknown == ("sequin",)
    assert meant_by("x" * 100) is None
