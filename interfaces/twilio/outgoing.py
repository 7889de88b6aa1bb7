"""A reply in Twilio's words: the forms of one or more messages, within Twilio's limits.

Shape: where a boutique has Content templates, choices are tapped; everywhere else they stand in the text, and
her answer's number or words choose. No word of a reply is ever lost: what is too long goes on in a next
message.
Source: Twilio's reference for messages and for content types.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import orjson

from application.choices import written_out
from application.ports import Recipient
from domain.conversation.reply import ChosenTemplate, Reply

LONGEST_TEXT: Final = 1600
LONGEST_CAPTION: Final = 1024
LONGEST_CONTENT: Final = 1024
_NOTICE: Final = "notice"
Form = Mapping[str, str]


def address_of(to: Recipient) -> str:
    """How Twilio calls her: by number, or by WhatsApp's id where she hides it."""
    return f"whatsapp:{to.phone or to.bsuid}"


def messages_of(reply: Reply, picture: str | None, contents: Mapping[str, str]) -> Sequence[Form]:
    """The forms of this reply's messages, in their order. `picture` is the address of its one picture."""
    tappable = _content(reply, contents) if picture is None else None
    if tappable is not None:
        return [tappable]
    words = written_out(reply)
    first = LONGEST_TEXT if picture is None else LONGEST_CAPTION
    parts: list[Form] = [{"Body": part} for part in split(words, first, LONGEST_TEXT)] or [{}]
    return [{**parts[0], "MediaUrl": picture}, *parts[1:]] if picture else parts


def has_notice(contents: Mapping[str, str]) -> bool:
    """Whether the boutique has the template for words outside the 24 hours."""
    return _NOTICE in contents


def notice_of(reply: Reply, contents: Mapping[str, str]) -> Form | None:
    """The reply in the template for words outside the 24 hours; None where the boutique has none."""
    words = " ".join(written_out(reply).split())  # WhatsApp takes no line breaks in a template's variable
    if not has_notice(contents) or len(words) > LONGEST_CONTENT:
        return None
    return _filled(contents[_NOTICE], [words])


def chosen_of(chosen: ChosenTemplate) -> Form:
    """The template that a person chose, with the words that she filled in."""
    return {"ContentSid": chosen.key, "ContentVariables": orjson.dumps(dict(chosen.values)).decode()}


def split(words: str, first: int, others: int) -> Sequence[str]:
    """The words in parts of at most these lengths, cut between paragraphs, lines or words where possible."""
    parts, rest, most = [], words.strip(), first
    while len(rest) > most:
        at = _cut_in(rest, most)
        parts.append(rest[:at].rstrip())
        rest, most = rest[at:].lstrip(), others
    return [*parts, rest] if rest else parts


def _cut_in(words: str, most: int) -> int:
    """Where the first part ends: the latest good gap in its second half, else the limit itself."""
    for gap in ("\n\n", "\n", " "):
        at = words.rfind(gap, most // 2, most + 1)
        if at > 0:
            return at
    # A cut through an emoji of several signs would show two others.
    return most - 1 if re.match("[\u200d\ufe0f\U0001f3fb-\U0001f3ff]", words[most]) else most


def _content(reply: Reply, contents: Mapping[str, str]) -> Form | None:
    if len(reply.text) > LONGEST_CONTENT:
        return None
    buttons, rows = contents.get(f"buttons-{len(reply.buttons)}"), contents.get(f"rows-{len(reply.rows)}")
    if reply.buttons and buttons:
        taps = [value for tap in reply.buttons for value in (tap.title, tap.id)]
        return _filled(buttons, [reply.text, *taps])
    if reply.rows and rows:
        taps = [value for row in reply.rows for value in (row.title, row.id, row.description or row.title)]
        return _filled(rows, [reply.text, reply.rows_title or "·", *taps])
    return None


def _filled(content: str, values: Sequence[str]) -> Form:
    variables = {str(place): value for place, value in enumerate(values, start=1)}
    return {"ContentSid": content, "ContentVariables": orjson.dumps(variables).decode()}
