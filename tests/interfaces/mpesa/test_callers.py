"""Where an operator names Safaricom's networks, nobody else reaches the addresses it calls."""

from ipaddress import IPv4Network, IPv6Network, ip_network

import pytest
from fastapi import APIRouter, Depends, FastAPI
from fastapi.testclient import TestClient

from interfaces.mpesa.callers import only_from

SAFARICOM = (ip_network("196.201.214.0/24"), ip_network("196.201.213.114/32"))


def answer_to(host: str, *networks: IPv4Network | IPv6Network) -> int:
    """What a caller from there hears."""
    router = APIRouter()
    router.add_api_route("/cb", lambda: None, status_code=204)
    app = FastAPI()
    app.include_router(router, dependencies=[Depends(only_from(networks))])
    return TestClient(app, client=(host, 4711)).get("/cb").status_code


@pytest.mark.parametrize(
    ("host", "status"),
    [("196.201.214.206", 204), ("196.201.213.114", 204), ("196.201.213.44", 404), ("nowhere", 404)],
)
def test_only_the_named_networks_are_let_in(host: str, status: int) -> None:
    assert answer_to(host, *SAFARICOM) == status


def test_without_a_named_network_anybody_may_call() -> None:
    assert answer_to("203.0.113.9") == 204
