"""Writing to a customer who has been silent for a day: words that ask her to write, in her own language."""

from uuid import UUID

from application.agent.wording.phrases import Phrase, line, say
from application.unit import Unit
from domain.boutique.boutique import Boutique
from domain.customer.customer import Customer
from domain.identity import CustomerId
from domain.language import Language

LONGEST = 1000
"""What fits into a template's one gap."""


def suggestions(customer: CustomerId, unit: Unit) -> tuple[str, ...]:
    """What a person may send her; nothing that could be taken for an offer to who wants none."""
    shop, known = unit.get(Boutique, unit.boutique), unit.get(Customer, customer)
    language = shop.answer_to(known.language or (shop.languages or (Language.EN,))[0])
    name = unit.open(known.name)
    values = {"name": f" {name}" if name else "", "boutique": shop.name}
    phrases = [Phrase.LATE_STILL_LOOKING, Phrase.LATE_YOUR_PIECE_IS_HERE]
    shown = phrases[:1] if known.takes_marketing is False else phrases
    return tuple(say(line(phrase, **values), language, UUID(int=0)) for phrase in shown)
