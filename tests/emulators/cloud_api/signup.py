"""Embedded Signup at Meta's: codes for tokens, what a token sees, and numbers that begin to speak through us.

Source: Meta's "Onboarding business customers as a Tech Provider" and "Registering phone numbers".
"""

import re
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

from tests.emulators.cloud_api.errors import GraphError
from tests.emulators.cloud_api.world import Number

PIN_LOCKED, PIN_WRONG, SHARED = 133016, 133005, 2593107


class SignupDesk:
    """What was given to an app. Shape: `codes` maps a code, good once, to the number it is worth."""

    def __init__(self, app_id: str, secret: str, back_to: str) -> None:
        self.app_id, self.secret, self.back_to = app_id, secret, back_to
        self.codes: dict[str, Number] = {}
        self.numbers: dict[str, Number] = {}
        self.pins: dict[str, str] = {}
        self.registered: set[str] = set()
        self.subscribed: list[str] = []
        self.shared: list[tuple[str, str]] = []

    def gives(self, code: str, number: Number, pin: str = "") -> None:
        """An owner says yes: this code is worth this number; `pin` where it has one of its own."""
        self.codes[code] = self.numbers[number.id] = number
        if pin:
            self.pins[number.id] = pin
        if number.coexists:
            self.registered.add(number.id)

    def token(self, told: dict[str, str]) -> dict[str, Any]:
        """A business token for a code."""
        wanted = {"client_id": self.app_id, "client_secret": self.secret, "redirect_uri": self.back_to}
        if set(told) != {*wanted, "code"} or any(told[name] != value for name, value in wanted.items()):
            raise GraphError(101, "Error validating application.", "client, secret or redirect_uri differ")
        number = self.codes.pop(told["code"], None)
        if number is None:
            raise GraphError(100, "(#100) Invalid parameter", "This authorization code has been used.")
        return {"access_token": number.token, "token_type": "bearer"}

    def debug(self, bearer: str, token: str) -> dict[str, Any]:
        """What a token is, told to its app alone."""
        if bearer != f"Bearer {self.app_id}|{self.secret}":
            raise GraphError(190, "Invalid OAuth access token.", "an app's own token is wanted", 401)
        mine = sorted({each.waba for each in self.numbers.values() if each.token == token})
        scopes = [{"scope": "whatsapp_business_management", "target_ids": mine}]
        return {"data": {"app_id": self.app_id, "is_valid": bool(mine), "granular_scopes": scopes}}

    def mine(self, bearer: str) -> list[Number]:
        """The numbers of a business token."""
        found = [each for each in self.numbers.values() if bearer == f"Bearer {each.token}"]
        if not found:
            raise GraphError(190, "Invalid OAuth access token.", "no such token", 401)
        return found

    def one(self, bearer: str, name: str) -> Number:
        """A number of a business token."""
        for each in self.mine(bearer):
            if each.id == name:
                return each
        raise GraphError(100, "Unsupported get request.", f"Object with ID '{name}' does not exist")

    def look(self, number: Number) -> dict[str, Any]:
        """A number as its owner's app sees it."""
        return {
            "id": number.id,
            "display_phone_number": number.display,
            "verified_name": number.name,
            "code_verification_status": "VERIFIED",
            "name_status": "PENDING_REVIEW",
            "status": "CONNECTED" if number.id in self.registered else "PENDING",
            "is_on_biz_app": number.coexists,
            "platform_type": "CLOUD_API",
        }

    def register(self, number: Number, body: dict[str, Any]) -> dict[str, Any]:
        """Let a number speak through the app."""
        if number.coexists:
            raise GraphError(
                100, "(#100) Invalid parameter", "a number of the Business app is not registered"
            )
        if body.get("messaging_product") != "whatsapp" or not re.fullmatch(r"\d{6}", str(body.get("pin"))):
            raise GraphError(100, "(#100) Invalid parameter", "messaging_product and a six-digit pin")
        if self.pins.setdefault(number.id, body["pin"]) != body["pin"]:
            raise GraphError(PIN_WRONG, "(#133005) Two step verification PIN Mismatch", "PIN mismatch")
        self.registered.add(number.id)
        return {"success": True}

    def share(self, number: Number, body: dict[str, Any]) -> dict[str, Any]:
        """Share the past of a number of the Business app, each kind once."""
        kind = (number.id, str(body.get("sync_type")))
        if not number.coexists or kind[1] not in ("smb_app_state_sync", "history"):
            raise GraphError(100, "(#100) Invalid parameter", "sync_type")
        if kind in self.shared:
            raise GraphError(SHARED, "Sync request has already been made", "once each")
        self.shared.append(kind)
        return {"messaging_product": "whatsapp", "request_id": f"request-{len(self.shared)}"}


def signup_app(desk: SignupDesk) -> FastAPI:  # noqa: C901 — one small route after the other
    """The routes of it."""
    made = FastAPI()

    @made.exception_handler(GraphError)
    def refused(_: Request, error: GraphError) -> Response:
        return JSONResponse(error.envelope, error.status)

    def bearer(request: Request) -> str:
        return request.headers.get("authorization", "")

    @made.get("/v25.0/oauth/access_token")
    def exchange(request: Request) -> Any:
        return desk.token(dict(request.query_params))

    @made.get("/v25.0/debug_token")
    def debug_token(request: Request, input_token: str) -> Any:
        return desk.debug(bearer(request), input_token)

    @made.get("/v25.0/{waba}/phone_numbers")
    def phone_numbers(request: Request, waba: str) -> Any:
        found = [each for each in desk.mine(bearer(request)) if each.waba == waba]
        return {"data": [{"id": each.id, "last_onboarded_time": each.id} for each in found]}

    @made.post("/v25.0/{waba}/subscribed_apps")
    def subscribed_apps(request: Request, waba: str) -> Any:
        if waba not in {each.waba for each in desk.mine(bearer(request))}:
            raise GraphError(100, "Unsupported post request.", "not an account of this token")
        desk.subscribed.append(waba)
        return {"success": True}

    @made.post("/v25.0/{number}/register")
    def register(request: Request, number: str, body: dict[str, Any]) -> Any:
        return desk.register(desk.one(bearer(request), number), body)

    @made.post("/v25.0/{number}/smb_app_data")
    def share_past(request: Request, number: str, body: dict[str, Any]) -> Any:
        return desk.share(desk.one(bearer(request), number), body)

    @made.get("/v25.0/{number}")
    def look(request: Request, number: str) -> Any:
        return desk.look(desk.one(bearer(request), number))

    return made
