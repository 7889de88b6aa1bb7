"""Asking Twilio by the tokens of an account: while one is rotated, the other is refused unread."""

from collections.abc import Callable

import httpx

from interfaces.twilio.accounts import TwilioAccount
from interfaces.twilio.faults import failure_of, unreachable


def answered(account: TwilioAccount, ask: Callable[[httpx.BasicAuth], httpx.Response]) -> httpx.Response:
    """What Twilio says by the first token that it takes. Raises: NeighbourFailed or one of its kinds."""
    for token in account.tokens:
        try:
            answer = ask(httpx.BasicAuth(account.sid, token))
        except httpx.TransportError as lost:
            raise unreachable(lost) from lost
        if answer.status_code != httpx.codes.UNAUTHORIZED:
            break
    if not answer.is_success:
        raise failure_of(answer)
    return answer
