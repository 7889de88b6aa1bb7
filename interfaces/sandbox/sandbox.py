"""The sandbox as one thing: its routes, and its courier between start and stop."""

from collections.abc import Sequence

from fastapi import APIRouter

from interfaces.sandbox.chats import Chats
from interfaces.sandbox.courier import Courier
from interfaces.sandbox.daraja import daraja_api
from interfaces.sandbox.gallery import gallery_api
from interfaces.sandbox.graph import graph_api
from interfaces.sandbox.phones import phones_api
from interfaces.sandbox.reversals import reversals_api
from interfaces.sandbox.store import Store
from interfaces.sandbox.town import Town
from interfaces.sandbox.wallets import Wallets
from interfaces.sandbox.world import SandboxSettings


class Sandbox:
    """Meta, Safaricom and the people's phones.

    Example:
        sandbox = Sandbox(settings)
        for router in sandbox.routers: app.include_router(router)
        sandbox.start()
    """

    def __init__(self, settings: SandboxSettings) -> None:
        self.settings = settings
        self.store = Store(settings.directory)
        self.courier = Courier(self.store, settings.app_secret, self._tick)
        self.chats = Chats(settings, self.store, self.courier)
        self.town = Town(settings, self.store)
        self.wallets = Wallets(settings, self.town, self.store, self.courier)
        self.routers: Sequence[APIRouter] = (
            graph_api(settings, self.town, self.chats),
            daraja_api(settings, self.town, self.wallets, self.courier),
            reversals_api(self.store, self.wallets, self.courier),
            phones_api(settings, self.town, self.chats, self.wallets),
            gallery_api(),
        )

    def start(self) -> None:
        """Begin to deliver, first what an earlier run left."""
        self.courier.start()

    def stop(self) -> None:
        """Stop delivering; what is left waits for the next start."""
        self.courier.stop()
        self.store.close()

    def _tick(self) -> None:
        self.wallets.expire()
