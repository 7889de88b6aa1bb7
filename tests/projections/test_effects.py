"""What is due because of a fact, and that it is written once, whatever is read again."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.effects import FIRST_QUERY_AFTER, GIVE_UP_AFTER, work_for
from application.work import Work, WorkKind
from domain.boutique.events import BrainChosen
from domain.conversation.events import (
    WINDOW_CLOSED,
    NoReplyNeeded,
    NoticeKind,
    NoticeOwed,
    NoticeWithheld,
    ReplyComposed,
    ReplyFailed,
    StaffReplied,
)
from domain.fact import Recorded
from domain.identity import BoutiqueId, CustomerId, MessageId, OrderId, subject_of
from domain.order.events import OrderPaid, OrderPlaced
from domain.payment.events import PromptAccepted, PromptStarted, PromptUncertain
from domain.product.events import ListingRewritten, PhotoAdded, ProductListed
from interfaces.postgres.database import Database, enter
from interfaces.postgres.event_store import PostgresFactLog
from interfaces.postgres.projector import Projector
from interfaces.read_models import read_models
from projections.projection import RebuildRefused
from tests.projections.history import History, lived
from tests.support.present import present

EFFECTS = next(model for model in read_models() if model.name == "effects")

CATALOGUE = PhotoAdded | ProductListed | ListingRewritten | BrainChosen
ONE_FOR_MANY = {WorkKind.TURN, WorkKind.EMBED_SHELF}
ORDER = OrderId(uuid4())
HER = CustomerId(UUID(int=7))


def _withheld(kind: NoticeKind) -> NoticeWithheld:
    return NoticeWithheld(key=f"{kind}/{ORDER}", kind=kind, order=ORDER, reason=WINDOW_CLOSED)


@pytest.fixture
def history() -> History:
    made = History(BoutiqueId(uuid4()), seed=4)
    made.list_product()
    made.meet_customer()
    return made


def only(history: History, kind: type[Any]) -> Recorded[Any]:
    """The last fact of this kind."""
    return [fact for fact in history.facts if isinstance(fact.fact, kind)][-1]


def told(history: History, kind: str, fact: Any) -> Recorded[Any]:
    """A fact of a new stream."""
    history.tell(kind, history.id(), fact)
    return history.facts[-1]


def test_a_composed_reply_is_sent_in_its_customers_lane(history: History) -> None:
    history.answer(history.customers[0], [])
    said = only(history, ReplyComposed)
    (work,) = work_for(said, HER)
    about = str(subject_of(said.originator_id))
    assert (work.kind, work.lane, work.subject, work.detail, work.due) == (
        WorkKind.SEND_REPLY,
        HER,
        said.fact.reply,
        about,
        said.at,
    )


def test_what_a_person_wrote_is_sent_as_well(history: History) -> None:
    body = only_body(history)
    said = told(history, "conversation", StaffReplied(reply=MessageId(uuid4()), body=body))
    (work,) = work_for(said, HER)
    assert (work.kind, work.key) == (WorkKind.SEND_REPLY, str(said.fact.reply))


def only_body(history: History) -> Any:
    """A sealed text."""
    return history._seal(HER, "Karibu")


def test_an_owed_notice_makes_a_turn_of_the_customer_due(history: History) -> None:
    notice = NoticeOwed(key="paid", kind=NoticeKind.ORDER_PAID, order=OrderId(uuid4()))
    (work,) = work_for(told(history, "conversation", notice), HER)
    assert (work.kind, work.key, work.lane, work.subject) == (WorkKind.TURN, str(HER), HER, HER)


@pytest.mark.parametrize(
    ("fact", "called"),
    [
        (NoReplyNeeded(messages=(), reason=WINDOW_CLOSED), WINDOW_CLOSED),
        (NoReplyNeeded(messages=(), reason="a reaction"), None),
        (_withheld(NoticeKind.ORDER_ON_ITS_WAY), f"untold:{ORDER}"),
        (_withheld(NoticeKind.ORDER_PACKED), None),
    ],
    ids=["late message", "reaction", "on its way", "packed"],
)
def test_the_owner_is_called_when_a_customer_cannot_be_written_to(
    fact: Any, called: str | None, history: History
) -> None:
    works = work_for(told(history, "conversation", fact), HER)
    assert [(work.kind, work.detail) for work in works] == ([(WorkKind.CALL_OWNER, called)] if called else [])


@pytest.mark.parametrize(("code", "again"), [(WINDOW_CLOSED, True), ("131026", False)])
def test_what_came_back_since_a_day_had_passed_is_said_again(
    code: str, again: bool, history: History
) -> None:
    failed = ReplyFailed(reply=MessageId(ORDER), code=code, reason="told")
    works = work_for(told(history, "conversation", failed), HER)
    assert [(work.kind, work.key, work.lane) for work in works] == (
        [(WorkKind.REPEAT_REPLY, str(ORDER), HER)] if again else []
    )


def test_a_reply_of_a_conversation_that_nobody_began_is_refused_loudly(history: History) -> None:
    history.answer(history.customers[0], [])
    with pytest.raises(LookupError, match="not known"):
        work_for(only(history, ReplyComposed), None)


def test_a_started_prompt_is_made_in_the_payments_lane(history: History) -> None:
    history.buy(history.customers[0])
    started = only(history, PromptStarted)
    payment = subject_of(started.originator_id)
    (work,) = work_for(started)
    assert (work.kind, work.key, work.lane) == (WorkKind.PROMPT_PAYMENT, f"{payment}/1", payment)
    assert (work.subject, work.detail) == (payment, "1")


@pytest.mark.parametrize(
    ("fact", "wait"),
    [
        (PromptAccepted(attempt=2, checkout_id="c", merchant_request_id="m"), FIRST_QUERY_AFTER),
        (PromptUncertain(attempt=2, reason="timeout"), GIVE_UP_AFTER),
    ],
)
def test_a_prompt_out_of_hand_is_asked_about_later(history: History, fact: Any, wait: timedelta) -> None:
    recorded = told(history, "payment", fact)
    (work,) = work_for(recorded)
    assert (work.kind, work.due, work.detail) == (WorkKind.QUERY_PAYMENT, recorded.at + wait, "2")


def test_a_doubtful_prompt_that_is_accepted_after_all_is_asked_about_anew(history: History) -> None:
    payment = history.id()
    history.tell("payment", payment, PromptUncertain(attempt=1, reason="timeout"))
    (doubtful,) = work_for(history.facts[-1])
    history.tell("payment", payment, PromptAccepted(attempt=1, checkout_id="c", merchant_request_id="m"))
    (accepted,) = work_for(history.facts[-1])
    assert doubtful.key != accepted.key


def test_a_placed_order_expires_when_nobody_may_pay_any_more(history: History) -> None:
    history.buy(history.customers[0])
    placed = only(history, OrderPlaced)
    (work,) = work_for(placed)
    assert (work.kind, work.due, work.lane) == (
        WorkKind.EXPIRE_ORDER,
        placed.fact.pay_until,
        placed.fact.customer,
    )


def test_the_owner_is_told_of_a_paid_order(history: History) -> None:
    while not any(isinstance(fact.fact, OrderPaid) for fact in history.facts):
        history.buy(history.customers[0])
    paid = only(history, OrderPaid)
    work, _ = work_for(paid)
    order = subject_of(paid.originator_id)
    assert (work.kind, work.subject, work.lane) == (WorkKind.TELL_OWNER, order, order)


def test_a_photo_is_looked_at_once_for_each_piece(history: History) -> None:
    photo = told(history, "product", PhotoAdded(picture="ab" * 32))
    work, _ = work_for(photo)
    product = subject_of(photo.originator_id)
    assert (work.kind, work.key, work.detail) == (WorkKind.EMBED_PHOTO, f"{product}/{'ab' * 32}", "ab" * 32)


def test_however_much_of_the_catalogue_changes_it_is_embedded_by_one_piece_of_work(history: History) -> None:
    listed = [fact for fact in history.facts if isinstance(fact.fact, CATALOGUE)]
    work = [each for fact in listed for each in work_for(fact) if each.kind is WorkKind.EMBED_SHELF]
    assert len(work) == len(listed) > 1
    assert {(each.key, each.lane, each.subject) for each in work} == {
        (f"{history.boutique}", history.boutique, history.boutique)
    }
    assert work[-1].detail == str(listed[-1].position)


def test_most_facts_make_nothing_due(history: History) -> None:
    silent = [fact for fact in history.facts if not isinstance(fact.fact, CATALOGUE)]
    assert [work_for(fact, HER) for fact in silent] == [()] * len(silent)


def test_work_that_was_done_is_not_due_again_after_a_rebuild(
    database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    mine, _ = two_boutiques
    life = lived(mine, seed=2).facts
    with database.as_follower() as conn:
        enter(conn, mine)
        EFFECTS.apply(conn, mine, life)
        conn.execute("DELETE FROM dukani.due_work WHERE boutique_id = %s", (mine,))
        EFFECTS.reset(conn, mine)
        EFFECTS.apply(conn, mine, life)
        left = conn.execute("SELECT count(*) FROM dukani.due_work WHERE boutique_id = %s", (mine,)).fetchone()
    assert left == (0,)


def test_a_rebuild_makes_no_work_due_that_was_done(
    database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    log, projector = PostgresFactLog(database), Projector(database, [EFFECTS])
    for seed, boutique in enumerate(two_boutiques):
        log.append(lived(boutique, seed).facts)
    projector.catch_up()
    assert all(due(database, boutique) > 10 for boutique in two_boutiques)
    with database.as_follower() as conn:
        conn.execute("DELETE FROM dukani.due_work WHERE boutique_id = ANY (%s)", (list(two_boutiques),))

    for boutique in two_boutiques:
        projector.rebuild("effects", boutique)
    assert projector.catch_up() > 200

    assert [due(database, boutique) for boutique in two_boutiques] == [0, 0]


def test_a_rebuild_is_refused_where_nobody_knows_what_was_done(
    database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    mine, other = two_boutiques
    log, projector = PostgresFactLog(database), Projector(database, [EFFECTS])
    for seed, boutique in enumerate(two_boutiques):
        log.append(lived(boutique, seed).facts)
    projector.catch_up()
    with database.as_follower() as conn:
        enter(conn, mine)
        conn.execute("DELETE FROM dukani.scheduled_effects WHERE boutique_id = %s", (mine,))

    with pytest.raises(RebuildRefused, match="only 0 is remembered"):
        projector.rebuild("effects", mine)

    projector.rebuild("effects", other)
    assert [lag.boutiques for lag in projector.lag() if lag.projection == "effects"] == [1]


def due(database: Database, boutique: BoutiqueId) -> int:
    """How much work a boutique has."""
    with database.as_boutique(boutique) as conn:
        (count,) = present(conn.execute("SELECT count(*) FROM dukani.due_work").fetchone())
        return int(count)


def test_work_has_one_key_for_each_kind(history: History) -> None:
    for _ in range(6):
        history.chat(history.customers[0])
        history.buy(history.customers[0])
    made: list[Work] = [work for fact in history.facts for work in work_for(fact, HER)]
    keys = [(work.kind, work.key) for work in made if work.kind not in ONE_FOR_MANY]
    assert len(keys) == len(set(keys)) > 10
