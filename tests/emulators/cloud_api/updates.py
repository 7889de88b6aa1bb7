"""What Meta puts into its webhooks, one function for each kind; the shapes are those of its reference.

Shape: each `part` is what stands in a message beside its id, sender, time and type.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.emulators.cloud_api.world import Number, Person

Part = dict[str, Any]


def message(person: Person, identity: str, at: float, kind: str, part: Any, **beside: Any) -> Part:
    """A message of a person. Who adopted a username comes without her number."""
    whole: Part = {"from_user_id": person.bsuid, "id": identity, "timestamp": str(int(at)), "type": kind}
    if person.username is None:
        whole["from"] = person.phone.removeprefix("+")
    if part is not None:
        whole[kind] = part
    return whole | beside


def contact(person: Person) -> Part:
    """The contact block beside a message."""
    profile: Part = {"name": person.name}
    whole: Part = {"profile": profile, "user_id": person.bsuid}
    if person.username is None:
        whole["wa_id"] = person.phone.removeprefix("+")
    else:
        profile["username"] = person.username
    return whole


def status(sent: Mapping[str, Any], person: Person | None, state: str, at: float, **beside: Any) -> Part:
    """How far a message has come. One by BSUID to somebody who hides her number names no number."""
    whole: Part = {"id": sent["id"], "status": state, "timestamp": str(int(at))}
    if person is None:
        whole["recipient_id"] = str(sent["to"]).lstrip("+")
    else:
        whole["recipient_user_id"] = person.bsuid
        if person.username is None:
            whole["recipient_id"] = person.phone.removeprefix("+")
    note = sent["body"].get("biz_opaque_callback_data")
    if note is not None:
        whole["biz_opaque_callback_data"] = note
    return whole | beside


def priced(category: str, kind: str = "regular") -> Part:
    """What the message is billed as."""
    pricing = {"billable": kind == "regular", "pricing_model": "PMP", "type": kind, "category": category}
    return {"pricing": pricing}


def failed(code: int, title: str, details: str) -> Part:
    """Why a message did not come."""
    error = {"code": code, "title": title, "message": title, "error_data": {"details": details}}
    return {"errors": [error | {"href": "https://developers.facebook.com/documentation/error-codes"}]}


def echo(number: Number, person: Person, identity: str, at: float, words: str) -> Part:
    """What the owner wrote from the WhatsApp Business app."""
    return {
        "from": number.display.removeprefix("+"),
        "to": person.phone.removeprefix("+"),
        "to_user_id": person.bsuid,
        "id": identity,
        "timestamp": str(int(at)),
        "type": "text",
        "text": {"body": words},
    }


def value(
    number: Number,
    *,
    messages: Sequence[Part] = (),
    statuses: Sequence[Part] = (),
    echoes: Sequence[Part] = (),
    contacts: Sequence[Part] = (),
) -> Part:
    """The value of one change; what is empty is not there."""
    whole: Part = {
        "messaging_product": "whatsapp",
        "metadata": {
            "display_phone_number": number.display.removeprefix("+"),
            "phone_number_id": number.id,
        },
    }
    lists = {"contacts": contacts, "messages": messages, "statuses": statuses, "message_echoes": echoes}
    return whole | {name: list(listed) for name, listed in lists.items() if listed}


def change(number: Number, field: str, told: Part) -> Part:
    """One entry of a webhook's body with one change."""
    return {"id": number.waba, "changes": [{"value": told, "field": field}]}
