"""The chats: what people and shops have sent one another, with ticks, media, reactions and typing."""

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from interfaces.sandbox.courier import Courier
from interfaces.sandbox.meta_payloads import message_payload, status_payload
from interfaces.sandbox.store import Row, Store
from interfaces.sandbox.world import Person, Role, SandboxSettings, Shop

_WINDOW = 24 * 3600.0
_TYPING = 25.0
Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Kept:
    """A media file as Meta keeps it. Shape: `sha256` is base64."""

    id: str
    mime: str
    sha256: str
    content: bytes


class Chats:
    """All chats of the sandbox."""

    def __init__(self, settings: SandboxSettings, store: Store, courier: Courier) -> None:
        self._settings = settings
        self._store = store
        self._courier = courier

    def say(self, person: Person, shop: Shop, message: Json, *, shown: Json | None = None) -> str:
        """A person sends a message; `shown` is what stays on her own screen. Returns its id."""
        identity = _wamid()
        whole = {"id": identity, "timestamp": str(int(self._settings.now())), **message}
        with self._store.change() as db:
            db.execute(
                "INSERT INTO messages (id, account, person, from_shop, content, at, state)"
                " VALUES (?, ?, ?, 0, ?, ?, 'sent')",
                (identity, shop.account, person.id, json.dumps(shown or message), self._settings.now()),
            )
            self._courier.post(self._settings.webhook_url, message_payload(shop, person, whole), signed=True)
        return identity

    def react(self, person: Person, shop: Shop, message: str, emoji: str) -> None:
        """A person reacts to a message of the shop; an empty emoji takes it back."""
        with self._store.change() as db:
            db.execute("DELETE FROM reactions WHERE message = ?", (message,))
            if emoji:
                db.execute("INSERT INTO reactions VALUES (?, ?)", (message, emoji))
            reaction = {"message_id": message} | ({"emoji": emoji} if emoji else {})
            sent = {
                "id": _wamid(),
                "timestamp": str(int(self._settings.now())),
                "type": "reaction",
                "reaction": reaction,
            }
            self._courier.post(self._settings.webhook_url, message_payload(shop, person, sent), signed=True)

    def receive(self, shop: Shop, person: Person, body: Json) -> str:
        """A shop's message reaches a person's phone: the ticks go back one after the other."""
        identity = _wamid()
        note = body.get("biz_opaque_callback_data")
        with self._store.change() as db:
            db.execute(
                "INSERT INTO messages (id, account, person, from_shop, content, at, state, note)"
                " VALUES (?, ?, ?, 1, ?, ?, 'delivered', ?)",
                (identity, shop.account, person.id, json.dumps(body), self._settings.now(), note),
            )
            db.execute("DELETE FROM typing WHERE account = ? AND person = ?", (shop.account, person.id))
            self._tell(shop, person, self._status(identity, "sent", note, priced=True))
            after = self._settings.delivered_after
            self._tell(shop, person, self._status(identity, "delivered", note), after)
        return identity

    def lose(self, shop: Shop, person: Person | None, body: Json, code: int, title: str) -> str:
        """A message that was accepted and then reaches nobody."""
        identity = _wamid()
        status = self._status(identity, "failed", body.get("biz_opaque_callback_data"))
        error = {"code": code, "title": title, "message": title, "error_data": {"details": title}}
        stranger = Person("stranger", "Stranger", str(body.get("to") or "+254700000000"))
        self._tell(shop, person or stranger, {**status, "errors": [error]})
        return identity

    def read_by_person(self, person: Person, shop: Shop) -> None:
        """The person looks at the chat: all that the shop sent turns blue."""
        with self._store.change() as db:
            unread = db.execute(
                "UPDATE messages SET state = 'read' WHERE person = ? AND account = ? AND from_shop"
                " AND state <> 'read' RETURNING id, note",
                (person.id, shop.account),
            ).fetchall()
            for message in unread:
                self._tell(shop, person, self._status(message["id"], "read", message["note"]))

    def read_by_shop(self, shop: Shop, message: str, *, typing: bool) -> bool:
        """The shop has seen a message, and perhaps types; False if it never got such a message."""
        with self._store.change() as db:
            seen = db.execute(
                "UPDATE messages SET state = 'read' WHERE account = ?2 AND NOT from_shop AND seq <="
                " (SELECT seq FROM messages WHERE id = ?1) AND person ="
                " (SELECT person FROM messages WHERE id = ?1) RETURNING person",
                (message, shop.account),
            ).fetchone()
            if seen is not None and typing:
                db.execute(
                    "INSERT OR REPLACE INTO typing VALUES (?, ?, ?)",
                    (shop.account, seen["person"], self._settings.now() + _TYPING),
                )
        return seen is not None

    def is_typing(self, shop: Shop, person: Person) -> bool:
        """True while the shop shows that it types."""
        row = self._store.row(
            "SELECT until FROM typing WHERE account = ? AND person = ?", shop.account, person.id
        )
        return row is not None and row["until"] > self._settings.now()

    def window_open(self, shop: Shop, person: Person) -> bool:
        """True within 24 hours of the person's last message. The owner's stays open: she is the shop."""
        last = self._store.row(
            "SELECT max(at) AS at FROM messages WHERE person = ? AND account = ? AND NOT from_shop",
            person.id,
            shop.account,
        )
        spoke = last is not None and last["at"] is not None and self._settings.now() - last["at"] < _WINDOW
        return spoke or person.role is Role.OWNER

    def history(self, person: Person, shop: Shop) -> list[Row]:
        """The chat's messages with their reactions, oldest first."""
        return self._store.rows(
            "SELECT m.*, r.emoji FROM messages m LEFT JOIN reactions r ON r.message = m.id"
            " WHERE person = ? AND account = ? ORDER BY seq",
            person.id,
            shop.account,
        )

    def message(self, identity: str) -> Row | None:
        """One message of any chat."""
        return self._store.row(
            "SELECT m.*, r.emoji FROM messages m LEFT JOIN reactions r ON r.message = m.id WHERE id = ?",
            identity,
        )

    def keep_media(self, account: str, mime: str, content: bytes) -> Kept:
        """Keep a file under a new id."""
        identity = str(10**15 + secrets.randbelow(9 * 10**15))
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        with self._store.change() as db:
            db.execute(
                "INSERT INTO media VALUES (?, ?, ?, ?, ?, ?)",
                (identity, account, mime, digest, content, self._settings.now()),
            )
        return Kept(identity, mime, digest, content)

    def media(self, identity: str, account: str | None = None) -> Kept | None:
        """A file, if it belongs to this account."""
        row = self._store.row("SELECT * FROM media WHERE id = ?", identity)
        if row is None or (account is not None and row["account"] != account):
            return None
        return Kept(row["id"], row["mime"], row["sha256"], row["content"])

    def _tell(self, shop: Shop, person: Person, status: Json, after: float = 0.0) -> None:
        payload = status_payload(shop, person, status)
        self._courier.post(self._settings.webhook_url, payload, signed=True, after=after)

    def _status(self, identity: str, state: str, note: object, *, priced: bool = False) -> Json:
        status: dict[str, object] = {
            "id": identity,
            "status": state,
            "timestamp": str(int(self._settings.now())),
        }
        if note is not None:
            status["biz_opaque_callback_data"] = note
        if priced:
            pricing = {"billable": True, "pricing_model": "PMP", "type": "regular", "category": "service"}
            status["pricing"] = pricing
        return status


def _wamid() -> str:
    return "wamid." + base64.b64encode(secrets.token_bytes(27)).decode()
