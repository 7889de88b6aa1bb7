"""The production adapter before Meta's wire: what goes out, what comes back, and what is refused."""

import base64
import io
from datetime import timedelta
from uuid import uuid4

import httpx
import pytest
from PIL import Image

from application.inbound import DeliveryState
from application.ports import MediaRef, NeighbourFailed, NeighbourUnsure, Outgoing
from domain.conversation.reply import Button, Link, Picture, Reply, Row
from domain.identity import ProductId
from interfaces.whatsapp.access import Access
from interfaces.whatsapp.client import CloudApi, CloudApiSettings
from tests.emulators.faults import FaultKind
from tests.support.cloud_api import (
    CATALOGUE,
    OTHER_NUMBER,
    OTHER_TOKEN,
    OUR_NUMBER,
    PEOPLE,
    TEMPLATE,
    TOKEN,
    CloudStage,
    access_of,
    to,
)

WORDS = Reply(text="Karibu *sana* \U0001f600")


def photo(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 80), colour).save(out, "JPEG")
    return out.getvalue()


def pieces(*skus: str) -> tuple[Picture, ...]:
    return tuple(Picture(product=ProductId(uuid4()), name=sku, caption=sku, sku=sku) for sku in skus)


def refused(cloud: CloudStage, body: dict[str, object], token: str = TOKEN) -> int:
    """The code with which the emulator refuses a body."""
    answer = cloud.emulator.control.post(
        f"/v25.0/{OUR_NUMBER}/messages", json=body, headers={"Authorization": f"Bearer {token}"}
    )
    assert answer.status_code != httpx.codes.OK, answer.text
    return int(answer.json()["error"]["code"])


def test_every_kind_of_reply_is_taken_by_the_strict_wire(cloud: CloudStage) -> None:
    cloud.says("amina", "hello")
    shown = (photo("green"), photo("blue"))
    replies = {
        "text": WORDS,
        "button": Reply(text="Which?", buttons=(Button(id="a", title="One"), Button(id="b", title="Two"))),
        "list": Reply(
            text="Size?", rows=(Row(id="s", title="S", description="2 left"), Row(id="m", title="M"))
        ),
        "cta_url": Reply(text="Pay by card", link=Link(title="Pay", url="https://pay.example/x?y=1")),
        "location_request_message": Reply(text="Where to?", asks_location=True),
        "request_contact_info": Reply(text="Which number?", asks_contact=True),
        "image": Reply(text="Two pieces", pictures=pieces("A", "B")),
    }

    for kind, reply in replies.items():
        message = Outgoing(uuid4(), to("amina"), reply, shown if reply.pictures else ())
        body = cloud.body_of(cloud.messenger.send(message))
        part = body["interactive"]["type"] if body["type"] == "interactive" else body["type"]
        assert part == kind


def test_pieces_of_a_catalogue_go_out_as_cards_without_a_picture(cloud: CloudStage) -> None:
    cloud.says("amina", "dresses?")
    ours = CloudApi(
        CloudApiSettings(base_url=cloud.emulator.url), lambda _: Access(TOKEN, catalogue=CATALOGUE)
    )

    one = ours.send(Outgoing(uuid4(), to("amina"), Reply(text="This", pictures=pieces("A1")), (photo(),)))
    two = ours.send(
        Outgoing(uuid4(), to("amina"), Reply(text="These", pictures=pieces("A1", "B2")), (photo(), photo()))
    )
    ours.close()

    assert cloud.body_of(one)["interactive"]["action"] == {
        "catalog_id": CATALOGUE,
        "product_retailer_id": "A1",
    }
    [section] = cloud.body_of(two)["interactive"]["action"]["sections"]
    assert [item["product_retailer_id"] for item in section["product_items"]] == ["A1", "B2"]
    assert not [call for call in cloud.emulator.calls() if call.path.endswith("/media")]


def test_who_hides_her_number_is_written_to_by_her_bsuid(cloud: CloudStage) -> None:
    message = cloud.says("zawadi", "niaje")
    reply_id = uuid4()

    identity = cloud.messenger.send(Outgoing(reply_id, message.came_from, WORDS))

    body = cloud.body_of(identity)
    assert (message.sender.phone, message.sender.username) == (None, "zawadi")
    assert (body.get("to"), body["recipient"]) == (None, PEOPLE["zawadi"]["bsuid"])
    states = [status.state for status in cloud.statuses_of(reply_id, 2)]
    assert states == [DeliveryState.SENT, DeliveryState.DELIVERED]


