"""People of the shop stand in for the agent: they take a chat over, write in it, and give it back."""

import csv
import io
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient

from application.shopping import cart_of
from domain.cart.events import CartDiscounted
from domain.conversation.events import HandedToPerson, ReplyComposed, ReturnedToAgent, StaffReplied
from domain.customer.customer import Customer
from domain.fact import Actor
from domain.identity import stream_of
from domain.language import Language
from domain.staff.events import Role
from domain.writing_window import WRITING_WINDOW
from tests.interfaces.http.chatting import Chat
from tests.interfaces.http.conftest import Dashboard
from tests.interfaces.http.test_cataloguing import a_photo

PIECE = UUID(int=5)
STEPS: dict[str, dict[str, Any]] = {
    "take-over": {},
    "give-back": {},
    "replies": {"id": str(PIECE), "text": "Mine!"},
    "offers": {"id": str(PIECE), "pieces": [str(PIECE)], "to_agent": True},
    "discount": {"id": str(PIECE), "percent": 5},
}


def exported(browser: TestClient, **asked: str) -> list[dict[str, str]]:
    file = browser.get("/api/conversations.csv", params=asked)
    assert file.status_code == 200
    return list(csv.DictReader(io.StringIO(file.text.removeprefix("\ufeff"))))


def test_a_chat_is_taken_over_announced_and_given_back(dashboard: Dashboard) -> None:
    chat = Chat(dashboard)
    assert chat.posts("take-over").json() == {"conversation": str(chat.id), "needs_person": True}
    assert chat.seen()["wish"] == {"intent": None, "asked": None}
    taken = chat.seen()
    assert (taken["needs_person"], taken["reason"]) == (True, "taken-over")
    assert "answers you from here" in taken["messages"][-1]["text"]
    assert chat.posts("give-back", Role.STAFF).status_code == 200
    assert "back to help" in chat.seen()["messages"][-1]["text"]
    assert chat.seen()["needs_person"] is False
    assert [type(fact) for fact in chat.told(HandedToPerson, ReplyComposed, ReturnedToAgent)] == [
        HandedToPerson,
        ReplyComposed,
        ReturnedToAgent,
        ReplyComposed,
    ]


def test_a_message_sent_twice_is_written_once_and_shown_as_the_persons(dashboard: Dashboard) -> None:
    chat, own = Chat(dashboard), str(uuid4())
    for _ in range(2):
        assert chat.posts("replies", Role.STAFF, id=own, text=" Yes, in blue too. ").status_code == 200
    (said,) = chat.told(StaffReplied)
    shown = chat.seen()["messages"][-1]
    assert (shown["side"], shown["text"], shown["delivery"]) == ("staff", "Yes, in blue too.", "planned")
    assert "Yes" not in said.model_dump_json()
    assert chat.row()["unanswered"] == 0
    stream = dashboard.deps.log.read(stream_of(chat.boutique, "conversation", chat.id))
    assert stream[-1].cause.actor is Actor.STAFF


def test_what_she_writes_to_a_person_stays_unanswered_until_a_person_answers(dashboard: Dashboard) -> None:
    chat = Chat(dashboard)
    chat.posts("take-over")
    chat.hears_from_her("Hello?")
    assert chat.row()["unanswered"] == 2
    chat.posts("replies", id=str(uuid4()), text="I am here")
    assert chat.row()["unanswered"] == 0


def test_24_hours_after_her_last_message_writing_is_refused_and_nothing_is_kept(dashboard: Dashboard) -> None:
    chat = Chat(dashboard, ago=timedelta(hours=25))
    until = datetime.fromisoformat(chat.seen()["writable_until"])
    assert until == dashboard.clock.now() - timedelta(hours=25) + WRITING_WINDOW
    answer = chat.posts("replies", id=str(uuid4()), text="Are you still there?")
    assert (answer.status_code, answer.json()["type"]) == (409, "urn:dukani:window-is-closed")
    assert chat.told(StaffReplied, HandedToPerson) == []


