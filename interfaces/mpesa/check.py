"""Whether Safaricom gives our app a token."""

import httpx

from application.ports import NeighbourFailed
from interfaces.findings import Finding, off, refused, works
from interfaces.mpesa.access import AccessTokens, Credentials

NAME = "mpesa"
_WITHIN = 10.0


def check(base_url: str, credentials: Credentials) -> Finding:
    """Fetches a token, which moves no money."""
    if not (credentials.consumer_key and credentials.consumer_secret):
        return off(NAME, "set DUKANI_DARAJA_CONSUMER_KEY, …_CONSUMER_SECRET and …_PASSKEY")
    if not credentials.passkey:
        return off(NAME, "set DUKANI_DARAJA_PASSKEY: without it no prompt can be signed")
    try:
        with httpx.Client(timeout=_WITHIN) as http:
            AccessTokens(http, base_url).current(credentials)
    except NeighbourFailed as failed:
        return refused(NAME, failed, "compare key and secret with the app at developer.safaricom.co.ke")
    return works(NAME, "gives our app a token")
