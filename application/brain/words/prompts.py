"""What people say when M-Pesa's prompt came to nothing, and the shop asks whether to send it again."""

from typing import Final

from application.brain.words.intents import GUESS, Reading
from application.brain.words.parsed import Parsed
from application.understanding import Intent

ABOUT_PROMPTS: Final = frozenset({"yes", "failed", "ready", "no_money", "other_number"})
"""What a no may be part of that is none: "no prompt came", "the wrong PIN"."""

_SENDS_AGAIN: Final = frozenset({"again", "ready", "failed"})
_NOT_NOW: Final = frozenset({"later", "no_money"})
_ASKS_HOW: Final = frozenset({"cash", "how_to_pay"})


def about_the_prompt(parsed: Parsed, free: Reading) -> Reading | None:
    """The message as an answer to "shall I send it again?", beyond a plain yes or no; None if it is none.

    Only plain words send a prompt. Whoever asks how else she may pay is asked back, and hears no ringing.
    Example: "jaribu tena" and "nimeweka pesa" send it, "can I pay cash?" does not.
    """
    if free.intent is Intent.GIVE_PHONE:
        return free
    if parsed.plain_tags & _ASKS_HOW:
        return Reading(Intent.PAY_AGAIN, GUESS, ("asks how to pay",), Intent.HUMAN)
    if parsed.tags & _NOT_NOW:
        return Reading(Intent.DECLINE, 0.9, ("not now",))
    if parsed.plain_tags & _SENDS_AGAIN:
        return Reading(Intent.PAY_AGAIN, 0.9, ("wants it sent again",))
    return None
