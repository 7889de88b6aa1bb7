"""OrderPaid, HandedToPerson, InvoiceIssued, trouble with money → a buzz for those who want it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from application.alerts import AlertKind, alert_about, readers_of
from application.execute import Shop
from application.outcome import DONE, Later, Outcome, backoff
from application.ports import NeighbourFailed, NeighbourUnsure
from application.ports.alerts import Device, DeviceGone, Devices, Pusher
from application.unit import Unit
from application.work import Work
from domain.staff.staff import Staff

MOST_TRIES: Final = 5
NEWS_FOR: Final = timedelta(hours=6)
"""What could not be told for so long, a phone that wakes up is not buzzed for: the page shows it."""


class AlertStaff:
    """Buzzes each device once for each piece of news."""

    def __init__(self, shop: Shop, devices: Devices, pusher: Pusher) -> None:
        self._shop, self._devices, self._pusher = shop, devices, pusher

    def __call__(self, work: Work, begin: Callable[[], None]) -> Outcome:
        """Buzz whoever wants it and is still of the shop. A buzz whose answer was lost is not repeated."""
        devices, now = self._devices.wanting(work.boutique, work.detail), self._shop.now()
        if not devices or work.attempts >= MOST_TRIES or now - work.due > NEWS_FOR:
            return DONE
        unit = self._shop.open(work.boutique, work.subject)
        staff, readers = unit.get(Staff, work.boutique), readers_of(AlertKind(work.detail))
        begin()
        hers = [device for device in devices if staff.role_of(device.person, now) in readers]
        troubles = [trouble for device in hers if (trouble := self._buzz(device, work, unit))]
        return Later(backoff(now, work.attempts), troubles[0]) if troubles else DONE

    def _buzz(self, device: Device, work: Work, unit: Unit) -> str | None:
        """Why it must be tried again; None where it is over, well or not."""
        if not self._devices.take(work.boutique, device.device, work.key, unit.now):
            return None
        try:
            self._pusher.push(device, alert_about(AlertKind(work.detail), work.subject, unit, device))
        except DeviceGone:
            self._devices.forget(work.boutique, device.device)
        except NeighbourUnsure:
            return None
        except NeighbourFailed as failed:
            if failed.retryable:
                self._devices.give_back(work.boutique, device.device, work.key)
                return str(failed)
        return None
