"""How often somebody may try, by address of mail, so that no password is guessed, and by where she is."""

from typing import Final

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

PER_MAIL: Final = parse("10/15 minutes")
PER_LETTER: Final = parse("3/hour")
PER_PLACE: Final = parse("60/15 minutes")


class Tries:
    """Counts tries in this process. Shape: `allow` counts the try it allows."""

    def __init__(self) -> None:
        self._counted = MovingWindowRateLimiter(MemoryStorage())

    def allow(self, mail: str, place: str) -> bool:
        """Whether this try is one of the few that are free."""
        return self.allow_place(place) and self._counted.hit(PER_MAIL, "mail", mail)

    def allow_letter(self, mail: str, place: str) -> bool:
        """Whether a letter to this address may be asked for: few, since anybody can ask for them."""
        return self.allow_place(place) and self._counted.hit(PER_LETTER, "letter", mail)

    def allow_place(self, place: str) -> bool:
        """Whether a try from here is free, where nobody says who she is."""
        return self._counted.hit(PER_PLACE, "place", place)
