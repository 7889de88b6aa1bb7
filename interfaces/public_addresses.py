"""What of the network is the web's public part: not this machine, its network or a cloud's own addresses."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import Final
from urllib.parse import urlsplit

_HTTPS: Final = 443
_TRANSLATED: Final = tuple(ipaddress.IPv6Network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48"))
"""Behind these stands an IPv4 address that nobody has looked at."""

Resolve = Callable[[str], Sequence[str]]
"""The addresses of a name. Raises: OSError, UnicodeError."""


class NotPublic(Exception):  # noqa: N818
    """The address is none of https, or leads to where strangers have no business."""


def resolved(host: str) -> Sequence[str]:
    """The addresses of a name, as this machine finds them. Raises: OSError, UnicodeError."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, _HTTPS, type=socket.SOCK_STREAM)]


def are_public(addresses: Sequence[str]) -> bool:
    """True when there are some, and all of them are public."""
    return bool(addresses) and all(_is_public(each) for each in addresses)


def pinned(address: str, resolve: Resolve = resolved) -> tuple[str, str]:
    """The name, and the address with the very IP in its place that was looked at: a name that changes its
    mind in between leads nowhere. Raises: NotPublic, OSError, UnicodeError.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as strange:
        raise NotPublic(address) from strange
    if parts.scheme != "https" or not host or port not in (None, _HTTPS) or parts.username:
        raise NotPublic(address)
    found = resolve(host)
    if not are_public(found):
        raise NotPublic(host)
    ip = f"[{found[0]}]" if ":" in found[0] else found[0]
    return host, parts._replace(netloc=ip, fragment="").geturl()


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.sixtofour or ip.teredo or any(ip in net for net in _TRANSLATED):
            return False
        ip = ip.ipv4_mapped or ip
    return ip.is_global and not ip.is_multicast
