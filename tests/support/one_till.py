"""The small house with boutiques whose one and only till is PayLink's, or Airtel's.

Example:
    with airtel_alone() as airtel, open_house(server, base, exchanges=(airtel,)) as house: …
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Final
from uuid import uuid4

from pydantic import SecretStr

from domain.boutique.boutique import Boutique as BoutiqueAggregate
from domain.fact import Facts
from interfaces.airtel.access import AirtelCredentials
from interfaces.callbacks import address_of
from interfaces.composition import House
from interfaces.demo.catalogue import BOUTIQUES, Boutique
from interfaces.demo.ids import demo_boutique
from interfaces.other_tills import ONE_ACCOUNT
from interfaces.paylink.credentials import PayLinkCredentials
from interfaces.sandbox.screens import PromptScreen
from interfaces.sandbox.world import Person
from tests.emulators.process import Emulator, running
from tests.support.exchange import Exchange
from tests.support.phones import Ability, CannotCarry, Wallet

AIRTEL_APP: Final = {
    "client_id": "the app",
    "client_secret": "its secret",
    "callback_key": "the callback key",
}
_PIN: Final = "1234"
_DONE: Final = {
    "cancel": {"status": "TF", "code": "DP00800001008"},
    "out-of-reach": {"status": "TE"},
    "no-money": {"status": "TF"},
}
_WRONG_PIN: Final = {"status": "TF", "code": "DP00800001002"}


class AirtelWallet(Wallet):
    """One person's Airtel Money at the emulator."""

    name, has_our_names = "Airtel Money", True

    def __init__(self, person: Person, airtel: Emulator) -> None:
        self._msisdn, self._airtel = person.phone.removeprefix("+254"), airtel

    def prompt(self) -> PromptScreen | None:
        """The newest that waits for her PIN."""
        ringing = [each for each in self._prompts() if each["status"] == "TIP"]
        return _screen(ringing[-1]) if ringing else None

    def answers(self, how: str, told: Mapping[str, str]) -> None:
        """Her PIN, or why there is none."""
        prompt = self.prompt()
        assert prompt, how
        right = {} if told.get("pin") == _PIN else _WRONG_PIN
        self._airtel.command("pin", {"id": prompt.checkout, **_DONE.get(how, right)})

    def next_outcome(self, outcome: str) -> None:
        """As the sandbox's M-Pesa has them, but for amounts: Airtel calls back none."""
        if outcome == "wrong-amount":
            raise CannotCarry(Ability.OTHER_AMOUNTS)
        self._airtel.command("outcome", {"msisdn": self._msisdn, "outcome": outcome})

    def times_paid(self) -> int:
        """Each prompt that she paid."""
        return sum(each["money_id"] is not None for each in self._prompts())

    def _prompts(self) -> list[dict[str, Any]]:
        prompts = self._airtel.control.get("/_control/payments").json()
        return [each for each in prompts if each["msisdn"] == self._msisdn]


