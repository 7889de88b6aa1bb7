"""No request carries the one letter that no shop can keep."""

from typing import Any, Final
from urllib.parse import unquote_to_bytes

from fastapi import Request

from interfaces.http.problems import ProblemFound

_NUL: Final = "\0"


async def refuse_nul(request: Request) -> None:
    """Raises: ProblemFound where a NUL stands in the address or in the words of a JSON body.

    No keyboard writes it and PostgreSQL keeps no text with it: it is refused here once for all.
    """
    address = request.scope.get("raw_path", b"") + b"?" + request.scope["query_string"]
    found = b"\0" in unquote_to_bytes(address)
    if not found and "json" in request.headers.get("content-type", ""):
        found = b"\\u0000" in await request.body() and _holds_nul(await request.json())
    if found:
        raise ProblemFound(422, "invalid-request", "A letter of it cannot be kept: NUL")


def _holds_nul(told: Any) -> bool:
    match told:
        case str():
            return _NUL in told
        case list():
            return any(map(_holds_nul, told))
        case dict():
            return any(_NUL in name or _holds_nul(value) for name, value in told.items())
    return False
