"""Paystack as its open specification tells it: hosted pages, verification, refunds, signed webhooks.

`POST /_control/pay` is the customer at the page.

Shape: settings `secret_key`, `webhook_url` (or said later), `subaccounts`, and `domain` unless it is "live".
"""

import hashlib
import hmac
import itertools
import json
import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from pydantic import BaseModel, ConfigDict
from starlette.middleware.base import RequestResponseEndpoint

from tests.emulators.deliveries import Deliveries


class Card(BaseModel):
    """What the customer does at a page. Shape: `amount` and `currency` where it is not what was asked."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reference: str
    declined: bool = False
    amount: int | None = None
    currency: str | None = None
    event: str = "charge.success"
    key: str | None = None


@dataclass
class Transaction:
    """A page and what came of it."""

    id: int
    reference: str
    code: str
    amount: int
    currency: str
    email: str
    metadata: Any
    subaccount: str | None
    created_at: str
    status: str = "abandoned"
    paid: int | None = None
    refunded: int = 0


@dataclass
class Paystack:
    """What this Paystack knows."""

    settings: Mapping[str, Any]
    deliveries: Deliveries
    transactions: dict[str, Transaction] = field(default_factory=dict)
    refunds: dict[int, dict[str, Any]] = field(default_factory=dict)
    ids: Iterator[int] = field(default_factory=lambda: itertools.count(4_099_260_516))

    def shown(self, paid: Transaction) -> dict[str, Any]:
        return {
            "id": paid.id,
            "domain": self.settings.get("domain", "live"),
            "status": paid.status,
            "reference": paid.reference,
            "amount": paid.amount if paid.paid is None else paid.paid,
            "requested_amount": paid.amount,
            "currency": paid.currency,
            "channel": "card",
            "gateway_response": {"success": "Approved", "failed": "Declined"}.get(paid.status, "not tried"),
            "created_at": paid.created_at,
            "paid_at": paid.created_at if paid.status == "success" else None,
            "metadata": paid.metadata,
            "customer": {"email": paid.email},
            "authorization": {"last4": "4081", "brand": "visa", "reusable": False},
        }

    def pay(self, card: Card) -> None:
        paid = self.transactions[card.reference]
        paid.status = "failed" if card.declined else "success"
        paid.paid, paid.currency = card.amount, card.currency or paid.currency
        if not card.declined:
            self.tell(card.event, self.shown(paid), card.key)

    def tell(self, event: str, data: Mapping[str, Any], key: str | None = None) -> None:
        body = json.dumps({"event": event, "data": data}).encode()
        secret = (key or self.settings["secret_key"]).encode()
        signed = hmac.new(secret, body, hashlib.sha512).hexdigest()
        self.deliveries.send(body, {"x-paystack-signature": signed})

    def initialize(self, body: dict[str, Any]) -> Response:
        wrong = _wrong(body, self.settings.get("subaccounts", []))
        if wrong:
            return _no(400, wrong)
        reference = body.get("reference") or secrets.token_hex(5)
        if reference in self.transactions:
            return _no(400, "Duplicate Transaction Reference")
        made = Transaction(
            next(self.ids),
            reference,
            secrets.token_hex(8),
            body["amount"],
            body.get("currency", "NGN"),
            body["email"],
            body.get("metadata", ""),
            body.get("subaccount"),
            datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        )
        self.transactions[reference] = made
        page = f"https://checkout.paystack.com/{made.code}"
        data = {"authorization_url": page, "access_code": made.code, "reference": reference}
        return JSONResponse({"status": True, "message": "Authorization URL created", "data": data})

    def verify(self, reference: str) -> Response:
        paid = self.transactions.get(reference)
        if paid is None:
            return _no(400, "Transaction reference not found.")
        told = {"status": True, "message": "Verification successful", "data": self.shown(paid)}
        return JSONResponse(told)

    def refund(self, body: dict[str, Any]) -> Response:
        asked = str(body.get("transaction"))
        paid = next((t for t in self.transactions.values() if asked in {str(t.id), t.reference}), None)
        if paid is None or paid.status != "success":
            return _no(400, "Transaction has not been paid")
        amount = body.get("amount", paid.amount)
        if isinstance(amount, bool) or not isinstance(amount, int) or amount > paid.amount - paid.refunded:
            return _no(400, "Refund amount cannot be more than what is left of the transaction")
        paid.refunded += amount
        number = next(self.ids)
        made = {"id": number, "transaction": paid.id, "amount": amount, "currency": paid.currency}
        made["merchant_note"] = body.get("merchant_note", "")
        self.refunds[number] = {**made, "status": "pending"}
        told = {"status": True, "message": "Refund has been queued for processing"}
        return JSONResponse({**told, "data": self.refunds[number]})

    def list_refunds(self, transaction: str) -> Response:
        made = [each for each in self.refunds.values() if str(each["transaction"]) == transaction]
        return JSONResponse({"status": True, "message": "Refunds retrieved", "data": made})

    def fetch_refund(self, number: int) -> Response:
        if number not in self.refunds:
            return _no(404, "Refund not found")
        return JSONResponse({"status": True, "message": "Refund retrieved", "data": self.refunds[number]})

    def page(self, code: str) -> Response:
        asked = next((t for t in self.transactions.values() if t.code == code), None)
        shown = f"<h1>Pay {asked.amount}</h1>" if asked else "no such page"
        return HTMLResponse(shown, 200 if asked else 404)

    def process(self) -> None:
        for made in self.refunds.values():
            if made["status"] != "processed":
                made["status"] = "processed"
                paid = next(t for t in self.transactions.values() if str(t.id) == str(made["transaction"]))
                told = {"transaction_reference": paid.reference, "status": "processed"}
                self.tell("refund.processed", {**told, "amount": str(made["amount"]), "currency": "KES"})

    def listed(self) -> list[dict[str, Any]]:
        return [vars(each) for each in self.transactions.values()]


def app(settings: Mapping[str, Any]) -> FastAPI:
    """The service, its pages, and the customer's side under `/_control/`."""
    paystack, application = Paystack(settings, Deliveries(settings.get("webhook_url", ""))), FastAPI()
    application.include_router(paystack.deliveries.control)

    @application.middleware("http")
    async def key_holders_only(request: Request, following: RequestResponseEndpoint) -> Response:
        open_to_all = request.url.path.startswith(("/_control/", "/pay/"))
        given = request.headers.get("authorization", "")
        if not open_to_all and not hmac.compare_digest(given, f"Bearer {settings['secret_key']}"):
            return _no(401, "Invalid key")
        return await following(request)

    routes: list[tuple[str, str, Callable[..., Any]]] = [
        ("POST", "/transaction/initialize", paystack.initialize),
        ("GET", "/transaction/verify/{reference}", paystack.verify),
        ("POST", "/refund", paystack.refund),
        ("GET", "/refund", paystack.list_refunds),
        ("GET", "/refund/{number}", paystack.fetch_refund),
        ("GET", "/pay/{code}", paystack.page),
        ("POST", "/_control/pay", paystack.pay),
        ("POST", "/_control/process-refunds", paystack.process),
        ("GET", "/_control/transactions", paystack.listed),
    ]
    for method, path, handler in routes:
        application.add_api_route(path, handler, methods=[method])
    return application


def _wrong(body: Mapping[str, Any], subaccounts: list[str]) -> str | None:
    amount, reference = body.get("amount"), body.get("reference", "x")
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", str(body.get("email", ""))):
        return "Invalid Email Address Passed"
    if isinstance(amount, bool) or not isinstance(amount, int) or amount < 1:
        return "Invalid Amount Sent"
    if body.get("currency", "NGN") != "KES":
        return "Currency not supported by merchant"
    if not re.fullmatch(r"[A-Za-z0-9.=-]{1,100}", str(reference)):
        return "Invalid reference"
    if body.get("subaccount") is not None and body["subaccount"] not in subaccounts:
        return "Invalid Subaccount"
    return None


def _no(status: int, message: str) -> JSONResponse:
    return JSONResponse({"status": False, "message": message}, status_code=status)
