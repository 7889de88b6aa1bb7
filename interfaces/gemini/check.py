"""Whether Gemini knows our key and the model that we would ask."""

from typing import Final

import httpx

from interfaces.findings import Finding, away, broken, off, works
from interfaces.gemini.settings import GeminiSettings
from interfaces.sayings import Saying

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
        return away(NAME, type(lost).__name__)
    if answer.status_code in (400, 401, 403):
        refused = broken(
            NAME, f"refuses our key ({answer.status_code})", "make a key in Google AI Studio anew"
        )
        return refused.as_said(Saying.KEY_REFUSED)
    if answer.status_code == httpx.codes.NOT_FOUND:
        do = "set DUKANI_GEMINI_MODEL to one that it has"
        unknown = broken(NAME, f"has no model {settings.model}", do)
        return unknown.as_said(Saying.MODEL_UNKNOWN, settings.model)
    if not answer.is_success:
        return away(NAME, str(answer.status_code), "look whether it is up; the offline brain thinks")
    return works(NAME, settings.model).as_said(Saying.MODEL_THERE, settings.model)
