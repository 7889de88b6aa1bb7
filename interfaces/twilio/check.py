"""Whether Twilio knows our tokens, account by account."""

from collections.abc import Sequence

import httpx

from interfaces.findings import Finding, broken, off, works
from interfaces.twilio.accounts import AccountsUnknown, TwilioAccount, TwilioAccounts

NAME = "twilio"
_WITHIN = 10.0


def check(api: str, accounts: TwilioAccounts, connected: Sequence[str]) -> Finding:
    """Reads each account's own entry by each of its tokens, which sends nothing to anybody."""
    if not connected:
        return off(NAME, "connect a boutique's number at Twilio")
    try:
        found = {name: accounts.of(name) for name in connected}
    except AccountsUnknown:
        return broken(NAME, "whose the numbers are cannot be told", "see that the database answers")
    for name, account in found.items():
        number = name.partition(":")[2]
        if account is None:
            return broken(
                NAME, f"no token for {number}", "set DUKANI_TWILIO_AUTH_TOKENS, or the boutique's own"
            )
        if says := what_is_wrong(api, account):
            return broken(NAME, f"{number}: {says}", "look at the account in Twilio's console")
    return works(NAME, f"{len(connected)} numbers")


def what_is_wrong(api: str, account: TwilioAccount) -> str:
    """Empty when the first token, by which we send, opens an account that is active."""
    auth = httpx.BasicAuth(account.sid, account.tokens[0])
    try:
        answer = httpx.get(f"{api}/2010-04-01/Accounts/{account.sid}.json", auth=auth, timeout=_WITHIN)
        status = answer.json().get("status", "") if answer.is_success else ""
    except (httpx.HTTPError, ValueError, AttributeError) as lost:
        return f"Twilio cannot be reached ({type(lost).__name__})"
    if answer.status_code == httpx.codes.UNAUTHORIZED:
        return "Twilio does not take the token"
    return "" if status == "active" else f"the account is {status or answer.status_code}"
