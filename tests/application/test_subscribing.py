"""A boutique's months are closed by the clock of Nairobi, once each, and billed with all that is owed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from application.commands import AdmitPerson, AgreeTerms, ChoosePlan, RecordInvoicePayment
from application.outcome import DONE, Later, Outcome
from application.ports.alerts import Device
from application.reactors import tell_invoice
from application.reactors.close_months import SOON, CloseMonths
from application.work import Work, WorkKind
from domain.identity import BoutiqueId, PersonId
from domain.staff.events import Role
from domain.subscription.events import InvoiceIssued, InvoiceLine, LineKind, MonthClosed, Party
from domain.subscription.subscription import Owed, Subscription
from domain.subscription.terms import Terms
from tests.application.little_shop import AMANI, PWANI, LittleShop
from tests.application.reactors.test_reactors import BARRED, BUSY, LOST
from tests.domain.pieces import KES, an_id

MONTHLY = Terms(plan="monthly", monthly_fee=KES(2_500), commission_basis_points=0)
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
FIRST_OF_DECEMBER = datetime(2026, 11, 30, 21, tzinfo=UTC)
FIRST_OF_JANUARY = datetime(2026, 12, 31, 21, tzinfo=UTC)
AMINA, BARAKA = (PersonId(an_id(name)) for name in ("amina", "baraka"))
SALES = InvoiceLine(
    kind=LineKind.SALES, basis_points=300, entries=1, goods=KES(2_500), net=KES(75), vat=KES(12)
)


class Ledger:
    """A ledger that has seen all, unless it is told to be behind."""

    def __init__(self, little: LittleShop) -> None:
        self.little, self.behind, self.billed_beside = little, False, 0
        self.asked: list[date] = []

    def owed(self, boutique: BoutiqueId, month: date) -> Owed | None:
        self.asked.append(month)
        invoices = len(self.little.log.told(InvoiceIssued)) + self.billed_beside
        return None if self.behind else Owed((SALES,), 9, invoices)


@pytest.fixture
def ledger(little: LittleShop) -> Ledger:
    return Ledger(little)


def closes(little: LittleShop, ledger: Ledger, boutique: BoutiqueId = AMANI) -> Outcome:
    """What came of the work that is due for this boutique's months."""
    work = next(each for each in little.due if each.kind is WorkKind.CLOSE_MONTHS)
    assert isinstance(work, Work)
    seller = Party(name="Dukani Ltd")
    return CloseMonths(little.shop, ledger.owed, lambda: seller)(work, lambda: None)


def test_agreed_terms_make_work_due_on_the_first_of_the_next_month(little: LittleShop) -> None:
    little.do(AgreeTerms(MONTHLY, NOVEMBER))
    (work,) = [each for each in little.due if each.kind is WorkKind.CLOSE_MONTHS]
    assert (work.boutique, work.due, work.key) == (AMANI, FIRST_OF_DECEMBER, str(AMANI))


def test_a_month_that_is_over_is_billed_to_the_boutique_and_the_next_one_waited_for(
    little: LittleShop, ledger: Ledger
) -> None:
    little.do(AgreeTerms(MONTHLY, NOVEMBER))
    assert closes(little, ledger) == Later(FIRST_OF_DECEMBER, "every month that is over is closed")
    little.clock.set(FIRST_OF_DECEMBER)
    assert closes(little, ledger) == Later(FIRST_OF_DECEMBER, "November 2026 is closed")
    assert closes(little, ledger) == Later(FIRST_OF_JANUARY, "every month that is over is closed")
    (issued,) = little.log.told(InvoiceIssued)
    assert (issued.total, issued.buyer.name, issued.seller.name) == (KES(2_987), "Amani Styles", "Dukani Ltd")
    assert not little.get(Subscription, PWANI, PWANI).invoices


def test_a_worker_that_was_away_for_months_closes_each_in_its_turn(
    little: LittleShop, ledger: Ledger
) -> None:
    little.do(AgreeTerms(MONTHLY, NOVEMBER))
    little.clock.set(FIRST_OF_JANUARY + timedelta(days=9))
    for _ in range(3):
        closes(little, ledger)
    assert ledger.asked == [NOVEMBER, DECEMBER]
    assert [fact.month for fact in little.log.told(MonthClosed)] == [NOVEMBER, DECEMBER]


