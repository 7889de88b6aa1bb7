"""Connecting a boutique to its neighbours: verified first, then its credentials kept, then recorded.

Nothing is recorded when a check fails. What a crash leaves behind is harmless, and the same call goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from application.commands import Command, DisconnectPaymentAccount, DisconnectWhatsApp
from application.execute import Shop
from application.ports import Credentials, CredentialStore, PayeeAccount
from domain.boutique.boutique import Boutique
from domain.boutique.events import PaymentAccountConnected
from domain.channel import Channel, channel_of
from domain.fact import Cause
from domain.identity import BoutiqueId
from interfaces.airtel.access import AirtelCredentials
from interfaces.connections.brains import BrainPlans
from interfaces.connections.claims import Claims
from interfaces.connections.numbers import NumberPlans
from interfaces.connections.offers import (
    AirtelTill,
    ChosenBrain,
    MetaNumber,
    MpesaTill,
    Offer,
    PayLinkTill,
    PaystackTill,
    TwilioNumber,
)
from interfaces.connections.plan import ONE_ACCOUNT, Connected, NotConnected, Plan, refusal
from interfaces.connections.tills import AT_SAFARICOM, TillPlans
from interfaces.findings import Finding
from interfaces.mpesa.credentials import MpesaCredentials
from interfaces.paylink.credentials import PayLinkCredentials
from interfaces.paystack.paystack import PaystackCredentials
from interfaces.sayings import Saying
from interfaces.twilio.accounts import TwilioCredentials
from interfaces.whatsapp.access import CloudCredentials

_KINDS: Final[dict[str, type[Credentials]]] = {
    "mpesa": MpesaCredentials,
    "paylink": PayLinkCredentials,
    "airtel": AirtelCredentials,
    "paystack": PaystackCredentials,
    Channel.CLOUD_API: CloudCredentials,
    Channel.TWILIO: TwilioCredentials,
}

_TAKEN: Final = {
    False: (
        ("this number belongs to another boutique here", "disconnect it there first"),
        Saying.NUMBER_TAKEN,
    ),
    True: (
        (
            "this till takes money for another boutique here, and one payment could be counted twice",
            "connect a till of this shop's own, or disconnect it there first",
        ),
        Saying.TILL_TAKEN,
    ),
}
"""What is said of a number, and of a till, that is another's. Whose it is, nobody is told."""


