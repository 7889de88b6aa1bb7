"""A boutique's PayLink: where its server stands, and the M-Pesa app that it prompts with."""

import ipaddress
from typing import Final
from urllib.parse import urlsplit

from pydantic import SecretStr, field_validator

from application.ports import Credentials

NEIGHBOUR: Final = "paylink"


class PayLinkCredentials(Credentials):
    """What the boutique gave for PayLink. Every call sends all of it to `address`.

    Raises: ValidationError for an address that would carry the secrets over plain HTTP to another machine.
    """

    NEIGHBOUR = NEIGHBOUR

    address: str
    api_key: SecretStr
    project: str
    consumer_key: SecretStr
    consumer_secret: SecretStr
    passkey: SecretStr

    @field_validator("address")
    @classmethod
    def _sealed_on_its_way(cls, address: str) -> str:
        parts = urlsplit(address)
        if parts.username or parts.password or not parts.hostname:
            raise ValueError("an address of the form https://host/mcp")
        if parts.scheme != "https" and not (parts.scheme == "http" and _is_home(parts.hostname)):
            raise ValueError("the M-Pesa secrets go to this address: it must be https, or on this machine")
        return address.rstrip("/")


def _is_home(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
