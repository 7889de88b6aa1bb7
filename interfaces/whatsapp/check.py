"""Whether Meta knows our token and a boutique's number."""

from collections.abc import Callable, Sequence

import httpx

from interfaces.findings import Finding, broken, off, works
from interfaces.whatsapp.access import Access
from interfaces.whatsapp.client import CloudApiSettings

NAME = "whatsapp"
_WITHIN = 10.0


def check(settings: CloudApiSettings, access_of: Callable[[str], Access], accounts: Sequence[str]) -> Finding:
    """Reads each number's own entry, which sends nothing to anybody."""
    if not accounts:
        return off(NAME, "connect a boutique's number")
    if not any(access_of(each).token for each in accounts):
        return off(NAME, "set DUKANI_WHATSAPP_TOKEN, or connect a boutique with a token of its own")
    wrong = [each for each in accounts if not _is_known(settings, access_of(each).token, each)]
    if wrong:
        numbers = ", ".join(wrong)
        return broken(
            NAME,
            f"{len(wrong)} of {len(accounts)} numbers are not ours: {numbers}",
            "give the system user's token the permission whatsapp_business_messaging for these numbers",
        )
    return works(NAME, f"{len(accounts)} numbers")


def _is_known(settings: CloudApiSettings, token: str, account: str) -> bool:
    address = f"{settings.base_url}/{settings.version}/{account}"
    try:
        answer = httpx.get(
            address,
            params={"fields": "id,display_phone_number"},
            headers={"Authorization": f"Bearer {token}"},
            timeout=_WITHIN,
        )
        return answer.is_success and str(answer.json().get("id")) == account
    except (httpx.HTTPError, ValueError, AttributeError):
        return False
