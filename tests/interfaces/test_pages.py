"""A browser keeps what of the pages cannot change, asks for what can, and runs nothing foreign."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from interfaces.http.problems import answer_problems
from interfaces.http.safe_headers import PAGE_POLICY, SafeHeaders
from interfaces.pages import serve_pages


@pytest.fixture
def browser(tmp_path: Path) -> TestClient:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "page-1a2b.js").write_text("run()")
    (tmp_path / "assets" / "page-1a2b.js.br").write_bytes(b"packed")
    for name in ("index.html", "phones.html", "sw.js"):
        (tmp_path / name).write_text(name)
    app = FastAPI()
    answer_problems(app)
    app.add_middleware(SafeHeaders, https=True)

    @app.get("/api/told")
    def told() -> dict[str, str]:
        return {"name": "Wanjiku"}

    serve_pages(app, phones=True, pages=tmp_path)
    return TestClient(app, raise_server_exceptions=False)


@pytest.mark.parametrize(
    ("path", "page"),
    [("/", "index.html"), ("/orders/7", "index.html"), ("/sw.js", "sw.js"), ("/phones", "phones.html"),
     ("/phones.html", "index.html"), ("/%00", "index.html"), ("/..%2fsecret", "index.html")],
)  # fmt: skip
def test_every_address_that_is_no_route_is_a_page_and_asked_for_again(
    browser: TestClient, path: str, page: str
) -> None:
    answer = browser.get(path)
    assert (answer.status_code, answer.text) == (200, page)
    assert answer.headers["cache-control"] == "no-cache"


def test_a_file_named_by_its_content_is_kept_for_ever(browser: TestClient) -> None:
    assert browser.get("/assets/page-1a2b.js").headers["cache-control"].endswith("immutable")
    assert browser.get("/assets/page-9z9z.js").status_code == 404
    assert browser.get("/api/nothing").status_code == 404


def test_a_script_comes_packed_to_a_browser_that_unpacks_it(browser: TestClient) -> None:
    browser.headers["accept-encoding"] = "gzip, deflate, br, zstd"
    with browser.stream("GET", "/assets/page-1a2b.js") as answer:
        assert b"".join(answer.iter_raw()) == b"packed"
    assert answer.headers["content-encoding"] == "br"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"].endswith("immutable")


def test_a_browser_that_unpacks_nothing_gets_the_script_itself(browser: TestClient) -> None:
    answer = browser.get("/assets/page-1a2b.js", headers={"accept-encoding": "identity"})
    assert answer.text == "run()"
    assert "content-encoding" not in answer.headers
    assert answer.headers["vary"] == "Accept-Encoding"


def test_a_page_runs_its_own_scripts_alone_and_stands_in_no_frame(browser: TestClient) -> None:
    headers = browser.get("/today").headers
    assert headers["content-security-policy"] == PAGE_POLICY
    assert "script-src 'self';" in PAGE_POLICY
    assert "frame-ancestors 'none'" in PAGE_POLICY
    assert headers["strict-transport-security"].startswith("max-age=")


def test_what_the_shop_says_is_kept_by_no_browser(browser: TestClient) -> None:
    headers = browser.get("/api/told").headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert "content-security-policy" not in headers


def test_without_built_pages_only_the_api_is_served(tmp_path: Path) -> None:
    app = FastAPI()
    serve_pages(app, phones=False, pages=tmp_path / "none")
    assert TestClient(app).get("/").status_code == 404
