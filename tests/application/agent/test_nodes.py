"""The nodes by themselves, for what customers seldom say: each sees a turn, proposes, and changes nothing."""

from dataclasses import replace
from typing import Protocol, TypedDict, Unpack

import pytest

from application.agent.graph import drawing, propose
from application.agent.nodes.cart_management import cart_management
from application.agent.nodes.size_recommendation import size_recommendation
from application.agent.preview import cart_after
from application.agent.routing import Node, after_checkout, after_image_analysis, by_meaning, first_node
from application.agent.selecting import chosen_pieces, line_meant, variant_of
from application.agent.small_talk import small_talk
from application.agent.state import Senses, Turn, TurnState, thinking
from application.agent.wording.phrases import Phrase
from application.commands import AddToCart, AskQuestion, EmptyCart, HandToPerson, RemoveFromCart
from application.effects import work_for
from application.ports import Found
from application.turning import recall
from application.understanding import Intent, Need, Selection, Understanding
from domain.boutique.boutique import Boutique
from domain.clothing import Garment
from domain.conversation.events import HandOverReason, NoticeKind, NoticeOwed
from domain.conversation.question import Question
from domain.fact import Actor, Cause, Recorded
from domain.identity import ConversationId, MessageId, ProductId, stream_of
from domain.sizes import Size, SizeSystem
from tests.application.little_shop import AMANI, BLUE, BLUE_M, RED, RED_M, Customer, LittleShop
from tests.domain.pieces import NOW, L, M, an_id
from tests.support.present import present


@pytest.fixture
def senses(little: LittleShop) -> Senses:
    """What a node may look through."""
    return Senses(little.eye, little.shelf)


class Understood(TypedDict, total=False):
    need: Need
    selection: Selection
    absurd_quantity: bool
    size: Size
    runner_up: Intent


class TurnOf(Protocol):
    """A turn in which she means this."""

    def __call__(
        self, intent: Intent = ..., confidence: float = ..., **parts: Unpack[Understood]
    ) -> Turn: ...


@pytest.fixture
def turn_of(little: LittleShop, wanjiku: Customer) -> TurnOf:
    """A turn in which she means this; two dresses are on her screen."""
    wanjiku.says("dresses")

    def made(intent: Intent = Intent.UNKNOWN, confidence: float = 1.0, **parts: Unpack[Understood]) -> Turn:
        talk = ConversationId(little.log.ids(AMANI, "conversation")[0])
        turn = recall(little.shop.open(AMANI, an_id("look")), wanjiku.id, talk, MessageId(an_id("reply")))
        return replace(turn, understanding=Understanding(intent=intent, confidence=confidence, **parts))

    return made


def phrases(state: TurnState) -> list[Phrase]:
    return [spoken.phrase for spoken in state["lines"]]


def test_two_readings_that_are_both_likely_are_offered(turn_of: TurnOf) -> None:
    state = small_talk(turn_of(Intent.CHECKOUT, 0.3, runner_up=Intent.SHOW_CART))
    assert phrases(state) == [Phrase.DID_YOU_MEAN]
    assert [button.id for button in state["offer"].buttons] == ["checkout", "show_cart"]
    [asked] = state["commands"]
    assert isinstance(asked, AskQuestion)
    assert (asked.question, asked.meanings) == (Question.WHICH_MEANING, ("checkout", "show_cart"))


def test_a_reading_without_a_likely_second_asks_for_other_words(turn_of: TurnOf) -> None:
    assert phrases(small_talk(turn_of(Intent.CHECKOUT, 0.3))) == [Phrase.HELP]
    assert phrases(small_talk(turn_of(Intent.HAGGLE, 0.3, runner_up=Intent.CHECKOUT))) == [Phrase.HELP]


def test_a_shop_without_a_voice_greets_as_what_it_is(turn_of: TurnOf) -> None:
    mute = replace(turn_of(Intent.GREET), boutique=Boutique())
    assert phrases(small_talk(mute)) == [Phrase.I_AM_AN_ASSISTANT]


def test_what_is_meant_but_is_nobodys_is_answered_with_help(turn_of: TurnOf) -> None:
    assert phrases(small_talk(turn_of(Intent.SEARCH))) == [Phrase.HELP]


def test_an_absurd_number_proposes_nothing(turn_of: TurnOf, senses: Senses) -> None:
    state = cart_management(thinking(turn_of(Intent.ADD_TO_CART, absurd_quantity=True)), senses)
    assert phrases(state) == [Phrase.ABSURD_QUANTITY]
    assert "commands" not in state


def test_several_pieces_without_a_size_ask_for_that_of_the_first(turn_of: TurnOf, senses: Senses) -> None:
    both = turn_of(Intent.PICK, selection=Selection(ordinals=(1, 1)))
    state = cart_management(thinking(both), senses)
    assert state["wants_size"]
    assert present(state["chosen"]).product == RED


def test_a_search_that_found_something_learns_and_says_no_more(
    turn_of: TurnOf, senses: Senses, little: LittleShop
) -> None:
    turn = turn_of(Intent.SEARCH)
    found = (Found(present(little.shelf.piece(AMANI, RED)), 1.0, None),)
    assert size_recommendation({**thinking(turn), "found": found}, senses) == {"commands": ()}


