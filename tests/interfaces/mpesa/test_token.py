"""A callback's address proves by itself which attempt it is about."""

import re
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.identity import BoutiqueId, PaymentId
from interfaces.callbacks import AttemptRef
from interfaces.mpesa.token import issue, read

SECRET = b"callbacks"
_refs = st.builds(
    AttemptRef,
    st.uuids().map(BoutiqueId),
    st.uuids().map(PaymentId),
    st.integers(min_value=0, max_value=65_535),
)


@given(_refs)
def test_a_token_names_the_attempt_it_was_issued_for(ref: AttemptRef) -> None:
    assert read(SECRET, issue(SECRET, ref)) == ref


@given(_refs)
def test_a_token_holds_no_word_that_safaricom_refuses_in_an_address(ref: AttemptRef) -> None:
    assert not re.search(r"mpesa|safaricom|exe|cmd|sql|query", issue(SECRET, ref), re.IGNORECASE)


def token() -> str:
    return issue(SECRET, AttemptRef(BoutiqueId(uuid4()), PaymentId(uuid4()), 1))


@pytest.mark.parametrize("place", range(0, 100, 7))
def test_a_token_altered_in_any_place_is_nobodys(place: int) -> None:
    whole = token()
    other = "0" if whole[place] != "0" else "1"

    assert read(SECRET, whole[:place] + other + whole[place + 1 :]) is None


def test_a_token_of_another_secret_is_nobodys() -> None:
    assert read(b"another", token()) is None


@pytest.mark.parametrize(
    "word", ["", "0", "z" * 100, "0" * 100, "٠" * 100, "../../etc/passwd", "0" * 99, "0" * 101]
)
def test_anything_else_is_nobodys(word: str) -> None:
    assert read(SECRET, word) is None


def test_the_same_token_in_capitals_is_nobodys() -> None:
    assert read(SECRET, token().upper()) is None
