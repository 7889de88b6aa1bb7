"""M-Pesa in the sandbox: balances, prompts that wait for a PIN, and the callbacks that tell their results."""

import hmac
import secrets
import string
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from interfaces.sandbox.courier import Courier
from interfaces.sandbox.outcomes import REASONS, Outcome
from interfaces.sandbox.store import Row, Store
from interfaces.sandbox.town import Town
from interfaces.sandbox.world import Person, SandboxSettings

PIN = "1234"
_NAIROBI = timezone(timedelta(hours=3))
_RULE_17_WITHIN = 120.0
_SOON = 0.3
_COPIES = {Outcome.DUPLICATE: 2, Outcome.TEN_TIMES: 10, Outcome.LOST: 0}
_LETTERS = string.ascii_uppercase + string.digits


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a shop asks a phone for. Shape: `phone` is E.164, `payee` what the phone shows as receiver."""

    shortcode: str
    payee: str
    phone: str
    shillings: int
    reference: str
    callback: str


class Wallets:
    """The M-Pesa side of all phones."""

    def __init__(self, settings: SandboxSettings, town: Town, store: Store, courier: Courier) -> None:
        self._settings = settings
        self._town = town
        self.store = store
        self._courier = courier

    def balance(self, person: Person) -> int:
        """Shillings that the person has."""
        return int(self._wallet(person)["shillings"])

    def next_outcome(self, person: Person) -> Outcome:
        """What becomes of her next prompt."""
        return Outcome(self._wallet(person)["next_outcome"])

    def choose_outcome(self, person: Person, outcome: Outcome) -> None:
        """From now until one prompt has used it up."""
        with self.store.change() as db:
            db.execute("UPDATE wallets SET next_outcome = ? WHERE person = ?", (outcome, person.id))

    def live_prompt(self, phone: str) -> Row | None:
        """The prompt that a phone shows now."""
        return self.store.row("SELECT * FROM prompts WHERE phone = ? AND code IS NULL", phone)

    def prompt(self, checkout: str) -> Row | None:
        """A prompt by its checkout id."""
        return self.store.row("SELECT * FROM prompts WHERE checkout = ?", checkout)

    def messages(self, person: Person) -> Sequence[Row]:
        """What M-Pesa has texted her, newest first."""
        return self.store.rows("SELECT * FROM sms WHERE person = ? ORDER BY seq DESC LIMIT 20", person.id)

    def ask(self, prompt: Prompt) -> Row | None:
        """Show a prompt on a phone; None while it shows another one."""
        checkout, merchant = _checkout_id(prompt.phone), _merchant_id()
        with self.store.change() as db:
            if self.live_prompt(prompt.phone) is not None:
                return None
            db.execute(
                "INSERT INTO prompts (checkout, merchant, shortcode, payee, phone, shillings, reference,"
                " callback, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(checkout, merchant, prompt.shortcode, prompt.payee, prompt.phone, prompt.shillings),
                    *(prompt.reference, prompt.callback, time.time()),
                ),
            )
        return self.prompt(checkout)

    def use_up_early(self, phone: str) -> Outcome:
        """The outcome that must show before the prompt is answered, used up by that; else normal."""
        person = self._town.person_at(phone)
        chosen = self.next_outcome(person) if person else Outcome.NORMAL
        if person is None or chosen not in (Outcome.EARLY, Outcome.NO_ANSWER):
            return Outcome.NORMAL
        self.choose_outcome(person, Outcome.NORMAL)
        return chosen

    def enter_pin(self, checkout: str, pin: str) -> None:
        """The person enters a PIN: the right one pays if money and rules allow it."""
        right = hmac.compare_digest(pin.encode(), PIN.encode())
        self.finish(checkout, self._verdict(checkout) if right else "2001")

    def pay(self, checkout: str) -> Sequence[int]:
        """Pay as with the right PIN; the numbers of the callbacks' deliveries."""
        return self.finish(checkout, self._verdict(checkout))

    def finish(self, checkout: str, code: str) -> Sequence[int]:
        """End a live prompt with a result code; ending it again changes nothing."""
        with self.store.change() as db:
            prompt = self.prompt(checkout)
            if prompt is None or prompt["code"] is not None:
                return ()
            receipt = a_receipt() if code == "0" else None
            person = self._town.person_at(prompt["phone"])
            outcome = self.next_outcome(person) if person else Outcome.NORMAL
            db.execute(
                "UPDATE prompts SET code = ?, reason = ?, receipt = ?, outcome = ?, done_at = ?"
                " WHERE checkout = ?",
                (code, REASONS[code], receipt, outcome, time.time(), checkout),
            )
            if person is not None:
                self.choose_outcome(person, Outcome.NORMAL)
                self._settle(person, prompt, receipt)
            return self._call_back(checkout, outcome)

    def give_back(self, prompt: Row, reversal: str, shillings: int) -> None:
        """Put a reversed payment's money into her wallet again, and text her."""
        person = self._town.person_at(prompt["phone"])
        if person is None:
            return
        left = self.balance(person) + shillings
        words = (
            f"{reversal} Confirmed. Transaction {prompt['receipt']} has been successfully reversed and"
            f" Ksh{shillings:,}.00 is credited to your M-PESA account. New M-PESA balance is"
            f" Ksh{left:,}.00."
        )
        self._text(person, left, words)

    def expire(self) -> None:
        """Prompts that nobody answered in time reach nobody."""
        late = time.time() - self._settings.prompt_lives
        for prompt in self.store.rows("SELECT checkout FROM prompts WHERE code IS NULL AND at < ?", late):
            self.finish(prompt["checkout"], "1037")

    def _verdict(self, checkout: str) -> str:
        prompt = self.prompt(checkout)
        person = self._town.person_at(prompt["phone"]) if prompt else None
        if prompt is None or person is None:
            return "1037"
        if self.balance(person) < prompt["shillings"]:
            return "1"
        same = self.store.row(
            "SELECT 1 FROM prompts WHERE phone = ? AND shortcode = ? AND shillings = ? AND code = '0'"
            " AND done_at > ?",
            *(prompt["phone"], prompt["shortcode"], prompt["shillings"], time.time() - _RULE_17_WITHIN),
        )
        return "17" if same is not None else "0"

    def _settle(self, person: Person, prompt: Row, receipt: str | None) -> None:
        if receipt is None:
            return
        left = self.balance(person) - prompt["shillings"]
        now = datetime.now(_NAIROBI)
        words = (
            f"{receipt} Confirmed. Ksh{prompt['shillings']:,}.00 sent to {prompt['payee'].upper()}"
            f" for account {prompt['reference']} on {now.day}/{now.month}/{now:%y} at {now:%-I:%M %p}."
            f" New M-PESA balance is Ksh{left:,}.00. Transaction cost, Ksh0.00."
        )
        self._text(person, left, words)

    def _text(self, person: Person, left: int, words: str) -> None:
        with self.store.change() as db:
            db.execute("UPDATE wallets SET shillings = ? WHERE person = ?", (left, person.id))
            db.execute(
                "INSERT INTO sms (person, words, at) VALUES (?, ?, ?)", (person.id, words, time.time())
            )

    def _call_back(self, checkout: str, outcome: Outcome) -> Sequence[int]:
        prompt = self.prompt(checkout)
        if prompt is None:
            return ()
        shillings = 1 if outcome is Outcome.WRONG_AMOUNT else prompt["shillings"]
        after = self._settings.late_callback_after if outcome is Outcome.LATE else _SOON
        payload = _payload(prompt, shillings)
        copies = range(_COPIES.get(outcome, 1))
        return [self._courier.post(prompt["callback"], payload, signed=False, after=after) for _ in copies]

    def _wallet(self, person: Person) -> Row:
        row = self.store.row("SELECT * FROM wallets WHERE person = ?", person.id)
        if row is None:
            raise KeyError(person.id)
        return row


