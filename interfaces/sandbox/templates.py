"""The templates that the sandbox's Meta has approved for every shop, and what each shows on a phone."""

import re
from collections.abc import Mapping
from typing import Any, Final

from interfaces.sandbox.graph_rules import GraphError

Part = Mapping[str, Any]
_GAP: Final = re.compile(r"\{\{(\w+)\}\}")


def _approved(name: str, language: str, category: str, body: str, *examples: str) -> dict[str, Any]:
    return {
        "name": name,
        "language": language,
        "status": "APPROVED",
        "category": category,
        "parameter_format": "POSITIONAL",
        "components": [
            {"type": "BODY", "text": body, "example": {"body_text": [list(examples)]}},
            {"type": "FOOTER", "text": "Dukani's sandbox"},
        ],
        "id": str(int.from_bytes(name.encode()[:6])),
    }


LISTED: Final = (
    _approved(
        "piece_is_back",
        "en",
        "MARKETING",
        "Hi {{1}}, the {{2}} that you asked for is back.",
        "Amina",
        "red dress",
    ),
    _approved(
        "oda_iko_tayari", "sw", "UTILITY", "Habari {{1}}, oda yako {{2}} iko tayari.", "Amina", "DK-7F3K9"
    ),
    _approved("order_is_ready", "en", "UTILITY", "Hi {{1}}, your order {{2}} is ready.", "Amina", "DK-7F3K9"),
)


def template_list() -> Part:
    """Meta's answer to who asks for the list: all on one page."""
    return {"data": list(LISTED), "paging": {"cursors": {"before": "MAZDZD", "after": "MgZDZD"}}}


def words_of(part: Part) -> str:
    """What a template shows with its gaps filled. Raises: GraphError for one that Meta would refuse."""
    name, language = part.get("name"), (part.get("language") or {}).get("code")
    listed = next((one for one in LISTED if (one["name"], one["language"]) == (name, language)), None)
    if listed is None:
        title = "(#132001) Template name does not exist in the translation"
        raise GraphError(132001, title, f"template name ({name}) does not exist in {language}", 404)
    body: str = listed["components"][0]["text"]
    filled = [each.get("text", "") for each in _parameters(part)]
    if len(filled) != len(_GAP.findall(body)) or not all(filled):
        raise GraphError(132000, "(#132000) Number of parameters does not match", "the gaps of the body")
    return _GAP.sub(lambda gap: str(filled[int(gap[1]) - 1]), body)


def _parameters(part: Part) -> list[Part]:
    parts = [one for one in part.get("components") or [] if one.get("type") == "body"]
    return [each for one in parts for each in one.get("parameters") or []]
