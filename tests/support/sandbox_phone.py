"""A phone of the sandbox in a story, and what Meta may deliver of it beyond what its screen can do."""

import json
from collections.abc import Mapping
from typing import Any, Final
from uuid import uuid4

import httpx

from interfaces.sandbox.world import Person, SandboxSettings, bsuid_of
from interfaces.whatsapp.signature import sign
from tests.support.phones import MetaPhone

_SAID: Final = ("messages", "from", "from_user_id")
_TICKED: Final = ("statuses", "recipient_id", "recipient_user_id")


class SandboxPhone(MetaPhone):
    """A phone whose chat is the sandbox's."""

    def __init__(self, url: str, world: SandboxSettings, person: Person, account: str) -> None:
        super().__init__(url, person.id, account)
        self._world, self._person, self._account = world, person, account

    def _say(self, kind: str, part: Mapping[str, Any], beside: Mapping[str, Any] | None = None) -> None:
        message = {"type": kind, kind: part, **(beside or {})}
        assert meta_delivers(self._world, self._person, self._account, message) == httpx.codes.OK


def meta_delivers(world: SandboxSettings, person: Person, account: str, message: Mapping[str, Any]) -> int:
    """A signed delivery of Meta's with whatever a phone may send or tick; the webhook's answer."""
    kind, who, whose = _TICKED if "status" in message else _SAID
    sender = {who: person.digits, whose: bsuid_of(account, person)}
    own = {"id": f"wamid.{uuid4().hex}", "timestamp": str(int(world.now()))}
    value = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "254700001001", "phone_number_id": account},
        kind: [{**sender, **own, **message}],
    }
    entry = {"id": "9", "changes": [{"field": "messages", "value": value}]}
    body = json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode()
    headers = {"X-Hub-Signature-256": sign(world.app_secret, body), "Content-Type": "application/json"}
    return httpx.post(world.webhook_url, content=body, headers=headers, timeout=20).status_code
