"""The language in which a customer is answered."""

import re
from typing import Final

from application.brain.words.lexicon import lexicon
from application.brain.words.text import Words
from domain.language import Language

_WISHES: Final = (
    (re.compile(r"\b(?:in|speak|use|reply in|kwa|ongea)? ?(?:english|kizungu|kiingereza)\b"), Language.EN),
    (re.compile(r"\b(?:in|speak|use|kwa|ongea)? ?(?:swahili|kiswahili)\b"), Language.SW),
    (re.compile(r"\b(?:in|speak|use|kwa|ongea|bonga)? ?sheng\b"), Language.SHENG),
)
_LEAST_LEAD: Final = 2
_ENOUGH_WORDS: Final = 3


def language_of(words: Words, folded: str, before: Language | None) -> Language:
    """The language to answer in.

    Shape: a wish ("English please") wins; then the language of most words; a language once spoken is left
    only for a clear lead, never for a single borrowed word.
    """
    for wish, language in _WISHES:
        if wish.search(folded):
            return language
    english, swahili, sheng = _votes(words)
    local = Language.SHENG if sheng and sheng * 2 >= swahili else Language.SW
    spoken = local if swahili + sheng > english else Language.EN
    if before is None or before is spoken:
        return spoken if english or swahili or sheng else (before or Language.EN)
    return spoken if _leads(spoken, english, swahili + sheng, before) else before


def _leads(spoken: Language, english: int, local: int, before: Language) -> bool:
    if Language.EN not in (spoken, before):
        # Between Swahili and Sheng a whole sentence decides.
        return local >= _ENOUGH_WORDS
    lead = english - local if spoken is Language.EN else local - english
    return lead >= _LEAST_LEAD and english + local >= _ENOUGH_WORDS


def _votes(words: Words) -> tuple[int, int, int]:
    """Words that only one language has; words that many have ("size", "cart", "poa" as loan) do not vote."""
    votes = {Language.EN: 0, Language.SW: 0, Language.SHENG: 0}
    for word in words:
        tongues = lexicon().languages.get(word, frozenset())
        if Language.EN in tongues and len(tongues) > 1:
            continue
        if Language.SW in tongues:
            votes[Language.SW] += 1
        elif tongues:
            votes[next(iter(tongues))] += 1
    return votes[Language.EN], votes[Language.SW], votes[Language.SHENG]
