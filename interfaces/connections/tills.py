"""Connecting a till: M-Pesa itself, PayLink before it, Airtel Money, or cards by Paystack."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from pydantic import SecretStr, ValidationError

from application.commands import ConnectPaymentAccount
from application.ports import Credentials
from interfaces.airtel import check as airtel
from interfaces.airtel.access import AirtelCredentials
from interfaces.connections.offers import AirtelTill, MpesaTill, PayLinkTill, PaystackTill
from interfaces.connections.plan import ONE_ACCOUNT, Plan, must_work, refusal
from interfaces.findings import Finding, Verdict
from interfaces.mpesa import check as mpesa
from interfaces.mpesa.access import Credentials as DarajaCredentials
from interfaces.mpesa.credentials import MpesaCredentials
from interfaces.paylink import check as paylink
from interfaces.paylink.credentials import PayLinkCredentials
from interfaces.paylink.reach import Reach
from interfaces.paystack import check as paystack
from interfaces.paystack.paystack import PaystackCredentials
from interfaces.public_addresses import NotPublic, Resolve, resolved
from interfaces.sayings import Saying
from interfaces.settings import Settings

AT_SAFARICOM: Final = "mpesa"
"""Where a till of M-Pesa is, whoever stands before it."""

EVERYBODYS: Final = "174379"
"""Safaricom's own number for trying things out; no money comes to it. Source: the Daraja portal."""

TILLS: Final = (mpesa.NAME, paylink.NAME, airtel.NAME, paystack.NAME)


@dataclass(frozen=True, slots=True)
class TillPlans:
    """The ways to be paid, and where their neighbours are. `shared` is the installation's own app.

    Shape: `paylink_hosts` are PayLink servers inside our own network, for which an operator vouches.
    """

    daraja: str
    shared: DarajaCredentials
    airtel_api: str
    paystack_api: str
    paystack_key: str
    paylink_hosts: tuple[str, ...] = ()
    resolve: Resolve = resolved

    def mpesa(self, offer: MpesaTill) -> Plan:
        """A paybill or till whose app Safaricom knows. Raises: NotConnected."""
        key, secret, passkey = offer.app
        own = MpesaCredentials(consumer_key=key, consumer_secret=secret, passkey=passkey)
        given = bool(key.get_secret_value())
        found = mpesa.check(self.daraja, own.app if given else self.shared)
        command = ConnectPaymentAccount("mpesa", offer.shortcode, offer.is_till, offer.store_number)
        keeps = own if given else None
        return must_work(found, Plan(found, offer.shortcode, command, keeps, _claim(offer.shortcode)))

    def paylink(self, offer: PayLinkTill) -> Plan:
        """A till behind a PayLink server that answers, before an app that Safaricom knows.

        Raises: NotConnected.
        """
        credentials = _paylink_credentials(offer)
        self._must_be_reachable(credentials.address)
        found = self.paylink_found(credentials)
        command = ConnectPaymentAccount("paylink", offer.shortcode, offer.is_till)
        return must_work(found, Plan(found, offer.shortcode, command, credentials, _claim(offer.shortcode)))

    def airtel(self, offer: AirtelTill) -> Plan:
        """An app to which Airtel gives a token. Raises: NotConnected."""
        key = offer.callback_key if offer.callback_key.get_secret_value() else None
        credentials = AirtelCredentials(
            client_id=offer.client_id, client_secret=offer.client_secret, callback_key=key
        )
        found = airtel.check(self.airtel_api, (credentials,))
        command = ConnectPaymentAccount("airtel", ONE_ACCOUNT, is_till=False)
        return must_work(found, Plan(found, ONE_ACCOUNT, command, credentials))

    def paystack(self, offer: PaystackTill) -> Plan:
        """An account whose key Paystack knows. Raises: NotConnected."""
        credentials = PaystackCredentials(secret_key=offer.secret_key)
        found = paystack.check(self.paystack_api, offer.secret_key.get_secret_value())
        command = ConnectPaymentAccount("paystack", ONE_ACCOUNT, is_till=False)
        return must_work(found, Plan(found, ONE_ACCOUNT, command, credentials))

    def found(self, provider: str, kept: Credentials | None) -> Finding:
        """How a connected till is now, by what was kept for it."""
        match kept:
            case MpesaCredentials():
                return mpesa.check(self.daraja, kept.app)
            case PayLinkCredentials():
                return self.paylink_found(kept)
            case AirtelCredentials():
                return airtel.check(self.airtel_api, (kept,))
            case PaystackCredentials():
                return paystack.check(self.paystack_api, kept.secret_key.get_secret_value())
        if provider == paystack.NAME:
            return paystack.check(self.paystack_api, self.paystack_key)
        return mpesa.check(self.daraja, self.shared)

    def _must_be_reachable(self, address: str) -> None:
        """Nobody who connects a shop makes us knock at doors inside our network. Raises: NotConnected."""
        try:
            self._reach.way_to(address)
        except (OSError, UnicodeError):
            host = urlsplit(address).hostname or ""
            sentences = (f"there is no {host}", "look at the address again")
            raise refusal(paylink.NAME, sentences, Saying.SERVER_UNKNOWN, host) from None
        except NotPublic:
            does = "give the server's public address; one beside Dukani goes into DUKANI_PAYLINK_HOSTS"
            sentences = ("the address is inside a network", does)
            raise refusal(paylink.NAME, sentences, Saying.SERVER_INSIDE) from None

    @property
    def _reach(self) -> Reach:
        return Reach(self.paylink_hosts, self.resolve)

    def paylink_found(self, credentials: PayLinkCredentials) -> Finding:
        """Whether the server answers, and Safaricom behind it knows the app."""
        found = paylink.check((credentials.address,), self._reach)
        if found.verdict is not Verdict.WORKS:
            return found
        app = DarajaCredentials(*(_told(each) for each in _app(credentials)))
        behind = mpesa.check(self.daraja, app)
        if behind.verdict is not Verdict.WORKS:
            return behind
        return found


def tills_of(settings: Settings, daraja: str, shared: DarajaCredentials) -> TillPlans:
    """The tills of an installation."""
    key = settings.paystack_secret_key.get_secret_value()
    return TillPlans(daraja, shared, settings.airtel_api, settings.paystack_api, key, settings.paylink_hosts)


def is_claimed(provider: str, shortcode: str) -> bool:
    """Whether an account is a till at Safaricom that one boutique alone may have."""
    return provider in (mpesa.NAME, paylink.NAME) and shortcode != EVERYBODYS


def _claim(shortcode: str) -> str | None:
    return None if shortcode == EVERYBODYS else AT_SAFARICOM


def _app(credentials: PayLinkCredentials) -> tuple[SecretStr, SecretStr, SecretStr]:
    return credentials.consumer_key, credentials.consumer_secret, credentials.passkey


def _told(secret: SecretStr) -> str:
    return secret.get_secret_value()


def _paylink_credentials(offer: PayLinkTill) -> PayLinkCredentials:
    """Raises: NotConnected for an address at which secrets are not safe."""
    try:
        credentials = PayLinkCredentials(**offer.model_dump(exclude={"neighbour", "shortcode", "is_till"}))
    except ValidationError as wrong:
        says = str(wrong.errors()[0]["msg"]).removeprefix("Value error, ")
        sentences = (says, "give the https address of the PayLink server")
        raise refusal(paylink.NAME, sentences, Saying.ADDRESS_UNSAFE) from None
    return credentials
