"""The webhooks that Meta would send: envelope, message and status.

Source: Meta's webhook reference, v25.0.
"""

from collections.abc import Mapping

from interfaces.sandbox.world import Person, Shop, bsuid_of

Json = Mapping[str, object]


def message_payload(shop: Shop, person: Person, message: Json) -> Json:
    """The webhook of one message; who hides her number is told by her BSUID and username alone."""
    sender: dict[str, object] = {"from_user_id": bsuid_of(shop.account, person)}
    if not person.hides_phone:
        sender["from"] = person.digits
    return _envelope(shop, {"contacts": [_contact(shop, person)], "messages": [{**sender, **message}]})


def status_payload(shop: Shop, person: Person, status: Json) -> Json:
    """The webhook of one status. A failed one comes without contact."""
    known: dict[str, object] = {"recipient_user_id": bsuid_of(shop.account, person)}
    if not person.hides_phone:
        known["recipient_id"] = person.digits
    value: dict[str, object] = {"statuses": [{**known, **status}]}
    if status["status"] != "failed":
        value["contacts"] = [_contact(shop, person)]
    return _envelope(shop, value)


def _contact(shop: Shop, person: Person) -> Json:
    profile: dict[str, object] = {"name": person.name}
    if person.username is not None:
        profile["username"] = person.username
    contact: dict[str, object] = {"profile": profile, "user_id": bsuid_of(shop.account, person)}
    if not person.hides_phone:
        contact["wa_id"] = person.digits
    return contact


def _envelope(shop: Shop, value: Json) -> Json:
    metadata = {"display_phone_number": shop.phone.removeprefix("+"), "phone_number_id": shop.account}
    whole = {"messaging_product": "whatsapp", "metadata": metadata, **value}
    change = {"value": whole, "field": "messages"}
    return {
        "object": "whatsapp_business_account",
        "entry": [{"id": f"9{shop.account}", "changes": [change]}],
    }
