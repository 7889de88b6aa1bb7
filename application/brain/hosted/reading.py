"""Reading by a hosted model: it says what is meant, code reads the figures, and plain words stay plain."""

import json
from dataclasses import dataclass
from typing import Final

from application.brain.hosted.asking import Asking
from application.brain.hosted.placing import Placing
from application.brain.hosted.prompts import READING, READING_VERSION
from application.brain.hosted.redacting import redacted
from application.brain.hosted.shapes import ModelReading, schema_of
from application.ports.brain import Reader
from application.ports.model import Question as ToModel
from application.understanding import GUARDED, Intent, Need, ReadingContext, Selection, Understanding
from domain.brain import Purpose
from domain.conversation.question import Question

PLAIN_WORDS_ONLY: Final = GUARDED | {
    Intent.CONFIRM,
    Intent.DECLINE,
    Intent.GIVE_ADDRESS,
    Intent.GIVE_PHONE,
    Intent.INJECTION,
    Intent.ABUSE,
}
"""Taken only where the rules read them too: a model alone moves no money and never says yes for her."""

_PERSONAL: Final = frozenset({Question.WHICH_ADDRESS, Question.WHICH_PHONE})
"""The answers to these are her own affair and go to no model."""

_GUESSED: Final = 0.4
"""Below what is acted on: she is asked back."""


@dataclass(frozen=True, slots=True)
class HostedReader:
    """The port Reader. `offline` reads every message too: for its figures, and for when no model answers."""

    offline: Reader
    asking: Asking
    model: str
    placing: Placing | None = None

    def read(self, text: str, context: ReadingContext) -> Understanding:
        """What the text means where the conversation stands."""
        return self._placed(self._read(text, context))

    def _placed(self, meaning: Understanding) -> Understanding:
        """Words that no vocabulary names may still be near to a piece's own."""
        need = meaning.need
        if self.placing is None or meaning.intent is not Intent.SEARCH or not need.free_words:
            return meaning
        placed = self.placing.words(" ".join(need.free_words))
        return meaning.model_copy(update={"need": need.model_copy(update={"placed": placed})})

    def _read(self, text: str, context: ReadingContext) -> Understanding:
        plain = self.offline.read(text, context)
        if not _worth_asking(text, context, plain):
            return plain
        answer = self.asking.ask(self._question(text, context), ModelReading.model_validate_json)
        if answer is None:
            return plain
        return _merged(plain, answer, f"{self.asking.model.brain}:{self.model}")

    def _question(self, text: str, context: ReadingContext) -> ToModel:
        data = {
            "message": redacted(text),
            "question": context.pending.question.value,
            "meanings": [meaning.value for meaning in context.pending.meanings],
            "sizes": [size.label for size in context.pending.sizes],
            "shown": context.shown,
            "language": context.language.value if context.language else None,
        }
        return ToModel(
            purpose=Purpose.READING,
            model=self.model,
            version=READING_VERSION,
            system=READING,
            data=json.dumps(data, ensure_ascii=False),
            answer=schema_of(ModelReading),
        )


def _worth_asking(text: str, context: ReadingContext, plain: Understanding) -> bool:
    """A tap needs no reading, plain words need no second opinion, and what is personal stays in the house."""
    if context.reply_id or not redacted(text) or context.pending.question in _PERSONAL:
        return False
    if plain.phone or plain.receipt or plain.address:
        return False
    return not (plain.sure and plain.intent in PLAIN_WORDS_ONLY)


def _merged(plain: Understanding, model: ModelReading, brain: str) -> Understanding:
    """The model's meaning with the figures that code read."""
    guess = model.intent in PLAIN_WORDS_ONLY and plain.intent is not model.intent
    second = plain.intent if guess and plain.intent is not Intent.UNKNOWN else model.runner_up
    return plain.model_copy(
        update={
            "intent": model.intent,
            "confidence": min(model.confidence, _GUESSED) if guess else model.confidence,
            "runner_up": second if second is not model.intent else None,
            "language": model.language or plain.language,
            "need": _need(plain.need, model),
            "selection": _selection(plain.selection, model),
            "evidence": ("a model read it", *plain.evidence),
            "brain": brain,
        }
    )


def _need(plain: Need, model: ModelReading) -> Need:
    seen = plain.model_copy(
        update={
            "garments": model.garments or plain.garments,
            "colours": model.colours or plain.colours,
            "not_colours": model.not_colours or plain.not_colours,
            "patterns": model.patterns or plain.patterns,
            "occasions": model.occasions or plain.occasions,
            "styles": model.styles or plain.styles,
            "fabrics": model.fabrics or plain.fabrics,
            "cheapest_first": model.cheapest_first or plain.cheapest_first,
        }
    )
    free = plain.free_words if seen == plain else tuple(word.casefold() for word in model.free_words)
    return seen.model_copy(update={"free_words": free})


def _selection(plain: Selection, model: ModelReading) -> Selection:
    """Whatever the rules saw her point at; the model is asked only where they saw nothing."""
    if plain.points:
        return plain
    ordinals = tuple(number for number in model.ordinals if number)
    return Selection(
        ordinals=ordinals, extreme=model.extreme, this_one=model.this_one, everything=model.everything
    )
