"""The doctor says whether Sentry takes what we report."""

from interfaces.findings import Verdict
from interfaces.sentry.check import check
from tests.emulators.sentry import KEY, sentry


def test_without_a_dsn_it_is_off_and_one_that_is_none_is_told() -> None:
    assert check("").verdict is Verdict.OFF
    assert check("sentry.example/1").do.startswith("copy it from the project's settings")


def test_a_key_that_is_taken_works_makes_no_event_and_is_not_shown() -> None:
    with sentry() as project:
        found = check(project.dsn)
        refused = check(project.dsn.replace(KEY, "f" * 32))
        lost = check(project.dsn.replace("/4711", "/4712"))

    assert found.verdict is Verdict.WORKS
    assert {refused.verdict, lost.verdict} == {Verdict.BROKEN}
    assert project.events == []
    assert KEY not in repr((found, refused, lost))


def test_one_that_is_away_is_told() -> None:
    assert check("http://key@127.0.0.1:9/1").says.startswith("cannot be reached")