def test_the_cart_ahead_is_the_cart_that_comes(turn_of: TurnOf, senses: Senses, wanjiku: Customer) -> None:
    add = AddToCart(wanjiku.id, RED, RED_M)
    turn = turn_of()
    assert [line.variant for line in cart_after(turn, [add], senses).lines] == [RED_M]
    assert cart_after(turn, [add, RemoveFromCart(wanjiku.id, RED_M)], senses).is_empty
    assert cart_after(turn, [add, EmptyCart(wanjiku.id)], senses).is_empty
    assert cart_after(turn, [AddToCart(wanjiku.id, RED, BLUE_M)], senses).is_empty
    assert cart_after(turn, [AddToCart(wanjiku.id, ProductId(an_id("gone")), RED_M)], senses).is_empty
    assert cart_after(turn, [HandToPerson(turn.conversation_id, HandOverReason.ASKED)], senses).is_empty


class TestSelecting:
    def test_the_last_one_counts_from_the_end(self, turn_of: TurnOf, senses: Senses) -> None:
        last = turn_of(Intent.PICK, selection=Selection(ordinals=(-1,)))
        assert [piece.product for piece in chosen_pieces(last, senses)] == [BLUE]

    def test_what_is_not_on_the_screen_is_nothing(self, turn_of: TurnOf, senses: Senses) -> None:
        assert chosen_pieces(turn_of(Intent.PICK, selection=Selection(ordinals=(7,))), senses) == ()

    def test_a_tapped_piece_that_is_gone_is_nothing(self, turn_of: TurnOf, senses: Senses) -> None:
        tapped = Selection(reply_id=f"pick:{an_id('gone')}")
        assert chosen_pieces(turn_of(Intent.PICK, selection=tapped), senses) == ()

    def test_a_piece_is_known_by_its_looks_where_only_one_has_them(
        self, turn_of: TurnOf, senses: Senses
    ) -> None:
        blue = Selection(colours=("blue",))
        assert [p.product for p in chosen_pieces(turn_of(selection=blue), senses)] == [BLUE]
        dresses = Selection(garments=(Garment.DRESS,))
        assert chosen_pieces(turn_of(selection=dresses), senses) == ()
        dearest = Selection(extreme="dearest")
        assert [p.product for p in chosen_pieces(turn_of(selection=dearest), senses)] == [BLUE]

    def test_a_bare_value_matches_any_ruler(self, little: LittleShop) -> None:
        red = present(little.shelf.piece(AMANI, RED))
        assert variant_of(red, Size.letter("M")) == RED_M
        assert variant_of(red, Size(system=SizeSystem.UK, value="M")) == RED_M
        assert variant_of(red, Size.letter("XL")) is None

    def test_of_an_empty_cart_no_line_is_meant(self, turn_of: TurnOf) -> None:
        assert line_meant(turn_of(Intent.REMOVE_FROM_CART, selection=Selection(this_one=True))) is None


class TestRouting:
    @pytest.mark.parametrize(
        ("kind", "node"),
        [(NoticeKind.PROMPT_FAILED, Node.PAYMENT), (NoticeKind.ORDER_PAID, Node.CONFIRMATION)],
    )
    def test_news_go_to_who_knows_of_them(self, turn_of: TurnOf, kind: NoticeKind, node: Node) -> None:
        news = NoticeOwed(key="k", kind=kind, order=an_id("order"), detail="")
        assert first_node(thinking(replace(turn_of(), notice=news))) is node

    def test_what_is_not_sure_is_asked_back(self, turn_of: TurnOf) -> None:
        assert by_meaning(thinking(turn_of(Intent.CHECKOUT, 0.3))) is Node.RESPONSE_GENERATION

    def test_a_size_told_without_being_asked_is_only_remembered(self, turn_of: TurnOf) -> None:
        told = turn_of(Intent.TELL_SIZE, size=M)
        told = replace(told, conversation=replace(told.conversation, asked=None))
        assert by_meaning(thinking(told)) is Node.SIZE_RECOMMENDATION

    def test_nothing_seen_and_nothing_placed_goes_straight_to_the_words(self, turn_of: TurnOf) -> None:
        state = thinking(turn_of())
        assert after_image_analysis(state) is Node.RESPONSE_GENERATION
        assert after_checkout(state) is Node.RESPONSE_GENERATION

    def test_the_drawing_shows_all_eight(self) -> None:
        assert all(node.value in drawing() for node in Node)


def test_proposing_twice_proposes_the_same(turn_of: TurnOf, senses: Senses) -> None:
    """A turn is pure: the same turn gives the same words and commands, so it may be thought anew."""
    turn = turn_of(Intent.SEARCH, need=Need(garments=(Garment.DRESS,)))
    assert propose(turn, senses) == propose(turn, senses)
    assert propose(turn, senses)


def test_a_hand_over_comes_after_the_words_that_announce_it(turn_of: TurnOf, senses: Senses) -> None:
    commands = propose(turn_of(Intent.HUMAN), senses)
    assert isinstance(commands[-1], HandToPerson)


def test_work_for_a_conversation_of_nobody_is_a_fault() -> None:
    owed = NoticeOwed(key="k", kind=NoticeKind.ORDER_PAID, order=an_id("order"), detail="")
    stream = stream_of(AMANI, "conversation", an_id("talk"))
    cause = Cause(Actor.AGENT, an_id("c"), an_id("c"))
    with pytest.raises(LookupError, match="not known"):
        work_for(Recorded(stream, 1, owed, NOW, cause))


def test_her_size_of_today_counts_more_than_what_she_said_before(
    turn_of: TurnOf, senses: Senses, little: LittleShop
) -> None:
    said = turn_of(Intent.TELL_SIZE, size=L)
    state = size_recommendation({**thinking(said), "chosen": little.shelf.piece(AMANI, RED)}, senses)
    assert present(state["sizing"]).advice.size == L