class AirtelAlone(Exchange):
    """Both boutiques take Airtel Money and nothing else, each by an app of its own."""

    rings = "airtel"

    def __init__(self, airtel: Emulator) -> None:
        self.airtel = airtel

    def settings(self) -> Mapping[str, object]:
        """Where it is."""
        return {"airtel_api": self.airtel.url}

    def move_in(self, home: House, people: Sequence[Person]) -> None:
        """Open the accounts."""
        for shop in BOUTIQUES:
            boutique, app = demo_boutique(shop.profile), {**AIRTEL_APP, "client_id": shop.profile.slug}
            secrets = {name: SecretStr(secret) for name, secret in app.items()}
            home.boutique_credentials.keep(boutique, ONE_ACCOUNT, AirtelCredentials(**secrets))
            address = address_of(home.secret("callbacks"), "airtel", boutique)
            url = f"{home.settings.own_url}/cb/airtel/{address}"
            self.airtel.command("apps", {"client_id": shop.profile.slug, "callback_url": url})
            goes_over(home, shop, "airtel", f"AM-{shop.profile.slug}")

    def wallet(self, person: Person) -> Wallet | None:
        """Hers at Airtel."""
        return AirtelWallet(person, self.airtel)

    def is_quiet(self) -> bool:
        """Whether no callback is on its way."""
        return bool(self.airtel.control.get("/_control/flying").json() == 0)

    def prompts_rung(self, shop: Boutique) -> Sequence[str]:
        """By its own app."""
        return [each["reference"] for each in self._prompts(shop)]

    def receipts(self, shop: Boutique) -> Sequence[str]:
        """Airtel's ids of the money."""
        return [each["money_id"] for each in self._prompts(shop) if each["money_id"]]

    def _prompts(self, shop: Boutique) -> list[dict[str, Any]]:
        prompts: list[dict[str, Any]] = self.airtel.control.get("/_control/payments").json()
        return [each for each in prompts if each["app"] == shop.profile.slug]


class PayLinkAlone(Exchange):
    """Both boutiques ask for money by PayLink and by nothing else; behind it is the sandbox's M-Pesa."""

    def __init__(self, paylink: Emulator) -> None:
        self.paylink = paylink

    def settings(self) -> Mapping[str, object]:
        """An operator vouches for the server beside us."""
        return {"paylink_hosts": ("127.0.0.1",)}

    def move_in(self, home: House, people: Sequence[Person]) -> None:
        """Each with its own paybill, as PayLink knows it."""
        for shop in BOUTIQUES:
            paybill = shop.profile.payment.shortcode
            own = paylink_of(home, self.paylink, shop)
            home.boutique_credentials.keep(demo_boutique(shop.profile), paybill, own)
            goes_over(home, shop, "paylink", paybill)


@contextmanager
def airtel_alone() -> Iterator[AirtelAlone]:
    """Airtel's emulator, running."""
    with running("tests.emulators.airtel.app", AIRTEL_APP) as airtel:
        yield AirtelAlone(airtel)


@contextmanager
def paylink_alone() -> Iterator[PayLinkAlone]:
    """PayLink's emulator, running."""
    with running("tests.emulators.paylink.app") as paylink:
        yield PayLinkAlone(paylink)


def paylink_of(home: House, paylink: Emulator, shop: Boutique) -> PayLinkCredentials:
    """What PayLink gave this boutique."""
    return PayLinkCredentials(
        address=f"{paylink.url}/mcp",
        api_key=SecretStr("plk_test"),
        project=shop.profile.slug,
        consumer_key=SecretStr("sandbox"),
        consumer_secret=SecretStr(home.secret("sandbox-consumer").hex()),
        passkey=SecretStr(home.safaricom.passkey),
    )


def opens_account(home: House, shop: Boutique, provider: str, account: str) -> None:
    """The boutique takes money by this neighbour too."""
    decides(
        home,
        shop,
        lambda told: told.connect_payment_account(provider=provider, shortcode=account, is_till=False),
    )


def goes_over(home: House, shop: Boutique, provider: str, account: str) -> None:
    """The boutique takes money by this neighbour, and no more by M-Pesa itself."""
    opens_account(home, shop, provider, account)
    decides(home, shop, lambda told: told.disconnect_payment_account("mpesa"))


def decides(home: House, shop: Boutique, decide: Callable[[BoutiqueAggregate], Facts]) -> None:
    """The boutique's own decision, recorded."""
    boutique = demo_boutique(shop.profile)
    home.shop.tell(boutique, uuid4(), BoutiqueAggregate, boutique, decide)


def _screen(payment: Mapping[str, Any]) -> PromptScreen:
    return PromptScreen(
        checkout=payment["name"],
        payee="Airtel Money",
        reference=payment["reference"],
        shillings=payment["amount"],
        ends_at=datetime.now(UTC),
    )
