"""The front door: people join, sign in and set passwords; what opens is a session of one boutique."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

from application.commands import AdmitPerson, OpenBoutique
from application.execute import Shop
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, PersonId, derive
from domain.staff.staff import Role, Staff
from interfaces.accounts.invitations import Invitations
from interfaces.accounts.passwords import Passwords, PasswordTooWeak, TooBusy
from interfaces.accounts.people import People, Person, Place
from interfaces.accounts.second_factor import SecondFactor, step_of
from interfaces.accounts.tries import Tries
from interfaces.http.doorkeeping import DoorClosed, Newcomer, Proof, SecondFactorOffer

OpenSession = Callable[[BoutiqueId, Role, PersonId], str]


@dataclass(frozen=True, slots=True)
class FrontDoor:
    """Doorkeeper over the people, the boutiques' own staff facts, and the sessions."""

    people: People
    passwords: Passwords
    factor: SecondFactor
    shop: Shop
    open_session: OpenSession
    tries: Tries
    invitations: Invitations

    def sign_up(self, newcomer: Newcomer, address: str) -> str:
        """Open a boutique for its owner. Done again after a crash it goes on. Raises: DoorClosed."""
        self._try(newcomer.email, address)
        person = self._joined(newcomer)
        boutique = BoutiqueId(derive(person, "boutique"))
        asked = OpenBoutique(newcomer.boutique, newcomer.town, person, newcomer.name, newcomer.phone)
        self.shop.do(boutique, Cause(Actor.OWNER, derive(person, "sign-up"), boutique), asked)
        return self.open_session(boutique, Role.OWNER, person)

    def sign_in(self, proof: Proof) -> str:
        """Let somebody in who proves who she is. Raises: DoorClosed."""
        self._try(proof.email, proof.address)
        known = self.people.called(proof.email)
        if not self._fits(known.password_hash if known else None, proof.password) or known is None:
            raise DoorClosed("wrong-password")
        self._check_code(known, proof.code)
        if proof.invitation is not None:
            return self._join(known.person, proof.invitation)
        place = self.place_of(known.person)
        if place is None:
            raise DoorClosed("no-boutique")
        return self.open_session(place.boutique, place.role, known.person)

    def set_password(self, link: str, password: str, address: str) -> None:
        """Take a new password from whoever holds the link; all her sessions end. Raises: DoorClosed."""
        self._try("", address)
        if not self.people.reset(link, self._hash(password), self.shop.now()):
            raise DoorClosed("spent-link")

    def offer_second_factor(self, boutique: BoutiqueId, person: PersonId) -> SecondFactorOffer:
        """A fresh secret; it counts only once a code of it was shown."""
        secret = self.factor.new_secret()
        return SecondFactorOffer(secret, self.factor.address(secret, str(boutique)[:8]))

    def keep_second_factor(self, person: PersonId, secret: str, code: str) -> None:
        """Ask for codes from now on. Raises: DoorClosed."""
        step = step_of(secret, code, self.shop.now())
        if step is None or not self.people.take_code(person, step):
            raise DoorClosed("wrong-code")
        self.people.keep_second_factor(person, self.factor.seal(person, secret))

    def _join(self, person: PersonId, invitation: str) -> str:
        """She says yes by signing in: from now on she is of the boutique that invited her."""
        invited = self.invitations.read(invitation, person, self.shop.now())
        if invited is None:
            raise DoorClosed("spent-link")
        cause = Cause(Actor.STAFF, derive(person, "joins", invitation), person)
        self.shop.do(invited.boutique, cause, AdmitPerson(person, invited.role, invited.until))
        self.invitations.spend(invited.boutique, person)
        return self.open_session(invited.boutique, invited.role, person)

    def place_of(self, person: PersonId) -> Place | None:
        """Her first boutique, in which she has a role by the facts themselves: rows may be late."""
        now = self.shop.now()
        for place in self.people.places_of(person, now):
            staff = self.shop.open(place.boutique, person).get(Staff, place.boutique)
            if role := staff.role_of(person, now):
                return Place(place.boutique, role)
        return None

    def _try(self, mail: str, address: str) -> None:
        if not self.tries.allow(mail.lower() or address, address):
            raise DoorClosed("too-many-tries")

    def _joined(self, newcomer: Newcomer) -> PersonId:
        person, hashed = PersonId(uuid4()), self._hash(newcomer.password)
        if self.people.join(person, newcomer.email, newcomer.name, hashed, self.shop.now()):
            return person
        known = self.people.called(newcomer.email)
        if known is None or self.place_of(known.person):
            raise DoorClosed("email-taken")
        if not self._fits(known.password_hash, newcomer.password):
            raise DoorClosed("email-taken")
        return known.person

    def _check_code(self, known: Person, code: str | None) -> None:
        if known.totp_box is None:
            return
        if not code:
            raise DoorClosed("code-wanted")
        step = self.factor.step_of(known.person, known.totp_box, code, self.shop.now())
        if step is None or not self.people.take_code(known.person, step):
            raise DoorClosed("wrong-code")

    def _hash(self, password: str) -> str:
        try:
            return self.passwords.hash(password)
        except PasswordTooWeak as weak:
            raise DoorClosed("weak-password") from weak
        except TooBusy as busy:
            raise DoorClosed("too-busy") from busy

    def _fits(self, kept: str | None, password: str) -> bool:
        try:
            return self.passwords.fits(kept, password)
        except TooBusy as busy:
            raise DoorClosed("too-busy") from busy


def by(person: PersonId | None, boutique: BoutiqueId, command: UUID) -> Cause:
    """The cause of what somebody of the boutique asks for."""
    return Cause(Actor.OWNER, command, person or boutique)
