"""HandedToPerson, NoticeWithheld → the owner's WhatsApp: somebody waits for her, or cannot be written to."""

from collections.abc import Callable
from uuid import UUID

from application.agent.wording.names import nameless, why_a_person
from application.agent.wording.phrases import Line, Phrase, line, say
from application.effects import UNTOLD_NEWS
from application.execute import Shop
from application.outcome import DONE, Later, Outcome, backoff
from application.owners import OwnersPhone, owner_recipient, owners_language
from application.ports import Messenger, NeighbourFailed, NeighbourUnsure
from application.unit import Unit
from application.work import Work
from domain.conversation.events import WINDOW_CLOSED, HandOverReason
from domain.conversation.reply import Reply
from domain.customer.customer import Customer
from domain.identity import derive
from domain.order.order import Order

MOST_TRIES = 5
NIL = UUID(int=0)


class CallOwner:
    """Calls the owner to a customer whom the agent has left to her."""

    def __init__(self, shop: Shop, messenger: Messenger) -> None:
        self._shop, self._phone = shop, OwnersPhone(shop, messenger)

    def __call__(self, work: Work, begin: Callable[[], None]) -> Outcome:
        """Call her once. A call whose answer was lost is not repeated: her chats show it in any case."""
        unit = self._shop.open(work.boutique, work.subject)
        to = owner_recipient(unit)
        if to is None or work.perhaps_done or work.attempts >= MOST_TRIES:
            return DONE
        begin()
        try:
            self._phone.tell(work.boutique, derive(work.subject, work.key), to, _call(unit, work))
        except NeighbourUnsure:
            return DONE
        except NeighbourFailed as failed:
            again = Later(backoff(self._shop.now(), work.attempts), str(failed))
            return again if failed.retryable else DONE
        return DONE


def _call(unit: Unit, work: Work) -> Reply:
    language = owners_language(unit)
    name = unit.open(unit.get(Customer, work.subject).name) or nameless(language)
    return Reply(text=say(_why(unit, work, name), language, NIL))


def _why(unit: Unit, work: Work, name: str) -> Line:
    if work.detail.startswith(UNTOLD_NEWS):
        order = unit.get(Order, UUID(work.detail.removeprefix(UNTOLD_NEWS)))
        return line(Phrase.OWNER_MUST_TELL, name=name, number=order.number)
    if work.detail == HandOverReason.OUT_OF_REACH:
        return line(Phrase.OWNER_MUST_CALL, name=name)
    if work.detail == WINDOW_CLOSED:
        return line(Phrase.OWNER_GOT_LATE_MESSAGE, name=name)
    return line(Phrase.OWNER_CALLED, name=name, reason=why_a_person(work.detail, owners_language(unit)))
