"""The doors of the pages: who signs in, who invites whom, and what a session opens."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from application.execute import Shop
from application.ports import Clock
from domain.identity import BoutiqueId, PersonId
from domain.staff.events import Role
from interfaces.accounts.forgotten_passwords import ForgottenPasswords
from interfaces.accounts.front_door import FrontDoor
from interfaces.accounts.invitations import Invitations
from interfaces.accounts.kept_passkeys import KeptPasskeys
from interfaces.accounts.operator_door import OperatorDoorOf
from interfaces.accounts.operators import Operators
from interfaces.accounts.outside_tokens import OutsideTokens, TokenDoor, issuer_of
from interfaces.accounts.passkeys import KeyRing, PasskeyEntrance, Site
from interfaces.accounts.passwords import Passwords
from interfaces.accounts.people import People
from interfaces.accounts.second_factor import SecondFactor
from interfaces.accounts.staff_room import StaffRoomOf
from interfaces.accounts.tries import Tries
from interfaces.http.sessions import open_session
from interfaces.mail.mail import Mail, MailServer
from interfaces.postgres.database import Database
from interfaces.settings import Settings


@dataclass(frozen=True)
class Doors:
    """Every way into the dashboard and the platform, made when it is first used."""

    settings: Settings
    database: Database
    shop: Shop
    clock: Clock
    secret: Callable[[str], bytes]

    @cached_property
    def doorkeeper(self) -> FrontDoor:
        """Who lets people in."""
        factor = SecondFactor(self.secret("second-factor"))
        return FrontDoor(
            self._people,
            self._passwords,
            factor,
            self.shop,
            self._open_session,
            self._tries,
            Invitations(self.database.as_boutique),
        )

    @cached_property
    def token_door(self) -> TokenDoor | None:
        """Who lets in whom the identity provider knows."""
        issuer = issuer_of(self.settings)
        if issuer is None:
            return None
        return TokenDoor(OutsideTokens(issuer), self._people, self.doorkeeper.place_of, self._open_session)

    @cached_property
    def password_post(self) -> ForgottenPasswords | None:
        """Who brings links for new passwords, where a mail server is chosen."""
        server = MailServer.of(self.settings)
        if server is None:
            return None
        where = self.settings.public_url or self.settings.own_url
        return ForgottenPasswords(self._people, Mail(server), where, self._tries, self.clock.now)

    @property
    def passkeys(self) -> KeyRing:
        """Each one's own passkeys."""
        return KeyRing(KeptPasskeys(self.database), Site.of(self.settings), self.clock.now)

    @property
    def passkey_door(self) -> PasskeyEntrance:
        """Who lets people in by a passkey."""
        kept, at, place_of = KeptPasskeys(self.database), Site.of(self.settings), self.doorkeeper.place_of
        return PasskeyEntrance(kept, at, self.clock.now, self._tries, place_of, self._open_session)

    @cached_property
    def operators(self) -> OperatorDoorOf:
        """Who lets in whom the installation is run by."""
        factor = SecondFactor(self.secret("operators-second-factor"))
        return OperatorDoorOf(Operators(self.database), self._passwords, factor, self.clock, Tries())

    @cached_property
    def staff(self) -> StaffRoomOf:
        """Who may enter a boutique."""
        return StaffRoomOf(self._people, self._passwords, self.shop, self.database.as_boutique)

    @cached_property
    def _tries(self) -> Tries:
        return Tries()

    @cached_property
    def _people(self) -> People:
        return People(self.database)

    @cached_property
    def _passwords(self) -> Passwords:
        return Passwords()

    def _open_session(self, boutique: BoutiqueId, role: Role, person: PersonId) -> str:
        with self.database.as_boutique(boutique) as conn:
            return open_session(boutique, conn, role, self.clock.now(), person)
