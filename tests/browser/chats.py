"""Example chats: what customers wrote, and what the shop answered."""

from typing import Final, NamedTuple

from domain.labels.events import Tone
from interfaces.http.late_writing import TemplateState
from interfaces.http.schemas import (
    ChatMessage,
    Conversation,
    ConversationRow,
    CustomerCard,
    Delivery,
    HerCart,
    ProductCard,
    Side,
)  # fmt: skip
from interfaces.http.schemas.notebook import LabelChip, PrivateNote
from interfaces.http.schemas.templates import ApprovedTemplate, TemplateGap, TemplateList
from tests.browser.examples import PLACED, ago, order_row
from tests.browser.shelf import SHELF, example_id, picture_path, shillings


class Chat(NamedTuple):
    """An example chat in the list."""

    customer: str
    phone: str
    last: str
    side: Side
    minutes_ago: int
    unread: int
    reason: str | None


CHATS: tuple[Chat, ...] = (
    Chat("Wanjiku M.", "+254 7•• ••• 318", "Asante! Your order DK-7F3K9 is paid.", Side.AGENT, 12, 0, None),
    Chat("Fatuma A.", "+254 7•• ••• 477", "I sent the M-Pesa prompt to your phone.", Side.AGENT, 6, 0, None),
    Chat("Grace T.", "+254 7•• ••• 009", "Naomba kuongea na mtu tafadhali", Side.CUSTOMER, 21, 2, "asked"),
    Chat(
        "Lilian C.",
        "+254 7•• ••• 586",
        "The zip on the dress broke yesterday",
        Side.CUSTOMER,
        47,
        1,
        "complaint",
    ),
    Chat("Rude Script", "+254 7•• ••• 666", "<img src=x onerror=alert(1)>", Side.CUSTOMER, 9_000, 0, None),
    Chat("Mercy W.", "+254 7•• ••• 120", "Where is my order?", Side.CUSTOMER, 75, 1, None),
    Chat("Halima S.", "+254 1•• ••• 841", "Nimepokea, asante sana", Side.CUSTOMER, 2_700, 0, None),
)


def _card(chat: Chat) -> CustomerCard:
    return CustomerCard(id=example_id(chat.customer), name=chat.customer, phone=chat.phone, forgotten=False)


LABELS: tuple[LabelChip, ...] = tuple(
    LabelChip(id=example_id(f"label {name}"), name=name, tone=tone)
    for name, tone in (("Regular", Tone.LEAF), ("Wedding", Tone.GOLD), ("Pays late", Tone.BERRY))
)
_BORNE = {"Wanjiku M.": (0, 1), "Lilian C.": (2,)}


def labels_of(chat: Chat) -> list[LabelChip]:
    """What the chat bears."""
    return [LABELS[place] for place in _BORNE.get(chat.customer, ())]


def _template(name: str, language: str, category: str, body: str, *examples: str) -> ApprovedTemplate:
    gaps = [TemplateGap(name=str(place), example=each) for place, each in enumerate(examples, start=1)]
    return ApprovedTemplate(
        key=f"{name}/{language}", name=name, language=language, category=category,
        header="", body=body, footer="Amani Styles", gaps=gaps,
    )  # fmt: skip


TEMPLATES: Final = TemplateList(
    state=TemplateState.READY,
    templates=[
        _template(
            "order_is_ready", "en", "utility", "Hi {{1}}, your order {{2}} is ready.", "Amina", "DK-7F3K9"
        ),
        _template(
            "piece_is_back", "sw", "marketing", "Habari {{1}}, {{2}} imerudi dukani.", "Amina", "gauni"
        ),
    ],
)


def _late(chat: Chat) -> list[str] | None:
    if chat.minutes_ago < 60 * 24:
        return None
    return [f"Habari {chat.customer}, hapa ni Amani Styles. Bado tukusaidie na ulichouliza? Jibu hapa."]


def _notes(chat: Chat) -> list[PrivateNote]:
    if chat.customer != "Wanjiku M.":
        return []
    note = PrivateNote(
        id=example_id("note"), customer=example_id(chat.customer), by="Amina",
        text="Her sister’s wedding is on the 12th: show her the long ones.", at=ago(chat.minutes_ago + 15),
    )  # fmt: skip
    return [note]


def chat_row(chat: Chat) -> ConversationRow:
    """The chat as the list shows it."""
    return ConversationRow(
        id=example_id(f"chat {chat.customer}"), customer=_card(chat), channel="whatsapp", last_text=chat.last,
        last_side=chat.side, last_kind="text", last_at=ago(chat.minutes_ago), unread=chat.unread,
        unanswered=chat.unread, labels=labels_of(chat),
        needs_person=chat.reason is not None, reason=chat.reason,
    )  # fmt: skip


def _said(number: int, side: Side, text: str | None, minutes: float, **more: object) -> ChatMessage:
    message: dict[str, object] = {
        "id": example_id(f"message {number}"), "side": side, "kind": "text", "at": ago(minutes), "text": text,
        "picture": None, "buttons": [], "cards": [], "failure": None, "failure_code": None,
        "delivery": None if side is Side.CUSTOMER else Delivery.READ,
    }  # fmt: skip
    return ChatMessage.model_validate(message | more)


def _thread(chat: Chat) -> list[ChatMessage]:
    ends = chat.minutes_ago
    shown = [
        ProductCard(
            product=example_id(piece.sku), rank=rank, title=piece.title, price=shillings(piece.price),
            picture=picture_path(piece),
        )
        for rank, piece in enumerate((SHELF[0], SHELF[11], SHELF[4]), 1)
    ]  # fmt: skip
    asked = {"kind": "photo", "picture": picture_path(SHELF[0])}
    return [
        _said(1, Side.CUSTOMER, "Do you have this dress?", ends + 24, **asked),
        _said(2, Side.AGENT, "Yes! These are the closest three. Reply with a number or tap.", ends + 23,
              cards=shown, buttons=["1", "2", "3"]),
        _said(3, Side.CUSTOMER, "1", ends + 20, kind="choice"),
        _said(4, Side.AGENT, "Amani wrap dress, KSh 3,200. You bought M twice, so I suggest M. Add it?",
              ends + 19, buttons=["Add M", "Other size"]),
        _said(5, Side.CUSTOMER, "Ndiyo, weka M", ends + 12),
        _said(6, Side.AGENT, "In your cart: 1 piece, KSh 3,200. Where shall we deliver?", ends + 11),
        _said(7, Side.CUSTOMER, "Kilimani, blue gate after the Total station", ends + 6),
        _said(8, chat.side, chat.last, ends,
              delivery=None if chat.side is Side.CUSTOMER else Delivery.DELIVERED),
    ]  # fmt: skip


HER_CART: Final = HerCart(
    pieces=["1 × Amani wrap dress, M"],
    list_total=shillings(3_200),
    total=shillings(3_040),
    percent=5,
    most=90,
)


def conversation(chat: Chat) -> Conversation:
    """The chat, whole."""
    return Conversation(
        id=example_id(f"chat {chat.customer}"), customer=_card(chat), channel="whatsapp",
        needs_person=chat.reason is not None, reason=chat.reason, messages=_thread(chat), older_cursor=None,
        writable_until=ago(chat.minutes_ago - 60 * 24), wish=None, late=_late(chat), cart=HER_CART,
        labels=labels_of(chat), notes=_notes(chat),
        orders=[order_row(placed) for placed in PLACED if placed.customer == chat.customer],
    )  # fmt: skip
