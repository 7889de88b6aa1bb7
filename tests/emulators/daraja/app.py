"""Safaricom's Daraja beyond the prompt, as its documentation tells it: reversals, transaction status, money
by hand (C2B) and the list of transactions. `POST /_control/pays` is a customer in M-Pesa's own menu.

It is strict: what the real one refuses it refuses. Shape: settings `consumer_key`, `consumer_secret`,
`initiator`, `security_credential`, `shortcode` and `nominated_number`.
"""

import base64
import json
import re
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import httpx
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict

from tests.emulators.deliveries import Deliveries

NAIROBI = timezone(timedelta(hours=3))
FORBIDDEN = re.compile(r"mpesa|m-pesa|safaricom|exe|cmd|sql|query", re.IGNORECASE)
PAGE = 2


class Paid(BaseModel):
    """What she pays. Shape: `told` False is a confirmation that is lost; `stands` how it is told to stand."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    receipt: str
    shillings: int
    reference: str
    told: bool = True
    stands: str = "Completed"
    reversed_by: str | None = None


@dataclass
class Daraja:
    """What this Daraja knows."""

    settings: Mapping[str, Any]
    deliveries: Deliveries
    token: str = ""
    paid: dict[str, Paid] = field(default_factory=dict)
    reversals: dict[str, str] = field(default_factory=dict)
    urls: Mapping[str, str] = field(default_factory=dict)
    pulls: bool = False

    def generate(self, request: Request, grant_type: str = "") -> Response:
        right = f"{self.settings['consumer_key']}:{self.settings['consumer_secret']}"
        given = request.headers.get("authorization", "").removeprefix("Basic ")
        if grant_type != "client_credentials":
            return _no(400, "400.008.02", "Invalid grant type passed")
        if given != base64.b64encode(right.encode()).decode():
            return _no(400, "400.008.01", "Invalid Authentication passed")
        self.token = secrets.token_urlsafe(21)  # the one before is invalid now
        return JSONResponse({"access_token": self.token, "expires_in": "3599"})

    def reverse(self, request: Request, body: dict[str, Any]) -> Response:
        wrong = self._wrong(request, body, "TransactionReversal")
        if wrong is not None:
            return wrong
        if (body.get("RecieverIdentifierType"), body.get("ReceiverParty")) != ("11", self._shortcode):
            return _bad("RecieverIdentifierType")
        if not re.fullmatch(r"[1-9]\d*", str(body.get("Amount", ""))):
            return _bad("Amount")
        conversation, receipt = _conversation(), str(body.get("TransactionID"))
        known = self.paid.get(receipt)
        if body["SecurityCredential"] != self.settings["security_credential"]:
            self._result(body, conversation, "2001", "The initiator information is invalid.")
        elif known is None or int(body["Amount"]) > known.shillings:
            self._result(body, conversation, "R000002", "The OriginalTransactionID is invalid.")
        elif known.reversed_by:
            self._result(body, conversation, "R000001", "The transaction has already been reversed.")
        else:
            own = f"REV{len(self.reversals):07d}"
            self.paid[receipt] = known.model_copy(update={"reversed_by": own})
            self.reversals[conversation] = receipt
            told = {"Amount": f"{body['Amount']}.00", "OriginalTransactionID": receipt}
            self._result(body, conversation, "0", "done", own, told)
        return _accepted(conversation)

    def status(self, request: Request, body: dict[str, Any]) -> Response:
        wrong = self._wrong(request, body, "TransactionStatusQuery")
        if wrong is not None:
            return wrong
        if body.get("IdentifierType") not in {"1", "2", "4"} or body.get("PartyA") != self._shortcode:
            return _bad("PartyA")
        if ("TransactionID" in body) == ("OriginalConversationID" in body):
            return _bad("TransactionID")
        conversation = _conversation()
        original = str(body.get("OriginalConversationID", ""))
        known = self.paid.get(str(body.get("TransactionID") or self.reversals.get(original)))
        if known is None:
            self._result(body, conversation, "2032", "The transaction was not found.")
        else:
            told = {
                "ReceiptNo": known.reversed_by if original else known.receipt,
                "Amount": known.shillings,
                "TransactionStatus": known.stands,
                "DebitPartyName": "254700000000 - J D",
                **({"ConversationID": original} if original else {}),
            }
            self._result(body, conversation, "0", "done", "SAA0000000", told)
        return _accepted(conversation)

    def register(self, request: Request, body: dict[str, Any]) -> Response:
        if not self._knows(request):
            return _no(404, "404.001.03", "Invalid Access Token")
        urls = {name: str(body.get(name, "")) for name in ("ConfirmationURL", "ValidationURL")}
        if body.get("ResponseType") not in {"Completed", "Cancelled"}:
            return _bad("ResponseType")
        if body.get("ShortCode") != self._shortcode or any(FORBIDDEN.search(u) for u in urls.values()):
            return _bad("URL")
        self.urls = urls
        told = {"OriginatorCoversationID": "7619-1", "ResponseCode": "0", "ResponseDescription": "success"}
        return JSONResponse(told)

    def register_pull(self, request: Request, body: dict[str, Any]) -> Response:
        if not self._knows(request):
            return _no(404, "404.001.03", "Invalid Access Token")
        right = (self._shortcode, "Pull", self.settings["nominated_number"])
        if (body.get("ShortCode"), body.get("RequestType"), body.get("NominatedNumber")) != right:
            return _bad("NominatedNumber")
        status, self.pulls = ("1001" if self.pulls else "1000"), True
        return JSONResponse({"ResponseRefID": "1", "ResponseStatus": status, "ShortCode": self._shortcode})

    def pull(self, request: Request, body: dict[str, Any]) -> Response:
        if not self._knows(request):
            return _no(404, "404.001.03", "Invalid Access Token")
        try:
            since, until = (
                datetime.strptime(f"{body[name]}+0300", "%Y-%m-%d %H:%M:%S%z")
                for name in ("StartDate", "EndDate")
            )
        except (KeyError, ValueError):
            return _bad("StartDate")
        if not self.pulls or body.get("ShortCode") != self._shortcode or until - since > timedelta(hours=48):
            return _bad("ShortCode")
        skip = int(body["OffSetValue"])
        rows = [_row(each) for each in list(self.paid.values())[skip : skip + PAGE]]
        told = {"ResponseRefID": "1", "ResponseCode": "1000", "ResponseMessage": "Success"}
        return JSONResponse({**told, "Response": [rows] if rows else "[[]]"})

    def pays(self, paid: Paid) -> None:
        self.paid[paid.receipt] = paid
        if not paid.told or not self.urls:
            return
        body = _confirmation(paid, self._shortcode)
        with httpx.Client(trust_env=False, timeout=8) as http:
            asked = http.post(self.urls["ValidationURL"], json=body).json()
        if asked["ResultCode"] == "0":
            self.deliveries.send(json.dumps(body).encode(), {}, self.urls["ConfirmationURL"])

    def expire(self) -> None:
        self.token = ""

    @property
    def _shortcode(self) -> str:
        return str(self.settings["shortcode"])

    def _knows(self, request: Request) -> bool:
        return bool(self.token) and request.headers.get("authorization") == f"Bearer {self.token}"

    def _wrong(self, request: Request, body: Mapping[str, Any], command: str) -> Response | None:
        if not self._knows(request):
            return _no(400, "400.003.01", "Invalid Access Token")
        if body.get("CommandID") != command or body.get("Initiator") != self.settings["initiator"]:
            return _bad("Initiator")
        if not 2 <= len(str(body.get("Remarks", ""))) <= 100:
            return _bad("Remarks")
        urls = [str(body.get(name, "")) for name in ("ResultURL", "QueueTimeOutURL")]
        if not all(url.startswith("http") and not FORBIDDEN.search(url) for url in urls):
            return _bad("ResultURL")
        return None

    def _result(
        self,
        body: Mapping[str, Any],
        conversation: str,
        code: str,
        reason: str,
        receipt: str = "SAA0000000",
        told: Mapping[str, Any] | None = None,
    ) -> None:
        listed = [{"Key": key, "Value": value} for key, value in (told or {}).items()]
        result = {
            "ResultType": 0,
            "ResultCode": int(code) if code.isdecimal() else code,
            "ResultDesc": reason,
            "OriginatorConversationID": f"own-{conversation}",
            "ConversationID": conversation,
            "TransactionID": receipt,
            "ResultParameters": {"ResultParameter": [*listed, {"Key": "DebitPartyName"}]},
        }
        self.deliveries.send(json.dumps({"Result": result}).encode(), {}, body["ResultURL"])


def app(settings: Mapping[str, Any]) -> FastAPI:
    """The service, and the customer's side under `/_control/`."""
    daraja, application = Daraja(settings, Deliveries("")), FastAPI()
    application.include_router(daraja.deliveries.control)
    routes: list[tuple[str, str, Callable[..., Any]]] = [
        ("GET", "/oauth/v1/generate", daraja.generate),
        ("POST", "/mpesa/reversal/v1/request", daraja.reverse),
        ("POST", "/mpesa/transactionstatus/v1/query", daraja.status),
        ("POST", "/mpesa/c2b/v2/registerurl", daraja.register),
        ("POST", "/pulltransactions/v1/register", daraja.register_pull),
        ("POST", "/pulltransactions/v1/query", daraja.pull),
        ("POST", "/_control/pays", daraja.pays),
        ("POST", "/_control/expire-tokens", daraja.expire),
    ]
    for method, path, handler in routes:
        application.add_api_route(path, handler, methods=[method], response_model=None)
    return application


