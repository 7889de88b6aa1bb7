"""A customer's media, fetched from Twilio: our token goes to Twilio's own host and nowhere else.

Twilio answers with a redirect to where the bytes lie. It is followed without the token, to hosts of Twilio's
storage alone, by https, and only to the very address that was looked up and found to be a public one.
"""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

import httpx

from application.ports import NeighbourFailed
from interfaces.twilio.faults import NEIGHBOUR, failure_of

_MOST_REDIRECTS = 3
Resolve = Callable[[str], Sequence[str]]


def addresses_of(host: str) -> Sequence[str]:
    """All addresses of a host."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)]


@dataclass(frozen=True, slots=True)
class MediaRules:
    """Where media may lie.

    Shape: `home` is Twilio's API (scheme and host), whose paths under the account need the token; `storage`
    are the ends of names of the hosts that it redirects to. Units: bytes.
    """

    home: str
    storage: tuple[str, ...] = (".twiliocdn.com", ".amazonaws.com")
    largest: int = 8 * 1024 * 1024
    kinds: tuple[str, ...] = ("image/jpeg", "image/png", "image/webp", "text/vcard", "text/x-vcard")


@dataclass(frozen=True, slots=True)
class MediaDoor:
    """Fetches media by these rules. `resolve` tells all addresses of a host."""

    http: httpx.Client
    rules: MediaRules
    resolve: Resolve = addresses_of

    def fetch(self, url: str, auth: httpx.BasicAuth, sid: str) -> bytes:
        """The bytes at a media address of this Twilio account. Raises: NeighbourFailed."""
        if not self._is_at_home(url) or not urlsplit(url).path.startswith(f"/2010-04-01/Accounts/{sid}/"):
            raise _refused("foreign-host", "media at an address that is not Twilio's")
        request = self.http.build_request("GET", url)
        with self.http.stream("GET", url, auth=auth) as answer:
            if not answer.is_redirect:
                return self._read(answer)
            url = _next(request.url, answer)
        for _ in range(_MOST_REDIRECTS):
            content, url = self._follow(url)
            if content is not None:
                return content
        raise _refused("too-many-redirects", "media moved too often")

    def _follow(self, url: str) -> tuple[bytes | None, str]:
        """The bytes, or the address of the next step."""
        request = self._request_to(url)
        answer = self.http.send(request, stream=True, auth=None)
        try:
            if answer.is_redirect:
                return None, _next(httpx.URL(url), answer)
            return self._read(answer), url
        finally:
            answer.close()

    def _request_to(self, url: str) -> httpx.Request:
        """A request without our token, to the very address that was found fit."""
        if self._is_at_home(url):
            return self.http.build_request("GET", url)
        parts = urlsplit(url)
        host = parts.hostname or ""
        if not self._is_storage(parts, host):
            raise _refused("foreign-host", "media moved to a host that is not Twilio's")
        address = self._public_address(host)
        there = httpx.URL(url).copy_with(host=address)
        extensions = {"sni_hostname": host}
        return self.http.build_request("GET", there, headers={"Host": host}, extensions=extensions)

    def _is_storage(self, parts: SplitResult, host: str) -> bool:
        plain = parts.username is None and parts.port in (None, 443)
        return parts.scheme == "https" and plain and host.endswith(self.rules.storage)

    def _public_address(self, host: str) -> str:
        try:
            found = [ipaddress.ip_address(address) for address in self.resolve(host)]
        except (OSError, ValueError) as unknown:
            raise NeighbourFailed(NEIGHBOUR, "unreachable", "storage not found", retryable=True) from unknown
        if not found or not all(address.is_global and not address.is_multicast for address in found):
            raise _refused("private-address", "storage at an address that is not public")
        return str(found[0])

    def _is_at_home(self, url: str) -> bool:
        try:
            told = urlsplit(url)
        except ValueError:
            return False
        own = urlsplit(self.rules.home)
        return (told.scheme, told.netloc) == (own.scheme, own.netloc)

    def _read(self, answer: httpx.Response) -> bytes:
        if answer.status_code != httpx.codes.OK:
            answer.read()
            raise _gone_or_failed(answer)
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().casefold()
        if kind not in self.rules.kinds:
            raise _refused("wrong-type", "neither a picture nor a contact")
        content = bytearray()
        for piece in answer.iter_bytes():
            content += piece
            if len(content) > self.rules.largest:
                raise _refused("too-large", "media too large")
        return bytes(content)


def _next(url: httpx.URL, answer: httpx.Response) -> str:
    location: str = answer.headers.get("location", "")
    return urljoin(str(url), location)


def _gone_or_failed(answer: httpx.Response) -> NeighbourFailed:
    if answer.status_code in (httpx.codes.NOT_FOUND, httpx.codes.GONE, httpx.codes.FORBIDDEN):
        return _refused("media-gone", "no longer at its address")
    if answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
        return NeighbourFailed(NEIGHBOUR, f"http-{answer.status_code}", "media not given", retryable=True)
    return failure_of(answer)


def _refused(code: str, reason: str) -> NeighbourFailed:
    return NeighbourFailed(NEIGHBOUR, code, reason, retryable=False)
