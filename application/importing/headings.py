"""The headings of a list of pieces, as shops write them in English and Swahili."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final


class Column(StrEnum):
    """What a column says of a piece. Its value is the heading that templates and exports carry."""

    SKU = "code"
    TITLE = "title"
    TITLE_SW = "title_sw"
    DESCRIPTION = "description"
    KIND = "kind"
    COLOURS = "colours"
    PATTERN = "pattern"
    PRICE = "price"
    SIZE = "size"
    STOCK = "stock"
    PICTURES = "pictures"
    LOW_LEVEL = "low_stock_level"


_SAID: Final[Mapping[Column, str]] = {
    Column.SKU: "code sku item_code product_code barcode namba namba_ya_bidhaa kodi",
    Column.TITLE: "title name product product_name item jina jina_la_bidhaa bidhaa",
    Column.TITLE_SW: "title_sw swahili_name name_sw swahili_title jina_la_kiswahili kiswahili",
    Column.DESCRIPTION: "description details about maelezo",
    Column.KIND: "kind type category garment aina",
    Column.COLOURS: "colours colors colour color rangi",
    Column.PATTERN: "pattern print kitambaa mchoro",
    Column.PRICE: "price price_kes price_ksh selling_price amount bei bei_ksh",
    Column.SIZE: "size variant saizi ukubwa",
    Column.STOCK: "stock quantity qty on_hand pieces count idadi akiba",
    Column.PICTURES: "pictures picture photos photo images image image_url picture_url picha",
    Column.LOW_LEVEL: "low_stock_level low_level reorder_level kiwango_cha_chini",
}
_KNOWN: Final = {word: column for column, words in _SAID.items() for word in words.split()}
NEEDED: Final = (Column.SKU,)
"""Without these columns no row can be understood."""


def plain(heading: str) -> str:
    """A heading as it is compared. Example: " Price (KSh)* " is "price_ksh"."""
    folded = unicodedata.normalize("NFKD", heading).casefold()
    return "_".join(re.findall(r"[a-z0-9]+", folded))


def columns_of(headings: Sequence[str]) -> dict[Column, int]:
    """Which column stands where; the first of two that say the same counts, strange ones are passed over."""
    found: dict[Column, int] = {}
    for place, heading in enumerate(headings):
        column = _KNOWN.get(plain(heading))
        if column is not None:
            found.setdefault(column, place)
    return found
