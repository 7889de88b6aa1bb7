"""The sandbox and our webhooks on one real HTTP server on loopback, for tests that go over the wire."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx
import uvicorn
from fastapi import FastAPI

from application.inbound import DeliveryStatus, Inbound, InboxItem
from interfaces.callbacks import Callback
from interfaces.ingress.delivery import Delivery, NotStored
from interfaces.mpesa.access import Credentials
from interfaces.mpesa.callback import mpesa_callbacks
from interfaces.mpesa.calls import DarajaCalls, DarajaSettings
from interfaces.mpesa.daraja import Daraja
from interfaces.sandbox.sandbox import Sandbox
from interfaces.sandbox.world import SandboxSettings, Shop
from interfaces.whatsapp.access import Access
from interfaces.whatsapp.client import CloudApi, CloudApiSettings
from interfaces.whatsapp.reading import read_item
from interfaces.whatsapp.webhook import WebhookSettings, whatsapp_webhook

SHOPS = (Shop("1063", "+254700111222", "Zuri Boutique"), Shop("1064", "+254700111333", "Malaika Styles"))
CALLBACK_SECRET = b"callbacks"
TOKEN = "the access token"
_PATIENCE = 10.0


@dataclass
class Heard:
    """What reached our own side. `deaf` makes the webhook say that nothing is durable."""

    items: list[InboxItem] = field(default_factory=list)
    callbacks: list[Callback] = field(default_factory=list)
    deaf: bool = False

    @property
    def messages(self) -> list[Inbound]:
        """The customers' messages."""
        return [item for item in self.items if isinstance(item, Inbound)]

    @property
    def statuses(self) -> list[DeliveryStatus]:
        """What became of ours."""
        return [item for item in self.items if isinstance(item, DeliveryStatus)]

    async def take(self, delivery: Delivery) -> None:
        """As an ingress for messages."""
        if self.deaf:
            raise NotStored("deaf")
        now = datetime.now(UTC)
        known = {item.provider_id for item in self.items}
        self.items += [read_item(item.raw, now) for item in delivery.items if item.provider_id not in known]


class _Messages:
    def __init__(self, heard: Heard) -> None:
        self.accept = heard.take


class _Callbacks:
    def __init__(self, heard: Heard) -> None:
        self._heard = heard

    async def accept(self, callback: Callback) -> None:
        self._heard.callbacks.append(callback)


@dataclass
class Stage:
    """A running sandbox with our adapters, and a client for the people's side."""

    url: str
    sandbox: Sandbox
    heard: Heard
    messenger: CloudApi
    money: Daraja
    people: httpx.Client


def eventually(is_so: Callable[[], bool], what: str = "it") -> None:
    """Waits for something that another thread does. Raises: AssertionError when it does not happen."""
    end = time.monotonic() + _PATIENCE
    while not is_so():
        assert time.monotonic() < end, f"{what} did not happen"
        threading.Event().wait(0.01)


@contextmanager
def staged(directory: Path, **changes: float) -> Iterator[Stage]:
    """Everything up, then everything down; the directory keeps the sandbox's memory."""
    with listening() as (listener, url):
        settings = SandboxSettings(
            directory=directory,
            own_url=url,
            webhook_url=f"{url}/webhooks/whatsapp",
            app_secret=b"app secret",
            access_token=TOKEN,
            consumer_secret="consumer secret",
            passkey="passkey",
            shops=SHOPS,
            **{"delivered_after": 0.02, **changes},  # type: ignore[arg-type]  # only seconds are changed
        )
        sandbox, heard = Sandbox(settings), Heard()
        with served(_app(sandbox, heard), listener):
            sandbox.start()
            messenger = CloudApi(
                CloudApiSettings(base_url=f"{url}/sandbox/graph", timeout=8),
                lambda _: Access(TOKEN, waba="1060"),
            )
            money = Daraja(
                DarajaCalls(DarajaSettings(f"{url}/sandbox/daraja", url, timeout=8)),
                lambda _: Credentials("consumer key", "consumer secret", "passkey"),
            )
            with httpx.Client(base_url=f"{url}/sandbox/api", timeout=8) as people:
                yield Stage(url, sandbox, heard, messenger, money, people)
            messenger.close()
            money.close()
            sandbox.stop()


def _app(sandbox: Sandbox, heard: Heard) -> FastAPI:
    app = FastAPI()
    for router in sandbox.routers:
        app.include_router(router)
    secrets = (sandbox.settings.app_secret,)
    app.include_router(whatsapp_webhook(_Messages(heard), WebhookSettings(secrets, "verify")))
    app.include_router(mpesa_callbacks(_Callbacks(heard), CALLBACK_SECRET))
    return app


@contextmanager
def webhook_on_loopback(heard: Heard, secrets: tuple[bytes, ...]) -> Iterator[str]:
    """Our webhook for WhatsApp alone, at its address."""
    app = FastAPI()
    app.include_router(whatsapp_webhook(_Messages(heard), WebhookSettings(secrets, "verify")))
    with listening() as (listener, url), served(app, listener):
        yield f"{url}/webhooks/whatsapp"


@contextmanager
def listening() -> Iterator[tuple[socket.socket, str]]:
    """A socket on loopback and its address."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        yield listener, f"http://127.0.0.1:{listener.getsockname()[1]}"


@contextmanager
def served(app: FastAPI, listener: socket.socket) -> Iterator[None]:
    """The application, answering there."""
    config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        eventually(lambda: server.started, "the server's start")
        yield
    finally:
        server.should_exit = True
        thread.join(10)
