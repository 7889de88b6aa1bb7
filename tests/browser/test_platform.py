"""An operator signs in with a code, looks over the boutiques, and finds what is wrong with one."""

from tests.browser.conftest import NewOwner
from tests.support.browser import PHONE


def test_an_operator_finds_the_till_that_does_not_work(owner: NewOwner) -> None:
    dashboard = owner(PHONE, boutique=None)
    page = dashboard.page
    dashboard.open("/platform").sees("Operators")
    dashboard.picture("platform-sign-in")
    page.get_by_label("Email").fill("neema@dukani.example")
    page.get_by_label("Password").fill("msimamizi wa duka 9")
    page.get_by_label("Code").fill("123456")
    page.get_by_role("button", name="Sign in").click()
    dashboard.sees("Active boutiques").sees("Amani Styles")

    page.get_by_role("button", name="Needs a look").click()
    assert page.get_by_text("Amani Styles").count() == 0
    page.get_by_role("link", name="Zuri Wear").click()
    dashboard.sees("Does not work").sees("1 read model has stopped")
    page.get_by_role("link", name="All boutiques").click()
    dashboard.sees("Pwani Chic")
