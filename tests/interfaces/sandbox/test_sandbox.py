"""The sandbox behaves as Meta and Safaricom do, also where they are unpleasant."""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from application.ports import Outgoing, Recipient
from domain.conversation.events import MessageKind
from domain.conversation.reply import Reply
from interfaces.sandbox import openapi
from interfaces.sandbox.courier import meta_json
from interfaces.sandbox.world import PEOPLE, bsuid_of
from tests.support.sandbox import SHOPS, TOKEN, Stage, eventually, staged

ACCOUNT = SHOPS[0].account
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with staged(tmp_path_factory.mktemp("sandbox")) as running:
        yield running


def graph(stage: Stage, body: dict[str, Any], token: str = TOKEN, account: str = ACCOUNT) -> httpx.Response:
    """A send as any client would do it."""
    url = f"{stage.url}/sandbox/graph/v25.0/{account}/messages"
    whole = {"messaging_product": "whatsapp", "to": "+254712345601", **body}
    return httpx.post(url, json=whole, headers={"Authorization": f"Bearer {token}"}, trust_env=False)


def say(stage: Stage, person: str, words: str) -> None:
    stage.people.post(f"/phones/{person}/chats/{ACCOUNT}/text", json={"text": words}).raise_for_status()


def words_heard(stage: Stage) -> list[str | None]:
    return [message.text for message in list(stage.heard.messages)]


def test_webhooks_are_written_as_meta_writes_them() -> None:
    assert meta_json({"a": "ä 😀 /"}) == b'{"a":"\\u00e4 \\ud83d\\ude00 \\/"}'


def test_a_person_without_a_number_is_told_by_bsuid_and_username_alone(stage: Stage) -> None:
    say(stage, "zawadi", "no number here")
    eventually(lambda: "no number here" in words_heard(stage), "the message")

    sender = next(m.sender for m in stage.heard.messages if m.text == "no number here")
    zawadi = next(person for person in PEOPLE if person.id == "zawadi")
    assert (sender.phone, sender.username, sender.bsuid) == (None, "zawadi.styles", bsuid_of(ACCOUNT, zawadi))


def test_two_shops_know_the_same_person_by_different_ids() -> None:
    assert bsuid_of("1063", PEOPLE[0]) != bsuid_of("1064", PEOPLE[0])


def test_an_album_is_a_message_for_each_picture_and_the_caption_is_on_one(stage: Stage) -> None:
    files = [("files", (f"{n}.jpg", b"\xff\xd8\xff" + bytes([n]), "image/jpeg")) for n in range(6)]

    sent = stage.people.post(
        f"/phones/grace/chats/{ACCOUNT}/photos", files=files, data={"caption": "the set"}
    )
    ids = set(sent.json()["messages"])
    eventually(lambda: ids <= {m.provider_id for m in stage.heard.messages}, "the album")

    album = [m for m in stage.heard.messages if m.provider_id in ids]
    assert [m.kind for m in album] == [MessageKind.PHOTO] * 6
    assert sorted(m.text or "" for m in album) == ["", "", "", "", "", "the set"]


def test_what_our_side_does_not_take_comes_again(stage: Stage) -> None:
    stage.heard.deaf = True
    say(stage, "brian", "can you hear me?")
    eventually(
        lambda: stage.sandbox.store.row("SELECT 1 FROM deliveries WHERE attempts > 0") is not None,
        "a failure",
    )
    assert "can you hear me?" not in words_heard(stage)

    stage.heard.deaf = False
    eventually(lambda: "can you hear me?" in words_heard(stage), "the second delivery")


def test_what_was_not_delivered_before_a_kill_is_delivered_after_it(tmp_path: Path) -> None:
    with staged(tmp_path) as before:
        before.heard.deaf = True
        say(before, "amina", "before the kill")
    with staged(tmp_path) as after:
        with after.sandbox.store.change() as db:
            db.execute("UPDATE deliveries SET due = 0, url = ?", (after.sandbox.settings.webhook_url,))
        eventually(lambda: "before the kill" in words_heard(after), "the delivery")
        chat = after.people.get(f"/phones/amina/chats/{ACCOUNT}").json()
    assert [bubble["text"] for bubble in chat["bubbles"]] == ["before the kill"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"type": "text", "text": {"body": "x" * 4097}}, 131009),
        ({"type": "text", "text": {"body": ""}}, 131009),
        ({"type": "text"}, 131008),
        ({"type": "poem", "poem": {}}, 100),
        ({"messaging_product": "telegram", "type": "text", "text": {"body": "x"}}, 100),
        ({"to": "", "type": "text", "text": {"body": "x"}}, 100),
        ({"type": "text", "text": {"body": "x"}, "biz_opaque_callback_data": "x" * 513}, 100),
        ({"type": "image", "image": {}}, 131008),
        ({"type": "image", "image": {"id": "1", "caption": "x" * 1025}}, 131009),
        ({"type": "image", "image": {"id": "nobody's"}}, 131009),
    ],
)
def test_a_message_that_meta_would_refuse_is_refused_with_its_code(
    stage: Stage, body: dict[str, Any], code: int
) -> None:
    answer = graph(stage, body)

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, code)


