"""Whether Gemini knows our key and the model that we would ask."""

from typing import Final

import httpx

from interfaces.findings import Finding, broken, off, works
from interfaces.gemini.settings import GeminiSettings

NAME: Final = "gemini"
_WITHIN: Final = 10.0


def check(settings: GeminiSettings, key: str) -> Finding:
    """Reads the model's own entry, which costs no tokens."""
    if not key:
        return off(
            NAME, "set DUKANI_GEMINI_KEY, or connect a boutique's own; the offline brain thinks without"
        )
    address = f"{settings.base_url}/{settings.api_version}/models/{settings.model}"
    try:
        answer = httpx.get(address, headers={"x-goog-api-key": key}, timeout=_WITHIN)
    except httpx.HTTPError as lost:
        return broken(NAME, f"cannot be reached ({type(lost).__name__})", "look whether it is up")
    if answer.status_code in (400, 401, 403):
        return broken(NAME, f"refuses our key ({answer.status_code})", "make a key in Google AI Studio anew")
    if answer.status_code == httpx.codes.NOT_FOUND:
        return broken(NAME, f"has no model {settings.model}", "set DUKANI_GEMINI_MODEL to one that it has")
    if not answer.is_success:
        return broken(
            NAME, f"answers {answer.status_code}", "look whether it is up; the offline brain thinks"
        )
    return works(NAME, settings.model)
