"""Signing a number up in Meta's own dialog: out there with a mark of the session, and back with a code."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import Final

from application.ports import NeighbourFailed
from interfaces.connections.numbers import no_of_meta
from interfaces.connections.offers import MetaNumber
from interfaces.connections.plan import refusal
from interfaces.http.connecting import SignupDialogs
from interfaces.sayings import Saying
from interfaces.whatsapp.signup import Signup

NAME: Final = "whatsapp"
_FRESH, _APP = "fresh", "app"
_AGAIN: Final = "press the button again"


@dataclass(frozen=True, slots=True)
class NumberSignup:
    """SigningUp by our app at Meta, where the installation has one."""

    signup: Signup | None
    secret: bytes

    def dialogs(self, session: str) -> SignupDialogs | None:
        """Where Meta asks her, by either way; None where the installation has no app for it."""
        if self.signup is None:
            return None
        fresh = self.signup.dialog(self._state(session, _FRESH), coexists=False)
        return SignupDialogs(fresh, self.signup.dialog(self._state(session, _APP), coexists=True))

    def offer(self, session: str, code: str, state: str, pin: str) -> MetaNumber:
        """The number that she gave us. Raises: NotConnected, also where another session asked for it."""
        way = state.partition(".")[0]
        if self.signup is None or not hmac.compare_digest(state, self._state(session, way)):
            sentences = ("this did not begin in your own window here", _AGAIN)
            raise refusal(NAME, sentences, Saying.ANOTHER_WINDOW)
        try:
            given = self.signup.take(code)
        except NeighbourFailed as failed:
            raise no_of_meta(failed, _AGAIN) from failed
        coexists = way == _APP
        return MetaNumber(
            neighbour="whatsapp",
            phone_number_id=given.phone_number_id,
            waba_id=given.waba_id,
            token=given.token,
            pin="" if coexists else pin or f"{secrets.randbelow(10**6):06}",
            coexists=coexists,
        )

    def _state(self, session: str, way: str) -> str:
        mark = hmac.new(self.secret, f"{way}|{session}".encode(), hashlib.sha256).hexdigest()
        return f"{way}.{mark}"
