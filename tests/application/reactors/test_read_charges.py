"""Twilio's own prices are booked to the boutique whose number it is, once, for as long as she keeps it."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from application.commands import ConnectWhatsApp, DisconnectWhatsApp
from application.outcome import DONE, Later, Outcome
from application.ports import NeighbourFailed
from application.ports.charges import ChargedMessages
from application.reactors.read_charges import BACK, EVERY, ReadCharges
from application.work import Work, WorkKind
from domain.charges.events import MessagesCharged
from tests.application.little_shop import AMANI, PWANI, LittleShop, put_off

ACCOUNT = "AC1:+254700222111"


class Book:
    """Twilio's prices as they are told to it."""

    def __init__(self) -> None:
        self.prices: dict[tuple[str, date], list[ChargedMessages]] = defaultdict(list)
        self.trouble: NeighbourFailed | None = None

    def charged(self, account: str, day: date) -> list[ChargedMessages]:
        if self.trouble:
            raise self.trouble
        return self.prices[account, day]


Read = Callable[[], Outcome]


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def work(little: LittleShop) -> Work:
    """Amani has connected a number at Twilio; Pwani's number is at Meta."""
    little.do(ConnectWhatsApp("twilio", ACCOUNT, "+254700222111"))
    little.do(ConnectWhatsApp("meta", "pwani-2", "+254700222112"), boutique=PWANI)
    [due] = [each for each in little.due if each.kind is WorkKind.READ_CHARGES]
    return due


@pytest.fixture
def read(little: LittleShop, book: Book, work: Work) -> Read:
    return lambda: ReadCharges(little.shop, book)(work, lambda: None)


def test_a_price_is_booked_when_it_is_there_and_once(
    little: LittleShop, book: Book, read: Read, work: Work
) -> None:
    today: date = little.clock.now().date()
    assert (work.boutique, work.due) == (AMANI, little.clock.now() + EVERY)
    assert read() == Later(little.clock.now() + EVERY, f"{today} is read")
    assert little.log.told(MessagesCharged) == []
    book.prices[ACCOUNT, today] = [ChargedMessages("USD", 2, 10_000)]
    for _ in range(2):
        read()
    book.prices[ACCOUNT, today] = [ChargedMessages("USD", 3, 15_000)]
    read()
    booked = little.log.told(MessagesCharged)
    assert [(fact.day, fact.messages, fact.micros) for fact in booked] == [
        (today, 2, 10_000),
        (today, 1, 5_000),
    ]
    assert little.log.ids(PWANI, "charges") == []


def test_what_got_its_price_while_nobody_looked_is_booked_to_its_own_day(
    little: LittleShop, book: Book, read: Read
) -> None:
    today = little.clock.now().date()
    for ago in (BACK, BACK + 1):
        book.prices[ACCOUNT, today - timedelta(days=ago)] = [ChargedMessages("USD", 1, 5_000)]
    read()
    assert [fact.day for fact in little.log.told(MessagesCharged)] == [today - timedelta(days=BACK)]


def test_twilio_away_is_asked_again_in_an_hour(little: LittleShop, book: Book, read: Read) -> None:
    book.trouble = NeighbourFailed("twilio", "20003", "no", retryable=False)
    again = put_off(read())
    assert (again.at, "20003" in again.reason) == (little.clock.now() + EVERY, True)


def test_a_number_that_was_let_go_is_read_no_more(little: LittleShop, read: Read) -> None:
    little.do(DisconnectWhatsApp("twilio", ACCOUNT))
    assert read() == DONE
