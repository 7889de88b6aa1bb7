"""InvoiceIssued → the owner's WhatsApp."""

from collections.abc import Callable
from uuid import UUID

from application.agent.wording.phrases import Phrase, line, say
from application.execute import Shop
from application.outcome import DONE, Later, Outcome, backoff
from application.owners import OwnersPhone, owner_recipient, owners_language
from application.ports import Messenger, NeighbourFailed, NeighbourUnsure
from application.unit import Unit
from application.work import Work
from domain.conversation.reply import Reply
from domain.identity import derive
from domain.subscription.state import Invoice
from domain.subscription.subscription import Subscription

MOST_TRIES = 5


class TellInvoice:
    """Tells the owner's phone that Dukani billed her; Today shows it until it is paid in any case."""

    def __init__(self, shop: Shop, messenger: Messenger) -> None:
        self._shop, self._phone = shop, OwnersPhone(shop, messenger)

    def __call__(self, work: Work, begin: Callable[[], None]) -> Outcome:
        """Tell her once, unless she paid by then. An answer that was lost is not followed by another."""
        unit = self._shop.open(work.boutique, work.boutique)
        invoice, to = unit.get(Subscription, work.boutique).invoice(work.detail), owner_recipient(unit)
        if invoice is None or to is None or work.perhaps_done or work.attempts >= MOST_TRIES:
            return DONE
        if not invoice.outstanding.cents:
            return DONE
        begin()
        try:
            self._phone.tell(
                work.boutique, derive(work.boutique, "invoice", work.detail), to, _news(invoice, unit)
            )
        except NeighbourUnsure:
            return DONE
        except NeighbourFailed as failed:
            again = Later(backoff(self._shop.now(), work.attempts), str(failed))
            return again if failed.retryable else DONE
        return DONE


def _news(invoice: Invoice, unit: Unit) -> Reply:
    total, due = invoice.to_pay, f"{invoice.issued.due:%d/%m/%Y}"
    news = line(Phrase.OWNER_INVOICE, number=invoice.issued.number, total=total, due=due)
    return Reply(text=say(news, owners_language(unit), UUID(int=0)))
