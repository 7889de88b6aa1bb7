"""What of the network is the web's public part: not this machine, its network or a cloud's own addresses."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import Final

_HTTPS: Final = 443
_TRANSLATED: Final = tuple(ipaddress.IPv6Network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48"))
"""Behind these stands an IPv4 address that nobody has looked at."""

Resolve = Callable[[str], Sequence[str]]
"""The addresses of a name. Raises: OSError, UnicodeError."""


def resolved(host: str) -> Sequence[str]:
    """The addresses of a name, as this machine finds them. Raises: OSError, UnicodeError."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, _HTTPS, type=socket.SOCK_STREAM)]


def are_public(addresses: Sequence[str]) -> bool:
    """True when there are some, and all of them are public."""
    return bool(addresses) and all(_is_public(each) for each in addresses)


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.sixtofour or ip.teredo or any(ip in net for net in _TRANSLATED):
            return False
        ip = ip.ipv4_mapped or ip
    return ip.is_global and not ip.is_multicast
