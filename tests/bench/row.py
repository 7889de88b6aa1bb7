"""One measured figure, beside the limit it was measured against in the same run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure and whether it meets its goal.

    `limit` is what the same machine did at best in the same run (the raw engine, a known rival), `ratio` is
    value / limit; both are None where there is no such thing.
    """

    name: str
    value: float
    unit: str
    limit: float | None
    ratio: float | None
    goal: str
    holds: bool

    def __str__(self) -> str:
        limit = "" if self.limit is None else f" of {self.limit:,.0f} (x{self.ratio:.2f})"
        verdict = "ok  " if self.holds else "MISS"
        return f"{verdict} {self.name}: {self.value:,.1f} {self.unit}{limit}, goal {self.goal}"


def beside(name: str, value: float, unit: str, limit: float, least: float) -> Row:
    """A figure that must reach this part (or multiple) of the limit."""
    ratio = value / limit if limit else 0.0
    return Row(name, value, unit, limit, ratio, f">= {least:g} x", ratio >= least)


def at_least(name: str, value: float, unit: str, least: float) -> Row:
    """A figure that must be this large."""
    return Row(name, value, unit, None, None, f">= {least:,g}", value >= least)


def at_most(name: str, value: float, unit: str, most: float) -> Row:
    """A figure that must not be larger."""
    return Row(name, value, unit, None, None, f"<= {most:,g}", value <= most)
