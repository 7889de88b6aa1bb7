"""OrderPaid → the owner's WhatsApp → OwnerTold."""

from collections.abc import Callable
from uuid import UUID

from application.agent.wording.phrases import Phrase, line, say
from application.commands import NoteOwnerTold
from application.execute import Shop
from application.outcome import DONE, Later, Outcome, backoff
from application.owners import OwnersPhone, owner_recipient, owners_language
from application.ports import Messenger, NeighbourFailed, NeighbourUnsure
from application.unit import Unit
from application.work import Work
from domain.conversation.reply import Reply
from domain.fact import Actor, Cause
from domain.identity import OrderId, derive
from domain.order.order import Order
from domain.order.state import OrderState

MOST_TRIES = 5


class TellOwner:
    """Tells the owner's phone of a paid order; her dashboard shows it in any case."""

    def __init__(self, shop: Shop, messenger: Messenger) -> None:
        self._shop, self._phone = shop, OwnersPhone(shop, messenger)

    def __call__(self, work: Work, begin: Callable[[], None]) -> Outcome:
        """Tell her once. An answer that was lost is not followed by a second message."""
        order_id = OrderId(work.subject)
        unit = self._shop.open(work.boutique, order_id)
        order, to = unit.get(Order, order_id), owner_recipient(unit)
        if order.owner_knows or to is None or work.perhaps_done or work.attempts >= MOST_TRIES:
            return DONE
        begin()
        try:
            told = self._phone.tell(work.boutique, derive(order_id, "owner"), to, _news(order, unit))
        except NeighbourUnsure:
            return DONE
        except NeighbourFailed as failed:
            again = Later(backoff(self._shop.now(), work.attempts), str(failed))
            return again if failed.retryable else DONE
        cause = Cause(Actor.NEIGHBOUR, derive(order_id, "owner-told"), unit.origin(Order, order_id))
        self._shop.do(work.boutique, cause, NoteOwnerTold(order_id, told))
        return DONE


def _news(order: OrderState, unit: Unit) -> Reply:
    pieces = sum(each.quantity for each in order.lines)
    area = order.placed.delivery_area if order.placed else ""
    news = line(Phrase.OWNER_NEWS, number=order.number, total=order.total, pieces=pieces, area=area)
    return Reply(text=say(news, owners_language(unit), UUID(int=0)))
