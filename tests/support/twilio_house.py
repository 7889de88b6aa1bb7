"""The small house with boutiques whose WhatsApp is at Twilio, played by the emulator."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Final
from uuid import uuid4

from pydantic import SecretStr

from domain.boutique.boutique import Boutique as BoutiqueAggregate
from interfaces.commands.phone import NoAnswer
from interfaces.composition import House
from interfaces.demo.catalogue import AMANI_STYLES, PWANI_COLLECTION, Boutique
from interfaces.demo.ids import demo_boutique
from interfaces.sandbox.screens import Bubble
from interfaces.sandbox.world import Person, bsuid_of
from interfaces.twilio.accounts import TwilioCredentials, account_of
from interfaces.twilio.webhook import PATH, STATUS_PATH
from tests.emulators.process import Emulator, running
from tests.support.exchange import Exchange, Shown
from tests.support.phones import StoryPhone
from tests.support.sandbox import eventually
from tests.support.twilio import NUMBER, OTHER_NUMBER, SID, TOKEN, content_at

_NUMBERED: Final = re.compile(r"^\d{1,2}\. ", re.MULTILINE)
NUMBERS: Final = {AMANI_STYLES.profile.slug: NUMBER, PWANI_COLLECTION.profile.slug: OTHER_NUMBER}


class TwilioPhone(StoryPhone):
    """A phone whose chat is at Twilio's emulator and whose M-Pesa is the sandbox's.

    Nothing can be tapped on it: who taps types the number before the title, as people do.
    """

    has_template = True

    def __init__(self, url: str, person: Person, number: str, emulator: Emulator) -> None:
        super().__init__(url, person.id, account_of(SID, number))
        self._person, self._number, self._emulator = person, number, emulator

    def bubbles(self) -> Sequence[Bubble]:
        """The chat as it stands."""
        asked = {"person": self._person.id, "number": self._number}
        told = self._emulator.control.get("/_control/chat", params=asked).json()
        return [_bubble(each) for each in told]

    def taps(self, title: str) -> Bubble:
        """Answer by the number that stands before this title. Raises: NoAnswer.

        What a newer message has numbered too is answered by quoting, as people do: the number alone would
        mean the newer one.
        """
        at, number = self._place_of(title)
        said = self.answers()
        if any(_NUMBERED.search(newer.text) for newer in said[at + 1 :]):
            return self.quotes(said[at].id, number)
        return self.says(number)

    def quotes(self, message: str, words: str) -> Bubble:
        """Swipe on it and answer."""
        quoted = {"OriginalRepliedMessageSid": message, "OriginalRepliedMessageSender": self._shop}
        return self._answer_to(lambda: self._write({"Body": words, **quoted}))

    @property
    def _shop(self) -> str:
        return f"whatsapp:{self._number}"

    def _place_of(self, title: str) -> tuple[int, str]:
        """Which of the shop's messages offers this title last, and by which number."""
        named = re.fullmatch(r"(?:Number|Namba) (\d+)", title)
        said = self.answers()
        for at in reversed(range(len(said))):
            found = re.search(rf"^(\d+)\. {re.escape(title)}( —.*)?$", said[at].text, re.MULTILINE)
            if found:
                return at, found.group(1)
            if named and re.search(rf"^{named.group(1)}\. ", said[at].text, re.MULTILINE):
                return at, named.group(1)
        raise NoAnswer(f"nothing offers {title!r}: {self._screen()}")

    def _post(self, place: str, **content: Any) -> None:
        told = content.get("json") or {}
        match place:
            case "/text":
                self._write({"Body": told["text"]})
            case "/location":
                label = {"Label": told["name"]} if told.get("name") else {}
                pin = {"Latitude": str(told["latitude"]), "Longitude": str(told["longitude"]), **label}
                self._write({**pin, "MessageType": "location"})
            case "/photos":
                kept = [self._kept(file[1]) for _, file in content["files"]]
                words = content["data"]["caption"]
                self._write({"Body": words, "MessageType": "image"}, kept)
            case _:
                raise NotImplementedError(place)

    def _kept(self, photo: bytes) -> str:
        told = {"account": SID, "kind": "image/jpeg", "content": photo.hex()}
        return str(self._emulator.command("media", told))

    def _write(self, fields: Mapping[str, str], media: Sequence[str] = ()) -> None:
        told = {"person": self._person.id, "account": SID, "number": self._number}
        self._emulator.command("write", {**told, "fields": fields, "media": list(media)})


