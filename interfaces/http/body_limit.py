"""No request is read further than anything that is sent here can be long."""

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from interfaces.http.problems import problem

MOST_BYTES: Final = 130 * 1024 * 1024
"""A ZIP of photos is the largest thing that anybody sends; each route has a limit of its own below this."""


class BodyLimit:
    """Refuses a longer body, whatever it says of its length, before it fills the disk."""

    def __init__(self, app: ASGIApp, most: int = MOST_BYTES) -> None:
        self._app, self._most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request of bearable length."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        said = dict(scope["headers"]).get(b"content-length", b"0")
        if not said.isdigit() or int(said) > self._most:
            await problem(413, "too-large")(scope, receive, send)
            return
        await self._app(scope, self._counted(receive), send)

    def _counted(self, receive: Receive) -> Receive:
        """The body as it comes; what is too long ends as if the sender had gone."""
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            return message if read <= self._most else {"type": "http.disconnect"}

        return counted