def test_a_number_nobody_has_is_accepted_and_fails_later_with_its_code(cloud: CloudStage) -> None:
    reply_id = uuid4()
    stranger = to("amina").__class__(OUR_NUMBER, None, "+254799999999")

    cloud.messenger.send(Outgoing(reply_id, stranger, WORDS))

    [status] = cloud.statuses_of(reply_id, 1)
    assert (status.state, status.code) == (DeliveryState.FAILED, "131026")


def test_outside_the_window_the_words_go_out_in_the_template(cloud: CloudStage) -> None:
    reply = Reply(text="Your order\nis packed", buttons=(Button(id="x", title="Thanks"),))

    template = cloud.body_of(cloud.messenger.send(Outgoing(uuid4(), to("halima"), reply)))["template"]

    [part] = template["components"]
    assert template["name"] == TEMPLATE
    assert part["parameters"] == [{"type": "text", "text": "Your order is packed 1. Thanks"}]


def test_news_that_nobody_asked_for_goes_as_the_template_at_once(cloud: CloudStage) -> None:
    """Meta may take words and fail them afterwards, when nobody waits any more."""
    assert cloud.messenger.has_template(to("amina"))
    news = Outgoing(uuid4(), to("amina"), Reply(text="Order DK-7 is paid"), unasked=True)
    assert cloud.body_of(cloud.messenger.send(news))["template"]["name"] == TEMPLATE


def test_outside_the_window_and_without_a_template_it_is_refused(cloud: CloudStage) -> None:
    with pytest.raises(NeighbourFailed) as failed:
        cloud.messenger.send(Outgoing(uuid4(), to("halima", OTHER_NUMBER), WORDS))

    assert (failed.value.code, failed.value.retryable) == ("131047", False)


def test_a_template_that_is_not_there_tells_the_owner_what_to_do(cloud: CloudStage) -> None:
    theirs = CloudApi(
        CloudApiSettings(base_url=cloud.emulator.url), lambda _: Access(OTHER_TOKEN, template="none")
    )

    with pytest.raises(NeighbourFailed, match="create it in the WhatsApp Manager") as failed:
        theirs.send(Outgoing(uuid4(), to("halima", OTHER_NUMBER), WORDS))
    theirs.close()
    assert (failed.value.code, failed.value.retryable) == ("132001", False)


def test_a_token_that_ended_is_for_the_owner_to_mend(cloud: CloudStage) -> None:
    ended = CloudApi(CloudApiSettings(base_url=cloud.emulator.url), lambda _: Access("ended"))

    with pytest.raises(NeighbourFailed, match="connect the number anew") as failed:
        ended.send(Outgoing(uuid4(), to("amina"), WORDS))
    ended.close()
    assert (failed.value.code, failed.value.retryable) == ("190", False)


def test_a_number_of_another_boutique_cannot_be_spoken_for(cloud: CloudStage) -> None:
    crossed = CloudApi(CloudApiSettings(base_url=cloud.emulator.url), lambda _: Access(OTHER_TOKEN))

    with pytest.raises(NeighbourFailed) as failed:
        crossed.send(Outgoing(uuid4(), to("amina"), WORDS))
    crossed.close()
    assert (failed.value.code, failed.value.retryable) == ("100", False)


def test_46_messages_to_one_customer_are_paced_before_meta_must_refuse(cloud: CloudStage) -> None:
    cloud.says("esther", "many")
    ours = CloudApi(CloudApiSettings(base_url=cloud.emulator.url), access_of)
    _sends(ours, "esther", 45)

    with pytest.raises(NeighbourFailed, match="paced") as failed:
        _sends(ours, "esther", 1)
    ours.close()

    sent = [call for call in cloud.emulator.calls() if call.path.endswith("/messages")]
    assert (len(sent), failed.value.retryable) == (45, True)
    assert failed.value.after is not None
    assert timedelta(0) < failed.value.after <= timedelta(seconds=6)