class TwilioExchange(Exchange):
    """These boutiques' customers write by Twilio. The numbers at Meta stay, so a boutique is at both."""

    def __init__(self, emulator: Emulator, shops: Sequence[Boutique] = (AMANI_STYLES,)) -> None:
        self.emulator, self._ahead = emulator, 0.0
        self._shops = {shop.profile.slug: shop for shop in shops}

    def settings(self) -> Mapping[str, object]:
        """The installation's Twilio account."""
        url = self.emulator.url
        return {
            "twilio_account_sid": SID,
            "twilio_auth_tokens": (TOKEN,),
            "twilio_api": url,
            "twilio_messaging": url,
            "twilio_content": url,
        }

    def move_in(self, home: House, people: Sequence[Person]) -> None:
        """Connect the numbers, and let Twilio know who has WhatsApp."""
        for shop in self._shops.values():
            self._connect(home, shop)
        for person in people:
            her = {
                "name": person.id,
                "phone": person.phone,
                "bsuid": bsuid_of(SID, person),
                "hides_phone": person.hides_phone,
            }
            self.emulator.command("people", her)

    def phone(self, url: str, person: Person, shop: Boutique) -> StoryPhone | None:
        """A customer's phone in the chat; the owner is written to from the number at Meta."""
        ours = shop.profile.slug in self._shops and person.id != "owner"
        return TwilioPhone(url, person, NUMBERS[shop.profile.slug], self.emulator) if ours else None

    def is_quiet(self) -> bool:
        """Whether Twilio has told all statuses that it knows."""
        return bool(self.emulator.control.get("/_control/flying").json() == 0)

    def time_passes(self, seconds: float) -> None:
        """So that its 24 hours are those of the house."""
        self._ahead += seconds
        self.emulator.command("world", {"ahead": self._ahead})

    def bubbles_shown(self, shop: Boutique) -> Sequence[Shown]:
        """Where the shop is at Twilio."""
        if shop.profile.slug not in self._shops:
            return ()
        asked = {"number": NUMBERS[shop.profile.slug]}
        shown = self.emulator.control.get("/_control/shown", params=asked).json()
        return [Shown(json.dumps(each, ensure_ascii=False), each["text"]) for each in shown]

    def replies_shown(self, home: House, shop: Boutique) -> Sequence[str]:
        """As our own notes on the messages say."""
        if shop.profile.slug not in self._shops:
            return ()
        asked = {"number": NUMBERS[shop.profile.slug]}
        callbacks: list[str] = self.emulator.control.get("/_control/callbacks", params=asked).json()
        notes = [home.twilio.links.read_note(each.rpartition(STATUS_PATH)[2]) for each in callbacks]
        return [str(note.reply) for note in notes if note and not note.part]

    def _connect(self, home: House, shop: Boutique) -> None:
        boutique, number = demo_boutique(shop.profile), NUMBERS[shop.profile.slug]
        account = account_of(SID, number)
        home.shop.tell(
            boutique,
            uuid4(),
            BoutiqueAggregate,
            boutique,
            lambda told: told.connect_whatsapp(provider="twilio", account=account, display_number=number),
        )
        webhook = f"{home.settings.own_url}{PATH}"
        self.emulator.command("numbers", {"account": SID, "number": number, "webhook": webhook})
        content = content_at(self.emulator, "News: {{1}}.", "news")
        own = TwilioCredentials(auth_tokens=(SecretStr(TOKEN),), contents={"notice": content})
        home.boutique_credentials.keep(boutique, account, own)
        eventually(lambda: home.database.boutique_of_account("twilio", account) == boutique, "the number")


@contextmanager
def twilio_exchange(shops: Sequence[Boutique] = (AMANI_STYLES,)) -> Iterator[TwilioExchange]:
    """The emulator in its own process, ready to be moved in with."""
    with running("tests.emulators.twilio.app", {"accounts": {SID: [TOKEN]}}) as emulator:
        yield TwilioExchange(emulator, shops)


def _bubble(told: Mapping[str, Any]) -> Bubble:
    state = told["state"] if told["state"] in ("sent", "delivered", "read") else "sent"
    return Bubble(
        id=told["id"],
        from_shop=told["from_shop"],
        at=datetime.fromtimestamp(told["at"], UTC),
        state=state,
        text=told["text"],
        picture=told["picture"],
    )
