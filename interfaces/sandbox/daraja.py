"""Safaricom's Daraja as far as a shop uses it, under /sandbox/daraja/, with its quirks."""

import base64
import binascii
import hmac
import re
import secrets
import time
from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from interfaces.sandbox.courier import Courier
from interfaces.sandbox.outcomes import Outcome
from interfaces.sandbox.store import Row, Store
from interfaces.sandbox.town import Town
from interfaces.sandbox.wallets import Prompt, Wallets
from interfaces.sandbox.world import SandboxSettings

_TOKEN_LIVES = 3599
_CALLBACK_FIRST = 5.0
_LOCKED = "Unable to lock subscriber, a transaction is already in process for the current subscriber"
_FORBIDDEN = re.compile(r"mpesa|m-pesa|safaricom|exe|cmd|sql|query", re.IGNORECASE)
_TYPES = ("CustomerPayBillOnline", "CustomerBuyGoodsOnline")
Body = Mapping[str, Any]


class DarajaError(Exception):
    """An error in Daraja's own form."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def daraja_api(settings: SandboxSettings, town: Town, wallets: Wallets, courier: Courier) -> APIRouter:
    """The routes for access tokens, prompts and queries."""
    router = APIRouter(prefix="/sandbox/daraja", include_in_schema=False)
    daraja = _Daraja(settings, town, wallets, courier)

    @router.get("/oauth/v1/generate")
    def generate(request: Request, grant_type: str = "") -> Response:
        return answered(lambda: daraja.token(request, grant_type))

    @router.post("/mpesa/stkpush/v1/processrequest")
    def process_request(request: Request, body: dict[str, Any]) -> Response:
        return answered(lambda: daraja.prompt(request, body))

    @router.post("/mpesa/stkpushquery/v1/query")
    def query(request: Request, body: dict[str, Any]) -> Response:
        return answered(lambda: daraja.query(request, body))

    return router


def answered(ask: Any) -> Response:
    """The answer, or the error in Daraja's own form."""
    try:
        answer = ask()
    except DarajaError as error:
        told = {
            "requestId": f"{secrets.token_hex(2)}-{secrets.token_hex(4)}-1",
            "errorCode": error.code,
            "errorMessage": error.message,
        }
        return JSONResponse(told, status_code=error.status)
    return answer if isinstance(answer, Response) else JSONResponse(answer)


def must_know(store: Store, request: Request) -> None:
    """Raises: DarajaError for an access token that does not live."""
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if store.row("SELECT 1 FROM access_tokens WHERE token = ? AND until > ?", given, time.time()) is None:
        raise DarajaError(404, "404.001.03", "Invalid Access Token")


