"""What a neighbour gave a boutique is read by that boutique alone, and stands nowhere in the clear."""

from collections.abc import Mapping
from typing import ClassVar
from uuid import UUID

import psycopg
import pytest
from pydantic import Field, SecretStr

from application.ports import Credentials
from domain.identity import BoutiqueId
from interfaces.postgres.boutique_credentials import PostgresCredentials
from interfaces.postgres.database import Database
from interfaces.postgres.vault import PostgresVault

Two = tuple[BoutiqueId, BoutiqueId]


class TillKeys(Credentials):
    """The keys of a till."""

    NEIGHBOUR: ClassVar = "mpesa"
    consumer: str
    passkey: SecretStr
    before: tuple[SecretStr, ...] = ()
    names: Mapping[str, str] = Field(default_factory=dict)


KEYS = TillKeys(
    consumer="app-1", passkey=SecretStr("quorlax"), before=(SecretStr("older"),), names={"a": "b"}
)


@pytest.fixture
def store(database: Database, vault: PostgresVault) -> PostgresCredentials:
    return PostgresCredentials(database, vault)


def test_a_boutique_reads_what_was_kept_last(store: PostgresCredentials, two_boutiques: Two) -> None:
    mine, others = two_boutiques
    store.keep(mine, "174379", KEYS)
    store.keep(mine, "174379", KEYS.model_copy(update={"consumer": "app-2"}))

    kept = store.read(mine, "174379", TillKeys)
    assert kept is not None
    assert (kept.consumer, kept.passkey.get_secret_value()) == ("app-2", "quorlax")
    assert (kept.before, kept.names) == (KEYS.before, {"a": "b"})
    assert store.read(mine, "600100", TillKeys) is None
    assert store.read(others, "174379", TillKeys) is None


def test_what_is_forgotten_is_gone_and_may_be_forgotten_again(
    store: PostgresCredentials, two_boutiques: Two
) -> None:
    mine, others = two_boutiques
    store.keep(mine, "174379", KEYS)
    store.keep(others, "174379", KEYS)
    store.forget(mine, "174379", TillKeys)
    store.forget(mine, "174379", TillKeys)

    assert store.read(mine, "174379", TillKeys) is None
    assert store.read(others, "174379", TillKeys) == KEYS


def test_no_secret_stands_in_the_clear(
    store: PostgresCredentials, two_boutiques: Two, database: Database
) -> None:
    mine, _ = two_boutiques
    store.keep(mine, "174379", KEYS)

    with database.as_boutique(mine) as conn:
        rows = conn.execute("SELECT box FROM dukani.boutique_credentials").fetchall()
    assert rows
    assert "quorlax" not in str(rows)
    assert "quorlax" not in repr(store.read(mine, "174379", TillKeys))


def test_a_box_moved_to_another_account_does_not_open(
    store: PostgresCredentials, two_boutiques: Two, database: Database
) -> None:
    mine, _ = two_boutiques
    store.keep(mine, "174379", KEYS)
    store.keep(mine, "600100", KEYS)
    with database.as_boutique(mine) as conn:
        _swap(conn, mine)

    assert store.read(mine, "600100", TillKeys) is None


def _swap(conn: psycopg.Connection[object], mine: UUID) -> None:
    conn.execute(
        "UPDATE dukani.boutique_credentials SET box = (SELECT box FROM dukani.boutique_credentials"
        " WHERE boutique_id = %s AND account = '174379') WHERE account = '600100'",
        (mine,),
    )
