"""The rules of a conversation: every message has one outcome, and every reply one way."""

from datetime import timedelta
from typing import TypedDict
from uuid import UUID

import pytest

from domain.clothing import Colour, Garment, Pattern
from domain.conversation.conversation import (
    NOT_UNDERSTOOD,
    Conversation,
    ConversationIsNotOpen,
    ConversationOfAnotherCustomer,
    Delivery,
    MessageIsUnknown,
    NoPhotoInMessage,
    NothingToShow,
    NothingToUnderstand,
    NoticeIsUnknown,
    PersonHasConversation,
    RanksAreUnclear,
    ReplySettlesNothing,
)
from domain.conversation.events import (
    ConversationOpened,
    HandedToPerson,
    HandOverReason,
    MessageKind,
    MessageReceived,
    MessageUnderstood,
    NoReplyNeeded,
    NothingFound,
    NoticeKind,
    NoticeOwed,
    PhotoRejected,
    PhotoSeen,
    PiecesShown,
    QuestionAsked,
    ReplyComposed,
    ReplyDelivered,
    ReplyFailed,
    ReplyPriced,
    ReplyRead,
    ReplySent,
    ReturnedToAgent,
    SizeAdvised,
    StaffReplied,
)
from domain.conversation.question import Question
from domain.conversation.screen import ShownPiece
from domain.fact import Fact
from domain.identity import ConversationId, CustomerId, MessageId, OrderId, ProductId
from domain.language import Language
from domain.refusal import Refusal
from domain.sealed import Sealed
from tests.domain.pieces import KES, NOW, M, an_id, sealed
from tests.support.scenario import Decide, Given, happens, never_refuses, refuses, scenario, stays_quiet

HELLO, PHOTO, REPLY = MessageId(an_id("hello")), MessageId(an_id("photo")), MessageId(an_id("reply"))
OPENED = ConversationOpened(
    customer=an_id("wanjiku"), channel="meta", account="1099", continues=an_id("yesterday")
)

for mark in (
    Conversation.mark_sent,
    Conversation.mark_delivered,
    Conversation.mark_priced,
    Conversation.mark_read,
    Conversation.mark_failed,
):
    never_refuses(mark, because="news of a reply comes in any order, and late news is no wrong")


def a_message(word: str = "hello", after: timedelta = timedelta(), **change: object) -> MessageReceived:
    return MessageReceived(
        **{
            "message": an_id(word),
            "provider_id": f"wamid.{word}",
            "kind": MessageKind.TEXT,
            "content": sealed(word),
            "picture": None,
            "choice": None,
            "sent_at": NOW + after,
            **change,
        }
    )


A_PHOTO = a_message("photo", kind=MessageKind.PHOTO, content=None, picture="ab" * 32)
SEEN = PhotoSeen(
    message=PHOTO,
    kind=Garment.DRESS,
    confidence=0.9,
    colours=(Colour.RED,),
    pattern=Pattern.PLAIN,
    style=None,
    occasion=None,
    model="eye-1",
)
UNREADABLE = PhotoRejected(message=PHOTO, reason="not a picture")
NOTICE = NoticeOwed(key="paid/1", kind=NoticeKind.ORDER_PAID, order=an_id("order"), detail="DK-7F3K9")


class Words(TypedDict):
    body: Sealed
    language: Language
    intent: str
    brain: str


class Meaning(TypedDict):
    messages: tuple[MessageId, ...]
    intent: str
    confidence: float
    language: Language
    brain: str
    unknown_words: tuple[Sealed, ...]


WORDS: Words = {"body": sealed("reply"), "language": Language.EN, "intent": "search", "brain": "offline"}
ANSWERED = ReplyComposed(reply=REPLY, answers=(HELLO,), **WORDS)
HANDED = HandedToPerson(reason=HandOverReason.ASKED, messages=(HELLO,))
SENT = ReplySent(reply=REPLY, provider_id="wamid.out")
DELIVERED = ReplyDelivered(reply=REPLY)
PRICED = ReplyPriced(reply=REPLY, account="1099", category="service", billing="regular")
READ = ReplyRead(reply=REPLY)
BROKEN = ReplyFailed(reply=REPLY, code="131047", reason="window closed")


def a_talk(*facts: Fact) -> Given[Conversation]:
    return scenario(Conversation).given(OPENED, *facts)


def hearing(fact: MessageReceived) -> Decide[Conversation]:
    return lambda talk: talk.receive(**dict(fact))


