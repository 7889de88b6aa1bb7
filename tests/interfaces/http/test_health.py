"""An operator is told the truth."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from fastapi import FastAPI
from fastapi.testclient import TestClient

from interfaces.http.health import database_answers, disk_has_room, health_router, migrations_applied
from interfaces.postgres.database import Database
from interfaces.postgres.migrate import level, newest


@contextmanager
def closed_door() -> Iterator[Any]:
    """The way to a database that is away."""
    raise psycopg.OperationalError("gone")
    yield


def asked(*checks: Any) -> TestClient:
    """An application with these checks."""
    app = FastAPI()
    app.include_router(health_router(checks))
    return TestClient(app)


def test_a_running_process_is_alive_also_without_a_database() -> None:
    assert asked(database_answers(closed_door)).get("/livez").json() == {"alive": True}


def test_a_process_with_everything_is_ready(database: Database, tmp_path: Path) -> None:
    answer = asked(
        database_answers(database.as_follower),
        migrations_applied(database.as_follower, level, newest()),
        disk_has_room(tmp_path, least=1),
    ).get("/readyz")
    assert answer.status_code == 200
    assert [check["ready"] for check in answer.json()["checks"]] == [True, True, True]


def test_a_process_without_its_database_is_not_ready() -> None:
    answer = asked(database_answers(closed_door), migrations_applied(closed_door, level, newest())).get(
        "/readyz"
    )
    assert answer.status_code == 503
    assert [check["ready"] for check in answer.json()["checks"]] == [False, False]


def test_a_schema_of_another_release_is_not_ready(database: Database) -> None:
    answer = asked(migrations_applied(database.as_follower, level, newest() + 1)).get("/readyz")
    assert answer.status_code == 503


def test_a_full_disk_is_not_ready(tmp_path: Path) -> None:
    answer = asked(disk_has_room(tmp_path, least=2**62)).get("/readyz")
    assert answer.json()["checks"][0]["name"] == "disk"
    assert answer.status_code == 503
