"""Late writing: what may still be sent to a customer who has been silent for a day."""

from application.execute import Shop
from application.ports import Messenger, Recipient
from application.writing_late import suggestions
from domain.identity import BoutiqueId, CustomerId


class ShopLateWriting:
    """Asks the boutique's own channel whether it has a template."""

    def __init__(self, shop: Shop, messenger: Messenger) -> None:
        self._shop, self._messenger = shop, messenger

    def suggestions(self, boutique: BoutiqueId, customer: CustomerId, through: Recipient) -> list[str] | None:
        """Words in her language to send by a template; None where the boutique has none."""
        if not self._messenger.has_template(through):
            return None
        return list(suggestions(customer, self._shop.open(boutique, customer)))
