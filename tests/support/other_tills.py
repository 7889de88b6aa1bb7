"""A small house whose boutiques take more: Amani Airtel Money and cards too, Pwani by PayLink alone.

Example:
    with tills_exchange() as tills, open_house(server, base, exchanges=(tills,)) as house: …
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from pydantic import SecretStr

from interfaces.airtel.access import AirtelCredentials
from interfaces.callbacks import address_of
from interfaces.composition import House
from interfaces.other_tills import ONE_ACCOUNT
from interfaces.paystack.paystack import PaystackCredentials
from interfaces.sandbox.world import Person
from tests.emulators.process import Emulator, running
from tests.support.exchange import Exchange
from tests.support.house import AMANI, PWANI, id_of, until
from tests.support.one_till import AIRTEL_APP, goes_over, opens_account, paylink_of

SECRET_KEY: Final = "sk_live_emulated"
SUBACCOUNT: Final = "ACCT_amani"
PAYBILL: Final = PWANI.profile.payment.shortcode
_RINGS_WITHIN: Final = 20.0


@dataclass
class TillsExchange(Exchange):
    """PayLink, Airtel Money and Paystack as own processes; the M-Pesa behind PayLink is the sandbox's."""

    airtel: Emulator
    paystack: Emulator
    paylink: Emulator

    def settings(self) -> Mapping[str, object]:
        """Where they are."""
        where = {"airtel_api": self.airtel.url, "paystack_api": self.paystack.url}
        return {**where, "paylink_hosts": ("127.0.0.1",)}

    def move_in(self, home: House, people: Sequence[Person]) -> None:
        """Amani opens accounts at Airtel and Paystack; Pwani goes over to PayLink."""
        store, amani, pwani = home.boutique_credentials, id_of(AMANI), id_of(PWANI)
        app = {key: SecretStr(secret) for key, secret in AIRTEL_APP.items()}
        store.keep(amani, ONE_ACCOUNT, AirtelCredentials(**app))
        store.keep(amani, ONE_ACCOUNT, PaystackCredentials(secret_key=SecretStr(SECRET_KEY)))
        store.keep(pwani, PAYBILL, paylink_of(home, self.paylink, PWANI))
        opens_account(home, AMANI, "airtel", "AM-1")
        opens_account(home, AMANI, "paystack", SUBACCOUNT)
        goes_over(home, PWANI, "paylink", PAYBILL)
        for name, emulator in (("airtel", self.airtel), ("paystack", self.paystack)):
            emulator.command("call-back-to", {"url": called_back_at(home, name)})

    def enters_pin(self) -> None:
        """The customer at her Airtel phone, as soon as it rings."""
        until(lambda: self._ringing() != [], "the Airtel prompt", _RINGS_WITHIN)
        self.airtel.command("pin", {"id": self._ringing()[-1]["name"]})

    def airtel_prompts(self) -> list[dict[str, Any]]:
        """Every prompt that Airtel took."""
        told: list[dict[str, Any]] = self.airtel.control.get("/_control/payments").json()
        return told

    def newest_page(self) -> dict[str, Any]:
        """The page that Paystack made last."""
        pages: list[dict[str, Any]] = self.paystack.control.get("/_control/transactions").json()
        return pages[-1]

    def pays_by_card(self, **how: Any) -> None:
        """The customer at that page."""
        self.paystack.command("pay", {"reference": self.newest_page()["reference"], **how})

    def forget(self) -> None:
        """Drop faults and manners that a story asked for."""
        for emulator in (self.airtel, self.paystack, self.paylink):
            emulator.forget()
        for emulator in (self.airtel, self.paystack):
            emulator.command("manner", {})

    def _ringing(self) -> list[dict[str, Any]]:
        return [each for each in self.airtel_prompts() if each["status"] == "TIP"]


@contextmanager
def tills_exchange() -> Iterator[TillsExchange]:
    """The three neighbours, running."""
    cards = {"secret_key": SECRET_KEY, "subaccounts": [SUBACCOUNT]}
    with (
        running("tests.emulators.airtel.app", AIRTEL_APP) as airtel,
        running("tests.emulators.paystack.app", cards) as paystack,
        running("tests.emulators.paylink.app") as paylink,
    ):
        yield TillsExchange(airtel, paystack, paylink)


def called_back_at(home: House, neighbour: str) -> str:
    """Where this neighbour calls Amani back."""
    address = address_of(home.secret("callbacks"), neighbour, id_of(AMANI))
    return f"{home.settings.own_url}/cb/{neighbour}/{address}"
