"""Late writing: what may still be sent to a customer who has been silent for a day."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from application.execute import Shop
from application.ports import Messenger, NeighbourFailed, NeighbourUnsure, Recipient
from application.ports.templates import Template, Templates
from application.template_writing import filled, offered
from application.writing_late import suggestions
from domain.channel import Channel
from domain.conversation.refusals import TemplateIsNotApproved
from domain.conversation.reply import Reply
from domain.customer.customer import Customer
from domain.identity import BoutiqueId, CustomerId
from interfaces.http.late_writing import OfferedTemplates, TemplatesAway, TemplateState

_REMEMBERED: Final = 60.0
_NO_LIST: Final = "no-list"


class ShopLateWriting:
    """Asks the boutique's own channel which templates it has; an answer is remembered for a minute.

    WhatsApp lets an app ask 200 times an hour for an account, and a chat is looked at more often than that.
    """

    def __init__(
        self,
        shop: Shop,
        messenger: Messenger,
        templates: Templates,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._shop, self._messenger, self._templates, self._now = shop, messenger, templates, now
        self._known: dict[tuple[Channel, str], tuple[float, Sequence[Template]]] = {}

    def suggestions(self, boutique: BoutiqueId, customer: CustomerId, through: Recipient) -> list[str] | None:
        """Words in her language to send by a template; None where the boutique has none."""
        if not self._messenger.has_template(through):
            return None
        return list(suggestions(customer, self._shop.open(boutique, customer)))

    def templates(self, boutique: BoutiqueId, customer: CustomerId, through: Recipient) -> OfferedTemplates:
        """Those that she may get, or why there are none to choose from."""
        try:
            approved = self._approved(through)
        except NeighbourFailed as failed:
            return OfferedTemplates(_state_of(failed), [])
        known = self._shop.open(boutique, customer).get(Customer, customer)
        mine = offered(list(approved), takes_marketing=known.takes_marketing is not False)
        return OfferedTemplates(TemplateState.READY if mine else TemplateState.NONE, mine)

    def words(
        self,
        boutique: BoutiqueId,
        customer: CustomerId,
        through: Recipient,
        key: str,
        values: Mapping[str, str],
    ) -> Reply:
        """An approved template with its gaps filled.

        Raises: TemplateIsNotApproved, GapIsEmpty, TemplateIsTooLong, TemplatesAway.
        """
        told = self.templates(boutique, customer, through)
        if told.state not in (TemplateState.READY, TemplateState.NONE):
            raise TemplatesAway(told.state)
        chosen = next((each for each in told.templates if each.key == key), None)
        if chosen is None:
            raise TemplateIsNotApproved(key)
        return filled(chosen, values)

    def _approved(self, through: Recipient) -> Sequence[Template]:
        name = through.channel, through.account
        until, known = self._known.get(name, (0.0, ()))
        if self._now() < until:
            return known
        found = self._templates.approved(through)
        self._known[name] = self._now() + _REMEMBERED, found
        return found


def _state_of(failed: NeighbourFailed) -> TemplateState:
    if failed.code == _NO_LIST:
        return TemplateState.NO_LIST
    away = failed.retryable or isinstance(failed, NeighbourUnsure)
    return TemplateState.AWAY if away else TemplateState.REFUSED
