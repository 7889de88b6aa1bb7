"""A page of one of Twilio's lists."""

from collections.abc import Mapping
from typing import TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from application.ports import NeighbourFailed
from interfaces.twilio.accounts import TwilioAccount
from interfaces.twilio.faults import NEIGHBOUR
from interfaces.twilio.tokens import answered

P = TypeVar("P", bound=BaseModel)


def page(
    http: httpx.Client,
    account: TwilioAccount,
    kind: type[P],
    url: str,
    asked: Mapping[str, str] | None = None,
) -> P:
    """The page, read as this kind. Raises: NeighbourFailed."""
    answer = answered(account, lambda auth: http.get(url, params=asked, auth=auth))
    try:
        return kind.model_validate_json(answer.content)
    except ValidationError as unread:
        raise NeighbourFailed(NEIGHBOUR, "unread", "no list of Twilio's", retryable=True) from unread


def foreign_page() -> NeighbourFailed:
    """A next page that lies elsewhere than in the list that was asked for; our token is not sent there."""
    return NeighbourFailed(NEIGHBOUR, "foreign-page", "a page of another list", retryable=False)
