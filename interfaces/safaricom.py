"""Safaricom's Daraja: where it is, and the installation's own app there; the sandbox plays both."""

from collections.abc import Callable
from dataclasses import dataclass

from interfaces.mpesa.access import Credentials
from interfaces.mpesa.calls import DarajaSettings
from interfaces.settings import Settings


@dataclass(frozen=True, slots=True)
class Safaricom:
    """Where Daraja is, and the app that speaks for boutiques without one."""

    settings: Settings
    secret: Callable[[str], bytes]

    @property
    def where(self) -> DarajaSettings:
        """Daraja, or the sandbox that plays it."""
        settings = self.settings
        base = f"{settings.own_url}/sandbox/daraja" if settings.sandbox else settings.daraja_api
        return DarajaSettings(base, settings.called_at)

    @property
    def installations(self) -> Credentials:
        """The installation's own app; in the sandbox the one that it knows."""
        if self.settings.sandbox:
            secret = self.secret("sandbox-consumer").hex()
            return Credentials("sandbox", secret, self.passkey, "sandbox", "sandbox")
        return Credentials(
            self.settings.daraja_consumer_key.get_secret_value(),
            self.settings.daraja_consumer_secret.get_secret_value(),
            self.settings.daraja_passkey.get_secret_value(),
        )

    @property
    def passkey(self) -> str:
        """The passkey that the sandbox's paybills know."""
        return self.secret("sandbox-passkey").hex()
