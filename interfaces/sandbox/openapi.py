"""Prints the phones' API as OpenAPI JSON, from which the phones page's types are generated.

Example: python -m interfaces.sandbox.openapi > dashboard/src/phones/api/openapi.json
"""

import json
import sys
import tempfile
from pathlib import Path

from fastapi import FastAPI

from interfaces.sandbox.sandbox import Sandbox
from interfaces.sandbox.world import SandboxSettings


def description() -> str:
    """The description as JSON text, the same for the same code."""
    with tempfile.TemporaryDirectory() as directory:
        sandbox = Sandbox(
            SandboxSettings(
                directory=Path(directory),
                own_url="",
                webhook_url="",
                app_secret=b"",
                access_token="",
                consumer_secret="",
                passkey="",
                shops=(),
            )
        )
        app = FastAPI(title="Dukani phones", version="1")
        for router in sandbox.routers:
            app.include_router(router)
        sandbox.store.close()
        return json.dumps(app.openapi(), indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.stdout.write(description())
