"""PayLink as our MobileMoney: its one tool `stk_push`, called over MCP's streamable HTTP.

PayLink only passes a prompt on to Safaricom: the result is called back by Safaricom itself, to the address of
the attempt, and only Safaricom can be asked what became of it. It is told all secrets with every call, so its
address is checked (`credentials.py`, and `reach.py` at each call), and a redirect to another origin is not
followed.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NoReturn

import anyio
import structlog

from application.ports import (
    NUMBER_NOT_TAKEN,
    Evidence,
    NeighbourFailed,
    NeighbourUnsure,
    PayeeAccount,
    PromptRequest,
    PromptTicket,
)
from domain.identity import PaymentId
from interfaces.paylink.credentials import NEIGHBOUR, PayLinkCredentials
from interfaces.paylink.reach import INSIDE, Reach, Way
from interfaces.public_addresses import NotPublic

if TYPE_CHECKING:
    from mcp_types import CallToolResult

TOOL: Final = "stk_push"
_LONGEST_REFERENCE: Final = 12
_DESCRIPTION: Final = "Order"
_MOST_SHILLINGS: Final = 250_000
_NUMBERS: Final = "2547"
_REFUSED_INPUT: Final = "Input validation error"

Query = Callable[[PayeeAccount, str], Evidence]
"""Asks Safaricom itself, with the boutique's own app, what became of a prompt."""

Refusal = Callable[[int, str], NeighbourFailed]
"""What an error of Safaricom's means, from its HTTP status and body, which PayLink passes on."""

_say = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class PayLinkSettings:
    """Where PayLink finds Safaricom, and where Safaricom finds us.

    Shape: addresses without a slash at the end. Units: seconds, for the whole of a call.
    """

    daraja_api: str
    callback_base: str
    timeout: float = 30.0
    reach: Reach = field(default_factory=Reach)


@dataclass(frozen=True, slots=True)
class ToolCall:
    """One call of the tool, on this way. Its headers are secrets, and are never shown. Units: seconds."""

    way: Way
    headers: Mapping[str, str] = field(repr=False)
    arguments: Mapping[str, str]
    timeout: float


@dataclass(slots=True)
class Progress:
    """How far a call came: with `called` the phone may ring."""

    called: bool = False
    result: "CallToolResult | None" = None


Carry = Callable[[ToolCall, Progress], Awaitable[None]]
"""Carries a call to the server and its result back. It may raise whatever a wire raises."""


async def over_mcp(call: ToolCall, progress: Progress) -> None:
    """One session with one call. The tool is not listed after it, as the client would do by itself: that only
    adds a way to fail after the phone rings. The client is loaded here: it is a seventh of a start."""
    import httpx2
    from mcp.client.session import ClientSession
    from mcp.client.streamable_http import streamable_http_client
    from mcp_types import CallToolRequest, CallToolRequestParams, CallToolResult

    asked = CallToolRequest(params=CallToolRequestParams(name=TOOL, arguments=dict(call.arguments)))
    with anyio.move_on_after(call.timeout):
        async with (
            httpx2.AsyncClient(
                headers=dict(call.headers),
                timeout=call.timeout,
                mounts={"all://127.0.0.1": None},
                event_hooks=call.way.hooks,
            ) as http,
            streamable_http_client(call.way.address, http_client=http, terminate_on_close=False) as streams,
            ClientSession(*streams) as session,
        ):
            await session.initialize()
            progress.called = True
            progress.result = await session.send_request(asked, CallToolResult)


