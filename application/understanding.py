"""What a customer's message means: the one contract that every brain answers with.

The offline brain and a model give the same `Understanding`, so either may answer for the other. It proposes
and never acts: prices, stock and effects are decided by code from the aggregates.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from application.look import Placed
from domain.clothing import Colour, Fabric, Garment, Occasion, Pattern, Style
from domain.conversation.question import Question
from domain.language import Language
from domain.sizes import Measurements, Size

MAX_TEXT: Final = 1_000
"""Characters of a message that are read; the rest is cut off."""

MAX_QUANTITY: Final = 50
"""The most pieces that one message may ask for; more is not believed."""


OFFLINE_BRAIN: Final = "offline-1"
"""The brain that needs no key, as facts name it."""


class Intent(StrEnum):
    """What the customer wants with a message."""

    GREET = "greet"
    ASK_IDENTITY = "ask_identity"
    SEARCH = "search"
    MORE = "more"
    PICK = "pick"
    ASK_PRICE = "ask_price"
    ASK_SIZE_ADVICE = "ask_size_advice"
    TELL_SIZE = "tell_size"
    TELL_MEASUREMENTS = "tell_measurements"
    ADD_TO_CART = "add_to_cart"
    CHANGE_QUANTITY = "change_quantity"
    CHANGE_SIZE = "change_size"
    REMOVE_FROM_CART = "remove_from_cart"
    EMPTY_CART = "empty_cart"
    SHOW_CART = "show_cart"
    CHECKOUT = "checkout"
    GIVE_ADDRESS = "give_address"
    GIVE_PHONE = "give_phone"
    CONFIRM = "confirm"
    DECLINE = "decline"
    PAY = "pay"
    PAY_AGAIN = "pay_again"
    PAY_ON_DELIVERY = "pay_on_delivery"
    ASK_PIECE = "ask_piece"
    PICK_UP = "pick_up"
    WHOLESALE = "wholesale"
    EXTRA_WISH = "extra_wish"
    MY_DATA = "my_data"
    CLAIM_PAID = "claim_paid"
    ORDER_STATUS = "order_status"
    CANCEL_ORDER = "cancel_order"
    DELIVERY_QUESTION = "delivery_question"
    OPENING_HOURS = "opening_hours"
    LOCATION_QUESTION = "location_question"
    RETURN_POLICY = "return_policy"
    HAGGLE = "haggle"
    HUMAN = "human"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    COMPLAIN = "complain"
    ABUSE = "abuse"
    STOP_MARKETING = "stop_marketing"
    ERASE_ME = "erase_me"
    INJECTION = "injection"
    OFF_TOPIC = "off_topic"
    UNKNOWN = "unknown"


GUARDED: Final = frozenset(
    {
        Intent.CHECKOUT,
        Intent.PAY,
        Intent.PAY_AGAIN,
        Intent.CLAIM_PAID,
        Intent.CANCEL_ORDER,
        Intent.REMOVE_FROM_CART,
        Intent.EMPTY_CART,
        Intent.ERASE_ME,
        Intent.STOP_MARKETING,
    }
)
"""Intents that move money or destroy: taken only on plain words or a button, never on a guess."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Pending(_Frozen):
    """The question that stands open, and what it is about.

    Shape: `subject` names the product, order or address asked about; `sizes` were offered with WHICH_SIZE,
    `meanings` with WHICH_MEANING, in the order in which the customer saw them.
    """

    question: Question = Question.NOTHING
    subject: str = ""
    sizes: tuple[Size, ...] = ()
    meanings: tuple[Intent, ...] = ()


NOTHING_PENDING: Final = Pending()


