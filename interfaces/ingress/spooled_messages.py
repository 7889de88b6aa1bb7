"""Messages of a channel that may never come again: spooled while the database is away.

Shape: a spooled delivery is JSON; raw bytes stand in it as text, one sign for each byte.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, Final

import orjson
import structlog

from application.inbound import Sender
from domain.channel import Channel
from interfaces.ingress.delivery import Delivery, Ingress, Item, NotStored, Pace, Rejected
from interfaces.ingress.messages import PostgresIngress
from interfaces.ingress.spool import Spool, Spooled, SpoolFull

SPOOLED: Final = "deliveries"
"""The spool's word for deliveries of all channels; each item names its own."""
PATIENCE: Final = 6.0
_ONE_FOR_ONE: Final = "latin-1"

_say = structlog.get_logger()


class SpooledMessages:
    """Ingress that spools what the other one cannot store in time, and brings it back later.

    Shape: while something is spooled, what comes next is spooled behind it, at once: so all is replayed in
    order, and nobody waits for a database that is away. Units: `patience` in seconds, of the 15 that Twilio
    waits.
    """

    def __init__(self, ingress: PostgresIngress, spool: Spool, patience: float = PATIENCE) -> None:
        self._ingress: Ingress = ingress
        self._commit = ingress.commit
        self._spool, self._patience = spool, patience

    async def accept(self, delivery: Delivery) -> None:
        """Returns once the delivery is committed or on the disk. Raises: NotStored."""
        if self._spool.is_empty:
            try:
                async with asyncio.timeout(self._patience):
                    await self._ingress.accept(delivery)
            except (NotStored, TimeoutError) as away:
                _say.warning("delivery-spooled", cause=type(away).__name__)
            else:
                return
        await asyncio.to_thread(self._append, delivery)

    def replay(self, item: Spooled) -> None:
        """Commit a spooled delivery; items already known change nothing. Raises: StoreDown."""
        self._commit(_read(item.body))

    def _append(self, delivery: Delivery) -> None:
        try:
            self._spool.append(Spooled(SPOOLED, "", _written(delivery), datetime.now(UTC)))
        except (SpoolFull, OSError) as full:
            _say.error("spool-refuses", cause=str(full))
            raise NotStored(type(full).__name__) from full


def _written(delivery: Delivery) -> bytes:
    return orjson.dumps(
        {
            "items": [asdict(item) | {"raw": item.raw.decode(_ONE_FOR_ONE)} for item in delivery.items],
            "rejected": [asdict(each) | {"raw": each.raw.decode(_ONE_FOR_ONE)} for each in delivery.rejected],
        }
    )


def _read(body: bytes) -> Delivery:
    told = orjson.loads(body)
    return Delivery(
        tuple(Item(**_whose(each), **_own(each)) for each in told["items"]),
        tuple(Rejected(**_whose(each), reason=each["reason"]) for each in told["rejected"]),
    )


def _whose(told: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "account": told["account"],
        "raw": told["raw"].encode(_ONE_FOR_ONE),
        "channel": Channel(told["channel"]),
    }


def _own(told: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "provider_id": told["provider_id"],
        "sender": Sender(**told["sender"]),
        "pace": Pace(told["pace"]),
        "moved_to": Sender(**moved) if (moved := told.get("moved_to")) else None,
    }
