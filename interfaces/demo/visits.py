"""The demo's visitors: most people who ask do not buy, and some leave a full cart behind."""

from datetime import datetime, timedelta

import numpy as np

from application.commands import AddToCart, ShowPieces
from application.customers import meet
from application.execute import execute
from application.hearing import taken_in
from application.inbound import Inbound, Sender, customer_of
from application.talking import conversation_of
from application.unit import Unit, Units
from domain.conversation.conversation import Conversation
from domain.conversation.events import MessageKind
from domain.conversation.screen import ShownPiece
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, ConversationId, CustomerId, MessageId, derive
from domain.language import Language
from domain.money import Money
from interfaces.composition import House
from interfaces.demo.catalogue import Boutique, Piece
from interfaces.demo.ids import product_of, variant_of
from interfaces.demo.telling import Told, said
from interfaces.whatsapp.payload import CHANNEL

VISITS = 110
"""Visitors without an order, of each boutique."""

DAYS = 40
NAMES = ("Njeri", "Akinyi", "Mwanaisha", "Chebet", "Wambui", "Halima", "Atieno", "Nekesa", "Zainab", "Moraa")
ASKED = {
    Language.EN: (
        "Hi, how much is the {garment}?",
        "Do you have a {garment} for a wedding?",
        "Any new {garment}?",
    ),
    Language.SW: ("Habari, {garment} ni ngapi?", "Mko na {garment} ya harusi?", "Kuna {garment} mpya?"),
}


def play_visit(home: House, units: Units, boutique: BoutiqueId, demo: Boutique, number: int) -> None:
    """One visitor who asked, saw pieces, and left; one in three left a piece in the cart."""
    chance = np.random.default_rng([number, len(demo.pieces)])
    about = derive(boutique, "visit", number)
    unit = units.open(boutique, Cause(Actor.CUSTOMER, derive(about, "turn"), about))
    unit.now = home.clock.now() - timedelta(
        days=int(chance.integers(1, DAYS)), minutes=int(chance.integers(600))
    )
    sender = Sender(f"KE.9{number:016d}", None, f"guest{number}", NAMES[number % len(NAMES)])
    customer = customer_of(home.secret("lanes"), boutique, CHANNEL, sender)
    pieces = [demo.pieces[int(place)] for place in chance.choice(len(demo.pieces), 3, replace=False)]
    language = Language.EN if number % 3 else Language.SW
    asked = _asking(demo, MessageId(derive(about, "message")), sender, unit.now, language, pieces[0])
    meet(customer, asked, unit)
    talk = conversation_of(customer, (asked,), unit)
    if talk is None or unit.get(Conversation, talk).messages:
        return
    taken_in(talk, customer, asked, None, unit)
    _answer(unit, talk, asked.message, boutique, pieces, language)
    if number % 3 == 0:
        _fill_cart(unit, boutique, customer, pieces[0])
    unit.commit()


def _answer(
    unit: Unit,
    talk: ConversationId,
    asked: MessageId,
    boutique: BoutiqueId,
    pieces: list[Piece],
    language: Language,
) -> None:
    shown = tuple(
        ShownPiece(
            rank=rank, product=product_of(boutique, piece.sku), score=1.0, price=Money(cents=piece.price)
        )
        for rank, piece in enumerate(pieces, start=1)
    )
    unit.now += timedelta(seconds=3)
    execute(unit, ShowPieces(talk, shown, "words"))
    lines = "\n".join(f"{n}. {piece.title}: {Money(cents=piece.price)}" for n, piece in enumerate(pieces, 1))
    said(unit, Told(talk, language, "shown", lines, answers=(asked,)))


def _fill_cart(unit: Unit, boutique: BoutiqueId, customer: CustomerId, piece: Piece) -> None:
    size = next((variant.size.value for variant in piece.variants if variant.stock), None)
    if size is not None:
        unit.now += timedelta(minutes=2)
        product = product_of(boutique, piece.sku)
        execute(unit, AddToCart(customer, product, variant_of(boutique, piece.sku, size)))


def _asking(
    demo: Boutique, message: MessageId, sender: Sender, now: datetime, language: Language, piece: Piece
) -> Inbound:
    words = ASKED[language][message.int % 3].format(garment=piece.garment.value)
    return Inbound(
        message=message,
        provider_id=f"wamid.visit.{message.hex}",
        channel=CHANNEL,
        account=demo.profile.whatsapp.phone_number_id,
        sender=sender,
        kind=MessageKind.TEXT,
        sent_at=now - timedelta(seconds=1),
        text=words,
    )
