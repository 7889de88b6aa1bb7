"""What a phone shows: chats as bubbles, and M-Pesa. The pages' types are generated from these."""

from datetime import UTC, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from interfaces.sandbox.outcomes import Outcome
from interfaces.sandbox.world import Role


class Screen(BaseModel):
    """A part of a screen."""

    model_config = ConfigDict(frozen=True)


class PersonCard(Screen):
    """Somebody whose phone can be picked up. `hides_phone`: shops see the username only."""

    id: str
    name: str
    phone: str
    role: Role
    username: str | None
    hides_phone: bool


class ShopCard(Screen):
    """A shop that can be written to."""

    account: str
    name: str
    phone: str


class World(Screen):
    """All people and shops."""

    people: list[PersonCard]
    shops: list[ShopCard]


class Tap(Screen):
    """Something to tap: a button, or a row of a list."""

    id: str
    title: str
    description: str = ""


class Pin(Screen):
    """A place on the map."""

    latitude: float
    longitude: float
    name: str | None = None
    address: str | None = None


class PageLink(Screen):
    """A button that opens a page in the browser."""

    title: str
    url: str


class Bubble(Screen):
    """One message as it stands on the phone. `picture` is an address; `state` are the ticks."""

    id: str
    from_shop: bool
    at: datetime
    state: Literal["sent", "delivered", "read"]
    text: str = ""
    picture: str | None = None
    buttons: list[Tap] = []
    list_title: str = ""
    rows: list[Tap] = []
    link: PageLink | None = None
    place: Pin | None = None
    contact: str | None = None
    asks_location: bool = False
    asks_contact: bool = False
    replies_to: str | None = None
    reaction: str | None = None


class ChatScreen(Screen):
    """A chat with one shop. `typing`: the shop is writing."""

    person: str
    account: str
    typing: bool
    bubbles: list[Bubble]


class PromptScreen(Screen):
    """A prompt that waits for a PIN. `ends_at`: nobody is reached any more from then on."""

    checkout: str
    payee: str
    reference: str
    shillings: int
    ends_at: datetime


class MpesaMessage(Screen):
    """A text from M-Pesa."""

    words: str
    at: datetime


class MpesaScreen(Screen):
    """A person's M-Pesa."""

    shillings: int
    next_outcome: Outcome
    prompt: PromptScreen | None
    messages: list[MpesaMessage]


class ChatLine(Screen):
    """A line of the list of chats."""

    account: str
    name: str
    last: str
    at: datetime | None
    unread: int


class PhoneScreen(Screen):
    """A phone: its chats and its M-Pesa."""

    person: PersonCard
    chats: list[ChatLine]
    mpesa: MpesaScreen


class Say(Screen):
    """Words to send."""

    text: str
    replies_to: str | None = None


class Choose(Screen):
    """A button or row to tap, and on which message."""

    message: str
    choice: str


class React(Screen):
    """A reaction; an empty emoji takes it back."""

    message: str
    emoji: str


class EnterPin(Screen):
    """A PIN as typed."""

    pin: str


class ChooseOutcome(Screen):
    """What shall become of the next prompt."""

    outcome: Outcome


class Sent(Screen):
    """The ids of what was sent."""

    messages: list[str]


def moment(seconds: float) -> datetime:
    """A time as the screens carry it: UTC."""
    return datetime.fromtimestamp(seconds, UTC)
