"""Airtel Money as our MobileMoney: a USSD prompt on an Airtel phone, and the enquiry.

We name the prompt ourselves, and Airtel takes each name once: so a prompt whose answer was lost is enquired
about, and sending it again makes no second one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import httpx

from application.ports import (
    Evidence,
    EvidenceKind,
    NeighbourFailed,
    NeighbourUnsure,
    PayeeAccount,
    PromptRequest,
    PromptTicket,
)
from domain.identity import PaymentId
from interfaces.airtel.access import AccessTokens, AirtelCredentials
from interfaces.airtel.answers import NEIGHBOUR, failure_of, fields_of, inside, text_in, unreachable
from interfaces.airtel.statuses import ACCEPTED, KNOWN_ALREADY, kind_of
from interfaces.callbacks import name_of

_PROMPT: Final = "/merchant/v1/payments/"
_ENQUIRY: Final = "/standard/v1/payments/"
_REFUND: Final = "/standard/v1/payments/refund"
_COUNTRY: Final = {"country": "KE", "currency": "KES"}
_HEADERS: Final = {"X-Country": "KE", "X-Currency": "KES", "Accept": "*/*"}
_HOME: Final = "+254"
_NO_PROXY_AT_HOME: dict[str, httpx.BaseTransport | None] = {"all://127.0.0.1": None}


@dataclass(frozen=True, slots=True)
class AirtelSettings:
    """Where Airtel Money is. Units: seconds."""

    base_url: str
    timeout: float = 30.0


class Airtel:
    """MobileMoney over Airtel Money. `credentials_of` knows the app of a boutique's account."""

    def __init__(
        self, settings: AirtelSettings, credentials_of: Callable[[PayeeAccount], AirtelCredentials]
    ) -> None:
        self._credentials_of = credentials_of
        timeout = httpx.Timeout(settings.timeout, connect=5.0)
        self._http = httpx.Client(base_url=settings.base_url, timeout=timeout, mounts=_NO_PROXY_AT_HOME)
        self._tokens = AccessTokens(self._http)

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def own_name(self, payee: PayeeAccount, payment: PaymentId, attempt: int) -> str:
        """The prompt's name, which is ours to choose."""
        return name_of(payment, attempt)

    def prompt(self, request: PromptRequest) -> PromptTicket:
        """Ask the phone once. Raises: NeighbourFailed (surely not sent), NeighbourUnsure (perhaps sent)."""
        name = name_of(request.payment, request.attempt)
        answer = self._call("POST", _PROMPT, request.payee, _prompt_body(request, name))
        status = inside(fields_of(answer), "status")
        result = text_in(status, "result_code")
        if result == KNOWN_ALREADY:
            return PromptTicket(name, name)
        if not answer.is_success or status.get("success") is not True or result != ACCEPTED:
            raise failure_of(answer)
        taken = text_in(inside(fields_of(answer), "data", "transaction"), "id")
        if taken not in ("", name):
            raise NeighbourUnsure(NEIGHBOUR, "other-name", "took a prompt of another name", retryable=False)
        return PromptTicket(name, name)

    def query(self, payee: PayeeAccount, checkout_id: str) -> Evidence:
        """What became of a prompt. Raises: NeighbourFailed."""
        try:
            answer = self._call("GET", f"{_ENQUIRY}{checkout_id}", payee)
        except NeighbourUnsure as lost:  # a question without an answer has changed nothing
            raise NeighbourFailed(NEIGHBOUR, lost.code, lost.reason, retryable=True) from lost
        told = fields_of(answer)
        transaction = inside(told, "data", "transaction")
        status = text_in(transaction, "status")
        if not answer.is_success or not status:
            failed = failure_of(answer)
            raise NeighbourFailed(NEIGHBOUR, failed.code, failed.reason, retryable=True)
        if text_in(transaction, "id") not in ("", checkout_id):
            raise NeighbourFailed(NEIGHBOUR, "other-name", "told of another prompt", retryable=True)
        return evidence_of(status, transaction, text_in(inside(told, "status"), "response_code"), checkout_id)

    def give_back(self, payee: PayeeAccount, receipt: str) -> str:
        """Airtel's name of the refund of a receipt's money. Raises: NeighbourFailed, NeighbourUnsure."""
        answer = self._call("POST", _REFUND, payee, {"transaction": {"airtel_money_id": receipt}})
        told = fields_of(answer)
        if not answer.is_success or inside(told, "status").get("success") is not True:
            raise failure_of(answer)
        return text_in(inside(told, "data", "transaction"), "airtel_money_id") or receipt

    def _call(
        self, method: str, path: str, payee: PayeeAccount, body: Mapping[str, Any] | None = None
    ) -> httpx.Response:
        """One call; a refused access token, which means that nothing was done, is renewed once."""
        credentials = self._credentials_of(payee)
        token = self._tokens.current(credentials)
        answer = self._once(method, path, token, body)
        if answer.status_code == httpx.codes.UNAUTHORIZED:
            answer = self._once(method, path, self._tokens.current(credentials, refused=token), body)
        if answer.status_code == httpx.codes.UNAUTHORIZED:
            raise NeighbourFailed(NEIGHBOUR, "http-401", "the access token is refused", retryable=False)
        return answer

    def _once(self, method: str, path: str, token: str, body: Mapping[str, Any] | None) -> httpx.Response:
        try:
            headers = {**_HEADERS, "Authorization": f"Bearer {token}"}
            return self._http.request(method, path, json=body, headers=headers)
        except httpx.TransportError as error:
            raise unreachable(error) from error


def evidence_of(status: str, transaction: Mapping[str, object], code: str, name: str) -> Evidence:
    """What a transaction's status says; for one that failed, `code` says why."""
    kind = kind_of(status)
    return Evidence(
        kind=kind,
        code=code if kind is EvidenceKind.FAILED and code and status == "TF" else status,
        reason=text_in(transaction, "message"),
        checkout_id=name,
        receipt=text_in(transaction, "airtel_money_id") or None,
    )


def _prompt_body(request: PromptRequest, name: str) -> Mapping[str, Any]:
    amount = request.amount
    if not amount.is_whole_shillings or amount.currency != "KES":
        raise NeighbourFailed(NEIGHBOUR, "amount", "Airtel Money cannot move this amount", retryable=False)
    if not request.phone.startswith(_HOME):
        raise NeighbourFailed(NEIGHBOUR, "phone", "no Kenyan number", retryable=False)
    return {
        "reference": request.reference,
        "subscriber": {**_COUNTRY, "msisdn": request.phone.removeprefix(_HOME)},
        "transaction": {"amount": amount.cents // 100, **_COUNTRY, "id": name},
    }
