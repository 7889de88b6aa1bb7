"""Money: integer cents of one currency, and how shops in Kenya write it."""

from typing import Self

from pydantic import BaseModel, ConfigDict


class Money(BaseModel):
    """An amount of one currency.

    Units: cents. M-Pesa moves whole shillings only.
    Raises: ValueError when two currencies meet.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    cents: int
    currency: str = "KES"

    @classmethod
    def shillings(cls, amount: int) -> Self:
        """Whole Kenyan shillings."""
        return cls(cents=amount * 100)

    @classmethod
    def zero(cls) -> Self:
        """Nothing, in Kenyan shillings."""
        return cls(cents=0)

    def __add__(self, other: "Money") -> "Money":
        return Money(cents=self.cents + self._same(other).cents, currency=self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(cents=self.cents - self._same(other).cents, currency=self.currency)

    def __mul__(self, times: int) -> "Money":
        return Money(cents=self.cents * times, currency=self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.cents < self._same(other).cents

    def __str__(self) -> str:
        """The amount as a shop writes it: "KSh 2,500"; cents only where there are any."""
        whole, rest = divmod(abs(self.cents), 100)
        sign = "-" if self.cents < 0 else ""
        symbol = "KSh" if self.currency == "KES" else self.currency
        return f"{sign}{symbol} {whole:,}" + (f".{rest:02d}" if rest else "")

    @property
    def is_whole_shillings(self) -> bool:
        """True when M-Pesa can move this amount."""
        return self.cents > 0 and self.cents % 100 == 0

    def _same(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} cannot be reckoned together")
        return other
