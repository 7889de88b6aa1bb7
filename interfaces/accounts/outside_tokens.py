"""Tokens of an identity provider, such as Supabase Auth: whom they name, if they are what they say.

Only asymmetric signatures by a key that the provider publishes count. A token says who somebody is and
never what she may do: her place in a boutique stands in the boutique's own facts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import jwt
from jwt import PyJWKClient, PyJWKClientError

from domain.identity import BoutiqueId, PersonId
from domain.staff.events import Role
from interfaces.accounts.people import People, Place
from interfaces.findings import Finding, broken, off, works
from interfaces.http.doorkeeping import DoorClosed
from interfaces.settings import Settings

ALGORITHMS: Final = ("ES256", "RS256", "EdDSA")
LEEWAY: Final = 10
LONGEST: Final = 4_096
NAME: Final = "sign-in tokens"


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who signs. Shape: `address` is the token's `iss`, without a slash at the end. Units: seconds."""

    address: str
    audience: str = "authenticated"
    keys_live: float = 300.0
    new_keys_after: float = 30.0

    @property
    def keys(self) -> str:
        """Where its public keys are."""
        return f"{self.address}/.well-known/jwks.json"


def issuer_of(settings: Settings) -> Issuer | None:
    """The identity provider beside our own passwords; None without one."""
    named = settings.auth_issuer.rstrip("/")
    return Issuer(named, settings.auth_audience) if named else None


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whom a token names. `twice_proved` where she showed a second factor."""

    subject: str
    email: str
    twice_proved: bool


class OutsideTokens:
    """Reads the tokens of one issuer; its keys are fetched when needed, and anew when it rotates them."""

    def __init__(self, issuer: Issuer) -> None:
        self._issuer = issuer
        self._keys = PyJWKClient(
            issuer.keys, lifespan=issuer.keys_live, timeout=5, cooldown_duration=issuer.new_keys_after
        )

    def read(self, token: str) -> Bearer:
        """Whom the token names. Raises: DoorClosed wrong-token, or too-busy while no key can be had."""
        if len(token) > LONGEST:
            raise DoorClosed("wrong-token")
        try:
            return _bearer(self._claims(token))
        except jwt.PyJWKClientConnectionError as away:
            raise DoorClosed("too-busy") from away
        except (jwt.PyJWTError, PyJWKClientError, ValueError) as wrong:
            raise DoorClosed("wrong-token") from wrong

    def _claims(self, token: str) -> Mapping[str, object]:
        if jwt.get_unverified_header(token).get("alg") not in ALGORITHMS:
            raise jwt.InvalidAlgorithmError("a signature of another kind")
        key = self._keys.get_signing_key_from_jwt(token)
        return jwt.decode(
            token,
            key,
            algorithms=list(ALGORITHMS),
            audience=self._issuer.audience,
            issuer=self._issuer.address,
            leeway=LEEWAY,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )


def _bearer(claims: Mapping[str, object]) -> Bearer:
    email, subject = claims.get("email"), claims.get("sub")
    if not isinstance(email, str) or "@" not in email or not isinstance(subject, str):
        raise jwt.MissingRequiredClaimError("email")
    if claims.get("is_anonymous") is True or claims.get("role", "authenticated") != "authenticated":
        raise jwt.InvalidTokenError("nobody in particular")
    return Bearer(subject, email.strip().lower(), claims.get("aal") == "aal2")


class TokenDoor:
    """Lets in whom a token names, if a boutique has a place for her."""

    def __init__(
        self,
        tokens: OutsideTokens,
        people: People,
        place_of: Callable[[PersonId], Place | None],
        open_session: Callable[[BoutiqueId, Role, PersonId], str],
    ) -> None:
        self._tokens, self._people = tokens, people
        self._place_of, self._open_session = place_of, open_session

    def sign_in(self, token: str) -> str:
        """A session's token. Raises: DoorClosed; code-wanted where her second factor was not shown."""
        bearer = self._tokens.read(token)
        known = self._people.called(bearer.email)
        if known is None:
            raise DoorClosed("no-boutique")
        if known.totp_box is not None and not bearer.twice_proved:
            raise DoorClosed("code-wanted")
        place = self._place_of(known.person)
        if place is None:
            raise DoorClosed("no-boutique")
        return self._open_session(place.boutique, place.role, known.person)


def check(issuer: Issuer | None) -> Finding:
    """Whether the issuer publishes keys that we may believe."""
    if issuer is None:
        return off(NAME, "set DUKANI_AUTH_ISSUER to let people in by Supabase Auth as well")
    try:
        keys = PyJWKClient(issuer.keys, timeout=5).get_signing_keys()
    except jwt.PyJWTError:
        return broken(NAME, f"no keys at {issuer.keys}", "switch asymmetric signing keys on at the issuer")
    return works(NAME, f"{len(keys)} keys at {issuer.address}")
