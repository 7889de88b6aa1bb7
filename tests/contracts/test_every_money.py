"""What the application may expect of every MobileMoney, held against PayLink, Airtel Money and Paystack.

M-Pesa's own wire has its contract beside this one.
"""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from application.ports import EvidenceKind, NeighbourFailed, NeighbourUnsure
from domain.money import Money
from tests.contracts.tills import BOUTIQUE, Till, airtel, paylink, paystack
from tests.emulators.faults import FaultKind
from tests.support.sandbox import Stage, eventually

NEIGHBOURS = ("paylink", "airtel", "paystack")
NAMES_ARE_OURS = ("airtel", "paystack")


@pytest.fixture(scope="module")
def tills(stage: Stage) -> Iterator[dict[str, Till]]:
    with ExitStack() as open_now:
        yield {
            "paylink": open_now.enter_context(paylink(stage)),
            "airtel": open_now.enter_context(airtel()),
            "paystack": open_now.enter_context(paystack()),
        }


@pytest.fixture(params=NEIGHBOURS)
def till(request: pytest.FixtureRequest, tills: dict[str, Till], stage: Stage) -> Iterator[Till]:
    chosen = tills[request.param]
    yield chosen
    chosen.emulator.forget()
    for prompt in stage.sandbox.store.rows("SELECT checkout FROM prompts WHERE code IS NULL"):
        stage.sandbox.wallets.finish(prompt["checkout"], "1032")


def test_a_prompt_that_is_paid_is_told_by_query_and_callback_alike(till: Till) -> None:
    asked = till.request()

    ticket = till.money.prompt(asked)
    before = till.money.query(till.payee, ticket.checkout_id)
    till.pays(ticket)
    after = till.money.query(till.payee, ticket.checkout_id)
    eventually(lambda: bool(till.callbacks(asked)), "the callback")

    [callback] = till.callbacks(asked)
    told = till.read(callback.body)
    assert (before.kind, after.kind, told.kind) == (
        EvidenceKind.PENDING,
        EvidenceKind.SUCCEEDED,
        EvidenceKind.SUCCEEDED,
    )
    assert (callback.about.boutique, callback.about.attempt) == (BOUTIQUE, 1)
    assert told.checkout_id == ticket.checkout_id
    assert after.amount in (None, asked.amount)
    assert told.amount in (None, asked.amount)
    assert told.receipt


def test_a_prompt_that_is_not_paid_fails_and_says_why(till: Till) -> None:
    ticket = till.money.prompt(till.request())

    till.declines(ticket)

    told = till.money.query(till.payee, ticket.checkout_id)
    assert (told.kind, told.receipt, told.amount) == (EvidenceKind.FAILED, None, None)
    assert told.code


@pytest.mark.parametrize("kind", [FaultKind.LOST, FaultKind.CUT])
def test_a_lost_answer_to_a_prompt_leaves_it_open(till: Till, kind: FaultKind) -> None:
    till.emulator.fault(kind=kind, path=till.prompt_path, method="POST", after=till.calls_before)

    with pytest.raises(NeighbourUnsure) as lost:
        till.money.prompt(till.request())

    assert not lost.value.retryable


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_proxys_page_instead_of_an_answer_leaves_a_prompt_open(till: Till, status: int) -> None:
    """PayLink's session is opened before the tool is called: only then a phone may ring."""
    page = "<html><h1>Bad Gateway</h1></html>"
    till.emulator.fault(
        kind=FaultKind.ANSWER,
        path=till.prompt_path,
        method="POST",
        after=till.calls_before,
        status=status,
        body=page,
        headers={"content-type": "text/html"},
    )

    with pytest.raises(NeighbourUnsure):
        till.money.prompt(till.request())


@pytest.mark.parametrize("till", NAMES_ARE_OURS, indirect=True)
def test_a_lost_answer_to_a_query_is_a_query_to_be_repeated(till: Till) -> None:
    ticket = till.money.prompt(till.request())
    till.emulator.fault(kind=FaultKind.LOST, method="GET")

    with pytest.raises(NeighbourFailed) as lost:
        till.money.query(till.payee, ticket.checkout_id)

    assert lost.value.retryable
    assert not isinstance(lost.value, NeighbourUnsure)
    assert till.money.query(till.payee, ticket.checkout_id).kind is EvidenceKind.PENDING


def test_a_prompt_that_nobody_knows_is_no_evidence_of_anything(till: Till) -> None:
    with pytest.raises(NeighbourFailed):
        till.money.query(till.payee, "f" * 36)


