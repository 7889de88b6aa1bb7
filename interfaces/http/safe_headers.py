"""What every answer tells a browser to refuse: guessing types, foreign scripts, frames of other sites."""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        # The kit of dialogs writes a style element of its own; no attribute styles anything.
        "style-src-elem 'self' 'unsafe-inline'",
        "style-src-attr 'none'",
        "img-src 'self' blob: data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_YEAR: Final = 31_536_000


class SafeHeaders:
    """Puts these headers on all answers; `https` binds browsers to it for a year."""

    def __init__(self, app: ASGIApp, *, https: bool) -> None:
        self._app = app
        self._always = _ALWAYS | ({"Strict-Transport-Security": f"max-age={_YEAR}"} if https else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, and head the answer."""

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._head(MutableHeaders(scope=message))
            await send(message)

        await self._app(scope, receive, headed if scope["type"] == "http" else send)

    def _head(self, headers: MutableHeaders) -> None:
        for name, value in self._always.items():
            headers[name] = value
        kind = headers.get("content-type", "")
        if kind.startswith("text/html"):
            headers["Content-Security-Policy"] = PAGE_POLICY
        if "json" in kind:
            headers.setdefault("Cache-Control", "no-store")
