"""The catalogue as a list is compared with it: from the read model, many pieces at a time."""

from collections.abc import Collection, Iterable

from application.importing.planning import Known
from domain.clothing import Colour, Fabric, Garment, Occasion, Pattern, Style
from domain.identity import BoutiqueId, ProductId, VariantId
from domain.money import Money
from domain.product.events import Listing
from domain.sizes import Size, SizeSystem
from interfaces.postgres.database import Database
from projections import product_index
from projections.product_index import ProductRow, VariantRow


class ListedPieces:
    """Pieces of the catalogue by their ids."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, boutique: BoutiqueId, products: Collection[ProductId]) -> dict[ProductId, Known]:
        """Those of these pieces that are in the catalogue."""
        with self._database.as_boutique(boutique) as conn:
            rows = product_index.pieces(boutique, conn, list(products))
            sizes = product_index.sizes(boutique, conn, list(rows)) if rows else {}
        return {product: _known(row, sizes[product]) for product, row in rows.items()}


def _known(row: ProductRow, sizes: Iterable[VariantRow]) -> Known:
    listing = Listing(
        title=row.title,
        title_sw=row.title_sw,
        description=row.description,
        garment=Garment(row.garment),
        colours=tuple(Colour(colour) for colour in row.colours),
        pattern=Pattern(row.pattern),
        styles=tuple(Style(style) for style in row.styles),
        occasions=tuple(Occasion(occasion) for occasion in row.occasions),
        fabrics=tuple(Fabric(fabric) for fabric in row.fabrics),
    )
    price = Money(cents=row.price, currency=row.currency)
    stocked = {
        Size(system=SizeSystem(one.size_system), value=one.size_value): (VariantId(one.variant), one.on_hand)
        for one in sizes
    }
    return Known(listing, price, row.low_level, row.archived, stocked, row.pictures)