class _Daraja:
    def __init__(self, settings: SandboxSettings, town: Town, wallets: Wallets, courier: Courier) -> None:
        self._settings = settings
        self._town = town
        self._wallets = wallets
        self._courier = courier

    def token(self, request: Request, grant_type: str) -> Body:
        if grant_type != "client_credentials":
            raise DarajaError(400, "400.008.02", "Invalid grant type passed")
        app, secret = _basic(request)
        if not hmac.compare_digest(secret.encode(), self._settings.consumer_secret.encode()):
            raise DarajaError(400, "400.008.01", "Invalid Authentication passed")
        token = secrets.token_urlsafe(21)
        with self._wallets.store.change() as db:  # a new token makes the one before invalid
            db.execute(
                "INSERT OR REPLACE INTO access_tokens VALUES (?, ?, ?)",
                (app, token, time.time() + _TOKEN_LIVES),
            )
        return {"access_token": token, "expires_in": str(_TOKEN_LIVES)}

    def prompt(self, request: Request, body: Body) -> Body | Response:
        must_know(self._wallets.store, request)
        wanted = _prompt_in(body, self._town.payee)
        self._check_password(body)
        outcome = self._wallets.use_up_early(wanted.phone)
        prompt = self._wallets.ask(wanted)
        if prompt is None:
            raise DarajaError(500, "500.001.1001", _LOCKED)
        if outcome is Outcome.EARLY:
            self._courier.wait_for(self._wallets.pay(prompt["checkout"]), _CALLBACK_FIRST)
        if outcome is Outcome.NO_ANSWER:
            return HTMLResponse("<html><body><h1>504 Gateway Time-out</h1></body></html>", status_code=504)
        return {
            "MerchantRequestID": prompt["merchant"],
            "CheckoutRequestID": prompt["checkout"],
            "ResponseCode": "0",
            "ResponseDescription": "Success. Request accepted for processing",
            "CustomerMessage": "Success. Request accepted for processing",
        }

    def query(self, request: Request, body: Body) -> Body:
        must_know(self._wallets.store, request)
        self._check_password(body)
        prompt = self._wallets.prompt(str(body.get("CheckoutRequestID")))
        if prompt is None or prompt["shortcode"] != str(body.get("BusinessShortCode")):
            raise DarajaError(400, "400.002.02", "Bad Request - Invalid CheckoutRequestID")
        if prompt["code"] is None:
            raise DarajaError(500, "500.001.1001", "The transaction is being processed")
        return _queried(prompt)

    def _check_password(self, body: Body) -> None:
        shortcode, stamp = str(body.get("BusinessShortCode", "")), str(body.get("Timestamp", ""))
        if not re.fullmatch(r"20\d{12}", stamp):
            raise bad("Timestamp")
        right = base64.b64encode(f"{shortcode}{self._settings.passkey}{stamp}".encode())
        if not hmac.compare_digest(str(body.get("Password", "")).encode(), right):
            raise DarajaError(500, "500.001.1001", "Wrong credentials")


def _prompt_in(body: Body, payee: Callable[[str], str]) -> Prompt:
    shortcode, party = str(body.get("BusinessShortCode", "")), str(body.get("PartyB", ""))
    if not re.fullmatch(r"\d{5,7}", shortcode):
        raise bad("BusinessShortCode")
    if body.get("TransactionType") not in _TYPES:
        raise bad("TransactionType")
    if not re.fullmatch(r"\d{5,7}", party) or (body["TransactionType"] == _TYPES[0] and party != shortcode):
        raise bad("PartyB")
    amount, phone = str(body.get("Amount", "")), str(body.get("PhoneNumber", ""))
    if not re.fullmatch(r"[1-9]\d{0,5}", amount) or int(amount) > 250_000:
        raise bad("Amount")
    if not re.fullmatch(r"254[17]\d{8}", phone) or not re.fullmatch(r"254[17]\d{8}", str(body.get("PartyA"))):
        raise bad("PhoneNumber")
    callback = str(body.get("CallBackURL", ""))
    if not re.match(r"https?://[^/]+/", callback) or _FORBIDDEN.search(callback):
        raise bad("CallBackURL")
    reference = str(body.get("AccountReference", ""))
    if not 1 <= len(reference) <= 12 or not 1 <= len(str(body.get("TransactionDesc", ""))) <= 13:
        raise bad("AccountReference")
    return Prompt(shortcode, payee(party), f"+{phone}", int(amount), reference, callback)


def bad(name: str) -> DarajaError:
    """A member of the request that does not fit."""
    return DarajaError(400, "400.002.02", f"Bad Request - Invalid {name}")


def _queried(prompt: Row) -> Body:
    return {
        "ResponseCode": "0",
        "ResponseDescription": "The service request has been accepted successsfully",
        "MerchantRequestID": prompt["merchant"],
        "CheckoutRequestID": prompt["checkout"],
        "ResultCode": prompt["code"],
        "ResultDesc": prompt["reason"],
    }


def _basic(request: Request) -> tuple[str, str]:
    try:
        coded = request.headers.get("authorization", "").removeprefix("Basic ")
        app, _, secret = base64.b64decode(coded, validate=True).decode().partition(":")
    except (ValueError, binascii.Error) as broken:
        raise DarajaError(400, "400.008.01", "Invalid Authentication passed") from broken
    return app, secret
