"""Twilio's emulator in its own process with our webhook before it, for tests that go over the wire."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID, uuid4

from fastapi import FastAPI
from pydantic import SecretStr
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

from domain.identity import BoutiqueId
from interfaces.ingress.delivery import Delivery, NotStored
from interfaces.sandbox.world import Person
from interfaces.twilio.accounts import Installation, TwilioAccounts, TwilioCredentials, account_of
from interfaces.twilio.client import Home, Twilio, TwilioSettings
from interfaces.twilio.links import Links
from interfaces.twilio.pictures import twilio_pictures
from interfaces.twilio.reading import read_item
from interfaces.twilio.webhook import TwilioDoor, TwilioWebhookSettings, twilio_webhook
from tests.emulators.process import Emulator, running
from tests.support.clock import FixedClock
from tests.support.sandbox import Heard, listening, served

SID: Final = "AC" + "1" * 32
OTHER_SID: Final = "AC" + "2" * 32
TOKEN: Final = "the auth token"
OTHER_TOKEN: Final = "the other boutique's token"
NUMBER, OTHER_NUMBER = "+254700222111", "+254700222333"
ACCOUNT: Final = account_of(SID, NUMBER)
OTHER_ACCOUNT: Final = account_of(OTHER_SID, OTHER_NUMBER)
BOUTIQUES: Final = {ACCOUNT: BoutiqueId(UUID(int=1)), OTHER_ACCOUNT: BoutiqueId(UUID(int=2))}
PEOPLE: Final = (
    Person("amina", "Amina Hassan", "+254712345601"),
    Person("zawadi", "Zawadi", "+254110345603", hides_phone=True),
    Person("brian", "Brian Otieno", "+254722345602"),
    Person("grace", "Grace Wanjiru", "+254703345604"),
)


def known_as(person: Person) -> str:
    """Her id at this shop."""
    return f"KE.{abs(int(person.phone[1:])) * 7}"


class _Pictures:
    """Pictures in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[BoutiqueId, str], bytes] = {}

    def keep(self, boutique: BoutiqueId, picture: bytes, subject: UUID | None = None) -> str:
        name = uuid4().hex
        self.kept[boutique, name] = picture
        return name

    def fetch(self, boutique: BoutiqueId, name: str) -> bytes | None:
        return self.kept.get((boutique, name))


class TwilioHeard(Heard):
    """What reached our side. `deliveries` are as the webhook took them apart."""

    def __init__(self) -> None:
        super().__init__()
        self.deliveries: list[Delivery] = []

    async def take(self, delivery: Delivery) -> None:
        """As an ingress."""
        if self.deaf:
            raise NotStored("deaf")
        now, known = datetime.now(UTC), {item.provider_id for item in self.items}
        self.deliveries.append(delivery)
        self.items += [read_item(item.raw, now) for item in delivery.items if item.provider_id not in known]


class _Taking:
    def __init__(self, heard: TwilioHeard) -> None:
        self.accept = heard.take


@dataclass
class TwilioStage:
    """The emulator, our webhook and our adapter."""

    emulator: Emulator
    url: str
    heard: TwilioHeard
    twilio: Twilio
    links: Links
    pictures: _Pictures
    clock: FixedClock
    accounts: TwilioAccounts
    credentials: dict[str, TwilioCredentials] = field(default_factory=dict)

    def writes(self, person: str, words: str = "", **told: Any) -> str:
        """A person writes to our number; the message's id."""
        fields = {"Body": words, **told.pop("fields", {})}
        whole = {"person": person, "account": SID, "number": NUMBER, "fields": fields, **told}
        return str(self.emulator.command("write", whole))

    def media(self, content: bytes, kind: str = "image/jpeg", redirect: str | None = None) -> str:
        """Media of a person, kept at Twilio."""
        told = {"account": SID, "kind": kind, "content": content.hex(), "redirect": redirect}
        return str(self.emulator.command("media", told))

    def forget_accounts(self) -> None:
        """Let credentials that were changed count at once."""
        self.accounts._known.clear()

    def chat(self, person: str) -> list[dict[str, Any]]:
        """What stands on a person's phone."""
        asked = {"person": person, "number": NUMBER}
        told: list[dict[str, Any]] = self.emulator.control.get("/_control/chat", params=asked).json()
        return told


@contextmanager
def twilio_staged() -> Iterator[TwilioStage]:
    """Everything up, then everything down."""
    accounts = {SID: [TOKEN], OTHER_SID: [OTHER_TOKEN]}
    with (
        running("tests.emulators.twilio.app", {"accounts": accounts}) as emulator,
        listening() as (listener, url),
    ):
        own = {OTHER_ACCOUNT: TwilioCredentials(auth_tokens=(SecretStr(OTHER_TOKEN),))}
        shared = TwilioCredentials(auth_tokens=(SecretStr(TOKEN),))
        known = TwilioAccounts(BOUTIQUES.get, lambda _, account: own.get(account), Installation(SID, shared))
        heard, pictures, clock, links = TwilioHeard(), _Pictures(), FixedClock(), Links(b"k" * 32)
        app = FastAPI()
        app.include_router(
            twilio_webhook(TwilioDoor(known, links, _Taking(heard), TwilioWebhookSettings(url)))
        )
        app.include_router(twilio_pictures(links, pictures, clock))
        twilio = Twilio(
            TwilioSettings(url, emulator.url, emulator.url, emulator.url, timeout=8),
            Home(known, links, pictures, clock.now),
        )
        with served(app, listener):
            _peopled(emulator, url)
            yield TwilioStage(emulator, url, heard, twilio, links, pictures, clock, known, own)
        twilio.close()


def _peopled(emulator: Emulator, url: str) -> None:
    for account, number in ((SID, NUMBER), (OTHER_SID, OTHER_NUMBER)):
        told = {"account": account, "number": number, "webhook": f"{url}/webhooks/twilio"}
        emulator.command("numbers", told)
    for each in PEOPLE:
        her = {
            "name": each.id,
            "phone": each.phone,
            "bsuid": known_as(each),
            "hides_phone": each.hides_phone,
        }
        emulator.command("people", her)


def content_at(
    emulator: Emulator,
    body: str,
    name: str,
    *,
    category: str = "UTILITY",
    state: str = "approved",
    **told: Any,
) -> str:
    """A content of ours, of which WhatsApp has said so; its id."""
    whole = {"language": "en", "types": {"twilio/text": {"body": body}}, "friendly_name": name, **told}
    ours, who = emulator.control, (SID, TOKEN)
    sid = str(ours.post("/v1/Content", json=whole, auth=who).raise_for_status().json()["sid"])
    asked = {"name": name, "category": category}
    ours.post(f"/v1/Content/{sid}/ApprovalRequests/whatsapp", json=asked, auth=who).raise_for_status()
    emulator.command("approve", {"content": sid, "status": state})
    return sid


class _ToTheEmulator(TwilioHttpClient):  # type: ignore[misc]  # the library comes without types
    """Twilio's own client, whose hosts are the emulator."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    def request(self, method: str, url: str, *rest: Any, **named: Any) -> Any:
        path = "/" + url.split("/", 3)[3]
        return super().request(method, self._url + path, *rest, **named)


def twilios_own(stage: TwilioStage, token: str = TOKEN) -> Client:
    """Twilio's own client before the emulator: code that we did not write."""
    return Client(SID, token, http_client=_ToTheEmulator(stage.emulator.url))
