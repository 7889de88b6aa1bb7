"""Alerting: whose devices are buzzed for what, and the key and the sender that buzz them."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

from application.alerts import AlertKind
from application.ports import Clock
from application.ports.alerts import Device
from domain.identity import BoutiqueId, PersonId
from domain.language import Language
from interfaces.http.alerting import AlertChoices, NewDevice
from interfaces.postgres.database import Database
from interfaces.settings import Settings
from interfaces.web_push.key import key_from, public_half
from interfaces.web_push.sender import WebPush

MOST_DEVICES: Final = 10
"""Of one person; a new one takes the oldest's place."""
_REMEMBERED: Final = timedelta(days=7)
_EVERYTHING: Final = AlertChoices(frozenset(AlertKind), private=True)

_WANTING: Final = """
    SELECT d.device, d.person, d.endpoint, d.key, d.secret, d.language, coalesce(c.private, true)
      FROM dukani.alert_devices d LEFT JOIN dukani.alert_choices c USING (boutique_id, person)
     WHERE d.boutique_id = %s AND (c.kinds IS NULL OR %s = ANY (c.kinds)) ORDER BY d.device"""
_CHOOSE: Final = """
    INSERT INTO dukani.alert_choices (boutique_id, person, kinds, private) VALUES (%s, %s, %s, %s)
    ON CONFLICT (boutique_id, person) DO UPDATE SET kinds = excluded.kinds, private = excluded.private"""
_KEEP: Final = """
    INSERT INTO dukani.alert_devices
      (boutique_id, device, person, endpoint, key, secret, language, added_at)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (boutique_id, device) DO UPDATE SET person = excluded.person, key = excluded.key,
      secret = excluded.secret, language = excluded.language, added_at = excluded.added_at"""
_CROWD_OUT: Final = """
    DELETE FROM dukani.alert_devices WHERE boutique_id = %s AND person = %s AND device NOT IN (
      SELECT device FROM dukani.alert_devices WHERE boutique_id = %s AND person = %s
       ORDER BY added_at DESC, device LIMIT %s)"""


@dataclass(frozen=True, slots=True)
class PostgresDevices:
    """Devices over PostgreSQL."""

    database: Database

    def wanting(self, boutique: BoutiqueId, kind: str) -> Sequence[Device]:
        """All devices whose owners want this kind of news."""
        with self.database.as_boutique(boutique) as conn:
            rows = conn.execute(_WANTING, (boutique, kind), prepare=True).fetchall()
        return [
            Device(device, PersonId(person), endpoint, key, secret, Language(language), private)
            for device, person, endpoint, key, secret, language, private in rows
        ]

    def take(self, boutique: BoutiqueId, device: UUID, alert: str, now: datetime) -> bool:
        """Take it upon oneself to send this alert there; what is long ago is remembered no more."""
        with self.database.as_boutique(boutique) as conn:
            conn.execute(
                "DELETE FROM dukani.alerts_sent WHERE boutique_id = %s AND at < %s",
                (boutique, now - _REMEMBERED),
            )
            taken = conn.execute(
                "INSERT INTO dukani.alerts_sent (boutique_id, device, alert, at) VALUES (%s, %s, %s, %s)"
                " ON CONFLICT DO NOTHING",
                (boutique, device, alert, now),
            )
            return taken.rowcount == 1

    def give_back(self, boutique: BoutiqueId, device: UUID, alert: str) -> None:
        """It was surely not sent, and may be again."""
        with self.database.as_boutique(boutique) as conn:
            conn.execute(
                "DELETE FROM dukani.alerts_sent WHERE boutique_id = %s AND device = %s AND alert = %s",
                (boutique, device, alert),
            )

    def forget(self, boutique: BoutiqueId, device: UUID) -> None:
        """Know the device no longer."""
        with self.database.as_boutique(boutique) as conn:
            conn.execute(
                "DELETE FROM dukani.alert_devices WHERE boutique_id = %s AND device = %s", (boutique, device)
            )


@dataclass(frozen=True)
class Alerting:
    """AlertDesk, and what the worker buzzes with."""

    settings: Settings
    database: Database
    clock: Clock
    secret: Callable[[str], bytes]

    @property
    def devices(self) -> PostgresDevices:
        """Who is buzzed for what."""
        return PostgresDevices(self.database)

    @cached_property
    def pusher(self) -> WebPush:
        """The sender."""
        contact = f"https://{urlsplit(self.settings.public_url).netloc or 'localhost'}"
        key = key_from(self.secret("web-push"))
        return WebPush(key, contact, self.clock.now, loopback=self.settings.sandbox)

    @property
    def public_key(self) -> str:
        """What a browser subscribes with."""
        return public_half(key_from(self.secret("web-push")))

    def choices(self, boutique: BoutiqueId, person: PersonId) -> tuple[AlertChoices, tuple[UUID, ...]]:
        """What she wants, and her devices. Who never chose wants everything, and nobody's words shown."""
        with self.database.as_boutique(boutique) as conn:
            row = conn.execute(
                "SELECT kinds, private FROM dukani.alert_choices WHERE boutique_id = %s AND person = %s",
                (boutique, person),
            ).fetchone()
            devices = conn.execute(
                "SELECT device FROM dukani.alert_devices WHERE boutique_id = %s AND person = %s",
                (boutique, person),
            ).fetchall()
        chosen = AlertChoices(frozenset(AlertKind(kind) for kind in row[0]), row[1]) if row else _EVERYTHING
        return chosen, tuple(device for (device,) in devices)

    def choose(self, boutique: BoutiqueId, person: PersonId, choices: AlertChoices) -> None:
        """Want this from now on."""
        kinds = sorted(kind.value for kind in choices.kinds)
        with self.database.as_boutique(boutique) as conn:
            conn.execute(_CHOOSE, (boutique, person, kinds, choices.private))

    def keep(self, boutique: BoutiqueId, person: PersonId, device: NewDevice) -> UUID:
        """Buzz her there from now on, and nobody else: a browser is one person's at a time."""
        named = _name_of(device.endpoint)
        told = (device.endpoint, device.key, device.secret, device.language.value, self.clock.now())
        with self.database.as_boutique(boutique) as conn:
            conn.execute("SELECT dukani.alert_device_is_free(%s)", (named,))
            conn.execute(_KEEP, (boutique, named, person, *told))
            conn.execute(_CROWD_OUT, (boutique, person, boutique, person, MOST_DEVICES))
        return named

    def drop(self, boutique: BoutiqueId, person: PersonId, endpoint: str) -> None:
        """Buzz her there no longer."""
        with self.database.as_boutique(boutique) as conn:
            conn.execute(
                "DELETE FROM dukani.alert_devices WHERE boutique_id = %s AND person = %s AND device = %s",
                (boutique, person, _name_of(endpoint)),
            )

    def close(self) -> None:
        """Give back what was opened."""
        if "pusher" in self.__dict__:
            self.pusher.close()


def _name_of(endpoint: str) -> UUID:
    """A device's name: the page reckons it as well, to know whether this browser is one of hers."""
    return UUID(bytes=hashlib.sha256(endpoint.encode()).digest()[:16])
