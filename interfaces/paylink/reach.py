"""Which PayLink servers may be called: public ones, and those inside our network that an operator names.

A boutique's secrets go to its server with every call, and its address was typed in by whoever connected it.
So the name is looked up anew for each call, and the call goes to the very address that was looked at: one
that changes its mind in between leads nowhere, and what was connected before this rule is held to it too.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from interfaces.public_addresses import NotPublic, Resolve, are_public, resolved

if TYPE_CHECKING:
    import httpx2

INSIDE: Final = "the server stands inside a network; an operator may name it in DUKANI_PAYLINK_HOSTS"


@dataclass(frozen=True, slots=True)
class Way:
    """How a server is reached. `ip` is what was looked at; None for one that an operator named."""

    address: str
    ip: str | None = None

    @property
    def host(self) -> str:
        """The server's name, by which its certificate is checked."""
        return urlsplit(self.address).hostname or ""

    @property
    def hooks(self) -> Mapping[str, list[Callable[..., Awaitable[Any]]]]:
        """What an HTTP client does before each request, so that it goes there and nowhere else."""
        return {"request": [self._go_there]} if self.ip else {}

    async def _go_there(self, request: "httpx2.Request") -> None:
        if request.url.host != self.host:
            raise NotPublic(request.url.host)
        request.extensions = {**request.extensions, "sni_hostname": self.host}
        request.url = request.url.copy_with(host=self.ip)


@dataclass(frozen=True, slots=True)
class Reach:
    """The rule. `hosts` are those inside our own network for which an operator vouches."""

    hosts: tuple[str, ...] = ()
    resolve: Resolve = resolved

    def way_to(self, address: str) -> Way:
        """How the server of this address is reached now. Raises: NotPublic, OSError, UnicodeError."""
        way = Way(address)
        if way.host in self.hosts:
            return way
        found = self.resolve(way.host)
        if not are_public(found):
            raise NotPublic(way.host)
        return Way(address, found[0])
