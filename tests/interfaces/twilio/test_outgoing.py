"""A reply becomes messages that Twilio takes, and no word of it is lost."""

import json

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conversation.reply import Button, Picture, Reply, Row
from interfaces.twilio.faults import REMEDIES, Remedy, advice_for, failure_of, remedy_for
from interfaces.twilio.outgoing import messages_of, notice_of, split

TWO = (Button(id="a", title="One"), Button(id="b", title="Two"))


def test_choices_stand_in_the_text_with_numbers() -> None:
    [form] = messages_of(Reply(text="Which?", buttons=TWO), None, {})
    assert form == {"Body": "Which?\n\n1. One\n2. Two"}


def test_a_photo_may_go_without_words() -> None:
    photo = Reply(text="", pictures=(Picture(name="kept"),))
    assert messages_of(photo, "https://pictures/1", {}) == [{"MediaUrl": "https://pictures/1"}]


def test_where_the_boutique_has_a_content_choices_are_tapped() -> None:
    [form] = messages_of(Reply(text="Which?\nSay", buttons=TWO), None, {"buttons-2": "HX1"})
    assert form["ContentSid"] == "HX1"
    assert json.loads(form["ContentVariables"]) == {
        "1": "Which?\nSay",
        "2": "One",
        "3": "a",
        "4": "Two",
        "5": "b",
    }


def test_a_list_is_filled_with_something_in_every_variable() -> None:
    rows = (Row(id="s", title="S", description="2 left"), Row(id="m", title="M"))
    [form] = messages_of(Reply(text="Size?", rows=rows, rows_title="Sizes"), None, {"rows-2": "HX2"})
    values = json.loads(form["ContentVariables"])
    assert list(values.values()) == ["Size?", "Sizes", "S", "s", "2 left", "M", "m", "M"]


def test_a_picture_goes_with_the_words_and_longer_words_go_on_behind_it() -> None:
    words = "\n".join("x" * 99 for _ in range(15))
    first, *others = messages_of(Reply(text=words), "https://shop.example/p", {"buttons-2": "HX"})
    assert first["MediaUrl"] == "https://shop.example/p"
    assert len(first["Body"]) <= 1024
    assert all("MediaUrl" not in other for other in others)
    assert "\n".join([first["Body"], *(other["Body"] for other in others)]) == words


@given(st.text(min_size=1, max_size=400), st.integers(8, 60), st.integers(8, 60))
def test_parts_are_short_enough_and_hold_every_word(words: str, first: int, others: int) -> None:
    parts = split(words, first, others)
    assert all(len(part) <= (others if place else first) for place, part in enumerate(parts))
    assert "".join("".join(parts).split()) == "".join(words.split())
    assert all(part for part in parts)


def test_a_text_is_cut_between_paragraphs_before_lines_before_words() -> None:
    assert split("aaa bbb\n\nccc ddd\neee", 12, 99) == ["aaa bbb", "ccc ddd\neee"]
    assert split("aaaa bbbb\ncccc dddd", 12, 99) == ["aaaa bbbb", "cccc dddd"]
    assert split("aaaa bbbb cccc", 12, 99) == ["aaaa bbbb", "cccc"]
    assert split("a" * 11 + "👩\u200d🎤" + "b", 12, 99) == ["a" * 11, "👩\u200d🎤b"]


def test_outside_the_window_a_reply_is_one_line_in_the_boutiques_template() -> None:
    form = notice_of(Reply(text="Your order\nis on its way"), {"notice": "HX9"})
    assert form == {"ContentSid": "HX9", "ContentVariables": '{"1":"Your order is on its way"}'}
    assert notice_of(Reply(text="x"), {}) is None
    assert notice_of(Reply(text="x" * 2_000), {"notice": "HX9"}) is None


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        ("63016", Remedy.TEMPLATE),
        ("63018", Remedy.RETRY),
        ("63024", Remedy.NEVER),
        ("21610", Remedy.NEVER),
        ("20003", Remedy.OWNER),
        ("99999", Remedy.NEVER),
        ("http-429", Remedy.NEVER),
    ],
)
def test_every_code_has_one_remedy(code: str, remedy: Remedy) -> None:
    assert remedy_for(code) is remedy
    assert set(REMEDIES.values()) == set(Remedy)


def test_only_what_is_the_owners_to_mend_is_told_with_what_she_can_do() -> None:
    assert {code for code in REMEDIES if advice_for(str(code))} == {
        code for code, remedy in REMEDIES.items() if remedy is Remedy.OWNER
    }
    failed = failure_of(httpx.Response(401, json={"code": 20003, "message": "Authenticate"}))
    assert failed.reason == "Twilio does not take the auth token any more: enter the new one. (Authenticate)"


@pytest.mark.parametrize(
    ("told", "seconds"), [("7", 7), ("9999", 3600), ("-1", None), ("soon", None), ("", None), ("٣", None)]
)
def test_how_long_twilio_wants_to_be_left_alone(told: str, seconds: int | None) -> None:
    answer = httpx.Response(429, json={"code": 20429}, headers=[(b"Retry-After", told.encode())])
    after = failure_of(answer).after
    assert (after.total_seconds() if after else None) == seconds
