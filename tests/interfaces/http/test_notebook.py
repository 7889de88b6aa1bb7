"""What the shop keeps for itself about a chat: notes, labels, and how far each person has read."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from domain.identity import PersonId
from domain.staff.events import Role
from tests.interfaces.http.chatting import Chat
from tests.interfaces.http.conftest import Dashboard

GIFTS, NOTE = str(UUID(int=77)), str(UUID(int=78))


def asks(dashboard: Dashboard, method: str, path: str, role: Role = Role.OWNER, **body: Any) -> Any:
    answer = dashboard.signed_in(role=role).request(method, f"/api{path}", json=body or None)
    dashboard.catches_up()
    return answer


def gifts(dashboard: Dashboard) -> None:
    assert asks(dashboard, "PUT", f"/labels/{GIFTS}", name=" Gifts ", tone="gold").json()["name"] == "Gifts"


def test_a_note_stands_in_the_chat_on_her_page_and_in_her_file_until_it_is_taken_away(
    dashboard: Dashboard,
) -> None:
    chat = Chat(dashboard)
    path = f"/customers/{chat.customer}/notes"
    for _ in range(2):
        assert asks(dashboard, "POST", path, Role.STAFF, id=NOTE, text=" Likes blue ").status_code == 204
    (note,) = chat.seen()["notes"]
    assert (note["id"], note["text"], note["by"]) == (NOTE, "Likes blue", None)
    assert [message["side"] for message in chat.seen()["messages"]] == ["customer"]
    assert asks(dashboard, "GET", f"/customers/{chat.customer}").json()["notes"] == [note]
    file = asks(dashboard, "GET", f"/customers/{chat.customer}/export").json()
    assert file["profile"]["notes"] == [note]
    assert chat.seen(Role.AUDITOR)["notes"] == []
    assert asks(dashboard, "GET", f"/customers/{chat.customer}", Role.AUDITOR).json()["notes"] == []
    assert asks(dashboard, "DELETE", f"{path}/{NOTE}").status_code == 204
    assert chat.seen()["notes"] == []


def test_a_note_that_was_taken_away_by_mistake_is_put_back_until_she_is_forgotten(
    dashboard: Dashboard,
) -> None:
    chat = Chat(dashboard)
    path = f"/customers/{chat.customer}"
    asks(dashboard, "POST", f"{path}/notes", id=str(uuid4()), text="Likes blue")
    (note,) = chat.seen()["notes"]
    asks(dashboard, "DELETE", f"{path}/notes/{note['id']}")
    history = asks(dashboard, "GET", f"{path}/history", Role.STAFF).json()
    assert [each["topic"] for each in history if each["can_undo"]] == ["notebook-note-removed.v1"]
    step = {"position": next(each["position"] for each in history if each["can_undo"])}
    stranger = dashboard.signed_in(dashboard.other.boutique)
    assert stranger.post(f"/api{path}/undo", json=step).status_code == 404
    assert asks(dashboard, "POST", f"{path}/undo", Role.AUDITOR, **step).status_code == 403
    assert asks(dashboard, "POST", f"{path}/undo", Role.STAFF, **step).status_code == 200
    assert [each["text"] for each in chat.seen()["notes"]] == ["Likes blue"]
    assert asks(dashboard, "POST", f"{path}/undo", **step).status_code == 409
    called = asks(dashboard, "GET", path).json()["customer"]
    asks(dashboard, "POST", f"{path}/forget", typed=called["name"] or called["phone"])
    history = asks(dashboard, "GET", f"{path}/history").json()
    assert not any(each["can_undo"] for each in history)


def test_a_chat_is_labelled_and_found_by_its_label(dashboard: Dashboard) -> None:
    gifts(dashboard)
    chat, other = Chat(dashboard), Chat(dashboard)
    put = f"/customers/{chat.customer}/labels/{GIFTS}"
    assert asks(dashboard, "PUT", put, Role.STAFF).status_code == 204
    chip = {"id": GIFTS, "name": "Gifts", "tone": "gold"}
    assert chip in asks(dashboard, "GET", "/labels", Role.AUDITOR).json()
    assert chat.seen()["labels"] == chat.row()["labels"] == [chip]
    found = asks(dashboard, "GET", f"/conversations?label={GIFTS}").json()["items"]
    assert [row["id"] for row in found] == [str(chat.id)]
    assert other.row()["labels"] == []
    strangers = dashboard.signed_in(dashboard.other.boutique)
    assert strangers.get("/api/labels").json() != asks(dashboard, "GET", "/labels").json()
    assert strangers.get(f"/api/conversations?label={GIFTS}").json()["items"] == []
    assert asks(dashboard, "DELETE", put).status_code == 204
    assert chat.row()["labels"] == []


def test_only_an_owner_names_labels_and_only_labels_in_use_are_put(dashboard: Dashboard) -> None:
    chat, label = Chat(dashboard), str(uuid4())
    name, tone = "Late payer", "berry"
    assert asks(dashboard, "PUT", f"/labels/{label}", Role.STAFF, name=name, tone=tone).status_code == 403
    assert asks(dashboard, "PUT", f"/labels/{label}", name="x" * 25, tone="berry").status_code == 422
    assert asks(dashboard, "PUT", f"/labels/{label}", name=name, tone=tone).status_code == 200
    taken = asks(dashboard, "PUT", f"/labels/{uuid4()}", name="late PAYER", tone="sky")
    assert (taken.status_code, taken.json()["type"]) == (409, "urn:dukani:label-name-is-taken")
    assert asks(dashboard, "DELETE", f"/labels/{label}").status_code == 204
    refused = asks(dashboard, "PUT", f"/customers/{chat.customer}/labels/{label}")
    assert (refused.status_code, refused.json()["type"]) == (409, "urn:dukani:label-is-unknown")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "notes"),
        ("DELETE", f"notes/{NOTE}"),
        ("PUT", f"labels/{GIFTS}"),
        ("DELETE", f"labels/{GIFTS}"),
    ],
)
def test_an_auditor_and_another_boutique_write_nothing_down(
    dashboard: Dashboard, method: str, path: str
) -> None:
    chat, words = Chat(dashboard), {"id": NOTE, "text": "Mine"}
    whole = f"/customers/{chat.customer}/{path}"
    assert asks(dashboard, method, whole, Role.AUDITOR, **words).status_code == 403
    strangers = dashboard.signed_in(dashboard.other.boutique)
    assert strangers.request(method, f"/api{whole}", json=words).status_code == 404
    assert (chat.seen()["notes"], chat.seen()["labels"]) == ([], [])


def test_once_she_is_forgotten_her_notes_and_labels_are_gone(dashboard: Dashboard) -> None:
    gifts(dashboard)
    chat = Chat(dashboard)
    asks(dashboard, "POST", f"/customers/{chat.customer}/notes", id=NOTE, text="By the mosque")
    asks(dashboard, "PUT", f"/customers/{chat.customer}/labels/{GIFTS}")
    proof = asks(dashboard, "POST", f"/customers/{chat.customer}/forget", typed="njeri").json()
    assert proof["values"] == 2
    assert (chat.seen()["notes"], chat.seen()["labels"]) == ([], [])
    assert asks(dashboard, "POST", f"/customers/{chat.customer}/notes", id=NOTE, text="x").status_code == 409


def test_each_person_has_read_a_chat_up_to_where_she_looked(dashboard: Dashboard) -> None:
    chat = Chat(dashboard, ago=timedelta())
    amina, baraka = (
        dashboard.signed_in(role=role, person=PersonId(uuid4())) for role in (Role.OWNER, Role.STAFF)
    )
    read = f"/api/conversations/{chat.id}/read"

    def unread(browser: Any) -> int:
        rows = browser.get("/api/conversations").json()["items"]
        return int(next(row["unread"] for row in rows if row["id"] == str(chat.id)))

    assert (unread(amina), unread(baraka)) == (1, 1)
    first = chat.seen()["messages"][-1]["id"]
    second = str(chat.hears_from_her("And in red?"))
    before = amina.get("/api/conversations/unread").json()["chats"]
    assert amina.post(read, json={"message": second}).status_code == 204
    assert amina.post(read, json={"message": first}).status_code == 204
    assert (unread(amina), unread(baraka)) == (0, 2)
    assert amina.get("/api/conversations/unread").json()["chats"] == before - 1
    found = [row["id"] for row in amina.get("/api/conversations?unread=true").json()["items"]]
    assert str(chat.id) not in found
    assert str(chat.id) in [row["id"] for row in baraka.get("/api/conversations?unread=true").json()["items"]]
    chat.posts("replies", id=str(uuid4()), text="Yes")
    assert unread(amina) == 0
    chat.hears_from_her("Asante")
    assert (unread(amina), unread(baraka)) == (1, 3)


def test_what_came_before_she_began_is_read_and_nobody_reads_for_another_shop(
    dashboard: Dashboard,
) -> None:
    chat = Chat(dashboard)
    someone = dashboard.signed_in(person=PersonId(uuid4()))
    row = next(r for r in someone.get("/api/conversations").json()["items"] if r["id"] == str(chat.id))
    assert (row["unread"], row["unanswered"]) == (0, 1)
    read, body = f"/api/conversations/{chat.id}/read", {"message": chat.seen()["messages"][0]["id"]}
    assert dashboard.signed_in(dashboard.other.boutique).post(read, json=body).status_code == 404
    assert dashboard.signed_in(role=Role.AUDITOR).post(read, json=body).status_code == 403
    assert dashboard.signed_in(role=Role.AUDITOR).get("/api/conversations/unread").json() == {"chats": 0}
