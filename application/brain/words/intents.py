"""From acts to an intent, with the reasons."""

from typing import Final, NamedTuple

from application.brain.words.parsed import Parsed
from application.brain.words.rules import RULES, Rule
from application.understanding import GUARDED, Intent

GUESS: Final = 0.45
"""The confidence of a guess: just too little to act on."""

_GRAVE: Final = GUARDED | {Intent.INJECTION, Intent.ABUSE, Intent.HUMAN}
# Below every strong reading, so that plain words go before; no rule has this weight of its own.
_GUESSED: Final = 0.795
_CLOSE: Final = 0.1
_RUNNER_UP_FROM: Final = 0.5


class Reading(NamedTuple):
    """An intent, how sure, why, and the second best."""

    intent: Intent
    confidence: float
    evidence: tuple[str, ...]
    runner_up: Intent | None = None
    address: str | None = None


NOT_UNDERSTOOD: Final = Reading(Intent.UNKNOWN, 0.0, ())


def intent_of(parsed: Parsed) -> Reading:
    """The reading that the heaviest rule gives; a guess only, where money hangs on corrected spelling."""
    fired = _fired(parsed)
    if not fired:
        return NOT_UNDERSTOOD
    best = max(fired, key=_weight)
    others = [rule for rule in fired if rule.intent is not best.intent and rule.weight >= _RUNNER_UP_FROM]
    second = max(others, key=_weight, default=None)
    confidence = best.weight - max(0.0, _CLOSE - (best.weight - second.weight)) if second else best.weight
    if best.weight == _GUESSED:
        confidence = GUESS
    evidence = tuple(_reason(tag, parsed) for tag in sorted(best.needs))
    return Reading(best.intent, round(confidence, 2), evidence, second.intent if second else None)


def weight_of(parsed: Parsed, reading: Reading) -> float:
    """How heavily the rules spoke for a reading, before doubt was taken off."""
    return max((r.weight for r in _fired(parsed) if r.intent is reading.intent), default=0.0)


def _fired(parsed: Parsed) -> list[Rule]:
    tags, plain = parsed.tags, parsed.plain_tags
    fired = [rule for rule in RULES if rule.needs <= tags and not rule.forbids & tags]
    return [rule if rule.needs <= plain else _guessed(rule) for rule in fired]


def _guessed(rule: Rule) -> Rule:
    """A rule that fires on corrected spelling alone: where much hangs on it, it is no more than a guess."""
    return rule._replace(weight=_GUESSED) if rule.intent in _GRAVE else rule


def _weight(rule: Rule) -> float:
    return rule.weight


def _reason(tag: str, parsed: Parsed) -> str:
    forms = [match.form for match in parsed.cues if match.meaning.value == tag]
    return f"{tag}: {max(forms, key=len)}" if forms else tag.lstrip("#")
