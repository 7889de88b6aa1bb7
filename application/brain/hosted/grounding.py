"""What a model may not say: whatever the shop's own reply does not say is a figure, a promise or a leak."""

import re
from collections.abc import Iterable
from typing import Final

from application.brain.hosted.prompts import CANARY
from application.brain.words.language import language_of
from application.brain.words.text import fold, word_set, words_of
from application.ports.brain import Draft
from application.understanding import MAX_TEXT
from domain.boutique.phrases import says_forbidden
from domain.language import Language

LONGEST: Final = 1_024
_PLACE: Final = re.compile("⟦([0-9]+)⟧")
_LEFT_OVER: Final = re.compile("[⟦⟧]")
_DIGIT: Final = re.compile(r"\d|[½¼¾²³¹①-⓿]")
_LINK: Final = re.compile(
    r"https?:|www\.|wa\.me|@|\b[\w-]+\.(?:com|co|ke|tz|ug|org|net|io|me|link|shop|ly)\b", re.IGNORECASE
)
_MONEY: Final = re.compile(r"[$€£₦%]|/[-=]")
_SIZE: Final = re.compile(r"(?<![\w'’])(?:XXS|XS|S|M|L|XL|XXL|[3-5]XL)(?![\w'’])")
_TELLING: Final = word_set(
    """
    ksh kes sh shilling shillings shilingi bob usd dollar dollars dola cents senti
    two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy
    eighty ninety hundred hundreds thousand thousands million half dozen double
    mbili tatu nne tano sita saba nane tisa kumi ishirini thelathini arobaini hamsini sitini sabini themanini
    tisini mia elfu milioni nusu dazeni thao soo finje jill
    free bure gift zawadi discount discounted punguzo offer offers ofa sale sales cheap cheaper cheapest
    reduce reduced reduction lower lowered knock bargain rebate punguza kupunguza punguzia nakupunguzia
    nitakupunguzia nimekupunguzia tunakupunguzia napunguza nitapunguza nimepunguza tumepunguza
    bei price prices priced cost costs gharama refund refunds rejesha deposit percent asilimia
    stock remaining left sold available zimebaki imebaki zimeisha reserved
    paid pay payment lipa umelipa malipo paybill till mpesa receipt confirmed imethibitishwa
    guarantee guaranteed guarantees dhamana promise ahadi today tomorrow leo kesho tonight
    small medium large xsmall xlarge ndogo kubwa
    """
)
"""Words that state a figure, a price, stock, a size, a payment or a promise."""


def ungrounded(words: str, draft: Draft) -> str | None:
    """Why a reply in these words may not be sent; None when it says nothing that the draft does not say."""
    if _PLACE.findall(words) != _PLACE.findall(draft.template):
        return "the places of the facts were moved"
    bare = _PLACE.sub(" ", words)
    if _LEFT_OVER.search(bare) or CANARY in words.casefold():
        return "it tells of its instructions"
    own = _PLACE.sub(" ", draft.template)
    if len(draft.filled(words)) > LONGEST or len(bare) > min(MAX_TEXT, 2 * len(own) + 200):
        return "it is too long"
    for found, what in ((_DIGIT, "a figure"), (_LINK, "a link"), (_MONEY, "money"), (_SIZE, "a size")):
        if set(found.findall(bare)) - set(found.findall(own)):
            return f"it states {what} of its own"
    if says_forbidden(bare, draft.forbidden):
        return "it says what the owner never wants to hear"
    told = _telling(bare) - _telling(own)
    if told:
        return f"it states “{min(told)}” of its own"
    return _wrong_tongue(bare, own, draft.language)


def _telling(text: str) -> frozenset[str]:
    return _TELLING & frozenset(_plain(text))


def _plain(text: str) -> Iterable[str]:
    return words_of(fold(text))


def _wrong_tongue(bare: str, own: str, language: Language) -> str | None:
    """A reply in another language than the shop's own; Sheng is answered in Swahili."""
    spoken = _tongue(bare)
    wanted = Language.EN if language is Language.EN else Language.SW
    if spoken is wanted or _tongue(own) is spoken:
        return None
    return "it is in another language"


def _tongue(text: str) -> Language:
    folded = fold(text)
    return Language.EN if language_of(words_of(folded), folded, None) is Language.EN else Language.SW
