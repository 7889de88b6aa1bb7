"""Webhook bodies as Meta writes them, for tests that need one."""

import json
from typing import Any

BSUID = "KE.13491208655302741918"
PHONE = "254712345678"
Part = dict[str, Any]


def text_message(identity: str, words: str, bsuid: str | None = BSUID, phone: str | None = PHONE) -> Part:
    """A message of words; who has no phone here is known by her BSUID alone."""
    return _from(bsuid, phone) | {
        "id": identity,
        "timestamp": "1764500000",
        "type": "text",
        "text": {"body": words},
    }


def image_message(identity: str, caption: str | None = None) -> Part:
    """A picture that is still at Meta's."""
    image: Part = {"id": "1003383421387256", "mime_type": "image/jpeg", "sha256": "c2hh"}
    if caption is not None:
        image["caption"] = caption
    message = {"id": identity, "timestamp": "1764500000", "type": "image", "image": image}
    return _from(BSUID, PHONE) | message


def status(identity: str, state: str, bsuid: str | None = BSUID, phone: str | None = PHONE) -> Part:
    """How far one of our messages has come."""
    whole: Part = {"id": identity, "status": state, "timestamp": "1764500000"}
    if bsuid is not None:
        whole["recipient_user_id"] = bsuid
    if phone is not None:
        whole["recipient_id"] = phone
    return whole


def delivery(account: str, *pieces: Part) -> bytes:
    """One webhook body with these messages and statuses, escaped as Meta escapes."""
    messages = [piece for piece in pieces if "status" not in piece]
    statuses = [piece for piece in pieces if "status" in piece]
    value: Part = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "254700111222", "phone_number_id": account},
    }
    if messages:
        value["messages"] = messages
    if statuses:
        value["statuses"] = statuses
    change = {"field": "messages", "value": value}
    return json.dumps(
        {"object": "whatsapp_business_account", "entry": [{"id": "9", "changes": [change]}]}
    ).encode()


def _from(bsuid: str | None, phone: str | None) -> Part:
    sender: Part = {}
    if bsuid is not None:
        sender["from_user_id"] = bsuid
    if phone is not None:
        sender["from"] = phone
    return sender
