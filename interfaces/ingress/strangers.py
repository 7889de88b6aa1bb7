"""What strangers send over HTTP, read no further than allowed and made harmless."""

from fastapi import Request


async def read_capped(request: Request, largest: int) -> bytes | None:
    """The body; None as soon as it is longer than allowed, however long it says it is."""
    told = request.headers.get("content-length", "0")
    if not told.isdigit() or int(told) > largest:
        return None
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > largest:
            return None
    return bytes(body)


def raw_header(request: Request, name: bytes) -> bytes | None:
    """A header's bytes, which may be any; None unless it stands there exactly once."""
    found: list[bytes] = [value for key, value in request.headers.raw if key == name]
    return found[0] if len(found) == 1 else None


def clean_text(text: str) -> str:
    """The text without NUL and lone surrogates, which become U+FFFD."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\x00", "\ufffd")
