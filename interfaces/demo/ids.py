"""The demo's ids: they follow from names, so that each seeding makes the same boutiques and pieces."""

from uuid import UUID, uuid5

from domain.identity import BoutiqueId, ProductId, VariantId, derive
from interfaces.demo.catalogue.boutique import Profile

DEMO = UUID("5b0e7c8a-2f64-4f0e-9a53-6f1d0f6f2d11")


def demo_boutique(profile: Profile) -> BoutiqueId:
    """The id of a demo boutique."""
    return BoutiqueId(uuid5(DEMO, profile.slug))


def product_of(boutique: BoutiqueId, sku: str) -> ProductId:
    """The id of a demo piece."""
    return ProductId(derive(boutique, "product", sku))


def variant_of(boutique: BoutiqueId, sku: str, size: str) -> VariantId:
    """The id of a demo piece's size."""
    return VariantId(derive(product_of(boutique, sku), "variant", size))
