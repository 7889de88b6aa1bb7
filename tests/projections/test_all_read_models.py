"""What every read model keeps: no fact counts twice, a rebuild equals the life, and boutiques never meet."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, Final
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg import sql

from domain.fact import Recorded
from domain.identity import BoutiqueId
from interfaces.postgres.database import Database, enter
from interfaces.read_models import read_models
from projections.projection import Projection
from tests.projections.history import lived
from tests.support.tables import TABLES

MODELS: Final = {model.name: model for model in read_models()}

ALL_ROWS: Final = sql.SQL("SELECT to_jsonb(t) FROM dukani.{} t ORDER BY to_jsonb(t)::text")

every_model = pytest.mark.parametrize("name", sorted(MODELS))
seeds = st.integers(min_value=0, max_value=2**32)
lives = settings(
    max_examples=5,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
    derandomize=True,
)


def test_every_read_model_is_looked_at() -> None:
    assert set(TABLES) == set(MODELS)


@every_model
@lives
@given(seed=seeds)
def test_a_rebuild_from_its_own_facts_alone_equals_the_life(name: str, seed: int, database: Database) -> None:
    model, boutique = MODELS[name], BoutiqueId(uuid4())
    facts = lived(boutique, seed).facts
    for page in pages(facts, Random(seed)):
        apply(database, model, boutique, page)
    live = rows(database, name, boutique)
    with database.as_follower() as conn:
        enter(conn, boutique)
        model.reset(conn, boutique)
    apply(database, model, boutique, [fact for fact in facts if concerns(model, fact)])
    assert rows(database, name, boutique) == live
    assert any(live.values())


@every_model
@lives
@given(seed=seeds)
def test_the_same_facts_twice_change_nothing(name: str, seed: int, database: Database) -> None:
    model, boutique = MODELS[name], BoutiqueId(uuid4())
    facts = lived(boutique, seed).facts
    apply(database, model, boutique, facts)
    once = rows(database, name, boutique)
    for page in pages(facts, Random(seed)):
        apply(database, model, boutique, page)
    assert rows(database, name, boutique) == once


@every_model
def test_a_boutique_sees_only_its_own_rows_with_no_filter_at_all(
    name: str, database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    mine, other = two_boutiques
    for seed, boutique in enumerate(two_boutiques):
        apply(database, MODELS[name], boutique, lived(boutique, seed).facts)
    before = rows(database, name, other)
    with database.as_boutique(mine) as conn:
        for table in TABLES[name]:
            seen = conn.execute(
                sql.SQL("SELECT DISTINCT boutique_id FROM dukani.{}").format(sql.Identifier(table))
            ).fetchall()
            assert seen in ([(mine,)], [])
    with database.as_follower() as conn:
        enter(conn, mine)
        MODELS[name].reset(conn, mine)
    assert rows(database, name, other) == before
    assert any(before.values())


def pages(facts: Sequence[Recorded[Any]], chance: Random) -> Iterator[Sequence[Recorded[Any]]]:
    """The facts in order, cut into pages of uneven length."""
    begin = 0
    while begin < len(facts):
        end = begin + chance.choice([1, 2, 5, 40])
        yield facts[begin:end]
        begin = end


def concerns(model: Projection, fact: Recorded[Any]) -> bool:
    """Whether the projector gives this fact to the read model."""
    return model.topics is None or fact.fact.TOPIC in model.topics


def apply(
    database: Database, model: Projection, boutique: BoutiqueId, facts: Sequence[Recorded[Any]]
) -> None:
    """Let a read model take facts in, whichever they are."""
    with database.as_follower() as conn:
        enter(conn, boutique)
        model.apply(conn, boutique, facts)


def rows(database: Database, name: str, boutique: BoutiqueId) -> dict[str, list[Any]]:
    """All rows of a read model, in an order of their own."""
    with database.as_boutique(boutique) as conn:
        return {
            table: conn.execute(ALL_ROWS.format(sql.Identifier(table))).fetchall() for table in TABLES[name]
        }
