"""Whether Sentry takes what our DSN sends."""

from typing import Final

import httpx
from sentry_sdk.utils import BadDsn, Dsn

from interfaces.findings import Finding, broken, off, works

NAME: Final = "sentry"
_WITHIN: Final = 10.0
_NOTHING: Final = b"{}\n"


def check(dsn: str) -> Finding:
    """Posts an envelope with nothing in it, which makes no event."""
    if not dsn:
        return off(NAME, "set DUKANI_SENTRY_DSN to hear of errors where you are")
    try:
        auth = Dsn(dsn).to_auth("dukani")
        answer = httpx.post(
            auth.get_api_url(),
            content=_NOTHING,
            headers={"X-Sentry-Auth": auth.to_header(), "Content-Type": "application/x-sentry-envelope"},
            timeout=_WITHIN,
        )
    except BadDsn:
        return broken(NAME, "the DSN is none", "copy it from the project's settings, Client Keys")
    except httpx.HTTPError as lost:
        return broken(NAME, f"cannot be reached ({type(lost).__name__})", "look whether it is up")
    if answer.status_code in (401, 403, 404):
        return broken(
            NAME, f"refuses the DSN ({answer.status_code})", "copy it anew from the project's settings"
        )
    if not answer.is_success:
        return broken(NAME, f"answers {answer.status_code}", "look whether it is up")
    return works(NAME, "takes what we report")
