"""The channel's own prices beside our figures, every hour: Twilio tells them nowhere else.

A message has no price until some minutes after it came or went, so each day is read anew until nothing of it
can be missing; what was booked already is not booked again.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from application.execute import Shop
from application.outcome import DONE, Later, Outcome
from application.ports import NeighbourFailed
from application.ports.charges import ChargeBook, ChargedMessages
from application.work import Work
from domain.boutique.boutique import Boutique
from domain.charges.charges import Charged, Charges
from domain.identity import derive

EVERY: Final = timedelta(hours=1)
BACK: Final = 3
"""Days before today that are read once more: so long nobody's night, and no outage of ours, loses a price."""


class ReadCharges:
    """Reads what a number's messages cost for as long as the boutique keeps the number."""

    def __init__(self, shop: Shop, book: ChargeBook) -> None:
        self._shop, self._book = shop, book

    def __call__(self, work: Work, _: Callable[[], None]) -> Outcome:
        """Book what has a price by now, and look again later."""
        shop, now = (
            self._shop.open(work.boutique, work.boutique).get(Boutique, work.boutique),
            self._shop.now(),
        )
        if work.detail not in {number.account for number in shop.whatsapp}:
            return DONE
        try:
            for ago in range(BACK, -1, -1):
                day = (now - timedelta(days=ago)).date()
                for told in self._book.charged(work.detail, day):
                    self._keep(work, day, told)
        except NeighbourFailed as failed:
            return Later(now + EVERY, str(failed))
        return Later(now + EVERY, f"{now.date()} is read")

    def _keep(self, work: Work, day: date, told: ChargedMessages) -> None:
        month = derive(work.boutique, Charges.KIND, work.detail, f"{day:%Y-%m}")
        charged = Charged(told.currency, told.messages, told.micros)
        self._shop.tell(
            work.boutique, month, Charges, month, lambda known: known.state(work.detail, day, charged)
        )
