"""WhatsApp by Twilio: whose numbers there are, how we speak to it, and the doors it comes in by."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import psycopg
from fastapi import APIRouter

from application.ports import Clock, CredentialStore, Pictures
from domain.channel import Channel
from domain.identity import BoutiqueId
from interfaces.ingress.delivery import Ingress
from interfaces.postgres.database import Database, StoreUnavailable
from interfaces.settings import Settings
from interfaces.twilio.accounts import Installation, TwilioAccounts, TwilioCredentials
from interfaces.twilio.charges import TwilioCharges
from interfaces.twilio.client import Home, Twilio, TwilioSettings
from interfaces.twilio.links import Links
from interfaces.twilio.pictures import twilio_pictures
from interfaces.twilio.webhook import TwilioDoor, TwilioWebhookSettings, twilio_webhook

_AWAY = (StoreUnavailable, psycopg.OperationalError, psycopg.InterfaceError)


@dataclass(frozen=True)
class ByTwilio:
    """All of Twilio in one process. `secret` has 32 bytes, for the addresses that only we can make."""

    settings: Settings
    database: Database
    credentials: CredentialStore
    pictures: Pictures
    clock: Clock
    secret: bytes

    @cached_property
    def messenger(self) -> Twilio:
        """The adapter."""
        settings = self.settings
        hosts = settings.twilio_api, settings.twilio_messaging, settings.twilio_content
        where = TwilioSettings(settings.called_at, *hosts)
        return Twilio(where, Home(self.accounts, self.links, self.pictures, self.clock.now))

    @cached_property
    def accounts(self) -> TwilioAccounts:
        """Whose number is whose, and by which tokens."""
        return TwilioAccounts(self._boutique_of, self._own, self.installation, _AWAY)

    @property
    def charges(self) -> TwilioCharges:
        """What Twilio takes for messages."""
        return TwilioCharges(self.settings.twilio_api, self.accounts)

    @cached_property
    def links(self) -> Links:
        """The addresses that only this installation can have made."""
        return Links(self.secret)

    def routers(self, ingress: Ingress) -> Sequence[APIRouter]:
        """The webhook, and the door to our pictures."""
        door = TwilioDoor(self.accounts, self.links, ingress, TwilioWebhookSettings(self.settings.called_at))
        return twilio_webhook(door), twilio_pictures(self.links, self.pictures, self.clock)

    def close(self) -> None:
        """Give the connections back."""
        self.messenger.close()

    def _boutique_of(self, account: str) -> BoutiqueId | None:
        return self.database.boutique_of_account(Channel.TWILIO, account)

    def _own(self, boutique: BoutiqueId, account: str) -> TwilioCredentials | None:
        return self.credentials.read(boutique, account, TwilioCredentials)

    @property
    def installation(self) -> Installation | None:
        """The installation's own account, where it has one."""
        sid, tokens = self.settings.twilio_account_sid, self.settings.twilio_auth_tokens
        if not (sid and tokens):
            return None
        contents = self.settings.twilio_contents
        return Installation(sid, TwilioCredentials(auth_tokens=tokens, contents=contents))
