"""Which node thinks next: pure functions of the state."""

from enum import StrEnum
from typing import Final

from application.agent.haggling import haggles_over_summary
from application.agent.naming_orders import ABOUT_ORDERS, is_the_order_named
from application.agent.paying_ways import answers_with_a_way
from application.agent.selecting import answers_what_is_asked
from application.agent.small_talk import MISUNDERSTOOD_TOO_OFTEN
from application.agent.state import Turn, TurnState
from application.understanding import Intent
from domain.conversation.events import NoticeKind
from domain.conversation.question import Question
from domain.order.state import OrderStatus


class Node(StrEnum):
    """The eight nodes."""

    IMAGE_ANALYSIS = "ImageAnalysis"
    PRODUCT_SEARCH = "ProductSearch"
    SIZE_RECOMMENDATION = "SizeRecommendation"
    RESPONSE_GENERATION = "ResponseGeneration"
    CART_MANAGEMENT = "CartManagement"
    CHECKOUT = "Checkout"
    PAYMENT = "Payment"
    CONFIRMATION = "Confirmation"


_CART: Final = {
    Intent.PICK,
    Intent.ADD_TO_CART,
    Intent.CHANGE_QUANTITY,
    Intent.CHANGE_SIZE,
    Intent.REMOVE_FROM_CART,
    Intent.EMPTY_CART,
    Intent.SHOW_CART,
    Intent.HAGGLE,
}
_BY_INTENT: Final[dict[Intent, Node]] = {
    **dict.fromkeys(_CART, Node.CART_MANAGEMENT),
    Intent.SEARCH: Node.PRODUCT_SEARCH,
    Intent.MORE: Node.PRODUCT_SEARCH,
    Intent.ASK_SIZE_ADVICE: Node.SIZE_RECOMMENDATION,
    Intent.TELL_MEASUREMENTS: Node.SIZE_RECOMMENDATION,
    Intent.CHECKOUT: Node.CHECKOUT,
    Intent.GIVE_ADDRESS: Node.CHECKOUT,
    Intent.GIVE_PHONE: Node.CHECKOUT,
    Intent.PAY: Node.PAYMENT,
    Intent.PAY_AGAIN: Node.PAYMENT,
    Intent.CLAIM_PAID: Node.PAYMENT,
    Intent.ORDER_STATUS: Node.CONFIRMATION,
    Intent.CANCEL_ORDER: Node.CONFIRMATION,
}
_ANSWERS: Final = frozenset({Intent.CONFIRM, Intent.DECLINE})
_BY_QUESTION: Final[dict[Question, Node]] = {
    Question.WHICH_PIECE: Node.CART_MANAGEMENT,
    Question.WHICH_SIZE: Node.CART_MANAGEMENT,
    Question.ADD_MORE_OR_CHECKOUT: Node.CHECKOUT,
    Question.WHICH_ADDRESS: Node.CHECKOUT,
    Question.CONFIRM_ADDRESS: Node.CHECKOUT,
    Question.WHICH_PHONE: Node.CHECKOUT,
    Question.CONFIRM_PHONE: Node.CHECKOUT,
    Question.CONFIRM_ORDER: Node.CHECKOUT,
    Question.CONFIRM_EMPTY: Node.CART_MANAGEMENT,
    Question.CONFIRM_CANCEL: Node.CONFIRMATION,
    Question.PAY_AGAIN: Node.PAYMENT,
}


def first_node(state: TurnState) -> Node:
    """Where a turn begins: at owed news, at its photos, or at what its words mean."""
    turn = state["turn"]
    if turn.notice:
        failed = turn.notice.kind in {NoticeKind.PROMPT_FAILED, NoticeKind.PROMPT_SENT}
        return Node.PAYMENT if failed else Node.CONFIRMATION
    if turn.refused:
        # Another price than she was told: the order is summed up anew, and waits for her word again.
        repriced = turn.refused.code == "price-has-changed"
        return Node.CHECKOUT if repriced else Node.RESPONSE_GENERATION
    if turn.photos:
        return Node.IMAGE_ANALYSIS
    return by_meaning(state)


