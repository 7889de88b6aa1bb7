"""What an operator may choose, and what is refused with a sentence she can act on."""

import pytest
from pydantic import ValidationError

from interfaces.settings import Settings


def test_a_production_start_that_would_expose_the_sandbox_is_refused() -> None:
    with pytest.raises(ValidationError, match="not served at a public address"):
        Settings(sandbox=True, public_url="https://shop.example.co.ke")


def test_a_production_start_needs_an_https_address_to_be_called_back_at() -> None:
    with pytest.raises(ValidationError, match="call back over HTTPS"):
        Settings(sandbox=False, public_url="http://shop.example.co.ke")


def test_a_production_start_with_an_https_address_is_taken() -> None:
    assert Settings(sandbox=False, public_url="https://shop.example.co.ke").sandbox is False


def test_the_sandbox_needs_nothing_chosen() -> None:
    assert Settings(sandbox=True).own_url == "http://127.0.0.1:8000"


def test_secrets_are_never_shown() -> None:
    settings = Settings(sandbox=True, whatsapp_token="EAAG-very-secret", daraja_passkey="bfb279")

    assert "EAAG-very-secret" not in repr(settings)
    assert "bfb279" not in repr(settings)


@pytest.mark.parametrize("port", [0, 65_536, "eighty"])
def test_a_port_that_cannot_be_is_refused(port: object) -> None:
    with pytest.raises(ValidationError, match="port"):
        Settings(sandbox=True, port=port)


def test_plans_are_offered_as_an_operator_writes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUKANI_PLANS", '[{"name": "Share", "percent": 2.5}]')
    (plan,) = Settings(sandbox=True).plans
    assert plan.terms.commission_basis_points == 250
    monkeypatch.setenv("DUKANI_PLANS", '[{"name": "Share", "percent": 9}]')
    with pytest.raises(ValidationError, match="between 2 and 5 percent"):
        Settings(sandbox=True)
