"""The signature of Twilio's webhooks: HMAC-SHA1 of the called address and all parameters.

Shape: the address is the one that Twilio was given; what a proxy makes of host, port and scheme is never
asked. The key is the account's auth token.
Source: twilio-python's request validator, and Twilio's page on the security of webhooks.
"""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from urllib.parse import SplitResult, parse_qsl, urlsplit

Parameters = Sequence[tuple[str, str]]
_PORTS = {"https": 443, "http": 80}


def sign(token: bytes, url: str, parameters: Parameters) -> str:
    """The header value that Twilio sends with these parameters to this address."""
    signed = url + "".join(name + value for name, value in sorted(set(parameters)))
    content = signed.encode("utf-8", "surrogateescape")
    return base64.b64encode(hmac.new(token, content, hashlib.sha1).digest()).decode()


def is_signed(tokens: Sequence[bytes], url: str, parameters: Parameters, header: bytes | None) -> bool:
    """True when a token signed exactly these parameters for this address, told with or without its port.

    Several tokens are accepted while one replaces another. Compares in constant time, and takes the header as
    bytes, because a header may hold anything.
    """
    if not header:
        return False
    signatures = [sign(token, each, parameters).encode() for token in tokens for each in _spellings(url)]
    matches = [hmac.compare_digest(header, signature) for signature in signatures]
    return any(matches)


def is_body_signed(url: str, body: bytes) -> bool:
    """True when the address names the hash of this body, as Twilio does for bodies that are no form."""
    told = dict(parse_qsl(urlsplit(url).query)).get("bodySHA256", "")
    return hmac.compare_digest(told.encode(), hashlib.sha256(body).hexdigest().encode())


def _spellings(url: str) -> tuple[str, str]:
    """The address with its port and without it: Twilio has signed either."""
    parts = urlsplit(url)
    bare = parts.hostname or ""
    host = f"[{bare}]" if ":" in bare else bare
    port = parts.port or _PORTS.get(parts.scheme, 443)
    return _at(parts, host), _at(parts, f"{host}:{port}")


def _at(parts: SplitResult, netloc: str) -> str:
    return parts._replace(netloc=netloc).geturl()
