"""Safaricom's Daraja as our MobileMoney: STK prompts to a phone, and the query of what became of them.

A prompt cannot be repeated safely: Daraja knows no idempotency key. It is sent at most once, and whatever is
not a sure refusal is NeighbourUnsure.
"""

import base64
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone

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
from interfaces.mpesa.access import Credentials
from interfaces.mpesa.calls import DarajaCalls, members_of
from interfaces.mpesa.faults import (
    NEIGHBOUR,
    envelope_in,
    is_in_progress,
    refusal_of,
)
from interfaces.mpesa.result_codes import kind_of

_NAIROBI = timezone(timedelta(hours=3))
_PROMPT = "/mpesa/stkpush/v1/processrequest"
_QUERY = "/mpesa/stkpushquery/v1/query"
_LONGEST_REFERENCE = 12
_DESCRIPTION = "Order"
_MOST_SHILLINGS = 250_000


class Daraja:
    """MobileMoney over Daraja. `credentials_of` knows the app and passkey of a boutique's account."""

    def __init__(
        self,
        calls: DarajaCalls,
        credentials_of: Callable[[PayeeAccount], Credentials],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._calls, self._credentials_of, self._now = calls, credentials_of, now

    def close(self) -> None:
        """Give the connections back."""
        self._calls.close()

    def own_name(self, payee: PayeeAccount, payment: PaymentId, attempt: int) -> str | None:
        """None: Safaricom names its prompts."""
        return None

    def prompt(self, request: PromptRequest) -> PromptTicket:
        """Ask the phone once. Raises: NeighbourFailed (surely not sent), NeighbourUnsure (perhaps sent)."""
        _check(request)
        credentials = self._credentials_of(request.payee)
        answer = self._calls.post(_PROMPT, self._prompt_body(request, credentials), credentials)
        told = members_of(answer)
        checkout, merchant = told.get("CheckoutRequestID"), told.get("MerchantRequestID")
        if answer.status_code != httpx.codes.OK or told.get("ResponseCode") != "0":
            raise refusal_of(answer, told)
        if not checkout or not merchant:
            raise NeighbourUnsure(NEIGHBOUR, "no-id", "accepted without ids", retryable=False)
        return PromptTicket(checkout, merchant)

    def query(self, payee: PayeeAccount, checkout_id: str) -> Evidence:
        """What became of a prompt. An unknown id is no evidence of failure. Raises: NeighbourFailed."""
        credentials = self._credentials_of(payee)
        body = {**self._signed(payee, credentials), "CheckoutRequestID": checkout_id}
        answer = self._calls.ask(_QUERY, body, credentials)
        if is_in_progress(answer):
            return Evidence(EvidenceKind.PENDING, "500.001.1001", envelope_in(answer)[1], checkout_id)
        told = members_of(answer)
        code = told.get("ResultCode")
        if answer.status_code != httpx.codes.OK or not code:
            raise _no_evidence(answer)
        return Evidence(
            kind=kind_of(code),
            code=code,
            reason=told.get("ResultDesc", ""),
            checkout_id=told.get("CheckoutRequestID") or checkout_id,
            merchant_request_id=told.get("MerchantRequestID"),
        )

    def _prompt_body(self, request: PromptRequest, credentials: Credentials) -> Mapping[str, str]:
        payee = request.payee
        phone = request.phone.removeprefix("+")
        return {
            **self._signed(payee, credentials),
            "TransactionType": "CustomerBuyGoodsOnline" if payee.is_till else "CustomerPayBillOnline",
            "Amount": str(request.amount.cents // 100),
            "PartyA": phone,
            "PartyB": payee.shortcode,
            "PhoneNumber": phone,
            "CallBackURL": f"{self._calls.settings.callback_base}/cb/{request.token}",
            "AccountReference": request.reference[:_LONGEST_REFERENCE],
            "TransactionDesc": _DESCRIPTION,
        }

    def _signed(self, payee: PayeeAccount, credentials: Credentials) -> Mapping[str, str]:
        """The short code with its password; for a till the store's number stands for it."""
        number = (payee.store_number if payee.is_till else None) or payee.shortcode
        stamp = self._now().astimezone(_NAIROBI).strftime("%Y%m%d%H%M%S")
        password = base64.b64encode(f"{number}{credentials.passkey}{stamp}".encode()).decode()
        return {"BusinessShortCode": number, "Password": password, "Timestamp": stamp}


def _check(request: PromptRequest) -> None:
    amount = request.amount
    if amount.currency != "KES" or not amount.is_whole_shillings:
        raise NeighbourFailed(NEIGHBOUR, "amount", f"{amount} is not in whole shillings", retryable=False)
    if amount.cents > _MOST_SHILLINGS * 100:
        raise NeighbourFailed(NEIGHBOUR, "amount", f"{amount} is more than M-Pesa moves", retryable=False)


def _no_evidence(answer: httpx.Response) -> NeighbourFailed:
    code, reason = envelope_in(answer)
    return NeighbourFailed(NEIGHBOUR, code or f"http-{answer.status_code}", reason, retryable=True)