def _confirmation(paid: Paid, shortcode: str) -> dict[str, str]:
    return {
        "TransactionType": "Pay Bill",
        "TransID": paid.receipt,
        "TransTime": datetime.now(NAIROBI).strftime("%Y%m%d%H%M%S"),
        "TransAmount": f"{paid.shillings}.00",
        "BusinessShortCode": shortcode,
        "BillRefNumber": paid.reference,
        "InvoiceNumber": "",
        "OrgAccountBalance": "",
        "ThirdPartyTransID": "",
        "MSISDN": "2547****149",
        "FirstName": "John",
        "MiddleName": "",
        "LastName": "Doe",
    }


def _row(paid: Paid) -> dict[str, Any]:
    return {
        "transactionId": paid.receipt,
        "trxDate": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "msisdn": 254700000149,
        "sender": "MPESA",
        "transactiontype": "c2b-pay-bill-debit",
        "billreference": paid.reference,
        "amount": f"{paid.shillings}.0",
        "organizationname": "Amani",
    }


def _conversation() -> str:
    return f"AG_{time.strftime('%Y%m%d')}_{secrets.token_hex(10)}"


def _accepted(conversation: str) -> JSONResponse:
    told = {"OriginatorConversationID": f"own-{conversation}", "ConversationID": conversation}
    return JSONResponse({**told, "ResponseCode": "0", "ResponseDescription": "Accept the service request"})


def _no(status: int, code: str, message: str) -> JSONResponse:
    told = {"requestId": secrets.token_hex(4), "errorCode": code, "errorMessage": message}
    return JSONResponse(told, status_code=status)


def _bad(name: str) -> JSONResponse:
    return _no(400, "400.002.02", f"Bad Request - Invalid {name}")
