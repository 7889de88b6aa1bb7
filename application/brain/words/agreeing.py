"""When a yes is a yes. What moves money hangs on it, so whatever hedges it makes it none yet."""

from typing import Final

from application.brain.words.parsed import Parsed
from application.brain.words.text import word_set
from domain.conversation.question import Question

_NO: Final = frozenset({"no", "wait", "keep_off"})
_PUTS_OFF: Final = frozenset({"postpone", "condition"})
_DESTROYS: Final = frozenset({Question.CONFIRM_EMPTY, Question.CONFIRM_CANCEL})
_LONGEST_YES: Final = 12
"""Words of a yes at most: in a whole story "sure" and "okay" agree to nothing."""

_HEDGES: Final = frozenset(
    {
        "#question",
        "dont_know",
        "but",
        "if_word",
        "change",
        "add",
        "other_payer",
        "on_receipt",
        "cash_on_delivery",
    }
)

_AGREES: Final = word_set(
    "yes thanks go_on pay prompt checkout send mpesa again ready all_done same_number all"
)
_POLITE: Final = word_set(
    "please pls plz tafadhali kindly kabisa sana sasa now saa hii basi bas maze manze dear dada sis bro hun "
    "my it its that thats the this hiyo hilo ni na and i im am is are to la ya for me you can order oda all "
    "right everything kila kitu yote vyote zote just then so tu ombi malipo wangu yangu yako mpenzi madam "
    "sir boss lol haha hizo ile iko ill by with via kwa visa card kadi airtel money safaricom mastercard "
    "want wanna nataka lets"
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


def is_plain_yes(parsed: Parsed) -> bool:
    """Whether nothing but politeness stands beside the yes: "ok nimeona" has seen it, and has not agreed."""
    agreed = {
        at
        for cue in parsed.cues
        if cue.meaning.value in _AGREES
        for at in range(cue.span.start, cue.span.end)
    }
    return all(at in agreed or word in _POLITE for at, word in enumerate(parsed.words))


def puts_off(parsed: Parsed) -> bool:
    """Whether she will come back to it: "sawa ntakujuza" agrees to nothing."""
    return bool(parsed.tags & _PUTS_OFF)


def is_half_a_yes(parsed: Parsed, question: Question) -> bool:
    """A yes with a condition, a wish or a no beside it; it must be asked back."""
    return "yes" in parsed.tags and is_hedged(parsed, question)


def is_hedged(parsed: Parsed, question: Question) -> bool:
    """Whether something beside it takes back what is said, or puts it to another day."""
    if len(parsed.words) > _LONGEST_YES:
        return True
    also = set() if question in _DESTROYS else {"remove", "later"}
    return has_no(parsed) or bool(parsed.tags & (_HEDGES | _PUTS_OFF | also))
