"""What is sealed for a person is hers alone, and gone once she is forgotten."""

import base64
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest

from domain.identity import BoutiqueId
from domain.sealed import Sealed
from interfaces.postgres.database import Database
from interfaces.postgres.pictures import Folder, StoredPictures
from interfaces.postgres.vault import FRESH_SECONDS, PostgresVault, SealBroken
from tests.support.postgres import TestServer

Two = tuple[BoutiqueId, BoutiqueId]


class Stopwatch:
    """Monotonic seconds as the test moves them."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_sealed_value_opens_for_its_boutique_and_subject_only(
    vault: PostgresVault, two_boutiques: Two
) -> None:
    mine, others = two_boutiques
    amina, wanjiru = uuid4(), uuid4()
    sealed = vault.seal(mine, amina, "Kilimani, Wood Avenue 4 👗")
    vault.seal(mine, wanjiru, "x")
    vault.seal(others, amina, "x")

    assert vault.open(mine, sealed) == "Kilimani, Wood Avenue 4 👗"
    assert vault.open(others, sealed) is None
    assert vault.open(mine, Sealed(subject=wanjiru, box=sealed.box)) is None
    assert "Kilimani" not in sealed.model_dump_json()
    assert vault.seal(mine, amina, "same").box != vault.seal(mine, amina, "same").box


def test_many_values_open_at_once_in_their_order_without_the_forgotten_ones(
    vault: PostgresVault, two_boutiques: Two
) -> None:
    mine, other = two_boutiques
    subjects = [uuid4() for _ in range(3)]
    sealed = [vault.seal(mine, subject, f"{place}") for place, subject in enumerate(subjects)]
    vault.destroy(mine, subjects[1])
    assert vault.open_all(mine, [*sealed, sealed[0]]) == ["0", None, "2", "0"]
    assert vault.open_all(other, sealed) == [None, None, None]


@pytest.mark.parametrize("place", [5, 13, -1])
def test_a_tampered_value_is_not_taken_for_a_forgotten_one(
    vault: PostgresVault, two_boutiques: Two, place: int
) -> None:
    sealed = vault.seal(two_boutiques[0], uuid4(), "0712 345 678")
    box = bytearray(base64.b64decode(sealed.box))
    box[place] ^= 1
    with pytest.raises(SealBroken):
        vault.open(
            two_boutiques[0], Sealed(subject=sealed.subject, box=base64.b64encode(bytes(box)).decode())
        )


def test_who_is_forgotten_stays_forgotten_also_when_she_comes_back(
    vault: PostgresVault, two_boutiques: Two
) -> None:
    mine, amina = two_boutiques[0], uuid4()
    before = vault.seal(mine, amina, "before")

    vault.destroy(mine, amina)
    vault.destroy(mine, amina)
    assert vault.open(mine, before) is None

    after = vault.seal(mine, amina, "after")
    assert vault.open(mine, after) == "after"
    assert vault.open(mine, before) is None


def test_another_process_forgets_at_the_latest_when_its_memory_is_old(
    database: Database, postgres: TestServer, two_boutiques: Two
) -> None:
    mine, amina, watch = two_boutiques[0], uuid4(), Stopwatch()
    here = PostgresVault(database, postgres.credentials.master)
    there = PostgresVault(database, postgres.credentials.master, watch)
    sealed = there.seal(mine, amina, "secret")

    here.destroy(mine, amina)

    watch.seconds = FRESH_SECONDS + 0.1
    assert there.open(mine, sealed) is None


def test_keys_are_worth_nothing_without_the_master_key(
    database: Database, vault: PostgresVault, two_boutiques: Two
) -> None:
    sealed = vault.seal(two_boutiques[0], uuid4(), "secret")
    with pytest.raises(SealBroken, match="master key"):
        PostgresVault(database, b"\1" * 32).open(two_boutiques[0], sealed)


def test_a_key_copied_to_another_person_opens_nothing(
    postgres: TestServer, database: Database, vault: PostgresVault, two_boutiques: Two
) -> None:
    mine, amina, thief = two_boutiques[0], uuid4(), uuid4()
    sealed = vault.seal(mine, amina, "secret")
    with database.as_ingress() as conn:
        name = conn.info.dbname
    with psycopg.connect(postgres.admin_of(name)) as admin:
        admin.execute(
            "INSERT INTO dukani.subject_keys SELECT boutique_id, %s, wrapped FROM dukani.subject_keys"
            " WHERE subject = %s",
            (thief, amina),
        )
    with pytest.raises(SealBroken):
        vault.open(mine, Sealed(subject=thief, box=sealed.box))


@pytest.fixture
def pictures(database: Database, vault: PostgresVault, tmp_path: Path) -> StoredPictures:
    return StoredPictures(database, vault, Folder(tmp_path))


def test_a_catalogue_picture_is_a_file_named_by_its_content(
    pictures: StoredPictures, two_boutiques: Two, tmp_path: Path
) -> None:
    name = pictures.keep(two_boutiques[0], b"a dress")
    assert pictures.keep(two_boutiques[0], b"a dress") == name
    assert pictures.fetch(two_boutiques[0], name) == b"a dress"
    assert pictures.fetch(two_boutiques[1], name) is None
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [name]


def test_a_customers_picture_is_sealed_and_goes_with_her(
    pictures: StoredPictures, vault: PostgresVault, two_boutiques: Two, tmp_path: Path
) -> None:
    amina = uuid4()
    name = pictures.keep(two_boutiques[0], b"a selfie", amina)
    assert pictures.fetch(two_boutiques[0], name) == b"a selfie"
    assert pictures.fetch(two_boutiques[1], name) is None
    assert pictures.keep(two_boutiques[0], b"a selfie", UUID(int=1)) != name
    assert list(tmp_path.iterdir()) == []

    vault.destroy(two_boutiques[0], amina)
    assert pictures.fetch(two_boutiques[0], name) is None


@pytest.mark.parametrize("name", ["../secrets.json", "", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_a_name_that_is_no_pictures_name_finds_nothing(
    pictures: StoredPictures, two_boutiques: Two, name: str
) -> None:
    assert pictures.fetch(two_boutiques[0], name) is None