@dataclass(frozen=True, slots=True)
class Connections:
    """Connects boutiques. Safe to share between threads."""

    shop: Shop
    store: CredentialStore
    claims: Claims
    numbers: NumberPlans
    tills: TillPlans
    brains: BrainPlans

    def connect(self, boutique: BoutiqueId, cause: Cause, offer: Offer) -> Finding:
        """Connect what the offer is about; the same offer again changes nothing. Raises: NotConnected."""
        plan = self._plan(boutique, offer)
        if plan.claims and not self.claims.take(boutique, plan.claims, plan.account):
            raise refusal(plan.finding.neighbour, *_TAKEN[plan.claims == AT_SAFARICOM])
        if plan.keeps:
            self.store.keep(boutique, plan.account, plan.keeps)
        if plan.command:
            self._carry_out(boutique, cause, plan.command)
        return plan.finding

    def connected(self, boutique: BoutiqueId) -> Sequence[Connected]:
        """All that the boutique is connected to: its numbers, then its tills, then its brain."""
        state = self._state(boutique)
        numbers = [
            Connected(channel_of(each.provider), each.account, each.display_number) for each in state.whatsapp
        ]
        tills = [Connected(each.provider, each.shortcode, each.shortcode) for each in state.payees]
        brain = [Connected("brain", ONE_ACCOUNT, state.brain.brain)] if state.brain else []
        return (*numbers, *tills, *brain)

    def look(self, boutique: BoutiqueId, neighbour: str, account: str) -> Finding:
        """How one connection is now. Raises: NotConnected where there is none."""
        self._must_be_connected(boutique, neighbour, account)
        match neighbour:
            case Channel.CLOUD_API:
                return self.numbers.meta_found(account, self.store.read(boutique, account, CloudCredentials))
            case Channel.TWILIO:
                kept = self.store.read(boutique, account, TwilioCredentials)
                return self.numbers.twilio_found(account, kept)
            case "brain":
                return self._brain_found(boutique)
        key = account if neighbour in ("mpesa", "paylink") else ONE_ACCOUNT
        return self.tills.found(neighbour, self.store.read(boutique, key, _KINDS[neighbour]))

    def disconnect(self, boutique: BoutiqueId, cause: Cause, neighbour: str, account: str) -> None:
        """Let a number or a till go. Raises: NotConnected where there is none.

        A till's credentials stay sealed: money that was asked for may still come, and is asked about by them.
        """
        self._must_be_connected(boutique, neighbour, account)
        if neighbour in (Channel.CLOUD_API, Channel.TWILIO):
            provider = "twilio" if neighbour == Channel.TWILIO else "meta"
            self.shop.do(boutique, cause, DisconnectWhatsApp(provider, account))
            self.store.forget(boutique, account, _KINDS[neighbour])
            self.claims.leave(boutique, Channel(neighbour), account)
        else:
            self._carry_out(boutique, cause, DisconnectPaymentAccount(neighbour))

    def _carry_out(self, boutique: BoutiqueId, cause: Cause, command: Command) -> None:
        """Do it, and let others have a till in which money comes here no more: it went or was changed."""
        had = self._shortcodes(boutique)
        self.shop.do(boutique, cause, command)
        for gone in had - self._shortcodes(boutique):
            self.claims.leave(boutique, AT_SAFARICOM, gone)

    def _shortcodes(self, boutique: BoutiqueId) -> set[str]:
        return {each.shortcode for each in self._state(boutique).payees}

    def payee(self, boutique: BoutiqueId, provider: str) -> PayeeAccount:
        """The boutique's account at this neighbour of the money. Raises: NotConnected."""
        found = next((each for each in self._state(boutique).payees if each.provider == provider), None)
        if found is None:
            raise _nothing_at(provider)
        return _account(boutique, found)

    def _plan(self, boutique: BoutiqueId, offer: Offer) -> Plan:
        match offer:
            case MetaNumber():
                return self.numbers.at_meta(offer)
            case TwilioNumber():
                return self.numbers.at_twilio(offer)
            case MpesaTill():
                return self.tills.mpesa(offer)
            case PayLinkTill():
                return self.tills.paylink(offer)
            case AirtelTill():
                return self.tills.airtel(offer)
            case PaystackTill():
                return self.tills.paystack(offer)
            case ChosenBrain():
                return self.brains.brain(boutique, offer)
        sentences = ("there are no built-in phones here", "connect a real number and a real till")
        raise refusal("sandbox", sentences, Saying.NO_BUILT_IN_PHONES)

    def _brain_found(self, boutique: BoutiqueId) -> Finding:
        chosen = self._state(boutique).brain
        assert chosen is not None  # noqa: S101 — it is connected
        return self.brains.found(chosen.brain, self.brains.kept(boutique, chosen.brain), chosen.model)

    def _must_be_connected(self, boutique: BoutiqueId, neighbour: str, account: str) -> None:
        if not any((c.neighbour, c.account) == (neighbour, account) for c in self.connected(boutique)):
            raise _nothing_at(neighbour)

    def _state(self, boutique: BoutiqueId) -> Boutique:
        return self.shop.open(boutique, boutique).get(Boutique, boutique)


def _nothing_at(neighbour: str) -> NotConnected:
    sentences = ("nothing is connected here", "connect it first")
    return refusal(neighbour, sentences, Saying.NOTHING_CONNECTED)


def _account(boutique: BoutiqueId, to: PaymentAccountConnected) -> PayeeAccount:
    return PayeeAccount(boutique, to.provider, to.shortcode, to.is_till, to.store_number)