def test_two_workers_at_once_bill_a_month_once(little: LittleShop, ledger: Ledger) -> None:
    little.do(AgreeTerms(MONTHLY, NOVEMBER))
    little.clock.set(FIRST_OF_DECEMBER)

    def rival() -> None:
        closes(little, ledger)

    little.log.rivals.append(rival)
    closes(little, ledger)
    assert len(little.log.told(InvoiceIssued)) == 1


def test_nothing_is_billed_while_the_ledger_is_behind(little: LittleShop, ledger: Ledger) -> None:
    little.do(AgreeTerms(MONTHLY, NOVEMBER))
    little.clock.set(FIRST_OF_JANUARY)
    soon = Later(little.clock.now() + SOON, "the ledger is behind the log")
    ledger.behind = True
    assert closes(little, ledger) == soon
    ledger.behind = False
    ledger.billed_beside = 7
    assert closes(little, ledger) == soon
    assert not little.log.told(MonthClosed)


def test_an_owner_chooses_and_an_operator_records_what_she_paid(little: LittleShop, ledger: Ledger) -> None:
    little.do(ChoosePlan("monthly", (MONTHLY,)))
    little.clock.set(FIRST_OF_JANUARY)
    closes(little, ledger)
    (issued,) = little.log.told(InvoiceIssued)
    little.do(RecordInvoicePayment(issued.number, "SKR4X2M9QT", issued.total))
    assert little.get(Subscription, AMANI).outstanding == KES(0)


class TestInvoiceNews:
    @pytest.fixture
    def news(self, little: LittleShop, ledger: Ledger) -> Work:
        """November was billed, and the owner has not heard."""
        little.do(AgreeTerms(MONTHLY, NOVEMBER))
        little.clock.set(FIRST_OF_DECEMBER)
        closes(little, ledger)
        return next(work for work in little.due if work.kind is WorkKind.TELL_INVOICE)

    def test_her_own_phone_tells_her_once_what_is_due_and_when(self, little: LittleShop, news: Work) -> None:
        assert little.react(news) == little.react(replace(news, perhaps_done=True)) == DONE
        (told,) = little.messenger.sent
        assert (told.to.phone, told.unasked) == ("+254700000001", True)
        for said in (news.detail, "KSh 2,987", "15/12/2026"):
            assert said in told.reply.text

    def test_who_paid_before_she_was_told_or_has_no_phone_is_not_written_to(
        self, little: LittleShop, news: Work
    ) -> None:
        assert little.react(replace(news, detail="INV-OF-NOBODY-0001")) == DONE
        little.do(RecordInvoicePayment(news.detail, "SKR4X2M9QT", KES(2_987)))
        assert little.react(news) == DONE
        assert not little.messenger.sent

    def test_whatsapp_being_busy_is_waited_for_and_a_lost_answer_is_not_repeated(
        self, little: LittleShop, news: Work
    ) -> None:
        little.messenger.troubles.extend([BUSY, BARRED, LOST])
        assert isinstance(little.react(news), Later)
        assert little.react(replace(news, attempts=tell_invoice.MOST_TRIES)) == DONE
        assert little.react(news) == little.react(news) == DONE
        assert not little.messenger.sent

    def test_the_owner_is_buzzed_and_her_staff_is_not(self, little: LittleShop, news: Work) -> None:
        for person, role in ((AMINA, Role.OWNER), (BARAKA, Role.STAFF)):
            little.do(AdmitPerson(person, role, None))
            little.devices.add(AMANI, Device(an_id(str(person)), person, "https://push.example/1", "k", "s"))
        work = next(each for each in little.due if each.kind is WorkKind.ALERT_STAFF)
        assert little.react(work) == DONE
        ((where, alert),) = little.pusher.pushed
        assert (where, alert.place) == (an_id(str(AMINA)), "/subscription")
        assert alert.title == f"Invoice {news.detail} from Dukani"
        assert alert.body == "KSh 2,987, due on 15/12/2026"
