"""The Cloud API's emulator as its own process, and our webhook on a real HTTP server in front of it."""

import base64
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from application.inbound import DeliveryStatus, Inbound
from application.ports import Recipient
from interfaces.whatsapp.access import Access
from interfaces.whatsapp.client import CloudApi, CloudApiSettings
from tests.emulators.process import Emulator, running
from tests.support.sandbox import Heard, eventually, webhook_on_loopback

APP_SECRET: Final = "the app secret"
OUR_NUMBER: Final = "106301"
OTHER_NUMBER: Final = "106402"
TOKEN: Final = "EAA-token-of-zuri"
OTHER_TOKEN: Final = "EAA-token-of-malaika"
CATALOGUE: Final = "194836987003835"
TEMPLATE: Final = "shop_news"

PEOPLE: Final = {
    "amina": {"phone": "+254712345601", "bsuid": "KE.1001", "name": "Amina \U0001f338"},
    "brian": {"phone": "+254712345602", "bsuid": "KE.1002", "name": "Brian"},
    "esther": {"phone": "+254712345605", "bsuid": "KE.1005", "name": "Esther"},
    "wanjiru": {"phone": "+254712345606", "bsuid": "KE.1006", "name": "Wanjiru"},
    "halima": {"phone": "+254712345607", "bsuid": "KE.1007", "name": "Halima, who never writes"},
    "grace": {"phone": "+254703345604", "bsuid": "KE.1004", "name": "Grace"},
    "zawadi": {"phone": "+254110345603", "bsuid": "KE.1003", "name": "Zawadi", "username": "zawadi"},
}


def _listed(
    name: str, language: str, category: str, *parts: dict[str, Any], state: str = "APPROVED"
) -> dict[str, Any]:
    named = any("body_text_named_params" in part.get("example", {}) for part in parts)
    return {
        "id": f"77{len(name)}{len(language)}",
        "name": name,
        "language": language,
        "status": state,
        "category": category,
        "parameter_format": "NAMED" if named else "POSITIONAL",
        "components": list(parts),
    }


def _body(text: str, **example: Any) -> dict[str, Any]:
    return {"type": "BODY", "text": text, **({"example": example} if example else {})}


LISTED: Final = [
    _listed("late_news", "en", "UTILITY", _body("News {{1}}", body_text=[["of today"]]), state="PENDING"),
    _listed(
        "order_ready",
        "en",
        "UTILITY",
        {
            "type": "HEADER",
            "format": "TEXT",
            "text": "Order {{1}}",
            "example": {"header_text": ["DK-7F3K9"]},
        },
        _body("Hi {{1}}, your {{2}} is ready.", body_text=[["Amina", "red dress"]]),
        {"type": "FOOTER", "text": "Zuri Boutique"},
        {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Thank you"}]},
    ),
    _listed(
        "karibu_tena",
        "sw",
        "MARKETING",
        _body(
            "Habari {{jina}}, karibu tena!",
            body_text_named_params=[{"param_name": "jina", "example": "Amina"}],
        ),
    ),
    _listed("a_code", "en", "AUTHENTICATION", _body("*{{1}}* is your code.", body_text=[["123456"]])),
    _listed(
        "a_picture",
        "en",
        "MARKETING",
        {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["https://x.example/p.jpg"]}},
        _body("Look!"),
    ),
    _listed(
        "a_page",
        "en",
        "MARKETING",
        _body("See it"),
        {
            "type": "BUTTONS",
            "buttons": [{"type": "URL", "text": "Open", "url": "https://x.example/{{1}}", "example": ["a"]}],
        },
    ),
    _listed("thanks", "en_US", "UTILITY", _body("Thank you for your order.")),
    _listed("paused", "en", "UTILITY", _body("Nothing"), state="PAUSED"),
]
"""What Zuri has at Meta: three that need words alone are approved, and some that are not, or need more."""

NUMBERS: Final[Sequence[dict[str, Any]]] = (
    {
        "id": OUR_NUMBER,
        "display": "+254700111222",
        "token": TOKEN,
        "waba": "9001",
        "name": "Zuri Boutique",
        "catalogue": CATALOGUE,
        "templates": {f"{TEMPLATE}/en": 1},
        "listed": LISTED,
        "coexists": True,
    },
    {"id": OTHER_NUMBER, "display": "+254700111333", "token": OTHER_TOKEN, "waba": "9002", "mps": 3},
)
SETTINGS: Final[dict[str, Any]] = {
    "app_secret": APP_SECRET,
    "numbers": list(NUMBERS),
    "people": list(PEOPLE.values()),
}


@dataclass
class CloudStage:
    """The emulator, what our side heard of it, and our adapter before it."""

    emulator: Emulator
    heard: Heard
    messenger: CloudApi

    def says(self, person: str, words: str = "", **told: Any) -> Inbound:
        """A person writes; what our side makes of it."""
        if words:
            told = {"kind": "text", "part": {"body": words}} | told
        about = {"number": OUR_NUMBER, "person": PEOPLE[person]["bsuid"], **told}
        identity = self.emulator.command("say", about)["id"]
        return self.hears(identity)

    def hears(self, identity: str) -> Inbound:
        """The message of this id, once our side has it."""
        eventually(lambda: any(one.provider_id == identity for one in self.heard.messages), "the message")
        return next(one for one in self.heard.messages if one.provider_id == identity)

    def statuses_of(self, reply: object, how_many: int) -> list[DeliveryStatus]:
        """The statuses of one of our replies, once there are so many."""
        eventually(lambda: len(self._statuses(reply)) >= how_many, "the statuses")
        return self._statuses(reply)

    def body_of(self, identity: str) -> dict[str, Any]:
        """What was sent under an id, as it went over the wire."""
        sent = self.emulator.control.get("/_control/sent").json()
        body: dict[str, Any] = next(one["body"] for one in sent if one["id"] == identity)
        return body

    def file(self, content: bytes, number: str = OUR_NUMBER, mime: str = "image/jpeg") -> dict[str, Any]:
        """A file that a person sends: its part of a message."""
        told = {"number": number, "mime": mime, "content": base64.b64encode(content).decode()}
        part: dict[str, Any] = self.emulator.command("media", told)
        return part

    def _statuses(self, reply: object) -> list[DeliveryStatus]:
        return [one for one in self.heard.statuses if one.reply == reply]


def to(person: str, number: str = OUR_NUMBER) -> Recipient:
    """Somebody, as our side knows her: who hides her number is known by her BSUID alone."""
    known = PEOPLE[person]
    return Recipient(number, known["bsuid"], None if "username" in known else known["phone"])


def access_of(account: str) -> Access:
    """The terms of the two numbers."""
    if account == OUR_NUMBER:
        return Access(TOKEN, template=TEMPLATE, waba="9001")
    return Access(OTHER_TOKEN)


def adapter_at(url: str) -> CloudApi:
    """The production adapter, before this emulator."""
    return CloudApi(CloudApiSettings(base_url=url, timeout=2), access_of)


@contextmanager
def emulated(**changes: Any) -> Iterator[CloudStage]:
    """Everything up, then everything down."""
    heard = Heard()
    with (
        running("tests.emulators.cloud_api.app", SETTINGS | changes) as emulator,
        webhook_on_loopback(heard, (APP_SECRET.encode(),)) as url,
    ):
        emulator.command("webhook", {"url": url})
        messenger = adapter_at(emulator.url)
        try:
            yield CloudStage(emulator, heard, messenger)
        finally:
            messenger.close()
