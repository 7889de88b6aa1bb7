"""Any reply of the agent can be explained by the facts of its own turn."""

from uuid import uuid4

from application.brain.words.reader import OfflineReader
from application.explaining import Reasons, reasons_for
from application.model_call import ModelCall
from application.ports import Brain
from domain.brain import BrainName, ModelUse, Purpose
from domain.conversation.conversation import Conversation
from domain.conversation.events import ReplyComposed
from domain.identity import MessageId, stream_of
from tests.application.little_shop import AMANI, RED, Customer, LittleShop
from tests.domain.pieces import an_id
from tests.support.present import present


def last_reasons(little: LittleShop) -> Reasons:
    talk = little.log.ids(AMANI, "conversation")[-1]
    reply = little.log.told(ReplyComposed)[-1].reply
    return present(reasons_for(reply, little.log.read(stream_of(AMANI, Conversation.KIND, talk))))


def test_a_search_is_explained_by_what_was_understood_and_found_in_its_own_turn(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    wanjiku.says("red dress")
    why = last_reasons(little)
    shown = present(why.shown)
    assert (present(why.understood).intent, shown.by) == ("search", "words")
    assert [piece.product for piece in shown.pieces] == [RED]
    assert shown.pieces[0].score > 0
    assert (why.photo, why.advised, why.models, why.cost_micro_usd) == (None, None, (), 0)


def test_a_photo_is_explained_by_what_was_seen_and_a_size_by_its_reason(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.shows(b"dress red")
    why = last_reasons(little)
    assert present(why.photo).kind == "dress"
    assert present(why.shown).by == "picture"
    wanjiku.says("1")
    assert present(last_reasons(little).advised).reason == "unknown"


def test_what_was_not_there_is_told(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("green kaftan")
    assert last_reasons(little).nothing_for


def test_what_the_agent_never_said_has_no_reasons(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("hi")
    assert reasons_for(MessageId(an_id("never")), little.log.facts) is None


def test_what_a_model_was_asked_and_cost_is_told(little: LittleShop, wanjiku: Customer) -> None:
    named = {"brain": BrainName.GEMINI, "purpose": Purpose.READING, "model": "flash", "prompt": "reading-1"}
    use = ModelUse(**named, outcome="answered", cost_micro_usd=40)
    little.brains.brain = Brain(little.eye, OfflineReader(), calls=[ModelCall(uuid4(), use, ("ab",), "{}")])
    wanjiku.says("red dress")
    assert (last_reasons(little).models, last_reasons(little).cost_micro_usd) == ((use,), 40)
