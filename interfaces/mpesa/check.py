"""Whether Safaricom gives our apps a token: the installation's, and each that a boutique has of its own."""

from collections.abc import Sequence

import httpx

from application.ports import NeighbourFailed
from interfaces.findings import Finding, off, refused, works
from interfaces.mpesa.access import AccessTokens, Credentials
from interfaces.sayings import Saying

NAME = "mpesa"
_WITHIN = 10.0


def check(base_url: str, shared: Credentials, own: Sequence[Credentials] = ()) -> Finding:
    """Fetches a token for each app, which moves no money."""
    has_shared = bool(shared.consumer_key and shared.consumer_secret)
    if not has_shared and not own:
        missing = off(NAME, "set DUKANI_DARAJA_CONSUMER_KEY, …_CONSUMER_SECRET and …_PASSKEY")
        return missing.as_said(Saying.APP_MISSING)
    if has_shared and not shared.passkey:
        unsigned = off(NAME, "set DUKANI_DARAJA_PASSKEY: without it no prompt can be signed")
        return unsigned.as_said(Saying.APP_MISSING)
    apps = (*((shared,) if has_shared else ()), *own)
    try:
        with httpx.Client(timeout=_WITHIN) as http:
            tokens = AccessTokens(http, base_url)
            for app in apps:
                tokens.current(app)
    except NeighbourFailed as failed:
        do = "compare key and secret with the app at developer.safaricom.co.ke"
        return refused(NAME, failed, do, Saying.MPESA_APP_REFUSED)
    return works(NAME, _told(has_shared, own)).as_said(Saying.APP_KNOWN)


def _told(has_shared: bool, own: Sequence[Credentials]) -> str:
    """Which apps work, and what those of the boutiques cannot do."""
    if not own:
        return "gives our app a token"
    whose = f"gives {'our app and ' if has_shared else ''}{len(own)} of the boutiques' own a token"
    by_hand = sum(not app.may_operate for app in own)
    return f"{whose}; {by_hand} named no operator, so refunds there are by hand" if by_hand else whose
