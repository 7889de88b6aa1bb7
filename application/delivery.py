"""Where a parcel goes, as people in Kenya say it: an area, a landmark, a pin on the map."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, Field
from rapidfuzz.fuzz import partial_ratio

from domain.boutique.events import DeliveryArea

_CLOSE = 88


class DeliveryAddress(BaseModel):
    """An address without a postcode: the boutique's area that sets the fee, and the customer's own words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: str = Field(max_length=500)
    area: str | None = None
    latitude: float | None = None
    longitude: float | None = None

    @property
    def is_pin(self) -> bool:
        """True where she dropped a pin."""
        return self.latitude is not None and self.longitude is not None


def area_named(words: str, areas: Sequence[DeliveryArea]) -> DeliveryArea | None:
    """The boutique's delivery area that these words name, misspelt or not; None when none does."""
    text = words.casefold()
    names = [(area, name.casefold()) for area in areas for name in (area.name, *area.words)]
    exact = [(area, name) for area, name in names if name in text]
    if exact:
        return max(exact, key=lambda pair: len(pair[1]))[0]
    close = [(partial_ratio(name, text), area) for area, name in names if len(name) >= 5]
    best = max(close, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= _CLOSE else None
