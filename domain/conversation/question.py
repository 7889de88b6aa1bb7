"""What the shop asked last: short answers mean nothing without it."""

from enum import StrEnum
from typing import Final


class Question(StrEnum):
    """What the shop asked last and waits to hear."""

    NOTHING = "nothing"
    WHICH_PIECE = "which_piece"
    WHICH_SIZE = "which_size"
    ADD_MORE_OR_CHECKOUT = "add_more_or_checkout"
    WHICH_ADDRESS = "which_address"
    CONFIRM_ADDRESS = "confirm_address"
    WHICH_PHONE = "which_phone"
    CONFIRM_PHONE = "confirm_phone"
    CONFIRM_ORDER = "confirm_order"
    CONFIRM_EMPTY = "confirm_empty"
    CONFIRM_CANCEL = "confirm_cancel"
    PAY_AGAIN = "pay_again"
    WHICH_MEANING = "which_meaning"
    RATING = "rating"


ABOUT_PIECES: Final = frozenset({Question.WHICH_PIECE, Question.WHICH_SIZE})
"""Questions that may be answered late: whatever was said since, the pieces are the same."""
