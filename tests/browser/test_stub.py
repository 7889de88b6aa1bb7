"""The stub stands for the real API: what it answers, the real one answers too."""

from interfaces.http.openapi import described_app
from tests.browser.stub import Shop, stub_app

ANY_STEP = "/api/orders/{order}/{step}"
"""Pack, deliver and cancel: three routes of the real API, one of the stub."""


def test_the_stub_offers_no_route_that_the_real_api_lacks() -> None:
    real = set(described_app().openapi()["paths"])
    stub = {path for path in stub_app(Shop()).openapi()["paths"] if path.startswith("/api/")}

    assert ANY_STEP in stub
    assert stub - {ANY_STEP} <= real
