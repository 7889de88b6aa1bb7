"""A reply as code composed it, before a brain may choose its words."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from application.agent.state import Turn
from application.agent.wording.phrases import Line, say
from application.commands import CancelOrder, Command, HandToPerson, PlaceOrder, StartPrompt
from application.ports import Draft
from application.understanding import Intent

BY_THE_BOOK: Final = (CancelOrder, HandToPerson, PlaceOrder, StartPrompt)
"""A turn that proposes one of these is told in the shop's own phrases, word for word."""

_BINDING: Final = frozenset(
    {Intent.ABUSE, Intent.ERASE_ME, Intent.HAGGLE, Intent.INJECTION, Intent.STOP_MARKETING}
)


def draft_of(turn: Turn, lines: Iterable[Line], proposed: Iterable[Command]) -> Draft:
    """The draft of a turn's reply. Without a `wish` no brain may touch it: news, refusals, money, rights
    and a price that is haggled over are told by the book."""
    values: list[str] = []
    spoken = [say(_with_places(each, values), turn.language, turn.reply_id) for each in lines]
    draft = Draft("\n".join(spoken), tuple(values), turn.language, _wish(turn, proposed))
    voice = turn.boutique.voice
    if voice is None:
        return draft
    return replace(draft, voice=voice.agent_name, tone=voice.tone, forbidden=voice.forbidden)


def _with_places(spoken: Line, values: list[str]) -> Line:
    """The line with numbered places instead of its figures, which join the values."""
    places = []
    for name, value in spoken.values:
        values.append(value)
        places.append((name, f"⟦{len(values)}⟧"))
    return Line(spoken.phrase, tuple(places))


def _wish(turn: Turn, proposed: Iterable[Command]) -> str:
    meaning = turn.understanding
    bound = turn.notice or turn.refused or not meaning.sure or meaning.intent in _BINDING
    if bound or any(isinstance(command, BY_THE_BOOK) for command in proposed):
        return ""
    return meaning.intent.value
