"""The customer: what a boutique knows of a person, as long as she wants it to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, Self

from domain.clothing import Garment
from domain.customer.events import (
    AddressRemembered,
    CustomerForgotten,
    CustomerMet,
    CustomersMerged,
    ErasureRequested,
    IdentifierKind,
    IdentifierLearned,
    LanguageChosen,
    MarketingAllowed,
    MarketingStopped,
    MeasurementsTold,
    NameLearned,
    PayingNumberConfirmed,
    PurchasedPiece,
    PurchaseRemembered,
    PurchaseReturned,
    ServiceWindowOpened,
    SizeTold,
)
from domain.customer.refusals import (
    CustomerIsForgotten,
    CustomerIsUnknown,
    NothingBought,
    NothingMeasured,
    WindowIsStillOpen,
)
from domain.fact import Fact, Facts
from domain.identity import ConversationId, CustomerId, OrderId
from domain.language import Language
from domain.sealed import Sealed
from domain.sizes import Measurements, Size
from domain.writing_window import is_open

__all__ = [
    "Customer",
    "CustomerIsForgotten",
    "CustomerIsUnknown",
    "NothingBought",
    "NothingMeasured",
    "WindowIsStillOpen",
]


@dataclass(frozen=True, slots=True)
class Customer:
    """A person who writes to one boutique. What is not known is None or empty.

    Shape: `sizes` has None for what she wears in all garments, the newest last; `purchases` stand in the
    order of buying, without those she returned; `window` is the conversation of the newest window.
    """

    KIND: ClassVar[str] = "customer"

    met: CustomerMet | None = None
    identifiers: Mapping[IdentifierKind, Sealed] = field(default_factory=dict)
    name: Sealed | None = None
    language: Language | None = None
    sizes: Mapping[Garment | None, Size] = field(default_factory=dict)
    measurements: Measurements = field(default_factory=Measurements)
    purchases: Mapping[OrderId, tuple[PurchasedPiece, ...]] = field(default_factory=dict)
    address: Sealed | None = None
    paying_number: Sealed | None = None
    window: ConversationId | None = None
    window_opened_at: datetime | None = None
    takes_marketing: bool | None = None
    wants_erasure: bool = False
    is_forgotten: bool = False
    merged: frozenset[CustomerId] = frozenset()

    def identifier(self, kind: IdentifierKind) -> Sealed | None:
        """The newest name of this kind by which WhatsApp knows her."""
        return self.identifiers.get(kind)

    def conversation_at(self, now: datetime) -> ConversationId | None:
        """The conversation whose window is open now; None when a new one must begin."""
        return self.window if is_open(self.window_opened_at, now) else None

    def evolve(self, fact: Fact) -> Self:
        """The customer after this fact."""
        match fact:
            case CustomerMet():
                return replace(type(self)(), met=fact)
            case IdentifierLearned():
                return replace(self, identifiers={**self.identifiers, fact.kind: fact.value})
            case NameLearned():
                return replace(self, name=fact.name)
            case LanguageChosen():
                return replace(self, language=fact.language)
            case AddressRemembered():
                return replace(self, address=fact.address)
            case PayingNumberConfirmed():
                return replace(self, paying_number=fact.phone)
            case ServiceWindowOpened():
                return replace(self, window=fact.conversation, window_opened_at=fact.opened_at)
            case CustomersMerged():
                return replace(self, merged=self.merged | {fact.other})
            case _:
                return self._evolve_taste(fact)

    def _evolve_taste(self, fact: Fact) -> Self:
        match fact:
            case SizeTold():
                others = {garment: size for garment, size in self.sizes.items() if garment != fact.garment}
                return replace(self, sizes={**others, fact.garment: fact.size})
            case MeasurementsTold():
                return replace(self, measurements=self._with(fact.measurements))
            case PurchaseRemembered():
                return replace(self, purchases={**self.purchases, fact.order: fact.pieces})
            case PurchaseReturned():
                kept = self._kept_of(fact.order, fact.pieces)
                return replace(self, purchases={**self.purchases, fact.order: kept})
            case _:
                return self._evolve_wish(fact)

    def _evolve_wish(self, fact: Fact) -> Self:
        match fact:
            case MarketingStopped():
                return replace(self, takes_marketing=False)
            case MarketingAllowed():
                return replace(self, takes_marketing=True)
            case ErasureRequested():
                return replace(self, wants_erasure=True)
            case CustomerForgotten():
                return replace(type(self)(), met=self.met, is_forgotten=True)
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of a customer")

    def meet(self, channel: str, account: str) -> Facts:
        """Know that she writes. Nothing new: she wrote before and was not forgotten since."""
        if self.met and not self.is_forgotten:
            return ()
        return (CustomerMet(channel=channel, account=account),)

    def learn_identifier(self, *, kind: IdentifierKind, value: Sealed, same: bool) -> Facts:
        """Learn a name by which WhatsApp knows her. Nothing new: `same` as the one known, by who can open it.

        Raises: CustomerIsUnknown, CustomerIsForgotten.
        """
        self._must_be_known()
        if same and kind in self.identifiers:
            return ()
        return (IdentifierLearned(kind=kind, value=value),)

    def learn_name(self, name: Sealed, *, same: bool = False) -> Facts:
        """Learn how she calls herself. Nothing new: `same` as known.

        Raises: CustomerIsUnknown, CustomerIsForgotten.
        """
        self._must_be_known()
        return () if _is_known(self.name, name, same) else (NameLearned(name=name),)

    def choose_language(self, language: Language) -> Facts:
        """Answer her in this tongue. Nothing new: she is answered in it.

        Raises: CustomerIsUnknown, CustomerIsForgotten.
        """
        self._must_be_known()
        return () if language is self.language else (LanguageChosen(language=language),)

    def tell_size(self, garment: Garment | None, size: Size) -> Facts:
        """Say what she wears. Nothing new: she said so.

        Raises: CustomerIsUnknown, CustomerIsForgotten.
        """
        self._must_be_known()
        return () if self.sizes.get(garment) == size else (SizeTold(garment=garment, size=size),)

    def tell_measurements(self, measurements: Measurements) -> Facts:
        """Say her measurements; what she leaves out stays as it was. Nothing new: she said so.

        Raises: CustomerIsUnknown, CustomerIsForgotten, NothingMeasured.
        """
        self._must_be_known()
        if measurements == Measurements():
            raise NothingMeasured("no measure was said")
        if self._with(measurements) == self.measurements:
            return ()
        return (MeasurementsTold(measurements=measurements),)

    def remember_purchase(self, order: OrderId, pieces: tuple[PurchasedPiece, ...]) -> Facts:
        """Keep what she paid for. Nothing new: this order is kept, or was returned.

        Raises: CustomerIsUnknown, CustomerIsForgotten, NothingBought.
        """
        self._must_be_known()
        if order in self.purchases:
            return ()
        if not pieces:
            raise NothingBought("a purchase has a piece")
        return (PurchaseRemembered(order=order, pieces=pieces),)

    def return_purchase(self, order: OrderId, pieces: tuple[PurchasedPiece, ...] = ()) -> Facts:
        """Know that she gave pieces of an order back, or all of it. Nothing new: they are not kept.

        Raises: CustomerIsUnknown, CustomerIsForgotten.
        """
        self._must_be_known()
        kept = self._kept_of(order, pieces)
        if kept == self.purchases.get(order, ()):
            return ()
        return (PurchaseReturned(order=order, pieces=pieces if kept else ()),)

    def _kept_of(self, order: OrderId, returned: tuple[PurchasedPiece, ...]) -> tuple[PurchasedPiece, ...]:
        had = self.purchases.get(order, ())
        return tuple(piece for piece in had if piece not in returned) if returned else ()

    def remember_address(self, address: Sealed, *, same: bool = False) -> Facts:
        """Keep where she wants pieces. Nothing new: `same` as known.

        Raises: CustomerIsUnknown, CustomerIsForgotten.
        """
        self._must_be_known()
        return () if _is_known(self.address, address, same) else (AddressRemembered(address=address),)

    def confirm_paying_number(self, phone: Sealed, *, same: bool = False) -> Facts:
        """Keep the number she pays from. Nothing new: `same` as known.

        Raises: CustomerIsUnknown, CustomerIsForgotten.
        """
        self._must_be_known()
        return () if _is_known(self.paying_number, phone, same) else (PayingNumberConfirmed(phone=phone),)

    def open_window(self, conversation: ConversationId, at: datetime) -> Facts:
        """Begin a conversation in a window of 24 hours. Nothing new: it is the newest.

        Raises: CustomerIsUnknown, CustomerIsForgotten, WindowIsStillOpen.
        """
        self._must_be_known()
        if conversation == self.window:
            return ()
        if self.conversation_at(at):
            raise WindowIsStillOpen(f"{self.window} goes on")
        return (ServiceWindowOpened(conversation=conversation, opened_at=at),)

    def stop_marketing(self) -> Facts:
        """Send her no offers. Nothing new: she said so before.

        Raises: CustomerIsUnknown, CustomerIsForgotten.
        """
        self._must_be_known()
        return () if self.takes_marketing is False else (MarketingStopped(),)

    def allow_marketing(self) -> Facts:
        """Send her offers. Nothing new: she agreed before.

        Raises: CustomerIsUnknown, CustomerIsForgotten.
        """
        self._must_be_known()
        return () if self.takes_marketing else (MarketingAllowed(),)

    def request_erasure(self) -> Facts:
        """Note that she wants to be forgotten. Nothing new: she asked, or it is done.

        Raises: CustomerIsUnknown.
        """
        self._must_have_written()
        return () if self.wants_erasure or self.is_forgotten else (ErasureRequested(),)

    def forget(self) -> Facts:
        """Know her no more. Nothing new: she is forgotten.

        Raises: CustomerIsUnknown.
        """
        self._must_have_written()
        return () if self.is_forgotten else (CustomerForgotten(),)

    def merge(self, other: CustomerId) -> Facts:
        """Know that another record is the same person. Nothing new: that is known.

        Raises: CustomerIsUnknown, CustomerIsForgotten.
        """
        self._must_be_known()
        return () if other in self.merged else (CustomersMerged(other=other),)

    def _must_have_written(self) -> None:
        if self.met is None:
            raise CustomerIsUnknown("she never wrote")

    def _must_be_known(self) -> None:
        self._must_have_written()
        if self.is_forgotten:
            raise CustomerIsForgotten("she asked to be forgotten")

    def _with(self, told: Measurements) -> Measurements:
        return self.measurements.model_copy(update=told.model_dump(exclude_none=True))


def _is_known(known: Sealed | None, value: Sealed, same: bool) -> bool:
    return known is not None and (same or known == value)
