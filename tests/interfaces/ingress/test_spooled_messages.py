"""A delivery whose database is away waits on the disk, and is in the inbox once when it is back."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.inbound import Sender
from domain.channel import Channel
from interfaces.ingress.delivery import Delivery, Item, NotStored, Pace, Rejected
from interfaces.ingress.messages import PostgresIngress
from interfaces.ingress.spool import Spool, Spooled
from interfaces.ingress.spooled_messages import SPOOLED, SpooledMessages, _written

ITEM = Item(
    "AC1:+254", "SM1", Sender("KE.1", None, None, "Amina"), b"Body=a%00\xff", Pace.WORDS, Channel.TWILIO
)
WHOLE = Delivery((ITEM,), (Rejected("", "no-id", b"\x00\xfe", Channel.TWILIO),))


class Database(PostgresIngress):
    """An ingress whose database is there, away, or slow."""

    def __init__(self, *, away: bool = False, slow: bool = False) -> None:
        self.away, self.slow = away, slow
        self.stored: list[Delivery] = []

    async def accept(self, delivery: Delivery) -> None:
        if self.slow:
            await asyncio.Event().wait()
        if self.away:
            raise NotStored("away")
        self.stored.append(delivery)

    def commit(self, delivery: Delivery) -> None:
        self.stored.append(delivery)


def test_a_delivery_is_committed_when_the_database_is_there(tmp_path: Path) -> None:
    database, spool = Database(), Spool(tmp_path)
    asyncio.run(SpooledMessages(database, spool).accept(WHOLE))
    assert (database.stored, spool.is_empty) == ([WHOLE], True)


@pytest.mark.parametrize("trouble", ["away", "slow"])
def test_a_delivery_that_cannot_be_stored_in_time_is_spooled_whole(tmp_path: Path, trouble: str) -> None:
    """Twilio waits 15 seconds and may not come again."""
    database, spool = Database(**{trouble: True}), Spool(tmp_path)
    messages = SpooledMessages(database, spool, patience=0.05)

    asyncio.run(messages.accept(WHOLE))
    assert database.stored == []
    assert spool.drain(messages.replay, lambda _: False) == 1
    assert database.stored == [WHOLE]


def test_while_something_waits_what_comes_next_waits_behind_it(tmp_path: Path) -> None:
    database, spool = Database(away=True), Spool(tmp_path)
    messages = SpooledMessages(database, spool)
    second = Delivery((Item("AC1:+254", "SM2", Sender("KE.1", None), b"", Pace.STATUS, Channel.TWILIO),))

    asyncio.run(messages.accept(WHOLE))
    database.away = False
    asyncio.run(messages.accept(second))
    assert database.stored == []
    spool.drain(messages.replay, lambda _: False)
    assert database.stored == [WHOLE, second]


def test_where_the_disk_is_full_too_the_sender_is_told(tmp_path: Path) -> None:
    messages = SpooledMessages(Database(away=True), Spool(tmp_path, largest=10))
    with pytest.raises(NotStored):
        asyncio.run(messages.accept(WHOLE))


@given(st.binary(max_size=200), st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_every_byte_comes_back(raw: bytes, name: str) -> None:
    database = Database()
    messages = SpooledMessages(database, Spool(Path("/nonexistent")))
    item = Item("AC1:+254", name, Sender(None, name, name, name), raw, Pace.TAP, Channel.CLOUD_API)
    messages.replay(Spooled(SPOOLED, "", _written(Delivery((item,))), datetime.now(UTC)))
    assert database.stored == [Delivery((item,))]
