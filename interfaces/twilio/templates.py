"""A boutique's templates at Twilio: contents that WhatsApp approved, and need nothing but words.

Source: Twilio's reference for content and its approvals. The state of an approval is a word in small letters;
only `approved` may be sent outside the 24 hours.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import httpx
import orjson
from pydantic import BaseModel, Field, ValidationError

from application.ports.templates import GAP, Template
from interfaces.twilio.accounts import TwilioAccount
from interfaces.twilio.pages import foreign_page, page

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
        read = (_template_of(told) for told in self._contents(account))
        found = [template for template in read if template is not None]
        if account.is_shared:
            ours = set(account.credentials.contents.values())
            return [template for template in found if template.key in ours]
        return found

    def _contents(self, account: TwilioAccount) -> Iterator[Mapping[str, Any]]:
        """All of them, page by page."""
        own = f"{self._content}{PATH}?"
        told = page(self._http, account, _Page, f"{own}PageSize={_PAGE}")
        for _ in range(_MOST_PAGES):
            yield from told.contents
            if told.meta.next_page_url is None:
                return
            if not told.meta.next_page_url.startswith(own):
                raise foreign_page()
            told = page(self._http, account, _Page, told.meta.next_page_url)


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
