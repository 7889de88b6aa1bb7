"""Prints the API as OpenAPI JSON, from which the dashboard's types are generated.

Example: python -m interfaces.http.openapi > dashboard/openapi.json
"""

import json
import sys
from typing import cast

from fastapi import FastAPI

from interfaces.http.dashboard import dashboard_router
from interfaces.http.deps import DashboardDeps
from interfaces.http.health import health_router
from interfaces.http.platform import platform_router
from interfaces.http.platform_deps import PlatformDeps


class _Unconnected:
    """Stands for dependencies where routes are described and never called."""


def described_app() -> FastAPI:
    """The application as far as its description goes."""
    app = FastAPI(title="Dukani", version="1")
    app.include_router(dashboard_router(cast("DashboardDeps", _Unconnected())))
    app.include_router(platform_router(cast("PlatformDeps", _Unconnected())))
    app.include_router(health_router([]))
    return app


if __name__ == "__main__":
    json.dump(described_app().openapi(), sys.stdout, indent=2, sort_keys=True)
    sys.stdout.write("\n")
