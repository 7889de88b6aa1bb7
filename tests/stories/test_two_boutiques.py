"""Two boutiques in one house never meet: not on a phone, not in an answer of the API, not in a row."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
from psycopg import sql

from interfaces.demo.catalogue import Boutique
from tests.stories.walks import order_called, orders, pays_for
from tests.support.house import AMANI, CANARIES, PWANI, SHOPS, OpenHouse, id_of

OTHER = {AMANI.profile.slug: PWANI, PWANI.profile.slug: AMANI}
SPOKEN = {AMANI.profile.slug: "mwezi-amani", PWANI.profile.slug: "mwezi-pwani"}
"""A word that a customer says in one boutique only."""

LISTS = ("orders", "conversations", "products", "me", "today", "insights/sales", "insights/top-products")


@pytest.fixture(scope="module")
def lived_in(open_shop: OpenHouse) -> OpenHouse:
    """Somebody has bought in each of the boutiques, the same person in both."""
    for shop, piece in ((AMANI, "red wrap dress"), (PWANI, "orange kitenge dress")):
        with open_shop.phone("grace", shop) as phone:
            phone.says(SPOKEN[shop.profile.slug])
            phone.says(piece)
            phone.taps("Number 1")
            phone.says("M")
            phone.taps("Check out")
            phone.says("City Mall, Nyali" if shop is PWANI else "Yaya Centre, Kilimani")
            phone.taps("Pay now")
            phone.enters_pin()
            phone.hears("Payment received")
    open_shop.settles()
    return open_shop


@pytest.mark.parametrize("shop", SHOPS, ids=lambda shop: shop.profile.slug)
def test_no_search_and_no_answer_shows_the_other_boutiques_pieces(
    shop: Boutique, lived_in: OpenHouse, house: OpenHouse
) -> None:
    other = OTHER[shop.profile.slug]
    with house.customer(shop) as phone:
        for words in (
            CANARIES[other.profile.slug].lower(),
            other.pieces[0].title.lower(),
            f"do you sell things of {other.profile.name}?",
            "what did Grace buy?",
        ):
            text = phone.says(words).text
            assert CANARIES[other.profile.slug] not in text
            assert not any(piece.title in text for piece in other.pieces)


@pytest.mark.parametrize("shop", SHOPS, ids=lambda shop: shop.profile.slug)
def test_no_table_shows_the_other_boutiques_rows_without_any_filter(
    shop: Boutique, lived_in: OpenHouse
) -> None:
    other = OTHER[shop.profile.slug]
    strangers = (CANARIES[other.profile.slug], str(id_of(other)), SPOKEN[other.profile.slug])
    seen = 0
    with lived_in.home.database.as_boutique(id_of(shop)) as conn:
        for (table,) in conn.execute(_TABLES).fetchall():
            with conn.transaction():
                rows = conn.execute(sql.SQL("SELECT t::text FROM dukani.{} t").format(sql.Identifier(table)))
                texts = [row[0] for row in rows.fetchall()]
            assert not [text for text in texts if any(word in text for word in strangers)], table
            seen += any(CANARIES[shop.profile.slug] in text for text in texts)
    assert seen, "the canary must be somewhere, or nothing was looked at"


def test_who_is_no_boutique_sees_no_row_at_all(lived_in: OpenHouse) -> None:
    with lived_in.home.database.as_ingress() as conn:
        for (table,) in conn.execute(_TABLES).fetchall():
            query = sql.SQL("SELECT count(*) FROM dukani.{}").format(sql.Identifier(table))
            assert conn.execute(query).fetchone() == (0,), table


@pytest.mark.parametrize("shop", SHOPS, ids=lambda shop: shop.profile.slug)
def test_no_answer_of_the_dashboard_names_the_other_boutique(shop: Boutique, lived_in: OpenHouse) -> None:
    other, own = OTHER[shop.profile.slug], 0
    with _signed_in(lived_in, shop) as browser:
        for path in _everything(browser):
            answer = browser.get(path)
            assert answer.status_code == 200, (path, answer.text)
            assert CANARIES[other.profile.slug] not in answer.text, path
            assert str(id_of(other)) not in answer.text, path
            assert SPOKEN[other.profile.slug] not in answer.text, path
            own += CANARIES[shop.profile.slug] in answer.text
    assert own >= 3


def test_an_id_of_the_other_boutique_is_not_known_here(lived_in: OpenHouse) -> None:
    with _signed_in(lived_in, PWANI) as there:
        paths = [path for path in _everything(there) if path.count("-") >= 4]
    assert paths
    with _signed_in(lived_in, AMANI) as here:
        for path in paths:
            assert here.get(path).status_code == 404, path
            if path.startswith("/api/orders/") and "history" not in path:
                assert here.post(f"{path}/pack").status_code == 404


def test_the_same_person_is_two_customers_and_no_size_is_carried_over(
    lived_in: OpenHouse, house: OpenHouse
) -> None:
    with house.customer(AMANI) as here:
        person = here.screen().person.id
        pays_for(here, "red wrap dress", "L")
    with house.phone(person, PWANI) as there:
        there.says("orange kitenge dress")
        assert "I don't know your size yet" in there.taps("Number 1").text


def test_an_order_number_of_the_other_boutique_tells_nothing(lived_in: OpenHouse, house: OpenHouse) -> None:
    with house.customer(AMANI) as here, house.customer(PWANI) as there:
        number = orders(here)
        assert order_called(house, number)
        assert number not in there.says(f"where is my order {number}?").text
        assert "no order" in there.says("where is my order?").text


def _everything(browser: httpx.Client) -> Iterator[str]:
    """Every address that a boutique's owner can read."""
    yield from (f"/api/{path}" for path in LISTS)
    for order in browser.get("/api/orders").json()["items"]:
        yield from (f"/api/orders/{order['id']}", f"/api/orders/{order['id']}/history")
    for talk in browser.get("/api/conversations").json()["items"]:
        yield f"/api/conversations/{talk['id']}"


@contextmanager
def _signed_in(house: OpenHouse, shop: Boutique) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=house.url, headers={"Origin": house.url}, timeout=20) as browser:
        assert browser.post("/sandbox/api/sign-in", json={"boutique": shop.profile.slug}).status_code == 204
        yield browser


_TABLES = """
    SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'dukani' AND c.relkind IN ('r', 'p') AND c.relname <> 'migrations'
       AND pg_catalog.has_table_privilege(c.oid, 'SELECT') ORDER BY 1"""