def by_meaning(state: TurnState) -> Node:
    """The node for what the words mean; yes and no belong to the question that stands open."""
    turn = state["turn"]
    meaning, question = turn.understanding, turn.conversation.question
    by_way = _by_way_named(turn)
    if by_way:
        return by_way
    if meaning.sure and meaning.intent in ABOUT_ORDERS and not is_the_order_named(turn):
        return Node.CONFIRMATION
    if not meaning.sure:
        return Node.CHECKOUT if _tried_to_give_a_phone(state) else Node.RESPONSE_GENERATION
    if meaning.intent in _ANSWERS or (question is Question.CONFIRM_ORDER and meaning.intent is Intent.PAY):
        answered = _BY_QUESTION.get(question) if answers_what_is_asked(turn) else None
        return answered or _unasked(state)
    if meaning.intent is Intent.TELL_SIZE:
        asked = question in {Question.WHICH_SIZE, Question.WHICH_PIECE}
        return Node.CART_MANAGEMENT if asked else Node.SIZE_RECOMMENDATION
    if meaning.intent is Intent.PAY and not turn.cart.is_empty and not _awaits_money(turn):
        return Node.CHECKOUT
    if haggles_over_summary(turn):
        return Node.CHECKOUT
    return _BY_INTENT.get(meaning.intent, Node.RESPONSE_GENERATION)


def _by_way_named(turn: Turn) -> Node | None:
    """“Card”, said or tapped where she was asked to pay, is how she wants to; elsewhere it is only a word."""
    question = turn.conversation.question
    if not answers_with_a_way(turn):
        return None
    if question is Question.CONFIRM_ORDER and not turn.cart.is_empty:
        return Node.CHECKOUT
    return Node.PAYMENT if question is Question.PAY_AGAIN or _awaits_money(turn) else None


def _awaits_money(turn: Turn) -> bool:
    return turn.order is not None and turn.order.status is OrderStatus.AWAITING_PAYMENT


def _unasked(state: TurnState) -> Node:
    """A yes to nothing, such as a second tap on “Pay now”, is told how the order stands.

    “Pay now” for a cart that was not ordered, as its last piece was held for another, shows the order again.
    """
    turn = state["turn"]
    if turn.understanding.intent is not Intent.CONFIRM:
        return Node.RESPONSE_GENERATION
    pays = turn.understanding.selection.reply_id == f"{Intent.CONFIRM}:{Question.CONFIRM_ORDER}"
    if pays and not turn.cart.is_empty:
        return Node.CHECKOUT
    return Node.CONFIRMATION if _awaits_money(turn) else Node.RESPONSE_GENERATION


def _tried_to_give_a_phone(state: TurnState) -> bool:
    """Words that mean nothing else, after she was asked for a number; not for ever, though."""
    turn = state["turn"]
    phone_asked = turn.conversation.question is Question.WHICH_PHONE
    tired = turn.conversation.misunderstandings >= MISUNDERSTOOD_TOO_OFTEN
    return phone_asked and not tired and any(message.text for message in turn.messages)


def after_image_analysis(state: TurnState) -> Node:
    """Search by what was seen; with nothing seen, say so."""
    return Node.PRODUCT_SEARCH if state.get("looks") else Node.RESPONSE_GENERATION


def after_product_search(state: TurnState) -> Node:
    """Advise sizes on what was found; with nothing found, say so."""
    return Node.SIZE_RECOMMENDATION if state.get("found") else Node.RESPONSE_GENERATION


def after_cart_management(state: TurnState) -> Node:
    """Advise a size where one must be chosen; look anew for words that fit none or several on screen."""
    if state.get("looks_anew"):
        return Node.PRODUCT_SEARCH
    return Node.SIZE_RECOMMENDATION if state.get("wants_size") else Node.RESPONSE_GENERATION


def after_checkout(state: TurnState) -> Node:
    """Ask for the money once the order is placed."""
    from application.commands import PlaceOrder

    placed = any(isinstance(command, PlaceOrder) for command in state.get("commands", ()))
    return Node.PAYMENT if placed else Node.RESPONSE_GENERATION
