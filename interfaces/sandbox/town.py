"""Who lives in the sandbox: those who were there from the start, and the shops that opened since."""

import hashlib
from collections.abc import Sequence
from typing import Final

from interfaces.sandbox.store import Row, Store
from interfaces.sandbox.world import Person, Role, SandboxSettings, Shop, bsuid_of

_ACCOUNTS: Final = 2 * 10**14
_NUMBERS: Final = 10**5
"""As many shops may open here: a number is the end of an account, of a phone number and of a paybill."""


class Town:
    """The shops with their numbers and paybills, and the people with their phones."""

    def __init__(self, settings: SandboxSettings, store: Store) -> None:
        self._settings, self._store = settings, store
        with store.change() as db:
            db.executemany(
                "INSERT OR IGNORE INTO wallets (person, shillings) VALUES (?, ?)",
                [(person.id, person.shillings) for person in self.people],
            )

    @property
    def shops(self) -> Sequence[Shop]:
        """All shops, the newest ones last."""
        return (*self._settings.shops, *(_shop(row) for row in self._opened()))

    @property
    def people(self) -> Sequence[Person]:
        """Everybody with a phone, the newest ones last."""
        moved_in = self._store.rows("SELECT id, name, phone FROM newcomers ORDER BY rowid")
        owners = (Person(row["id"], row["name"], row["phone"], role=Role.OWNER) for row in moved_in)
        return (*self._settings.people, *owners)

    def shop(self, account: str) -> Shop | None:
        """The shop of an account."""
        return next((shop for shop in self.shops if shop.account == account), None)

    def person(self, identity: str) -> Person | None:
        """The person of this name."""
        return next((person for person in self.people if person.id == identity), None)

    def person_at(self, phone: str) -> Person | None:
        """The person whose number this is."""
        return next((person for person in self.people if person.phone == phone), None)

    def person_known_as(self, account: str, bsuid: str) -> Person | None:
        """The person whom a shop knows by this id."""
        return next((person for person in self.people if bsuid_of(account, person) == bsuid), None)

    def payee(self, shortcode: str) -> str:
        """The name that M-Pesa shows for a paybill or till."""
        opened = {str(row["shortcode"]): str(row["name"]) for row in self._opened()}
        return {**opened, **self._settings.payees}.get(shortcode, shortcode)

    def paybill(self, key: str) -> str | None:
        """The paybill of the shop that opened under this key."""
        row = self._row(key)
        return row["shortcode"] if row else None

    def open_shop(self, key: str, name: str, owner: str, phone: str) -> Shop:
        """A free number and paybill for a shop, and a phone for its owner; the same ones for a known key."""
        with self._store.change() as db:
            if self._row(key) is None:
                number = self._free(key)
                db.execute(
                    "INSERT INTO shops (key, account, phone, shortcode, name) VALUES (?, ?, ?, ?, ?)",
                    (key, str(_ACCOUNTS + number), f"+2547909{number:05d}", f"7{number:05d}", name),
                )
                self._move_in(f"owner-{number}", owner, phone)
        row = self._row(key)
        assert row is not None  # noqa: S101 — it was written just now
        return _shop(row)

    def _move_in(self, identity: str, name: str, phone: str) -> None:
        """Give her a phone, unless somebody here has that number: then it is hers."""
        if not phone or self.person_at(phone) is not None:
            return
        with self._store.change() as db:
            db.execute("INSERT INTO newcomers (id, name, phone) VALUES (?, ?, ?)", (identity, name, phone))
            db.execute(
                "INSERT INTO wallets (person, shillings) VALUES (?, ?)",
                (identity, Person(identity, name, phone).shillings),
            )

    def _free(self, key: str) -> int:
        """A number that follows from the key, and that no shop has."""
        taken = {int(row["shortcode"]) % _NUMBERS for row in self._opened()}
        taken |= {int(code) % _NUMBERS for code in self._settings.payees}
        number = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") % _NUMBERS
        while number in taken:
            number = (number + 1) % _NUMBERS
        return number

    def _opened(self) -> Sequence[Row]:
        return self._store.rows("SELECT * FROM shops ORDER BY rowid")

    def _row(self, key: str) -> Row | None:
        return self._store.row("SELECT * FROM shops WHERE key = ?", key)


def _shop(row: Row) -> Shop:
    return Shop(row["account"], row["phone"], row["name"])
