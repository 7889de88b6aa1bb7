"""A phone of the sandbox, held by a program: the terminal's customer, or a story's."""

import time
from collections.abc import Callable, Sequence
from typing import Final, Self, TypeVar

import httpx

from interfaces.sandbox.screens import Bubble, ChatScreen, PhoneScreen, PromptScreen, World

T = TypeVar("T")
PATIENCE: Final = 20.0
LOOK_EVERY: Final = 0.03


class NoAnswer(Exception):  # noqa: N818
    """What was waited for did not come; the message tells what stood on the screen."""


class Phone:
    """One person's chat with one shop, and her M-Pesa. Units: seconds.

    Example: Phone(url, "amina", account).says("red dress").text
    """

    def __init__(self, url: str, person: str, account: str, patience: float = PATIENCE) -> None:
        self._http = httpx.Client(base_url=f"{url}/sandbox/api", timeout=20)
        self._phone, self._chat = f"/phones/{person}", f"/phones/{person}/chats/{account}"
        self._patience = patience

    @classmethod
    def world(cls, url: str) -> World:
        """Who there is to play with. Raises: httpx.TransportError where no sandbox is served."""
        return World.model_validate_json(httpx.get(f"{url}/sandbox/api/world", timeout=5).content)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def says(self, text: str) -> Bubble:
        """Send words; the shop's next message. Raises: NoAnswer."""
        return self._answer_to(lambda: self._post("/text", json={"text": text}))

    def writes(self, text: str) -> None:
        """Send words, and wait for nothing."""
        self._post("/text", json={"text": text})

    def shows(self, *photos: bytes, caption: str = "") -> Bubble:
        """Send a photo, or several as an album; the shop's next message. Raises: NoAnswer."""
        return self._answer_to(lambda: self.sends_photos(*photos, caption=caption))

    def sends_photos(self, *photos: bytes, caption: str = "") -> None:
        """Send photos, and wait for nothing."""
        files = [("files", (f"{n}.jpg", photo, "image/jpeg")) for n, photo in enumerate(photos)]
        self._post("/photos", files=files, data={"caption": caption})

    def taps(self, title: str) -> Bubble:
        """Tap the newest button or row that has this title; the shop's next message. Raises: NoAnswer."""
        for bubble in reversed(self.bubbles()):
            for tap in (*bubble.buttons, *bubble.rows):
                if tap.title == title:
                    return self._chooses(bubble.id, tap.id)
        raise NoAnswer(f"no button {title!r} on the screen: {self._screen()}")

    def _chooses(self, message: str, choice: str) -> Bubble:
        chosen = {"message": message, "choice": choice}
        return self._answer_to(lambda: self._post("/choice", json=chosen))

    def drops_pin(self, latitude: float, longitude: float, name: str | None = None) -> Bubble:
        """Send a place; the shop's next message. Raises: NoAnswer."""
        pin = {"latitude": latitude, "longitude": longitude, "name": name}
        return self._answer_to(lambda: self._post("/location", json=pin))

    def bubbles(self) -> Sequence[Bubble]:
        """The chat as it stands."""
        return ChatScreen.model_validate_json(self._http.get(self._chat).content).bubbles

    def answers(self) -> Sequence[Bubble]:
        """What the shop has said."""
        return [bubble for bubble in self.bubbles() if bubble.from_shop]

    def hears(self, words: str) -> Bubble:
        """Wait for a message of the shop that holds these words. Raises: NoAnswer."""

        def heard() -> Bubble | None:
            return next((b for b in reversed(self.answers()) if words.casefold() in b.text.casefold()), None)

        return self._waits(heard, f"words {words!r}")

    def prompt(self) -> PromptScreen:
        """Wait for M-Pesa's prompt. Raises: NoAnswer."""
        return self._waits(lambda: self.screen().mpesa.prompt, "an M-Pesa prompt")

    def screen(self) -> PhoneScreen:
        """The phone as it stands."""
        return PhoneScreen.model_validate_json(self._http.get(self._phone).content)

    def enters_pin(self, pin: str = "1234") -> None:
        """Answer the prompt by a PIN."""
        self._mpesa("pin", {"pin": pin})

    def cancels_prompt(self) -> None:
        """Refuse the prompt."""
        self._mpesa("cancel")

    def is_out_of_reach(self) -> None:
        """Let the prompt ring in vain."""
        self._mpesa("out-of-reach")

    def has_no_money(self) -> None:
        """Answer the prompt without the money for it."""
        self._mpesa("no-money")

    def next_outcome(self, outcome: str) -> None:
        """Choose what becomes of the next prompt's callback."""
        self._http.put(f"{self._phone}/mpesa/outcome", json={"outcome": outcome}).raise_for_status()

    def _mpesa(self, what: str, told: dict[str, str] | None = None) -> None:
        place = f"{self._phone}/mpesa/{self.prompt().checkout}/{what}"
        self._http.post(place, json=told).raise_for_status()

    def _post(self, place: str, **content: object) -> None:
        self._http.post(self._chat + place, **content).raise_for_status()  # type: ignore[arg-type]

    def _answer_to(self, act: Callable[[], None]) -> Bubble:
        before = len(self.answers())
        act()

        def new() -> Bubble | None:
            said = self.answers()
            return said[-1] if len(said) > before else None

        return self._waits(new, "an answer")

    def _waits(self, look: Callable[[], T | None], what: str) -> T:
        began = time.monotonic()
        while time.monotonic() - began < self._patience:
            found = look()
            if found is not None:
                return found
            time.sleep(LOOK_EVERY)
        raise NoAnswer(f"{what} did not come within {self._patience:.0f} s; on the screen: {self._screen()}")

    def _screen(self) -> str:
        return " | ".join(f"{'shop' if b.from_shop else 'she'}: {b.text}" for b in self.bubbles()[-4:])
