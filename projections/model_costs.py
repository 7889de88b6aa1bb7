"""What models cost a boutique: every call once, summed by day, model and purpose when somebody asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, NamedTuple
from uuid import UUID

from psycopg import Connection

from domain.boutique.events import ShelfEmbedded
from domain.brain import ModelUse
from domain.conversation.events import ModelAnswered
from domain.fact import Recorded
from domain.identity import BoutiqueId
from projections.table import Table


@dataclass(slots=True)
class ModelCallRow:
    """One question to a model.

    Shape: `day` is "2026-11-25", in UTC; a `reused` answer was known from before and cost nothing; a `failed`
    one the shop had to do without. Units: tokens; millionths of a US dollar; milliseconds.
    """

    answer: UUID
    day: str
    brain: str
    model: str
    purpose: str
    outcome: str
    failed: bool
    reused: bool
    tokens_in: int
    tokens_cached: int
    tokens_out: int
    micro_usd: int
    latency_ms: int


class ModelCost(NamedTuple):
    """A day's calls of one model for one purpose. Units: as in ModelCallRow; latency is the mean."""

    day: str
    model: str
    purpose: str
    calls: int
    reused: int
    failed: int
    tokens_in: int
    tokens_out: int
    micro_usd: int
    latency_ms: int


CALLS: Final = Table("model_calls", ModelCallRow, key=("answer",))
_SPENT: Final = """
    SELECT coalesce(sum(micro_usd), 0)::bigint FROM dukani.model_calls
    WHERE boutique_id = %s AND day = %s AND NOT reused"""
_COSTS: Final = """
    SELECT day, model, purpose, count(*) FILTER (WHERE NOT reused), count(*) FILTER (WHERE reused),
        count(*) FILTER (WHERE failed), sum(tokens_in)::bigint, sum(tokens_out)::bigint,
        sum(micro_usd)::bigint, avg(latency_ms)::bigint
    FROM dukani.model_calls WHERE boutique_id = %s AND day >= %s
    GROUP BY day, model, purpose ORDER BY day DESC, model, purpose"""


class ModelCosts:
    """The read model of what thinking costs."""

    name: ClassVar[str] = "model_costs"
    topics: ClassVar[frozenset[str]] = frozenset({ModelAnswered.TOPIC, ShelfEmbedded.TOPIC})

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        asked = [fact for fact in facts if isinstance(fact.fact, ModelAnswered | ShelfEmbedded)]
        CALLS.save(conn, boutique, {fact.fact.answer: _row(fact) for fact in asked}.values())

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget the boutique's calls, to be built anew."""
        CALLS.clear(conn, boutique)


def _row(fact: Recorded[Any]) -> ModelCallRow:
    use: ModelUse = fact.fact.use
    return ModelCallRow(
        answer=fact.fact.answer,
        day=fact.at.date().isoformat(),
        brain=use.brain.value,
        model=use.model,
        purpose=use.purpose.value,
        outcome=use.outcome,
        failed=use.failed,
        reused=use.reused,
        tokens_in=use.tokens_in,
        tokens_cached=use.tokens_cached,
        tokens_out=use.tokens_out,
        micro_usd=use.cost_micro_usd,
        latency_ms=use.latency_ms,
    )


def spent(boutique: BoutiqueId, conn: Connection[Any], day: date) -> int:
    """What models have cost the boutique on a day. Units: millionths of a US dollar."""
    row = conn.execute(_SPENT, (boutique, day.isoformat())).fetchone()
    return int(row[0]) if row else 0


def costs(boutique: BoutiqueId, conn: Connection[Any], since: date) -> list[ModelCost]:
    """The sums from a day on, the newest day first."""
    return [ModelCost(*row) for row in conn.execute(_COSTS, (boutique, since.isoformat())).fetchall()]
