"""Prints the two routes of the demo's start page as OpenAPI JSON, from which its types are generated.

Nothing is called here: the routes are described by their models, without a sandbox behind them.
"""

import json
import sys

from fastapi import FastAPI

from interfaces.playground import DemoBoutique, SignIn


def described_app() -> FastAPI:
    """The start page's routes as far as their description goes."""
    app = FastAPI(title="Dukani start page", version="1")

    @app.get("/sandbox/api/boutiques", operation_id="startBoutiques")
    def boutiques() -> list[DemoBoutique]:
        raise NotImplementedError

    @app.post("/sandbox/api/sign-in", status_code=204, operation_id="startSignIn")
    def sign_in(who: SignIn) -> None:
        raise NotImplementedError

    return app


if __name__ == "__main__":
    json.dump(described_app().openapi(), sys.stdout, indent=2, sort_keys=True)
    sys.stdout.write("\n")
