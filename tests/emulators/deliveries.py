"""How an emulated neighbour calls back: at once, held, late, more than once, in another order, or never."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import httpx
from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict


class Manner(BaseModel):
    """How the next callbacks go out. Shape: `copies` 0 is a callback that is lost. Units: seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    copies: int = 1
    after: float = 0.0
    held: bool = False


class Where(BaseModel):
    """The address to call back to."""

    url: str


@dataclass
class Deliveries:
    """Callbacks on their way to `url`. Shape: `answers` are the status codes that they got, in order."""

    url: str = ""
    manner: Manner = field(default_factory=Manner)
    waiting: list[tuple[bytes, Mapping[str, str], str]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    flying: int = 0

    @property
    def control(self) -> APIRouter:
        """The routes by which a test commands it."""
        router = APIRouter(prefix="/_control")

        @router.post("/manner", status_code=204)
        def choose(manner: Manner) -> None:
            self.manner = manner

        @router.post("/release", status_code=204)
        def release() -> None:
            """Those that were held go out now, the newest first."""
            held, self.waiting = self.waiting, []
            for one in reversed(held):
                self._post(*one)

        @router.post("/call-back-to", status_code=204)
        def call_back_to(where: Where) -> None:
            self.url = where.url

        @router.get("/flying")
        def flying() -> int:
            return self.flying

        @router.get("/answers")
        def answers() -> list[int]:
            return self.answers

        return router

    def send(
        self, body: bytes, headers: Mapping[str, str], to: str = "", manner: Manner | None = None
    ) -> Sequence[threading.Thread]:
        """Call back in this manner, else in the one that was chosen; `to` another address than the usual one.

        Returns: the calls that are on their way.
        """
        chosen = manner or self.manner
        if chosen.held:
            self.waiting.append((body, headers, to))
            return ()
        self.flying += chosen.copies
        calls = [threading.Timer(chosen.after, self._fly, (body, headers, to)) for _ in range(chosen.copies)]
        for call in calls:
            call.start()
        return calls

    def _fly(self, body: bytes, headers: Mapping[str, str], to: str) -> None:
        try:
            self._post(body, headers, to)
        finally:
            self.flying -= 1

    def _post(self, body: bytes, headers: Mapping[str, str], to: str) -> None:
        with httpx.Client(trust_env=False, timeout=30) as http:
            told = {"content-type": "application/json", **headers}
            self.answers.append(http.post(to or self.url, content=body, headers=told).status_code)
