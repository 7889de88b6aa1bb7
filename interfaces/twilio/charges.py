"""Twilio's own prices: what it takes for the messages that came or went by a number on a day.

Source: Twilio's reference for messages: `price` is a negative amount in `price_unit`, and null until some
minutes after the message is through. What of it is Twilio's own fee and what is Meta's, it does not say.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

import httpx
from pydantic import BaseModel

from application.ports import NeighbourFailed
from application.ports.charges import ChargedMessages
from interfaces.twilio.accounts import AccountsUnknown, TwilioAccount, TwilioAccounts
from interfaces.twilio.faults import NEIGHBOUR
from interfaces.twilio.pages import foreign_page, page

_PAGE: Final = 1_000
_MOST_PAGES: Final = 200
_WITHIN: Final = 20.0
_MICRO: Final = Decimal(1_000_000)


class _Message(BaseModel):
    sid: str
    price: str | None = None
    price_unit: str | None = None


class _Page(BaseModel):
    messages: list[_Message]
    next_page_uri: str | None = None


class TwilioCharges:
    """ChargeBook over Twilio's list of messages. `api` is where Twilio is, `page` how many a page has."""

    def __init__(self, api: str, accounts: TwilioAccounts, page: int = _PAGE) -> None:
        self._api, self._accounts, self._size = api.rstrip("/"), accounts, page

    def charged(self, account: str, day: date) -> Sequence[ChargedMessages]:
        """What a number's messages of a day cost so far, both ways. Raises: NeighbourFailed."""
        found = self._account(account)
        sums: dict[str, ChargedMessages] = {}
        for way in ("From", "To"):
            asked = {
                way: f"whatsapp:{found.number}",
                "DateSent": day.isoformat(),
                "PageSize": str(self._size),
            }
            for charge in filter(None, map(_charge_of, self._messages(found, asked))):
                before = sums.get(charge.currency, ChargedMessages(charge.currency, 0, 0))
                sums[charge.currency] = _added(before, charge)
        return list(sums.values())

    def _messages(self, account: TwilioAccount, asked: Mapping[str, str]) -> Iterator[_Message]:
        """All of them, page by page; a page elsewhere than in this account's list is not asked for."""
        own = f"/2010-04-01/Accounts/{account.sid}/Messages.json"
        with httpx.Client(base_url=self._api, timeout=_WITHIN, trust_env=False) as http:
            told = page(http, account, _Page, own, asked)
            for _ in range(_MOST_PAGES):
                yield from told.messages
                if told.next_page_uri is None:
                    return
                if not told.next_page_uri.startswith(f"{own}?"):
                    raise foreign_page()
                told = page(http, account, _Page, told.next_page_uri)
        raise NeighbourFailed(NEIGHBOUR, "too-many", "more messages than a number can have", retryable=False)

    def _account(self, name: str) -> TwilioAccount:
        try:
            account = self._accounts.of(name)
        except AccountsUnknown as away:
            raise NeighbourFailed(NEIGHBOUR, "store-away", str(away), retryable=True) from away
        if account is None:
            raise NeighbourFailed(NEIGHBOUR, "no-account", "no token for this account", retryable=False)
        return account


def _charge_of(message: _Message) -> ChargedMessages | None:
    """What one message costs; None while it has no price."""
    if message.price is None or not message.price_unit:
        return None
    try:
        micros = int((-Decimal(message.price) * _MICRO).to_integral_value())
    except (InvalidOperation, ValueError) as unread:
        raise NeighbourFailed(NEIGHBOUR, "unread", "a price is no amount", retryable=True) from unread
    return ChargedMessages(message.price_unit.upper(), 1, micros)


def _added(before: ChargedMessages, charge: ChargedMessages) -> ChargedMessages:
    return ChargedMessages(before.currency, before.messages + charge.messages, before.micros + charge.micros)
