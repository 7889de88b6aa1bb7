"""A template filled in by a person of the shop: what goes to WhatsApp, and what stands in the chat."""

from collections.abc import Mapping
from typing import Final

from application.ports.templates import GAP, Template
from application.writing_late import LONGEST
from domain.conversation.refusals import GapIsEmpty, TemplateIsTooLong
from domain.conversation.reply import ChosenTemplate, Reply

LONGEST_VALUE: Final = 300
MARKETING: Final = "marketing"


def offered(templates: list[Template], *, takes_marketing: bool) -> list[Template]:
    """Those that she may get, by name: who wants no offers gets none."""
    mine = (each for each in templates if takes_marketing or each.category != MARKETING)
    return sorted(mine, key=lambda each: (each.name, each.language))


def filled(template: Template, values: Mapping[str, str]) -> Reply:
    """The message, each of its gaps filled on one line as WhatsApp wants it.

    Raises: GapIsEmpty, TemplateIsTooLong.
    """
    words = {gap: " ".join(values.get(gap, "").split()) for gap in template.gaps}
    empty = [gap for gap, text in words.items() if not text]
    if empty:
        raise GapIsEmpty(empty[0])
    parts = [_shown(part, words) for part in (template.header, template.body, template.footer)]
    text = "\n".join(part for part in parts if part)
    if len(parts[1]) > LONGEST:
        raise TemplateIsTooLong(f"WhatsApp takes {LONGEST} letters")
    return Reply(text=text, template=ChosenTemplate(key=template.key, values=tuple(words.items())))


def _shown(part: str, words: Mapping[str, str]) -> str:
    return GAP.sub(lambda gap: words[gap[1]] if gap[1] in words else gap[0], part)
