"""How a rule that said no is put to the customer: kindly, in her words, and with what she can do."""

from typing import Final

from application.agent.state import Turn, TurnState
from application.agent.wording.names import local
from application.agent.wording.phrases import Line, Phrase, line
from application.understanding import Intent
from domain.refusal import Refusal
from domain.stock.refusals import NotEnoughInStock

_SAID: Final = {
    "too-many-prompts": Phrase.TOO_MANY_PROMPTS,
    "boutique-takes-no-money": Phrase.SHOP_CLOSED,
    "area-is-unknown": Phrase.WHERE_TO,
    "cart-is-empty": Phrase.CART_EMPTY,
    "payment-is-complete": Phrase.PROMPT_LIVE,
}


def apology(turn: Turn, refusal: Refusal) -> TurnState:
    """What she is told instead of what was refused."""
    return TurnState(lines=_lines(turn, refusal))


def _lines(turn: Turn, refusal: Refusal) -> tuple[Line, ...]:
    if isinstance(refusal, NotEnoughInStock):
        ordering = turn.understanding.intent in {Intent.CONFIRM, Intent.PAY}
        phrase = Phrase.GOODS_GONE if ordering else Phrase.TOO_MANY
        return (line(phrase, available=refusal.available),)
    if refusal.code == "attempt-is-live" and turn.order:
        phone = local(turn.person.paying_number or turn.person.phone or "")
        return (line(Phrase.PROMPT_LIVE, total=turn.order.total, phone=phone),)
    if refusal.code == "earlier-prompt-rings" and turn.order:
        phone = local(turn.person.paying_number or turn.person.phone or "")
        values = {"number": turn.order.number, "total": turn.order.total, "phone": phone}
        return (line(Phrase.PROMPT_LIVE_FIRST, **values),)
    return (line(_SAID.get(refusal.code, Phrase.ABSURD_QUANTITY)),)
