"""WhatsApp's rule for shops: they may write freely for 24 hours after a customer's message, not beyond."""

from datetime import datetime, timedelta
from typing import Final

WRITING_WINDOW: Final = timedelta(hours=24)


def is_open(last_message_at: datetime | None, now: datetime) -> bool:
    """Whether the shop may write to her now, whose last message is from then."""
    return last_message_at is not None and now - last_message_at < WRITING_WINDOW
