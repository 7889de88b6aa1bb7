"""Passkeys: a key inside her phone or laptop proves who she is, and that she has just unlocked it.

That is two factors in one step, something she has and something she is or knows, and so no code of an
authenticator app is asked for beside it. Each answer belongs to one challenge of ours, which is open for a
few minutes and spent by the first answer, right or wrong.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self
from urllib.parse import urlsplit
from uuid import UUID

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import (
    parse_authentication_credential_json,
    parse_client_data_json,
    parse_registration_credential_json,
)
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from domain.identity import BoutiqueId, PersonId
from domain.staff.events import Role
from interfaces.accounts.kept_passkeys import CHALLENGE_LIVES, KeptPasskeys, NewCredential
from interfaces.accounts.people import Place
from interfaces.accounts.tries import Tries
from interfaces.http.doorkeeping import DoorClosed, Passkey
from interfaces.settings import Settings

_NAME: Final = "Dukani"
_PATIENCE: Final = int(CHALLENGE_LIVES.total_seconds() * 1000)
_VERIFIED: Final = UserVerificationRequirement.REQUIRED


@dataclass(frozen=True, slots=True)
class Site:
    """Where passkeys count. Shape: `host` is what they are bound to, `origin` the page that may use them."""

    host: str
    origin: str

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The public address, else this machine by its name: browsers bind no passkey to a bare IP."""
        at = urlsplit(settings.public_url or f"http://localhost:{settings.port}")
        return cls(at.hostname or "", f"{at.scheme}://{at.netloc}")


@dataclass(frozen=True, slots=True)
class KeyRing:
    """PasskeyRing over the kept passkeys."""

    kept: KeptPasskeys
    site: Site
    now: Callable[[], datetime]

    def of(self, person: PersonId) -> Sequence[Passkey]:
        """Hers, the oldest first."""
        return [passkey for passkey, _ in self.kept.of(person)]

    def offer(self, person: PersonId) -> str:
        """What her browser is asked to make, as JSON; it is awaited for a few minutes."""
        name, email = self.kept.address_of(person)
        options = generate_registration_options(
            rp_id=self.site.host,
            rp_name=_NAME,
            user_id=person.bytes,
            user_name=email,
            user_display_name=name,
            timeout=_PATIENCE,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED, user_verification=_VERIFIED
            ),
            exclude_credentials=[
                PublicKeyCredentialDescriptor(id=credential) for _, credential in self.kept.of(person)
            ],
        )
        self.kept.ask(options.challenge, person, self.now())
        return options_to_json(options)

    def keep(self, person: PersonId, name: str, answer: str) -> None:
        """Let what her browser made open from now on. Raises: DoorClosed passkey-not-kept."""
        with _read_or("passkey-not-kept"):
            made = parse_registration_credential_json(answer)
            challenge = parse_client_data_json(made.response.client_data_json).challenge
        if not self.kept.spend(challenge, person, self.now()):
            raise DoorClosed("passkey-not-kept")
        with _read_or("passkey-not-kept"):
            right = verify_registration_response(
                credential=made,
                expected_challenge=challenge,
                expected_rp_id=self.site.host,
                expected_origin=self.site.origin,
                require_user_verification=True,
            )
        new = NewCredential(right.credential_id, right.credential_public_key, right.sign_count)
        if not self.kept.keep(person, name, new, self.now()):
            raise DoorClosed("passkey-not-kept")

    def drop(self, person: PersonId, passkey: UUID, here: str) -> bool:
        """Let it open no longer; what she has open beside the session `here` ends. False: it is not hers."""
        return self.kept.drop(person, passkey, here)


@dataclass(frozen=True, slots=True)
class PasskeyEntrance:
    """PasskeyDoor over the kept passkeys and the boutiques' own facts."""

    kept: KeptPasskeys
    site: Site
    now: Callable[[], datetime]
    tries: Tries
    place_of: Callable[[PersonId], Place | None]
    open_session: Callable[[BoutiqueId, Role, PersonId], str]

    def ask(self, address: str) -> str:
        """What any browser is asked to sign, as JSON. Raises: DoorClosed too-many-tries."""
        if not self.tries.allow_place(address):
            raise DoorClosed("too-many-tries")
        options = generate_authentication_options(
            rp_id=self.site.host, timeout=_PATIENCE, user_verification=_VERIFIED
        )
        self.kept.ask(options.challenge, None, self.now())
        return options_to_json(options)

    def sign_in(self, answer: str) -> str:
        """Let in whose passkey has signed. Raises: DoorClosed."""
        person = self._signed_by(answer)
        place = self.place_of(person)
        if place is None:
            raise DoorClosed("no-boutique")
        return self.open_session(place.boutique, place.role, person)

    def _signed_by(self, answer: str) -> PersonId:
        with _read_or("wrong-passkey"):
            signed = parse_authentication_credential_json(answer)
            challenge = parse_client_data_json(signed.response.client_data_json).challenge
        known = self.kept.called(signed.raw_id)
        if not self.kept.spend(challenge, None, self.now()) or known is None:
            raise DoorClosed("wrong-passkey")
        if signed.response.user_handle != known.person.bytes:
            raise DoorClosed("wrong-passkey")
        with _read_or("wrong-passkey"):
            right = verify_authentication_response(
                credential=signed,
                expected_challenge=challenge,
                expected_rp_id=self.site.host,
                expected_origin=self.site.origin,
                credential_public_key=known.cose,
                credential_current_sign_count=known.counter,
                require_user_verification=True,
            )
        if not self.kept.use(signed.raw_id, right.new_sign_count, self.now()):
            raise DoorClosed("wrong-passkey")
        return known.person


@contextmanager
def _read_or(kind: str) -> Iterator[None]:
    """Whatever the library stumbles over in a stranger's bytes, it was no passkey of ours."""
    try:
        yield
    except Exception as unread:
        raise DoorClosed(kind) from unread
