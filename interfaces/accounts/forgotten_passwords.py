"""PasswordPost over SMTP: whoever forgot her password gets a link, which opens once and soon."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import BoundedSemaphore
from typing import Final, Protocol

import structlog

from interfaces.accounts.people import RESET_LIVES, People
from interfaces.accounts.tries import Tries
from interfaces.http.doorkeeping import DoorClosed

PATH: Final = "/set-password#"
_MOST_WAITING: Final = 50
_say = structlog.get_logger()

_SUBJECT: Final = "Dukani: your new password / nenosiri lako jipya"
_TEXT: Final = """\
Hello {name},

somebody, most likely you, asked for a new password for Dukani. Choose one here within {minutes} minutes:

{link}

If it was not you, do nothing: your password stays as it is.

--

Habari {name},

mtu fulani, bila shaka wewe, ameomba nenosiri jipya la Dukani. Lichague hapa ndani ya dakika {minutes}:

{link}

Kama si wewe, usifanye chochote: nenosiri lako linabaki lilivyo.
"""


class Sends(Protocol):
    """Who carries letters."""

    def send(self, to: str, subject: str, text: str) -> None:
        """Hand one letter in. Raises: NeighbourFailed."""
        ...


class ForgottenPasswords:
    """Sends links in the background, so that how long an answer takes tells nobody who has an account.

    A letter that cannot be sent is told to the operator; she who waits for it asks once more.
    """

    def __init__(
        self, people: People, mail: Sends, where: str, tries: Tries, now: Callable[[], datetime]
    ) -> None:
        self._people, self._mail, self._where, self._tries, self._now = people, mail, where, tries, now
        self._hands = ThreadPoolExecutor(1, thread_name_prefix="mail")
        self._room = BoundedSemaphore(_MOST_WAITING)

    def ask(self, email: str, address: str) -> None:
        """Have a link sent to whoever has this address of mail, if anybody. Raises: DoorClosed."""
        if not self._tries.allow_letter(email, address):
            raise DoorClosed("too-many-tries")
        if not self._room.acquire(blocking=False):
            raise DoorClosed("too-busy")
        self._hands.submit(self._send, email)

    def close(self) -> None:
        """Send what still waits, and no more."""
        self._hands.shutdown()

    def _send(self, email: str) -> None:
        try:
            known = self._people.called(email)
            if known is not None:
                link = self._where + PATH + self._people.ask_reset(known.person, self._now())
                minutes = int(RESET_LIVES.total_seconds() // 60)
                self._mail.send(email, _SUBJECT, _TEXT.format(name=known.name, link=link, minutes=minutes))
        except Exception:  # noqa: BLE001 — nobody waits here who could be told
            _say.warning("password-link-not-sent", exc_info=True)
        finally:
            self._room.release()
