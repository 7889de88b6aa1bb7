"""What a shop tells its owner on her own phone, made up for a boutique's life."""

from collections.abc import Callable
from uuid import UUID, uuid5

from domain.news.events import NewsComposed, NewsDelivered, NewsPriced

PRICE = NewsPriced(account="1063", category="service", billing="regular")


def tell_owner(boutique: UUID, tell: Callable[..., None]) -> None:
    """One message is priced before it comes, one after, and one never comes."""
    ways = ((PRICE, NewsDelivered()), (NewsDelivered(), PRICE), (PRICE,))
    for place, way in enumerate(ways):
        tell("news", uuid5(boutique, f"news {place}"), NewsComposed(account="1063"), *way)
