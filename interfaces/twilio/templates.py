"""A boutique's templates at Twilio: contents that WhatsApp approved, and need nothing but words.

Source: Twilio's reference for content and its approvals. The state of an approval is a word in small letters;
only `approved` may be sent outside the 24 hours.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import httpx
import orjson
from pydantic import BaseModel, Field, ValidationError

from application.ports import NeighbourFailed
from application.ports.templates import GAP, Template
from interfaces.twilio.accounts import TwilioAccount
from interfaces.twilio.faults import NEIGHBOUR, failure_of, unreachable

PATH: Final = "/v1/ContentAndApprovals"
_PAGE, _MOST_PAGES = 500, 20
_WORDS_ONLY: Final = ("twilio/text", "twilio/quick-reply", "twilio/call-to-action")
_CATEGORIES: Final = frozenset({"utility", "marketing"})


class _Approval(BaseModel):
    status: str = ""
    category: str = ""
    name: str = ""


class _Content(BaseModel):
    sid: str
    friendly_name: str | None = None
    language: str = ""
    variables: dict[str, str] | None = None
    types: dict[str, dict[str, Any]] = Field(default_factory=dict)
    approval_requests: _Approval | None = None


class _Meta(BaseModel):
    next_page_url: str | None = None


class _Page(BaseModel):
    contents: list[dict[str, Any]]
    meta: _Meta = Field(default_factory=_Meta)


class TwilioTemplates:
    """Reads the contents of an account. `content` is where Twilio's Content API is."""

    def __init__(self, http: httpx.Client, content: str) -> None:
        self._http, self._content = http, content.rstrip("/")

    def approved(self, account: TwilioAccount) -> Sequence[Template]:
        """Those that are approved and need words only. Raises: NeighbourFailed.

        In an account that boutiques share, only the contents that are meant for all of them.
        """
        found: list[Template] = []
        url: str | None = f"{self._content}{PATH}?PageSize={_PAGE}"
        for _ in range(_MOST_PAGES):
            page = self._page(account, str(url))
            found += [template for told in page.contents if (template := _template_of(told))]
            url = page.meta.next_page_url
            if url is None:
                break
            if not url.startswith(f"{self._content}{PATH}?"):
                raise NeighbourFailed(NEIGHBOUR, "foreign-page", "a page of another list", retryable=False)
        if account.is_shared:
            ours = set(account.credentials.contents.values())
            return [template for template in found if template.key in ours]
        return found

    def _page(self, account: TwilioAccount, url: str) -> _Page:
        for token in account.tokens:
            try:
                answer = self._http.get(url, auth=httpx.BasicAuth(account.sid, token))
            except httpx.TransportError as lost:
                raise unreachable(lost) from lost
            if answer.status_code != httpx.codes.UNAUTHORIZED:
                break
        if not answer.is_success:
            raise failure_of(answer)
        try:
            return _Page.model_validate_json(answer.content)
        except ValidationError as unread:
            raise NeighbourFailed(NEIGHBOUR, "unread", "no list of contents", retryable=True) from unread


def _template_of(told: Mapping[str, Any]) -> Template | None:
    """One that can be sent with words alone; None for all others, and for what cannot be read."""
    try:
        content = _Content.model_validate(told)
    except ValidationError:
        return None
    approval, category = content.approval_requests, ""
    if approval is not None and approval.status == "approved":
        category = approval.category.lower()
    kind = next(iter(content.types), "")
    shown = content.types.get(kind, {})
    body = str(shown.get("body", ""))
    if category not in _CATEGORIES or kind not in _WORDS_ONLY or not body or approval is None:
        return None
    if GAP.search(orjson.dumps(shown.get("actions", [])).decode()):
        return None
    return Template(
        key=content.sid,
        name=approval.name or content.friendly_name or content.sid,
        language=content.language,
        category=category,
        body=body,
        examples=content.variables or {},
    )
