"""The rules by which a subscription says no."""

from domain.refusal import Refusal


class TermsAreNotPossible(Refusal):
    """A fee is an amount of shillings, and a share of sales is none or between 2 and 5 percent."""


class MonthIsOver(Refusal):
    """What a month cost that is over cannot be agreed anew."""


class PlanIsNotOffered(Refusal):
    """An owner chooses among the plans that are offered."""


class MonthIsNotDue(Refusal):
    """Months are closed one after the other, each when it is over."""


class BooksAreBehind(Refusal):
    """The ledger has not seen all of the subscription's facts yet."""


class InvoiceIsUnknown(Refusal):
    """There is no invoice of this number."""


class CodeIsNotPossible(Refusal):
    """M-Pesa's code of a payment is eight to twelve letters and digits."""


class CodeIsKnown(Refusal):
    """This payment was recorded already, for another invoice or amount."""


class AmountIsNotPossible(Refusal):
    """A payment is an amount of shillings above nothing."""
