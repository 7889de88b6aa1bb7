"""Pictures keep one promise, on this machine's disk and in a bucket."""

import hashlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import boto3
import pytest
from pydantic import SecretStr

from application.ports import NeighbourFailed
from domain.identity import BoutiqueId
from interfaces.bucket.bucket import Bucket, BucketSettings, check
from interfaces.findings import Verdict
from interfaces.postgres.database import Database
from interfaces.postgres.pictures import Folder, OpenShelf, StoredPictures
from interfaces.postgres.vault import PostgresVault
from tests.support.house import until

BOUTIQUE, NEXT_DOOR = BoutiqueId(uuid4()), BoutiqueId(uuid4())
BYTES = b"\xff\xd8\x00picture"


@pytest.fixture(scope="module")
def cloud() -> Iterator[BucketSettings]:
    """A bucket in a process of its own: moto's server, which we did not write."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(  # noqa: S603 — a program of our own environment
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ
    )
    settings = BucketSettings("pictures", "key", SecretStr("secret"), f"http://127.0.0.1:{port}")

    def answers() -> bool:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            return False
        return True

    try:
        until(answers, "the bucket's server", 30)
        maker = boto3.client(
            "s3",
            endpoint_url=settings.endpoint,
            region_name=settings.region,
            aws_access_key_id="key",
            aws_secret_access_key="secret",
        )
        maker.create_bucket(Bucket="pictures")
        maker.close()
        yield settings
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(params=["folder", "bucket"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> OpenShelf:
    if request.param == "folder":
        return Folder(tmp_path)
    return Bucket(request.getfixturevalue("cloud"))


@pytest.fixture
def pictures(shelf: OpenShelf, database: Database, vault: PostgresVault) -> StoredPictures:
    return StoredPictures(database, vault, shelf)


def test_a_picture_is_fetched_by_the_name_of_its_bytes(pictures: StoredPictures) -> None:
    name = pictures.keep(BOUTIQUE, BYTES)

    assert name == hashlib.sha256(BYTES).hexdigest()
    assert pictures.keep(BOUTIQUE, BYTES) == name
    assert pictures.fetch(BOUTIQUE, name) == BYTES


def test_nobody_fetches_another_boutiques_picture(pictures: StoredPictures) -> None:
    name = pictures.keep(BOUTIQUE, b"mine alone" + os.urandom(8))

    assert pictures.fetch(NEXT_DOOR, name) is None


@pytest.mark.parametrize("name", ["", "x", "../../etc/passwd", "0" * 64, "0" * 63 + "\x00", "A" * 64])
def test_what_is_not_there_is_none(pictures: StoredPictures, name: str) -> None:
    assert pictures.fetch(BOUTIQUE, name) is None


def test_a_customers_picture_stays_sealed_and_goes_with_her(
    pictures: StoredPictures, shelf: OpenShelf, vault: PostgresVault
) -> None:
    her = uuid4()
    name = pictures.keep(BOUTIQUE, BYTES, her)

    assert pictures.fetch(BOUTIQUE, name) == BYTES
    assert shelf.get(BOUTIQUE, name) is None
    vault.destroy(BOUTIQUE, her)
    assert pictures.fetch(BOUTIQUE, name) is None


def test_a_bucket_that_is_away_says_so_and_may_be_asked_again(cloud: BucketSettings) -> None:
    nowhere = Bucket(BucketSettings("pictures", "key", SecretStr("s"), "http://127.0.0.1:9", timeout=0.5))
    with pytest.raises(NeighbourFailed) as failed:
        nowhere.get(BOUTIQUE, "0" * 64)
    assert failed.value.retryable
    with pytest.raises(NeighbourFailed):
        nowhere.put(BOUTIQUE, "0" * 64, BYTES)


def test_the_doctor_sees_whether_the_bucket_is_ours(cloud: BucketSettings) -> None:
    assert check(cloud).verdict is Verdict.WORKS
    missing = BucketSettings("nobodys", "key", SecretStr("s"), cloud.endpoint)
    assert check(missing).verdict is Verdict.BROKEN
    with pytest.raises(NeighbourFailed):
        Bucket(missing).put(BOUTIQUE, "0" * 64, BYTES)
    with pytest.raises(NeighbourFailed):
        Bucket(missing).look()
    assert check(None).verdict is Verdict.OFF
