"""The small house with a boutique whose WhatsApp is at Twilio, played by the emulator."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Final

from domain.boutique.boutique import Boutique as BoutiqueAggregate
from interfaces.commands.phone import NoAnswer, Phone
from interfaces.composition import House
from interfaces.demo.catalogue import AMANI_STYLES, Boutique
from interfaces.demo.ids import demo_boutique
from interfaces.sandbox.screens import Bubble
from interfaces.sandbox.world import Person, bsuid_of
from interfaces.twilio.accounts import account_of
from interfaces.twilio.webhook import PATH, STATUS_PATH
from tests.emulators.process import Emulator, running
from tests.support.exchange import Exchange
from tests.support.sandbox import eventually
from tests.support.twilio import NUMBER, SID, TOKEN

ACCOUNT: Final = account_of(SID, NUMBER)


class TwilioPhone(Phone):
    """A phone whose chat is at Twilio's emulator and whose M-Pesa is the sandbox's.

    Nothing can be tapped on it: who taps types the number before the title, as people do.
    """

    def __init__(self, url: str, person: Person, emulator: Emulator) -> None:
        super().__init__(url, person.id, ACCOUNT)
        self._person, self._emulator = person, emulator

    def bubbles(self) -> Sequence[Bubble]:
        """The chat as it stands."""
        asked = {"person": self._person.id, "number": NUMBER}
        told = self._emulator.control.get("/_control/chat", params=asked).json()
        return [_bubble(each) for each in told]

    def taps(self, title: str) -> Bubble:
        """Answer by the number that stands before this title. Raises: NoAnswer."""
        return self.says(self.number_of(title))

    def number_of(self, title: str) -> str:
        """The number that chooses this title: from the newest message that offers it."""
        named = re.fullmatch(r"(?:Number|Namba) (\d+)", title)
        for bubble in reversed(self.answers()):
            found = re.search(rf"^(\d+)\. {re.escape(title)}( —.*)?$", bubble.text, re.MULTILINE)
            if found or (named and re.search(rf"^{named.group(1)}\. ", bubble.text, re.MULTILINE)):
                return found.group(1) if found else named.group(1)  # type: ignore[union-attr]
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
        told = {"person": self._person.id, "account": SID, "number": NUMBER}
        self._emulator.command("write", {**told, "fields": fields, "media": list(media)})


class TwilioExchange(Exchange):
    """Amani's customers write by Twilio. Its Meta number stays, so one boutique is at both."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator

    def settings(self) -> Mapping[str, object]:
        """The installation's Twilio account."""
        url = self.emulator.url
        return {
            "twilio_account_sid": SID,
            "twilio_auth_tokens": (TOKEN,),
            "twilio_api": url,
            "twilio_messaging": url,
        }

    def move_in(self, home: House, people: Sequence[Person]) -> None:
        """Connect Amani's number, and let Twilio know who has WhatsApp."""
        boutique = demo_boutique(AMANI_STYLES.profile)
        home.shop.tell(
            boutique,
            boutique,
            BoutiqueAggregate,
            boutique,
            lambda shop: shop.connect_whatsapp(provider="twilio", account=ACCOUNT, display_number=NUMBER),
        )
        webhook = f"{home.settings.own_url}{PATH}"
        self.emulator.command("numbers", {"account": SID, "number": NUMBER, "webhook": webhook})
        for person in people:
            her = {
                "name": person.id,
                "phone": person.phone,
                "bsuid": bsuid_of(ACCOUNT, person),
                "hides_phone": person.hides_phone,
            }
            self.emulator.command("people", her)
        eventually(lambda: home.database.boutique_of_account("twilio", ACCOUNT) == boutique, "the number")

    def phone(self, url: str, person: Person, shop: Boutique) -> Phone | None:
        """A customer's phone in Amani's chat; the owner is written to from the number at Meta."""
        ours = shop.profile.slug == AMANI_STYLES.profile.slug and person.id != "owner"
        return TwilioPhone(url, person, self.emulator) if ours else None

    def is_quiet(self) -> bool:
        """Whether Twilio has told all statuses that it knows."""
        return self.emulator.control.get("/_control/flying").json() == 0

    def replies_shown(self, home: House, shop: Boutique) -> Sequence[str]:
        """As our own notes on the messages say."""
        if shop.profile.slug != AMANI_STYLES.profile.slug:
            return ()
        callbacks: list[str] = self.emulator.control.get("/_control/callbacks").json()
        notes = [home.twilio.links.read_note(each.rpartition(STATUS_PATH)[2]) for each in callbacks]
        return [str(note.reply) for note in notes if note]


@contextmanager
def twilio_exchange() -> Iterator[TwilioExchange]:
    """The emulator in its own process, ready to be moved in with."""
    with running("tests.emulators.twilio.app", {"accounts": {SID: [TOKEN]}}) as emulator:
        yield TwilioExchange(emulator)


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
