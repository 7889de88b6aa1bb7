"""Trying a till: a shilling from the owner's own phone to her own account shows that money finds its way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from application.execute import Shop
from application.ports import (
    Evidence,
    EvidenceKind,
    MobileMoney,
    NeighbourFailed,
    PromptRequest,
    PromptTicket,
)
from domain.boutique.boutique import Boutique
from domain.identity import BoutiqueId, PaymentId, derive
from domain.money import Money
from interfaces.connections.connections import Connections
from interfaces.connections.plan import refusal
from interfaces.sayings import Saying

TRIED: Final = Money(cents=100)
PER_HOUR: Final = parse("6/hour")
_LOOK: Final = "look at the till's numbers, then try again"
TokenOf = Callable[[BoutiqueId, PaymentId, int], str]


@dataclass(frozen=True, slots=True)
class PromptedTrial:
    """TillTrial by a prompt. No order and no payment comes of it; its callback is settled as nobody's."""

    connections: Connections
    shop: Shop
    money: MobileMoney
    token_of: TokenOf
    tries: MovingWindowRateLimiter = field(default_factory=lambda: MovingWindowRateLimiter(MemoryStorage()))

    def prompt(self, boutique: BoutiqueId, provider: str) -> PromptTicket:
        """Ask the owner's own phone for a shilling, to her own till. Raises: NotConnected."""
        payee = self.connections.payee(boutique, provider)
        unit = self.shop.open(boutique, boutique)
        phone = unit.open(unit.get(Boutique, boutique).owner_phone)
        if phone is None:
            sentences = ("the owner's phone is not known", "tell us your phone number first")
            raise refusal(provider, sentences, Saying.OWN_PHONE_UNKNOWN)
        if not self.tries.hit(PER_HOUR, "prompt", str(boutique)):
            sentences = ("tried often enough for now", "try again in an hour")
            raise refusal(provider, sentences, Saying.TRIED_OFTEN)
        payment = PaymentId(derive(boutique, "tried", provider, str(self.shop.now())))
        token = self.token_of(boutique, payment, 1)
        request = PromptRequest(boutique, payment, 1, payee, TRIED, phone, "DUKANI TEST", token)
        try:
            return self.money.prompt(request)
        except NeighbourFailed as failed:
            sentences = (f"the prompt was not sent ({failed.code})", _LOOK)
            raise refusal(provider, sentences, Saying.PROMPT_NOT_SENT, failed.code) from failed

    def prompted(self, boutique: BoutiqueId, provider: str, checkout: str) -> Evidence:
        """What became of such a prompt; pending while the neighbour cannot be asked. Raises: NotConnected."""
        try:
            return self.money.query(self.connections.payee(boutique, provider), checkout)
        except NeighbourFailed as failed:
            if failed.retryable:
                return Evidence(EvidenceKind.PENDING, failed.code, failed.reason)
            sentences = (f"what became of it cannot be told ({failed.code})", _LOOK)
            raise refusal(provider, sentences, Saying.OUTCOME_UNTOLD, failed.code) from failed
