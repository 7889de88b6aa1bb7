"""Choices where nothing can be tapped: written out with numbers, chosen by number or by their own words."""

import re
from dataclasses import dataclass
from typing import Final

from domain.conversation.reply import Reply

_NUMBERED_LINE: Final = re.compile(r"^(\d{1,2})\. ", re.MULTILINE)
_NAMES_A_LINE: Final = re.compile(r"\D*(\d{1,2})\D*")
_NUMBER: Final = re.compile(r"[#(\s]*(\d{1,2})[).\s]*")


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a reply offers: what a tap on it carries back, and what stands on it."""

    id: str
    title: str
    description: str = ""


def written_out(reply: Reply) -> str:
    """The text with its choices and its link below it, numbered on from the lines numbered already.

    What only names a numbered line ("Number 2") needs no line of its own: its number chooses it.
    """
    lines = [
        f"{number}. {choice.title} — {choice.description}"
        if choice.description
        else f"{number}. {choice.title}"
        for number, choice in _numbered(reply).items()
    ]
    if reply.link:
        lines.append(f"{reply.link.title}: {reply.link.url}")
    return "\n".join([reply.text, "", *lines]) if lines else reply.text


def choice_meant(reply: Reply, words: str) -> Choice | None:
    """The choice that these words make: its number, or its title; None when they say something else."""
    said = words.strip().casefold()
    for choice in _choices(reply):
        if choice.title.casefold() == said:
            return choice
    number = _NUMBER.fullmatch(said)
    return _numbered(reply).get(int(number.group(1))) if number else None


def can_be_chosen_from(reply: Reply) -> bool:
    """Whether something stands on it that a number could mean."""
    return bool(_choices(reply)) or _NUMBERED_LINE.search(reply.text) is not None


def _choices(reply: Reply) -> tuple[Choice, ...]:
    buttons = (Choice(button.id, button.title) for button in reply.buttons)
    rows = (Choice(row.id, row.title, row.description) for row in reply.rows)
    return (*buttons, *rows)


def _numbered(reply: Reply) -> dict[int, Choice]:
    taken = {int(number) for number in _NUMBERED_LINE.findall(reply.text)}
    fresh = [choice for choice in _choices(reply) if not _names(choice.title, taken)]
    return dict(enumerate(fresh, start=max(taken, default=0) + 1))


def _names(title: str, taken: set[int]) -> bool:
    named = _NAMES_A_LINE.fullmatch(title)
    return named is not None and int(named.group(1)) in taken
