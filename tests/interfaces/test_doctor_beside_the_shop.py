"""The doctor's lines about what thinks for the shop and what watches over it."""

from dataclasses import replace

import pytest
from pydantic import SecretStr

from interfaces.claude import check as claude
from interfaces.claude.settings import ClaudeSettings
from interfaces.findings import Finding, Verdict
from interfaces.gemini import check as gemini
from interfaces.gemini.settings import GeminiSettings
from interfaces.postgres import check as postgres
from interfaces.postgres.credentials import Addresses
from interfaces.postgres.database import Database
from interfaces.settings import Settings
from interfaces.tracing import check as traces
from interfaces.tracing.collectors import collectors_of
from tests.emulators.collector import PUBLIC, SECRET, collector
from tests.interfaces.test_doctor import AWAY, neighbour
from tests.support.postgres import TestServer


def both(url: str, key: str = "very secret") -> list[Finding]:
    """What is told of both makers' models at this address."""
    asked = gemini.check(GeminiSettings(base_url=url), key), claude.check(ClaudeSettings(base_url=url), key)
    assert "very secret" not in repr(asked)
    return list(asked)


def test_a_model_that_knows_our_key_works_and_says_its_name() -> None:
    with neighbour(200, name="models/x") as url:
        found = both(url)
    assert [each.verdict for each in found] == [Verdict.WORKS] * 2
    assert found[0].says == GeminiSettings().model


@pytest.mark.parametrize(
    ("status", "says", "do"),
    [
        (401, "refuses our key", "anew"),
        (403, "refuses our key", "anew"),
        (404, "has no model", "_MODEL"),
        (529, "cannot be reached (529)", "the offline brain thinks"),
    ],
)
def test_a_key_or_model_that_is_not_known_is_told_with_what_to_do(status: int, says: str, do: str) -> None:
    with neighbour(status, error="very secret") as url:
        found = both(url)
    assert {each.verdict for each in found} == {Verdict.BROKEN}
    assert all(says in each.says and do in each.do for each in found)


def test_models_without_a_key_are_off_and_those_away_are_told() -> None:
    assert {each.verdict for each in both(AWAY, "")} == {Verdict.OFF}
    assert all(each.says.startswith("cannot be reached") for each in both(AWAY))


def test_collectors_take_our_traces_or_it_is_told_why_not() -> None:
    with collector() as there:
        known = Settings(
            sandbox=True,
            otlp_endpoint=there.url,
            langfuse_secret_key=SECRET,
            langfuse_public_key=PUBLIC,
            langfuse_url=there.url,
        )
        assert traces.check(collectors_of(known)).says == "collector and langfuse take them"
        wrong = known.model_copy(
            update={"otlp_endpoint": "", "langfuse_secret_key": SecretStr("sk-lf-of-another")}
        )
        refused = traces.check(collectors_of(wrong))
        lost = traces.check(collectors_of(Settings(sandbox=True, otlp_endpoint=f"{there.url}/nowhere")))
        assert (there.spans, there.at_langfuse) == ([], [])
    away = traces.check(collectors_of(Settings(sandbox=True, otlp_endpoint=AWAY)))

    assert (refused.says, refused.do) == (
        "the langfuse refuses our keys (401)",
        "copy them anew from its settings",
    )
    assert "of-another" not in repr(refused)
    assert (lost.says, away.says) == (
        "the collector answers 404",
        "the collector cannot be reached (ConnectError)",
    )
    assert traces.check(()).verdict is Verdict.OFF


def test_a_pooler_works_where_both_ways_do(postgres: TestServer, database: Database) -> None:
    assert postgres_says(database, named=False).verdict is Verdict.OFF
    assert postgres_says(database).verdict is Verdict.WORKS
    good = database._addresses
    nowhere = "host=127.0.0.1 port=9 user=x"
    with Database(replace(good, follower=nowhere), 1, good) as without_sessions:
        assert "past it" in postgres_says(without_sessions).says


def test_a_pooler_that_is_away_is_told(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interfaces.postgres.database.WAIT_SECONDS", 0.1)
    nowhere = "host=127.0.0.1 port=9 user=x"
    with Database(database._addresses, 1, Addresses(*[nowhere] * 5)) as behind:
        assert postgres_says(behind).do == "correct DUKANI_POOLER_URL"


def postgres_says(database: Database, *, named: bool = True) -> Finding:
    """The pooler's line."""
    return postgres.check_pooler(database, named=named)
