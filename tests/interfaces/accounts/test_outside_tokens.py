"""A token of the identity provider opens the door only if the provider signed it, for us, and for now."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

from domain.identity import BoutiqueId, PersonId
from domain.staff.events import Role
from interfaces.accounts.outside_tokens import Issuer, OutsideTokens, TokenDoor, check
from interfaces.accounts.people import People, Person, Place
from interfaces.findings import Verdict
from interfaces.http.doorkeeping import DoorClosed
from tests.emulators.taking import Asked, Said, taking


@dataclass
class Provider:
    """An identity provider on loopback. Shape: `published` are its public keys by their id."""

    url: str = ""
    published: dict[str, Any] = field(default_factory=dict)
    asked: int = 0
    down: bool = False
    private: dict[str, Any] = field(default_factory=dict)

    def rotate(self, kid: str) -> None:
        """Sign with a new key from now on, and publish no other."""
        key = ec.generate_private_key(ec.SECP256R1())
        told = json.loads(ECAlgorithm.to_jwk(key.public_key()))
        self.private = {kid: key}
        self.published = {kid: {**told, "kid": kid, "alg": "ES256", "use": "sig"}}

    def claims(self, **other: Any) -> dict[str, Any]:
        now = int(time.time())
        told = {
            "iss": self.url,
            "aud": "authenticated",
            "sub": str(uuid4()),
            "email": "Wanjiku@Example.com",
            "role": "authenticated",
            "iat": now,
            "exp": now + 600,
        }
        return {name: value for name, value in {**told, **other}.items() if value is not None}

    def token(self, kid: str | None = None, key: Any = None, alg: str = "ES256", **other: Any) -> str:
        """A token; honest unless told otherwise."""
        own = next(iter(self.private))
        return jwt.encode(self.claims(**other), key or self.private[own], alg, headers={"kid": kid or own})


@pytest.fixture
def provider() -> Iterator[Provider]:
    known = Provider()

    def answer(asked: Asked) -> Said:
        known.asked += 1
        right = asked.path == "/.well-known/jwks.json" and not known.down
        return Said(200 if right else 503, json.dumps({"keys": list(known.published.values())}).encode())

    with taking(answer) as known.url:
        known.rotate("first")
        yield known


def reader(provider: Provider, new_keys_after: float = 0.0) -> OutsideTokens:
    return OutsideTokens(Issuer(provider.url, new_keys_after=new_keys_after))


def refused(tokens: OutsideTokens, token: str) -> str:
    with pytest.raises(DoorClosed) as closed:
        tokens.read(token)
    return closed.value.kind


def test_a_token_of_the_provider_names_whom_it_names(provider: Provider) -> None:
    bearer = reader(provider).read(provider.token(sub="she", aal="aal2"))

    assert (bearer.subject, bearer.email, bearer.twice_proved) == ("she", "wanjiku@example.com", True)


@pytest.mark.parametrize(
    "other",
    [
        {"iss": "https://another.example"},
        {"iss": None},
        {"aud": "another-audience"},
        {"aud": None},
        {"exp": int(time.time()) - 60},
        {"exp": None},
        {"iat": int(time.time()) + 3_600},
        {"sub": None},
        {"email": None},
        {"email": ["a@example.com"]},
        {"email": "no address"},
        {"is_anonymous": True},
        {"role": "service_role"},
        {"role": "anon"},
    ],
    ids=lambda other: "-".join(f"{name}-{type(value).__name__}" for name, value in other.items()),
)
def test_a_token_for_another_time_house_or_person_is_refused(provider: Provider, other: Any) -> None:
    assert refused(reader(provider), provider.token(**other)) == "wrong-token"


def test_a_token_that_the_provider_did_not_sign_is_refused(provider: Provider) -> None:
    stranger = ec.generate_private_key(ec.SECP256R1())
    tokens = reader(provider)

    assert refused(tokens, provider.token(key=stranger)) == "wrong-token"
    assert refused(tokens, provider.token(kid="second")) == "wrong-token"
    body = provider.token().split(".")
    forged = json.dumps(provider.claims(email="owner@example.com")).encode()
    assert (
        refused(tokens, f"{body[0]}.{jwt.utils.base64url_encode(forged).decode()}.{body[2]}") == "wrong-token"
    )


def test_a_token_without_a_signature_or_of_another_kind_of_it_is_refused(provider: Provider) -> None:
    tokens = reader(provider)
    nothing: Any = None
    unsigned = jwt.encode(provider.claims(), nothing, "none", headers={"kid": "first"})
    public = provider.published["first"]["x"]
    shared = jwt.encode(provider.claims(), public, "HS256", headers={"kid": "first"})
    rs = rsa.generate_private_key(public_exponent=65_537, key_size=2_048)
    other_kind = jwt.encode(provider.claims(), rs, "RS256", headers={"kid": "first"})

    assert {refused(tokens, each) for each in (unsigned, shared, other_kind)} == {"wrong-token"}


@pytest.mark.parametrize(
    "token", ["", "x", "a.b.c", "é.é.é", "\x00", "." * 5_000, "e30.e30.", "null.null.null"]
)
def test_what_is_no_token_at_all_is_refused(provider: Provider, token: str) -> None:
    assert refused(reader(provider), token) == "wrong-token"


def test_keys_are_asked_for_once_and_anew_when_they_were_rotated(provider: Provider) -> None:
    tokens, former = reader(provider), provider.token()
    for _ in range(3):
        tokens.read(provider.token())
    assert provider.asked == 1

    provider.rotate("second")

    assert tokens.read(provider.token()).email == "wanjiku@example.com"
    assert provider.asked == 2
    assert refused(tokens, former) == "wrong-token"


def test_made_up_key_names_do_not_make_us_ask_again_and_again(provider: Provider) -> None:
    tokens = reader(provider, new_keys_after=30)
    tokens.read(provider.token())

    for number in range(20):
        refused(tokens, provider.token(kid=f"made-up-{number}"))

    assert provider.asked == 1


def test_a_provider_that_is_away_is_no_fault_of_hers(provider: Provider) -> None:
    provider.down = True
    assert refused(reader(provider), provider.token()) == "too-busy"


def test_keys_of_rsa_are_believed_too(provider: Provider) -> None:
    key = rsa.generate_private_key(public_exponent=65_537, key_size=2_048)
    told = json.loads(RSAAlgorithm.to_jwk(key.public_key()))
    provider.published = {"r": {**told, "kid": "r", "alg": "RS256", "use": "sig"}}
    assert reader(provider).read(provider.token(kid="r", key=key, alg="RS256")).email


class Known(People):
    """One person, with a second factor or without."""

    def __init__(self, totp_box: bytes | None = None) -> None:
        self.her = Person(PersonId(uuid4()), "Wanjiku", "hash", totp_box)

    def called(self, email: str) -> Person | None:
        """Wanjiku alone."""
        return self.her if email == "wanjiku@example.com" else None


def door(provider: Provider, people: Known, place: Place | None) -> TokenDoor:
    return TokenDoor(reader(provider), people, lambda _: place, lambda *of: f"session of {of[0]} {of[1]}")


def test_she_is_let_in_as_what_the_boutique_says_she_is(provider: Provider) -> None:
    place = Place(BoutiqueId(uuid4()), Role.AUDITOR)

    opened = door(provider, Known(), place).sign_in(provider.token(app_metadata={"role": "owner"}))

    assert opened == f"session of {place.boutique} auditor"


def test_who_is_in_no_boutique_or_showed_one_factor_of_two_stays_outside(provider: Provider) -> None:
    place = Place(BoutiqueId(uuid4()), Role.OWNER)
    cases = [
        (Known(), None, provider.token(), "no-boutique"),
        (Known(), place, provider.token(email="stranger@example.com"), "no-boutique"),
        (Known(b"box"), place, provider.token(), "code-wanted"),
    ]
    for people, where, token, kind in cases:
        with pytest.raises(DoorClosed) as closed:
            door(provider, people, where).sign_in(token)
        assert closed.value.kind == kind
    assert door(provider, Known(b"box"), place).sign_in(provider.token(aal="aal2"))


def test_the_doctor_sees_whether_keys_are_published(provider: Provider) -> None:
    issuer = Issuer(provider.url)
    assert check(issuer).verdict is Verdict.WORKS
    provider.published = {}
    assert check(issuer).verdict is Verdict.BROKEN
    provider.down = True
    assert check(issuer).verdict is Verdict.BROKEN
    assert check(None).verdict is Verdict.OFF
