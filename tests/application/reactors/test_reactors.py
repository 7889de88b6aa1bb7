"""Reactors: one call to a neighbour, and what is made of its answer, its silence and a crash in between."""

from dataclasses import replace
from datetime import timedelta

import pytest

from application.inbound import DeliveryState
from application.outcome import DONE, Later, backoff
from application.ports import Evidence, EvidenceKind, NeighbourFailed, NeighbourUnsure, StreamMoved
from application.reactors import call_owner, send_reply, tell_owner
from application.reactors.expire_order import WHILE_A_PROMPT_RINGS
from application.reactors.query_payment import SCHEDULE
from application.reactors.weigh_evidence import MOST_QUERIES, WAIT_FOR_ANSWER
from application.work import Work, WorkKind
from domain.conversation.events import ReplyComposed, ReplyFailed, ReplySent
from domain.identity import PaymentId
from domain.money import Money
from domain.news.events import NewsComposed, NewsDelivered, NewsPriced
from domain.news.news import News
from domain.order.events import OwnerTold
from domain.order.state import OrderStatus
from domain.payment.attempt import AttemptState
from domain.payment.events import PromptStarted
from tests.application.little_shop import ACCOUNTS, AMANI, RED, Customer, LittleShop, put_off
from tests.domain.pieces import KES, NOW, an_id
from tests.support.present import present

BUSY = NeighbourFailed("meta", "131056", "too many", retryable=True)
BARRED = NeighbourFailed("meta", "131026", "no such number", retryable=False)
LOST = NeighbourUnsure("meta", "timeout", "no answer", retryable=True)


def due(little: LittleShop, kind: WorkKind) -> Work:
    """The one piece of work of this kind, taken off the table."""
    work = next(work for work in little.due if work.kind is kind)
    little.due.remove(work)
    return work


@pytest.fixture
def reply(little: LittleShop, wanjiku: Customer) -> Work:
    """A reply that stands composed and is not sent."""
    wanjiku.sends(text="hi")
    wanjiku.turn()
    return due(little, WorkKind.SEND_REPLY)


@pytest.fixture
def prompt(little: LittleShop, wanjiku: Customer) -> Work:
    """A prompt that was started and is not sent."""
    wanjiku.says("red dress")
    wanjiku.taps("pick:1")
    wanjiku.taps("tell_size:M")
    wanjiku.taps("checkout")
    wanjiku.says("Westlands, Sarit Centre")
    wanjiku.sends(text="yes", choice="confirm")
    wanjiku.turn()
    return due(little, WorkKind.PROMPT_PAYMENT)


def _moved() -> None:
    """Somebody recorded first, and somebody always will."""
    raise StreamMoved("again")


