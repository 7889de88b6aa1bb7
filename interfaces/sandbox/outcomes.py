"""What a person at the phone can make Safaricom do with the next prompt."""

from enum import StrEnum


class Outcome(StrEnum):
    """How the result of a prompt travels. `normal`: once, and soon."""

    NORMAL = "normal"
    LATE = "late"
    DUPLICATE = "duplicate"
    TEN_TIMES = "ten-times"
    LOST = "lost"
    EARLY = "early"
    WRONG_AMOUNT = "wrong-amount"
    NO_ANSWER = "no-answer"


REASONS = {
    "0": "The service request is processed successfully.",
    "1": "The balance is insufficient for the transaction.",
    "17": "Rule limited.",
    "1032": "Request cancelled by user",
    "1037": "DS timeout user cannot be reached",
    "2001": "The initiator information is invalid.",
}
"""Safaricom's own words for its result codes."""
