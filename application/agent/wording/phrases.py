"""What can be said: one name for each thing, and how it is put into her language.

Nodes choose phrases and give figures; words never come from a customer's message or from a model.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from uuid import UUID

from domain.language import Language


class Phrase(StrEnum):
    """One thing to say. Its fields are named in the texts of `en` and `sw`."""

    GREETING = auto()
    I_AM_AN_ASSISTANT = auto()
    HELP = auto()
    DID_YOU_MEAN = auto()
    THANKS = auto()
    GOODBYE = auto()
    HOURS = auto()
    PLACE = auto()
    RETURNS = auto()
    DELIVERY = auto()
    DELIVERY_AREA = auto()
    FIXED_PRICE = auto()
    ONLY_THE_SHOP = auto()
    NO_TRICKS = auto()
    BE_KIND = auto()
    SORRY = auto()
    PERSON_COMES = auto()
    PERSON_IS_HERE = auto()
    AGENT_IS_BACK = auto()
    NO_MORE_OFFERS = auto()
    ERASURE_NOTED = auto()
    NO_VOICE = auto()
    NOT_READABLE_KIND = auto()
    EDITED_TOO_LATE = auto()
    PHOTO_UNREADABLE = auto()
    I_SEE = auto()
    I_SEE_COLOURS = auto()
    SAME_PIECE = auto()
    NEAREST = auto()
    FOUND = auto()
    NOT_QUITE = auto()
    PIECE = auto()
    PIECE_YOUR_SIZE = auto()
    WHICH_PIECE = auto()
    NOTHING_FOUND = auto()
    NOTHING_MORE = auto()
    NOTHING_LIKE_PHOTO = auto()
    WHICH_ONE_DO_YOU_MEAN = auto()
    PRICE_OF = auto()
    SIZE_BOUGHT = auto()
    SIZE_BOUGHT_OTHER = auto()
    SIZE_TOLD = auto()
    SIZE_MEASURED = auto()
    SIZE_ONE = auto()
    SIZE_UNKNOWN = auto()
    SIZE_NOT_KNOWN = auto()
    SIZE_SOLD_OUT = auto()
    WHICH_SIZE = auto()
    SIZE_NOTED = auto()
    MEASUREMENTS_NOTED = auto()
    SIZE_NOT_MADE = auto()
    ADDED = auto()
    SIZES_TO_CHOOSE = auto()
    NOT_IN_SHOP_NOW = auto()
    CART = auto()
    CART_LINE = auto()
    CART_TOTAL = auto()
    CART_EMPTY = auto()
    CART_WAS_EMPTY = auto()
    REMOVED = auto()
    WHICH_TO_REMOVE = auto()
    QUANTITY_CHANGED = auto()
    SURE_TO_EMPTY = auto()
    KEPT = auto()
    TOO_MANY = auto()
    ABSURD_QUANTITY = auto()
    CHECKOUT_OR_MORE = auto()
    GO_ON_LOOKING = auto()
    WHERE_TO = auto()
    AREA_UNKNOWN = auto()
    WHICH_PHONE = auto()
    PHONE_UNREADABLE = auto()
    SUMMARY = auto()
    SUMMARY_DELIVERY = auto()
    PRICE_CHANGED = auto()
    REPLACES = auto()
    SUMMARY_TOTAL = auto()
    SUMMARY_PHONE = auto()
    SHALL_I_PROMPT = auto()
    ORDER_NOT_SENT = auto()
    PROMPT_COMES = auto()
    PROMPT_AGAIN = auto()
    PROMPT_LIVE = auto()
    PROMPT_LIVE_FIRST = auto()
    CARD_COMES = auto()
    CARD_AGAIN = auto()
    CARD_PAGE = auto()
    CARD_DECLINED = auto()
    CARD_LEFT = auto()
    SUMMARY_CARD = auto()
    SHALL_I_MAKE_PAGE = auto()
    WHICH_WAY = auto()
    TOO_MANY_PROMPTS = auto()
    PIN_WRONG = auto()
    PROMPT_CANCELLED = auto()
    PROMPT_UNANSWERED = auto()
    NO_FUNDS = auto()
    LIMIT_REACHED = auto()
    PROMPT_OUR_FAULT = auto()
    MONEY_UNKNOWN = auto()
    TRY_AGAIN = auto()
    NOT_SEEN_YET = auto()
    CARD_NOT_SEEN = auto()
    NOTHING_TO_PAY = auto()
    ALREADY_PAID = auto()
    PAID = auto()
    RECEIPT = auto()
    CARD_RECEIPT = auto()
    WE_DELIVER = auto()
    GOODS_GONE = auto()
    SHOP_CLOSED = auto()
    NO_ORDER = auto()
    ORDER_AWAITS = auto()
    ORDER_IS_PAID = auto()
    ORDER_PACKED = auto()
    ORDER_ON_ITS_WAY = auto()
    ORDER_DELIVERED = auto()
    HOW_DO_YOU_LIKE_IT = auto()
    RATING_NOTED = auto()
    ORDER_CANCELLED = auto()
    ORDER_CANCELLED_BY_SHOP = auto()
    ORDER_EXPIRED = auto()
    ORDER_REFUNDED = auto()
    REFUND_DUE = auto()
    SURE_TO_CANCEL = auto()
    NOT_CANCELLED = auto()
    IGNORE_PROMPT = auto()
    PAID_CANNOT_CANCEL = auto()
    OWNER_NEWS = auto()
    OWNER_CALLED = auto()
    OWNER_MUST_TELL = auto()
    OWNER_GOT_LATE_MESSAGE = auto()
    BUTTON_YES = auto()
    BUTTON_NO = auto()
    BUTTON_CHECKOUT = auto()
    BUTTON_CART = auto()
    BUTTON_MORE = auto()
    BUTTON_PAY = auto()
    BUTTON_WAYS = auto()
    PAY_BY_MPESA = auto()
    PAY_BY_AIRTEL = auto()
    PAY_BY_CARD = auto()
    BUTTON_OTHER_ADDRESS = auto()
    BUTTON_OTHER_PHONE = auto()
    BUTTON_TRY_AGAIN = auto()
    BUTTON_CANCEL_ORDER = auto()
    BUTTON_PERSON = auto()
    BUTTON_LOVE_IT = auto()
    BUTTON_IT_IS_OKAY = auto()
    BUTTON_NOT_HAPPY = auto()
    BUTTON_NUMBER = auto()
    BUTTON_YOUR_SIZE = auto()
    BUTTON_SIZES = auto()
    BUTTON_AREAS = auto()
    BUTTON_REMOVE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One phrase with its figures filled in; lines of a reply stand one below the other."""

    phrase: Phrase
    values: tuple[tuple[str, str], ...] = ()


def line(phrase: Phrase, /, **values: object) -> Line:
    """A phrase and its figures. Example: line(Phrase.PRICE_OF, title="Zuri wrap dress", price=price)."""
    return Line(phrase, tuple((name, str(value)) for name, value in values.items()))


def texts(language: Language) -> Mapping[Phrase, tuple[str, ...]]:
    """The shop's phrases in a language; Sheng is answered in Swahili."""
    from application.agent.wording import en, sw

    return en.TEXTS if language is Language.EN else sw.TEXTS


def say(spoken: Line, language: Language, turn: UUID) -> str:
    """The phrase in her language; which of its variants, the turn decides, so that a replay says the same."""
    variants = texts(language)[spoken.phrase]
    chance = hashlib.blake2b(f"{turn}{spoken.phrase}".encode(), digest_size=4).digest()
    return variants[int.from_bytes(chance) % len(variants)].format_map(dict(spoken.values))
