"""Whether Twilio knows our tokens, account by account."""

from collections.abc import Sequence

import httpx

from interfaces.findings import Finding, Verdict, away, broken, off, works
from interfaces.sayings import Saying
from interfaces.twilio.accounts import AccountsUnknown, TwilioAccount, TwilioAccounts

NAME = "twilio"
_WITHIN = 10.0
_COPY = "copy the account's SID and token from Twilio's console"


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
        of_it = found_of(api, account)
        if of_it.verdict is not Verdict.WORKS:
            return broken(NAME, f"{number}: {of_it.says}", "look at the account in Twilio's console")
    return works(NAME, f"{len(connected)} numbers")


def found_of(api: str, account: TwilioAccount) -> Finding:
    """Well when the first token, by which we send, opens an account that is active."""
    auth = httpx.BasicAuth(account.sid, account.tokens[0])
    try:
        answer = httpx.get(f"{api}/2010-04-01/Accounts/{account.sid}.json", auth=auth, timeout=_WITHIN)
        status = answer.json().get("status", "") if answer.is_success else ""
    except (httpx.HTTPError, ValueError, AttributeError) as lost:
        return away(NAME, type(lost).__name__)
    if answer.status_code == httpx.codes.UNAUTHORIZED:
        refused = broken(NAME, "Twilio does not take the token", _COPY)
        return refused.as_said(Saying.TOKEN_REFUSED)
    if status != "active":
        how = status or str(answer.status_code)
        return broken(NAME, f"the account is {how}", _COPY).as_said(Saying.ACCOUNT_INACTIVE, how)
    return works(NAME, f"{account.number} is ready").as_said(Saying.NUMBER_READY, account.number)
