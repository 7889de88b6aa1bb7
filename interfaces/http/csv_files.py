"""CSV as the API sends it: to be kept as a file, never shown or run by a browser."""

from collections.abc import Iterator
from typing import Final

from fastapi.responses import StreamingResponse

CSV: Final[dict[int | str, dict[str, object]]] = {200: {"content": {"text/csv": {}}}}
"""How a route that answers with a file describes itself."""


def as_csv(name: str, lines: Iterator[str]) -> StreamingResponse:
    """A file of this name, sent while it is written."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.csv"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers=headers)
