"""kill -9 at every step from a photo to a receipt: nothing accepted is lost, and nothing is done twice."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest

from domain.conversation.events import ReplyComposed
from domain.fact import Fact
from domain.order.events import OrderPaid, OrderPlaced
from domain.payment.events import PromptStarted
from tests.support.house import AMANI, OpenHouse, Phone, id_of, photo_of, until
from tests.support.invariants import check
from tests.support.postgres import TestServer
from tests.support.processes import Processes, house_of_processes

ANSWERED_WITHIN = 60.0
"""A reply whose sending was cut short waits a quarter of a minute for its status before it is sent again."""

Moment = Callable[[OpenHouse], bool]
Step = tuple[str, Callable[[], None], Moment]


@pytest.fixture(scope="module")
def processes(postgres: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Processes]:
    """The house of the module."""
    with house_of_processes(postgres, tmp_path_factory.getbasetemp()) as running:
        yield running


@pytest.mark.parametrize(("victim", "person"), [("worker", "amina"), ("api", "grace")])
def test_a_kill_at_every_step_loses_nothing_and_doubles_nothing(
    victim: str, person: str, processes: Processes
) -> None:
    house, before = processes.house, _counts(processes.house)
    with house.phone(person) as phone:
        told = 0
        for step in _steps(house, phone, victim):
            told += step[0] != "prompt"
            _at_that_moment_kill(processes, victim, step)
            until(partial(_has_said, phone, told), f"the answer to {step[0]}", ANSWERED_WITHIN)
        house.settles()
        assert len(phone.answers()) == told
        assert "Payment received" in phone.answers()[-1].text
    after = _counts(house)
    assert {kind: after[kind] - before[kind] for kind in after} == {
        OrderPlaced: 1,
        PromptStarted: 1,
        OrderPaid: 1,
    }
    check(house)


def _steps(house: OpenHouse, phone: Phone, victim: str) -> Iterator[Step]:
    """What she does, and the moment at which the lights go out.

    M-Pesa's sandbox dies with the API. A prompt that was on its way just then is in doubt and rightly never
    sent again, so the API goes before it: a story of its own tells of prompts in doubt.
    """
    before_the_prompt = _recorded(house, OrderPlaced) if victim == "worker" else None
    yield "photo", lambda: phone.sends_photos(photo_of("AM-102-RED")), _accepted(house)
    yield "price", lambda: phone.writes("how much is the first one?"), _recorded(house, ReplyComposed)
    yield "pick", lambda: phone.writes("the first one"), _accepted(house)
    yield "size", lambda: phone.writes("M"), _recorded(house, ReplyComposed)
    yield "checkout", lambda: phone.writes("checkout"), _accepted(house)
    yield "address", lambda: phone.writes("Kilimani, near Yaya Centre"), _recorded(house, ReplyComposed)
    yield "order", lambda: phone.writes("yes, pay now"), before_the_prompt or _accepted(house)
    yield "prompt", lambda: None, lambda house: bool(house.rows("SELECT 1 FROM prompts WHERE code IS NULL"))
    yield "pin", phone.enters_pin, _called_back(house)


def _at_that_moment_kill(processes: Processes, victim: str, step: Step) -> None:
    name, act, moment = step
    act()
    until(lambda: moment(processes.house), f"the moment of {name}", ANSWERED_WITHIN)
    processes.kill(victim)
    processes.start(victim)


def _has_said(phone: Phone, times: int) -> bool:
    return len(phone.answers()) >= times


def _accepted(house: OpenHouse) -> Moment:
    before = _inbox(house, "whatsapp")
    return lambda house: _inbox(house, "whatsapp") > before


def _called_back(house: OpenHouse) -> Moment:
    before = _inbox(house, "mpesa")
    return lambda house: _inbox(house, "mpesa") > before


def _inbox(house: OpenHouse, channel: str) -> int:
    with house.home.database.as_boutique(id_of(AMANI)) as conn:
        row = conn.execute(
            "SELECT count(*) FROM dukani.inbox WHERE channel LIKE %s", (f"{channel}%",)
        ).fetchone()
    return int(row[0]) if row else 0


def _recorded(house: OpenHouse, kind: type[Fact]) -> Moment:
    before = _count(house, kind)
    return lambda house: _count(house, kind) > before


def _count(house: OpenHouse, kind: type[Fact]) -> int:
    with house.home.database.as_boutique(id_of(AMANI)) as conn:
        row = conn.execute(
            "SELECT count(*) FROM dukani.stored_events WHERE topic = %s", (kind.TOPIC,)
        ).fetchone()
    return int(row[0]) if row else 0


def _counts(house: OpenHouse) -> dict[type[Fact], int]:
    return {kind: _count(house, kind) for kind in (OrderPlaced, PromptStarted, OrderPaid)}
