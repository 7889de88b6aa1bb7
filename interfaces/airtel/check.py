"""Whether Airtel gives a boutique's app a token."""

import httpx

from application.ports import NeighbourFailed
from interfaces.airtel.access import AccessTokens, AirtelCredentials
from interfaces.findings import Finding, off, refused, works
from interfaces.sayings import Saying

NAME = "airtel"
_WITHIN = 10.0


def check(base_url: str, apps: tuple[AirtelCredentials, ...]) -> Finding:
    """Fetches a token for each boutique's app, which moves no money."""
    if not apps:
        return off(NAME, "no boutique has connected Airtel Money; each brings its own credentials")
    try:
        with httpx.Client(base_url=base_url, timeout=_WITHIN) as http:
            for app in apps:
                AccessTokens(http).current(app)
    except NeighbourFailed as failed:
        do = "compare id and secret with the app at developers.airtel.africa"
        return refused(NAME, failed, do, Saying.AIRTEL_APP_REFUSED)
    return works(NAME, f"gives {len(apps)} of the boutiques' apps a token").as_said(Saying.APP_KNOWN)
