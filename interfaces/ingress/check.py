"""Whether something authentic was set aside within a day, and what an operator can do about it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from interfaces.findings import Finding, broken, works
from interfaces.ingress.delivery import OTHER_APP, Cause
from interfaces.ingress.quarantine import OTHER_WORDS, UNKNOWN_ACCOUNT, Quarantine

NAME: Final = "quarantine"
_LATELY: Final = timedelta(days=1)
_TO_DO: Final[Mapping[str, str]] = {
    UNKNOWN_ACCOUNT: "connect this number to its boutique, or take it out of the app that delivers for it",
    OTHER_APP: "ask whose app at Meta this is; it told of a number that it has no say over",
    OTHER_WORDS: "ask the channel why one id came with two texts; the first was answered",
}


def check(quarantine: Quarantine, now: datetime) -> Finding:
    """Counts what was set aside, by its causes; what was in it stays unread."""
    causes = quarantine.causes(now - _LATELY)
    if not causes:
        return works(NAME, "empty for a day")
    newest = causes[0]
    others = f", and {len(causes) - 1} causes more" if len(causes) > 1 else ""
    return broken(
        NAME, _told(newest) + others, _TO_DO.get(newest.reason, "look at this item as dukani_owner")
    )


def _told(cause: Cause) -> str:
    where = f"{cause.channel} {cause.account}".strip()
    return (
        f"{cause.items} × {cause.reason} ({where}), the last is {cause.newest} at {cause.last_at:%H:%M} UTC"
    )