def meaning(*messages: MessageId, intent: str = "search") -> Meaning:
    return {
        "messages": messages,
        "intent": intent,
        "confidence": 0.8,
        "language": Language.SW,
        "brain": "offline",
        "unknown_words": (sealed("poa"),),
    }


def answering(
    *messages: MessageId, tells: tuple[str, ...] = (), reply: MessageId = REPLY
) -> Decide[Conversation]:
    return lambda talk: talk.compose(reply=reply, answers=messages, tells=tells, **WORDS)


def a_piece(rank: int, word: str = "red") -> ShownPiece:
    return ShownPiece(rank=rank, product=an_id(word), score=0.9, price=KES(2_500))


def showing(*pieces: ShownPiece) -> Decide[Conversation]:
    return lambda talk: talk.show(pieces=pieces, by="words")


def shown(*pieces: ShownPiece) -> PiecesShown:
    return PiecesShown(pieces=pieces, by="words")


ADVICE = SizeAdvised(product=an_id("red"), size=M, reason="bought")
ASKED = QuestionAsked(question=Question.WHICH_SIZE, subject="red", sizes=(M,))
SAYING: list[tuple[Decide[Conversation], Fact]] = [
    (showing(a_piece(1)), shown(a_piece(1))),
    (lambda t: t.find_nothing(("kaftan", "green")), NothingFound(wanted=("kaftan", "green"))),
    (lambda t: t.advise_size(product=ProductId(an_id("red")), size=M, reason="bought"), ADVICE),
    (lambda t: t.ask(question=Question.WHICH_SIZE, subject="red", sizes=(M,)), ASKED),
    (
        lambda t: t.owe(
            key="paid/1", kind=NoticeKind.ORDER_PAID, order=OrderId(an_id("order")), detail="DK-7F3K9"
        ),
        NOTICE,
    ),
    (
        lambda t: t.staff_reply(REPLY, sealed("reply"), NOW),
        StaffReplied(reply=REPLY, body=sealed("reply")),
    ),
]
SPEAKING = (
    Conversation.show,
    Conversation.find_nothing,
    Conversation.advise_size,
    Conversation.ask,
    Conversation.owe,
    Conversation.staff_reply,
)


def opening(word: str = "wanjiku") -> Decide[Conversation]:
    return lambda talk: talk.open(
        customer=CustomerId(an_id(word)),
        channel="meta",
        account="1099",
        continues=ConversationId(an_id("yesterday")),
    )


@happens(Conversation.open)
def test_a_window_begins_and_goes_on_from_the_one_before() -> None:
    after = scenario(Conversation).when(opening()).then(OPENED)
    assert after.customer == an_id("wanjiku")
    assert (after.unanswered, after.owed, after.question) == ((), (), Question.NOTHING)
    assert Conversation().customer is None


@refuses(Conversation.open)
def test_a_conversation_stays_with_its_customer() -> None:
    a_talk().when(opening("akinyi")).then_refused(ConversationOfAnotherCustomer)


@stays_quiet(Conversation.open)
def test_a_window_begins_once() -> None:
    scenario(Conversation).when_repeated(opening()).then_nothing()


@happens(Conversation.receive)
def test_messages_wait_for_their_outcome_in_the_order_of_coming() -> None:
    late = a_message("late", timedelta(seconds=-5))
    after = a_talk(a_message()).when(hearing(late)).then(late)
    assert after.unanswered == (a_message(), late)
    assert after.last_customer_message_at == NOW


@stays_quiet(Conversation.receive)
def test_a_message_is_received_once() -> None:
    a_talk().when_repeated(hearing(a_message())).then_nothing()


@refuses(
    Conversation.receive,
    *SPEAKING,
    Conversation.compose,
    Conversation.hand_to_person,
    Conversation.return_to_agent,
)
def test_nothing_is_said_where_nobody_writes() -> None:
    for decide in (
        hearing(a_message()),
        *(decide for decide, _ in SAYING),
        answering(HELLO),
        lambda t: t.hand_to_person(HandOverReason.ASKED),
        lambda t: t.return_to_agent(),
    ):
        scenario(Conversation).when(decide).then_refused(ConversationIsNotOpen)


def seeing(message: UUID = PHOTO) -> Decide[Conversation]:
    return lambda t: t.see_photo(**{**dict(SEEN), "message": message})


