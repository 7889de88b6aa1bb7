"""Meta's list of a business account's message templates: by whom it may be read, page by page.

Shape: fewer than `limit` may come on a page, as Meta says of all its lists; `paging.next` says whether there
are more.
"""

import base64
import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Query, Request

from tests.emulators.cloud_api.errors import GraphError, unknown
from tests.emulators.cloud_api.rules import Template
from tests.emulators.cloud_api.world import World

_MOST: Final = 3
_GAP: Final = re.compile(r"\{\{(\w+)\}\}")
_STATES: Final = frozenset({"APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED", "IN_APPEAL"})


def template_lists(world: World) -> APIRouter:
    """The route of the list."""
    router = APIRouter()

    @router.get("/{version}/{waba}/message_templates")
    def templates(
        version: Annotated[str, Path(pattern=r"^v\d+\.\d+$")],
        waba: str,
        request: Request,
        fields: str = "",
        summary: str = "",
        status: str | None = None,
        limit: Annotated[int, Query(ge=1)] = 25,
        after: str = "",
    ) -> Mapping[str, Any]:
        mine = world.may(request.headers.get("authorization", ""))
        if mine.waba != waba:
            raise unknown(waba)
        if status is not None and status not in _STATES:
            raise GraphError(100, "(#100) Invalid parameter", f"status {status} is not known")
        listed = [each for each in mine.listed if status in (None, each["status"])]
        begun = _place(after)
        shown = listed[begun : begun + min(limit, _MOST)]
        return {
            "data": [_told(each, fields) for each in shown],
            "paging": _paging(begun, shown, listed, request),
            **({"summary": _summed(listed, mine.listed)} if summary else {}),
        }

    return router


def refuse_unlike(listed: Sequence[Mapping[str, Any]], template: Template) -> bool:
    """Whether a template is one of the list. Raises: GraphError where it may not go so."""
    named = (template.name, template.language.code)
    found = next((each for each in listed if (each["name"], each["language"]) == named), None)
    if found is None:
        return False
    if found["status"] != "APPROVED":
        raise GraphError(132001, "(#132001) Template name does not exist in the translation", "not approved")
    for part in found["components"]:
        if part["type"] in ("BODY", "HEADER"):
            _refuse_misfilled(part, template)
    return True


def _refuse_misfilled(part: Mapping[str, Any], template: Template) -> None:
    gaps = _GAP.findall(part.get("text", ""))
    filled = [
        each for one in template.components if one.type == part["type"].lower() for each in one.parameters
    ]
    if len(filled) != len(set(gaps)):
        details = f"{part['type']}: number of localizable_params ({len(filled)}) does not match ({len(gaps)})"
        raise GraphError(132000, "(#132000) Number of parameters does not match", details)
    names = [each.parameter_name for each in filled]
    if names != [None if gap.isdecimal() else gap for gap in dict.fromkeys(gaps)]:
        raise GraphError(100, "(#100) Invalid parameter", f"Parameter name is missing or empty: {names}")


def _summed(found: Sequence[object], all_of_them: Sequence[object]) -> Mapping[str, Any]:
    """What is told of the whole list to who asks for it."""
    return {
        "total_count": len(found),
        "message_template_count": len(all_of_them),
        "message_template_limit": 250,
        "are_translations_complete": False,
    }


def _told(listed: Mapping[str, Any], fields: str) -> Mapping[str, Any]:
    asked = set(filter(None, fields.split(","))) or set(listed)
    return {name: value for name, value in listed.items() if name in asked | {"id"}}


def _paging(
    begun: int, shown: Sequence[object], listed: Sequence[object], request: Request
) -> Mapping[str, Any]:
    ended = begun + len(shown)
    paging: dict[str, Any] = {"cursors": {"before": _cursor(begun), "after": _cursor(ended)}}
    if ended < len(listed):
        paging["next"] = str(request.url.include_query_params(after=_cursor(ended)))
    return paging


def _cursor(place: int) -> str:
    return base64.urlsafe_b64encode(f"at {place}".encode()).decode()


def _place(after: str) -> int:
    if not after:
        return 0
    try:
        return int(base64.urlsafe_b64decode(after).decode().removeprefix("at "))
    except ValueError as wrong:
        raise GraphError(100, "(#100) Invalid parameter", "after is no cursor of ours") from wrong