def _payload(prompt: Row, shillings: int) -> Mapping[str, object]:
    answer: dict[str, object] = {
        "MerchantRequestID": prompt["merchant"],
        "CheckoutRequestID": prompt["checkout"],
        "ResultCode": int(prompt["code"]),
        "ResultDesc": prompt["reason"],
    }
    if prompt["receipt"]:
        stamp = datetime.fromtimestamp(prompt["done_at"], _NAIROBI).strftime("%Y%m%d%H%M%S")
        items = [
            {"Name": "Amount", "Value": float(shillings)},
            {"Name": "MpesaReceiptNumber", "Value": prompt["receipt"]},
            {"Name": "Balance"},
            {"Name": "TransactionDate", "Value": int(stamp)},
            {"Name": "PhoneNumber", "Value": int(prompt["phone"].removeprefix("+"))},
        ]
        answer["CallbackMetadata"] = {"Item": items}
    return {"Body": {"stkCallback": answer}}


def a_receipt() -> str:
    """Year, month and day as letters, as on M-Pesa's receipts, then chance."""
    now = datetime.now(_NAIROBI)
    day = str(now.day) if now.day < 10 else chr(ord("A") + now.day - 10)
    date = chr(ord("A") + (now.year - 2006) % 26) + chr(ord("A") + now.month - 1) + day
    return date + "".join(secrets.choice(_LETTERS) for _ in range(7))


def _checkout_id(phone: str) -> str:
    stamp = datetime.now(_NAIROBI).strftime("%d%m%Y%H%M%S")
    return f"ws_CO_{stamp}{secrets.randbelow(10**6):06d}{phone[-9:]}"


def _merchant_id() -> str:
    return f"{secrets.token_hex(2)}-{secrets.token_hex(2)}-{secrets.token_hex(2)}-{secrets.token_hex(9)}"
