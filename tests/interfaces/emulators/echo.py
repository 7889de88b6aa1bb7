"""The smallest emulator: it counts, so that a test sees what was really done."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI


def app(settings: Mapping[str, Any]) -> FastAPI:
    """An app that counts up at every POST."""
    made, done = FastAPI(), list[str]()

    @made.post("/count")
    def count() -> dict[str, Any]:
        done.append("once")
        return {"count": len(done), "who": settings["who"]}

    @made.get("/_control/count")
    def counted() -> int:
        return len(done)

    return made
