"""The neighbours that carry WhatsApp, each with a phone of somebody behind it and our adapter before it."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import httpx
from pydantic import SecretStr

from application.inbound import Inbound
from application.ports import MediaRef
from domain.channel import Channel
from domain.identity import BoutiqueId
from interfaces.channels import Carrier
from interfaces.sandbox.bubbles import shown_by
from interfaces.twilio.accounts import Installation, TwilioAccounts, TwilioCredentials
from interfaces.twilio.client import Home, Twilio, TwilioSettings
from interfaces.whatsapp.access import Access
from interfaces.whatsapp.client import CloudApi, CloudApiSettings
from tests.support import cloud_api, twilio
from tests.support.cloud_api import TOKEN as OURS
from tests.support.cloud_api import CloudStage, emulated
from tests.support.sandbox import TOKEN, Heard, Stage, eventually, staged
from tests.support.twilio import TwilioStage, twilio_staged


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it stands on a phone."""

    text: str
    picture: bytes | None
    state: str


class Stand(Protocol):
    """What a test of the contract asks of the world.

    Shape: `unknown` and `closed` are the codes for a number without WhatsApp and for words outside 24 hours.
    """

    channel: Channel
    account: str
    unknown: str
    closed: str
    messenger: Carrier
    heard: Heard

    def writes(self, person: str, words: str) -> None:
        """A person writes to the shop."""
        ...

    def sends_photos(self, person: str, photos: Sequence[bytes], caption: str) -> None:
        """A person sends an album, the caption on its first photo."""
        ...

    def sees(self, person: str, identity: str) -> Shown | None:
        """The message of this id on her phone; None until it is there."""
        ...

    def reads(self, person: str, identity: str) -> None:
        """She reads it."""
        ...

    def is_typing_shown(self, person: str) -> bool:
        """Whether the shop was seen writing to her."""
        ...

    def photo_of_another_shop(self) -> MediaRef:
        """A photo that another shop's customer sent, asked for in the name of this one."""
        ...

    def other(
        self, *, url: str = "", token: str = "", largest: int = 8_000_000
    ) -> AbstractContextManager[Carrier]:
        """Our adapter with another address, token or limit."""
        ...


class SandboxStand:
    """The Cloud API as the sandbox plays it."""

    channel, account, unknown, closed = Channel.CLOUD_API, "1063", "131026", "131047"

    def __init__(self, stage: Stage) -> None:
        self._stage, self.heard = stage, stage.heard
        self.messenger: Carrier = stage.messenger

    def writes(self, person: str, words: str) -> None:
        self._post(person, "text", json={"text": words})

    def sends_photos(self, person: str, photos: Sequence[bytes], caption: str) -> None:
        files = [("files", (f"{n}.jpg", photo, "image/jpeg")) for n, photo in enumerate(photos)]
        self._post(person, "photos", files=files, data={"caption": caption})

    def sees(self, person: str, identity: str) -> Shown | None:
        chat = self._stage.people.get(f"/phones/{person}/chats/{self.account}").json()
        found = next((one for one in chat["bubbles"] if one["id"] == identity), None)
        return Shown(found["text"], self._picture(found["picture"]), found["state"]) if found else None

    def reads(self, person: str, identity: str) -> None:
        self._post(person, "read")

    def is_typing_shown(self, person: str) -> bool:
        return bool(self._stage.people.get(f"/phones/{person}/chats/{self.account}").json()["typing"])

    def photo_of_another_shop(self) -> MediaRef:
        kept = self._stage.sandbox.chats.keep_media("1064", "image/jpeg", b"\xff\xd8\xff")
        return MediaRef(self.account, kept.id, "image/jpeg")

    @contextmanager
    def other(self, *, url: str = "", token: str = "", largest: int = 8_000_000) -> Iterator[Carrier]:
        where = CloudApiSettings(url or f"{self._stage.url}/sandbox/graph", largest_media=largest)
        messenger = CloudApi(where, lambda _: Access(token or TOKEN, waba="1060"))
        with closing(messenger):
            yield messenger

    def _picture(self, address: str | None) -> bytes | None:
        return self._stage.people.get(address.removeprefix("/sandbox/api")).content if address else None

    def _post(self, person: str, place: str, **content: Any) -> None:
        url = f"/phones/{person}/chats/{self.account}/{place}"
        self._stage.people.post(url, **content).raise_for_status()