class Need(_Frozen):
    """What piece is looked for.

    Units: prices in cents. `newest_first` is asked by "what is new?". `free_words` are the words that the
    closed vocabulary does not name, and `placed` is where a model puts them.
    """

    garments: tuple[Garment, ...] = ()
    colours: tuple[Colour, ...] = ()
    not_colours: tuple[Colour, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    styles: tuple[Style, ...] = ()
    fabrics: tuple[Fabric, ...] = ()
    sizes: tuple[Size, ...] = ()
    min_price: int | None = Field(default=None, ge=0)
    max_price: int | None = Field(default=None, ge=0)
    cheapest_first: bool = False
    newest_first: bool = False
    free_words: tuple[str, ...] = ()
    placed: Placed | None = None

    @property
    def names_a_piece(self) -> bool:
        """Whether there is anything to search by beside size, price and free words."""
        return bool(
            self.garments or self.colours or self.patterns or self.occasions or self.styles or self.fabrics
        )


class Topic(StrEnum):
    """What is asked of a piece."""

    PICTURE = "picture"
    MATERIAL = "material"
    GENUINE = "genuine"
    STRETCH = "stretch"
    CARE = "care"
    LINING = "lining"
    POCKETS = "pockets"
    LENGTH = "length"
    WEIGHT = "weight"
    QUALITY = "quality"


class Extreme(StrEnum):
    """A piece chosen by where it stands among those shown."""

    CHEAPEST = "cheapest"
    DEAREST = "dearest"


class Selection(_Frozen):
    """Which of the pieces on screen is meant.

    Shape: `ordinals` count from 1 as shown, -1 is the last one; `this_one` is a bare "hiyo" or "this one";
    `everything` is "both" or "zote"; `another` is one more of what went into the cart last; `reply_id` is
    what a tapped button or list row carried.
    """

    ordinals: tuple[int, ...] = ()
    garments: tuple[Garment, ...] = ()
    colours: tuple[Colour, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    extreme: Extreme | None = None
    this_one: bool = False
    everything: bool = False
    another: bool = False
    reply_id: str | None = None

    @property
    def points(self) -> bool:
        """Whether it points at anything at all."""
        return bool(
            self.ordinals
            or self.garments
            or self.colours
            or self.patterns
            or self.extreme
            or self.this_one
            or self.everything
            or self.reply_id
        )


class Understanding(_Frozen):
    """One message, read.

    Shape: `confidence` is 0 to 1; `evidence` says in plain words why; `runner_up` is the second best reading,
    to be offered beside the first when not `sure`; `brain` names who read it. Whatever was found is
    filled in whatever the intent is.
    `order_number` is as the shop writes it, DK-7F3K9Q; whose order that is, the reader does not know.
    `asks_how` is a question of how one pays, which wants an answer and not yet a prompt.
    Units: `money` in cents; `phone` in E.164; `measurements` in centimetres.
    """

    intent: Intent = Intent.UNKNOWN
    confidence: float = Field(default=0.0, ge=0, le=1)
    need: Need = Need()
    selection: Selection = Selection()
    quantity: int | None = Field(default=None, ge=1, le=MAX_QUANTITY)
    absurd_quantity: bool = False
    size: Size | None = None
    measurements: Measurements = Measurements()
    money: int | None = Field(default=None, ge=0)
    percent: int | None = Field(default=None, ge=1, le=100)
    phone: str | None = None
    address: str | None = None
    receipt: str | None = None
    order_number: str | None = None
    topics: tuple[Topic, ...] = ()
    rating: int | None = Field(default=None, ge=1, le=5)
    urgent: bool = False
    asks_how: bool = False
    language: Language = Language.EN
    evidence: tuple[str, ...] = ()
    runner_up: Intent | None = None
    unknown_words: tuple[str, ...] = ()
    brain: str = OFFLINE_BRAIN

    @property
    def sure(self) -> bool:
        """Whether to act on it rather than ask back."""
        return self.intent is not Intent.UNKNOWN and self.confidence >= 0.5


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """What a reader must know beside the text.

    Shape: `shown` counts the pieces on screen; `boutique_words` are the owner's own pairs of an unknown word
    and the word it stands for; `reply_id` is "<intent>" or "<intent>:<subject>" of a tapped button or row,
    with a subject that is an ordinal, a size label or an id.
    Example: ReadingContext(pending=Pending(question=Question.WHICH_SIZE), reply_id="tell_size:M")
    """

    pending: Pending = NOTHING_PENDING
    language: Language | None = None
    shown: int = 0
    boutique_words: tuple[tuple[str, str], ...] = ()
    reply_id: str = ""
