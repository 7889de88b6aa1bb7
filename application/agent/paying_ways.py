"""In which way she wants to pay: by a tap, by her words, or as her number says; and what she calls it."""

import re
from collections.abc import Mapping
from typing import Final

from application.agent.offers import button, reply_id, said
from application.agent.state import Offer, Turn
from application.agent.wording.names import local
from application.agent.wording.phrases import Line, Phrase, line
from application.understanding import Intent
from application.ways_to_pay import BEHIND, Way, way_for, ways_of
from domain.conversation.reply import Button, Row
from domain.language import Language
from domain.money import Money
from domain.payment.attempt import Attempt

NETWORK: Final[Mapping[Way, str]] = {Way.MPESA: "M-Pesa", Way.AIRTEL: "Airtel Money", Way.CARD: "card"}
"""The names of networks, the same in every language; a card has none and is spoken of in words."""

_WORDS: Final[Mapping[Way, re.Pattern[str]]] = {
    Way.CARD: re.compile(r"\b(card|kadi|visa|master ?card)\b", re.IGNORECASE),
    Way.AIRTEL: re.compile(r"\bairtel\b", re.IGNORECASE),
    Way.MPESA: re.compile(r"\b(m-? ?pesa|safaricom)\b", re.IGNORECASE),
}
_TITLES: Final = {
    Way.MPESA: Phrase.PAY_BY_MPESA,
    Way.AIRTEL: Phrase.PAY_BY_AIRTEL,
    Way.CARD: Phrase.PAY_BY_CARD,
}
_TAPPED: Final = frozenset({Intent.PAY.value, Intent.PAY_AGAIN.value})
_PAYING: Final = frozenset({Intent.PAY, Intent.PAY_AGAIN})
_BARE: Final = 4
"""So many words at most are nothing but the way, where they mean nothing else."""


def way_named(turn: Turn) -> Way | None:
    """The way that she tapped or named, if it is one of several that are open; never guessed."""
    ways = ways_of(turn.boutique)
    if len(ways) < 2:
        return None
    intent, _, subject = (turn.understanding.selection.reply_id or "").partition(":")
    if intent in _TAPPED and subject in ways:
        return Way(subject)
    words = " ".join(message.text or "" for message in turn.messages)
    named = [way for way in ways if _WORDS[way].search(words)]
    return named[0] if len(named) == 1 else None


def answers_with_a_way(turn: Turn) -> bool:
    """Whether she says how she pays, and nothing else: a bare “card” is an answer, a card holder is none."""
    meaning = turn.understanding
    if way_named(turn) is None:
        return False
    if meaning.sure and meaning.intent in _PAYING:
        return True
    words = " ".join(message.text or "" for message in turn.messages).split()
    return meaning.intent in {Intent.UNKNOWN, *_PAYING} and len(words) <= _BARE


def way_of(turn: Turn, phone: str | None) -> Way:
    """The way that this money will go: named, or that of the number."""
    return way_for(turn.boutique, phone, way_named(turn)) or Way.MPESA


def way_tried(turn: Turn) -> Way:
    """The way of the last attempt."""
    attempts: list[Attempt] = list(turn.payment.attempts.values()) if turn.payment else []
    asked = turn.payment.asked if turn.payment else None
    payee = (attempts[-1].payee if attempts else None) or asked
    return BEHIND.get(payee.provider, Way.MPESA) if payee else Way.MPESA


def choices(turn: Turn, first: Way, phrase: Phrase, intent: Intent, others: tuple[Button, ...]) -> Offer:
    """What to tap: with one way open a button, with several a list that begins with `first`.

    Shape: `phrase` and `intent` are those of the one button; `others` come after the ways.
    """
    ways = ways_of(turn.boutique)
    if len(ways) < 2:
        return Offer(buttons=(button(phrase, intent, turn.language), *others))
    ordered = sorted(ways, key=lambda way: way is not first)
    rows = [Row(id=reply_id(intent, way.value), title=title_of(turn, way)) for way in ordered]
    rows += [Row(id=each.id, title=each.title) for each in others]
    return Offer(rows=tuple(rows), rows_title=said(line(Phrase.BUTTON_WAYS), turn.language))


def asked_again(total: Money, phone: str, way: Way) -> Line:
    """That another prompt, or another page, comes."""
    if way is Way.CARD:
        return line(Phrase.CARD_AGAIN, total=total)
    return line(Phrase.PROMPT_AGAIN, total=total, phone=local(phone))


def which_number(turn: Turn) -> Line:
    """Asks for the number that pays, by the first network that the boutique is with."""
    networks = [NETWORK[way] for way in ways_of(turn.boutique) if way is not Way.CARD]
    return line(Phrase.WHICH_PHONE, network=networks[0] if networks else NETWORK[Way.MPESA])


def not_seen_yet(turn: Turn) -> Line:
    """That money which she says she paid has not shown."""
    way = way_tried(turn)
    return line(Phrase.CARD_NOT_SEEN) if way is Way.CARD else line(Phrase.NOT_SEEN_YET, network=NETWORK[way])


def ways_told(turn: Turn) -> str:
    """The ways that are open, by name and joined: "M-Pesa, Airtel Money"; empty where none is."""
    card = "card" if turn.language is Language.EN else "kadi"
    return ", ".join(card if way is Way.CARD else NETWORK[way] for way in ways_of(turn.boutique))


def receipt_told(turn: Turn, receipt: str) -> Line:
    """The receipt, by the name of who gave it."""
    way = way_tried(turn)
    if way is Way.CARD:
        return line(Phrase.CARD_RECEIPT, receipt=receipt)
    return line(Phrase.RECEIPT, network=NETWORK[way], receipt=receipt)


def title_of(turn: Turn, way: Way) -> str:
    """How a way is called on a button."""
    return said(line(_TITLES[way]), turn.language)[:20]
