"""A signature counts for the configured address and the full set of parameters, and for nothing else."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twilio.request_validator import RequestValidator

from interfaces.twilio.signature import is_body_signed, is_signed, sign

TOKEN = b"12345"
URL = "https://mycompany.com/myapp.php?foo=1&bar=2"
CALL = [
    ("CallSid", "CA1234567890ABCDE"),
    ("Caller", "+12349013030"),
    ("Digits", "1234"),
    ("From", "+12349013030"),
    ("To", "+18005551212"),
]
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def test_twilios_own_example_is_signed_as_they_say() -> None:
    assert sign(TOKEN, URL, CALL) == "0/KCTR6DLpKmkAf8muzZqo1nDgQ="


@given(st.dictionaries(WORDS, WORDS, max_size=6))
def test_twilios_own_validator_takes_what_we_sign(parameters: dict[str, str]) -> None:
    ours = sign(TOKEN, URL, list(parameters.items()))
    assert RequestValidator(TOKEN.decode()).validate(URL, parameters, ours)
    assert is_signed([TOKEN], URL, list(parameters.items()), ours.encode())


@pytest.mark.parametrize(
    "changed",
    [
        CALL[:-1],
        [*CALL, ("New", "")],
        [*CALL, ("To", "+254700000000")],
        [(name, value + " ") if name == "Digits" else (name, value) for name, value in CALL],
    ],
    ids=["one missing", "one more", "one repeated", "a trailing space"],
)
def test_other_parameters_are_not_signed(changed: Sequence[tuple[str, str]]) -> None:
    header = sign(TOKEN, URL, CALL).encode()
    told: dict[str, list[str]] = {}
    for name, value in changed:
        told.setdefault(name, []).append(value)

    assert not is_signed([TOKEN], URL, changed, header)
    class_of_multi = type("Multi", (dict,), {"getlist": lambda self, name: self[name]})
    assert not RequestValidator(TOKEN.decode()).validate(URL, class_of_multi(told), header.decode())


def test_a_repeated_parameter_is_signed_with_each_of_its_values_once() -> None:
    twice = [("MediaUrl", "b"), ("MediaUrl", "a"), ("MediaUrl", "b")]
    header = sign(TOKEN, "https://shop.example/x", [("MediaUrl", "a"), ("MediaUrl", "b")]).encode()
    assert is_signed([TOKEN], "https://shop.example/x", twice, header)


@pytest.mark.parametrize("signed", ["https://shop.example/x", "https://shop.example:443/x"])
@pytest.mark.parametrize("configured", ["https://shop.example/x", "https://shop.example:443/x"])
def test_the_address_may_be_signed_with_its_port_or_without(signed: str, configured: str) -> None:
    assert is_signed([TOKEN], configured, CALL, sign(TOKEN, signed, CALL).encode())


def test_while_a_token_is_rotated_both_sign() -> None:
    for token in (b"old", b"new"):
        assert is_signed([b"new", b"old"], URL, CALL, sign(token, URL, CALL).encode())
    assert not is_signed([b"new", b"old"], URL, CALL, sign(b"older", URL, CALL).encode())


@pytest.mark.parametrize(
    "header", [None, b"", b"\xff\xfe", b"sha1=", b"0/KCTR6DLpKmkAf8muzZqo1nDg", b"x" * 9_999]
)
def test_no_header_of_another_form_passes(header: bytes | None) -> None:
    assert not is_signed([TOKEN], URL, CALL, header)


def test_without_a_token_nothing_is_signed() -> None:
    assert not is_signed([], URL, CALL, sign(TOKEN, URL, CALL).encode())


def test_a_body_that_is_no_form_is_signed_by_its_hash_in_the_address() -> None:
    told = (
        "https://shop.example/x?bodySHA256=5df6e0e2761359d30a8275058e299fcc0381534545f55cf43e41983f5d4c9456"
    )
    assert not is_body_signed(told, b"{}")
    assert is_body_signed(
        told.partition("=")[0] + "=" + "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
        b"{}",
    )