@pytest.mark.parametrize("amount", [Money.zero(), Money(cents=-100), Money(cents=10_000, currency="USD")])
def test_an_amount_that_cannot_be_moved_never_leaves(till: Till, amount: Money) -> None:
    with pytest.raises(NeighbourFailed, match="amount") as failed:
        till.money.prompt(till.request(amount=amount))

    assert not isinstance(failed.value, NeighbourUnsure)
    assert till.emulator.calls() == []


@pytest.mark.parametrize("till", NAMES_ARE_OURS, indirect=True)
def test_where_names_are_ours_a_lost_prompt_can_be_asked_about(till: Till) -> None:
    asked = till.request()
    till.emulator.fault(kind=FaultKind.LOST, path=till.prompt_path)

    with pytest.raises(NeighbourUnsure):
        till.money.prompt(asked)
    name = till.money.own_name(till.payee, asked.payment, asked.attempt)

    assert name is not None
    assert till.money.query(till.payee, name).kind is EvidenceKind.PENDING


@pytest.mark.parametrize("till", NAMES_ARE_OURS, indirect=True)
def test_where_names_are_ours_a_prompt_sent_again_does_not_take_the_money_twice(till: Till) -> None:
    asked = till.request()
    till.emulator.fault(kind=FaultKind.LOST, path=till.prompt_path)
    with pytest.raises(NeighbourUnsure):
        till.money.prompt(asked)

    ticket = till.money.prompt(asked)
    till.pays(ticket)
    eventually(lambda: bool(till.callbacks(asked)), "the callback")

    [callback] = till.callbacks(asked)
    assert callback.about.payment == asked.payment
    assert till.money.query(till.payee, ticket.checkout_id).kind is EvidenceKind.SUCCEEDED


@pytest.mark.parametrize("till", ["paylink"], indirect=True)
def test_where_names_are_the_neighbours_there_is_none_before_the_answer(till: Till) -> None:
    asked = till.request()

    assert till.money.own_name(till.payee, asked.payment, 1) is None


@pytest.mark.parametrize("till", NAMES_ARE_OURS, indirect=True)
@pytest.mark.parametrize(("copies", "after"), [(10, 0.0), (1, 0.3)])
def test_callbacks_may_be_late_and_many_and_are_one(till: Till, copies: int, after: float) -> None:
    till.emulator.command("manner", {"copies": copies, "after": after})
    asked = till.request()

    till.pays(till.money.prompt(asked))
    eventually(lambda: len(till.callbacks(asked)) == copies, "all copies")
    till.emulator.command("manner", {})

    assert len({callback.fingerprint for callback in till.callbacks(asked)}) == 1


@pytest.mark.parametrize("till", NAMES_ARE_OURS, indirect=True)
def test_callbacks_in_another_order_still_name_their_own_attempts(till: Till) -> None:
    till.emulator.command("manner", {"held": True})
    first, second = till.request(), till.request()
    for asked in (first, second):
        till.pays(till.money.prompt(asked))
    till.emulator.command("manner", {})

    till.emulator.command("release")

    order = [each.about.payment for each in till.heard.callbacks[-2:]]
    assert order == [second.payment, first.payment]


@pytest.mark.parametrize("till", NAMES_ARE_OURS, indirect=True)
def test_a_callback_that_never_comes_is_told_by_the_query(till: Till) -> None:
    till.emulator.command("manner", {"copies": 0})
    asked = till.request()

    ticket = till.money.prompt(asked)
    till.pays(ticket)
    till.emulator.command("manner", {})

    assert till.callbacks(asked) == []
    assert till.money.query(till.payee, ticket.checkout_id).kind is EvidenceKind.SUCCEEDED


@pytest.mark.parametrize("till", NAMES_ARE_OURS, indirect=True)
def test_too_many_calls_are_surely_not_sent_and_worth_another_try(till: Till) -> None:
    till.emulator.fault(kind=FaultKind.ANSWER, path=till.prompt_path, status=429, body='{"status":false}')

    with pytest.raises(NeighbourFailed) as busy:
        till.money.prompt(till.request())

    assert busy.value.retryable
    assert not isinstance(busy.value, NeighbourUnsure)


@pytest.mark.parametrize("till", NAMES_ARE_OURS, indirect=True)
def test_a_neighbour_that_says_nothing_leaves_a_prompt_open(till: Till) -> None:
    till.emulator.fault(kind=FaultKind.HANG, path=till.prompt_path, seconds=3)

    with pytest.raises(NeighbourUnsure):
        till.money.prompt(till.request())
