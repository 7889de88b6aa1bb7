"""A template that WhatsApp approved is filled in, and stands in the chat as she reads it."""

from collections.abc import Mapping

import pytest

from application.ports.templates import Template
from application.template_writing import LONGEST_VALUE, filled, offered
from domain.conversation.refusals import GapIsEmpty, TemplateIsTooLong
from domain.conversation.reply import ChosenTemplate

READY = Template(
    key="order_ready/en",
    name="order_ready",
    language="en",
    category="utility",
    header="Order {{header.1}}",
    body="Hi {{1}}, your {{ 2 }} is ready. Thank you, {{1}}!",
    footer="Zuri {{not a gap}}",
)
VALUES = {"header.1": "DK-7", "1": " Amina ", "2": "red\n  dress", "9": "nobody asked"}


def test_each_gap_is_filled_on_one_line_and_nothing_else_is_changed() -> None:
    reply = filled(READY, VALUES)
    assert (
        reply.text == "Order DK-7\nHi Amina, your red dress is ready. Thank you, Amina!\nZuri {{not a gap}}"
    )
    values = (("header.1", "DK-7"), ("1", "Amina"), ("2", "red dress"))
    assert reply.template == ChosenTemplate(key="order_ready/en", values=values)


@pytest.mark.parametrize("empty", [{}, {"1": " \n"}], ids=["nothing", "blanks"])
def test_a_gap_without_words_is_named(empty: Mapping[str, str]) -> None:
    with pytest.raises(GapIsEmpty, match="1"):
        filled(READY, {"header.1": "DK-7", "2": "dress", **empty})


def test_what_fills_a_gap_is_never_read_as_a_gap_itself() -> None:
    reply = filled(READY, VALUES | {"1": "{{2}} $1 \\1"})
    assert "Hi {{2}} $1 \\1, your red dress" in reply.text


def test_a_template_ends_somewhere() -> None:
    with pytest.raises(TemplateIsTooLong):
        filled(READY, VALUES | {"1": "x" * LONGEST_VALUE * 2})


def test_who_wants_no_offers_is_offered_none() -> None:
    offer = Template(key="b/sw", name="b", language="sw", category="marketing", body="Karibu")
    assert offered([READY, offer], takes_marketing=False) == [READY]
    assert offered([READY, offer], takes_marketing=True) == [offer, READY]
