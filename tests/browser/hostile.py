"""Thirty ways to run a script in a dashboard, as customers send them, and who notices when one runs."""

import hashlib
import html
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import httpx
import orjson
from playwright.sync_api import ConsoleMessage, Dialog, Page, Request

from interfaces.demo.catalogue import Boutique
from interfaces.sandbox.meta_payloads import message_payload
from interfaces.sandbox.world import Person, Shop
from interfaces.whatsapp.signature import sign
from tests.support.house import OpenHouse, account_of

ELSEWHERE: Final = "https://elsewhere.example"
_HIT: Final = "struck()"
_CALL: Final = f"fetch('{ELSEWHERE}')"

NAMES: Final = (
    f'"><script>{_HIT}</script>',
    f"<img src=x onerror={_HIT}>",
    f"Amina'-{_HIT}-'",
    f"</title><svg onload={_HIT}>",
    f"{{{{constructor.constructor('{_HIT}')()}}}}",
    f"<b onmouseover={_HIT} autofocus tabindex=1 onfocus={_HIT}>Amina</b>",
)
WORDS: Final = (
    f"<script src={ELSEWHERE}/x.js></script>",
    f"<iframe srcdoc='<script>parent.{_HIT}</script>'></iframe>",
    f"javascript:{_HIT}",
    f'https://x.example/"onclick="{_HIT}',
    f"<a href=javascript:{_HIT}>track my order</a>",
    f"*<svg/onload={_HIT}>* _<body onload={_HIT}>_",
    f"<details open ontoggle={_HIT}>",
    f"<math><mtext><style><img src=x onerror={_HIT}></style></mtext></math>",
    f"<video><source onerror={_HIT}></video>",
    f"\u202e<input autofocus onfocus={_HIT}>",
    html.escape(f"<img src=x onerror={_HIT}>"),
    f"data:text/html,<script>{_HIT}</script>",
    f"<object data='javascript:{_HIT}'></object>",
    f"${{{_HIT}}} `{_HIT}` #{{{_CALL}}}",
)
CAPTIONS: Final = (f"<img src='{ELSEWHERE}/p.png'>", f"<picture><img src onerror={_CALL}></picture>")
PLACES: Final = (
    f"<marquee onstart={_HIT}>Sarit</marquee>",
    f"Gate 4</p><script>{_HIT}</script>",
)
TAPS: Final = (f"<form action={ELSEWHERE}><button>Pay", f"<button onclick={_HIT} popover>")
CARTS: Final = (
    f"<link rel=stylesheet href={ELSEWHERE}/x.css>",
    f"<meta http-equiv=refresh content='0;{ELSEWHERE}'>",
)
CONTACTS: Final = (f"<embed src=javascript:{_HIT}>", f"<base href={ELSEWHERE}>")
ALL: Final = (*NAMES, *WORDS, *CAPTIONS, *PLACES, *TAPS, *CARTS, *CONTACTS)
SEEN_IN_CHATS: Final = (*WORDS, *CAPTIONS, *TAPS, *CARTS)
"""Those of which the chat itself keeps the words; of a contact it keeps the number alone."""

_WATCH: Final = "window.struck = () => { console.error('a payload ran'); alert('a payload ran') }"
_FOREIGN: Final = """(elsewhere) => [...document.querySelectorAll('*')].filter((element) => {
  const given = [...element.attributes].map(({name, value}) => `${name}=${value}`)
  const acts = /^on|^srcdoc=|=\\s*(javascript|data:text)/i
  return given.some((each) => acts.test(each) || each.includes(elsewhere))
    || element.matches('iframe, object, embed, base, marquee, math, script:not([src^="/assets/"])')
}).map((element) => element.outerHTML.slice(0, 200))"""


def messages() -> Sequence[dict[str, Any]]:
    """Everything that a phone can send, each kind with its payloads."""
    said: list[dict[str, Any]] = [{"type": "text", "text": {"body": words}} for words in WORDS]
    said += [
        {
            "type": "image",
            "image": {"id": "404", "mime_type": "image/jpeg", "sha256": "c2hh", "caption": words},
        }
        for words in CAPTIONS
    ]
    pin = {"latitude": -1.26, "longitude": 36.8, "name": PLACES[0], "address": PLACES[1]}
    said.append({"type": "location", "location": pin})
    choice = {"id": TAPS[0], "title": TAPS[0], "description": TAPS[0]}
    said.append({"type": "interactive", "interactive": {"type": "list_reply", "list_reply": choice}})
    said.append({"type": "button", "button": {"payload": TAPS[1], "text": TAPS[1]}})
    said += [
        {"type": "order", "order": {"catalog_id": words, "text": words, "product_items": [_line(words)]}}
        for words in CARTS
    ]
    card = {
        "name": {"formatted_name": CONTACTS[0]},
        "phones": [{"phone": CONTACTS[1], "wa_id": "254712000111"}],
    }
    return [*said, {"type": "contacts", "contacts": [card]}]


def _line(words: str) -> dict[str, Any]:
    return {"product_retailer_id": words, "quantity": 1, "item_price": 1, "currency": words}


def meta_sends(
    house: OpenHouse, shop: Boutique, person: Person, name: str, said: Sequence[dict[str, Any]]
) -> None:
    """Meta's signed webhook with these messages of somebody who calls herself so."""
    at = str(int(house.clock.now().timestamp()))
    number = Shop(account_of(shop), shop.profile.whatsapp.display.replace(" ", ""), shop.profile.name)
    for message in said:
        identity = hashlib.sha256(orjson.dumps([person.id, message])).hexdigest()
        whole = {"id": f"wamid.{identity}", "timestamp": at, **message}
        body = orjson.dumps(message_payload(number, replace(person, name=name), whole))
        signed = {"X-Hub-Signature-256": sign(house.world.app_secret, body)}
        answer = httpx.post(house.world.webhook_url, content=body, headers=signed, timeout=20)
        assert answer.status_code == 200


class Watch:
    """Notices a payload that ran, called out, or became a part of the page. Shape: `noticed` says what."""

    def __init__(self, page: Page) -> None:
        self.noticed: list[str] = []
        self._page = page
        page.add_init_script(_WATCH)
        page.on("dialog", self._closes)
        page.on("console", self._reads)
        page.on("pageerror", lambda error: self.noticed.append(f"script {error}"))
        page.on("request", self._listens)

    def looks(self) -> None:
        """Looks through the whole page, as it stands."""
        self.noticed += [f"element {found}" for found in self._page.evaluate(_FOREIGN, ELSEWHERE)]

    def _closes(self, dialog: Dialog) -> None:
        self.noticed.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _reads(self, said: ConsoleMessage) -> None:
        if said.type in {"error", "warning"}:
            self.noticed.append(f"console {said.text}")

    def _listens(self, asked: Request) -> None:
        if asked.url.startswith(ELSEWHERE):
            self.noticed.append(f"call {asked.url}")
