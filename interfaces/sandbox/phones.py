"""The people's side: /sandbox/api, with which a page, or a test, picks up a phone and uses it."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, HTTPException, Path, UploadFile
from fastapi.responses import Response
from sse_starlette import EventSourceResponse, ServerSentEvent

from interfaces.sandbox.bubbles import bubble_of, line_of
from interfaces.sandbox.chats import Chats
from interfaces.sandbox.phone_messages import (
    choice_message,
    contact_message,
    photo_messages,
    read_photo,
    text_message,
)
from interfaces.sandbox.screens import (
    ChatLine,
    ChatScreen,
    Choose,
    ChooseOutcome,
    EnterPin,
    MpesaMessage,
    MpesaScreen,
    PersonCard,
    PhoneScreen,
    Pin,
    PromptScreen,
    React,
    Say,
    Sent,
    ShopCard,
    World,
    moment,
)
from interfaces.sandbox.store import Store
from interfaces.sandbox.town import Town
from interfaces.sandbox.wallets import Wallets
from interfaces.sandbox.world import Person, SandboxSettings, Shop

_ALBUM = 6
_LOOK_EVERY = 0.15
PersonId = Annotated[str, Path(max_length=40)]
Account = Annotated[str, Path(max_length=40)]


def phones_api(settings: SandboxSettings, town: Town, chats: Chats, wallets: Wallets) -> APIRouter:
    """The routes of all phones."""
    router = APIRouter(prefix="/sandbox/api", tags=["sandbox"])
    phones = Phones(settings, town, chats, wallets)
    _screens(router, phones)
    _messages(router, phones)
    _mpesa(router, phones)
    _files(router, phones, wallets.store)
    return router


class Phones:
    """The phones, by the names of their people."""

    def __init__(self, settings: SandboxSettings, town: Town, chats: Chats, wallets: Wallets) -> None:
        self.settings = settings
        self.town = town
        self.chats = chats
        self.wallets = wallets

    def person(self, identity: str) -> Person:
        """Raises: HTTPException 404."""
        person = self.town.person(identity)
        if person is None:
            raise HTTPException(404, "nobody has this phone")
        return person

    def both(self, identity: str, account: str) -> tuple[Person, Shop]:
        """A person and a shop. Raises: HTTPException 404."""
        shop = self.town.shop(account)
        if shop is None:
            raise HTTPException(404, "there is no such shop")
        return self.person(identity), shop

    def say(self, identity: str, account: str, message: Mapping[str, Any]) -> Sent:
        """Send one message."""
        return Sent(messages=[self.chats.say(*self.both(identity, account), message)])

    def chat(self, person: Person, shop: Shop) -> ChatScreen:
        """The chat as it stands."""
        bubbles = [bubble_of(row) for row in self.chats.history(person, shop)]
        typing = self.chats.is_typing(shop, person)
        return ChatScreen(person=person.id, account=shop.account, typing=typing, bubbles=bubbles)

    def line(self, person: Person, shop: Shop) -> ChatLine:
        """The chat's line in the list."""
        rows = self.chats.history(person, shop)
        unread = sum(1 for row in rows if row["from_shop"] and row["state"] != "read")
        last = rows[-1] if rows else None
        return ChatLine(
            account=shop.account,
            name=shop.name,
            last=line_of(last) if last else "",
            at=moment(last["at"]) if last else None,
            unread=unread,
        )

    def mpesa(self, person: Person) -> MpesaScreen:
        """The person's M-Pesa."""
        live = self.wallets.live_prompt(person.phone)
        return MpesaScreen(
            shillings=self.wallets.balance(person),
            next_outcome=self.wallets.next_outcome(person),
            prompt=live
            and PromptScreen(
                checkout=live["checkout"],
                payee=live["payee"],
                reference=live["reference"],
                shillings=live["shillings"],
                ends_at=moment(live["at"] + self.settings.prompt_lives),
            ),
            messages=[
                MpesaMessage(words=row["words"], at=moment(row["at"]))
                for row in self.wallets.messages(person)
            ],
        )

    def own_prompt(self, identity: str, checkout: str) -> str:
        """The checkout id, if it is this phone's. Raises: HTTPException 404."""
        prompt = self.wallets.prompt(checkout)
        if prompt is None or prompt["phone"] != self.person(identity).phone:
            raise HTTPException(404, "this phone shows no such prompt")
        return checkout


def _card(person: Person) -> PersonCard:
    return PersonCard(
        id=person.id,
        name=person.name,
        phone=person.phone,
        role=person.role,
        username=person.username,
        hides_phone=person.hides_phone,
    )


