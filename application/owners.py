"""Reaching the owner of a boutique on her own phone."""

from application.ports import Recipient
from application.unit import Unit
from domain.boutique.boutique import Boutique
from domain.channel import channel_of


def owner_recipient(unit: Unit) -> Recipient | None:
    """Her phone, written to from the boutique's own number; None where either is missing."""
    boutique = unit.get(Boutique, unit.boutique)
    phone = unit.open(boutique.owner_phone)
    if not phone or not boutique.whatsapp:
        return None
    number = boutique.whatsapp[0]
    return Recipient(number.account, None, phone, channel_of(number.provider))
