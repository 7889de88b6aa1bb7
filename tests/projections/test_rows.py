"""What the rows of each read model say, told by facts."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from domain.boutique.events import ProfileDescribed, WhatsAppConnected, WhatsAppDisconnected
from domain.clothing import Garment
from domain.conversation.events import (
    HandedToPerson,
    HandOverReason,
    ReplyDelivered,
    ReplyFailed,
    ReplyPriced,
    ReplyRead,
    ReplySent,
    ReturnedToAgent,
    StaffReplied,
)
from domain.customer.events import (
    CustomerMet,
    CustomersMerged,
    MarketingAllowed,
    PurchasedPiece,
    PurchaseRemembered,
    PurchaseReturned,
    SizeTold,
)
from domain.deposit.events import DepositClaimed, DepositReceived, DepositSetAside
from domain.identity import BoutiqueId, ConversationId, CustomerId, MessageId, OrderId, PaymentId, ProductId
from domain.money import Money
from domain.payment.events import (
    MoneyReceived,
    MoneyRefunded,
    MoneySource,
    PaymentRequested,
    PromptAccepted,
    PromptFailed,
    PromptStarted,
    PromptUnresolved,
    RefundFailed,
    RefundRequested,
    RefundStarted,
    RefundUncertain,
)
from domain.product.events import SizeChartMeasured
from domain.sizes import Measurements, Size, SizeChart
from interfaces.postgres.database import Database, enter
from interfaces.read_models import read_models
from projections import (
    accounts,
    chats,
    customer_lists,
    customers,
    deposits,
    journal,
    message_costs,
    orders,
    payments,
    product_index,
    refunds,
    size_profiles,
)
from projections.fold import Fold
from tests.projections.history import History
from tests.projections.news import tell_owner

M, L = Size.letter("M"), Size.letter("L")


class Rows:
    """A boutique whose read models are brought up to its history whenever they are asked."""

    def __init__(self, database: Database, boutique: BoutiqueId) -> None:
        self.database, self.boutique = database, boutique
        self.history = History(boutique, seed=8)
        self._applied = 0

    def ask(self, query: Any, *values: Any, **named: Any) -> Any:
        """The answer of a query, after all facts so far."""
        new = self.history.facts[self._applied :]
        self._applied = len(self.history.facts)
        with self.database.as_follower() as conn:
            enter(conn, self.boutique)
            for model in read_models():
                model.apply(conn, self.boutique, new)
        with self.database.as_boutique(self.boutique) as conn:
            return query(self.boutique, conn, *values, **named)


@pytest.fixture
def rows(database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]) -> Rows:
    return Rows(database, two_boutiques[0])


def met(rows: Rows) -> CustomerId:
    """A customer of whom nothing more is known."""
    customer = CustomerId(rows.history.id())
    rows.history.tell("customer", customer, CustomerMet(channel="whatsapp", account="1"))
    return customer


def bought(
    rows: Rows,
    customer: CustomerId,
    size: Size,
    garment: Garment = Garment.DRESS,
    again: OrderId | None = None,
) -> OrderId:
    """She bought a piece of this size."""
    order = again or OrderId(rows.history.id())
    piece = PurchasedPiece(product=ProductId(rows.history.id()), garment=garment, size=size)
    rows.history.tell("customer", customer, PurchaseRemembered(order=order, pieces=(piece,)))
    return order


def worn(rows: Rows, customer: CustomerId) -> Sequence[tuple[Any, str, int, bool]]:
    """What her profile says."""
    found = rows.ask(size_profiles.profile, customer)
    return [(each.garment, each.size.label, each.bought, each.told) for each in found]


def requested(rows: Rows, payment: UUID) -> None:
    """An order wants money."""
    wanted = PaymentRequested(
        order=OrderId(rows.history.id()),
        customer=CustomerId(rows.history.id()),
        amount=Money.shillings(500),
        provider="daraja",
        shortcode="600000",
        is_till=False,
        reference="DK",
        paying_number=rows.history._seal(payment, "x"),
    )
    rows.history.tell("payment", payment, wanted)


def received(receipt: str | None, attempt: int = 1) -> MoneyReceived:
    """Money came."""
    return MoneyReceived(
        attempt=attempt, amount=Money.shillings(500), receipt=receipt, source=MoneySource.CALLBACK
    )


def test_the_size_bought_most_stands_first_beside_the_one_told(rows: Rows) -> None:
    her = met(rows)
    rows.history.tell("customer", her, SizeTold(garment=Garment.DRESS, size=L))
    for size in (M, L, M):
        bought(rows, her, size)
    assert worn(rows, her) == [(Garment.DRESS, "M", 2, False), (Garment.DRESS, "L", 1, True)]


def test_what_she_says_later_replaces_what_she_said(rows: Rows) -> None:
    her = met(rows)
    rows.history.tell("customer", her, SizeTold(garment=None, size=M), SizeTold(garment=None, size=L))
    assert worn(rows, her) == [(None, "L", 0, True)]


def test_a_piece_given_back_is_no_witness(rows: Rows) -> None:
    her = met(rows)
    order = bought(rows, her, M)
    assert worn(rows, her) == [(Garment.DRESS, "M", 1, False)]
    rows.history.tell("customer", her, PurchaseReturned(order=order))
    assert worn(rows, her) == []


def test_what_she_keeps_of_an_order_is_a_witness_still(rows: Rows) -> None:
    her, order = met(rows), OrderId(rows.history.id())
    product = ProductId(rows.history.id())
    kept, back = (PurchasedPiece(product=product, garment=Garment.DRESS, size=size) for size in (M, L))
    rows.history.tell("customer", her, PurchaseRemembered(order=order, pieces=(kept, back)))
    rows.history.tell("customer", her, PurchaseReturned(order=order, pieces=(back,)))
    assert worn(rows, her) == [(Garment.DRESS, "M", 1, False)]
    bought(rows, her, L)
    assert (Garment.DRESS, "L", 1, False) in worn(rows, her), "only of that order it is no witness"


def test_a_person_found_to_be_the_same_brings_her_sizes(rows: Rows) -> None:
    one, other, third = (met(rows) for _ in range(3))
    bought(rows, other, M)
    order = bought(rows, third, L)
    rows.history.tell("customer", other, CustomersMerged(other=third))
    rows.history.tell("customer", one, CustomersMerged(other=other))
    both = [(Garment.DRESS, "L", 1, False), (Garment.DRESS, "M", 1, False)]
    assert worn(rows, one) == both
    bought(rows, one, L, again=order)
    assert worn(rows, one) == both, "what was remembered again of the same order counts once"
    rows.history.tell("customer", one, PurchaseReturned(order=order))
    assert worn(rows, one) == both[1:]


def test_a_receipt_stays_with_its_payment_and_a_second_claim_is_noted(rows: Rows) -> None:
    first, second = PaymentId(rows.history.id()), PaymentId(rows.history.id())
    for payment in (first, second):
        requested(rows, payment)
        rows.history.tell("payment", payment, received("QX12"))
    assert rows.ask(payments.by_receipt, "daraja", "QX12") == first
    assert rows.ask(payments.by_receipt, "daraja", "QX13") is None
    assert rows.ask(payments.by_receipt, "paylink", "QX12") is None


def test_money_that_came_is_not_hidden_by_a_later_no(rows: Rows) -> None:
    payment = PaymentId(rows.history.id())
    requested(rows, payment)
    late = PromptFailed(attempt=1, code="1032", reason="cancelled", source=MoneySource.QUERY)
    sealed = rows.history._seal(payment, "x")
    started = PromptStarted(attempt=1, paying_number=sealed)
    accepted = PromptAccepted(attempt=1, checkout_id="ws_7", merchant_request_id="m")
    rows.history.tell("payment", payment, started, accepted, received("Q7"), late)
    assert rows.ask(payments.by_checkout, "ws_7") == payment
    assert rows.ask(payments.by_checkout, "ws_8") is None
    (row,) = rows.ask(lambda b, conn: payments.PAYMENTS.where(conn, b, "true"))
    assert [(one["attempt"], one["state"]) for one in row.attempts] == [(1, "received")]
    rows.history.tell(
        "payment", payment, RefundStarted(amount=Money.shillings(5), approved_by="o", reason="r")
    )
    (row,) = rows.ask(lambda b, conn: payments.PAYMENTS.where(conn, b, "true"))
    assert row.state == "refunding"


def test_a_refund_waits_for_a_person_and_is_followed_to_its_end(rows: Rows) -> None:
    payment = PaymentId(rows.history.id())
    requested(rows, payment)
    wished = RefundRequested(refund=1, amount=Money.shillings(5), requested_by="staff", reason="torn")
    rows.history.tell("payment", payment, received("Q7"), wished)
    (row,) = rows.ask(refunds.open_ones, 5)
    assert (row.refund, row.amount, row.requested_by) == (1, 500, "staff")
    started = RefundStarted(amount=Money.shillings(5), approved_by="owner", reason="torn", refund=1)
    lost = RefundUncertain(refund=1, reason="timed out")
    rows.history.tell("payment", payment, started, lost)
    (row,) = rows.ask(refunds.open_ones, 5)
    assert row.state == "uncertain"
    (row,) = rows.ask(refunds.of_payment, payment)
    assert (row.state, row.decided_by, row.trouble) == ("uncertain", "owner", "timed out")
    rows.history.tell("payment", payment, RefundFailed(refund=1, code="21", reason="no right to it"))
    (paid,) = rows.ask(lambda b, conn: payments.PAYMENTS.where(conn, b, "payment = %s", [payment]))
    assert paid.state == "requested"


def test_uncounted_refunds_of_the_first_release_end_the_one_that_is_open(rows: Rows) -> None:
    payment = PaymentId(rows.history.id())
    requested(rows, payment)
    for reference in ("B1", "B2"):
        began = RefundStarted(amount=Money.shillings(5), approved_by="o", reason="r")
        done = MoneyRefunded(amount=Money.shillings(5), reference=reference)
        rows.history.tell("payment", payment, began, done)
    told = [(row.refund, row.state, row.reference) for row in rows.ask(refunds.of_payment, payment)]
    assert told == [(1, "done", "B1"), (2, "done", "B2")]


def test_money_of_nobody_waits_for_the_owner_until_it_has_a_home(rows: Rows) -> None:
    deposit = rows.history.id()
    sealed = rows.history._seal(deposit, "invoice 8")
    came = DepositReceived(
        provider="mpesa",
        shortcode="600999",
        receipt="SGR8X1Y2Z3",
        amount=Money.shillings(5),
        reference=sealed,
        payer=sealed,
        paid_at=datetime(2026, 11, 23, tzinfo=UTC),
    )
    rows.history.tell("deposit", deposit, came, DepositSetAside(reason="unknown-reference"))
    (row,) = rows.ask(deposits.unallocated, 5)
    assert (row.receipt, row.amount, row.reason) == ("SGR8X1Y2Z3", 500, "unknown-reference")
    payment = PaymentId(rows.history.id())
    rows.history.tell("deposit", deposit, DepositClaimed(payment=payment))
    assert rows.ask(deposits.unallocated, 5) == []
    (row,) = rows.ask(deposits.since, "600999", datetime(2026, 11, 22, tzinfo=UTC))
    assert (row.state, row.payment) == ("claimed", payment)


def test_a_payment_is_found_by_its_reference_however_it_is_typed(rows: Rows) -> None:
    payment = PaymentId(rows.history.id())
    requested(rows, payment)
    (row,) = rows.ask(lambda b, conn: payments.PAYMENTS.where(conn, b, "true"))
    found = rows.ask(payments.by_reference, f"  {row.reference.lower()} ")
    assert found is not None
    assert found.payment == payment
    assert rows.ask(payments.by_reference, "'; DROP TABLE payments; --") is None


def test_a_payment_without_an_answer_wants_a_persons_eyes(rows: Rows) -> None:
    payment = PaymentId(rows.history.id())
    requested(rows, payment)
    rows.history.tell("payment", payment, PromptUnresolved(attempt=1))
    assert [row.payment for row in rows.ask(payments.wanting_eyes, 5)] == [payment]
    assert rows.ask(payments.unallocated, 5) == []


def test_a_chat_waits_until_it_is_answered(rows: Rows) -> None:
    rows.history.list_product()
    her = rows.history.meet_customer()
    message = rows.history.write(her, "hi")
    (chat,) = rows.ask(chats.latest, 5)
    assert (chat.waiting, chat.needs_person) == ([message], False)
    rows.history.answer(her, [message])
    (chat,) = rows.ask(chats.latest, 5)
    assert (chat.waiting, chat.last_side) == ([], "agent")


def test_a_chat_handed_over_needs_a_person_until_it_is_returned(rows: Rows) -> None:
    talk = rows.history.conversations[rows.history.meet_customer()]
    rows.history.tell("conversation", talk, HandedToPerson(reason=HandOverReason.COMPLAINT))
    assert rows.ask(chats.waiting_for_person) == 1
    (chat,) = rows.ask(chats.latest, 5, needs_person=True)
    assert chat.reason == "complaint"
    rows.history.tell("conversation", talk, ReturnedToAgent())
    assert rows.ask(chats.waiting_for_person) == 0
    assert rows.ask(chats.latest, 5, needs_person=True) == []


def test_a_chat_that_went_on_stands_once_in_the_list(rows: Rows) -> None:
    her = rows.history.meet_customer()
    rows.history.write(her, "yesterday")
    newer = rows.history.open_conversation(her)
    rows.history.write(her, "today")
    assert [chat.conversation for chat in rows.ask(chats.latest, 5)] == [newer]
    assert len(rows.ask(chats.messages, her, 10)) == 2


@pytest.mark.parametrize(
    ("order", "far"),
    [
        (["sent", "delivered", "read"], "read"),
        (["read", "sent", "delivered"], "read"),
        (["delivered", "failed"], "delivered"),
        (["failed"], "failed"),
        (["failed", "sent"], "sent"),
    ],
)
def test_a_message_never_comes_less_far_than_it_was(rows: Rows, order: list[str], far: str) -> None:
    her, reply = rows.history.meet_customer(), MessageId(uuid4())
    talk, body = rows.history.conversations[her], rows.history._seal(her, "x")
    steps: dict[str, Any] = {
        "sent": ReplySent(reply=reply, provider_id="w"),
        "delivered": ReplyDelivered(reply=reply),
        "read": ReplyRead(reply=reply),
        "failed": ReplyFailed(reply=reply, code="1", reason="gone"),
    }
    rows.history.tell("conversation", talk, StaffReplied(reply=reply, body=body))
    rows.history.tell("conversation", talk, *(steps[step] for step in order))
    (message,) = rows.ask(chats.messages, her, 5)
    assert message.delivery == far
    assert (message.failure == "gone") == (far == "failed")


def test_a_message_before_the_chat_was_opened_stops_the_read_model(rows: Rows) -> None:
    rows.history.conversations[CustomerId(UUID(int=1))] = ConversationId(rows.history.id())
    rows.history.write(CustomerId(UUID(int=1)), "hi")
    with pytest.raises(LookupError):
        rows.ask(chats.latest, 5)


def test_a_boutique_is_called_what_it_called_itself(rows: Rows) -> None:
    assert rows.ask(accounts.own) is None
    rows.history.open_shop()
    own = rows.ask(accounts.own)
    assert (own.town, own.numbers, own.open) == ("Nairobi", ["+254700000001"], True)
    account = next(
        f.fact.account for f in rows.history.facts if f.fact.__class__.__name__ == "WhatsAppConnected"
    )
    assert rows.database.boutique_of_account("whatsapp", account) == rows.boutique


def test_a_number_that_was_let_go_is_nobodys_and_may_come_back(rows: Rows) -> None:
    number = WhatsAppConnected(
        provider="meta", account=str(rows.history.id()), display_number="+254700000003"
    )
    gone = WhatsAppDisconnected(**number.model_dump())
    rows.history.open_shop()
    rows.history.tell("boutique", rows.boutique, number)
    assert len(rows.ask(accounts.own).numbers) == 2
    rows.history.tell("boutique", rows.boutique, gone)
    assert rows.ask(accounts.own).numbers == ["+254700000001"]
    assert rows.database.boutique_of_account("whatsapp", number.account) is None
    rows.history.tell("boutique", rows.boutique, number, gone, number)
    assert len(rows.ask(accounts.own).numbers) == 2
    assert rows.database.boutique_of_account("whatsapp", number.account) == rows.boutique


def test_a_boutique_is_called_as_its_profile_says_where_that_says_a_name(rows: Rows) -> None:
    rows.history.open_shop()
    told = {"street": "", "hours": "", "return_policy": "", "areas": (), "languages": ("en",)}
    renamed, plain = ProfileDescribed(**told, name="Amani House"), ProfileDescribed(**told)
    rows.history.tell("boutique", rows.boutique, renamed, plain)
    own = rows.ask(accounts.own)
    assert (own.title, own.town) == ("Amani House", "Nairobi")


def test_a_chart_measured_anew_replaces_the_old_one(rows: Rows) -> None:
    product = rows.history.list_product()
    chart = SizeChart(rows=((M, Measurements(bust=88)),))
    rows.history.tell("product", product, SizeChartMeasured(chart=chart))
    row = rows.ask(product_index.pieces, [product])[product]
    assert SizeChart.model_validate(row.chart) == chart


def test_customers_are_listed_the_latest_met_first(rows: Rows) -> None:
    came = [rows.history.meet_customer() for _ in range(4)]
    rows.history.tell("customer", came[0], MarketingAllowed())
    everybody = customer_lists.AskedCustomers()
    listed = rows.ask(customer_lists.listed, everybody, 10)
    assert [row.customer for row in listed] == list(reversed(came))
    after = (listed[1].met_at, listed[1].customer)
    assert [row.customer for row in rows.ask(customer_lists.listed, everybody, 10, after)] == [
        came[1],
        came[0],
    ]
    assert rows.ask(customers.known, [came[0]])[came[0]].marketing is True


def test_the_places_of_an_order_are_found_also_for_its_money(rows: Rows) -> None:
    rows.history.list_product()
    order = rows.history.buy(rows.history.meet_customer())
    placed = rows.ask(orders.one, order)
    streams = {place.stream for place in rows.ask(journal.of_order, order)}
    assert any(str(placed.payment) in stream for stream in streams)
    assert rows.ask(journal.of_order, OrderId(uuid4())) == []


def test_a_kind_of_fact_is_taken_by_one_function_only() -> None:
    fold = Fold[Any]()
    fold.on(ReplySent)(lambda *_: None)
    with pytest.raises(TypeError, match="taken in twice"):
        fold.on(ReplySent)(lambda *_: None)


def priced(rows: Rows, category: str, billing: str, *news: type[ReplyDelivered | ReplyRead]) -> None:
    """A reply that is billed so, and how far it came."""
    her = next(iter(rows.history.conversations), None) or rows.history.meet_customer()
    talk, reply = rows.history.conversations[her], MessageId(rows.history.id())
    said = StaffReplied(reply=reply, body=rows.history._seal(her, "x"))
    told = ReplyPriced(reply=reply, account="1063", category=category, billing=billing)
    rows.history.tell("conversation", talk, said, told, *(kind(reply=reply) for kind in news))


def test_only_what_was_delivered_costs_and_the_first_thousand_service_messages_are_free(rows: Rows) -> None:
    for _ in range(1_002):
        priced(rows, "service", "regular", ReplyDelivered)
    priced(rows, "service", "free_entry_point", ReplyDelivered)
    priced(rows, "service", "regular")
    priced(rows, "utility", "regular", ReplyRead, ReplyDelivered)
    priced(rows, "marketing", "regular", ReplyDelivered)

    months = rows.ask(message_costs.months)

    assert [(month.category, month.delivered, month.billed, month.cost) for month in months] == [
        ("marketing", 1, 1, None),
        ("service", 1_003, 1_002, 8_000),
        ("utility", 1, 1, 4_000),
    ]
    assert {(month.account, month.month.day) for month in months} == {("1063", 1)}


def test_a_price_that_comes_after_the_delivery_counts_too_and_no_other_boutique_pays_it(
    rows: Rows, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    her, reply = rows.history.meet_customer(), MessageId(uuid4())
    said = StaffReplied(reply=reply, body=rows.history._seal(her, "x"))
    late = ReplyPriced(reply=reply, account="1063", category="service", billing="regular")
    talk = rows.history.conversations[her]
    rows.history.tell("conversation", talk, said, ReplyDelivered(reply=reply), late)

    assert [month.delivered for month in rows.ask(message_costs.months)] == [1]
    assert Rows(rows.database, two_boutiques[1]).ask(message_costs.months) == []


def test_news_to_the_owners_own_phone_costs_as_much_as_messages_to_customers(
    rows: Rows, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    priced(rows, "service", "regular", ReplyDelivered)
    tell_owner(rows.history.boutique, rows.history.tell)
    assert [(month.category, month.billed) for month in rows.ask(message_costs.months)] == [("service", 3)]
    assert Rows(rows.database, two_boutiques[1]).ask(message_costs.months) == []


def test_what_the_owner_wrote_on_her_own_phone_stands_in_the_chat_as_sent(rows: Rows) -> None:
    her, reply = rows.history.meet_customer(), MessageId(uuid4())
    talk, body = rows.history.conversations[her], rows.history._seal(her, "x")
    own = StaffReplied(reply=reply, body=body, provider_id="wamid.phone")
    rows.history.tell("conversation", talk, own)

    (message,) = rows.ask(chats.messages, her, 5)
    assert (message.side, message.delivery) == ("staff", "sent")
