"""Airtel Money as its documentation and its Kenyan clients tell it: tokens, collections, enquiry, refund.

It is strict: what the real one refuses it refuses. `POST /_control/pin` is the customer at her phone.

Shape: settings `client_id`, `client_secret`, `callback_url` (or said later), and `callback_key` where
callbacks are signed.
"""

import base64
import hashlib
import hmac
import json
import re
import secrets
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from pydantic import BaseModel, ConfigDict

from tests.emulators.deliveries import Deliveries, Manner

TOKEN_LIVES = 180
_CALLBACK_FIRST = 3.0
EARLY, NO_ANSWER = "early", "no-answer"
MANNERS = {
    "duplicate": Manner(copies=2),
    "ten-times": Manner(copies=10),
    "late": Manner(after=4.0),
    "lost": Manner(copies=0),
}
"""How what is called back about one prompt travels, by the sandbox's names for it."""

REASONS = {
    "TS": ("DP00800001001", "The transaction was successful"),
    "TF": ("DP00800001007", "Insufficient funds"),
    "TE": ("DP00800001029", "The transaction has expired"),
    "TA": ("DP00800001000", "The transaction is ambiguous"),
    "TIP": ("DP00800001006", "The transaction is in process"),
}


class App(BaseModel):
    """One more app at Airtel, with the same secrets as the first and an address of its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    client_id: str
    callback_url: str


class Pin(BaseModel):
    """What the customer does. Shape: `code` overrides why; `form` is how the hash is reckoned."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    status: str = "TS"
    code: str | None = None
    form: str = "raw"


