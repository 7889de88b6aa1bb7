"""Prints the sandbox's API as OpenAPI JSON, from which the types of the phones and the start page are generated.

Nothing is called here: the routes are described without a sandbox behind them.
"""

import json
import sys
from typing import Any, cast

from fastapi import FastAPI

from interfaces.playground import DemoBoutique, SignIn
from interfaces.sandbox.phones import phones_api


def described_app() -> FastAPI:
    """The sandbox as far as its description goes."""
    app = FastAPI(title="Dukani sandbox", version="1")
    nothing = cast("Any", None)
    app.include_router(phones_api(nothing, nothing, nothing, nothing))

    @app.get("/sandbox/api/boutiques", operation_id="sandboxBoutiques")
    def boutiques() -> list[DemoBoutique]:
        raise NotImplementedError

    @app.post("/sandbox/api/sign-in", status_code=204, operation_id="sandboxSignIn")
    def sign_in(who: SignIn) -> None:
        raise NotImplementedError

    return app


if __name__ == "__main__":
    json.dump(described_app().openapi(), sys.stdout, indent=2, sort_keys=True)
    sys.stdout.write("\n")
