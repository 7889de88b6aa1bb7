"""A NUL is refused wherever it stands; words that only look like one are taken."""

import pytest

from tests.interfaces.http.conftest import Dashboard


@pytest.mark.parametrize("path", ["/api/search?q=ab%00", "/api/orders?q=%00", "/api/pictures/a%00b"])
def test_an_address_with_a_nul_is_refused(dashboard: Dashboard, path: str) -> None:
    answer = dashboard.signed_in().get(path)
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:dukani:invalid-request")


@pytest.mark.parametrize(
    "body",
    [
        '{"page": "orders", "name": "a\\u0000b", "query": ""}',
        '{"page": "orders", "name": "ab", "query": "", "x\\u0000": 1}',
        '{"page": "orders", "name": "ab", "query": ["\\u0000"]}',
    ],
)
def test_words_with_a_nul_are_refused(dashboard: Dashboard, body: str) -> None:
    browser = dashboard.signed_in()
    answer = browser.post("/api/views", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, "NUL" in answer.json()["detail"]) == (422, True)


def test_words_that_only_tell_of_a_nul_are_kept(dashboard: Dashboard) -> None:
    told = {"page": "products", "name": r"a\u0000b", "query": "n=7"}
    answer = dashboard.signed_in().post("/api/views", json=told)
    assert answer.json()["name"] == r"a\u0000b"