@happens(Conversation.see_photo, Conversation.reject_photo)
def test_what_the_eye_saw_is_kept() -> None:
    assert a_talk(A_PHOTO).when(seeing()).then(SEEN).photos == {PHOTO: SEEN}
    after = a_talk(A_PHOTO).when(lambda t: t.reject_photo(PHOTO, "not a picture")).then(UNREADABLE)
    assert after.photos == {PHOTO: None}


@stays_quiet(Conversation.see_photo, Conversation.reject_photo)
@pytest.mark.parametrize("before", [SEEN, UNREADABLE])
def test_the_eye_looks_once(before: Fact) -> None:
    a_talk(A_PHOTO, before).when(seeing()).then_nothing()
    a_talk(A_PHOTO, before).when(lambda t: t.reject_photo(PHOTO, "blurred")).then_nothing()


@refuses(Conversation.see_photo, Conversation.reject_photo)
def test_there_is_nothing_to_see_in_words() -> None:
    talk = a_talk(a_message())
    talk.when(seeing(HELLO)).then_refused(NoPhotoInMessage)
    talk.when(lambda t: t.reject_photo(HELLO, "blurred")).then_refused(NoPhotoInMessage)
    talk.when(seeing()).then_refused(MessageIsUnknown)


def test_a_photo_that_could_not_be_fetched_can_be_rejected() -> None:
    lost = A_PHOTO.model_copy(update={"picture": None})
    a_talk(lost).when(lambda t: t.reject_photo(PHOTO, "not a picture")).then(UNREADABLE)


@happens(Conversation.understand)
def test_what_messages_mean_is_kept_with_their_language() -> None:
    said = meaning(HELLO, PHOTO)
    decided = a_talk(a_message(), A_PHOTO).when(lambda t: t.understand(**said))
    after = decided.then(MessageUnderstood(**said))
    assert (after.language, after.last_intent, after.misunderstandings) == (Language.SW, "search", 0)


@refuses(Conversation.understand)
def test_only_messages_that_came_have_a_meaning() -> None:
    a_talk().when(lambda t: t.understand(**meaning())).then_refused(NothingToUnderstand)
    a_talk().when(lambda t: t.understand(**meaning(HELLO))).then_refused(MessageIsUnknown)


@stays_quiet(Conversation.understand)
def test_a_message_is_understood_once() -> None:
    a_talk(a_message()).when_repeated(lambda t: t.understand(**meaning(HELLO))).then_nothing()


def test_misunderstandings_are_counted_in_a_row() -> None:
    talk = a_talk(a_message(), A_PHOTO)
    missed = MessageUnderstood(**meaning(HELLO, intent=NOT_UNDERSTOOD))
    assert talk.given(missed, missed).state().misunderstandings == 2
    assert talk.given(missed, MessageUnderstood(**meaning(PHOTO))).state().misunderstandings == 0


@happens(*SPEAKING)
def test_what_the_shop_says_is_kept() -> None:
    for decide, fact in SAYING:
        a_talk(a_message()).when(decide).then(fact)


@stays_quiet(*SPEAKING)
def test_what_the_shop_says_again_is_nothing_new() -> None:
    for decide, _ in SAYING:
        a_talk(a_message()).when_repeated(decide).then_nothing()


@happens(Conversation.show)
def test_further_pieces_come_after_those_on_the_screen_and_rank_one_begins_anew() -> None:
    talk = a_talk(shown(a_piece(1), a_piece(2, "blue")))
    more = talk.when(showing(a_piece(3, "green"))).then(shown(a_piece(3, "green")))
    assert [piece.rank for piece in more.shown] == [1, 2, 3]
    anew = talk.when(showing(a_piece(1, "green"))).then(shown(a_piece(1, "green")))
    assert anew.shown == (a_piece(1, "green"),)


@refuses(Conversation.show)
@pytest.mark.parametrize(
    ("pieces", "refusal"),
    [
        ((), NothingToShow),
        ((a_piece(1), a_piece(1, "blue")), RanksAreUnclear),
        ((a_piece(2), a_piece(1)), RanksAreUnclear),
    ],
)
def test_each_piece_on_the_screen_has_its_own_number(
    pieces: tuple[ShownPiece, ...], refusal: type[Refusal]
) -> None:
    a_talk().when(showing(*pieces)).then_refused(refusal)


@stays_quiet(Conversation.ask)
def test_waiting_for_nothing_is_how_a_conversation_begins() -> None:
    a_talk().when(lambda t: t.ask(question=Question.NOTHING)).then_nothing()
    asked = a_talk(ASKED)
    assert asked.state().question is Question.WHICH_SIZE
    asked.when(lambda t: t.ask(question=Question.NOTHING)).then(QuestionAsked(question=Question.NOTHING))