def test_what_another_process_used_up_comes_back_as_a_pause(cloud: CloudStage) -> None:
    cloud.says("wanjiru", "still?")
    ours, others = (CloudApi(CloudApiSettings(base_url=cloud.emulator.url), access_of) for _ in range(2))
    _sends(others, "wanjiru", 45)

    with pytest.raises(NeighbourFailed) as first:
        _sends(ours, "wanjiru", 45)
    with pytest.raises(NeighbourFailed) as second:
        _sends(ours, "wanjiru", 1)
    ours.close()
    others.close()

    assert (first.value.code, first.value.retryable) == ("131056", True)
    assert second.value.code == "paced"


def _sends(messenger: CloudApi, person: str, times: int) -> None:
    for _ in range(times):
        messenger.send(Outgoing(uuid4(), to(person), WORDS))


def test_throughput_of_a_number_is_refused_with_the_wanted_pause(cloud: CloudStage) -> None:
    for person in ("amina", "brian", "grace", "zawadi"):
        cloud.emulator.command(
            "say", {"number": OTHER_NUMBER, "person": PEOPLE[person]["bsuid"], "part": {"body": "x"}}
        )
    unpaced = CloudApi(CloudApiSettings(base_url=cloud.emulator.url), lambda _: Access(OTHER_TOKEN))
    for person in ("amina", "brian", "grace"):
        unpaced.send(Outgoing(uuid4(), to(person, OTHER_NUMBER), WORDS))

    with pytest.raises(NeighbourFailed) as failed:
        unpaced.send(Outgoing(uuid4(), to("zawadi", OTHER_NUMBER), WORDS))
    unpaced.close()

    assert (failed.value.code, failed.value.after) == ("130429", timedelta(seconds=1))


@pytest.mark.parametrize(
    ("fault", "is_sent", "kind"),
    [
        ({"kind": FaultKind.LOST}, 1, NeighbourUnsure),
        ({"kind": FaultKind.CUT}, 1, NeighbourUnsure),
        ({"kind": FaultKind.LATE, "seconds": 3.0}, 1, NeighbourUnsure),
        ({"kind": FaultKind.RESET}, 0, NeighbourUnsure),
        ({"kind": FaultKind.ANSWER, "status": 502, "body": "<html>"}, 0, NeighbourUnsure),
        (
            {"kind": FaultKind.ANSWER, "status": 500, "body": '{"error": {"code": 131000, "message": "x"}}'},
            0,
            NeighbourFailed,
        ),
        ({"kind": FaultKind.ANSWER, "status": 429, "headers": {"Retry-After": "17"}}, 0, NeighbourFailed),
    ],
    ids=["lost", "cut", "late", "reset", "502", "131000", "429"],
)
def test_a_fault_is_named_by_what_may_have_happened(
    cloud: CloudStage, fault: dict[str, object], is_sent: int, kind: type[NeighbourFailed]
) -> None:
    cloud.says("amina", "fault?")
    before = len(cloud.emulator.control.get("/_control/sent").json())
    cloud.emulator.fault(path="/messages$", method="POST", **fault)

    with pytest.raises(NeighbourFailed) as failed:
        cloud.messenger.send(Outgoing(uuid4(), to("amina"), WORDS))

    assert type(failed.value) is kind
    assert failed.value.retryable == (kind is NeighbourFailed)
    assert len(cloud.emulator.control.get("/_control/sent").json()) == before + is_sent
    if fault.get("headers"):
        assert failed.value.after == timedelta(seconds=17)


def test_media_is_fetched_again_when_its_address_has_ended(cloud: CloudStage) -> None:
    picture = photo("orange")
    part = cloud.file(picture)
    message = cloud.says("amina", kind="image", part=part | {"caption": "Hii?"})
    cloud.emulator.fault(kind=FaultKind.ANSWER, status=404, path="attachments")

    assert message.media is not None
    assert cloud.messenger.fetch_media(message.media) == picture


def test_media_that_ended_after_seven_days_is_gone_for_good(cloud: CloudStage) -> None:
    part = cloud.file(photo())
    message = cloud.says("amina", kind="image", part=part)
    cloud.emulator.command(f"pass/{8 * 24 * 3600}")
    try:
        assert message.media is not None
        with pytest.raises(NeighbourFailed) as failed:
            cloud.messenger.fetch_media(message.media)
        assert not failed.value.retryable
    finally:
        cloud.emulator.command(f"pass/{-8 * 24 * 3600}")


def test_media_of_another_number_is_not_to_be_had(cloud: CloudStage) -> None:
    theirs = cloud.file(photo(), number=OTHER_NUMBER)

    with pytest.raises(NeighbourFailed) as failed:
        cloud.messenger.fetch_media(MediaRef(OUR_NUMBER, theirs["id"], "image/jpeg"))
    assert not failed.value.retryable