class TestSendReply:
    def test_a_reply_is_sent_once_and_known_to_be(self, little: LittleShop, reply: Work) -> None:
        begun = []
        assert little.react(reply, lambda: begun.append(1)) == DONE
        assert little.react(reply) == DONE
        assert len(little.messenger.sent) == 1
        assert begun == [1]
        assert [fact.provider_id for fact in little.log.told(ReplySent)] == ["wamid-1"]

    def test_whatsapp_being_busy_is_waited_for(self, little: LittleShop, reply: Work) -> None:
        little.messenger.troubles.append(BUSY)
        again = little.react(replace(reply, attempts=2))
        assert isinstance(again, Later)
        assert again.at == backoff(NOW, 2)
        assert not little.log.told(ReplySent, ReplyFailed)

    def test_a_number_that_cannot_be_reached_is_a_failed_reply(self, little: LittleShop, reply: Work) -> None:
        little.messenger.troubles.append(BARRED)
        assert little.react(reply) == DONE
        assert [fact.code for fact in little.log.told(ReplyFailed)] == ["131026"]

    def test_a_lost_answer_is_waited_for(self, little: LittleShop, reply: Work) -> None:
        little.messenger.troubles.append(LOST)
        again = put_off(little.react(reply))
        assert again.at == NOW + send_reply.WAIT_FOR_STATUS
        assert not little.log.told(ReplySent, ReplyFailed)

    def test_what_moved_between_sending_and_recording_it_is_no_reason_to_send_again(
        self, little: LittleShop, reply: Work
    ) -> None:
        little.log.rivals.extend([_moved] * 20)
        assert put_off(little.react(reply)).reason == send_reply.LOST
        assert len(little.messenger.sent) == 1

    def test_after_a_crash_the_status_is_waited_for_before_anything_is_sent(
        self, little: LittleShop, reply: Work
    ) -> None:
        assert isinstance(little.react(replace(reply, perhaps_done=True)), Later)
        assert little.messenger.sent == []

    def test_a_reply_lost_twice_is_never_sent_a_third_time(self, little: LittleShop, reply: Work) -> None:
        little.messenger.troubles.extend([LOST] * 5)
        little.due.append(reply)
        for _ in range(6):
            little.works(WorkKind.SEND_REPLY)
            little.clock.pass_by(send_reply.WAIT_FOR_STATUS)
        assert len(little.messenger.troubles) == 3
        assert [fact.code for fact in little.log.told(ReplyFailed)] == ["unsure"]

    def test_a_crash_in_the_second_attempt_is_the_last_one(self, little: LittleShop, reply: Work) -> None:
        again = put_off(little.react(replace(reply, perhaps_done=True, attempts=2)))
        assert little.react(replace(reply, attempts=2, last_error=again.reason)) == DONE
        assert little.messenger.sent == []
        assert [fact.code for fact in little.log.told(ReplyFailed)] == ["unsure"]

    def test_a_reply_lost_once_is_sent_once_more(self, little: LittleShop, reply: Work) -> None:
        little.messenger.troubles.append(LOST)
        little.due.append(reply)
        little.works(WorkKind.SEND_REPLY)
        assert little.messenger.sent == []
        little.clock.pass_by(send_reply.WAIT_FOR_STATUS)
        little.works(WorkKind.SEND_REPLY)
        assert len(little.messenger.sent) == 1

    def test_nothing_is_sent_for_ever(self, little: LittleShop, reply: Work) -> None:
        assert little.react(replace(reply, attempts=send_reply.MOST_SENDS)) == DONE
        assert [fact.code for fact in little.log.told(ReplyFailed)] == ["unsure"]
        assert little.messenger.sent == []

    def test_whoever_was_forgotten_is_not_written_to(
        self, little: LittleShop, wanjiku: Customer, reply: Work
    ) -> None:
        little.vault.destroy(AMANI, wanjiku.id)
        assert little.react(reply) == DONE
        assert little.messenger.sent == []
        assert [fact.code for fact in little.log.told(ReplyFailed)] == ["forgotten"]

    def test_a_reply_that_nobody_composed_is_not_sent(self, little: LittleShop, reply: Work) -> None:
        assert little.react(replace(reply, subject=an_id("stranger"))) == DONE
        assert little.messenger.sent == []

    def test_pictures_go_along(self, little: LittleShop, wanjiku: Customer) -> None:
        wanjiku.says("red dress")
        assert little.messenger.sent[-1].pictures == (b"dress red",)

    def test_a_reply_of_the_conversation_is_the_one_that_is_meant(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        wanjiku.says("hi")
        wanjiku.says("where is your shop?")
        composed = little.log.told(ReplyComposed)
        assert [sent.reply_id for sent in little.messenger.sent] == [fact.reply for fact in composed]


class TestPromptPayment:
    def test_a_phone_is_asked_once(self, little: LittleShop, wanjiku: Customer, prompt: Work) -> None:
        assert little.react(prompt) == DONE
        assert little.react(prompt) == DONE
        [asked] = little.money.asked
        assert (asked.amount, asked.phone, asked.attempt) == (KES(2_800), wanjiku.phone, 1)
        assert asked.token.endswith(f"{wanjiku.payment_id}-1")
        assert wanjiku.payment.attempts[1].state is AttemptState.PROMPTED

    def test_a_prompt_cut_short_by_a_crash_is_doubted_and_never_sent_again(
        self, little: LittleShop, wanjiku: Customer, prompt: Work
    ) -> None:
        crashed = replace(prompt, perhaps_done=True)
        assert little.react(crashed) == DONE
        assert little.react(crashed) == DONE
        assert little.react(prompt) == DONE
        assert little.money.asked == []
        assert wanjiku.payment.attempts[1].state is AttemptState.UNCERTAIN

    def test_a_lost_answer_is_doubted(self, little: LittleShop, wanjiku: Customer, prompt: Work) -> None:
        little.money.answers.append(NeighbourUnsure("mpesa", "timeout", "no answer", retryable=False))
        assert little.react(prompt) == DONE
        assert little.react(prompt) == DONE
        assert len(little.money.asked) == 1
        assert wanjiku.payment.attempts[1].state is AttemptState.UNCERTAIN

    def test_a_refusal_is_told_to_her_with_another_try(
        self, little: LittleShop, wanjiku: Customer, prompt: Work
    ) -> None:
        little.money.answers.append(NeighbourFailed("mpesa", "400.002.02", "no such till", retryable=False))
        assert little.react(prompt) == DONE
        little.works()
        assert wanjiku.payment.attempts[1].state is AttemptState.REFUSED
        assert "pay_again" in [button.id for button in wanjiku.heard[-1].buttons]

    def test_a_prompt_that_was_surely_not_sent_is_tried_again_before_she_hears_of_it(
        self, little: LittleShop, wanjiku: Customer, prompt: Work
    ) -> None:
        little.money.answers.append(NeighbourFailed("mpesa", "500.003.02", "busy", retryable=True))
        assert isinstance(little.react(prompt), Later)
        before = wanjiku.payment.attempts[1].state
        assert little.react(prompt) == DONE
        after = wanjiku.payment.attempts[1].state
        assert (before, after) == (AttemptState.SUBMITTING, AttemptState.PROMPTED)

    def test_a_number_that_is_gone_is_not_asked(
        self, little: LittleShop, wanjiku: Customer, prompt: Work
    ) -> None:
        little.vault.destroy(AMANI, wanjiku.id)
        assert little.react(prompt) == DONE
        assert little.money.asked == []
        assert wanjiku.payment.attempts[1].code == "forgotten"

    def test_an_attempt_that_was_never_started_is_nothing_to_do(
        self, little: LittleShop, prompt: Work
    ) -> None:
        assert little.react(replace(prompt, detail="7")) == DONE
        assert little.money.asked == []


def evidence(
    kind: EvidenceKind = EvidenceKind.SUCCEEDED,
    code: str = "0",
    checkout: str | None = "checkout-1",
    receipt: str | None = None,
    amount: Money | None = None,
) -> Evidence:
    return Evidence(kind, code, "as it is", checkout, "merchant-1", receipt, amount)


class TestWeighEvidence:
    @pytest.fixture
    def ringing(self, wanjiku: Customer) -> Customer:
        """A prompt rings."""
        wanjiku.has_ordered()
        return wanjiku

    def test_a_callback_that_says_paid_is_believed_when_the_query_agrees(
        self, little: LittleShop, ringing: Customer
    ) -> None:
        ringing.pays()
        assert ringing.order.status is OrderStatus.PAID
        assert ringing.order.receipt == "RCPT1"

    def test_a_callback_that_the_query_denies_is_not_believed(
        self, little: LittleShop, ringing: Customer
    ) -> None:
        little.money.truths.append(evidence(EvidenceKind.FAILED, "1032"))
        claim = evidence(receipt="FORGED", amount=KES(2_800))
        assert little.react(little.called_back(claim, ringing.payment_id)) == DONE
        assert ringing.payment.attempts[1].code == "1032"
        assert not ringing.payment.is_complete

    def test_a_query_that_does_not_know_yet_is_asked_again(
        self, little: LittleShop, ringing: Customer
    ) -> None:
        work = little.called_back(evidence(receipt="R", amount=KES(2_800)), ringing.payment_id)
        assert little.react(work) == Later(backoff(NOW, 0), "the query says pending: 4999")
        assert not ringing.payment.is_complete

    def test_a_query_that_fails_is_asked_again(self, little: LittleShop, ringing: Customer) -> None:
        little.money.truths.append(NeighbourFailed("mpesa", "500", "down", retryable=True))
        work = little.called_back(evidence(receipt="R", amount=KES(2_800)), ringing.payment_id)
        assert isinstance(little.react(work), Later)

    def test_what_no_query_confirms_is_asked_about_eight_times_and_then_left_to_a_person(
        self, little: LittleShop, ringing: Customer
    ) -> None:
        work = little.called_back(evidence(receipt="R", amount=KES(2_800)), ringing.payment_id)
        for attempts in range(MOST_QUERIES):
            little.money.truths.append(evidence(EvidenceKind.UNKNOWN, "?"))
            assert isinstance(little.react(replace(work, attempts=attempts)), Later)
        assert little.react(replace(work, attempts=MOST_QUERIES)) == DONE
        assert little.inbox.outcomes[work.key.rsplit("/", 1)[-1]] == "never confirmed"
        assert ringing.payment.attempts[1].state is AttemptState.UNRESOLVED

    def test_a_callback_names_a_prompt_whose_answer_was_lost_so_that_it_is_asked_about(
        self, little: LittleShop, wanjiku: Customer, prompt: Work
    ) -> None:
        little.react(replace(prompt, perhaps_done=True))
        little.react(little.called_back(evidence(EvidenceKind.PENDING), wanjiku.payment_id))
        attempt = wanjiku.payment.attempts[1]
        assert (attempt.state, attempt.checkout_id) == (AttemptState.PROMPTED, "checkout-1")
        little.clock.pass_by(timedelta(seconds=15))
        little.money.truths.append(evidence())
        little.works(WorkKind.QUERY_PAYMENT)
        assert wanjiku.order.status is OrderStatus.PAID

    def test_a_callback_that_says_failed_needs_no_second_witness(
        self, little: LittleShop, ringing: Customer
    ) -> None:
        work = little.called_back(evidence(EvidenceKind.FAILED, "2001"), ringing.payment_id)
        assert little.react(work) == DONE
        assert little.money.queried == []
        assert ringing.payment.attempts[1].code == "2001"

    def test_a_callback_of_another_prompt_is_put_aside(self, little: LittleShop, ringing: Customer) -> None:
        work = little.called_back(evidence(checkout="checkout-9"), ringing.payment_id)
        assert little.react(work) == DONE
        assert little.inbox.outcomes[work.key.rsplit("/", 1)[-1]] == "another prompt's callback"

    def test_a_callback_that_says_nothing_is_put_aside(self, little: LittleShop, ringing: Customer) -> None:
        work = little.called_back(evidence(EvidenceKind.UNKNOWN, "?"), ringing.payment_id)
        assert little.react(work) == DONE
        assert little.inbox.outcomes[work.key.rsplit("/", 1)[-1]] == "not understood: ?"

    def test_a_callback_about_nothing_is_put_aside(self, little: LittleShop, ringing: Customer) -> None:
        work = little.called_back(evidence(), ringing.payment_id, attempt=9)
        assert little.react(work) == DONE
        assert little.inbox.outcomes[work.key.rsplit("/", 1)[-1]] == "unknown attempt"

    def test_a_settled_callback_is_not_weighed_again(self, little: LittleShop, ringing: Customer) -> None:
        work = little.called_back(evidence(EvidenceKind.FAILED, "2001"), ringing.payment_id)
        recorded = little.react(work), len(little.log.facts)
        assert (little.react(work), len(little.log.facts)) == recorded

    def test_a_callback_before_the_answer_to_our_own_prompt_waits_for_it(
        self, little: LittleShop, wanjiku: Customer, prompt: Work
    ) -> None:
        work = little.called_back(evidence(), wanjiku.payment_id)
        assert put_off(little.react(work)).at == NOW + WAIT_FOR_ANSWER
        assert little.inbox.outcomes.get(work.key.rsplit("/", 1)[-1]) is None


class TestQueryPayment:
    @pytest.fixture
    def query(self, little: LittleShop, wanjiku: Customer) -> Work:
        """A prompt rings, and nobody called back."""
        wanjiku.has_ordered()
        return due(little, WorkKind.QUERY_PAYMENT)

    def test_nobody_asks_before_most_people_have_entered_their_pin(
        self, little: LittleShop, query: Work
    ) -> None:
        assert query.due == NOW + timedelta(seconds=15)

    @pytest.mark.parametrize("attempts", range(len(SCHEDULE)))
    def test_what_is_still_unknown_is_asked_at_growing_distance(
        self, little: LittleShop, query: Work, attempts: int
    ) -> None:
        again = put_off(little.react(replace(query, attempts=attempts)))
        assert again.at == NOW + SCHEDULE[attempts]
        assert list(SCHEDULE) == sorted(SCHEDULE)

    def test_a_query_that_fails_is_asked_again(self, little: LittleShop, query: Work) -> None:
        little.money.truths.append(NeighbourFailed("mpesa", "500", "down", retryable=True))
        assert isinstance(little.react(query), Later)

    def test_after_the_last_one_nobody_waits_any_more_and_she_is_told(
        self, little: LittleShop, wanjiku: Customer, query: Work
    ) -> None:
        assert little.react(replace(query, attempts=len(SCHEDULE))) == DONE
        little.works()
        assert wanjiku.payment.attempts[1].state is AttemptState.UNRESOLVED
        assert "pay_again" in [button.id for button in wanjiku.heard[-1].buttons]

    def test_money_found_by_a_query_settles_the_order(
        self, little: LittleShop, wanjiku: Customer, query: Work
    ) -> None:
        little.money.truths.append(evidence())
        assert little.react(query) == DONE
        assert wanjiku.order.status is OrderStatus.PAID

    def test_a_failure_found_by_a_query_is_told(
        self, little: LittleShop, wanjiku: Customer, query: Work
    ) -> None:
        little.money.truths.append(evidence(EvidenceKind.FAILED, "1"))
        assert little.react(query) == DONE
        little.works()
        assert wanjiku.payment.attempts[1].code == "1"
        assert "M-Pesa" in wanjiku.heard[-1].text

    def test_an_attempt_that_is_over_is_not_asked_about(
        self, little: LittleShop, wanjiku: Customer, query: Work
    ) -> None:
        wanjiku.pays()
        before = len(little.money.queried)
        assert little.react(query) == DONE
        assert len(little.money.queried) == before

    def test_a_doubtful_prompt_of_which_no_id_is_known_is_given_up(
        self, little: LittleShop, wanjiku: Customer, prompt: Work
    ) -> None:
        little.react(replace(prompt, perhaps_done=True))
        assert little.react(due(little, WorkKind.QUERY_PAYMENT)) == DONE
        assert little.money.queried == []
        assert wanjiku.payment.attempts[1].state is AttemptState.UNRESOLVED


class TestExpireOrder:
    @pytest.fixture
    def expiry(self, little: LittleShop, wanjiku: Customer) -> Work:
        """An order waits for its money."""
        wanjiku.has_ordered()
        return due(little, WorkKind.EXPIRE_ORDER)

    def test_before_its_time_nothing_expires(
        self, little: LittleShop, wanjiku: Customer, expiry: Work
    ) -> None:
        assert little.react(expiry) == Later(present(wanjiku.order.pay_until), "not yet")

    def test_while_a_prompt_rings_nothing_expires(
        self, little: LittleShop, wanjiku: Customer, expiry: Work
    ) -> None:
        little.clock.pass_by(timedelta(minutes=31))
        assert put_off(little.react(expiry)).at == little.clock.now() + WHILE_A_PROMPT_RINGS

    def test_an_unpaid_order_gives_its_piece_back_and_she_is_told(
        self, little: LittleShop, wanjiku: Customer, expiry: Work
    ) -> None:
        little.react(little.called_back(evidence(EvidenceKind.FAILED, "1032"), wanjiku.payment_id))
        little.clock.pass_by(timedelta(minutes=31))
        assert little.react(expiry) == DONE
        little.works(WorkKind.TURN, WorkKind.SEND_REPLY)
        assert wanjiku.order.status is OrderStatus.EXPIRED
        assert sum(s.available for s in present(little.shelf.piece(AMANI, RED)).sizes) == 5
        assert wanjiku.order.number in wanjiku.heard[-1].text

    def test_a_paid_order_does_not_expire(self, little: LittleShop, wanjiku: Customer, expiry: Work) -> None:
        wanjiku.pays()
        little.clock.pass_by(timedelta(hours=1))
        assert little.react(expiry) == DONE
        assert wanjiku.order.status is OrderStatus.PAID


class TestTellOwner:
    @pytest.fixture
    def news(self, little: LittleShop, wanjiku: Customer) -> Work:
        """A paid order of which the owner has not heard."""
        wanjiku.has_ordered()
        checkout = wanjiku.payment.attempts[1].checkout_id
        little.money.truths.append(evidence(checkout=checkout))
        little.react(due(little, WorkKind.QUERY_PAYMENT))
        return due(little, WorkKind.TELL_OWNER)

    def test_she_is_told_once(self, little: LittleShop, wanjiku: Customer, news: Work) -> None:
        assert little.react(news) == DONE
        assert little.react(news) == DONE
        told = [sent for sent in little.messenger.sent if sent.to.phone == "+254700000001"]
        assert len(told) == 1
        assert told[0].unasked
        assert wanjiku.order.number in told[0].reply.text
        assert len(little.log.told(OwnerTold)) == 1

    @pytest.mark.parametrize("trouble", [LOST, BARRED])
    def test_a_lost_or_barred_message_is_not_repeated(
        self, little: LittleShop, news: Work, trouble: NeighbourFailed | NeighbourUnsure
    ) -> None:
        little.messenger.troubles.append(trouble)
        assert little.react(news) == DONE
        assert not little.log.told(OwnerTold)

    def test_whatsapp_being_busy_is_waited_for_but_not_for_ever(self, little: LittleShop, news: Work) -> None:
        little.messenger.troubles.append(BUSY)
        assert isinstance(little.react(news), Later)
        assert little.react(replace(news, attempts=tell_owner.MOST_TRIES)) == DONE

    @pytest.mark.parametrize("is_known", [False, True], ids=["never wrote here", "buys here herself"])
    def test_what_her_message_costs_is_booked_once_as_a_customers_is(
        self, little: LittleShop, wanjiku: Customer, news: Work, is_known: bool
    ) -> None:
        owner = Customer(little, "amina", "+254700000001")
        if is_known:
            owner.says("hi")
        little.react(news)
        told = little.messenger.sent[-1].reply_id
        priced = {"category": "utility", "billing": "regular"}
        owner.status(told, DeliveryState.SENT, **priced)
        owner.status(told, DeliveryState.DELIVERED, **priced)
        owner.status(told, DeliveryState.READ)
        account = ACCOUNTS[AMANI]
        assert little.log.told(NewsPriced) == [
            NewsPriced(account=account, category="utility", billing="regular")
        ]
        assert len(little.log.told(NewsComposed, NewsDelivered)) == 2
        assert set(little.log.ids(AMANI, News.KIND)) == {told}

    def test_after_a_crash_nothing_is_sent_twice(self, little: LittleShop, news: Work) -> None:
        sent = len(little.messenger.sent)
        assert little.react(replace(news, perhaps_done=True)) == DONE
        assert len(little.messenger.sent) == sent


class TestCallOwner:
    @pytest.fixture
    def call(self, little: LittleShop, wanjiku: Customer) -> Work:
        """She wants a person."""
        wanjiku.sends(text="let me talk to a person")
        wanjiku.turn()
        return due(little, WorkKind.CALL_OWNER)

    def test_the_owner_learns_who_waits(self, little: LittleShop, call: Work) -> None:
        assert little.react(call) == DONE
        assert "Wanjiku" in little.messenger.sent[-1].reply.text

    def test_somebody_without_a_name_is_called_a_customer(
        self, little: LittleShop, wanjiku: Customer, call: Work
    ) -> None:
        little.vault.destroy(AMANI, wanjiku.id)
        assert little.react(call) == DONE
        assert "customer" in little.messenger.sent[-1].reply.text.casefold()

    @pytest.mark.parametrize("trouble", [LOST, BARRED])
    def test_a_lost_or_barred_call_is_not_repeated(
        self, little: LittleShop, call: Work, trouble: NeighbourFailed | NeighbourUnsure
    ) -> None:
        little.messenger.troubles.append(trouble)
        assert little.react(call) == DONE
        assert little.messenger.sent == []

    def test_whatsapp_being_busy_is_waited_for_but_not_for_ever(self, little: LittleShop, call: Work) -> None:
        little.messenger.troubles.append(BUSY)
        assert isinstance(little.react(call), Later)
        assert little.react(replace(call, attempts=call_owner.MOST_TRIES)) == DONE
        assert little.react(replace(call, perhaps_done=True)) == DONE
        assert little.messenger.sent == []

    def test_an_owner_without_a_phone_is_not_called(self, little: LittleShop, call: Work) -> None:
        little.vault.destroy(AMANI, AMANI)
        assert little.react(call) == DONE
        assert little.messenger.sent == []


class TestEmbedPhoto:
    def test_a_catalogue_picture_is_seen_once_when_it_is_added(self, little: LittleShop) -> None:
        little.works(WorkKind.EMBED_PHOTO)
        assert {boutique for boutique, _, _ in little.vectors.kept} == {AMANI, an_id("pwani")}
        assert len(little.vectors.kept) == 5

    def test_a_picture_that_is_gone_or_unreadable_is_left_out(self, little: LittleShop) -> None:
        work = due(little, WorkKind.EMBED_PHOTO)
        broken = little.pictures.keep(AMANI, b"broken")
        assert little.react(replace(work, detail="gone")) == DONE
        assert little.react(replace(work, detail=broken)) == DONE
        assert little.vectors.kept == {}


def test_the_work_of_a_payment_never_touches_the_one_beside(little: LittleShop, wanjiku: Customer) -> None:
    """Two customers, one prompt each; only the one who paid has paid."""
    achieng = Customer(little, "achieng", "+254722000001")
    wanjiku.has_ordered()
    achieng.has_ordered()
    achieng.pays()
    assert achieng.order.status is OrderStatus.PAID
    assert wanjiku.order.status is OrderStatus.AWAITING_PAYMENT
    assert len(little.log.told(PromptStarted)) == 2
    assert PaymentId(wanjiku.payment_id) != achieng.payment_id
