"""A database is brought to this release in one go, and no applied file may change."""

import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from interfaces.postgres.migrate import FOLDER, MigrationRefused, migrate, migrations, prepare
from tests.support.postgres import TestServer


@pytest.fixture
def scratch(postgres: TestServer) -> Iterator[str]:
    name = postgres.clone()
    yield name
    postgres.drop(name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file in FOLDER.glob("*.sql"):
        (tmp_path / file.name).write_text(file.read_text())
    return tmp_path


def test_a_second_run_changes_nothing(postgres: TestServer, scratch: str) -> None:
    assert migrate(postgres.addresses(scratch).owner) == ()
    assert prepare(postgres.admin, postgres.credentials, scratch) == postgres.addresses(scratch)


def test_a_new_file_is_applied_and_an_edited_one_refused(
    postgres: TestServer, scratch: str, folder: Path
) -> None:
    owner = postgres.addresses(scratch).owner
    new = folder / "9001_extra.sql"
    new.write_text("CREATE TABLE dukani.extra (boutique_id uuid); SELECT dukani.guard('dukani.extra');")
    assert migrate(owner, folder) == ("9001_extra",)

    new.write_text("CREATE TABLE dukani.extra (boutique_id uuid PRIMARY KEY, n int);")
    with pytest.raises(MigrationRefused, match="9001_extra was edited"):
        migrate(owner, folder)
    new.unlink()
    with pytest.raises(MigrationRefused, match="9001_extra, unknown to this release"):
        migrate(owner, folder)


def test_a_file_that_fails_leaves_nothing_of_the_upgrade(
    postgres: TestServer, scratch: str, folder: Path
) -> None:
    owner = postgres.addresses(scratch).owner
    (folder / "9001_good.sql").write_text("CREATE TABLE dukani.good (boutique_id uuid PRIMARY KEY);")
    (folder / "9002_bad.sql").write_text("CREATE TABLE dukani.bad (boutique_id nonsense);")
    with pytest.raises(MigrationRefused, match="9002_bad failed"):
        migrate(owner, folder)
    with psycopg.connect(owner) as conn:
        assert conn.execute("SELECT to_regclass('dukani.good')").fetchone() == (None,)


def test_two_files_of_one_number_are_refused(folder: Path) -> None:
    (folder / "0001_again.sql").write_text("SELECT 1;")
    with pytest.raises(MigrationRefused, match="number 0001"):
        migrations(folder)


def test_processes_that_migrate_at_once_wait_for_one_another(
    postgres: TestServer, scratch: str, folder: Path
) -> None:
    owner = postgres.addresses(scratch).owner
    (folder / "9001_slow.sql").write_text("CREATE TABLE dukani.slow (boutique_id uuid PRIMARY KEY);")
    results: list[tuple[str, ...]] = []
    threads = [threading.Thread(target=lambda: results.append(migrate(owner, folder))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [(), (), (), ("9001_slow",)]