def test_after_24_hours_a_boutique_with_a_template_still_writes_in_her_language(
    dashboard: Dashboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat, fresh = Chat(dashboard, ago=timedelta(hours=25)), Chat(dashboard)
    dashboard.shop.tell(
        chat.boutique, uuid4(), Customer, chat.customer, lambda h: h.choose_language(Language.SW)
    )
    assert chat.seen()["late"] is None
    monkeypatch.setattr(dashboard.messenger, "template", True)
    offered = chat.seen()["late"]
    assert [words.split(",")[0] for words in offered] == ["Habari Njeri"] * 2
    assert fresh.seen()["late"] is None
    gone = Chat(dashboard, ago=timedelta(hours=25))
    dashboard.shop.tell(gone.boutique, uuid4(), Customer, gone.customer, Customer.forget)
    dashboard.catches_up()
    assert gone.seen()["late"] is None
    own = str(uuid4())
    assert chat.posts("replies", text="x" * 1001, id=own, late=True).status_code == 422
    for _ in range(2):
        assert chat.posts("replies", text=offered[0], id=own, late=True).status_code == 200
    (said,) = chat.told(StaffReplied)
    assert said.as_template
    assert fresh.posts("replies", text="Yes", id=own, late=True).status_code == 200
    assert not fresh.told(StaffReplied)[0].as_template


@pytest.mark.parametrize("text", ["", "   ", "x" * 4097, None], ids=["empty", "blank", "long", "none"])
def test_a_message_that_whatsapp_could_not_show_is_refused(dashboard: Dashboard, text: str | None) -> None:
    chat = Chat(dashboard)
    assert chat.posts("replies", id=str(uuid4()), text=text).status_code == 422
    assert chat.told(StaffReplied) == []


@pytest.mark.parametrize("step", STEPS)
def test_an_auditor_and_another_boutique_change_nothing(dashboard: Dashboard, step: str) -> None:
    chat, words = Chat(dashboard), STEPS[step]
    assert chat.posts(step, Role.AUDITOR, **words).status_code == 403
    others = dashboard.signed_in(dashboard.other.boutique)
    assert others.post(f"/api/conversations/{chat.id}/{step}", json=words).status_code == 404
    assert chat.told(StaffReplied, HandedToPerson, ReturnedToAgent) == []


def test_a_discount_is_given_within_the_role_and_told_once(dashboard: Dashboard) -> None:
    chat = Chat(dashboard)
    limits = {"order_limit": 900_000, "discount_percent": 10}
    assert dashboard.signed_in(chat.boutique).put("/api/limits", json=limits).status_code == 200
    assert [chat.seen(role)["cart"]["most"] for role in Role] == [
        {Role.OWNER: 90, Role.STAFF: 10, Role.AUDITOR: 0}[role] for role in Role
    ]
    refused = chat.posts("discount", Role.STAFF, id=str(uuid4()), percent=11)
    assert (refused.status_code, refused.json()["type"]) == (409, "urn:dukani:discount-is-too-high")
    for percent in (0, 91):
        assert chat.posts("discount", id=str(uuid4()), percent=percent).status_code == 422
    own = str(uuid4())
    for _ in range(2):
        assert chat.posts("discount", Role.STAFF, id=own, percent=10).status_code == 204
    assert chat.posts("discount", id=str(uuid4()), percent=25).status_code == 204
    told = [m["text"] for m in chat.seen()["messages"] if m["side"] == "agent"]
    assert ["*10%*" in told[0], "*25%*" in told[1], len(told)] == [True, True, 2]
    assert chat.seen()["cart"]["percent"] == 25
    given = dashboard.deps.log.read(stream_of(chat.boutique, "cart", cart_of(chat.customer)))
    assert [each.cause.actor for each in given if isinstance(each.fact, CartDiscounted)] == [
        Actor.STAFF,
        Actor.OWNER,
    ]


def test_after_24_hours_no_discount_is_given_unheard(dashboard: Dashboard) -> None:
    chat = Chat(dashboard, ago=timedelta(hours=25))
    assert chat.posts("discount", id=str(uuid4()), percent=5).json()["type"] == "urn:dukani:window-is-closed"
    assert chat.seen()["cart"]["percent"] == 0


def test_a_photo_is_kept_for_her_alone_and_sent_once_with_words_or_none(dashboard: Dashboard) -> None:
    chat, own, photo = Chat(dashboard), str(uuid4()), a_photo()
    for _ in range(2):
        assert chat.shows(photo, id=own, text=" The hem ").status_code == 200
    assert chat.shows(photo, Role.STAFF, id=str(uuid4())).status_code == 200
    worded, wordless = chat.seen()["messages"][-2:]
    assert (worded["side"], worded["text"], worded["delivery"]) == ("staff", "The hem", "planned")
    assert (wordless["text"], wordless["picture"]) == (None, worded["picture"])
    browser = dashboard.signed_in()
    assert browser.get(worded["picture"]).content.startswith(b"\xff\xd8")
    assert dashboard.signed_in(dashboard.other.boutique).get(worded["picture"]).status_code == 404
    with dashboard.database.as_boutique(chat.boutique) as conn:
        kept = conn.execute(
            "SELECT count(*) FROM dukani.customer_pictures WHERE subject = %s", (chat.customer,)
        )
        assert kept.fetchone() == (1,)
    assert len(chat.told(StaffReplied)) == 2


def test_a_photo_that_is_none_and_one_of_a_stranger_are_refused(dashboard: Dashboard) -> None:
    chat, photo = Chat(dashboard), a_photo()
    assert chat.shows(b"not a photo", id=str(uuid4())).json()["type"] == "urn:dukani:photo-unreadable"
    assert chat.shows(photo, id=str(uuid4()), text="x" * 1025).status_code == 422
    assert chat.shows(photo, Role.AUDITOR, id=str(uuid4())).status_code == 403
    stranger = dashboard.signed_in(dashboard.other.boutique)
    answer = stranger.post(
        f"/api/conversations/{chat.id}/photos", data={"id": str(uuid4())}, files={"photo": photo}
    )
    assert answer.status_code == 404
    assert chat.told(StaffReplied) == []


def test_pieces_are_offered_as_cards_and_the_agent_takes_her_answer(dashboard: Dashboard) -> None:
    chat = Chat(dashboard)
    pieces = dashboard.signed_in().get("/api/products", params={"limit": 50}).json()["items"]
    there = [piece["id"] for piece in pieces if piece["available"] and not piece.get("archived")][:2]
    chat.posts("take-over")
    step = chat.posts("offers", Role.STAFF, id=str(uuid4()), pieces=there, text="For you", to_agent=True)
    assert step.json() == {"conversation": str(chat.id), "needs_person": False}
    offered = chat.seen()["messages"][-1]
    assert [card["product"] for card in offered["cards"]] == there
    assert (offered["side"], offered["text"].splitlines()[0]) == ("staff", "For you")
    assert len(offered["buttons"]) == 2
    refused = chat.posts("offers", id=str(uuid4()), pieces=[str(PIECE)], to_agent=True)
    assert (refused.status_code, refused.json()["type"]) == (409, "urn:dukani:piece-is-not-offered")


def test_a_reply_is_explained_and_another_boutiques_is_not(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in(role=Role.AUDITOR)
    found = [fact.fact for fact in dashboard.mine.facts if isinstance(fact.fact, ReplyComposed)]
    rows = browser.get("/api/conversations", params={"limit": 100}).json()["items"]
    talks = [browser.get(f"/api/conversations/{row['id']}").json() for row in rows]
    said = [
        (talk["id"], m) for talk in talks for m in talk["messages"] if m["cards"] and m["side"] == "agent"
    ]
    talk, message = said[0]
    path = f"/api/conversations/{talk}/replies/{message['id']}/reasons"
    told = browser.get(path).json()
    assert told["brain"] == found[0].brain
    assert [piece["card"]["title"] for piece in told["found"]] == [card["title"] for card in message["cards"]]
    assert all(0 <= piece["score"] <= 1 for piece in told["found"])
    assert dashboard.signed_in(dashboard.other.boutique).get(path).status_code == 404
    for never in (uuid4(), talks[0]["messages"][0]["id"]):
        assert browser.get(f"/api/conversations/{talk}/replies/{never}/reasons").status_code == 404


def test_chats_are_found_by_whom_they_are_with_and_by_who_waits(dashboard: Dashboard) -> None:
    waits, answered = Chat(dashboard, phone="+254788555123"), Chat(dashboard)
    answered.posts("replies", id=str(uuid4()), text="Yes")

    def found(role: Role = Role.OWNER, **asked: str) -> set[str]:
        rows = dashboard.signed_in(role=role).get("/api/conversations", params=asked).json()["items"]
        return {row["id"] for row in rows}

    assert found(q="0788 555 123") == {str(waits.id)}
    assert found(Role.AUDITOR, q="0788 555 123") == set()
    assert {str(waits.id), str(answered.id)} <= found(q="njeri")
    assert str(waits.id) in found(unanswered="true")
    assert str(answered.id) not in found(unanswered="true")
    assert found(q="njeri", unanswered="true", needs_person="true") == set()


def test_the_file_holds_exactly_the_chats_that_are_filtered(dashboard: Dashboard) -> None:
    Chat(dashboard, words="=1+1", phone="+254788555124")
    answered = Chat(dashboard)
    answered.posts("replies", id=str(uuid4()), text="Yes")
    browser = dashboard.signed_in()

    def both(**asked: str) -> list[dict[str, str]]:
        """The rows of the file, once they are those of the list."""
        listed = browser.get("/api/conversations", params={"limit": "100", **asked}).json()["items"]
        rows = exported(browser, **asked)
        told = [(row["customer"], row["last_from"], row["unanswered"]) for row in rows]
        assert told == [
            (each["customer"]["name"] or "", each["last_side"], str(each["unanswered"])) for each in listed
        ]
        return rows

    assert len(both()) > len(both(unanswered="true")) > 0
    assert both(needs_person="true")[0]["needs_a_person"] == "yes"
    assert [row["last_text"] for row in both(q="0788 555 124")] == ["'=1+1"]
    assert exported(browser, q="0788 555 124")[0]["phone"] == "'+254788555124"
    assert both(label=str(uuid4())) == []


def test_the_file_of_chats_hides_all_that_is_personal_from_who_only_reads(dashboard: Dashboard) -> None:
    Chat(dashboard, phone="+254788555126")
    row = next(r for r in exported(dashboard.signed_in(role=Role.AUDITOR)) if "126" in r["phone"])
    assert (row["customer"], row["phone"], row["last_text"]) == ("N•••", "'+254 7•• ••• 126", "•••")
    assert not any("126" in row["phone"] for row in exported(dashboard.signed_in(dashboard.other.boutique)))
