"""Paystack as our MobileMoney: a hosted page for a card, verified before it is believed.

A page whose address nobody was told cannot be paid. So asking for one again does no harm: a reference that is
taken is followed by the same with a number behind it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import httpx
from pydantic import SecretStr

from application.ports import (
    Credentials,
    Evidence,
    EvidenceKind,
    NeighbourFailed,
    NeighbourUnsure,
    PayeeAccount,
    PromptRequest,
    PromptTicket,
)
from domain.identity import PaymentId
from interfaces.callbacks import name_of
from interfaces.paystack.transactions import (
    NEIGHBOUR,
    Fields,
    amount_in,
    failure_of,
    fields_of,
    inside,
    text_in,
)

_TAKEN: Final = "duplicate transaction reference"
_MOST_PAGES: Final = 3
_ABANDONED: Final = "abandoned"
_ENDS: Final = {"success": EvidenceKind.SUCCEEDED, "failed": EvidenceKind.FAILED}
_NO_PROXY_AT_HOME: dict[str, httpx.BaseTransport | None] = {"all://127.0.0.1": None}

CARD_FAILED: Final = "card-failed"
CARD_ABANDONED: Final = "card-abandoned"


class PaystackCredentials(Credentials):
    """The boutique's own Paystack account. Without one the installation's serves, split by subaccount."""

    NEIGHBOUR = NEIGHBOUR

    secret_key: SecretStr


@dataclass(frozen=True, slots=True)
class PaystackSettings:
    """Where Paystack is.

    Shape: `mail_host` is the host of our order's mail aliases, as Paystack wants an address and WhatsApp's
    customers give none; only pages at `page_hosts` are told to customers; `domain` is "live", or "test" in
    a rehearsal. Units: `timeout` in seconds.
    """

    base_url: str
    mail_host: str
    page_hosts: tuple[str, ...] = ("checkout.paystack.com",)
    domain: str = "live"
    page_lives: timedelta = timedelta(minutes=10)
    timeout: float = 30.0


class Paystack:
    """MobileMoney over Paystack. `credentials_of` knows the key for a boutique's account.

    Shape: a payee's short code that begins with ACCT_ is a subaccount, into which the money is split.
    """

    def __init__(
        self,
        settings: PaystackSettings,
        credentials_of: Callable[[PayeeAccount], PaystackCredentials],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._settings, self._credentials_of, self._now = settings, credentials_of, now
        timeout = httpx.Timeout(settings.timeout, connect=5.0)
        self._http = httpx.Client(base_url=settings.base_url, timeout=timeout, mounts=_NO_PROXY_AT_HOME)

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def own_name(self, payee: PayeeAccount, payment: PaymentId, attempt: int) -> str:
        """The reference of the attempt's first page, which is ours to choose."""
        return name_of(payment, attempt)

    def prompt(self, request: PromptRequest) -> PromptTicket:
        """Have a page made. Raises: NeighbourFailed, NeighbourUnsure (nobody knows its address)."""
        name = name_of(request.payment, request.attempt)
        for reference in (name, *(f"{name}-{again}" for again in range(1, _MOST_PAGES))):
            answer = self._call("POST", "/transaction/initialize", request.payee, _page(request, reference))
            if _TAKEN not in text_in(fields_of(answer), "message").lower():
                break
        data = inside(fields_of(answer), "data")
        if not answer.is_success or fields_of(answer).get("status") is not True:
            raise failure_of(answer)
        page, code = text_in(data, "authorization_url"), text_in(data, "access_code")
        if urlsplit(page).netloc not in self._settings.page_hosts or text_in(data, "reference") != reference:
            raise NeighbourUnsure(NEIGHBOUR, "other-page", "no page of its own", retryable=False)
        return PromptTicket(reference, code, page)

    def query(self, payee: PayeeAccount, checkout_id: str) -> Evidence:
        """What became of a page. A page left alone is over when its time is. Raises: NeighbourFailed."""
        data = self.asked(payee, f"/transaction/verify/{checkout_id}")
        status, amount = text_in(data, "status"), amount_in(data)
        wrong = self._wrong(data, checkout_id)
        kind = _ENDS.get(status, EvidenceKind.PENDING)
        code = CARD_FAILED if kind is EvidenceKind.FAILED else status
        if kind is EvidenceKind.SUCCEEDED and (wrong or amount is None):
            kind, code = EvidenceKind.UNKNOWN, wrong or "amount"
        if status == _ABANDONED and self._is_over(data):
            kind, code = EvidenceKind.FAILED, CARD_ABANDONED
        return Evidence(
            kind=kind,
            code=code,
            reason=text_in(data, "gateway_response"),
            checkout_id=checkout_id,
            receipt=text_in(data, "id") if kind is EvidenceKind.SUCCEEDED else None,
            amount=amount if kind is EvidenceKind.SUCCEEDED else None,
        )

    def give_back(self, payee: PayeeAccount, body: Mapping[str, Any]) -> str:
        """Paystack's name of a refund that it took. Raises: NeighbourFailed, NeighbourUnsure."""
        answer = self._call("POST", "/refund", payee, body)
        name = text_in(inside(fields_of(answer), "data"), "id")
        if not answer.is_success or fields_of(answer).get("status") is not True or not name:
            raise failure_of(answer)
        return name

    def given_back(self, payee: PayeeAccount, receipt: str) -> Sequence[Fields]:
        """Paystack's own list of the refunds of a transaction. Raises: NeighbourFailed."""
        listed = self._questioned(payee, f"/refund?transaction={receipt}").get("data")
        return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []

    def asked(self, payee: PayeeAccount, path: str) -> Fields:
        """What Paystack has at this path. Raises: NeighbourFailed."""
        data = inside(self._questioned(payee, path), "data")
        if not text_in(data, "status"):
            raise NeighbourFailed(NEIGHBOUR, "no-status", "an answer that says nothing", retryable=True)
        return data

    def _questioned(self, payee: PayeeAccount, path: str) -> Fields:
        try:
            answer = self._call("GET", path, payee)
        except NeighbourUnsure as lost:  # a question without an answer has changed nothing
            raise NeighbourFailed(NEIGHBOUR, lost.code, lost.reason, retryable=True) from lost
        told = fields_of(answer)
        if not answer.is_success or told.get("status") is not True:
            failed = failure_of(answer)
            raise NeighbourFailed(NEIGHBOUR, failed.code, failed.reason, retryable=True)
        return told

    def _wrong(self, data: Mapping[str, object], reference: str) -> str | None:
        """Why a success is not ours to believe."""
        expected = (("reference", reference), ("currency", "KES"), ("domain", self._settings.domain))
        return next((name for name, right in expected if text_in(data, name) != right), None)

    def _is_over(self, data: Mapping[str, object]) -> bool:
        try:
            made = datetime.fromisoformat(text_in(data, "created_at"))
        except ValueError:
            return False
        made = made if made.tzinfo else made.replace(tzinfo=UTC)
        return self._now() - made > self._settings.page_lives

    def _call(
        self, method: str, path: str, payee: PayeeAccount, body: Mapping[str, Any] | None = None
    ) -> httpx.Response:
        key = self._credentials_of(payee).secret_key.get_secret_value()
        told = None if body is None else {**body, **self._address(path, body)}
        try:
            return self._http.request(method, path, json=told, headers={"Authorization": f"Bearer {key}"})
        except httpx.TransportError as error:
            if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout):
                name = type(error).__name__
                raise NeighbourFailed(NEIGHBOUR, "unreachable", name, retryable=True) from error
            raise NeighbourUnsure(NEIGHBOUR, "no-answer", type(error).__name__, retryable=False) from error

    def _address(self, path: str, body: Mapping[str, Any]) -> Mapping[str, str]:
        if not path.endswith("initialize"):
            return {}
        return {"email": f"order-{body['reference']}@{self._settings.mail_host}"}


def _page(request: PromptRequest, reference: str) -> Mapping[str, Any]:
    amount = request.amount
    if amount.currency != "KES" or amount.cents <= 0:
        raise NeighbourFailed(NEIGHBOUR, "amount", "a card cannot pay this amount", retryable=False)
    payee = request.payee.shortcode
    split = {"subaccount": payee, "bearer": "subaccount"} if payee.startswith("ACCT_") else {}
    return {
        "amount": amount.cents,
        "currency": amount.currency,
        "reference": reference,
        "channels": ["card"],
        "metadata": {"boutique": str(request.boutique), "order": request.reference},
        **split,
    }
