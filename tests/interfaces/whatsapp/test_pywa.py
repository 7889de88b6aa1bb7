"""Cross-checks with pywa, a client for the Cloud API that others wrote: it and ours must agree on every word.

Its client drives the emulator, and its parser reads what the emulator sends to webhooks.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from pywa import errors
from pywa.client import WhatsApp
from pywa.types import templates
from pywa.types.base_update import RawUpdate
from pywa.types.callback import Button, Section, SectionList, SectionRow, URLButton

from application.inbound import DeliveryState, DeliveryStatus, Inbound
from domain.conversation.events import MessageKind
from interfaces.whatsapp.payload import read_delivery
from interfaces.whatsapp.reading import read_item
from interfaces.whatsapp.signature import is_signed
from tests.support.cloud_api import APP_SECRET, CATALOGUE, OUR_NUMBER, PEOPLE, TOKEN, CloudStage, to

LATER = datetime(2035, 1, 1, tzinfo=UTC)
AMINA = PEOPLE["amina"]["phone"]


class _Redirected(httpx.BaseTransport):
    """pywa knows only Meta's own host; what it sends there goes to the emulator."""

    def __init__(self, url: str) -> None:
        self._url, self._wire = httpx.URL(url), httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        where = request.url.copy_with(scheme="http", host=self._url.host, port=self._url.port)
        request.url = where
        return self._wire.handle_request(request)

    def close(self) -> None:
        self._wire.close()


@pytest.fixture
def theirs(cloud: CloudStage) -> Iterator[WhatsApp]:
    session = httpx.Client(transport=_Redirected(cloud.emulator.url))
    yield WhatsApp(phone_id=OUR_NUMBER, token=TOKEN, session=session, filter_updates=False)
    session.close()


def test_pywas_client_is_served_by_the_emulator(cloud: CloudStage, theirs: WhatsApp) -> None:
    cloud.says("amina", "hello")

    words = theirs.send_message(AMINA, "Karibu")
    buttons = theirs.send_message(AMINA, "Which?", buttons=[Button("One", "1"), Button("Two", "2")])
    rows = SectionList("Choose", [Section("Sizes", [SectionRow("Small", "s"), SectionRow("M", "m")])])
    listed = theirs.send_message(AMINA, "Size?", buttons=rows)
    link = theirs.send_message(AMINA, "Pay", buttons=URLButton("Pay", "https://pay.example/x"))
    product = theirs.send_product(AMINA, CATALOGUE, "A1", body="This one")
    where = theirs.request_location(AMINA, "Where to?")

    kinds = [cloud.body_of(one.id)["type"] for one in (words, buttons, listed, link, product, where)]
    assert kinds == ["text", *["interactive"] * 5]


def test_pywa_reads_the_emulators_refusals_by_their_code(cloud: CloudStage, theirs: WhatsApp) -> None:
    with pytest.raises(errors.ReEngagementMessage):
        theirs.send_message(PEOPLE["grace"]["phone"], "Hello again")


def test_pywa_reads_the_list_of_templates_as_we_do(
    cloud: CloudStage, theirs: WhatsApp, caplog: pytest.LogCaptureFixture
) -> None:
    """Its first page: pywa 4.5 cannot turn to a next one of templates."""
    approved = templates.TemplateStatus.APPROVED
    page = theirs.get_templates(statuses=[approved], waba_id="9001")
    ours = [template.key for template in cloud.messenger.approved(to("amina"))]
    assert ([each.status for each in page], page.total_count) == ([approved] * 3, 6)
    assert {f"{each.name}/{each.language.value}" for each in page} > set(ours[:2])
    assert caplog.messages == []


def test_pywa_fetches_media_as_we_do(cloud: CloudStage, theirs: WhatsApp) -> None:
    picture = b"\xff\xd8\xff" + b"x" * 100
    part = cloud.file(picture)

    url = theirs.get_media_url(part["id"])

    assert theirs.get_media_bytes(url.url) == picture
    assert (url.mime_type, url.sha256) == ("image/jpeg", part["sha256"])


def test_pywa_uploads_what_we_could_send(cloud: CloudStage, theirs: WhatsApp) -> None:
    from tests.interfaces.whatsapp.test_cloud_api import photo

    cloud.says("amina", "hi")
    sent = theirs.send_image(AMINA, photo(), caption="Look", mime_type="image/jpeg")

    assert cloud.body_of(sent.id)["image"]["caption"] == "Look"


