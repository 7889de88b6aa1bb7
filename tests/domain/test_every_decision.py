"""What holds for every aggregate: three tests for each decision, and no history that cannot be loaded."""

import ast
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from domain.boutique.boutique import Boutique
from domain.cart.cart import Cart
from domain.charges.charges import Charges
from domain.conversation.conversation import Conversation
from domain.conversation.delivery import Delivery, SentReply
from domain.customer.customer import Customer
from domain.deposit.deposit import Deposit
from domain.fact import Aggregate, Fact
from domain.identity import CustomerId
from domain.labels.labels import Labels
from domain.news.news import News
from domain.notebook.notebook import Notebook
from domain.order.order import Order
from domain.payment.attempt import Attempt
from domain.payment.payment import Payment
from domain.payment.refund import Refund
from domain.payment.takings import Takings
from domain.product.product import Product
from domain.staff.staff import Staff
from domain.stock.stock import Stock
from domain.subscription.subscription import Subscription
from tests.domain.pieces import KES, an_id, sealed
from tests.support.scenario import never_refuses, scenario, stays_quiet

AGGREGATES: tuple[type[Aggregate], ...] = (
    Boutique,
    Product,
    Stock,
    Staff,
    Customer,
    Conversation,
    Cart,
    Order,
    Payment,
    Deposit,
    Subscription,
    Notebook,
    Labels,
    News,
    Charges,
)
HERE = Path(__file__).parent
DOMAIN = HERE.parents[1] / "domain"
PROMISES = ("happens", "refuses", "stays_quiet")


class SomethingElse(Fact):
    """A fact of no aggregate."""

    TOPIC: ClassVar = "tests-something-else.v1"


def decisions(aggregate: type[Aggregate]) -> set[str]:
    """The public methods of an aggregate that give facts."""
    return {
        f"{aggregate.__name__}.{name}"
        for name in dir(aggregate)
        if not name.startswith("_") and getattr(aggregate, name).__class__.__name__ == "function"
        if getattr(aggregate, name).__annotations__["return"] == tuple[Fact, ...]
    }


def promised() -> Mapping[str, set[str]]:
    """Which decision each test speaks of, read from the tests themselves; groups of decisions included."""
    told: dict[str, set[str]] = {promise: set() for promise in (*PROMISES, "never_refuses")}
    for path in HERE.glob("test_*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        groups = {
            target.id: [ast.unparse(item) for item in node.value.elts]
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        loops = {
            ast.unparse(node.target): [ast.unparse(item) for item in node.iter.elts]
            for node in tree.body
            if isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple)
        }
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            promise = ast.unparse(call.func)
            if promise in told:
                for argument in call.args:
                    name = ast.unparse(argument).lstrip("*")
                    told[promise].update(groups.get(name) or loops.get(name) or [name])
    return told


@pytest.mark.parametrize("aggregate", AGGREGATES)
def test_each_decision_is_shown_to_happen_to_refuse_and_to_stay_quiet(aggregate: type[Aggregate]) -> None:
    told = promised()
    told["refuses"] |= told["never_refuses"]
    for promise in PROMISES:
        assert decisions(aggregate) - told[promise] == set(), f"nobody shows that it {promise}"


def test_no_aggregate_is_left_out() -> None:
    folders = {place.parent.name for place in DOMAIN.glob("*/events.py")}
    assert {aggregate.KIND for aggregate in AGGREGATES} == folders


def test_decisions_are_found_by_what_they_give() -> None:
    names = ("open", "add_item", "change_quantity", "reprice", "discount", "remove", "empty", "check_out")
    assert decisions(Cart) == {f"Cart.{name}" for name in names}


@pytest.mark.parametrize("aggregate", AGGREGATES)
def test_a_fact_of_another_aggregate_is_a_mistake_of_the_code(aggregate: type[Aggregate]) -> None:
    with pytest.raises(TypeError, match="is no fact of"):
        aggregate().evolve(SomethingElse())


@pytest.mark.parametrize(
    "part", [Attempt(1, sealed("phone")), Takings(), Refund(1, KES(1), "torn"), SentReply()]
)
def test_a_part_of_an_aggregate_knows_its_own_facts_only(
    part: Attempt | Takings | Refund | SentReply,
) -> None:
    with pytest.raises(TypeError, match="is no"):
        part.evolve(SomethingElse())


@pytest.mark.parametrize("aggregate", AGGREGATES)
def test_an_aggregate_begins_without_a_history_and_cannot_be_changed_in_place(
    aggregate: type[Aggregate],
) -> None:
    begun = aggregate()
    assert is_dataclass(begun)
    assert aggregate.__name__.lower() == begun.KIND
    assert begun == aggregate()
    with pytest.raises(AttributeError):
        setattr(begun, fields(begun)[0].name, None)


def test_a_promise_that_its_test_does_not_keep_fails() -> None:
    @stays_quiet(Cart.remove)
    def speaks_of_something_else() -> None:
        scenario(Cart).when(lambda cart: cart.open(CustomerId(an_id("x"))))

    with pytest.raises(AssertionError, match=r"Cart\.remove never stays_quiet here"):
        speaks_of_something_else()


def test_a_decision_never_refuses_for_a_reason() -> None:
    with pytest.raises(ValueError, match="why does"):
        never_refuses(Cart.remove, because="")


def test_a_failure_ends_the_way_of_a_reply() -> None:
    assert max(Delivery) is Delivery.FAILED
