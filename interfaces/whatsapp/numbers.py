"""A number at Meta as its owner must know it: connected, or what Meta is waiting for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import httpx

from application.ports import NeighbourFailed
from interfaces.sayings import Saying
from interfaces.whatsapp.client import CloudApiSettings
from interfaces.whatsapp.faults import NEIGHBOUR, failure_of

_WITHIN: Final = 10.0
_FIELDS: Final = (
    "id,display_phone_number,verified_name,code_verification_status,name_status,status,quality_rating,"
    "platform_type,is_on_biz_app"
)
_NO_PROXY_AT_HOME: Final[dict[str, httpx.BaseTransport | None]] = {"all://127.0.0.1": None}

_NAME_WAITS: Final = {
    "PENDING_REVIEW": Saying.NAME_IN_REVIEW,
    "DECLINED": Saying.NAME_DECLINED,
    "EXPIRED": Saying.NAME_EXPIRED,
}
_STATUS_WAITS: Final = {
    "PENDING": Saying.NOT_REGISTERED,
    "UNVERIFIED": Saying.CODE_AWAITED,
    "OFFLINE": Saying.APP_AWAY,
    "DISCONNECTED": Saying.CUT_OFF_AT_META,
    "BANNED": Saying.BANNED,
    "RESTRICTED": Saying.RESTRICTED,
    "FLAGGED": Saying.COMPLAINED_ABOUT,
}
IN_ENGLISH: Final[Mapping[Saying, str]] = {
    Saying.NAME_IN_REVIEW: "Meta is still looking at the display name; until then customers see the number",
    Saying.NAME_DECLINED: "Meta declined the display name: choose another one in WhatsApp Manager",
    Saying.NAME_EXPIRED: "the display name's certificate ran out: ask for it anew in WhatsApp Manager",
    Saying.NOT_REGISTERED: "the number is not registered yet: give its six-digit PIN here",
    Saying.CODE_AWAITED: "Meta waits for the code that it sent to this number: enter it in WhatsApp Manager",
    Saying.APP_AWAY: "open the WhatsApp Business app on the phone of this number: it was away too long",
    Saying.CUT_OFF_AT_META: "the number was disconnected at Meta: connect it there again",
    Saying.BANNED: "Meta has banned this number: look into WhatsApp Manager for the reason",
    Saying.RESTRICTED: ("Meta lets this number send only little: look into WhatsApp Manager for the reason"),
    Saying.COMPLAINED_ABOUT: "customers complained about this number: Meta may soon let it send less",
}
"""What Meta may wait for, as an operator and a program read it."""

_SHARED_ALREADY: Final = frozenset({"2593107", "2593108"})
_STOPS: Final = frozenset({"PENDING", "UNVERIFIED", "DISCONNECTED", "BANNED"})


@dataclass(frozen=True, slots=True)
class NumberAtMeta:
    """What Meta says of a number. Shape: `display` is E.164; `waits` is what the owner is told."""

    account: str
    display: str
    name: str
    ready: bool
    waits: tuple[Saying, ...]

    @property
    def unregistered(self) -> bool:
        """Whether a PIN would help."""
        return Saying.NOT_REGISTERED in self.waits


class Numbers:
    """The numbers of a token."""

    def __init__(self, settings: CloudApiSettings, token: str) -> None:
        self._base = f"{settings.base_url}/{settings.version}"
        self._token = token

    def read(self, account: str) -> NumberAtMeta:
        """A number, as Meta knows it. Raises: NeighbourFailed, also for one that is not the token's."""
        told = self._ask("GET", account, {"params": {"fields": _FIELDS}})
        if str(told.get("id")) != account:
            raise NeighbourFailed(NEIGHBOUR, "unknown-number", "another number answered", retryable=False)
        status, name = str(told.get("status", "CONNECTED")), str(told.get("name_status", ""))
        verified = told.get("code_verification_status", "VERIFIED") != "NOT_VERIFIED"
        status = status if verified else "UNVERIFIED"
        told_of = (_STATUS_WAITS.get(status), _NAME_WAITS.get(name))
        waits = tuple(each for each in told_of if each)
        digits = "".join(letter for letter in str(told.get("display_phone_number", "")) if letter.isdigit())
        title = str(told.get("verified_name", ""))
        return NumberAtMeta(account, f"+{digits}", title, status not in _STOPS, waits)

    def register(self, account: str, pin: str) -> None:
        """Let a new number speak through us. Raises: NeighbourFailed, as for a wrong PIN."""
        self._ask("POST", f"{account}/register", {"json": {"messaging_product": "whatsapp", "pin": pin}})

    def subscribe(self, waba: str) -> None:
        """Have Meta tell us what comes in. Done again it changes nothing. Raises: NeighbourFailed."""
        self._ask("POST", f"{waba}/subscribed_apps", {})

    def share_past(self, account: str) -> None:
        """Ask for the contacts and the chats of a number that also lives in the Business app, once each.

        Meta wants it within a day of connecting. Raises: NeighbourFailed.
        """
        for kind in ("smb_app_state_sync", "history"):
            body = {"messaging_product": "whatsapp", "sync_type": kind}
            try:
                self._ask("POST", f"{account}/smb_app_data", {"json": body})
            except NeighbourFailed as failed:
                if failed.code not in _SHARED_ALREADY:
                    raise

    def _ask(self, method: str, path: str, what: Mapping[str, Any]) -> Mapping[str, Any]:
        headers = {"Authorization": f"Bearer {self._token}"}
        try:
            with httpx.Client(timeout=_WITHIN, headers=headers, mounts=_NO_PROXY_AT_HOME) as http:
                answer = http.request(method, f"{self._base}/{path}", **what)
            if not answer.is_success:
                raise failure_of(answer)
            told = answer.json()
        except (httpx.HTTPError, ValueError) as lost:
            raise NeighbourFailed(NEIGHBOUR, "unreachable", type(lost).__name__, retryable=True) from lost
        return told if isinstance(told, dict) else {}