class PayLink:
    """MobileMoney over PayLink. `credentials_of` knows the server and the app of a boutique's account."""

    def __init__(
        self,
        settings: PayLinkSettings,
        credentials_of: Callable[[PayeeAccount], PayLinkCredentials],
        query: Query,
        refusal: Refusal,
        carry: Carry = over_mcp,
    ) -> None:
        self._settings, self._credentials_of = settings, credentials_of
        self._query, self._refusal, self._carry = query, refusal, carry

    def own_name(self, payee: PayeeAccount, payment: PaymentId, attempt: int) -> str | None:
        """None: Safaricom names its prompts."""
        return None

    def prompt(self, request: PromptRequest) -> PromptTicket:
        """Ask the phone once. Raises: NeighbourFailed (surely not sent), NeighbourUnsure (perhaps sent)."""
        arguments = _arguments(request)
        known, progress = self._credentials_of(request.payee), Progress()
        headers, way = self._headers(request, known), self._way_to(known)
        try:
            anyio.run(self._carry, ToolCall(way, headers, arguments, self._settings.timeout), progress)
        except Exception as broken:  # noqa: BLE001 — whatever broke, the only question is whether a phone rings
            if progress.result is None:
                _not_told(progress, broken)
        if progress.result is None:
            _not_told(progress, TimeoutError())
        return self._ticket(progress.result)

    def query(self, payee: PayeeAccount, checkout_id: str) -> Evidence:
        """What became of a prompt, as Safaricom says: PayLink cannot tell. Raises: NeighbourFailed."""
        return self._query(payee, checkout_id)

    def _way_to(self, known: PayLinkCredentials) -> Way:
        """How the server is reached, which nobody has been told a secret to find out."""
        try:
            return self._settings.reach.way_to(known.address)
        except NotPublic as inside:
            raise NeighbourFailed(NEIGHBOUR, "private-address", INSIDE, retryable=False) from inside
        except (OSError, UnicodeError) as lost:
            why = type(lost).__name__
            raise NeighbourFailed(NEIGHBOUR, "unreachable", why, retryable=True) from lost

    def _headers(self, request: PromptRequest, known: PayLinkCredentials) -> Mapping[str, str]:
        return {
            "PAYLINK_API_KEY": known.api_key.get_secret_value(),
            "PAYLINK_PROJECT": known.project,
            "PAYMENT_PROVIDER": '["mpesa"]',
            "MPESA_BUSINESS_SHORTCODE": request.payee.shortcode,
            "MPESA_CONSUMER_KEY": known.consumer_key.get_secret_value(),
            "MPESA_CONSUMER_SECRET": known.consumer_secret.get_secret_value(),
            "MPESA_PASSKEY": known.passkey.get_secret_value(),
            "MPESA_BASE_URL": self._settings.daraja_api,
            "MPESA_CALLBACK_URL": f"{self._settings.callback_base}/cb/{request.token}",
        }

    def _ticket(self, result: "CallToolResult") -> PromptTicket:
        """Accepted is only what says so in all its parts; PayLink calls its failures no error either."""
        text = "".join(part.text for part in result.content if part.type == "text")
        if result.is_error and text.startswith(_REFUSED_INPUT):
            raise NeighbourFailed(
                NEIGHBOUR, "input", "PayLink takes no such number or amount", retryable=False
            )
        told = {} if result.is_error else _members(text)
        checkout, merchant = told.get("checkout_request_id"), told.get("merchant_request_id")
        if told.get("status") == "success" and checkout and isinstance(checkout, str):
            return PromptTicket(checkout, str(merchant or ""))
        status, raw = told.get("code"), told.get("raw")
        if told.get("status") == "error" and isinstance(status, int) and isinstance(raw, str):
            raise self._refusal(status, raw)
        raise NeighbourUnsure(NEIGHBOUR, "no-answer", "an answer that says nothing sure", retryable=False)


def _arguments(request: PromptRequest) -> Mapping[str, str]:
    amount, phone = request.amount, request.phone.removeprefix("+")
    if request.payee.is_till:
        raise NeighbourFailed(NEIGHBOUR, "till", "PayLink prompts for paybills only", retryable=False)
    if not amount.is_whole_shillings or amount.currency != "KES" or amount.cents > _MOST_SHILLINGS * 100:
        raise NeighbourFailed(NEIGHBOUR, "amount", "M-Pesa cannot move this amount", retryable=False)
    if not phone.startswith(_NUMBERS):
        raise NeighbourFailed(NEIGHBOUR, NUMBER_NOT_TAKEN, "PayLink takes +2547 only", retryable=False)
    return {
        "amount": str(amount.cents // 100),
        "phone_number": phone,
        "account_reference": request.reference[:_LONGEST_REFERENCE],
        "transaction_desc": _DESCRIPTION,
    }


def _members(text: str) -> Mapping[str, object]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _not_told(progress: Progress, broken: Exception) -> NoReturn:
    """Without an answer: before the tool was called nothing happened, afterwards nobody knows."""
    name = type(broken).__name__
    _say.warning("paylink-no-answer", called=progress.called, cause=name)
    if progress.called:
        raise NeighbourUnsure(NEIGHBOUR, "no-answer", name, retryable=False) from broken
    raise NeighbourFailed(NEIGHBOUR, "unreachable", name, retryable=True) from broken
