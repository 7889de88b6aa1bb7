"""Meta's Cloud API: where it is, and with which token each number speaks there; the sandbox plays both."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from application.ports import CredentialStore
from domain.channel import Channel
from domain.identity import BoutiqueId
from interfaces.postgres.database import Database
from interfaces.settings import Settings
from interfaces.whatsapp.access import Access, BoutiqueAccess
from interfaces.whatsapp.client import CloudApiSettings
from interfaces.whatsapp.signup import Signup, SignupApp

DIALOG: Final = "https://www.facebook.com"
SANDBOX_WABA: Final = "1060"
"""The account whose templates the sandbox lists; every shop of its has the same."""


@dataclass(frozen=True, slots=True)
class Meta:
    """Where the Cloud API is, and how this installation's boutiques stand with it."""

    settings: Settings
    database: Database
    credentials: CredentialStore
    secret: Callable[[str], bytes]

    @property
    def where(self) -> CloudApiSettings:
        """The Cloud API, or the sandbox that plays it."""
        if self.settings.plays_whatsapp:
            return CloudApiSettings(base_url=f"{self.settings.own_url}/sandbox/graph", media_hosts=())
        return CloudApiSettings(self.settings.whatsapp_api, self.settings.whatsapp_version)

    @property
    def access(self) -> Callable[[str], Access]:
        """Our token for each number: the boutique's own, else the installation's."""
        if self.settings.plays_whatsapp:
            return lambda _: Access(self.secret("sandbox-token").hex(), waba=SANDBOX_WABA)
        fallback = Access(self.settings.whatsapp_token.get_secret_value())
        return BoutiqueAccess(self.boutique_of, self.credentials, fallback)

    @property
    def signup(self) -> Signup | None:
        """Meta's own dialog for numbers, by our app there; None where an operator named none."""
        settings = self.settings
        app, config, secrets = (
            settings.whatsapp_app_id,
            settings.whatsapp_signup_config,
            settings.whatsapp_app_secrets,
        )
        if settings.plays_whatsapp or not (app and config and secrets):
            return None
        back = f"{(settings.public_url or settings.own_url).rstrip('/')}/shop/number"
        return Signup(self.where, SignupApp(app, secrets[0], config, back, DIALOG))

    def boutique_of(self, account: str) -> BoutiqueId | None:
        """Whose number this is."""
        return self.database.boutique_of_account(Channel.CLOUD_API, account)
