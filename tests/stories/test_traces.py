"""With a collector, each inbound item is one trace from webhook to money, and no word of hers is in it."""

from collections.abc import Iterator, Mapping

import pytest

from domain.order.events import OrderPlaced
from tests.emulators.collector import Collector, collector
from tests.stories.walks import AT_YAYA, pays_for
from tests.support.exchange import Exchange
from tests.support.house import AMANI, OpenHouse, account_of, open_house
from tests.support.postgres import TestServer

HERS = ("red wrap", "Kilimani", "Yaya", "Customer 0", "+2547330", "2547330", "Quorlax", "pay_now")


class Watched(Exchange):
    """The house sends its traces here."""

    def __init__(self, there: Collector) -> None:
        self._there = there

    def settings(self) -> Mapping[str, object]:
        return {"otlp_endpoint": self._there.url}


@pytest.fixture(scope="module")
def receiving() -> Iterator[Collector]:
    with collector() as running:
        yield running


@pytest.fixture(scope="module")
def open_shop(
    postgres: TestServer, tmp_path_factory: pytest.TempPathFactory, receiving: Collector
) -> Iterator[OpenHouse]:
    with open_house(postgres, tmp_path_factory.getbasetemp(), exchanges=(Watched(receiving),)) as opened:
        yield opened


def test_a_tap_on_pay_now_is_followed_to_the_money_and_the_receipt(
    house: OpenHouse, receiving: Collector
) -> None:
    with house.customer() as phone:
        pays_for(phone)
    house.settles()
    house.home.tracing.close()

    [placed] = [fact for fact in house.facts(AMANI) if isinstance(fact.fact, OrderPlaced)]
    spans = receiving.of(placed.cause.correlation.hex)
    [first] = [span for span in spans if not span.parent]
    assert first.name == "receive"
    assert {span.parent for span in spans if span is not first} == {first.id}
    assert {span.name for span in spans} >= {"turn", "send-reply", "prompt-payment", "weigh-evidence"}
    assert not any(span.failed for span in spans if span.name in ("turn", "send-reply"))
    messages = house.rows("SELECT id FROM messages WHERE NOT from_shop AND account = ?", account_of(AMANI))
    begun = [span for span in receiving.spans if span.name == "receive"]
    turns = [span.trace for span in receiving.spans if span.name == "turn"]
    assert len({span.trace for span in begun}) == len(begun)
    assert len(begun) >= len(messages)
    assert {span.trace for span in begun} & set(turns)
    told = b"".join(receiving.raw)
    assert [word for word in (*HERS, AT_YAYA) if word.encode() in told] == []
    assert receiving.refused == []
