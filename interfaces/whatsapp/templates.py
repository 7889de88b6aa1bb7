"""A boutique's templates at Meta: the approved ones, and how one of them is sent.

Shape: only those are offered that need nothing but words. A picture in the heading, a button with an address
of its own or a code to copy needs more than a person can type.
Source: Meta's reference for message templates, v25.0.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import httpx
from pydantic import BaseModel, Field, ValidationError

from application.ports import NeighbourFailed
from application.ports.templates import GAP, Template
from domain.conversation.reply import ChosenTemplate
from interfaces.whatsapp.faults import NEIGHBOUR, failure_of, unreachable

NO_LIST: Final = "no-list"
HEADER: Final = "header."
_FIELDS: Final = "name,language,status,category,components,parameter_format"
_PAGE, _MOST_PAGES = 100, 10
_CATEGORIES: Final = frozenset({"UTILITY", "MARKETING"})
_PLAIN_BUTTONS: Final = frozenset({"QUICK_REPLY", "URL", "PHONE_NUMBER"})


class _Part(BaseModel):
    type: str
    format: str = "TEXT"
    text: str = ""
    example: dict[str, Any] = Field(default_factory=dict)
    buttons: list[dict[str, Any]] = Field(default_factory=list)


class _Listed(BaseModel):
    name: str
    language: str
    status: str
    category: str
    components: list[_Part] = Field(default_factory=list)


class _Cursors(BaseModel):
    after: str = ""


class _Paging(BaseModel):
    cursors: _Cursors = Field(default_factory=_Cursors)
    next: str | None = None


class _Page(BaseModel):
    data: list[dict[str, Any]]
    paging: _Paging = Field(default_factory=_Paging)


class MetaTemplates:
    """Reads the list of a WhatsApp Business account."""

    def __init__(self, http: httpx.Client, root: str) -> None:
        self._http, self._root = http, root

    def approved(self, waba: str, token: str) -> Sequence[Template]:
        """Those that are approved and need words only. Raises: NeighbourFailed."""
        if not waba:
            raise NeighbourFailed(NEIGHBOUR, NO_LIST, "whose templates, is not known", retryable=False)
        found: list[Template] = []
        after: str | None = ""
        for _ in range(_MOST_PAGES):
            page = self._page(waba, token, after or "")
            found += [template for told in page.data if (template := _template_of(told))]
            after = page.paging.cursors.after if page.paging.next else None
            if not after:
                break
        return found

    def _page(self, waba: str, token: str, after: str) -> _Page:
        asked = {
            "fields": _FIELDS,
            "status": "APPROVED",
            "limit": str(_PAGE),
            **({"after": after} if after else {}),
        }
        try:
            answer = self._http.get(
                f"{self._root}/{waba}/message_templates",
                params=asked,
                headers={"Authorization": f"Bearer {token}"},
            )
        except httpx.TransportError as lost:
            raise unreachable(lost) from lost
        if answer.status_code != httpx.codes.OK:
            raise failure_of(answer)
        try:
            return _Page.model_validate_json(answer.content)
        except ValidationError as unread:
            raise NeighbourFailed(NEIGHBOUR, "unread", "no list of templates", retryable=True) from unread


def chosen_content(chosen: ChosenTemplate) -> Mapping[str, object]:
    """The template as POST /messages takes it, its gaps filled in their order."""
    name, _, language = chosen.key.partition("/")
    heading = [(gap.removeprefix(HEADER), text) for gap, text in chosen.values if gap.startswith(HEADER)]
    body = [(gap, text) for gap, text in chosen.values if not gap.startswith(HEADER)]
    parts = [
        {"type": kind, "parameters": [_parameter(gap, text) for gap, text in _in_order(values)]}
        for kind, values in (("header", heading), ("body", body))
        if values
    ]
    template = {"name": name, "language": {"code": language}, "components": parts}
    return {"type": "template", "template": template}


def _in_order(values: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """Numbered gaps by their number, however the words have them; named ones as they are."""
    numbered = all(gap.isdecimal() for gap, _ in values)
    return sorted(values, key=lambda each: int(each[0])) if numbered else values


def _parameter(gap: str, text: str) -> Mapping[str, str]:
    named = {} if gap.isdecimal() else {"parameter_name": gap}
    return {"type": "text", **named, "text": text}


def _template_of(told: Mapping[str, Any]) -> Template | None:
    """One that can be sent with words alone; None for all others, and for what cannot be read."""
    try:
        listed = _Listed.model_validate(told)
    except ValidationError:
        return None
    parts = {part.type: part for part in listed.components}
    body, header = parts.get("BODY"), parts.get("HEADER")
    if listed.status != "APPROVED" or listed.category not in _CATEGORIES or body is None:
        return None
    if not _needs_words_only(listed.components):
        return None
    heading = GAP.sub(lambda gap: f"{{{{{HEADER}{gap[1]}}}}}", header.text) if header else ""
    return Template(
        key=f"{listed.name}/{listed.language}",
        name=listed.name,
        language=listed.language,
        category=listed.category.lower(),
        header=heading,
        body=body.text,
        footer=parts["FOOTER"].text if "FOOTER" in parts else "",
        examples={**_of_heading(header), **_examples(body)},
    )


def _needs_words_only(parts: Sequence[_Part]) -> bool:
    known = all(part.type in ("HEADER", "BODY", "FOOTER", "BUTTONS") for part in parts)
    headings = all(part.format == "TEXT" for part in parts if part.type == "HEADER")
    buttons = [button for part in parts for button in part.buttons]
    plain = all(
        button.get("type") in _PLAIN_BUTTONS and not re.search(GAP, str(button.get("url", "")))
        for button in buttons
    )
    return known and headings and plain


def _of_heading(header: _Part | None) -> Mapping[str, str]:
    told = header.example.get("header_text") if header else None
    texts = told if isinstance(told, list) else []
    return {f"{HEADER}{place}": str(text) for place, text in enumerate(texts, start=1)}


def _examples(body: _Part) -> Mapping[str, str]:
    """What Meta was shown for each gap when it approved the text."""
    named = body.example.get("body_text_named_params")
    if isinstance(named, list):
        pairs = [
            (str(each.get("param_name")), str(each.get("example")))
            for each in named
            if isinstance(each, dict)
        ]
        return dict(pairs)
    numbered = body.example.get("body_text")
    first = numbered[0] if isinstance(numbered, list) and numbered and isinstance(numbered[0], list) else []
    return {str(place): str(text) for place, text in enumerate(first, start=1)}
