"""Choices that stand in the text are numbered once, and her number or words choose what stood there."""

import pytest

from application.choices import choice_meant, written_out
from domain.conversation.reply import Button, Link, Reply, Row

BUTTONS = (Button(id="checkout", title="Check out"), Button(id="more", title="Keep looking"))
PIECES = Reply(
    text="Look:\n1. A red dress: KSh 2,400\n2. A blue one\nWhich one?",
    buttons=(Button(id="pick:a", title="Number 1"), Button(id="pick:b", title="Number 2")),
)
CART = Reply(text="In your cart:\n1. Red dress\n2. Blue dress\nTotal: KSh 4,350", buttons=BUTTONS)
SIZES = Reply(text="Which size?", rows=tuple(Row(id=f"tell_size:{n}", title=f"UK {n}") for n in (8, 10, 12)))


def test_choices_are_numbered_below_the_text() -> None:
    assert written_out(Reply(text="What now?", buttons=BUTTONS)) == (
        "What now?\n\n1. Check out\n2. Keep looking"
    )
    areas = Reply(text="Where?", rows=(Row(id="a", title="Kilimani", description="KSh 250"),))
    assert written_out(areas) == "Where?\n\n1. Kilimani — KSh 250"


def test_what_is_numbered_already_is_not_numbered_again() -> None:
    assert written_out(PIECES) == PIECES.text
    assert written_out(CART).endswith("\n\n3. Check out\n4. Keep looking")
    assert written_out(Reply(text="Hi")) == "Hi"
    paid = Reply(text="Pay here", link=Link(title="Pay", url="https://pay.example/x"))
    assert written_out(paid) == "Pay here\n\nPay: https://pay.example/x"


@pytest.mark.parametrize(
    ("reply", "words", "meant"),
    [
        (CART, "3", "checkout"),
        (CART, " #4. ", "more"),
        (CART, "check OUT", "checkout"),
        (CART, "1", None),
        (CART, "5", None),
        (CART, "3 please send it", None),
        (PIECES, "Number 2", "pick:b"),
        (PIECES, "2", None),
        (SIZES, "2", "tell_size:10"),
        (SIZES, "uk 12", "tell_size:12"),
        (SIZES, "12", None),
        (SIZES, "٢", "tell_size:10"),
        (SIZES, "", None),
    ],
)
def test_a_number_or_a_title_chooses(reply: Reply, words: str, meant: str | None) -> None:
    choice = choice_meant(reply, words)
    assert (choice.id if choice else None) == meant
