"""Questions about one piece: answered from what the shop wrote of it; for the rest a person is offered."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from application.agent.about_pieces import about_piece
from application.agent.state import Senses, Turn
from application.agent.wording.names import fabric_names
from application.agent.wording.phrases import Phrase, texts
from application.ports.search import Piece
from application.turning import recall
from application.understanding import Topic, Understanding
from domain.clothing import Colour, Fabric, Garment
from domain.conversation.conversation import Conversation
from domain.conversation.events import HandedToPerson, PiecesShown
from domain.conversation.question import Question
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, ConversationId, MessageId, ProductId, VariantId
from domain.language import Language
from domain.product.events import Listing
from tests.application.little_shop import AMANI, BLUE, PWANI, RED, RED_M, Customer, LittleShop, intents
from tests.domain.pieces import L, M, an_id
from tests.support.memory import MemoryShelf
from tests.support.present import present

BAG = ProductId(an_id("bag"))


@pytest.fixture
def bag(little: LittleShop) -> None:
    """A bag of which the shop wrote what it is made of."""
    listing = Listing(
        title="Tote bag",
        title_sw="Mkoba",
        description="Roomy tote, fully lined, two pockets. Wipe clean.",
        garment=Garment.BAG,
        colours=(Colour.BROWN,),
        fabrics=(Fabric.LEATHER,),
    )
    little.hang(
        AMANI,
        ((BAG, listing, 4_000, ((VariantId(an_id("bag-m")), M, 2), (VariantId(an_id("bag-l")), L, 2))),),
    )


def asked(little: LittleShop) -> Question:
    return little.get(Conversation, little.log.ids(AMANI, "conversation")[-1]).question


def shown(little: LittleShop) -> list[UUID]:
    return [piece.product for piece in little.log.told(PiecesShown)[-1].pieces]


def said(phrase: Phrase, language: Language = Language.EN) -> str:
    return texts(language)[phrase][0].split("{")[0]


class TestRecorded:
    def test_the_material_is_told_as_the_shop_lists_it(self, wanjiku: Customer, bag: None) -> None:
        wanjiku.says("brown bag")
        reply = wanjiku.says("what material is it?")
        assert reply.text == "Tote bag: the shop lists it as leather."

    def test_in_swahili_it_is_told_in_swahili(self, wanjiku: Customer, bag: None) -> None:
        wanjiku.says("nataka mkoba wa kahawia")
        assert "duka limeandika kitambaa ni ngozi" in wanjiku.says("material yake ni gani?").text

    def test_what_the_description_answers_is_quoted(self, wanjiku: Customer, bag: None) -> None:
        wanjiku.says("brown bag")
        reply = wanjiku.says("does it have pockets?")
        assert "two pockets" in reply.text
        assert not reply.buttons

    def test_every_fabric_has_a_name_in_swahili(self) -> None:
        assert fabric_names(tuple(Fabric), Language.SW)


class TestNotRecorded:
    def test_what_is_not_written_is_not_guessed(
        self, little: LittleShop, wanjiku: Customer, bag: None
    ) -> None:
        wanjiku.says("brown bag")
        reply = wanjiku.says("is it original leather?")
        assert "the shop lists it as leather" in reply.text
        assert said(Phrase.PIECE_NOT_RECORDED) in reply.text
        assert intents(reply) == ["human"]
        assert not little.log.told(HandedToPerson)
        wanjiku.presses()
        assert len(little.log.told(HandedToPerson)) == 1

    def test_the_question_for_her_size_stays_open(self, little: LittleShop, wanjiku: Customer) -> None:
        wanjiku.says("red dress")
        wanjiku.says("1")
        assert said(Phrase.PIECE_NOT_RECORDED) in wanjiku.says("does it stretch?").text
        assert asked(little) is Question.WHICH_SIZE
        wanjiku.says("M")
        assert [line.variant for line in wanjiku.cart.lines] == [RED_M]

    def test_of_several_pieces_she_is_asked_which(self, wanjiku: Customer) -> None:
        wanjiku.says("dresses")
        assert wanjiku.says("does it stretch?").text == said(Phrase.WHICH_ONE_DO_YOU_MEAN)

    def test_of_nothing_in_particular_she_is_asked_which(self, wanjiku: Customer) -> None:
        assert wanjiku.says("does it stretch?").text == said(Phrase.WHICH_ONE_DO_YOU_MEAN)

    def test_a_question_without_a_topic_is_a_persons(
        self, little: LittleShop, wanjiku: Customer, bag: None, thinking_of: "ThinkingOf"
    ) -> None:
        turn = thinking_of(wanjiku, "brown bag", Understanding())
        lines = about_piece(turn, Senses(little.eye, little.shelf))["lines"]
        assert Phrase.PIECE_NOT_RECORDED in [each.phrase for each in lines]


class TestPicture:
    def test_the_picture_of_the_one_she_means_is_sent(self, little: LittleShop, wanjiku: Customer) -> None:
        wanjiku.says("dresses")
        reply = wanjiku.says("nitumie picha ya hiyo ya pili")
        assert [picture.product for picture in reply.pictures] == [BLUE]
        assert "KSh 3,200" in reply.text

    def test_a_piece_without_a_picture_is_shown_by_a_person(
        self, little: LittleShop, wanjiku: Customer, thinking_of: "ThinkingOf"
    ) -> None:
        turn = thinking_of(wanjiku, "blue dress", Understanding(topics=(Topic.PICTURE,)))
        senses = Senses(little.eye, _Pictureless(little.log))
        assert not about_piece(turn, senses)["offer"].pictures


class _Pictureless(MemoryShelf):
    def piece(self, boutique: BoutiqueId, product: ProductId) -> Piece | None:
        return replace(present(super().piece(boutique, product)), picture=None)


ThinkingOf = Callable[[Customer, str, Understanding], Turn]


@pytest.fixture
def thinking_of(little: LittleShop) -> ThinkingOf:
    """A turn after a search, with this understanding."""

    def turn_of(customer: Customer, words: str, understanding: Understanding) -> Turn:
        customer.says(words)
        talk = little.log.ids(AMANI, "conversation")[-1]
        unit = little.units.open(AMANI, Cause(Actor.CUSTOMER, customer.id, talk))
        return replace(
            recall(unit, customer.id, ConversationId(talk), MessageId(talk)), understanding=understanding
        )

    return turn_of


class TestLikeIt:
    def test_more_like_the_second_leaves_out_what_was_shown(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        wanjiku.says("dresses")
        assert said(Phrase.NOTHING_MORE) in wanjiku.says("show me more like the second one").text

    def test_more_like_a_bag_is_bags(self, little: LittleShop, wanjiku: Customer, bag: None) -> None:
        other = Listing(
            title="Clutch",
            title_sw="Kipochi",
            description="Clutch",
            garment=Garment.BAG,
            colours=(Colour.BLACK,),
        )
        wanjiku.says("brown bag")
        little.hang(
            AMANI, ((ProductId(an_id("clutch")), other, 900, ((VariantId(an_id("clutch-m")), M, 1),)),)
        )
        wanjiku.says("show me more like the first one")
        assert shown(little) == [an_id("clutch")]

    def test_this_in_another_colour_is_of_its_kind(self, little: LittleShop, wanjiku: Customer) -> None:
        wanjiku.says("red dress")
        reply = wanjiku.says("do you have this in black?")
        assert set(shown(little)) == {RED, BLUE}
        assert "colour" in reply.text

    def test_of_several_its_kind_is_what_she_looked_for(self, little: LittleShop, wanjiku: Customer) -> None:
        wanjiku.says("dresses")
        wanjiku.says("hii iko kwa blue?")
        assert shown(little) == [BLUE]

    def test_a_budget_alone_narrows_what_she_looked_for(self, little: LittleShop, wanjiku: Customer) -> None:
        wanjiku.says("dresses")
        wanjiku.says("under 3000")
        assert shown(little) == [RED]

    def test_next_door_only_its_own_is_found(self, little: LittleShop) -> None:
        next_door = Customer(little, boutique=PWANI)
        next_door.says("red dress")
        next_door.says("do you have this in black?")
        assert shown(little) == [an_id("pwani-red")]


class TestCart:
    def test_one_more_of_the_same_is_the_piece_added_last(self, wanjiku: Customer) -> None:
        wanjiku.says("red dress")
        wanjiku.says("1")
        wanjiku.taps("tell_size:M")
        wanjiku.says("add another one same size")
        assert [(line.variant, line.quantity) for line in wanjiku.cart.lines] == [(RED_M, 2)]

    def test_both_of_two_shown_are_both(self, little: LittleShop, wanjiku: Customer) -> None:
        wanjiku.says("dresses")
        wanjiku.says("both please")
        assert asked(little) in {Question.WHICH_SIZE, Question.ADD_MORE_OR_CHECKOUT}


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("pick up at the shop", "Biashara Street, Nairobi, open 9-18"),
        ("do you sell wholesale?", "wholesale"),
        ("add gift wrapping", "can't promise"),
        ("what do you know about me", "delete my data"),
    ],
)
def test_what_only_a_person_decides_is_said_and_a_person_offered(
    little: LittleShop, wanjiku: Customer, words: str, answer: str
) -> None:
    reply = wanjiku.says(words)
    assert answer in reply.text
    assert intents(reply) == ["human"]
    assert not little.log.told(HandedToPerson)
    wanjiku.says("yes")
    assert len(little.log.told(HandedToPerson)) == 1
