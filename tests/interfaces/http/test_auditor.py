"""An auditor reads everything but people: each read of hers is written down, and nobody is named in it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID, uuid4

import psycopg
import pytest

from application.delivery import DeliveryAddress
from domain.customer.customer import Customer
from domain.identity import PersonId
from domain.staff.events import Role
from interfaces.http.permissions import ROUTES
from tests.interfaces.http.chatting import Chat
from tests.interfaces.http.conftest import Dashboard
from tests.support.house import photo_of

NAME, PHONE, PLACE = "Wanjirukezi Qorvane", "+254799818283", "Nyumba ya Qorvane, gate 9"
WORDS, REPLY, NOTE, CAPTION = "Nitumie kwa Qorvane", "Karibu Qorvane", "Qorvane pays late", "For Qorvane"
LIVED: Final = (
    "254712345678", "I am Wanjiku", "Sarit Centre", "Here they are", "Do you have this dress?", "invoice 8",
    "2547****149", "254722000111", "Pays on Fridays",
)  # fmt: skip
"""What is sealed in the boutiques' histories."""
ENDLESS: Final = {"follow"}
EACH: Final = 6


@pytest.fixture(scope="module")
def hers(dashboard: Dashboard) -> tuple[Chat, str]:
    """A customer with everything that can be known of one, and the photo that was taken for her."""
    chat = Chat(dashboard, words=WORDS, phone=PHONE, name=NAME)
    vault, boutique = dashboard.deps.vault, chat.boutique
    place = vault.seal(boutique, chat.customer, DeliveryAddress(words=PLACE).model_dump_json())
    dashboard.shop.tell(boutique, uuid4(), Customer, chat.customer, lambda her: her.remember_address(place))
    assert chat.posts("replies", id=str(uuid4()), text=REPLY).status_code == 200
    note = {"id": str(uuid4()), "text": NOTE}
    path = f"/api/customers/{chat.customer}/notes"
    assert dashboard.signed_in(boutique).post(path, json=note).status_code == 204
    assert chat.shows(photo_of("AM-102-RED"), id=str(uuid4()), text=CAPTION).status_code == 200
    photo = next(m["picture"] for m in chat.seen()["messages"] if m["picture"])
    return chat, photo


def addresses(dashboard: Dashboard, chat: Chat) -> Iterator[tuple[str, str]]:
    """Every route that an auditor may read by, with some of each that there is in the boutique."""
    mine = dashboard.mine
    message = next(m["id"] for m in chat.seen()["messages"])
    there: dict[str, Sequence[object]] = {
        "order": mine.orders[:EACH],
        "customer": [*mine.customers[:EACH], chat.customer],
        "conversation": [*list(mine.conversations.values())[:EACH], chat.id],
        "product": [*mine.products][:3],
        "reply": [UUID(message)],
    }
    for path, methods in dashboard.app.openapi()["paths"].items():
        name = methods.get("get", {}).get("operationId")
        if Role.AUDITOR not in ROUTES.get(name, ()) or name in ENDLESS:
            continue
        asked = [path]
        for part in re.findall(r"\{(\w+)\}", path):
            asked = [
                each.replace(f"{{{part}}}", str(one)) for each in asked for one in there.get(part, [uuid4()])
            ]
        yield from ((name, each) for each in asked)


def test_no_answer_to_an_auditor_holds_anything_personal(
    dashboard: Dashboard, hers: tuple[Chat, str]
) -> None:
    chat, photo = hers
    auditor, owner = (dashboard.signed_in(role=role) for role in (Role.AUDITOR, Role.OWNER))
    told, owners = "", ""
    queries = {"search": "?q=Qorvane", "list_views": "?page=orders"}
    for name, path in addresses(dashboard, chat):
        query = queries.get(name, "")
        told += auditor.get(path + query).text
        owners += owner.get(path + query).text
    personal = (*LIVED, NAME, "Qorvane", PHONE.removeprefix("+"), "799818283", photo)
    assert {word for word in personal if word not in owners} == set()
    assert [word for word in personal if word in told] == []
    assert "W••• Q•••" in told


def test_an_auditor_gets_no_picture_of_a_customers_and_every_piece_of_the_shops(
    dashboard: Dashboard, hers: tuple[Chat, str]
) -> None:
    _, photo = hers
    auditor = dashboard.signed_in(role=Role.AUDITOR)
    assert auditor.get(photo).status_code == 404
    assert dashboard.signed_in(role=Role.STAFF).get(photo).status_code == 200


@pytest.mark.parametrize("page", ["customers", "conversations", "search"])
def test_an_auditor_finds_nobody_by_trying_names(
    dashboard: Dashboard, hers: tuple[Chat, str], page: str
) -> None:
    def found(role: Role) -> str:
        return dashboard.signed_in(role=role).get(f"/api/{page}", params={"q": "Wanjirukezi"}).text

    assert str(hers[0].customer) in found(Role.STAFF)
    assert str(hers[0].customer) not in found(Role.AUDITOR)


def test_each_read_of_an_auditor_is_written_down_whatever_she_reads(
    dashboard: Dashboard, hers: tuple[Chat, str]
) -> None:
    person = PersonId(uuid4())
    auditor = dashboard.signed_in(role=Role.AUDITOR, person=person)
    asked = dict(addresses(dashboard, hers[0]))
    for path in asked.values():
        auditor.get(path)
    assert reads_of(dashboard, person) == asked


def reads_of(dashboard: Dashboard, person: PersonId) -> dict[str, str]:
    """What somebody read, as the boutique's own role of the database sees it."""
    with dashboard.database.as_boutique(dashboard.mine.boutique) as conn:
        rows = conn.execute("SELECT route, path FROM dukani.reads WHERE person = %s", (person,)).fetchall()
    with dashboard.database.as_boutique(dashboard.other.boutique) as conn:
        assert conn.execute("SELECT 1 FROM dukani.reads WHERE person = %s", (person,)).fetchone() is None
    return {str(route): str(path) for route, path in rows}


def test_what_is_written_down_nobody_takes_away(dashboard: Dashboard) -> None:
    for statement in ("DELETE FROM dukani.reads", "UPDATE dukani.reads SET path = ''"):
        refused = pytest.raises(psycopg.errors.InsufficientPrivilege)
        with refused, dashboard.database.as_boutique(dashboard.mine.boutique) as conn:
            conn.execute(statement.encode())
