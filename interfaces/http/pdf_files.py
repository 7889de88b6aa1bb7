"""PDF as the API sends it: shown by a browser, and kept by nobody between."""

from fastapi import Response


def as_pdf(name: str, content: bytes) -> Response:
    """A paper of this name."""
    headers = {
        "Content-Disposition": f'inline; filename="{name}.pdf"',
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type="application/pdf", headers=headers)