class CloudApiStand:
    """Meta's own Cloud API as its emulator plays it."""

    channel, account, unknown, closed = Channel.CLOUD_API, cloud_api.OUR_NUMBER, "131026", "131047"

    def __init__(self, stage: CloudStage) -> None:
        self._stage, self.heard = stage, stage.heard
        self._adapter = CloudApi(CloudApiSettings(stage.emulator.url, timeout=2), _without_notice)
        self.messenger: Carrier = self._adapter

    def writes(self, person: str, words: str) -> None:
        self._say(person, "text", {"body": words})

    def sends_photos(self, person: str, photos: Sequence[bytes], caption: str) -> None:
        for place, photo in enumerate(photos):
            words = {"caption": caption} if caption and not place else {}
            self._say(person, "image", {**self._stage.file(photo), **words})

    def sees(self, person: str, identity: str) -> Shown | None:
        asked = {"number": self.account, "person": cloud_api.PEOPLE[person]["bsuid"]}
        lines = self._stage.emulator.control.get("/_control/chat", params=asked).json()
        found = next((line["content"] for line in lines if line["id"] == identity), None)
        if found is None:
            return None
        shown, read = shown_by(found), self._stage.emulator.control.get("/_control/read").json()
        state = "read" if identity in read else "delivered"
        return Shown(shown["text"], self._picture(shown.get("picture")), state)

    def reads(self, person: str, identity: str) -> None:
        self._stage.emulator.command("state", {"message": identity, "state": "read"})

    def is_typing_shown(self, person: str) -> bool:
        read = self._stage.emulator.control.get("/_control/read").json()
        mine = {one.provider_id for one in self.heard.messages if one.sender.bsuid == _bsuid(person)}
        return any(typing and message in mine for message, typing in read.items())

    def photo_of_another_shop(self) -> MediaRef:
        kept = self._stage.file(b"\xff\xd8\xff", number=cloud_api.OTHER_NUMBER)
        return MediaRef(self.account, kept["id"], "image/jpeg")

    @contextmanager
    def other(self, *, url: str = "", token: str = "", largest: int = 8_000_000) -> Iterator[Carrier]:
        where = CloudApiSettings(url or self._stage.emulator.url, largest_media=largest)
        with closing(CloudApi(where, lambda _: Access(token or OURS, waba="9001"))) as messenger:
            yield messenger

    def close(self) -> None:
        """Give its own adapter's connections back."""
        self._adapter.close()

    def _say(self, person: str, kind: str, part: dict[str, object]) -> None:
        told = {"number": self.account, "person": _bsuid(person), "kind": kind, "part": part}
        self._stage.emulator.command("say", told)

    def _picture(self, address: str | None) -> bytes | None:
        """A phone shows what was uploaded; asked for as the business, which is the only way in."""
        if address is None:
            return None
        return self.messenger.fetch_media(MediaRef(self.account, address.rpartition("/")[2], "image/jpeg"))


def _without_notice(_: str) -> Access:
    """Our number's terms, with no template named for news."""
    return Access(OURS, waba="9001")


def _bsuid(person: str) -> str:
    return str(cloud_api.PEOPLE[person]["bsuid"])


class TwilioStand:
    """Twilio as its emulator plays it."""

    channel, account, unknown, closed = Channel.TWILIO, twilio.ACCOUNT, "63003", "63016"

    def __init__(self, stage: TwilioStage) -> None:
        self._stage = stage
        self.messenger: Carrier = stage.twilio
        self.heard: Heard = stage.heard

    def writes(self, person: str, words: str) -> None:
        self._stage.writes(person, words)

    def sends_photos(self, person: str, photos: Sequence[bytes], caption: str) -> None:
        self._stage.writes(person, caption, media=[self._stage.media(photo) for photo in photos])

    def sees(self, person: str, identity: str) -> Shown | None:
        found = next((one for one in self._stage.chat(person) if one["id"] == identity), None)
        return Shown(found["text"], self._picture(found["picture"]), found["state"]) if found else None

    def reads(self, person: str, identity: str) -> None:
        self._stage.emulator.command("status", {"message": identity, "state": "read"})

    def is_typing_shown(self, person: str) -> bool:
        return person in self._stage.emulator.control.get("/_control/typing").json()

    def photo_of_another_shop(self) -> MediaRef:
        told = {"account": twilio.OTHER_SID, "kind": "image/jpeg", "content": "ffd8ff"}
        media = self._stage.emulator.command("media", told)
        url = f"{self._stage.emulator.url}/2010-04-01/Accounts/{twilio.SID}/Messages/MM1/Media/{media}"
        return MediaRef(self.account, url, "image/jpeg", None, self.channel)

    @contextmanager
    def other(self, *, url: str = "", token: str = "", largest: int = 8_000_000) -> Iterator[Carrier]:
        stage, api = self._stage, url or self._stage.emulator.url
        shared = TwilioCredentials(auth_tokens=(SecretStr(token or twilio.TOKEN),))
        accounts = TwilioAccounts(_nobodys, lambda _b, _a: None, Installation(twilio.SID, shared))
        where = TwilioSettings(stage.url, api, api, api, largest)
        messenger = Twilio(where, Home(accounts, stage.links, stage.pictures, stage.clock.now))
        with closing(messenger):
            yield messenger

    def _picture(self, url: str | None) -> bytes | None:
        if url is None:
            return None
        got: httpx.Response = self._stage.emulator.control.get("/_control/picture", params={"url": url})
        return got.content


def _nobodys(_: str) -> BoutiqueId | None:
    return None


@contextmanager
def stand_called(name: str, directory: Path) -> Iterator[Stand]:
    """The stand of this name, up and then down."""
    if name == "cloud-api":
        with emulated() as cloud, closing(CloudApiStand(cloud)) as stand:
            yield stand
    elif name == "twilio":
        with twilio_staged() as there:
            twilio.content_at(there.emulator, "Hi {{1}}, your {{2}} is ready.", "order_ready")
            twilio.content_at(there.emulator, "Not yet {{1}}", "pending", state="pending")
            twilio.content_at(there.emulator, "Karibu!", "karibu", category="MARKETING", language="sw")
            there.credentials[twilio.ACCOUNT] = TwilioCredentials(auth_tokens=(SecretStr(twilio.TOKEN),))
            there.forget_accounts()
            yield TwilioStand(there)
    else:
        with staged(directory, late_callback_after=0.3) as stage:
            yield SandboxStand(stage)


def heard_from(stand: Stand, person: str, words: str) -> Inbound:
    """What our side hears when a person writes these words."""
    stand.writes(person, words)
    eventually(lambda: any(message.text == words for message in stand.heard.messages), "the message")
    return next(message for message in stand.heard.messages if message.text == words)
