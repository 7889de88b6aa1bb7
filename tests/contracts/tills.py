"""A boutique's till at each of the money's neighbours, with the customer who pays there beside it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx
from fastapi import FastAPI
from pydantic import SecretStr

from application.ports import Evidence, MobileMoney, PayeeAccount, PromptRequest, PromptTicket
from domain.identity import BoutiqueId, PaymentId
from domain.money import Money
from interfaces.airtel.access import AirtelCredentials
from interfaces.airtel.airtel import Airtel, AirtelSettings
from interfaces.airtel.callback import airtel_callbacks
from interfaces.airtel.callback import read_callback as read_airtel
from interfaces.callbacks import AttemptRef, Callback, address_of
from interfaces.mpesa import faults
from interfaces.mpesa.callback import read_callback as read_mpesa
from interfaces.mpesa.token import issue
from interfaces.paylink.credentials import PayLinkCredentials
from interfaces.paylink.paylink import PayLink, PayLinkSettings
from interfaces.paylink.reach import Reach
from interfaces.paystack.paystack import Paystack, PaystackCredentials, PaystackSettings
from interfaces.paystack.webhook import paystack_webhook, read_event
from tests.emulators.process import Emulator, running
from tests.support.sandbox import CALLBACK_SECRET, Heard, Stage, _Callbacks, listening, served

BOUTIQUE = BoutiqueId(uuid4())
HERE = Reach(("127.0.0.1",))
"""An operator vouches for servers on this machine."""
AIRTEL_KEY = "the callback key"
PAYSTACK_KEY = "sk_live_emulated"
OTHER_KEY = "sk_live_somebody_elses"


@dataclass
class Till:
    """One neighbour's till.

    Shape: `prompt_path` is where a prompt goes in, and before it as many calls to the same path.
    """

    money: MobileMoney
    payee: PayeeAccount
    emulator: Emulator
    heard: Heard
    read: Callable[[bytes], Evidence]
    prompt_path: str
    pays: Callable[[PromptTicket], object]
    declines: Callable[[PromptTicket], object]
    calls_before: int = 0
    callback_base: str = ""
    shillings: Iterator[int] = field(default_factory=lambda: iter(range(100, 9_000)))

    def request(self, **changes: Any) -> PromptRequest:
        """A request of its own, for an amount of its own."""
        ref = AttemptRef(BOUTIQUE, PaymentId(uuid4()), changes.get("attempt", 1))
        whole: dict[str, Any] = {
            "boutique": BOUTIQUE,
            "payment": ref.payment,
            "attempt": ref.attempt,
            "payee": self.payee,
            "amount": Money.shillings(next(self.shillings)),
            "phone": "+254703345604",
            "reference": "DK-1042",
            "token": issue(CALLBACK_SECRET, ref),
        }
        return PromptRequest(**{**whole, **changes})

    def callbacks(self, asked: PromptRequest) -> list[Callback]:
        """What was called back about this request."""
        return [each for each in list(self.heard.callbacks) if each.about.payment == asked.payment]


@contextmanager
def paylink(stage: Stage, **settings: Any) -> Iterator[Till]:
    """PayLink in front of the sandbox's M-Pesa."""
    base = f"{stage.url}/sandbox/daraja"
    with running("tests.emulators.paylink.app", settings) as emulator:
        money = PayLink(
            PayLinkSettings(base, stage.url, timeout=8, reach=HERE),
            lambda _: paylink_credentials(emulator.url),
            stage.money.query,
            lambda status, body: faults.failure_of(httpx.Response(status, text=body)),
        )

        def act(ticket: PromptTicket, what: str, **body: str) -> None:
            path = f"/phones/grace/mpesa/{ticket.checkout_id}/{what}"
            stage.people.post(path, json=body or None).raise_for_status()

        yield Till(
            money,
            PayeeAccount(BOUTIQUE, "paylink", "174379", is_till=False),
            emulator,
            stage.heard,
            read_mpesa,
            "/mcp/$",
            lambda ticket: act(ticket, "pin", pin="1234"),
            lambda ticket: act(ticket, "cancel"),
            calls_before=2,
        )


def paylink_credentials(url: str) -> PayLinkCredentials:
    """What a boutique has at PayLink."""
    return PayLinkCredentials(
        address=f"{url}/mcp",
        api_key=SecretStr("plk_test"),
        project="demo",
        consumer_key=SecretStr("consumer key"),
        consumer_secret=SecretStr("consumer secret"),
        passkey=SecretStr("passkey"),
    )


@contextmanager
def airtel(callback_key: str = AIRTEL_KEY) -> Iterator[Till]:
    """Airtel Money, whose callbacks are signed unless there is no key."""
    heard, app = Heard(), FastAPI()
    keys = (callback_key.encode(),) if callback_key else ()
    app.include_router(airtel_callbacks(_Callbacks(heard), CALLBACK_SECRET, lambda _: keys))
    with listening() as (listener, url), served(app, listener):
        settings = {
            "client_id": "the app",
            "client_secret": "its secret",
            "callback_key": callback_key,
            "callback_url": f"{url}/cb/airtel/{address_of(CALLBACK_SECRET, 'airtel', BOUTIQUE)}",
        }
        with running("tests.emulators.airtel.app", settings) as emulator:
            money = Airtel(
                AirtelSettings(emulator.url, timeout=2),
                lambda _: AirtelCredentials(
                    client_id=SecretStr("the app"), client_secret=SecretStr("its secret")
                ),
            )
            yield Till(
                money,
                PayeeAccount(BOUTIQUE, "airtel", "AM-1", is_till=False),
                emulator,
                heard,
                read_airtel,
                "/merchant/v1/payments/",
                lambda ticket: emulator.command("pin", {"id": ticket.checkout_id}),
                lambda ticket: emulator.command("pin", {"id": ticket.checkout_id, "status": "TF"}),
                callback_base=url,
            )
            money.close()


@contextmanager
def paystack(domain: str = "live") -> Iterator[Till]:
    """Cards at Paystack, in an account of the boutique's own."""
    heard, app = Heard(), FastAPI()

    def key_of(whose: BoutiqueId | None) -> bytes | None:
        return {BOUTIQUE: PAYSTACK_KEY.encode(), None: OTHER_KEY.encode()}.get(whose)

    app.include_router(paystack_webhook(_Callbacks(heard), CALLBACK_SECRET, key_of))
    with listening() as (listener, url), served(app, listener):
        settings = {
            "secret_key": PAYSTACK_KEY,
            "domain": domain,
            "subaccounts": ["ACCT_amani"],
            "webhook_url": f"{url}/cb/paystack/{address_of(CALLBACK_SECRET, 'paystack', BOUTIQUE)}",
        }
        with running("tests.emulators.paystack.app", settings) as emulator:
            money = Paystack(
                PaystackSettings(emulator.url, "shop.example", timeout=2),
                lambda _: PaystackCredentials(secret_key=SecretStr(PAYSTACK_KEY)),
            )
            yield Till(
                money,
                PayeeAccount(BOUTIQUE, "paystack", "ACCT_amani", is_till=False),
                emulator,
                heard,
                read_event,
                "/transaction/initialize",
                lambda ticket: emulator.command("pay", {"reference": ticket.checkout_id}),
                lambda ticket: emulator.command("pay", {"reference": ticket.checkout_id, "declined": True}),
                callback_base=url,
            )
            money.close()
