"""The scripted past: every order could have happened."""

from collections import Counter
from datetime import date, timedelta

import pytest

from interfaces.demo.catalogue import BOUTIQUES, Boutique, Outcome, past_orders
from interfaces.demo.catalogue.charts import Wearer

each_boutique = pytest.mark.parametrize("boutique", BOUTIQUES, ids=lambda boutique: boutique.profile.slug)
TODAY = date(2026, 11, 23)


@each_boutique
def test_the_same_seed_tells_the_same_past(boutique: Boutique) -> None:
    assert past_orders(boutique, 4) == past_orders(boutique, 4)
    assert past_orders(boutique, 4) != past_orders(boutique, 5)


@each_boutique
def test_five_months_hold_sixty_to_ninety_orders_in_order_of_time(boutique: Boutique) -> None:
    for seed in range(5):
        days = [order.days_ago for order in past_orders(boutique, seed)]
        assert 60 <= len(days) <= 90
        assert days == sorted(days, reverse=True)
        assert days[-1] >= 1
        assert 120 < days[0] <= 150


@each_boutique
def test_only_sizes_that_exist_were_ordered(boutique: Boutique) -> None:
    for order in past_orders(boutique, 2):
        for item in order.items:
            offered = {variant.size.value for variant in boutique.piece(item.sku).variants}
            assert item.size in offered
            assert item.quantity >= 1


@each_boutique
def test_a_customer_wears_the_same_size_every_time(boutique: Boutique) -> None:
    for order in past_orders(boutique, 3):
        persona = boutique.personas[order.persona]
        own = {persona.letter, persona.uk, persona.eu, "ONE"}
        assert {item.size for item in order.items} <= own


@each_boutique
def test_men_buy_what_is_cut_for_men(boutique: Boutique) -> None:
    for order in past_orders(boutique, 3):
        for item in order.items:
            wearer = boutique.piece(item.sku).wearer
            man = boutique.personas[order.persona].man
            assert wearer is Wearer.ANYONE or (wearer is Wearer.MEN) == man


@each_boutique
def test_orders_go_to_areas_the_boutique_delivers_to(boutique: Boutique) -> None:
    areas = {area.name: area.landmarks for area in boutique.profile.areas}
    assert all(order.landmark in areas[order.area] for order in past_orders(boutique, 1))


@each_boutique
def test_sales_grow(boutique: Boutique) -> None:
    days = [order.days_ago for seed in range(6) for order in past_orders(boutique, seed)]
    assert sum(day <= 50 for day in days) > 1.2 * sum(day > 100 for day in days)


@each_boutique
def test_weekends_are_busier(boutique: Boutique) -> None:
    weekdays = Counter(
        (TODAY - timedelta(days=order.days_ago)).weekday()
        for seed in range(6)
        for order in past_orders(boutique, seed, TODAY)
    )
    assert weekdays[5] + weekdays[6] > 1.3 * (weekdays[1] + weekdays[2])


@each_boutique
def test_most_orders_arrive_and_every_other_ending_happens(boutique: Boutique) -> None:
    endings = Counter(order.outcome for seed in range(6) for order in past_orders(boutique, seed))
    assert endings[Outcome.DELIVERED] > 0.7 * endings.total()
    assert set(endings) == set(Outcome)


@each_boutique
def test_some_customers_come_back(boutique: Boutique) -> None:
    visits = Counter(order.persona for order in past_orders(boutique, 1))
    assert sum(count >= 3 for count in visits.values()) >= 8
