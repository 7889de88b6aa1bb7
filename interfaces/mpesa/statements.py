"""Safaricom's own list of the money that came (Pull Transactions), and the asking to be told of each payment.

Source: Safaricom's documentation of Pull Transactions and of C2B registration. The list goes back two days.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Final

import httpx
import orjson

from application.ports import NeighbourFailed, NeighbourUnsure, PayeeAccount, StatementLine
from domain.identity import BoutiqueId
from interfaces.callbacks import CallbackUnreadable
from interfaces.mpesa.access import Credentials
from interfaces.mpesa.calls import DarajaCalls, members_of
from interfaces.mpesa.faults import NEIGHBOUR, failure_of
from interfaces.mpesa.reading import receipt_in, words_in, written_amount

_REGISTER: Final = "/pulltransactions/v1/register"
_QUERY: Final = "/pulltransactions/v1/query"
_TELL_US: Final = "/mpesa/c2b/v2/registerurl"
_FINE: Final = frozenset({"1000", "1001"})
_NAIROBI: Final = timezone(timedelta(hours=3))
_LONGEST: Final = timedelta(hours=48)
_MOST_PAGES: Final = 50


class MpesaStatements:
    """Statements over Daraja. `address_of` is where a boutique's money is told of, without our own host."""

    def __init__(
        self,
        calls: DarajaCalls,
        app_of: Callable[[PayeeAccount], Credentials],
        address_of: Callable[[BoutiqueId], str],
    ) -> None:
        self._calls, self._app_of, self._address_of = calls, app_of, address_of

    def begin(self, payee: PayeeAccount) -> None:
        """Ask to be told of each payment, and for the list; asking again changes nothing.

        Raises: NeighbourFailed.
        """
        app = self._may_list(payee)
        base, address = self._calls.settings.callback_base, self._address_of(payee.boutique)
        pull = {
            "ShortCode": payee.shortcode,
            "RequestType": "Pull",
            "NominatedNumber": app.nominated_number,
            "CallBackURL": f"{base}/cb/came/{address}",
        }
        answer = self._asked(_REGISTER, pull, app)
        if members_of(answer).get("ResponseStatus") not in _FINE:
            raise failure_of(answer)
        told = {
            "ShortCode": payee.shortcode,
            "ResponseType": "Completed",
            "ConfirmationURL": f"{base}/cb/came/{address}",
            "ValidationURL": f"{base}/cb/asks/{address}",
        }
        answer = self._asked(_TELL_US, told, app)
        if members_of(answer).get("ResponseCode") != "0":
            raise failure_of(answer)

    def lines(self, payee: PayeeAccount, since: datetime, until: datetime) -> Sequence[StatementLine]:
        """All money that came in this time, of two days at most.

        Raises: NeighbourFailed, also when the list is not whole.
        """
        app, found = self._may_list(payee), list[StatementLine]()
        for _ in range(_MOST_PAGES):
            page = self._page(payee, app, (max(since, until - _LONGEST), until), len(found))
            if not page:
                return found
            found += page
        raise NeighbourFailed(NEIGHBOUR, "too-long", "the list has no end", retryable=True)

    def _page(
        self, payee: PayeeAccount, app: Credentials, span: tuple[datetime, datetime], skip: int
    ) -> Sequence[StatementLine]:
        body = {
            "ShortCode": payee.shortcode,
            "StartDate": _written(span[0]),
            "EndDate": _written(span[1]),
            "OffSetValue": str(skip),
        }
        answer = self._asked(_QUERY, body, app)
        if members_of(answer).get("ResponseCode") not in _FINE:
            raise failure_of(answer)
        try:
            return [_line(row, payee) for row in _rows(answer)]
        except (CallbackUnreadable, ValueError) as broken:
            raise NeighbourFailed(NEIGHBOUR, "unreadable", str(broken)[:200], retryable=True) from broken

    def _asked(self, path: str, body: Mapping[str, object], app: Credentials) -> httpx.Response:
        """The answer to a question that may be put again: whatever goes wrong, nothing has changed."""
        try:
            return self._calls.ask(path, body, app)
        except NeighbourUnsure as unsure:
            raise NeighbourFailed(NEIGHBOUR, unsure.code, unsure.reason, retryable=True) from unsure

    def _may_list(self, payee: PayeeAccount) -> Credentials:
        app = self._app_of(payee)
        if not app.nominated_number:
            reason = "the boutique named no number for the list of its money"
            raise NeighbourFailed(NEIGHBOUR, "no-list", reason, retryable=False)
        return app


def _rows(answer: httpx.Response) -> Sequence[Mapping[str, Any]]:
    """The rows, which stand in a list of lists; an empty one is told as a text."""
    told = orjson.loads(answer.content).get("Response")
    listed = orjson.loads(told) if isinstance(told, str) else told
    if not isinstance(listed, list):
        raise CallbackUnreadable("no list")
    rows = [row for part in listed for row in (part if isinstance(part, list) else [part])]
    if not all(isinstance(row, dict) for row in rows):
        raise CallbackUnreadable("a row that is none")
    return rows


def _line(row: Mapping[str, Any], payee: PayeeAccount) -> StatementLine:
    receipt, amount = receipt_in(row.get("transactionId")), row.get("amount")
    if receipt is None:
        raise CallbackUnreadable("no transactionId")
    return StatementLine(
        receipt=receipt,
        amount=written_amount(Decimal(str(amount)) if isinstance(amount, float) else amount),
        at=datetime.fromisoformat(str(row.get("trxDate"))).astimezone(UTC),
        reference=words_in(row.get("billreference")) or "",
        payer=" ".join(filter(None, (str(row.get("msisdn") or ""), words_in(row.get("sender")))))[:120],
        shortcode=payee.shortcode,
    )


def _written(at: datetime) -> str:
    return at.astimezone(_NAIROBI).strftime("%Y-%m-%d %H:%M:%S")