KINDS: list[tuple[str, Any, dict[str, Any], MessageKind]] = [
    ("text", {"body": "Habari \U0001f338 äöå"}, {}, MessageKind.TEXT),
    ("image", {"id": "1", "mime_type": "image/jpeg", "sha256": "", "caption": "Hii"}, {}, MessageKind.PHOTO),
    ("audio", {"id": "2", "mime_type": "audio/ogg", "sha256": "", "voice": True}, {}, MessageKind.VOICE),
    ("video", {"id": "3", "mime_type": "video/mp4", "sha256": "c2"}, {}, MessageKind.OTHER),
    ("sticker", {"id": "4", "mime_type": "image/webp", "sha256": ""}, {}, MessageKind.OTHER),
    (
        "document",
        {"id": "5", "mime_type": "application/pdf", "sha256": "c2", "filename": "x.pdf"},
        {},
        MessageKind.OTHER,
    ),
    ("location", {"latitude": -1.29, "longitude": 36.78, "name": "Yaya"}, {}, MessageKind.LOCATION),
    (
        "contacts",
        [
            {
                "name": {"formatted_name": "Amina", "first_name": "Amina"},
                "phones": [{"phone": "+254 712 345601", "wa_id": "254712345601", "type": "CELL"}],
            }
        ],
        {},
        MessageKind.CONTACT,
    ),
    ("reaction", {"message_id": "wamid.x", "emoji": "\U0001f44d"}, {}, MessageKind.REACTION),
    (
        "order",
        {
            "catalog_id": CATALOGUE,
            "text": "",
            "product_items": [
                {"product_retailer_id": "A1", "quantity": 2, "item_price": 1, "currency": "KES"}
            ],
        },
        {},
        MessageKind.ORDER,
    ),
    (
        "interactive",
        {"type": "button_reply", "button_reply": {"id": "yes", "title": "Yes"}},
        {"context": {"from": "254700111222", "id": "wamid.ours"}},
        MessageKind.CHOICE,
    ),
    (
        "interactive",
        {"type": "list_reply", "list_reply": {"id": "s", "title": "Small"}},
        {"context": {"from": "254700111222", "id": "wamid.ours"}},
        MessageKind.CHOICE,
    ),
]  # fmt: skip


def bodies(cloud: CloudStage) -> list[dict[str, Any]]:
    held: list[dict[str, Any]] = cloud.emulator.command("bodies", {})
    return held


def hold(cloud: CloudStage, person: str, kind: str, part: Any, beside: dict[str, Any]) -> dict[str, Any]:
    """A message as the emulator would send it, body and headers."""
    cloud.emulator.command("hold")
    told = {"number": OUR_NUMBER, "person": PEOPLE[person]["bsuid"], "kind": kind, "part": part}
    cloud.emulator.command("say", told | {"beside": beside})
    [one] = bodies(cloud)
    cloud.emulator.command("release", {})
    return one


@pytest.mark.parametrize(("kind", "part", "beside", "ours"), KINDS, ids=[kind for kind, *_ in KINDS])
@pytest.mark.parametrize("person", ["amina", "zawadi"])
def test_pywa_and_we_read_the_same_message(
    cloud: CloudStage,
    theirs: WhatsApp,
    person: str,
    kind: str,
    part: Any,
    beside: dict[str, Any],
    ours: MessageKind,
) -> None:
    sent = hold(cloud, person, kind, part, beside)
    raw = sent["body"].encode()

    known = _read_by_pywa(theirs, raw)
    [item] = read_delivery(raw).items
    inbound = read_item(item.raw, LATER)

    assert isinstance(inbound, Inbound)
    assert is_signed([APP_SECRET.encode()], raw, sent["headers"]["X-Hub-Signature-256"].encode())
    assert (inbound.provider_id, inbound.kind) == (known.id, ours)
    assert inbound.sender.bsuid == known.from_user.bsuid == PEOPLE[person]["bsuid"]
    assert inbound.sender.username == known.from_user.username
    assert inbound.sender.profile_name == known.from_user.name
    assert inbound.sent_at == known.timestamp.astimezone(inbound.sent_at.tzinfo)
    if kind == "text":
        assert inbound.text == known.text
    if kind == "image":
        assert (inbound.media and inbound.media.media_id, inbound.text) == (known.image.id, known.caption)
    if kind == "interactive":
        assert (inbound.choice, inbound.text) == (known.data, known.title)
    if kind == "location":
        assert inbound.place is not None
        assert (inbound.place.latitude, inbound.place.name) == (known.location.latitude, known.location.name)


@pytest.mark.parametrize("state", ["sent", "delivered", "read"])
def test_pywa_and_we_read_the_same_status(cloud: CloudStage, theirs: WhatsApp, state: str) -> None:
    """All but `failed`: Meta leaves its contact out, and pywa cannot read it without."""
    cloud.says("amina", "status")
    identity = theirs.send_message(AMINA, "Karibu").id
    cloud.emulator.command("hold")
    cloud.emulator.command("state", {"message": identity, "state": state})
    [one] = [one for one in bodies(cloud) if f'"status":"{state}"' in one["body"]]
    cloud.emulator.command("release", {})
    raw = one["body"].encode()

    known = _read_by_pywa(theirs, raw)
    [item] = read_delivery(raw).items
    status = read_item(item.raw, LATER)

    assert isinstance(status, DeliveryStatus)
    assert status.state is DeliveryState(known.status.value)
    assert status.provider_id == f"{known.id}#{state}"


def _read_by_pywa(theirs: WhatsApp, raw: bytes) -> Any:
    """The update as pywa's own handlers would get it."""
    update = RawUpdate(raw, hmac_header=None, update_hash="")
    handler = theirs._get_handler_type(update)
    assert handler is not None
    return theirs._handlers_to_updates[handler].from_update(client=theirs, update=update)
