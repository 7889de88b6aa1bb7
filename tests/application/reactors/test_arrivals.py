"""Money by hand: told of without a signature, asked about, and found on the neighbour's list in any case."""

from dataclasses import replace
from datetime import timedelta

import pytest

from application.commands import ReceiveDeposit
from application.depositing import NO_ORDER, UNCONFIRMED, number_meant
from application.outcome import DONE, Later
from application.ports import Evidence, EvidenceKind, NeighbourFailed, StatementLine
from application.reactors.reconcile_till import EVERY, NOT_BEGUN, SOON
from application.reactors.weigh_deposit import MOST_QUESTIONS
from application.work import Work, WorkKind
from domain.boutique.boutique import Boutique
from domain.deposit.deposit import Deposit
from domain.deposit.events import DepositReceived, DepositSetAside
from domain.identity import deposit_of
from domain.money import Money
from domain.order.state import OrderStatus
from tests.application.little_shop import AMANI, Customer, LittleShop, put_off
from tests.domain.pieces import KES, NOW

RECEIPT, WHOLE = "HND0000001", KES(2_800)
BARRED = NeighbourFailed("mpesa", "no-initiator", "nobody may", retryable=False)
BUSY = NeighbourFailed("mpesa", "500.003.02", "busy", retryable=True)


@pytest.fixture
def ordered(wanjiku: Customer) -> Customer:
    """An order waits for its 2,800 shillings."""
    wanjiku.has_ordered()
    return wanjiku


def line(
    who: Customer,
    amount: Money = WHOLE,
    receipt: str = RECEIPT,
    reference: str | None = None,
    shortcode: str = "174379",
) -> StatementLine:
    told = reference or who.order.number
    return StatementLine(receipt, amount, NOW, told, payer="2547****678", shortcode=shortcode)


def stands(
    kind: EvidenceKind = EvidenceKind.SUCCEEDED, receipt: str | None = RECEIPT, amount: Money = WHOLE
) -> Evidence:
    return Evidence(kind, "Completed", "as it is", None, None, receipt, amount)


def arrival(little: LittleShop, told: StatementLine | None = None, standing: Evidence | None = None) -> Work:
    """News of one receipt, due to be weighed."""
    deposit = deposit_of(AMANI, "mpesa", RECEIPT)
    little.inbox.came[deposit] += [told] if told else []
    little.inbox.stands[deposit] += [standing] if standing else []
    return Work(AMANI, WorkKind.WEIGH_DEPOSIT, f"{deposit}/x", deposit, NOW, deposit)


def outcome(little: LittleShop, work: Work) -> str | None:
    return little.inbox.outcomes.get(str(work.subject))


class TestWeighDeposit:
    def test_news_pays_nothing_before_the_neighbour_agrees(
        self, little: LittleShop, ordered: Customer
    ) -> None:
        work = arrival(little, line(ordered))
        assert isinstance(little.react(work), Later)
        assert little.bank.looked == [RECEIPT]
        assert ordered.order.status is OrderStatus.AWAITING_PAYMENT

    def test_what_it_agrees_to_pays_the_order_that_the_reference_names(
        self, little: LittleShop, ordered: Customer
    ) -> None:
        number = ordered.order.number.replace("-", " ").lower()
        work = arrival(little, line(ordered, reference=f" {number} "), stands())
        assert little.react(work) == little.react(work) == DONE
        assert ordered.order.status is OrderStatus.PAID
        assert len(little.log.told(DepositReceived)) == 1

    @pytest.mark.parametrize(
        "standing", [stands(EvidenceKind.FAILED), stands(amount=KES(1)), stands(receipt="OTHER00000")]
    )
    def test_what_it_denies_is_put_aside(
        self, little: LittleShop, ordered: Customer, standing: Evidence
    ) -> None:
        work = arrival(little, line(ordered), standing)
        assert little.react(work) == DONE
        assert (outcome(little, work), little.log.told(DepositReceived)) == ("denied", [])

    @pytest.mark.parametrize("standing", [stands(EvidenceKind.UNKNOWN), stands(receipt=None)])
    def test_an_answer_that_says_nothing_is_asked_for_again(
        self, little: LittleShop, ordered: Customer, standing: Evidence
    ) -> None:
        assert isinstance(little.react(arrival(little, line(ordered), standing)), Later)

    @pytest.mark.parametrize(("trouble", "attempts"), [(BARRED, 0), (BUSY, MOST_QUESTIONS), (None, 6)])
    def test_what_nobody_can_be_asked_about_waits_for_a_person(
        self, little: LittleShop, ordered: Customer, trouble: NeighbourFailed | None, attempts: int
    ) -> None:
        little.bank.troubles.extend([trouble] if trouble else [])
        work = replace(arrival(little, line(ordered)), attempts=attempts)
        assert little.react(work) == DONE
        assert [fact.reason for fact in little.log.told(DepositSetAside)] == [UNCONFIRMED]
        assert ordered.order.status is OrderStatus.AWAITING_PAYMENT

    def test_a_busy_neighbour_is_asked_again(self, little: LittleShop, ordered: Customer) -> None:
        little.bank.troubles.append(BUSY)
        assert isinstance(little.react(arrival(little, line(ordered))), Later)

    def test_what_waited_unconfirmed_pays_once_the_list_has_it(
        self, little: LittleShop, ordered: Customer
    ) -> None:
        little.bank.troubles.append(BARRED)
        little.react(arrival(little, line(ordered)))
        little.bank.listed.append(line(ordered))
        little.react(till(little))
        assert ordered.order.status is OrderStatus.PAID

    def test_money_of_another_shop_an_answer_without_news_and_another_amount_settle_nothing(
        self, little: LittleShop, ordered: Customer
    ) -> None:
        for told, standing, why in (
            (line(ordered, shortcode="999999"), stands(), "wrong shop"),
            (None, stands(), "about no money"),
        ):
            work = arrival(little, told, standing)
            assert little.react(work) == DONE
            assert outcome(little, work) == why
        little.react(arrival(little, line(ordered, amount=KES(1)), stands(amount=KES(1))))
        work = arrival(little, line(ordered), stands())
        assert little.react(work) == DONE
        assert outcome(little, work) == "of another amount"
        assert ordered.order.status is OrderStatus.AWAITING_PAYMENT


