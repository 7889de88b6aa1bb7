"""The rules of a payment: money is believed by its evidence, and counted once."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TypedDict, Unpack

import pytest

from domain.fact import Fact, Facts
from domain.money import Money
from domain.payment.attempt import AttemptState
from domain.payment.events import (
    EvidenceContradicted,
    MoneyReceived,
    MoneySource,
    MoneyUnallocated,
    PaymentCancelled,
    PaymentCompleted,
    PaymentRequested,
    PromptAccepted,
    PromptFailed,
    PromptRefused,
    PromptStarted,
    PromptUncertain,
    PromptUnresolved,
    ReceiptLearned,
)
from domain.payment.payment import (
    AmountCannotBePaid,
    AttemptIsLive,
    AttemptIsUnknown,
    Payment,
    PaymentIsComplete,
    PaymentIsGivenUp,
    PaymentIsNotRequested,
    PaymentIsRequestedAlready,
    ReceiptIsMissing,
    TooManyPrompts,
)
from tests.domain.pieces import KES, NOW, an_id, sealed
from tests.support.present import present
from tests.support.scenario import Decide, Given, happens, refuses, scenario, stays_quiet

ASKED = PaymentRequested(
    order=an_id("order"),
    customer=an_id("wanjiku"),
    amount=KES(2_800),
    provider="daraja",
    shortcode="600999",
    is_till=True,
    store_number="600998",
    reference="DK-7F3K9",
    paying_number=sealed("phone"),
)
MINUTE = timedelta(minutes=1)
WHOLE = KES(2_800)
IDS = {"checkout_id": "ws_CO_1", "merchant_request_id": "29115-1"}
ACCEPTED = PromptAccepted(attempt=1, **IDS)
REFUSED = PromptRefused(attempt=1, code="400.002.02", reason="bad request")
UNCERTAIN = PromptUncertain(attempt=1, reason="timed out")
FAILED = PromptFailed(attempt=1, code="1032", reason="cancelled", source=MoneySource.CALLBACK)
UNRESOLVED = PromptUnresolved(attempt=1)
CANCELLED = PaymentCancelled(reason="order expired")


def started(attempt: int = 1, after: timedelta = timedelta()) -> PromptStarted:
    return PromptStarted(attempt=attempt, paying_number=sealed("phone"), started_at=NOW + after)


def money(
    attempt: int = 1, receipt: str | None = "SGR7X1Y2Z3", source: MoneySource = MoneySource.CALLBACK
) -> Facts:
    """The facts of money that settles the payment."""
    return (
        MoneyReceived(attempt=attempt, amount=KES(2_800), receipt=receipt, source=source),
        PaymentCompleted(order=an_id("order"), amount=KES(2_800), receipt=receipt),
    )


def a_payment(*facts: Fact) -> Given[Payment]:
    return scenario(Payment).given(ASKED, *facts)


def ringing(*facts: Fact) -> Given[Payment]:
    return a_payment(started(), ACCEPTED, *facts)


def requesting(**change: object) -> Decide[Payment]:
    fields = {**dict(ASKED), **change}
    return lambda payment: payment.request(**fields)


def prompting(at: datetime = NOW, attempt: int | None = None) -> Decide[Payment]:
    return lambda p: p.start_prompt(paying_number=sealed("phone"), now=at, attempt=attempt)


class Evidence(TypedDict, total=False):
    attempt: int
    amount: Money
    receipt: str | None
    source: MoneySource
    shortcode: str | None
    receipt_is_new: bool


BELIEVED: Evidence = {
    "attempt": 1,
    "amount": KES(2_800),
    "receipt": "SGR7X1Y2Z3",
    "source": MoneySource.CALLBACK,
}


def receiving(**change: Unpack[Evidence]) -> Decide[Payment]:
    return lambda payment: payment.receive_money(**BELIEVED | change)


def a_query(attempt: int = 1) -> Decide[Payment]:
    return receiving(attempt=attempt, receipt=None, source=MoneySource.QUERY)


def a_deposit(**change: Unpack[Evidence]) -> Decide[Payment]:
    told: Evidence = {"attempt": 0, "source": MoneySource.DEPOSIT}
    return receiving(**told | change)


ANSWERS: list[tuple[Decide[Payment], Fact]] = [
    (lambda p: p.accept_prompt(attempt=1, **IDS), ACCEPTED),
    (
        lambda p: p.refuse_prompt(attempt=1, code="400.002.02", reason="bad request"),
        REFUSED,
    ),
    (lambda p: p.doubt_prompt(attempt=1, reason="timed out"), UNCERTAIN),
    (
        lambda p: p.fail_prompt(attempt=1, code="1032", reason="cancelled", source=MoneySource.CALLBACK),
        FAILED,
    ),
    (lambda p: p.give_up_waiting(1), UNRESOLVED),
]
ANSWERING = (
    Payment.accept_prompt,
    Payment.refuse_prompt,
    Payment.doubt_prompt,
    Payment.fail_prompt,
    Payment.give_up_waiting,
)


@happens(Payment.request)
def test_an_order_asks_for_its_money() -> None:
    after = scenario(Payment).when(requesting()).then(ASKED)
    assert (after.order, after.customer, after.amount) == (ASKED.order, ASKED.customer, KES(2_800))
    assert (after.received, after.next_attempt, after.live_attempt) == (KES(0), 1, None)
    assert (Payment().order, Payment().customer, Payment().amount) == (None, None, None)


@refuses(Payment.request)
@pytest.mark.parametrize("amount", [KES(0), KES(-5), Money(cents=250_050)])
def test_only_whole_shillings_can_be_asked_for(amount: Money) -> None:
    scenario(Payment).when(requesting(amount=amount)).then_refused(AmountCannotBePaid)


@refuses(Payment.request)
@pytest.mark.parametrize("change", [{"order": an_id("other")}, {"amount": KES(1)}])
def test_a_payment_does_not_become_another(change: Mapping[str, object]) -> None:
    a_payment().when(requesting(**change)).then_refused(PaymentIsRequestedAlready)


@stays_quiet(Payment.request)
def test_an_order_asks_once() -> None:
    scenario(Payment).when_repeated(requesting()).then_nothing()


@happens(Payment.start_prompt)
def test_a_phone_is_about_to_be_asked_before_it_is() -> None:
    after = a_payment().when(prompting()).then(started())
    assert present(after.live_attempt).state is AttemptState.SUBMITTING


@happens(Payment.start_prompt)
@pytest.mark.parametrize("end", [REFUSED, FAILED, UNRESOLVED])
def test_after_an_attempt_is_over_another_may_start(end: Fact) -> None:
    a_payment(started(), end).when(prompting()).then(started(2))


@refuses(Payment.start_prompt)
@pytest.mark.parametrize("live", [(), (UNCERTAIN,), (ACCEPTED,), (UNCERTAIN, ACCEPTED)])
def test_while_a_phone_may_ring_no_other_is_asked(live: Facts) -> None:
    refusal = a_payment(started(), *live).when(prompting()).then_refused(AttemptIsLive)
    assert refusal.attempt == 1


@refuses(Payment.start_prompt)
def test_who_has_paid_is_not_asked_again() -> None:
    ringing(*money()).when(prompting()).then_refused(PaymentIsComplete)


@refuses(Payment.start_prompt)
def test_for_a_given_up_order_nobody_is_asked() -> None:
    a_payment(CANCELLED).when(prompting()).then_refused(PaymentIsGivenUp)


@refuses(Payment.start_prompt)
def test_a_phone_rings_three_times_in_ten_minutes_and_no_more() -> None:
    tried = []
    for number in (1, 2, 3):
        failed = FAILED.model_copy(update={"attempt": number})
        tried += [started(number, number * MINUTE), failed]
    payment = a_payment(*tried)
    refusal = payment.when(prompting(NOW + 10 * MINUTE)).then_refused(TooManyPrompts)
    assert refusal.again_at == NOW + 11 * MINUTE
    payment.when(prompting(refusal.again_at)).then(started(4, 11 * MINUTE))


@refuses(Payment.start_prompt)
def test_no_attempt_is_left_out() -> None:
    a_payment().when(prompting(attempt=2)).then_refused(AttemptIsUnknown)


@stays_quiet(Payment.start_prompt)
def test_an_attempt_is_started_once() -> None:
    a_payment().when_repeated(prompting(attempt=1)).then_nothing()


@happens(*ANSWERING)
def test_the_answer_to_a_prompt_is_kept() -> None:
    for decide, fact in ANSWERS:
        a_payment(started()).when(decide).then(fact)


@stays_quiet(*ANSWERING)
def test_the_same_answer_again_is_nothing_new() -> None:
    for decide, _ in ANSWERS:
        a_payment(started()).when_repeated(decide).then_nothing()


@refuses(*ANSWERING, Payment.receive_money)
def test_an_attempt_that_never_started_has_no_answer() -> None:
    for decide in (*(decide for decide, _ in ANSWERS), receiving()):
        a_payment().when(decide).then_refused(AttemptIsUnknown)


@happens(Payment.accept_prompt)
def test_a_doubted_prompt_may_turn_out_to_ring() -> None:
    after = a_payment(started(), UNCERTAIN).when(ANSWERS[0][0]).then(ACCEPTED)
    assert present(after.live_attempt).state is AttemptState.PROMPTED


@happens(Payment.accept_prompt)
def test_ids_that_come_late_make_no_phone_ring() -> None:
    after = a_payment(started(), UNRESOLVED, started(2)).when(ANSWERS[0][0]).then(ACCEPTED)
    assert present(after.live_attempt).number == 2
    assert after.attempts[1].checkout_id == "ws_CO_1"


@happens(Payment.accept_prompt)
@pytest.mark.parametrize("before", [REFUSED, ACCEPTED.model_copy(update={"checkout_id": "ws_CO_0"})])
def test_a_prompt_accepted_after_all_is_for_a_person_to_see(before: Fact) -> None:
    a_payment(started(), before).when(ANSWERS[0][0]).then(
        EvidenceContradicted(attempt=1, code="accepted-after-all", reason="accepted as ws_CO_1")
    )


@happens(Payment.refuse_prompt)
@pytest.mark.parametrize("before", [(ACCEPTED,), money()])
def test_a_refusal_that_comes_after_better_evidence_contradicts_it(before: Facts) -> None:
    a_payment(started(), *before).when(ANSWERS[1][0]).then(
        EvidenceContradicted(attempt=1, code="400.002.02", reason="bad request")
    )


@stays_quiet(Payment.doubt_prompt, Payment.give_up_waiting, Payment.fail_prompt)
def test_money_that_came_is_never_doubted_or_waited_for() -> None:
    ringing(*money()).when(lambda p: p.doubt_prompt(attempt=1, reason="timed out")).then_nothing()
    ringing(*money()).when(lambda p: p.give_up_waiting(1)).then_nothing()
    contradicted = EvidenceContradicted(attempt=1, code="1032", reason="cancelled")
    ringing(*money(), contradicted).when(ANSWERS[3][0]).then_nothing()


@happens(Payment.fail_prompt)
def test_a_success_never_reverts_and_a_failure_after_it_is_a_contradiction() -> None:
    decided = ringing(*money()).when(ANSWERS[3][0])
    after = decided.then(EvidenceContradicted(attempt=1, code="1032", reason="cancelled"))
    assert after.is_complete
    assert after.received == KES(2_800)


@happens(Payment.fail_prompt)
def test_evidence_may_settle_what_was_given_up() -> None:
    assert ringing(UNRESOLVED).when(ANSWERS[3][0]).then(FAILED).attempts[1].code == "1032"


@happens(Payment.receive_money)
@pytest.mark.parametrize(
    "before",
    [(), (UNCERTAIN,), (ACCEPTED,), (REFUSED,), (FAILED,), (UNRESOLVED,), (ACCEPTED, CANCELLED)],
)
def test_money_is_accepted_however_late_it_comes(before: Facts) -> None:
    after = a_payment(started(), *before).when(receiving()).then(*money())
    assert after.is_complete
    assert after.received == KES(2_800)
    assert after.live_attempt is None


@happens(Payment.receive_money)
def test_money_paid_by_hand_settles_too() -> None:
    after = a_payment().when(a_deposit()).then(*money(0, source=MoneySource.DEPOSIT))
    assert after.is_complete


@happens(Payment.receive_money)
@pytest.mark.parametrize("shortcode", ["600999", "600998", None])
def test_a_till_is_known_by_both_its_numbers(shortcode: str | None) -> None:
    ringing().when(receiving(shortcode=shortcode)).then(*money())


@stays_quiet(Payment.receive_money)
def test_the_same_receipt_counts_once_from_whomever_it_comes() -> None:
    ringing().when_repeated(receiving()).then_nothing()
    for decide in (a_query(), a_deposit(), receiving(source=MoneySource.PERSON, receipt_is_new=False)):
        ringing(*money()).when(decide).then_nothing()


@refuses(Payment.receive_money)
def test_money_by_hand_without_a_receipt_is_not_believed() -> None:
    claim = receiving(attempt=0, receipt=None, source=MoneySource.PERSON)
    ringing().when(claim).then_refused(ReceiptIsMissing)


@happens(Payment.receive_money)
def test_a_query_settles_and_the_callback_only_adds_the_receipt() -> None:
    queried = money(receipt=None, source=MoneySource.QUERY)
    ringing().when(a_query()).then(*queried)
    learned = ReceiptLearned(attempt=1, receipt="SGR7X1Y2Z3")
    guessed = learned.model_copy(update={"guessed": True})
    for evidence, fact in ((receiving(), learned), (a_deposit(), guessed)):
        after = ringing(*queried).when(evidence).then(fact)
        assert after.received == KES(2_800)
        assert after.takings.held == KES(0)
    ringing(*queried, learned).when(receiving()).then_nothing()


@happens(Payment.receive_money)
def test_the_deposit_that_a_prompt_caused_is_not_counted_beside_it() -> None:
    paid = a_payment(started(), ACCEPTED, *money(0, source=MoneySource.DEPOSIT))
    learned = ReceiptLearned(attempt=1, receipt="SGR7X1Y2Z3")
    guessed = learned.model_copy(update={"guessed": True})
    for evidence, fact in ((receiving(), learned), (a_query(), guessed)):
        after = paid.when(evidence).then(fact)
        assert (after.received, after.takings.held, after.live_attempt) == (KES(2_800), KES(0), None)
    paid.given(learned).when(receiving()).then_nothing()
    paid.given(learned).when(a_query()).then_nothing()


@happens(Payment.receive_money)
@pytest.mark.parametrize(
    ("change", "reason", "held"),
    [
        ({"amount": KES(2_799)}, "wrong-amount", KES(2_799)),
        ({"amount": KES(2_801)}, "wrong-amount", KES(2_801)),
        ({"shortcode": "111111"}, "wrong-shop", KES(0)),
    ],
)
def test_money_of_the_wrong_amount_or_shop_never_settles(change: Evidence, reason: str, held: Money) -> None:
    amount = change.get("amount", KES(2_800))
    aside = MoneyUnallocated(amount=amount, receipt="SGR7X1Y2Z3", reason=reason, attempt=1)
    after = ringing().when(receiving(**change)).then(aside)
    assert not after.is_complete
    assert (after.received, after.refundable) == (KES(0), held)
    ringing(aside).when(receiving(**change)).then_nothing()


def test_money_of_the_wrong_amount_ends_its_prompt_and_of_the_wrong_shop_does_not() -> None:
    aside = MoneyUnallocated(amount=KES(1), receipt="R1", reason="wrong-amount", attempt=1)
    assert ringing(aside).state().live_attempt is None
    ringing(aside).when(a_query()).then_nothing()
    elsewhere = aside.model_copy(update={"reason": "wrong-shop"})
    assert present(ringing(elsewhere).state().live_attempt).number == 1
    ringing(elsewhere).when(receiving()).then(*money())


@happens(Payment.receive_money)
def test_a_query_that_does_not_fit_is_a_contradiction() -> None:
    strange = receiving(receipt=None, source=MoneySource.QUERY, shortcode="111111")
    contradicted = EvidenceContradicted(attempt=1, code="wrong-shop", reason="a query that does not fit")
    ringing().when(strange).then(contradicted)
    ringing(contradicted).when(strange).then_nothing()


@happens(Payment.receive_money)
def test_a_receipt_that_settled_another_payment_settles_nothing_here() -> None:
    used = receiving(receipt_is_new=False)
    reason = "SGR7X1Y2Z3 settled another payment"
    ringing().when(used).then(EvidenceContradicted(attempt=1, code="receipt-used-elsewhere", reason=reason))


@happens(Payment.receive_money)
def test_a_second_success_is_set_aside_to_go_back() -> None:
    twice = a_payment(started(), UNRESOLVED, started(2), *money(1))
    aside = MoneyUnallocated(amount=KES(2_800), receipt="SGR8", reason="paid-twice", attempt=2)
    after = twice.when(receiving(attempt=2, receipt="SGR8")).then(aside)
    assert (after.received, after.takings.held, after.live_attempt) == (KES(2_800), KES(2_800), None)
    twice.given(aside).when(receiving(attempt=2, receipt="SGR8")).then_nothing()


@happens(Payment.receive_money)
def test_a_second_success_known_by_a_query_learns_its_receipt_later() -> None:
    unnamed = MoneyUnallocated(amount=KES(2_800), receipt=None, reason="paid-twice", attempt=2)
    twice = a_payment(started(), UNRESOLVED, started(2), *money(1))
    twice.when(a_query(2)).then(unnamed)
    learned = ReceiptLearned(attempt=2, receipt="SGR8")
    after = twice.given(unnamed).when(receiving(attempt=2, receipt="SGR8")).then(learned)
    assert (after.received, after.takings.held) == (KES(2_800), KES(2_800))


@happens(Payment.receive_money)
def test_a_receipt_matched_by_its_amount_goes_to_the_prompt_that_names_it() -> None:
    queried = a_payment(started(), UNRESOLVED, started(2), *money(1, receipt=None, source=MoneySource.QUERY))
    guessed = ReceiptLearned(attempt=1, receipt="SGR8", guessed=True)
    queried.when(a_deposit(receipt="SGR8")).then(guessed)
    named = MoneyUnallocated(amount=KES(2_800), receipt="SGR8", reason="paid-twice", attempt=2)
    both = queried.given(guessed)
    after = both.when(receiving(attempt=2, receipt="SGR8")).then(named)
    assert (after.received, after.takings.held, after.live_attempt) == (KES(2_800), KES(2_800), None)
    both = both.given(named)
    both.when(a_query(2)).then_nothing()
    both.when(receiving(attempt=2, receipt="SGR8")).then_nothing()
    both.when(receiving(receipt="SGR7")).then(ReceiptLearned(attempt=1, receipt="SGR7"))


@happens(Payment.receive_money)
def test_a_prompt_may_confirm_the_receipt_that_its_money_was_matched_with() -> None:
    guessed = ReceiptLearned(attempt=1, receipt="SGR7X1Y2Z3", guessed=True)
    queried = ringing(*money(receipt=None, source=MoneySource.QUERY), guessed)
    queried.when(receiving()).then(ReceiptLearned(attempt=1, receipt="SGR7X1Y2Z3"))
    queried.when_repeated(receiving()).then_nothing()


@stays_quiet(Payment.receive_money)
def test_a_wrong_match_between_two_paid_prompts_costs_nobody_anything() -> None:
    unnamed = MoneyUnallocated(amount=KES(2_800), receipt=None, reason="paid-twice", attempt=2)
    guessed = ReceiptLearned(attempt=1, receipt="SGR8", guessed=True)
    queried = money(1, receipt=None, source=MoneySource.QUERY)
    both = a_payment(started(), UNRESOLVED, started(2), *queried, unnamed, guessed)
    both.when(receiving(attempt=2, receipt="SGR8")).then_nothing()
    last = ReceiptLearned(attempt=2, receipt="SGR7", guessed=True)
    after = both.when(receiving(attempt=1, receipt="SGR7")).then(last)
    assert (after.received, after.takings.held) == (KES(2_800), KES(2_800))


@happens(Payment.receive_money)
def test_one_receipt_is_never_of_two_prompts() -> None:
    twice = a_payment(started(), UNRESOLVED, started(2), *money(1))
    reason = "SGR7X1Y2Z3 is of another attempt"
    contradicted = EvidenceContradicted(attempt=2, code="receipt-used-elsewhere", reason=reason)
    after = twice.when(receiving(attempt=2)).then(contradicted)
    assert after.takings.held == KES(0)


@happens(Payment.receive_money)
def test_a_second_deposit_is_set_aside_too() -> None:
    paid = a_payment(*money(0, source=MoneySource.DEPOSIT))
    aside = MoneyUnallocated(amount=KES(2_800), receipt="SGR8", reason="paid-twice")
    after = paid.when(a_deposit(receipt="SGR8")).then(aside)
    assert after.refundable == KES(5_600)


def test_a_receipt_guessed_to_be_a_prompts_is_by_hand_again_when_the_prompts_own_receipt_comes() -> None:
    payment = a_payment(started(1), UNRESOLVED, started(2), PromptUnresolved(attempt=2))
    told = (
        by_hand(WHOLE, "SGR2"),
        a_query(1),
        receiving(attempt=1, receipt="SGR1"),
        receiving(attempt=2, receipt="SGR2"),
    )
    for evidence in told:
        payment = payment.given(*payment.when(evidence).facts)
    after = payment.state()
    assert after.takings.received + after.takings.held == KES(5_600)
    assert after.takings.receipts == {"SGR1": 1, "SGR2": 2}


@happens(Payment.cancel)
def test_a_given_up_order_wants_its_money_no_more() -> None:
    assert ringing().when(lambda p: p.cancel("order expired")).then(CANCELLED).is_cancelled


@refuses(Payment.cancel)
def test_what_was_paid_is_not_cancelled() -> None:
    ringing(*money()).when(lambda p: p.cancel("order expired")).then_refused(PaymentIsComplete)


@stays_quiet(Payment.cancel)
def test_a_payment_is_cancelled_once() -> None:
    ringing().when_repeated(lambda p: p.cancel("order expired")).then_nothing()


@refuses(Payment.start_prompt, Payment.receive_money, Payment.cancel)
def test_a_payment_that_nobody_asked_for_refuses_everything() -> None:
    for decide in (prompting(), receiving(), lambda p: p.cancel("gone")):
        scenario(Payment).when(decide).then_refused(PaymentIsNotRequested)


def by_hand(
    amount: Money, receipt: str = "SGR8", source: MoneySource = MoneySource.DEPOSIT
) -> Decide[Payment]:
    return receiving(attempt=0, amount=amount, receipt=receipt, source=source)


@happens(Payment.receive_money)
def test_what_she_pays_by_hand_above_what_is_due_completes_the_payment_and_the_rest_is_held() -> None:
    after = (
        a_payment()
        .when(by_hand(KES(3_000)))
        .then(
            *money(0, "SGR8", MoneySource.DEPOSIT),
            MoneyUnallocated(amount=KES(200), receipt="SGR8", reason="overpaid"),
        )
    )
    assert (after.received, after.takings.held, after.refundable) == (KES(2_800), KES(200), KES(3_000))
    assert after.takings.loose == ()


@happens(Payment.receive_money)
def test_what_she_pays_by_hand_below_what_is_due_settles_nothing_until_a_person_counts_it() -> None:
    aside = MoneyUnallocated(amount=KES(800), receipt="SGR8", reason="wrong-amount")
    a_payment().when(by_hand(KES(800))).then(aside)
    part = MoneyReceived(attempt=0, amount=KES(800), receipt="SGR8", source=MoneySource.PERSON)
    after = a_payment().when(by_hand(KES(800), source=MoneySource.PERSON)).then(part)
    assert (after.is_complete, after.due) == (False, KES(2_000))


@happens(Payment.start_prompt)
def test_a_prompt_asks_for_what_is_still_due() -> None:
    part = MoneyReceived(attempt=0, amount=KES(800), receipt="SGR8", source=MoneySource.PERSON)
    rest = started().model_copy(update={"amount": KES(2_000)})
    a_payment(part).when(prompting()).then(rest)
    came = MoneyReceived(attempt=1, amount=KES(2_000), receipt="SGR9", source=MoneySource.CALLBACK)
    whole = PaymentCompleted(order=an_id("order"), amount=WHOLE, receipt="SGR9")
    after = a_payment(part, rest, ACCEPTED).when(receiving(amount=KES(2_000), receipt="SGR9"))
    assert after.then(came, whole).takings.settled_by == "SGR8"
    a_payment(part, rest, ACCEPTED).when(receiving(receipt="SGR9")).then(
        MoneyUnallocated(amount=WHOLE, receipt="SGR9", reason="wrong-amount", attempt=1)
    )
