"""What customers said about what they got, of the shop's own orders alone."""

from collections import Counter
from datetime import timedelta

from domain.order.events import OrderDelivered, OrderRated
from domain.staff.events import Role
from tests.interfaces.http.conftest import Dashboard
from tests.projections.history import History


def recorded(history: History) -> tuple[int, list[int]]:
    last = {f.originator_id: f.fact.stars for f in history.facts if isinstance(f.fact, OrderRated)}
    delivered = {f.originator_id for f in history.facts if isinstance(f.fact, OrderDelivered)}
    said = Counter(last.values())
    return len(delivered), [said[n] for n in range(1, 6)]


def test_stars_are_counted_over_the_shops_own_deliveries(dashboard: Dashboard) -> None:
    for history in (dashboard.mine, dashboard.other):
        browser = dashboard.signed_in(history.boutique, Role.AUDITOR)
        asked = {"days": "366", "last": f"{history.now + timedelta(days=1):%Y-%m-%d}"}
        told = browser.get("/api/insights/satisfaction", params=asked).json()
        delivered, stars = recorded(history)
        assert sum(stars) > 0
        assert (told["delivered"], told["stars"], told["rated"]) == (delivered, stars, sum(stars))
        assert told["average"] == round(sum(n * count for n, count in enumerate(stars, 1)) / sum(stars), 2)
        assert told["happy_percent"] == round(100 * (stars[3] + stars[4]) / sum(stars))


def test_where_nothing_was_delivered_nobody_is_happy_or_not(dashboard: Dashboard) -> None:
    asked = {"days": "7", "last": "2021-01-01"}
    told = dashboard.signed_in().get("/api/insights/satisfaction", params=asked).json()
    assert (told["delivered"], told["average"], told["before"]["happy_percent"]) == (0, None, None)