class Next(BaseModel):
    """What becomes of the next prompt on a phone: a name of `MANNERS`, or `early`, or `no-answer`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    msisdn: str
    outcome: Literal["normal", "early", "no-answer", "duplicate", "ten-times", "late", "lost"]


@dataclass
class Payment:
    """A prompt as Airtel has it."""

    name: str
    amount: int
    msisdn: str
    reference: str
    status: str = "TIP"
    code: str = REASONS["TIP"][0]
    money_id: str | None = None
    refunded: bool = False
    app: str = ""
    outcome: str = "normal"


@dataclass
class Airtel:
    """What this Airtel knows."""

    settings: Mapping[str, Any]
    deliveries: Deliveries
    tokens: dict[str, float] = field(default_factory=dict)
    apps: dict[str, str] = field(default_factory=dict)
    bearers: dict[str, str] = field(default_factory=dict)
    payments: dict[str, Payment] = field(default_factory=dict)
    outcomes: dict[str, str] = field(default_factory=dict)

    def knows(self, request: Request) -> bool:
        return self.tokens.get(_bearer(request), 0) > time.monotonic()

    def chooses(self, told: Next) -> None:
        self.outcomes[told.msisdn] = told.outcome

    def pin(self, told: Pin) -> None:
        self._ends(told)

    def _ends(self, told: Pin) -> Sequence[threading.Thread]:
        payment = self.payments[told.id]
        payment.status, payment.code = told.status, told.code or REASONS[told.status][0]
        if told.status == "TS":
            payment.money_id = f"MP{secrets.token_hex(5).upper()}"
        to, manner = self.apps.get(payment.app, ""), MANNERS.get(payment.outcome)
        return self.deliveries.send(self._callback(payment, told.form), {}, to, manner)

    def _callback(self, payment: Payment, form: str) -> bytes:
        transaction = {
            "id": payment.name,
            "message": REASONS[payment.status][1],
            "status_code": payment.status,
            "code": payment.code,
            **({"airtel_money_id": payment.money_id} if payment.money_id else {}),
        }
        raw = json.dumps(transaction, indent=1 if form == "raw" else None)
        signed = raw if form == "raw" else json.dumps(transaction, separators=(",", ":"))
        key = str(self.settings.get("callback_key", ""))
        if not key or form == "unsigned":
            return f'{{"transaction": {raw}}}'.encode()
        digest = hmac.new(
            ("x" if form == "wrong" else "").encode() + key.encode(), signed.encode(), hashlib.sha256
        )
        return f'{{"transaction": {raw}, "hash": "{base64.b64encode(digest.digest()).decode()}"}}'.encode()

    def opens(self, app: App) -> None:
        self.apps[app.client_id] = app.callback_url

    def token(self, body: dict[str, Any]) -> Response:
        app, right = str(body.get("client_id")), (self.settings["client_secret"], "client_credentials")
        known = app == self.settings["client_id"] or app in self.apps
        if not known or (body.get("client_secret"), body.get("grant_type")) != right:
            told = {"error_description": "Invalid client authentication", "error": "invalid_client"}
            return JSONResponse(told, status_code=401)
        made = secrets.token_urlsafe(24)
        self.tokens[made], self.bearers[made] = time.monotonic() + TOKEN_LIVES, app
        return JSONResponse({"access_token": made, "expires_in": str(TOKEN_LIVES), "token_type": "bearer"})

    def collect(self, request: Request, body: dict[str, Any]) -> Response:
        if not self.knows(request):
            return Response(status_code=401)
        wrong = _wrong(request, body)
        if wrong:
            return _said(400, "ESB000008", "DP00800001004", wrong)
        name = body["transaction"]["id"]
        if name in self.payments:
            return _said(400, "ESB000041", "DP00800001010", "External transaction ID already exists")
        phone, app = body["subscriber"]["msisdn"], self.bearers[_bearer(request)]
        outcome = self.outcomes.pop(phone, "normal")
        amount, reference = body["transaction"]["amount"], body["reference"]
        self.payments[name] = Payment(name, amount, phone, reference, app=app, outcome=outcome)
        if outcome == NO_ANSWER:
            return HTMLResponse("<html><body><h1>504 Gateway Time-out</h1></body></html>", status_code=504)
        if outcome == EARLY:
            for call in self._ends(Pin(id=name)):
                call.join(_CALLBACK_FIRST)
        data = {"transaction": {"id": name, "status": "Success."}}
        return _said(200, "ESB000010", "DP00800001006", "SUCCESS", data)

    def enquire(self, request: Request, name: str) -> Response:
        if not self.knows(request):
            return Response(status_code=401)
        payment = self.payments.get(name)
        if payment is None:
            return _said(400, "ESB000045", "DP00800001025", "Transaction not found")
        transaction = {
            "id": name,
            "message": REASONS[payment.status][1],
            "status": payment.status,
            **({"airtel_money_id": payment.money_id} if payment.money_id else {}),
        }
        return _said(200, "ESB000010", payment.code, "SUCCESS", {"transaction": transaction})

    def refund(self, request: Request, body: dict[str, Any]) -> Response:
        if not self.knows(request):
            return Response(status_code=401)
        asked = (body.get("transaction") or {}).get("airtel_money_id")
        paid = next((each for each in self.payments.values() if each.money_id == asked), None)
        if paid is None or not asked or paid.refunded:
            return _said(400, "ESB000009", "DP00800001025", "Transaction cannot be refunded")
        paid.refunded = True
        given = {"airtel_money_id": f"RF{secrets.token_hex(5).upper()}", "status": "SUCCESS"}
        return _said(200, "ESB000010", "DP00800001001", "SUCCESS", {"transaction": given})

    def expire(self) -> None:
        self.tokens.clear()

    def listed(self) -> list[dict[str, Any]]:
        return [vars(payment) for payment in self.payments.values()]


def app(settings: Mapping[str, Any]) -> FastAPI:
    """The service, and the customer's side under `/_control/`."""
    airtel, application = Airtel(settings, Deliveries(settings.get("callback_url", ""))), FastAPI()
    application.include_router(airtel.deliveries.control)
    routes: list[tuple[str, str, Callable[..., Any]]] = [
        ("POST", "/auth/oauth2/token", airtel.token),
        ("POST", "/merchant/v1/payments/", airtel.collect),
        ("GET", "/standard/v1/payments/{name}", airtel.enquire),
        ("POST", "/standard/v1/payments/refund", airtel.refund),
        ("POST", "/_control/pin", airtel.pin),
        ("POST", "/_control/outcome", airtel.chooses),
        ("POST", "/_control/apps", airtel.opens),
        ("POST", "/_control/expire-tokens", airtel.expire),
        ("GET", "/_control/payments", airtel.listed),
    ]
    for method, path, handler in routes:
        application.add_api_route(path, handler, methods=[method])
    return application


def _bearer(request: Request) -> str:
    return request.headers.get("authorization", "").removeprefix("Bearer ")


def _wrong(request: Request, body: Mapping[str, Any]) -> str | None:
    transaction, subscriber = body.get("transaction") or {}, body.get("subscriber") or {}
    places = [(part.get("country"), part.get("currency")) for part in (transaction, subscriber)]
    places.append((request.headers.get("x-country"), request.headers.get("x-currency")))
    amount = transaction.get("amount")
    if any(place != ("KE", "KES") for place in places):
        return "Invalid country or currency"
    if isinstance(amount, bool) or not isinstance(amount, int) or amount < 1:
        return "Invalid amount"
    if not re.fullmatch(r"[17]\d{8}", str(subscriber.get("msisdn", ""))):
        return "Invalid msisdn"
    if not re.fullmatch(r"[A-Za-z0-9]{4,64}", str(transaction.get("id", ""))):
        return "Invalid transaction id"
    if not re.fullmatch(r"[A-Za-z0-9 -]{4,64}", str(body.get("reference", ""))):
        return "Invalid reference"
    return None


def _said(
    status: int, result: str, response: str, message: str, data: Mapping[str, Any] | None = None
) -> JSONResponse:
    told = {
        "code": str(status),
        "message": message,
        "result_code": result,
        "response_code": response,
        "success": status == 200,
    }
    return JSONResponse({"data": data or {}, "status": told}, status_code=status)
