"""The stub stands for the real API: it must offer the same routes."""

from interfaces.http.openapi import described_app
from tests.browser.stub import Shop, stub_app

STEPS = {"/api/orders/{order}/pack", "/api/orders/{order}/deliver", "/api/orders/{order}/cancel"}

DOORS = {
    "/api/sign-up",
    "/api/sign-in",
    "/api/password",
    "/api/second-factor",
    "/api/second-factor/offer",
    "/api/staff",
    "/api/staff/{person}",
}
"""Tried in a whole house, by test_accounts.py."""


def test_the_stub_offers_every_route_of_the_real_api() -> None:
    real = {path for path in described_app().openapi()["paths"] if path.startswith("/api/")}
    stub = set(stub_app(Shop()).openapi()["paths"])

    assert real - STEPS - DOORS <= stub