def interactive(kind: str, action: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "type": "interactive",
        "interactive": {"type": kind, "body": {"text": "?"}, "action": action, **more},
    }


def button(identity: str, title: str) -> dict[str, Any]:
    return {"type": "reply", "reply": {"id": identity, "title": title}}


def rows(count: int) -> list[dict[str, str]]:
    return [{"id": str(n), "title": f"Row {n}"} for n in range(count)]


@pytest.mark.parametrize(
    "body",
    [
        interactive("button", {"buttons": [button(str(n), str(n)) for n in range(4)]}),
        interactive("button", {"buttons": []}),
        interactive("button", {"buttons": [button("a", "x" * 21)]}),
        interactive("button", {"buttons": [button("a", "A"), button("a", "B")]}),
        interactive("button", {"buttons": [button("a", "A"), button("b", "A")]}),
        interactive("button", {"buttons": [button("a", "A")]}, body={"text": "x" * 1025}),
        interactive("list", {"button": "Go", "sections": [{"title": "All", "rows": rows(11)}]}),
        interactive(
            "list",
            {"button": "Go", "sections": [{"title": "A", "rows": rows(6)}, {"title": "B", "rows": rows(5)}]},
        ),
        interactive("list", {"button": "x" * 21, "sections": [{"title": "A", "rows": rows(1)}]}),
        interactive(
            "list",
            {"button": "Go", "sections": [{"title": "A", "rows": rows(1)}]},
            header={"type": "image", "image": {"id": "1"}},
        ),
        interactive("location_request_message", {"name": "give_me"}),
        interactive("carousel", {}),
    ],
)
def test_things_to_tap_keep_to_metas_counts_and_lengths(stage: Stage, body: dict[str, Any]) -> None:
    assert graph(stage, body).json()["error"]["code"] in (131008, 131009)


def test_a_bsuid_in_to_is_taken_and_lost(stage: Stage) -> None:
    say(stage, "amina", "open the window")
    before = len(stage.people.get(f"/phones/amina/chats/{ACCOUNT}").json()["bubbles"])

    answer = graph(stage, {"to": bsuid_of(ACCOUNT, PEOPLE[0]), "type": "text", "text": {"body": "lost"}})

    assert (answer.status_code, len(answer.json()["messages"])) == (200, 1)
    assert len(stage.people.get(f"/phones/amina/chats/{ACCOUNT}").json()["bubbles"]) == before


def test_with_both_names_to_wins(stage: Stage) -> None:
    say(stage, "grace", "who wins?")
    body = {
        "to": "+254703345604",
        "recipient": bsuid_of(ACCOUNT, PEOPLE[0]),
        "type": "text",
        "text": {"body": "won"},
    }

    assert graph(stage, body).status_code == 200
    assert stage.people.get(f"/phones/grace/chats/{ACCOUNT}").json()["bubbles"][-1]["text"] == "won"


def test_a_number_without_its_plus_gets_the_shops_own_country(stage: Stage) -> None:
    say(stage, "brian", "plus?")

    assert graph(stage, {"to": "722345602", "type": "text", "text": {"body": "hello"}}).status_code == 200
    assert stage.people.get(f"/phones/brian/chats/{ACCOUNT}").json()["bubbles"][-1]["text"] == "hello"


def test_the_window_closes_a_day_after_the_customers_last_words(stage: Stage) -> None:
    say(stage, "grace", "yesterday")
    with stage.sandbox.store.change() as db:
        db.execute("UPDATE messages SET at = at - 90000 WHERE person = 'grace'")

    answer = graph(stage, {"to": "+254703345604", "type": "text", "text": {"body": "still there?"}})

    assert answer.json()["error"]["code"] == 131047


def test_the_owner_is_always_reached(stage: Stage) -> None:
    to = Recipient(ACCOUNT, None, "+254720345600")

    stage.messenger.send(Outgoing(uuid4(), to, Reply(text="A new order")))

    chat = stage.people.get(f"/phones/owner/chats/{ACCOUNT}").json()
    assert chat["bubbles"][-1]["text"] == "A new order"


def test_a_wrong_token_and_a_foreign_number_are_refused(stage: Stage) -> None:
    words = {"type": "text", "text": {"body": "x"}}

    assert graph(stage, words, token="stolen").json()["error"]["code"] == 190
    assert graph(stage, words, account="999").json()["error"]["code"] == 100


