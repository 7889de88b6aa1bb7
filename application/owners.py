"""Reaching the owner of a boutique on her own phone."""

from application.ports import Recipient
from application.unit import Unit
from domain.boutique.boutique import Boutique


def owner_recipient(unit: Unit) -> Recipient | None:
    """Her phone, written to from the boutique's own number; None where either is missing."""
    boutique = unit.get(Boutique, unit.boutique)
    phone = unit.open(boutique.owner_phone)
    return Recipient(boutique.whatsapp[0].account, None, phone) if phone and boutique.whatsapp else None
