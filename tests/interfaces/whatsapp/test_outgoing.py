"""A reply becomes one message within WhatsApp's limits, and none of its words is lost."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.ports import Outgoing, Recipient
from domain.conversation.reply import Button, Picture, Reply, Row
from domain.identity import ProductId
from interfaces.sandbox.graph_rules import check_message
from interfaces.whatsapp.outgoing import message_body, shows_picture

REPLY_ID = UUID("8a4f3c1e-0000-4000-8000-000000000001")
PHONE = Recipient("1063", None, "+254712345678")


def body(reply: Reply, to: Recipient = PHONE, picture: str | None = None) -> dict[str, object]:
    return dict(message_body(Outgoing(REPLY_ID, to, reply), picture))


def pieces(count: int) -> tuple[Picture, ...]:
    return tuple(Picture(product=ProductId(uuid4()), name=str(n), caption=f"KSh {n}") for n in range(count))


def test_words_go_to_a_phone_with_its_plus() -> None:
    assert body(Reply(text="Karibu")) == {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": "+254712345678",
        "biz_opaque_callback_data": str(REPLY_ID),
        "type": "text",
        "text": {"body": "Karibu", "preview_url": False},
    }


def test_a_customer_with_a_bsuid_is_reached_by_it_and_never_through_to() -> None:
    sent = body(Reply(text="Karibu"), Recipient("1063", "KE.42", "+254712345678"))

    assert sent["recipient"] == "KE.42"
    assert "to" not in sent
    assert sent["biz_opaque_callback_data"] == f"{REPLY_ID}/KE.42"


def test_buttons_stand_under_their_picture() -> None:
    sent = body(Reply(text="Buy?", pictures=pieces(1), buttons=(Button(id="y", title="Yes"),)), picture="77")

    assert sent["interactive"] == {
        "type": "button",
        "header": {"type": "image", "image": {"id": "77"}},
        "body": {"text": "Buy?"},
        "action": {"buttons": [{"type": "reply", "reply": {"id": "y", "title": "Yes"}}]},
    }


def test_a_photo_may_go_without_words() -> None:
    photo = Reply(text="", pictures=(Picture(name="kept"),))
    assert body(photo, picture="77")["image"] == {"id": "77"}
    check_message(body(photo, picture="77"))
    with pytest.raises(ValueError, match="words or a picture"):
        Reply(text="")


def test_rows_become_a_list() -> None:
    rows = (Row(id="s", title="Small", description="2 left"), Row(id="m", title="Medium"))

    sent = body(Reply(text="Size?", rows=rows, rows_title="Sizes"))

    assert sent["interactive"] == {
        "type": "list",
        "body": {"text": "Size?"},
        "action": {
            "button": "Sizes",
            "sections": [
                {
                    "title": "Sizes",
                    "rows": [
                        {"id": "s", "title": "Small", "description": "2 left"},
                        {"id": "m", "title": "Medium"},
                    ],
                }
            ],
        },
    }


def test_rows_beside_a_picture_are_written_out_because_a_list_shows_none() -> None:
    rows = (Row(id="s", title="Small", description="2 left"), Row(id="m", title="Medium"))

    sent = body(Reply(text="Size?", pictures=pieces(1), rows=rows), picture="77")

    assert sent["image"] == {"id": "77", "caption": "Size?\n\n1. Small — 2 left\n2. Medium"}


@pytest.mark.parametrize(
    ("reply", "kind", "action"),
    [
        (Reply(text="Where?", asks_location=True), "location_request_message", "send_location"),
        (Reply(text="Number?", asks_contact=True), "request_contact_info", "request_contact_info"),
    ],
)
def test_a_question_for_place_or_number_has_its_own_button(reply: Reply, kind: str, action: str) -> None:
    sent = body(reply)

    assert sent["interactive"] == {"type": kind, "body": {"text": reply.text}, "action": {"name": action}}


def test_a_text_too_long_for_buttons_is_sent_whole_with_the_choices_written_out() -> None:
    sent = body(Reply(text="x" * 1100, buttons=(Button(id="y", title="Yes"), Button(id="n", title="No"))))

    assert sent["text"] == {"body": "x" * 1100 + "\n\n1. Yes\n2. No", "preview_url": False}


def test_a_text_too_long_for_a_caption_goes_without_its_picture() -> None:
    assert not shows_picture(Reply(text="x" * 1100, pictures=pieces(1)))
    assert shows_picture(Reply(text="x" * 1000, pictures=pieces(1)))


_ids = st.text(min_size=1, max_size=200)
_words = st.text(min_size=1, max_size=20).filter(str.strip)
_buttons = st.lists(
    st.builds(Button, id=_ids, title=_words), max_size=3, unique_by=(lambda b: b.id, lambda b: b.title)
)
_rows = st.lists(
    st.builds(Row, id=_ids, title=_words, description=st.text(max_size=72)),
    max_size=10,
    unique_by=lambda row: row.id,
)
_replies = st.builds(
    Reply,
    text=st.text(min_size=1, max_size=1500).filter(str.strip),
    pictures=st.integers(0, 6).map(pieces),
    buttons=_buttons.map(tuple),
    rows=_rows.map(tuple),
    asks_location=st.booleans(),
    asks_contact=st.booleans(),
)


@given(_replies)
def test_meta_would_take_every_reply_and_show_all_of_its_words(reply: Reply) -> None:
    sent = body(reply, picture="77" if reply.pictures and shows_picture(reply) else None)

    check_message(sent)
    assert any(text.startswith(reply.text) for text in _texts(sent))


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in inner for text in _texts(part)]
