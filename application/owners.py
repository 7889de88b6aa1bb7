"""Reaching the owner of a boutique on her own phone."""

from uuid import UUID

from application.execute import Shop
from application.ports import Messenger, Outgoing, Recipient
from application.unit import Unit
from domain.boutique.boutique import Boutique
from domain.channel import channel_of
from domain.conversation.reply import Reply
from domain.identity import BoutiqueId
from domain.language import Language
from domain.news.news import News


def owner_recipient(unit: Unit) -> Recipient | None:
    """Her phone, written to from the boutique's own number; None where either is missing."""
    boutique = unit.get(Boutique, unit.boutique)
    phone = unit.open(boutique.owner_phone)
    if not phone or not boutique.whatsapp:
        return None
    number = boutique.whatsapp[0]
    return Recipient(number.account, None, phone, channel_of(number.provider))


def owners_language(unit: Unit) -> Language:
    """In which tongue she is written to: English, unless her shop speaks Swahili alone."""
    return unit.get(Boutique, unit.boutique).answer_to(Language.EN)


class OwnersPhone:
    """Writes to an owner. What is sent is known beforehand, so that its price finds whose cost it is."""

    def __init__(self, shop: Shop, messenger: Messenger) -> None:
        self._shop, self._messenger = shop, messenger

    def tell(self, boutique: BoutiqueId, news: UUID, to: Recipient, words: Reply) -> str:
        """The neighbour's id of the message that it took. Raises: NeighbourFailed, NeighbourUnsure."""
        self._shop.tell(boutique, news, News, news, lambda told: told.compose(to.account))
        return self._messenger.send(Outgoing(news, to, words, unasked=True))
