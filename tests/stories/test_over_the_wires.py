"""The first stories, told unchanged over the neighbours that boutiques really use, in three combinations."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass

import pytest

from domain.brain import BrainName
from domain.channel import Channel
from domain.conversation.events import ModelAnswered
from domain.payment.events import PaymentRequested
from tests.stories.test_journey import (
    test_a_photo_becomes_a_paid_order_in_english,
    test_a_photo_becomes_a_paid_order_in_swahili,
)
from tests.stories.test_orders import (
    test_an_order_is_cancelled_before_it_is_paid,
    test_the_last_piece_goes_to_whoever_orders_first,
    test_who_asks_for_a_person_hears_no_machine_any_more,
)
from tests.stories.test_paying import fails_and_is_tried_again
from tests.support.cloud_house import cloud_exchange
from tests.support.exchange import Exchange
from tests.support.house import AMANI, SHOPS, OpenHouse, id_of, open_house
from tests.support.invariants import Shop
from tests.support.one_till import airtel_alone, paylink_alone
from tests.support.postgres import TestServer
from tests.support.thinking_house import mind_exchange
from tests.support.twilio_house import twilio_exchange

Opens = Callable[[], AbstractContextManager[Exchange]]


@dataclass(frozen=True)
class Wires:
    """Which neighbours stand around the house, and by what the log shows that they were really asked."""

    opens: tuple[Opens, ...]
    channel: Channel
    brains: frozenset[BrainName]
    till: str


WIRES = {
    "cloud-api gemini daraja": Wires(
        (cloud_exchange, lambda: mind_exchange(BrainName.GEMINI)),
        Channel.CLOUD_API,
        frozenset({BrainName.GEMINI}),
        "mpesa",
    ),
    "twilio offline paylink": Wires(
        (lambda: twilio_exchange(SHOPS), paylink_alone), Channel.TWILIO, frozenset(), "paylink"
    ),
    "cloud-api claude airtel": Wires(
        (cloud_exchange, lambda: mind_exchange(BrainName.CLAUDE), airtel_alone),
        Channel.CLOUD_API,
        frozenset({BrainName.CLAUDE}),
        "airtel",
    ),
}

__all__ = [
    "test_a_photo_becomes_a_paid_order_in_english",
    "test_a_photo_becomes_a_paid_order_in_swahili",
    "test_an_order_is_cancelled_before_it_is_paid",
    "test_the_last_piece_goes_to_whoever_orders_first",
    "test_who_asks_for_a_person_hears_no_machine_any_more",
]


@pytest.fixture(scope="module", params=WIRES)
def wires(request: pytest.FixtureRequest) -> Wires:
    """One combination after the other."""
    return WIRES[request.param]


@pytest.fixture(scope="module")
def open_shop(
    wires: Wires, postgres: TestServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OpenHouse]:
    """A house over these wires."""
    with ExitStack() as up:
        exchanges = tuple(up.enter_context(opens()) for opens in wires.opens)
        house = up.enter_context(open_house(postgres, tmp_path_factory.getbasetemp(), exchanges=exchanges))
        yield house
        _these_and_no_others_were_asked(house, wires)


def test_whatever_keeps_a_prompt_from_being_paid_is_told_and_it_is_tried_again(house: OpenHouse) -> None:
    fails_and_is_tried_again(house, "wrong pin", "no answer", "no money")


def _these_and_no_others_were_asked(house: OpenHouse, wires: Wires) -> None:
    """What the stories left in the log names the neighbours of this combination."""
    shop = Shop(house, AMANI)
    with house.home.database.as_boutique(id_of(AMANI)) as conn:
        rows = conn.execute("SELECT channel FROM dukani.inbox WHERE channel = ANY (%s)", (list(Channel),))
        customers_by = Counter(row[0] for row in rows.fetchall())
    assert customers_by[wires.channel] > 10
    assert {fact.use.brain for fact in shop.told(ModelAnswered)} == wires.brains
    assert {fact.provider for fact in shop.told(PaymentRequested)} == {wires.till}
