"""What an owner may choose to pay for Dukani, and where she pays it."""

from dataclasses import dataclass

from domain.subscription.terms import Terms


@dataclass(frozen=True, slots=True)
class Billing:
    """The operator's word on it. `paybill` is None where he has named none."""

    offered: tuple[Terms, ...]
    paybill: str | None
