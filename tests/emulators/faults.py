"""Faults on command: what goes wrong between a neighbour and us, told to an emulator over HTTP.

Shape: `POST /_control/faults` queues one, `DELETE` forgets all, `GET /_control/calls` lists what was asked.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, cast

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

CONTROL = "/_control/"


class FaultKind(StrEnum):
    """How a call goes wrong. Only with `lost`, `cut` and `late` it is done all the same."""

    ANSWER = "answer"
    """This status, these headers and this body, and nothing is done."""
    HANG = "hang"
    """Nothing is done and nothing answered for `seconds`, then the line is cut."""
    RESET = "reset"
    """The line is cut at once and nothing is done."""
    LOST = "lost"
    """It is done, and the line is cut before the answer."""
    CUT = "cut"
    """It is done, and the line is cut in the middle of the answer."""
    LATE = "late"
    """It is done, and answered after `seconds`."""


class Fault(BaseModel):
    """One thing that goes wrong.

    Shape: `path` is a pattern searched in the path; `after` calls go well first.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: FaultKind
    path: str = ""
    method: str | None = None
    times: int = 1
    after: int = 0
    seconds: float = 30.0
    status: int = 503
    headers: dict[str, str] = {}
    body: str = ""

    def is_about(self, method: str, path: str) -> bool:
        """True for a call that this could hit."""
        return (self.method or method) == method and re.search(self.path, path) is not None


class Call(BaseModel):
    """One call that came in, and which fault hit it."""

    method: str
    path: str
    status: int | None = None
    fault: FaultKind | None = None


@dataclass
class Faults:
    """The outermost layer of an emulator's app: lets calls through, or lets them go wrong."""

    app: App
    queued: list[Fault] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._own = self._control()

    def _control(self) -> FastAPI:
        """The routes by which a test commands it, before any of the emulator's own."""
        router = FastAPI()

        @router.get(CONTROL + "calls")
        async def calls() -> list[Call]:
            return self.calls

        @router.post(CONTROL + "faults", status_code=204)
        async def queue(fault: Fault) -> None:
            self.queued.append(fault)

        @router.delete(CONTROL + "faults", status_code=204)
        async def forget() -> None:
            self.queued.clear()
            self.calls.clear()

        return router

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One call."""
        if scope["type"] != "http" or scope["path"].startswith(CONTROL):
            ours = scope.get("path") in (f"{CONTROL}calls", f"{CONTROL}faults")
            await (self._own if ours else self.app)(scope, receive, send)
            return
        fault = self._next(scope["method"], scope["path"])
        call = Call(method=scope["method"], path=scope["path"], fault=fault.kind if fault else None)
        self.calls.append(call)

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                call.status = message["status"]
            await send(message)

        if fault is None:
            await self.app(scope, receive, noted)
        else:
            await _go_wrong(fault, self.app, scope, receive, noted, _Line(send))

    def _next(self, method: str, path: str) -> Fault | None:
        for index, fault in enumerate(self.queued):
            if not fault.is_about(method, path):
                continue
            if fault.after:
                self.queued[index] = fault.model_copy(update={"after": fault.after - 1})
                return None
            left = fault.model_copy(update={"times": fault.times - 1})
            self.queued[index : index + 1] = [left] if left.times > 0 else []
            return fault
        return None


class _Line:
    """The connection under a call: uvicorn's `send` is bound to the cycle that holds its transport."""

    def __init__(self, send: Send) -> None:
        self._transport: asyncio.Transport = cast("Any", send).__self__.transport

    def cut(self) -> None:
        """As if the network went away: what was written goes out, nothing more follows."""
        self._transport.close()


async def _go_wrong(fault: Fault, app: App, scope: Scope, receive: Receive, send: Send, line: _Line) -> None:
    match fault.kind:
        case FaultKind.ANSWER:
            await _whole_body(receive)
            await _answer(fault, send)
        case FaultKind.HANG:
            await asyncio.sleep(fault.seconds)
            line.cut()
        case FaultKind.RESET:
            line.cut()
        case FaultKind.LATE:
            await app(scope, receive, _delayed(send, fault.seconds))
        case FaultKind.LOST:
            await app(scope, receive, _swallow)
            line.cut()
        case FaultKind.CUT:
            await app(scope, receive, _halved(send))
            line.cut()


async def _whole_body(receive: Receive) -> None:
    while (await receive()).get("more_body"):
        pass


async def _answer(fault: Fault, send: Send) -> None:
    body = fault.body.encode()
    headers = {"content-type": "application/json", "content-length": str(len(body))} | fault.headers
    pairs = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": fault.status, "headers": pairs})
    await send({"type": "http.response.body", "body": body})


def _delayed(send: Send, seconds: float) -> Send:
    async def later(message: Message) -> None:
        if message["type"] == "http.response.start":
            await asyncio.sleep(seconds)
        await send(message)

    return later


async def _swallow(_: Message) -> None:
    """The answer that nobody gets."""


def _halved(send: Send) -> Send:
    async def half(message: Message) -> None:
        if message["type"] == "http.response.body":
            body = message.get("body", b"")
            message = {**message, "body": body[: len(body) // 2], "more_body": True}
        await send(message)

    return half
