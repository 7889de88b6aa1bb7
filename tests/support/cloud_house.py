"""The small house with both boutiques at the emulated Cloud API instead of at the sandbox's.

Example:
    with cloud_exchange() as meta, open_house(server, base, exchanges=(meta,)) as house: …
"""

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Final

from pydantic import SecretStr

from interfaces.composition import House
from interfaces.demo.catalogue import BOUTIQUES, Boutique
from interfaces.demo.ids import demo_boutique
from interfaces.sandbox.bubbles import shown_by
from interfaces.sandbox.screens import Bubble
from interfaces.sandbox.world import PEOPLE, Person, Role, bsuid_of
from interfaces.whatsapp.access import CloudCredentials
from tests.emulators.process import Emulator, running
from tests.support.exchange import Exchange, Shown
from tests.support.phones import MetaPhone, StoryPhone

APP_SECRET: Final = "the installation's app at Meta"
TEMPLATE: Final = "shop_news"
_PORTFOLIO: Final = "dukani"
"""Both numbers are in one business portfolio, so a person has one BSUID at both."""
_OWNER: Final = bsuid_of(_PORTFOLIO, next(each for each in PEOPLE if each.role is Role.OWNER))


class CloudPhone(MetaPhone):
    """A phone whose chat is at the Cloud API's emulator."""

    has_template = True

    def __init__(self, url: str, person: Person, account: str, emulator: Emulator) -> None:
        super().__init__(url, person.id, account)
        self._about = {"number": account, "person": bsuid_of(_PORTFOLIO, person)}
        self._emulator = emulator

    def bubbles(self) -> Sequence[Bubble]:
        """The chat as it stands."""
        told = self._emulator.control.get("/_control/chat", params=self._about).json()
        return [_bubble(each) for each in told]

    def _chooses(self, message: str, choice: str) -> Bubble:
        bubble = next(each for each in self.bubbles() if each.id == message)
        kind = "button_reply" if any(tap.id == choice for tap in bubble.buttons) else "list_reply"
        tap = next(tap for tap in (*bubble.buttons, *bubble.rows) if tap.id == choice)
        told = {"id": tap.id, "title": tap.title}
        told |= {"description": tap.description} if tap.description else {}
        context = {"context": {"id": message}}
        return self._answer_to(lambda: self._say("interactive", {"type": kind, kind: told}, context))

    def _post(self, place: str, **content: Any) -> None:
        match place:
            case "/text":
                self._say("text", {"body": content["json"]["text"]})
            case "/location":
                pin = {name: value for name, value in content["json"].items() if value is not None}
                self._say("location", pin)
            case "/photos":
                words = {"caption": content["data"]["caption"]} if content["data"]["caption"] else {}
                for place_, (_, file) in enumerate(content["files"]):
                    self._say("image", self._kept(file[1]) | ({} if place_ else words))
            case _:
                raise NotImplementedError(place)

    def _kept(self, photo: bytes) -> dict[str, Any]:
        content = base64.b64encode(photo).decode()
        told = {"number": self._about["number"], "mime": "image/jpeg", "content": content}
        part: dict[str, Any] = self._emulator.command("media", told)
        return part

    def _say(self, kind: str, part: Mapping[str, Any], beside: Mapping[str, Any] | None = None) -> None:
        self._emulator.command("say", {**self._about, "kind": kind, "part": part, "beside": beside or {}})


class CloudExchange(Exchange):
    """All WhatsApp goes by Meta's own API, each boutique with its own token."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator

    def settings(self) -> Mapping[str, object]:
        """Where it is, and the secret that its webhooks are signed with."""
        return {"whatsapp_api": self.emulator.url, "whatsapp_app_secrets": (SecretStr(APP_SECRET),)}

    def move_in(self, home: House, people: Sequence[Person]) -> None:
        """Give both boutiques their tokens, and let Meta know where we answer."""
        for shop in BOUTIQUES:
            account, boutique = _account(shop), demo_boutique(shop.profile)
            own = CloudCredentials(phone_number_id=account, token=SecretStr(_token(shop)), template=TEMPLATE)
            home.boutique_credentials.keep(boutique, account, own)
        self.emulator.command("webhook", {"url": f"{home.settings.own_url}/webhooks/whatsapp"})
        self.emulator.command("people", [_known(person) for person in people])

    def phone(self, url: str, person: Person, shop: Boutique) -> StoryPhone | None:
        """Everybody's phone, the owner's too."""
        return CloudPhone(url, person, _account(shop), self.emulator)

    def is_quiet(self) -> bool:
        """Whether Meta has told all that it knows."""
        return bool(self.emulator.control.get("/_control/flying").json() == 0)

    def time_passes(self, seconds: float) -> None:
        """So that its 24 hours are those of the house."""
        self.emulator.command(f"pass/{seconds}")

    def replies_shown(self, home: House, shop: Boutique) -> Sequence[str]:
        """As our own notes on the messages say."""
        lines = [line for line in self._lines(shop) if line["person"] != _OWNER]
        notes = [line["content"]["biz_opaque_callback_data"] for line in lines]
        return [str(note).partition("/")[0] for note in notes]

    def bubbles_shown(self, shop: Boutique) -> Sequence[Shown]:
        """The owner's too."""
        lines = self._lines(shop)
        return [Shown(json.dumps(line["content"], ensure_ascii=False), _bubble(line).text) for line in lines]

    def _lines(self, shop: Boutique) -> list[dict[str, Any]]:
        asked = {"number": _account(shop)}
        lines: list[dict[str, Any]] = self.emulator.control.get("/_control/lines", params=asked).json()
        return lines


@contextmanager
def cloud_exchange() -> Iterator[CloudExchange]:
    """The emulator in its own process, ready to be moved in with."""
    numbers = [
        {
            "id": _account(shop),
            "display": shop.profile.whatsapp.display.replace(" ", ""),
            "token": _token(shop),
            "name": shop.profile.name,
            "templates": {f"{TEMPLATE}/en": 1},
            "coexists": True,
        }
        for shop in BOUTIQUES
    ]
    told = {"app_secret": APP_SECRET, "numbers": numbers, "people": []}
    with running("tests.emulators.cloud_api.app", told) as emulator:
        yield CloudExchange(emulator)


def _account(shop: Boutique) -> str:
    return shop.profile.whatsapp.phone_number_id


def _token(shop: Boutique) -> str:
    return f"EAA-token-of-{shop.profile.slug}"


def _known(person: Person) -> dict[str, Any]:
    hidden = {"username": person.username} if person.hides_phone else {}
    return {"phone": person.phone, "bsuid": bsuid_of(_PORTFOLIO, person), "name": person.name, **hidden}


def _bubble(line: Mapping[str, Any]) -> Bubble:
    content = line["content"]
    shown = _news(content) if content.get("type") == "template" else shown_by(content)
    at = datetime.fromtimestamp(line["at"], UTC)
    return Bubble(id=line["id"], from_shop=line["from_shop"], at=at, state="delivered", **shown)


def _news(content: Mapping[str, Any]) -> dict[str, Any]:
    """A template shows what fills its one gap."""
    [part] = content["template"]["components"]
    return {"text": part["parameters"][0]["text"]}