@happens(Conversation.compose)
def test_a_reply_settles_messages_and_notices() -> None:
    talk = a_talk(a_message(), A_PHOTO, NOTICE)
    assert talk.state().owed == (NOTICE,)
    both = ReplyComposed(reply=REPLY, answers=(HELLO, PHOTO), tells=("paid/1",), **WORDS)
    after = talk.when(answering(HELLO, PHOTO, tells=("paid/1",))).then(both)
    assert (after.unanswered, after.owed, after.language) == ((), (), Language.EN)
    assert after.replies[REPLY].delivery is Delivery.PLANNED


@happens(Conversation.compose)
def test_a_reply_settles_only_what_is_not_settled() -> None:
    talk = a_talk(a_message(), A_PHOTO, NOTICE, NoReplyNeeded(messages=(PHOTO,), reason="sticker"))
    talk.when(answering(HELLO, PHOTO)).then(ANSWERED)


@refuses(Conversation.compose)
@pytest.mark.parametrize(
    ("messages", "tells", "refusal"),
    [
        ((an_id("never"),), (), MessageIsUnknown),
        ((HELLO,), ("never",), NoticeIsUnknown),
        ((), (), ReplySettlesNothing),
    ],
)
def test_a_reply_settles_what_came_or_is_owed(
    messages: tuple[MessageId, ...], tells: tuple[str, ...], refusal: type[Refusal]
) -> None:
    a_talk(a_message()).when(answering(*messages, tells=tells)).then_refused(refusal)


@refuses(Conversation.compose)
def test_the_agent_keeps_silent_while_a_person_answers_but_may_tell_a_notice() -> None:
    talk = a_talk(HandedToPerson(reason=HandOverReason.ASKED), a_message(), NOTICE)
    talk.when(answering(HELLO)).then_refused(PersonHasConversation)
    talk.when(answering(tells=("paid/1",))).then(
        ReplyComposed(reply=REPLY, answers=(), tells=("paid/1",), **WORDS)
    )


@stays_quiet(Conversation.compose)
def test_a_message_is_answered_once() -> None:
    talk = a_talk(a_message())
    talk.when_repeated(answering(HELLO)).then_nothing()
    talk.given(ANSWERED).when(answering(HELLO, reply=MessageId(an_id("second")))).then_nothing()
    talk.given(HANDED).when(answering(HELLO)).then_nothing()


def leaving(*messages: MessageId) -> Decide[Conversation]:
    return lambda t: t.need_no_reply(messages, "reaction")


@happens(Conversation.need_no_reply)
def test_a_message_may_want_no_answer() -> None:
    talk = a_talk(a_message(), A_PHOTO, ANSWERED)
    after = talk.when(leaving(HELLO, PHOTO)).then(NoReplyNeeded(messages=(PHOTO,), reason="reaction"))
    assert after.unanswered == ()


@refuses(Conversation.need_no_reply)
def test_a_message_that_never_came_has_no_outcome() -> None:
    a_talk().when(leaving(HELLO)).then_refused(MessageIsUnknown)


@stays_quiet(Conversation.need_no_reply)
def test_a_message_is_left_once() -> None:
    a_talk(a_message()).when_repeated(leaving(HELLO)).then_nothing()


def handing(*messages: MessageId) -> Decide[Conversation]:
    return lambda t: t.hand_to_person(HandOverReason.ASKED, messages)


@happens(Conversation.hand_to_person)
def test_a_person_takes_the_messages_and_the_question_is_off() -> None:
    after = a_talk(a_message(), ASKED).when(handing(HELLO)).then(HANDED)
    assert after.handed_over
    assert (after.unanswered, after.question) == ((), Question.NOTHING)


@happens(Conversation.hand_to_person)
def test_messages_that_come_while_a_person_answers_are_hers_too() -> None:
    more = HandedToPerson(reason=HandOverReason.ASKED, messages=(PHOTO,))
    a_talk(a_message(), HANDED, A_PHOTO).when(handing(HELLO, PHOTO)).then(more)


@refuses(Conversation.hand_to_person)
def test_a_person_takes_no_message_that_never_came() -> None:
    a_talk().when(handing(HELLO)).then_refused(MessageIsUnknown)


@stays_quiet(Conversation.hand_to_person)
def test_a_person_takes_over_once() -> None:
    a_talk(a_message()).when_repeated(handing(HELLO)).then_nothing()
    a_talk(a_message()).when_repeated(handing()).then_nothing()