def test_an_address_of_media_is_worth_nothing_without_the_token_or_after_five_minutes(
    cloud: CloudStage,
) -> None:
    part = cloud.file(photo())
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    url = cloud.emulator.control.get(f"/v25.0/{part['id']}", headers=bearer).json()["url"]

    assert cloud.emulator.control.get(url).status_code == 404
    assert cloud.emulator.control.get(url, headers=bearer).status_code == 200
    cloud.emulator.command("pass/301")
    assert cloud.emulator.control.get(url, headers=bearer).status_code == 404


def test_typing_marks_a_received_message_read_and_is_silent_about_others(cloud: CloudStage) -> None:
    message = cloud.says("amina", "are you there?")

    cloud.messenger.show_typing(message.came_from, message.provider_id)
    cloud.messenger.show_typing(message.came_from, "wamid.of-nobody")

    assert cloud.emulator.control.get("/_control/read").json()[message.provider_id] is True


BODY: dict[str, object] = {"messaging_product": "whatsapp", "to": "+254712345601"}


def interactive(**parts: object) -> dict[str, object]:
    return BODY | {"type": "interactive", "interactive": parts}


def tap(number: int) -> dict[str, object]:
    return {"type": "reply", "reply": {"id": str(number), "title": f"Title {number}"}}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (BODY | {"type": "text", "text": {"body": "x" * 4097}}, 131009),
        (BODY | {"type": "text", "text": {"body": " "}}, 131009),
        (BODY | {"type": "text", "text": {}}, 131008),
        (BODY | {"type": "text"}, 131008),
        (BODY | {"type": "poll", "poll": {}}, 100),
        ({"to": "+254712345601", "type": "text", "text": {"body": "x"}}, 100),
        ({"messaging_product": "whatsapp", "type": "text", "text": {"body": "x"}}, 100),
        (BODY | {"type": "image", "image": {"id": "1", "link": "https://x"}}, 131009),
        (BODY | {"type": "image", "image": {"id": "12345"}}, 131009),
        (BODY | {"text": {"body": "x"}, "biz_opaque_callback_data": "x" * 513}, 131009),
        (interactive(type="button", body={"text": "x"}, action={"buttons": [*map(tap, range(4))]}), 131009),
        (interactive(type="button", body={"text": "x"}, action={"buttons": [tap(1), tap(1)]}), 131009),
        (interactive(type="button", body={"text": "x" * 1025}, action={"buttons": [tap(1)]}), 131009),
        (
            interactive(
                type="product",
                action={"catalog_id": "not ours", "product_retailer_id": "A1"},
            ),
            131009,
        ),
    ],
)  # fmt: skip
def test_the_emulator_refuses_what_meta_refuses(
    cloud: CloudStage, body: dict[str, object], code: int
) -> None:
    assert refused(cloud, body) == code


def test_the_emulator_knows_no_path_without_a_version(cloud: CloudStage) -> None:
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    answer = cloud.emulator.control.post(f"/latest/{OUR_NUMBER}/messages", json=BODY, headers=bearer)
    assert answer.status_code >= 400


def test_the_emulator_takes_no_picture_that_whatsapp_cannot_show(cloud: CloudStage) -> None:
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    for content, kind in ((b"GIF89a", "image/gif"), (photo(), "image/png")):
        answer = cloud.emulator.control.post(
            f"/v25.0/{OUR_NUMBER}/media",
            data={"messaging_product": "whatsapp"},
            files={"file": ("x", content, kind)},
            headers=bearer,
        )
        assert answer.json()["error"]["code"] == 131053


def test_a_bsuid_in_to_is_taken_and_never_arrives(cloud: CloudStage) -> None:
    body = BODY | {"to": PEOPLE["zawadi"]["bsuid"], "type": "text", "text": {"body": "x"}}
    answer = cloud.emulator.control.post(
        f"/v25.0/{OUR_NUMBER}/messages", json=body, headers={"Authorization": f"Bearer {TOKEN}"}
    )
    assert answer.status_code == 200


def test_the_hash_that_meta_tells_is_the_files(cloud: CloudStage) -> None:
    part = cloud.file(photo())
    assert len(base64.b64decode(part["sha256"])) == 32
