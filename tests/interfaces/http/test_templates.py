"""Outside the 24 hours a person chooses one of the boutique's approved templates, and fills its gaps."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from application.ports import NeighbourFailed, Recipient
from application.ports.templates import Template
from domain.conversation.events import StaffReplied
from domain.conversation.reply import Reply
from domain.customer.customer import Customer
from domain.staff.events import Role
from interfaces.late_writing import ShopLateWriting
from tests.interfaces.http.chatting import Chat
from tests.interfaces.http.conftest import Dashboard
from tests.support.memory import MemoryMessenger

READY = Template(
    key="order_ready/en",
    name="order_ready",
    language="en",
    category="utility",
    body="Hi {{1}}, your order is ready.",
    examples={"1": "Amina"},
)
OFFER = Template(key="offer/sw", name="offer", language="sw", category="marketing", body="Karibu!")
DAY = timedelta(hours=25)


@pytest.fixture
def chat(dashboard: Dashboard, monkeypatch: pytest.MonkeyPatch) -> Chat:
    """A chat of somebody who has been silent for a day, with a shop whose templates are approved."""
    late = dashboard.deps.late
    assert isinstance(late, ShopLateWriting)
    monkeypatch.setattr(late, "_known", {})
    monkeypatch.setattr(dashboard.messenger, "templates", [READY, OFFER])
    return Chat(dashboard, ago=DAY)


def listed(chat: Chat, role: Role = Role.OWNER) -> dict[str, Any]:
    answer = chat.dashboard.signed_in(chat.boutique, role).get(f"/api/conversations/{chat.id}/templates")
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


def test_the_approved_templates_are_shown_whole(chat: Chat) -> None:
    told = listed(chat, Role.STAFF)
    assert told == {
        "state": "ready",
        "templates": [
            {
                "key": "offer/sw",
                "name": "offer",
                "language": "sw",
                "category": "marketing",
                "header": "",
                "body": "Karibu!",
                "footer": "",
                "gaps": [],
            },
            {
                "key": "order_ready/en",
                "name": "order_ready",
                "language": "en",
                "category": "utility",
                "header": "",
                "body": "Hi {{1}}, your order is ready.",
                "footer": "",
                "gaps": [{"name": "1", "example": "Amina"}],
            },
        ],
    }


def test_who_wants_no_offers_is_offered_no_offers(chat: Chat) -> None:
    chat.dashboard.shop.tell(chat.boutique, uuid4(), Customer, chat.customer, Customer.stop_marketing)
    told = listed(chat)
    assert [each["key"] for each in told["templates"]] == ["order_ready/en"]
    refused = chat.posts("templates", id=str(uuid4()), key="offer/sw", values={})
    assert refused.json()["type"] == "urn:dukani:template-is-not-approved"


def test_a_filled_template_is_written_once_and_stands_in_the_chat_as_she_reads_it(chat: Chat) -> None:
    said = {"id": str(uuid4()), "key": "order_ready/en", "values": {"1": " Njeri "}}
    for _ in range(2):
        assert chat.posts("templates", Role.STAFF, **said).status_code == 200
    (written,) = chat.told(StaffReplied)
    body = Reply.model_validate_json(chat.dashboard.deps.vault.open(chat.boutique, written.body) or "")
    assert written.as_template
    assert body.template
    assert (body.template.key, body.template.values) == ("order_ready/en", (("1", "Njeri"),))
    assert chat.seen()["messages"][-1]["text"] == "Hi Njeri, your order is ready."


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"key": "nobody/en", "values": {}}, "template-is-not-approved"),
        ({"key": "order_ready/en", "values": {"1": "  "}}, "gap-is-empty"),
        ({"key": "order_ready/en", "values": {"1": "x" * 301}}, "invalid-request"),
    ],
)
def test_what_whatsapp_would_not_carry_is_refused_and_nothing_is_kept(
    chat: Chat, said: dict[str, Any], kind: str
) -> None:
    answer = chat.posts("templates", id=str(uuid4()), **said)
    assert answer.json()["type"] == f"urn:dukani:{kind}"
    assert chat.told(StaffReplied) == []


@pytest.mark.parametrize(
    ("trouble", "state"),
    [
        ([], "none"),
        (NeighbourFailed("meta", "no-list", "whose?", retryable=False), "no-list"),
        (NeighbourFailed("meta", "190", "expired", retryable=False), "refused"),
        (NeighbourFailed("meta", "unreachable", "down", retryable=True), "away"),
    ],
    ids=["none", "no-list", "refused", "away"],
)
def test_where_there_is_nothing_to_choose_from_it_says_why(
    chat: Chat, monkeypatch: pytest.MonkeyPatch, trouble: object, state: str
) -> None:
    monkeypatch.setattr(chat.dashboard.messenger, "templates", trouble)
    assert listed(chat) == {"state": state, "templates": []}
    answer = chat.posts("templates", id=str(uuid4()), key="order_ready/en", values={"1": "Njeri"})
    kind = "template-is-not-approved" if state == "none" else "templates-away"
    assert (answer.json()["type"], chat.told(StaffReplied)) == (f"urn:dukani:{kind}", [])


def test_meta_is_asked_once_a_minute_however_often_a_chat_is_looked_at(dashboard: Dashboard) -> None:
    asked, clock = [], [0.0]

    class Counting(MemoryMessenger):
        def approved(self, sender: Recipient) -> Sequence[Template]:
            asked.append(sender.account)
            return [READY]

    messenger = Counting()
    late = ShopLateWriting(dashboard.shop, messenger, messenger, lambda: clock[0])
    chat = Chat(dashboard, ago=DAY)
    for account, at in (("1", 0.0), ("1", 59.0), ("2", 59.0), ("1", 61.0)):
        clock[0] = at
        late.templates(chat.boutique, chat.customer, Recipient(account, None, None))
    assert asked == ["1", "2", "1"]


def test_another_boutiques_chat_has_no_templates_for_us(chat: Chat, dashboard: Dashboard) -> None:
    theirs = Chat(dashboard, dashboard.other.boutique, ago=DAY)
    path = f"/api/conversations/{theirs.id}/templates"
    said = {"id": str(uuid4()), "key": "order_ready/en", "values": {"1": "x"}}
    mine = dashboard.signed_in()
    assert mine.get(path).status_code == 404
    assert mine.post(path, json=said).status_code == 404
    assert theirs.told(StaffReplied) == []
