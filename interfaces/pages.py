"""The built pages: the dashboard wherever no route of the API is, the demo's phones at their address."""

import os
from pathlib import Path
from typing import Any, Final

from fastapi import FastAPI
from fastapi.responses import FileResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import Headers
from starlette.types import Scope

from interfaces.http.problems import not_found

PAGES: Final = Path(__file__).parent.parent / "dashboard" / "dist"
OWN_ROOTS: Final = frozenset({"api", "sandbox", "webhooks", "cb", "assets", "livez", "readyz"})
"""Addresses that are never a page: what is not there is told so."""

PACKED: Final = ".br"
FOR_EVER: Final = "public, max-age=31536000, immutable"
ASK_AGAIN: Final = "no-cache"


class NamedByContent(StaticFiles):
    """Files whose names say their content, so that a browser need never ask for one twice."""

    def file_response(
        self, full_path: Any, stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The file, to be kept for ever; as it was packed when it was built, for who can unpack it."""
        packed = Path(f"{full_path}{PACKED}")
        is_packed = packed.is_file()
        if is_packed and _unpacks(Headers(scope=scope)):
            response = super().file_response(packed, packed.stat(), scope, status_code)
            response.headers["Content-Encoding"] = "br"
        else:
            response = super().file_response(full_path, stat_result, scope, status_code)
        if is_packed:
            response.headers.add_vary_header("Accept-Encoding")
        response.headers["Cache-Control"] = FOR_EVER
        return response


def _unpacks(headers: Headers) -> bool:
    return "br" in {way.strip() for way in headers.get("accept-encoding", "").split(",")}


def serve_pages(app: FastAPI, *, phones: bool, pages: Path = PAGES) -> None:
    """Let this application serve what was built; nothing where nothing was."""
    if not pages.exists():
        return
    app.mount("/assets", NamedByContent(directory=pages / "assets"), name="assets")
    if phones:

        @app.get("/phones", include_in_schema=False)
        async def phones_page() -> FileResponse:
            return _fresh(pages / "phones.html")

    @app.get("/{path:path}", include_in_schema=False)
    async def dashboard_page(path: str) -> FileResponse:
        if path.split("/", 1)[0] in OWN_ROOTS:
            raise not_found()
        public = pages / path
        inside = path and "\0" not in path and public.is_file() and pages in public.resolve().parents
        return _fresh(public if inside and path != "phones.html" else pages / "index.html")


def _fresh(page: Path) -> FileResponse:
    return FileResponse(page, headers={"Cache-Control": ASK_AGAIN})
