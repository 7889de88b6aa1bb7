"""An emulator as its own process on a loopback port, with a client to command it.

Shape: an emulator is a module with `def app(settings: Mapping[str, Any]) -> FastAPI`, whose own commands are
routes under `/_control/`, beside those of `faults.py`. `settings` has `own_url` in any case.

Example:
    with running("tests.emulators.cloud_api.app", {"app_secret": "…"}) as emulator:
        emulator.fault(kind=FaultKind.LOST, path="/messages$")
"""

import importlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import uvicorn

from tests.emulators.faults import Call, Fault, Faults

_STARTS_WITHIN = 30.0


@dataclass
class Emulator:
    """A running emulator. `control` is a client for all its routes."""

    url: str
    control: httpx.Client
    process: subprocess.Popen[bytes]

    def fault(self, **told: Any) -> None:
        """Let the next call that fits go wrong, as `Fault` says it."""
        told_in_json = Fault(**told).model_dump(mode="json")
        self.control.post("/_control/faults", json=told_in_json).raise_for_status()

    def calls(self) -> list[Call]:
        """What was asked since the start or the last `forget`, in order."""
        return [Call.model_validate(call) for call in self.control.get("/_control/calls").json()]

    def forget(self) -> None:
        """Drop the faults not used yet and the list of calls."""
        self.control.delete("/_control/faults").raise_for_status()

    def command(self, path: str, told: object = None) -> Any:
        """POST one of its own commands."""
        answer = self.control.post(f"/_control/{path}", json=told)
        answer.raise_for_status()
        return answer.json() if answer.content else None


@contextmanager
def running(module: str, settings: Mapping[str, Any] | None = None) -> Iterator[Emulator]:
    """Start the emulator, wait until it answers, and end it afterwards.

    The socket listens before the process starts, so the first call simply waits for it.
    """
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        told = json.dumps({"own_url": url, **(settings or {})})
        command = [sys.executable, "-m", "tests.emulators.process", module, str(listener.fileno())]
        process = subprocess.Popen(  # noqa: S603 — ourselves
            command, pass_fds=[listener.fileno()], stdin=subprocess.PIPE, env=os.environ
        )
    try:
        assert process.stdin is not None
        with process.stdin as stdin:
            stdin.write(told.encode())
        with httpx.Client(base_url=url, timeout=_STARTS_WITHIN, trust_env=False) as control:
            control.get("/_control/calls").raise_for_status()
            yield Emulator(url, control, process)
    finally:
        process.kill()
        process.wait(10)


def _serve(module: str, descriptor: int, settings: Mapping[str, Any]) -> None:
    """The emulator's own process."""
    uvicorn.run(
        Faults(importlib.import_module(module).app(settings)),
        fd=descriptor,
        log_level="error",
        access_log=False,
        proxy_headers=False,
        timeout_keep_alive=60,
    )


if __name__ == "__main__":
    _serve(sys.argv[1], int(sys.argv[2]), json.load(sys.stdin))
