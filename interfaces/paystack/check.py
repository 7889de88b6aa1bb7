"""Whether Paystack knows our key."""

import httpx

from interfaces.findings import Finding, away, broken, off, works
from interfaces.sayings import Saying

NAME = "paystack"
_WITHIN = 10.0


def check(base_url: str, key: str) -> Finding:
    """Reads the balance, which moves no money."""
    if not key:
        missing = off(NAME, "set DUKANI_PAYSTACK_SECRET_KEY, or connect a boutique's own account")
        return missing.as_said(Saying.KEY_MISSING)
    try:
        answer = httpx.get(f"{base_url}/balance", headers={"Authorization": f"Bearer {key}"}, timeout=_WITHIN)
    except httpx.HTTPError as lost:
        return away(NAME, type(lost).__name__)
    if answer.status_code == httpx.codes.UNAUTHORIZED:
        refused = broken(NAME, "refuses our key", "copy the live secret key from Paystack's dashboard anew")
        return refused.as_said(Saying.KEY_REFUSED)
    if not answer.is_success:
        return away(NAME, str(answer.status_code))
    if key.startswith("sk_test_"):
        return works(NAME, "test key").as_said(Saying.TEST_KEY)
    return works(NAME, "live key").as_said(Saying.LIVE_KEY)
