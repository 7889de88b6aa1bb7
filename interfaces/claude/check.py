"""Whether Claude's maker knows our key and the model that we would ask."""

from typing import Final

import httpx

from interfaces.claude.settings import ClaudeSettings
from interfaces.findings import Finding, away, broken, off, works
from interfaces.sayings import Saying

NAME: Final = "claude"
_WITHIN: Final = 10.0
_VERSION: Final = "2023-06-01"


def check(settings: ClaudeSettings, key: str) -> Finding:
    """Reads the model's own entry, which costs no tokens."""
    if not key:
        return off(
            NAME, "set DUKANI_CLAUDE_KEY, or connect a boutique's own; the offline brain thinks without"
        )
    address = f"{settings.base_url}/v1/models/{settings.model}"
    headers = {"x-api-key": key, "anthropic-version": _VERSION}
    try:
        answer = httpx.get(address, headers=headers, timeout=_WITHIN)
    except httpx.HTTPError as lost:
        return away(NAME, type(lost).__name__)
    if answer.status_code in (401, 403):
        refused = broken(
            NAME, f"refuses our key ({answer.status_code})", "make a key in Claude's console anew"
        )
        return refused.as_said(Saying.KEY_REFUSED)
    if answer.status_code == httpx.codes.NOT_FOUND:
        do = "set DUKANI_CLAUDE_MODEL to one that it has"
        unknown = broken(NAME, f"has no model {settings.model}", do)
        return unknown.as_said(Saying.MODEL_UNKNOWN, settings.model)
    if not answer.is_success:
        return away(NAME, str(answer.status_code), "look whether it is up; the offline brain thinks")
    return works(NAME, settings.model).as_said(Saying.MODEL_THERE, settings.model)
