"""The composition: the one place where the real world is chosen. Only the entry points see it."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property

from application.brain.eye.eye import Eye
from application.conversing import Conversing
from application.execute import Shop
from application.forgetting import Forgetting
from application.inbound import Inbound
from application.ports import Clock
from application.rehearsing import Rehearsal
from application.unit import Units
from domain.channel import Channel
from domain.identity import BoutiqueId, CustomerId, PaymentId
from interfaces.alerting import Alerting
from interfaces.brains import ChosenBrains, brain_settings, desk_of
from interfaces.by_twilio import ByTwilio
from interfaces.callbacks import AttemptRef
from interfaces.channels import Channels
from interfaces.connections.connections import Connections
from interfaces.connections.numbers import NumberPlans
from interfaces.connections.wiring import connections_of
from interfaces.doors import Doors
from interfaces.duckdb.client import RemoteFigures
from interfaces.duckdb.keeper import ask_figures
from interfaces.exporting.exports import Exports
from interfaces.ingress.naming import records_of
from interfaces.ingress.quarantine import Quarantine
from interfaces.ingress.readings import MESSAGES
from interfaces.ingress.spool import Spool
from interfaces.ingress.waiting import PostgresInbox
from interfaces.meta import Meta
from interfaces.mpesa import token
from interfaces.mpesa_till import MpesaTill
from interfaces.open_shelf import open_shelf
from interfaces.other_tills import OtherTills
from interfaces.postgres.boutique_credentials import PostgresCredentials
from interfaces.postgres.credentials import Addresses, Credentials
from interfaces.postgres.database import Database
from interfaces.postgres.embedded import EmbeddedServer
from interfaces.postgres.event_store import PostgresFactLog
from interfaces.postgres.leftovers import PostgresLeftovers
from interfaces.postgres.migrate import DATABASE, database_in
from interfaces.postgres.pictures import StoredPictures
from interfaces.postgres.startup import refuse_unsafe
from interfaces.postgres.vault import PostgresVault
from interfaces.safaricom import Safaricom
from interfaces.settings import Settings
from interfaces.shelf.picture_vectors import PictureVectors
from interfaces.shelf.shelf import PostgresShelf
from interfaces.tills import TillRefunds, Tills
from interfaces.tracing.tracing import Tracing, tracing_of
from interfaces.whatsapp.client import CloudApi

_OPENED = ("cloud_api", "twilio", "mpesa", "other_tills", "brains", "tracing", "alerting", "database")


class SystemClock:
    """The time of this machine, in UTC."""

    def now(self) -> datetime:
        """Now."""
        return datetime.now(UTC)


@dataclass(frozen=True)
class House:
    """Everything of one process, made when it is first asked for."""

    settings: Settings
    credentials: Credentials
    addresses: Addresses
    clock: Clock = field(default_factory=SystemClock)

    @cached_property
    def database(self) -> Database:
        """The pools. Raises: UnsafeDatabase when it should not be trusted with tenants' facts."""
        pooler = self.settings.pooler_url
        behind = self._through(pooler.get_secret_value()) if pooler else None
        database = Database(self.addresses, self.settings.workers + 8, behind)
        refuse_unsafe(database)
        return database

    def _through(self, pooler: str) -> Addresses:
        return Addresses.of(pooler, self.credentials, database_in(pooler))

    @cached_property
    def log(self) -> PostgresFactLog:
        """The facts."""
        return PostgresFactLog(self.database)

    @cached_property
    def vault(self) -> PostgresVault:
        """The seals."""
        return PostgresVault(self.database, self.credentials.master)

    @cached_property
    def boutique_credentials(self) -> PostgresCredentials:
        """What neighbours gave the boutiques, sealed."""
        return PostgresCredentials(self.database, self.vault)

    @cached_property
    def pictures(self) -> StoredPictures:
        """The pictures."""
        return StoredPictures(self.database, self.vault, open_shelf(self.settings))

    @cached_property
    def shop(self) -> Shop:
        """The commands."""
        return Shop(Units(self.log, self.vault, self.clock), self.clock)

    @cached_property
    def eye(self) -> Eye:
        """The offline eye."""
        return Eye()

    @cached_property
    def tracing(self) -> Tracing:
        """The traces, where an operator wants them."""
        return tracing_of(self.settings)

    @cached_property
    def brains(self) -> ChosenBrains:
        """What thinks, for each boutique its own."""
        desk = desk_of(self.database, self.vault, self.clock)
        own, watched = self.boutique_credentials, self.tracing.model
        return ChosenBrains(self.eye, brain_settings(self.settings), own, desk, watched)

    @cached_property
    def shelf(self) -> PostgresShelf:
        """The search."""
        return PostgresShelf(self.database, self.clock)

    @cached_property
    def vectors(self) -> PictureVectors:
        """The pictures' vectors."""
        return PictureVectors(self.database)

    @cached_property
    def sales(self) -> RemoteFigures:
        """The figures, which the worker keeps."""
        return ask_figures(self.settings.data_dir)

    @cached_property
    def forgetting(self) -> Forgetting:
        """The erasures."""
        return Forgetting(self.shop, self.vault, PostgresLeftovers(self.database, self.addresses.owner))

    @cached_property
    def spool(self) -> Spool:
        """What came in while the database was away."""
        return Spool(self.settings.data_dir / "spool")

    @cached_property
    def quarantine(self) -> Quarantine:
        """What was set aside."""
        return Quarantine(self.database)

    @cached_property
    def inbox(self) -> PostgresInbox:
        """What is accepted and not settled."""
        return PostgresInbox(self.database, MESSAGES)

    @cached_property
    def messenger(self) -> Channels:
        """WhatsApp, on every channel."""
        return Channels({Channel.CLOUD_API: self.cloud_api, Channel.TWILIO: self.twilio.messenger})

    @cached_property
    def cloud_api(self) -> CloudApi:
        """Meta's Cloud API, or the sandbox that plays it."""
        return CloudApi(self.meta.where, self.meta.access)

    @property
    def meta(self) -> Meta:
        """Where the Cloud API is, and who speaks there."""
        return Meta(self.settings, self.database, self.boutique_credentials, self.secret)

    @cached_property
    def twilio(self) -> ByTwilio:
        """WhatsApp by Twilio."""
        own, secret = self.boutique_credentials, self.secret("twilio-links")
        return ByTwilio(self.settings, self.database, own, self.pictures, self.clock, secret)

    @cached_property
    def money(self) -> Tills:
        """The money, at every neighbour."""
        return Tills({"mpesa": self.mpesa.daraja, **self.other_tills.by_provider})

    @cached_property
    def other_tills(self) -> OtherTills:
        """The money's neighbours beside M-Pesa."""
        return OtherTills(self.settings, self.boutique_credentials, self.safaricom.where, self.clock)

    @cached_property
    def refunds(self) -> TillRefunds:
        """Money back, by every neighbour; what PayLink asked for is M-Pesa's to give back."""
        mpesa = self.mpesa.refunds
        return TillRefunds({"mpesa": mpesa, "paylink": mpesa, **self.other_tills.refunds})

    @cached_property
    def mpesa(self) -> MpesaTill:
        """M-Pesa, or the sandbox that plays it."""
        safaricom = self.safaricom
        callbacks = self.secret("callbacks")
        return MpesaTill(safaricom.where, self.boutique_credentials, safaricom.installations, callbacks)

    @property
    def safaricom(self) -> Safaricom:
        """M-Pesa's maker, and the installation's app there."""
        return Safaricom(self.settings, self.secret)

    @cached_property
    def connections(self) -> Connections:
        """What the boutiques are connected to."""
        twilio = self.settings.twilio_api, self.twilio.installation
        numbers, store = NumberPlans(self.meta.where, self.meta.access, *twilio), self.boutique_credentials
        return connections_of(self.shop, store, self.database, numbers, self.safaricom, self.brains)

    @property
    def rehearsal(self) -> Rehearsal:
        """The agent as it would speak, heard by its owner alone."""
        return Rehearsal(self.log, self.vault, self.clock, self.brains, self.shelf, self.pictures)

    @cached_property
    def doors(self) -> Doors:
        """The ways into the dashboard."""
        return Doors(self.settings, self.database, self.shop, self.clock, self.secret)

    @property
    def exports(self) -> Exports:
        """The copies of all that boutiques have."""
        folder = self.settings.data_dir / "exports"
        return Exports(self.database, self.vault, self.pictures, folder, self.clock.now)

    @cached_property
    def alerting(self) -> Alerting:
        """The buzzes on the phones of the people of the shops."""
        return Alerting(self.settings, self.database, self.clock, self.secret)

    @cached_property
    def conversing(self) -> Conversing:
        """The turns."""
        return Conversing(
            Units(self.log, self.vault, self.clock),
            self.inbox,
            self.messenger,
            self.pictures,
            self.brains,
            self.shelf,
            timedelta(minutes=self.settings.pay_within_minutes),
            self._records_of,
        )

    def _records_of(self, boutique: BoutiqueId, said: Inbound) -> Sequence[CustomerId]:
        return records_of(self.secret("lanes"), boutique, said.channel, said.moved_to or said.sender)

    def token_of(self, boutique: BoutiqueId, payment: PaymentId, attempt: int) -> str:
        """The unguessable name of a payment's attempt."""
        return token.issue(self.secret("callbacks"), AttemptRef(boutique, payment, attempt))

    def refund_token_of(self, boutique: BoutiqueId, payment: PaymentId, refund: int) -> str:
        """The unguessable name of a payment's refund."""
        return token.issue(self.secret("callbacks"), AttemptRef(boutique, payment, refund), token.REFUND)

    def secret(self, purpose: str) -> bytes:
        """A secret for one purpose, derived from the master key; none tells anything of another."""
        return hmac.new(self.credentials.master, f"dukani|{purpose}".encode(), hashlib.sha256).digest()

    def close(self) -> None:
        """Give back what was opened."""
        for name in _OPENED:
            if name in self.__dict__:
                self.__dict__[name].close()


def house(settings: Settings) -> House:
    """The house over the database that the settings name; it must run and be migrated already.

    Raises: ServerFailed, PermissionError.
    """
    credentials = Credentials.kept_in(settings.data_dir)
    if settings.database_url:
        base = settings.database_url.get_secret_value()
        return House(settings, credentials, Addresses.of(base, credentials, database_in(base)))
    base = EmbeddedServer(settings.data_dir, credentials).attach()
    return House(settings, credentials, Addresses.of(base, credentials, DATABASE))
