"""An operator says what a boutique pays and what it paid; what cannot be is told in a sentence."""

from collections.abc import Iterator
from uuid import UUID

import pytest
import typer

from application.commands import OpenBoutique
from domain.calendar import begins, month_of, next_month
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, PersonId
from domain.money import Money
from domain.subscription.subscription import Subscription
from interfaces.commands.billing import agree, offered, record
from interfaces.composition import House
from interfaces.postgres.projector import Projector
from interfaces.read_models import read_models
from interfaces.worker import Lanes, stopped
from tests.support.house import PassingClock, house_settings
from tests.support.postgres import TestServer

SHOP, NEXT_DOOR = (BoutiqueId(UUID(int=number, version=4)) for number in (41, 42))


@pytest.fixture(scope="module")
def home(postgres: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house of two boutiques in which nothing was ever sold."""
    database, settings = postgres.clone(), house_settings(tmp_path_factory.mktemp("billing"), 1)
    opened = House(settings, postgres.credentials, postgres.addresses(database), PassingClock())
    for boutique, name in ((SHOP, "Amani"), (NEXT_DOOR, "Pwani")):
        owner = OpenBoutique(name, "Nairobi", PersonId(boutique), "Wanjiku", "+254712345678")
        opened.shop.do(boutique, Cause(Actor.OWNER, boutique, boutique), owner)
    yield opened
    opened.close()
    postgres.drop(database)


@pytest.fixture(scope="module")
def invoice(home: House) -> str:
    """The number of Amani's first invoice, which the worker sent on the first day of the next month."""
    clock = home.clock
    assert isinstance(clock, PassingClock)
    agree(home, str(SHOP), offered("Monthly", 2_500, "0"), at_once=True)
    Projector(home.database, read_models()).catch_up()
    clock.passes(begins(next_month(month_of(clock.now()))) - clock.now())
    Lanes(home, stopped()).drain()
    (only,) = subscription(home).invoices
    assert only.issued.seller.name == "Dukani"
    return only.issued.number


def subscription(home: House) -> Subscription:
    """What Amani pays, as it stands."""
    return home.shop.open(SHOP, SHOP).get(Subscription, SHOP)


def test_an_invoice_is_paid_by_its_number_and_once(
    home: House, invoice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        record(home, invoice, " skr4x2m9qt ", "1000.50")
    told = capsys.readouterr().out
    assert told.count("KSh 1,899.50 outstanding") == 2
    assert subscription(home).outstanding == Money(cents=189_950)


@pytest.mark.parametrize(
    ("number", "code", "amount", "why"),
    [
        ("INV-NOBODY-0001", "SKR4X2M9QA", "10", "no invoice"),
        ("later", "SKR4X2M9QA", "10", "invoice-is-unknown"),
        ("this", "SKR4", "10", "code-is-not-possible"),
        ("this", "SKR4X2M9QA", "-5", "amount-is-not-possible"),
        ("this", "SKR4X2M9QA", "ten", "no amount"),
        ("this", "SKR4X2M9QA", "1.005", "no amount"),
        ("this", "SKR4X2M9QA", "NaN", "no amount"),
    ],
)
def test_a_payment_that_cannot_be_is_refused_in_a_sentence(
    home: House,
    invoice: str,
    capsys: pytest.CaptureFixture[str],
    number: str,
    code: str,
    amount: str,
    why: str,
) -> None:
    before = subscription(home)
    named = {"this": invoice, "later": invoice.replace("0001", "0009")}.get(number, number)
    with pytest.raises(typer.Exit):
        record(home, named, code, amount)
    assert why in capsys.readouterr().out
    assert subscription(home) == before


def test_terms_are_said_for_one_boutique_from_the_next_month_on_and_told(
    home: House, invoice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    agree(home, str(NEXT_DOOR), offered("Share", 0, "2.5"), at_once=False)
    told = capsys.readouterr().out.splitlines()
    assert "trial" in told[0]
    assert "2.5 % of goods sold" in told[1]
    agree(home, str(NEXT_DOOR), offered("Share", 0, "2.5", 20, 300), at_once=False)
    assert "2.5 % of goods sold, at least KSh 20 and at most KSh 300 of a sale" in capsys.readouterr().out
    agree(home, str(SHOP), None, at_once=False)
    assert "Monthly: KSh 2,500 a month" in capsys.readouterr().out
    agree(home, "", None, at_once=False)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines] == ["Amani", "Pwani"]
    assert "Monthly" in lines[0]
    assert lines[1].endswith("KSh 0 outstanding")


@pytest.mark.parametrize(
    ("fee", "percent", "why"),
    [(0, "1.9", "between 2 and 5"), (0, "2.505", "hundredths"), (-1, "0", "a fee"), (0, "x", "no number")],
)
def test_terms_that_cannot_be_are_refused_in_a_sentence(
    capsys: pytest.CaptureFixture[str], fee: int, percent: str, why: str
) -> None:
    with pytest.raises(typer.Exit):
        offered("Gold", fee, percent)
    assert why in capsys.readouterr().out


def test_a_boutique_that_is_not_there_pays_nothing(home: House, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("nobody", "00000000-0000-0000-0000-000000000001"):
        with pytest.raises(typer.Exit):
            agree(home, name, None, at_once=False)
    assert capsys.readouterr().out.count("no boutique") == 2
