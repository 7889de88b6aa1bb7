"""Terms: what a boutique pays for Dukani, a fee for each month or a share of what it sells."""

from typing import Final

from pydantic import BaseModel, ConfigDict

from domain.money import Money

LEAST_SHARE: Final = 200
MOST_SHARE: Final = 500
"""A share of sales is between 2 and 5 percent. Units: hundredths of a percent."""

MOST_FEE: Final = Money.shillings(1_000_000)
"""Who means to ask more for a month has mistaken the unit."""


class Terms(BaseModel):
    """What a boutique pays. `plan` is how people call it.

    Units: `commission_basis_points` are hundredths of a percent of the goods sold. All prices are without
    VAT, which is added.
    Shape: the share of one sale is at least `least_of_sale`, though never above its goods, and at most
    `most_of_sale`, where that is said.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    plan: str
    monthly_fee: Money
    commission_basis_points: int
    least_of_sale: Money = Money.zero()
    most_of_sale: Money | None = None

    @property
    def are_possible(self) -> bool:
        """Whether the fee is an amount of shillings, and the share none or between 2 and 5 percent.

        A share of nothing has no bounds, and the most that a sale costs is not below the least.
        """
        fee, share = self.monthly_fee, self.commission_basis_points
        fits = fee.currency == "KES" and 0 <= fee.cents <= MOST_FEE.cents
        named = fits and bool(self.plan.strip()) and (share == 0 or LEAST_SHARE <= share <= MOST_SHARE)
        return named and self._bounds_are_possible

    @property
    def _bounds_are_possible(self) -> bool:
        least, most = self.least_of_sale, self.most_of_sale
        if self.commission_basis_points == 0:
            return least.cents == 0 and most is None
        if least.currency != "KES" or least.cents < 0:
            return False
        return most is None or (most.currency == "KES" and max(1, least.cents) <= most.cents)


TRIAL: Final = Terms(plan="trial", monthly_fee=Money.zero(), commission_basis_points=0)
"""What a boutique pays with which nothing was agreed: nothing."""
