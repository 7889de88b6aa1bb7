"""From where Safaricom may call: the networks that an operator allows."""

from collections.abc import Callable, Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address

from fastapi import HTTPException, Request

Network = IPv4Network | IPv6Network


def only_from(networks: Sequence[Network]) -> Callable[[Request], None]:
    """Refuses, as if nothing were there, what comes from elsewhere; without any network nobody is refused.

    The token in the path and the query stand behind it: this only keeps strangers from trying.
    """

    def let_in(request: Request) -> None:
        if networks and not any(_stands_in(request, network) for network in networks):
            raise HTTPException(404)

    return let_in


def _stands_in(request: Request, network: Network) -> bool:
    try:
        return ip_address(request.client.host if request.client else "") in network
    except ValueError:
        return False
