"""Whether Paystack knows our key."""

import httpx

from interfaces.findings import Finding, broken, off, works

NAME = "paystack"
_WITHIN = 10.0


def check(base_url: str, key: str) -> Finding:
    """Reads the balance, which moves no money."""
    if not key:
        return off(NAME, "set DUKANI_PAYSTACK_SECRET_KEY, or connect a boutique's own account")
    try:
        answer = httpx.get(f"{base_url}/balance", headers={"Authorization": f"Bearer {key}"}, timeout=_WITHIN)
    except httpx.HTTPError as lost:
        return broken(NAME, f"cannot be reached ({type(lost).__name__})", "look whether it is up")
    if answer.status_code == httpx.codes.UNAUTHORIZED:
        return broken(NAME, "refuses our key", "copy the live secret key from Paystack's dashboard anew")
    if not answer.is_success:
        return broken(NAME, f"answers {answer.status_code}", "look whether it is up")
    return works(NAME, "test key" if key.startswith("sk_test_") else "live key")
