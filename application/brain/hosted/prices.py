"""What models cost, by day: the makers' price lists, a new row where a price changes.

Source: ai.google.dev/pricing and platform.claude.com/docs/about-claude/pricing, as of 2026-11.
"""

from datetime import date
from typing import Final, NamedTuple

from application.ports.model import Tokens
from domain.brain import BrainName


class Price(NamedTuple):
    """Units: millionths of a US dollar for a million tokens read, read from a cache, and written."""

    since: date
    read: int
    cached: int
    written: int


_LONG_AGO: Final = date(2026, 1, 1)
PRICES: Final[dict[str, tuple[Price, ...]]] = {
    "gemini-3.5-flash-lite": (Price(_LONG_AGO, 300_000, 30_000, 2_500_000),),
    "gemini-3.8-flash": (
        Price(_LONG_AGO, 750_000, 75_000, 3_750_000),
        Price(date(2027, 1, 1), 1_500_000, 150_000, 7_500_000),
    ),
    "gemini-embedding-2": (Price(_LONG_AGO, 200_000, 200_000, 0),),
    "claude-haiku-5-5": (Price(_LONG_AGO, 100_000, 10_000, 500_000),),
    "claude-haiku-4-5": (Price(_LONG_AGO, 1_000_000, 100_000, 5_000_000),),
    "claude-sonnet-5-5": (Price(_LONG_AGO, 2_000_000, 100_000, 10_000_000),),
    "claude-opus-5-5": (Price(_LONG_AGO, 4_000_000, 200_000, 20_000_000),),
}
UNKNOWN: Final[dict[BrainName, Price]] = {
    BrainName.GEMINI: Price(_LONG_AGO, 4_000_000, 4_000_000, 20_000_000),
    BrainName.CLAUDE: Price(_LONG_AGO, 15_000_000, 15_000_000, 75_000_000),
}
"""A model that no list names is booked as a dear one, so that no budget is passed unseen."""


def cost(brain: BrainName, model: str, tokens: Tokens, day: date) -> int:
    """What a call costs on a day. Units: millionths of a US dollar, rounded up."""
    price = _price(brain, model, day)
    fresh = max(0, tokens.read - tokens.cached)
    total = fresh * price.read + tokens.cached * price.cached + tokens.written * price.written
    return -(-total // 1_000_000)


def _price(brain: BrainName, model: str, day: date) -> Price:
    listed = [price for price in PRICES.get(model, ()) if price.since <= day]
    return max(listed) if listed else UNKNOWN[brain]
