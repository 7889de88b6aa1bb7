"""When a yes is a yes. What moves money hangs on it, so whatever hedges it makes it none yet."""

from typing import Final

from application.brain.words.parsed import Parsed
from domain.conversation.question import Question

_NO: Final = frozenset({"no", "wait", "keep_off"})
_PUTS_OFF: Final = frozenset({"postpone", "condition"})
_DESTROYS: Final = frozenset({Question.CONFIRM_EMPTY, Question.CONFIRM_CANCEL})
_HEDGES: Final = frozenset(
    {"but", "if_word", "change", "add", "other_payer", "on_receipt", "cash_on_delivery"}
)


def says_no(parsed: Parsed) -> bool:
    """Whether it is a plain no."""
    return (has_no(parsed) or parsed.words[:1] == ("la",)) and not opens_with_yes(parsed)


def has_no(parsed: Parsed, beside: frozenset[str] = frozenset({"yes"})) -> bool:
    """Whether there is a no that is no part of a yes, as "hakuna" is of "hakuna noma"."""
    agreed = [m.span for m in parsed.cues if m.meaning.value in beside]
    refused = [m.span for m in parsed.cues if m.meaning.value in _NO]
    return any(not any(a.start <= r.start and r.end <= a.end for a in agreed) for r in refused)


def opens_with_yes(parsed: Parsed) -> bool:
    """Whether the first word agrees, whatever follows."""
    return any(m.meaning.value == "yes" and m.span.start == 0 for m in parsed.cues)


def puts_off(parsed: Parsed) -> bool:
    """Whether she will come back to it: "sawa ntakujuza" agrees to nothing."""
    return bool(parsed.tags & _PUTS_OFF)


def is_half_a_yes(parsed: Parsed, question: Question) -> bool:
    """A yes with a condition, a wish or a no beside it; it must be asked back."""
    if "yes" not in parsed.tags:
        return False
    also = set() if question in _DESTROYS else {"remove", "later"}
    return has_no(parsed) or bool(parsed.tags & (_HEDGES | _PUTS_OFF | also))
