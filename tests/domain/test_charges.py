"""What a channel takes for a number's messages is booked once, however often it is read."""

from datetime import date

from domain.charges.charges import Charged, Charges
from domain.charges.events import MessagesCharged
from tests.support.scenario import Decide, happens, never_refuses, scenario, stays_quiet

DAY, NEXT = date(2026, 11, 27), date(2026, 11, 28)

never_refuses(
    Charges.state, because="what a channel states of its own prices is nothing that we could refuse"
)


def told(messages: int, micros: int, day: date = DAY, currency: str = "USD") -> Decide[Charges]:
    return lambda known: known.state("AC1:+2547", day, Charged(currency, messages, micros))


def charged(messages: int, micros: int, day: date = DAY, currency: str = "USD") -> MessagesCharged:
    return MessagesCharged(account="AC1:+2547", day=day, currency=currency, messages=messages, micros=micros)


@happens(Charges.state)
def test_only_what_is_new_of_a_day_is_booked() -> None:
    scenario(Charges).when(told(2, 10_000)).then(charged(2, 10_000))
    booked = scenario(Charges).given(charged(2, 10_000))
    booked.when(told(3, 15_000)).then(charged(1, 5_000))
    booked.when(told(2, 9_000)).then(charged(0, -1_000))
    booked.when(told(1, 5_000, NEXT)).then(charged(1, 5_000, NEXT))
    after = booked.when(told(1, 400, currency="EUR")).then(charged(1, 400, currency="EUR"))
    assert after.on(DAY, "USD") == Charged("USD", 2, 10_000)


@stays_quiet(Charges.state)
def test_the_same_day_read_again_books_nothing() -> None:
    scenario(Charges).when_repeated(told(2, 10_000)).then_nothing()
    scenario(Charges).when(told(0, 0)).then_nothing()