@happens(Conversation.return_to_agent)
def test_the_agent_answers_again_and_starts_afresh() -> None:
    missed = MessageUnderstood(**meaning(HELLO, intent=NOT_UNDERSTOOD))
    talk = a_talk(a_message(), missed, HANDED)
    after = talk.when(lambda t: t.return_to_agent()).then(ReturnedToAgent())
    assert (after.handed_over, after.misunderstandings) == (False, 0)


@stays_quiet(Conversation.return_to_agent)
def test_the_agent_that_answers_takes_nothing_back() -> None:
    a_talk().when(lambda t: t.return_to_agent()).then_nothing()


NEWS: dict[str, tuple[Decide[Conversation], Fact]] = {
    "sent": (lambda t: t.mark_sent(REPLY, "wamid.out"), SENT),
    "delivered": (lambda t: t.mark_delivered(REPLY), DELIVERED),
    "priced": (
        lambda t: t.mark_priced(REPLY, account="1099", category="service", billing="regular"),
        PRICED,
    ),
    "read": (lambda t: t.mark_read(REPLY), READ),
    "failed": (lambda t: t.mark_failed(REPLY, "131047", "window closed"), BROKEN),
}
MARKING = (
    Conversation.mark_sent,
    Conversation.mark_delivered,
    Conversation.mark_priced,
    Conversation.mark_read,
    Conversation.mark_failed,
)


@happens(*MARKING)
def test_news_of_a_reply_takes_it_forward() -> None:
    for decide, fact in NEWS.values():
        a_talk(a_message(), ANSWERED).when(decide).then(fact)
    replied = a_talk(a_message(), ANSWERED, SENT, PRICED, DELIVERED, READ).state().replies[REPLY]
    assert replied.delivery is Delivery.READ
    assert (replied.provider_id, replied.category) == ("wamid.out", "service")


@stays_quiet(*MARKING)
def test_news_of_a_reply_is_taken_once_and_only_of_replies_that_are_known() -> None:
    for decide, _ in NEWS.values():
        a_talk(a_message(), ANSWERED).when_repeated(decide).then_nothing()
        a_talk().when(decide).then_nothing()


@stays_quiet(*MARKING)
def test_late_news_never_takes_a_reply_back() -> None:
    for before, late in (
        (DELIVERED, ("sent", "failed")),
        (READ, ("sent", "failed")),
        (PRICED, ("priced",)),
        (BROKEN, ("sent", "delivered", "read")),
    ):
        for word in late:
            a_talk(a_message(), ANSWERED, before).when(NEWS[word][0]).then_nothing()


@happens(Conversation.mark_priced)
def test_what_a_reply_costs_is_learned_even_after_it_was_read_and_only_once() -> None:
    talk = a_talk(a_message(), ANSWERED, READ)
    after = talk.when(NEWS["priced"][0]).then(PRICED)
    assert after.replies[REPLY].delivery is Delivery.READ
    older_line = ReplyDelivered(reply=REPLY, category="service")
    a_talk(a_message(), ANSWERED, older_line).when(NEWS["priced"][0]).then_nothing()


OLD_SCREEN, NEW_SCREEN = shown(a_piece(1, "red")), shown(a_piece(1, "blue"))
WHICH_PIECE = QuestionAsked(question=Question.WHICH_PIECE)
SHALL_I_CANCEL = QuestionAsked(question=Question.CONFIRM_CANCEL)


def test_an_answer_to_an_older_reply_points_at_what_stood_on_it() -> None:
    talk = a_talk(a_message(), OLD_SCREEN, WHICH_PIECE, ANSWERED, SENT, NEW_SCREEN, SHALL_I_CANCEL).state()
    said = talk.reply_called("wamid.out")
    assert said is not None
    seen = talk.seen_from(said)
    assert (seen.shown, seen.asked) == (OLD_SCREEN.pieces, WHICH_PIECE)
    assert talk.reply_called("wamid.hello") is None


def test_an_older_question_is_answered_by_nothing_that_is_said_today() -> None:
    asked_first = a_talk(a_message(), SHALL_I_CANCEL, ANSWERED, SENT)
    talk = asked_first.given(QuestionAsked(question=Question.CONFIRM_ORDER)).state()
    assert talk.seen_from(talk.replies[REPLY]).question is Question.NOTHING
    still_open = asked_first.state()
    assert still_open.seen_from(still_open.replies[REPLY]).question is Question.CONFIRM_CANCEL
