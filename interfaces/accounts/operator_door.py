"""The operators' own door: nobody passes it without a second factor."""

from dataclasses import dataclass
from uuid import uuid4

from application.ports import Clock
from domain.identity import PersonId
from interfaces.accounts.operators import Joining, KnownOperator, Operators
from interfaces.accounts.passwords import Passwords, PasswordTooWeak, TooBusy
from interfaces.accounts.second_factor import SecondFactor, step_of
from interfaces.accounts.tries import Tries
from interfaces.http.doorkeeping import DoorClosed, Proof, SecondFactorOffer
from interfaces.http.operating import Newcomer, Operator


@dataclass(frozen=True, slots=True)
class OperatorDoorOf:
    """OperatorDoor over the operators' accounts."""

    operators: Operators
    passwords: Passwords
    factor: SecondFactor
    clock: Clock
    tries: Tries

    def offer(self, link: str, address: str) -> SecondFactorOffer:
        """A fresh secret for whoever holds the link. Raises: DoorClosed."""
        self._try("", address)
        email = self.operators.invited(link, self.clock.now())
        if email is None:
            raise DoorClosed("spent-link")
        secret = self.factor.new_secret()
        return SecondFactorOffer(secret, self.factor.address(secret, email))

    def join(self, who: Newcomer, address: str) -> str:
        """Make her account of a password and a code, and let her in. Raises: DoorClosed."""
        self._try("", address)
        now, person = self.clock.now(), PersonId(uuid4())
        if self.operators.invited(who.link, now) is None:
            raise DoorClosed("spent-link")
        step = step_of(who.secret, who.code, now)
        if step is None:
            raise DoorClosed("wrong-code")
        made = Joining(person, self._hash(who.password), self.factor.seal(person, who.secret), step)
        if not self.operators.join(who.link, made, now):
            raise DoorClosed("spent-link")
        return self.operators.open_session(person, now)

    def sign_in(self, proof: Proof) -> str:
        """Let an operator in who proves who she is. Raises: DoorClosed."""
        self._try(f"operator {proof.email}", proof.address)
        known = self.operators.called(proof.email)
        if not self._fits(known, proof.password) or known is None:
            raise DoorClosed("wrong-password")
        if not proof.code:
            raise DoorClosed("code-wanted")
        step = self.factor.step_of(known.person, known.totp_box, proof.code, self.clock.now())
        if step is None or not self.operators.take_code(known.person, step):
            raise DoorClosed("wrong-code")
        return self.operators.open_session(known.person, self.clock.now())

    def session_of(self, token: str) -> Operator | None:
        """Who is signed in by this token."""
        return self.operators.session_of(token, self.clock.now())

    def sign_out(self, token: str) -> None:
        """End her session now."""
        self.operators.close_session(token)

    def _try(self, mail: str, address: str) -> None:
        if not self.tries.allow(mail.lower() or address, address):
            raise DoorClosed("too-many-tries")

    def _hash(self, password: str) -> str:
        try:
            return self.passwords.hash(password)
        except PasswordTooWeak as weak:
            raise DoorClosed("weak-password") from weak
        except TooBusy as busy:
            raise DoorClosed("too-busy") from busy

    def _fits(self, known: KnownOperator | None, password: str) -> bool:
        try:
            return self.passwords.fits(known.password_hash if known else None, password)
        except TooBusy as busy:
            raise DoorClosed("too-busy") from busy
