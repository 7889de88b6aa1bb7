"""Whether Claude's maker knows our key and the model that we would ask."""

from typing import Final

import httpx

from interfaces.claude.settings import ClaudeSettings
from interfaces.findings import Finding, broken, off, works

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
        return broken(NAME, f"cannot be reached ({type(lost).__name__})", "look whether it is up")
    if answer.status_code in (401, 403):
        return broken(NAME, f"refuses our key ({answer.status_code})", "make a key in Claude's console anew")
    if answer.status_code == httpx.codes.NOT_FOUND:
        return broken(NAME, f"has no model {settings.model}", "set DUKANI_CLAUDE_MODEL to one that it has")
    if not answer.is_success:
        return broken(
            NAME, f"answers {answer.status_code}", "look whether it is up; the offline brain thinks"
        )
    return works(NAME, settings.model)
