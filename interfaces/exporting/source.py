"""What an export is made of, read page by page: no file of it is ever whole in memory."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from application.ports import Pictures, Vault
from domain.conversation.reply import Reply
from domain.identity import BoutiqueId, CustomerId, MessageId
from domain.staff.events import Role
from interfaces.http.deps import Door
from interfaces.http.views import order_files, products
from interfaces.http.views.inbox import reply_of
from interfaces.http.views.people import opened
from interfaces.papers.order_papers import eat
from interfaces.spreadsheets.csv_writing import csv_lines
from projections import buyers, chats, customer_lists, product_lists
from projections.customer_lists import AskedCustomers
from projections.customers import CustomerRow
from projections.inbox import MessageRow
from projections.order_lists import AskedOrders
from projections.product_lists import Asked

PAGE: Final = 200
FACTS: Final = 500
_CUSTOMERS: Final = (
    "customer", "name", "phone", "username", "language", "met", "orders", "spent",
    "may be written to", "asked to be forgotten", "forgotten", "joined records",
)  # fmt: skip
_FACTS: Final = """
    SELECT notification_id, originator_id, originator_version, topic, state FROM dukani.stored_events
     WHERE boutique_id = %s AND notification_id > %s AND notification_id <= %s
     ORDER BY notification_id LIMIT %s"""


@dataclass(frozen=True, slots=True)
class LogEnd:
    """Where the log ended when the export began, and the head of its chain there."""

    position: int
    head: bytes


@dataclass(frozen=True, slots=True)
class Source:
    """One boutique's rows, facts and pictures; what is sealed is opened here, unless she was forgotten."""

    boutique: BoutiqueId
    door: Door
    vault: Vault
    pictures: Pictures

    def log_end(self) -> LogEnd:
        """Where the log ends now."""
        with self.door(self.boutique) as conn:
            row = conn.execute(
                "SELECT last, head FROM dukani.log_heads WHERE boutique_id = %s", (self.boutique,)
            ).fetchone()
        return LogEnd(row[0], bytes(row[1])) if row else LogEnd(0, b"")

    def products(self) -> Iterator[str]:
        """The catalogue with its stock, as it can be imported again."""
        return products.file(self.boutique, self, Asked())

    def orders(self) -> Iterator[str]:
        """Every order, the latest first."""
        return order_files.file(self.boutique, self, AskedOrders(), Role.OWNER)

    def customers(self) -> Iterator[str]:
        """Every customer with what she allowed, the latest met first."""
        return csv_lines(_CUSTOMERS, (row for page in self._people() for row in self._told(page)))

    def conversations(self) -> Iterator[str]:
        """Every message of each customer in turn, the latest first."""
        for page in self._people():
            for row in page:
                for each in (row.customer, *(row.merged_from or ())):
                    yield from self._said(CustomerId(each))

    def facts(self, end: LogEnd) -> Iterator[str]:
        """The log up to there, as it was recorded: what is personal in it stays sealed."""
        after = 0
        while after < end.position:
            with self.door(self.boutique) as conn:
                page = conn.execute(_FACTS, (self.boutique, after, end.position, FACTS)).fetchall()
            if not page:
                return
            for position, stream, version, topic, state in page:
                told = {"position": position, "stream": stream, "version": version, "topic": topic}
                yield _line({**told, "state": bytes(state).decode()})
            after = page[-1][0]

    def photos(self) -> Iterator[tuple[str, bytes]]:
        """The catalogue's pictures, one at a time."""
        after: tuple[datetime, UUID] | None = None
        seen: set[str] = set()
        while True:
            with self.door(self.boutique) as conn:
                page = product_lists.listed(self.boutique, conn, Asked(), PAGE, after)
            for name in (name for row in page for name in row.pictures if name not in seen):
                seen.add(name)
                if picture := self.pictures.fetch(self.boutique, name):
                    yield name, picture
            if len(page) < PAGE or page[-1].listed_at is None:
                return
            after = page[-1].listed_at, page[-1].product

    def _people(self) -> Iterator[list[CustomerRow]]:
        after: tuple[datetime, UUID] | None = None
        while True:
            with self.door(self.boutique) as conn:
                page = customer_lists.listed(self.boutique, conn, AskedCustomers(), PAGE, after)
            yield page
            if len(page) < PAGE or page[-1].met_at is None:
                return
            after = page[-1].met_at, page[-1].customer

    def _told(self, page: list[CustomerRow]) -> Iterator[tuple[object, ...]]:
        joined = {row.customer: [row.customer, *(row.merged_from or [])] for row in page}
        with self.door(self.boutique) as conn:
            bought = buyers.bought_by(self.boutique, conn, [each for ids in joined.values() for each in ids])
        for row in page:
            hers = [bought[each] for each in joined[row.customer] if each in bought]
            allowed = {None: "", True: "yes", False: "no"}[row.marketing]
            personal = (
                opened(self.boutique, self.vault, each) or "" for each in (row.name, row.phone, row.username)
            )
            counted = (sum(each.orders for each in hers), sum(each.spent for each in hers) / 100)
            moments = (eat(at) if at else "" for at in (row.erasure_requested_at, row.forgotten_at))
            met = eat(row.met_at) if row.met_at else ""
            merged = "; ".join(str(each) for each in row.merged_from or ())
            yield (row.customer, *personal, row.language or "", met, *counted, allowed, *moments, merged)

    def _said(self, customer: CustomerId) -> Iterator[str]:
        before: MessageId | None = None
        while True:
            with self.door(self.boutique) as conn:
                page = chats.messages(self.boutique, conn, customer, PAGE, before)
            yield from (self._message(row) for row in page)
            if len(page) < PAGE:
                return
            before = MessageId(page[-1].message)

    def _message(self, row: MessageRow) -> str:
        text = opened(self.boutique, self.vault, row.body)
        reply: Reply | None = reply_of(text) if text and row.side != "customer" else None
        told = {
            "customer": str(row.customer),
            "conversation": str(row.conversation),
            "message": str(row.message),
            "at": row.at.isoformat(),
            "side": row.side,
            "kind": row.kind,
            "text": reply.text if reply else text,
            "delivery": row.delivery,
        }
        return _line(told)


def _line(told: Mapping[str, object]) -> str:
    return json.dumps(dict(told), ensure_ascii=False) + "\n"
