"""Months begin when the clocks of Nairobi say so."""

from datetime import UTC, date, datetime

from domain.calendar import begins, day_in_nairobi, month_of, next_month


def test_a_month_begins_three_hours_before_it_does_in_london() -> None:
    last = datetime(2026, 11, 30, 20, 59, tzinfo=UTC)
    first = datetime(2026, 11, 30, 21, 0, tzinfo=UTC)
    assert (month_of(last), month_of(first)) == (date(2026, 11, 1), date(2026, 12, 1))
    assert begins(date(2026, 12, 9)) == first
    assert day_in_nairobi(first) == date(2026, 12, 1)


def test_months_follow_one_another_over_the_end_of_a_year_and_a_short_one() -> None:
    assert next_month(date(2026, 12, 31)) == date(2027, 1, 1)
    assert next_month(date(2027, 1, 31)) == date(2027, 2, 1)
    assert next_month(date(2027, 2, 1)) == date(2027, 3, 1)