def test_a_media_address_needs_the_token_and_dies(stage: Stage) -> None:
    kept = stage.sandbox.chats.keep_media(ACCOUNT, "image/jpeg", b"\xff\xd8\xffx")
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    told = httpx.get(f"{stage.url}/sandbox/graph/v25.0/{kept.id}", headers=bearer, trust_env=False).json()

    def fetched(url: str, **headers: str) -> int:
        return httpx.get(url, headers=headers, trust_env=False).status_code

    assert told["sha256"] == base64.b64encode(hashlib.sha256(b"\xff\xd8\xffx").digest()).decode()
    assert fetched(told["url"], **bearer) == 200
    assert fetched(told["url"]) == 404
    assert fetched(told["url"].replace("until=", "until=1"), **bearer) == 404
    assert fetched(f"{stage.url}/sandbox/graph/media/{kept.id}?until=1&hash=0", **bearer) == 404
    assert fetched(f"{stage.url}/sandbox/graph/media/{kept.id}?until=x", **bearer) == 404


def test_an_upload_that_is_no_jpeg_or_png_is_refused(stage: Stage) -> None:
    answer = httpx.post(
        f"{stage.url}/sandbox/graph/v25.0/{ACCOUNT}/media",
        headers={"Authorization": f"Bearer {TOKEN}"},
        data={"messaging_product": "whatsapp", "type": "image/jpeg"},
        files={"file": ("x.jpg", b"GIF89a", "image/jpeg")},
        trust_env=False,
    )

    assert answer.json()["error"]["code"] == 131053


def test_a_reaction_shows_on_the_bubble_and_can_be_taken_back(stage: Stage) -> None:
    say(stage, "amina", "react to this")
    identity = stage.messenger.send(
        Outgoing(uuid4(), Recipient(ACCOUNT, None, "+254712345601"), Reply(text="Nice?"))
    )
    chat = f"/phones/amina/chats/{ACCOUNT}"

    shown = []
    for emoji in ("❤️", ""):
        stage.people.post(f"{chat}/reaction", json={"message": identity, "emoji": emoji}).raise_for_status()
        shown.append(stage.people.get(chat).json()["bubbles"][-1]["reaction"])
    eventually(
        lambda: len([m for m in stage.heard.messages if m.kind is MessageKind.REACTION]) == 2,
        "both reactions",
    )

    assert shown == ["❤️", None]


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("/phones/nobody/chats/1063/text", {"text": "x"}, 404),
        ("/phones/amina/chats/999/text", {"text": "x"}, 404),
        ("/phones/amina/chats/1063/text", {"text": "   "}, 422),
        ("/phones/amina/chats/1063/text", {"text": "x" * 70_000}, 422),
        ("/phones/amina/chats/1063/choice", {"message": "wamid.none", "choice": "a"}, 404),
        ("/phones/amina/mpesa/ws_CO_1/pin", {"pin": "1234"}, 404),
    ],
)
def test_a_phone_cannot_do_what_no_phone_can(
    stage: Stage, path: str, body: dict[str, str], code: int
) -> None:
    assert stage.people.post(path, json=body).status_code == code


def test_the_live_feed_tells_of_every_change(stage: Stage) -> None:
    with stage.people.stream("GET", "/live") as feed:
        events = (json.loads(line[6:]) for line in feed.iter_lines() if line.startswith("data: "))
        first = next(events)["version"]
        say(stage, "amina", "news")
        later = next(events)["version"]
    assert later > first


def test_the_pages_types_are_made_from_the_api_as_it_is() -> None:
    """`python -m interfaces.sandbox.openapi`, then openapi-typescript, bring them up again."""
    kept = ROOT / "dashboard" / "src" / "phones" / "api" / "openapi.json"

    assert kept.read_text() == openapi.description()


def test_a_shop_that_opens_later_has_a_number_a_paybill_and_a_phone_for_its_owner(stage: Stage) -> None:
    town = stage.sandbox.town
    opened = town.open_shop("one", "Maridadi", "Wanjiku Njeri", "+254712000001")
    other = town.open_shop("two", "Pendo", "Amina", "+254712345601")
    assert town.open_shop("one", "Maridadi", "Wanjiku Njeri", "+254712000001") == opened
    assert len({opened.account, other.account, opened.phone, other.phone}) == 4
    assert town.payee(str(town.paybill("one"))) == "Maridadi"
    assert town.paybill("three") is None

    world = stage.people.get("/world").json()
    assert [shop["name"] for shop in world["shops"][-2:]] == ["Maridadi", "Pendo"]
    newcomers = [each for each in world["people"] if each["phone"] == "+254712000001"]
    assert [(each["name"], each["role"]) for each in newcomers] == [("Wanjiku Njeri", "owner")]
    assert sum(each["phone"] == "+254712345601" for each in world["people"]) == 1
    hers = stage.people.get(f"/phones/{newcomers[0]['id']}").json()
    assert (len(hers["chats"]), hers["mpesa"]["shillings"]) == (4, 20_000)

    address = f"{stage.url}/sandbox/graph/v25.0/{opened.account}"
    told = httpx.get(address, headers={"Authorization": f"Bearer {TOKEN}"}, trust_env=False).json()
    assert (told["display_phone_number"], told["status"]) == (opened.phone, "CONNECTED")