def till(little: LittleShop) -> Work:
    return next(
        work for work in little.due if work.kind is WorkKind.RECONCILE_TILL and work.boutique == AMANI
    )


class TestReconcileTill:
    def test_an_account_is_reconciled_for_as_long_as_it_is_connected(self, little: LittleShop) -> None:
        assert put_off(little.react(till(little))).at == little.clock.now() + EVERY
        assert little.bank.begun == ["174379"]
        little.tell(Boutique, AMANI, lambda shop: shop.disconnect_payment_account("mpesa"))
        assert little.react(till(little)) == DONE

    def test_money_of_which_nobody_told_is_found_once(self, little: LittleShop, ordered: Customer) -> None:
        little.bank.listed += [line(ordered), line(ordered, receipt="HND0000002", reference="umbrella")]
        assert put_off(little.react(till(little))).reason == "2 of 2 were news"
        assert put_off(little.react(till(little))).reason == "0 of 2 were news"
        assert ordered.order.status is OrderStatus.PAID
        assert [fact.reason for fact in little.log.told(DepositSetAside)] == [NO_ORDER]

    def test_the_money_of_a_prompt_is_only_seen_again(self, little: LittleShop, ordered: Customer) -> None:
        ordered.pays()
        little.bank.listed.append(line(ordered, receipt="RCPT1"))
        little.react(till(little))
        assert ordered.payment.received == WHOLE
        assert not little.get(Deposit, deposit_of(AMANI, "mpesa", "RCPT1")).is_unallocated

    def test_what_the_list_says_otherwise_than_before_is_left(
        self, little: LittleShop, ordered: Customer
    ) -> None:
        told = line(ordered, amount=KES(1))
        little.do(ReceiveDeposit("mpesa", "174379", RECEIPT, KES(1), told.reference, told.payer, NOW, None))
        little.bank.listed.append(line(ordered))
        assert put_off(little.react(till(little))).reason == "0 of 1 were news"

    def test_what_cannot_be_begun_is_begun_later_and_a_list_that_is_away_too(
        self, little: LittleShop
    ) -> None:
        little.bank.troubles.append(BUSY)
        again = put_off(little.react(till(little)))
        assert (again.at, again.reason[:9]) == (little.clock.now() + SOON, NOT_BEGUN)
        little.bank.troubles.extend([BARRED, BARRED])
        assert put_off(little.react(till(little))).at == little.clock.now() + EVERY
        begun = replace(till(little), last_error="0 of 0 were news", due=NOW + timedelta(hours=2))
        assert isinstance(little.react(begun), Later)
        assert little.bank.begun == []


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("DK-7F3K9X", "DK-7F3K9X"),
        (" dk7f3k9x ", "DK-7F3K9X"),
        ("dk 7f3k9x", "DK-7F3K9X"),
        ("DK-7F3K9", None),
        ("DK-7F3K91", None),
        ("'; DROP TABLE orders", None),
        ("", None),
    ],
)
def test_an_orders_number_is_known_however_it_is_typed(typed: str, number: str | None) -> None:
    assert number_meant(typed) == number
