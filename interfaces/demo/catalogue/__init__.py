"""Two invented boutiques: what they sell, who they are, and five months of their past."""

from interfaces.demo.catalogue.amani_styles import AMANI_STYLES
from interfaces.demo.catalogue.boutique import Boutique, DeliveryArea, Persona, Profile
from interfaces.demo.catalogue.past import OrderedItem, Outcome, PastOrder, past_orders
from interfaces.demo.catalogue.piece import Piece, Variant
from interfaces.demo.catalogue.pwani_collection import PWANI_COLLECTION

BOUTIQUES: tuple[Boutique, ...] = (AMANI_STYLES, PWANI_COLLECTION)

__all__ = [
    "AMANI_STYLES",
    "BOUTIQUES",
    "PWANI_COLLECTION",
    "Boutique",
    "DeliveryArea",
    "OrderedItem",
    "Outcome",
    "PastOrder",
    "Persona",
    "Piece",
    "Profile",
    "Variant",
    "past_orders",
]
