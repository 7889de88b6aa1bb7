"""Wording by a hosted model: it gets the reply without its figures, and what it adds is not sent."""

import json
from dataclasses import dataclass
from typing import Final

from application.brain.hosted.asking import Asking, LookUp, NotAccepted
from application.brain.hosted.grounding import ungrounded
from application.brain.hosted.prompts import WORDING, WORDING_VERSION
from application.brain.hosted.shapes import ModelWords, schema_of
from application.ports.brain import Draft, Worded
from application.ports.model import Question, Tool, ToolCall
from domain.brain import Purpose
from domain.language import Language

LOOK_AT: Final = Tool(
    name="look_at",
    tells="What kind of fact stands at a place of the reply, and its words where it has no figures.",
    arguments={
        "type": "object",
        "properties": {"place": {"type": "integer", "minimum": 1, "maximum": 99}},
        "required": ["place"],
        "additionalProperties": False,
    },
)


@dataclass(frozen=True, slots=True)
class HostedWriter:
    """The port Writer: the model's words where they are grounded, else the shop's own."""

    asking: Asking
    model: str

    def write(self, draft: Draft) -> Worded:
        """The draft in the model's words, every figure as it stood; else the draft itself."""
        if not draft.wish or not draft.template.strip():
            return Worded(draft.text)
        text = self.asking.ask(self._question(draft), lambda said: _accepted(said, draft), _looks_at(draft))
        return Worded(draft.text) if text is None else Worded(text, f"{self.asking.model.brain}:{self.model}")

    def _question(self, draft: Draft) -> Question:
        language = Language.EN if draft.language is Language.EN else Language.SW
        data = {
            "reply": draft.template,
            "language": language.value,
            "wish": draft.wish,
            "your_name": draft.voice,
            "tone": draft.tone.value,
        }
        return Question(
            purpose=Purpose.WORDING,
            model=self.model,
            version=WORDING_VERSION,
            system=WORDING,
            data=json.dumps(data, ensure_ascii=False),
            answer=schema_of(ModelWords),
            tools=(LOOK_AT,),
        )


def _accepted(said: str, draft: Draft) -> str:
    """The filled text. Raises: NotAccepted for words that are not grounded, ValueError for another shape."""
    words = ModelWords.model_validate_json(said).text.strip()
    why_not = ungrounded(words, draft)
    if why_not:
        raise NotAccepted("ungrounded", why_not)
    return draft.filled(words)


def _looks_at(draft: Draft) -> LookUp:
    """Answers the model's own questions: about places of this very draft, and nothing else in the world."""

    def look_up(call: ToolCall) -> str:
        if call.name != LOOK_AT.name:
            return json.dumps({"error": "there is no such tool"})
        place = call.arguments.get("place")
        if not isinstance(place, int) or not 1 <= place <= len(draft.values):
            return json.dumps({"error": "there is no such place"})
        value = draft.values[place - 1]
        told = "a figure" if any(letter.isdigit() for letter in value) else value[:80]
        return json.dumps({"place": place, "stands_for": told}, ensure_ascii=False)

    return look_up