def _screens(router: APIRouter, phones: Phones) -> None:
    @router.get("/world", operation_id="sandboxWorld")
    def world() -> World:
        town = phones.town
        shops = [ShopCard(account=shop.account, name=shop.name, phone=shop.phone) for shop in town.shops]
        return World(people=[_card(person) for person in town.people], shops=shops)

    @router.get("/phones/{person}", operation_id="sandboxPhone")
    def phone(person: PersonId) -> PhoneScreen:
        someone = phones.person(person)
        chats = [phones.line(someone, shop) for shop in phones.town.shops]
        return PhoneScreen(person=_card(someone), chats=chats, mpesa=phones.mpesa(someone))

    @router.get("/phones/{person}/chats/{account}", operation_id="sandboxChat")
    def chat(person: PersonId, account: Account) -> ChatScreen:
        return phones.chat(*phones.both(person, account))

    @router.post("/phones/{person}/chats/{account}/read", status_code=204, operation_id="sandboxRead")
    def read(person: PersonId, account: Account) -> None:
        phones.chats.read_by_person(*phones.both(person, account))


def _messages(router: APIRouter, phones: Phones) -> None:
    chat = "/phones/{person}/chats/{account}"

    @router.post(f"{chat}/text", operation_id="sandboxSay")
    def say(person: PersonId, account: Account, words: Say) -> Sent:
        return phones.say(person, account, text_message(words))

    @router.post(f"{chat}/photos", operation_id="sandboxSendPhotos")
    def photos(
        person: PersonId,
        account: Account,
        files: Annotated[list[UploadFile], File()],
        caption: Annotated[str, Form(max_length=1024)] = "",
    ) -> Sent:
        someone, shop = phones.both(person, account)
        pictures = [read_photo(file) for file in files[:_ALBUM]]
        messages = photo_messages(phones.chats, shop, pictures, caption)
        return Sent(messages=[phones.chats.say(someone, shop, message) for message in messages])

    @router.post(f"{chat}/choice", operation_id="sandboxChoose")
    def choose(person: PersonId, account: Account, chosen: Choose) -> Sent:
        shop = phones.both(person, account)[1]
        return phones.say(person, account, choice_message(phones.chats, shop, chosen))

    @router.post(f"{chat}/location", operation_id="sandboxSendLocation")
    def location(person: PersonId, account: Account, pin: Pin) -> Sent:
        return phones.say(
            person, account, {"type": "location", "location": pin.model_dump(exclude_none=True)}
        )

    @router.post(f"{chat}/contact", operation_id="sandboxShareContact")
    def contact(person: PersonId, account: Account) -> Sent:
        return phones.say(person, account, contact_message(phones.person(person)))

    @router.post(f"{chat}/reaction", status_code=204, operation_id="sandboxReact")
    def react(person: PersonId, account: Account, reaction: React) -> None:
        phones.chats.react(*phones.both(person, account), reaction.message, reaction.emoji)


def _mpesa(router: APIRouter, phones: Phones) -> None:
    prompt = "/phones/{person}/mpesa/{checkout}"

    @router.post(f"{prompt}/pin", status_code=204, operation_id="sandboxEnterPin")
    def enter_pin(person: PersonId, checkout: str, entered: EnterPin) -> None:
        phones.wallets.enter_pin(phones.own_prompt(person, checkout), entered.pin)

    @router.post(f"{prompt}/cancel", status_code=204, operation_id="sandboxCancelPrompt")
    def cancel(person: PersonId, checkout: str) -> None:
        phones.wallets.finish(phones.own_prompt(person, checkout), "1032")

    @router.post(f"{prompt}/out-of-reach", status_code=204, operation_id="sandboxOutOfReach")
    def out_of_reach(person: PersonId, checkout: str) -> None:
        phones.wallets.finish(phones.own_prompt(person, checkout), "1037")

    @router.post(f"{prompt}/no-money", status_code=204, operation_id="sandboxNoMoney")
    def no_money(person: PersonId, checkout: str) -> None:
        phones.wallets.finish(phones.own_prompt(person, checkout), "1")

    @router.put("/phones/{person}/mpesa/outcome", status_code=204, operation_id="sandboxChooseOutcome")
    def outcome(person: PersonId, chosen: ChooseOutcome) -> None:
        phones.wallets.choose_outcome(phones.person(person), chosen.outcome)


def _files(router: APIRouter, phones: Phones, store: Store) -> None:
    @router.get("/media/{media}", response_class=Response, operation_id="sandboxMedia")
    def media(media: str) -> Response:
        kept = phones.chats.media(media)
        if kept is None:
            raise HTTPException(404, "there is no such picture")
        headers = {"Cache-Control": "private, max-age=86400, immutable", "X-Content-Type-Options": "nosniff"}
        return Response(kept.content, media_type=kept.mime, headers=headers)

    @router.get("/live", response_class=EventSourceResponse, operation_id="sandboxLive")
    async def live() -> EventSourceResponse:
        return EventSourceResponse(changes(store))


async def changes(store: Store) -> AsyncIterator[ServerSentEvent]:
    """An event whenever something in the sandbox has changed."""
    seen = -1
    while True:
        if store.version != seen:
            seen = store.version
            yield ServerSentEvent(data=json.dumps({"version": seen}), event="change")
        await asyncio.sleep(_LOOK_EVERY)
