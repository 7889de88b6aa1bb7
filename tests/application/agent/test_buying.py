"""SizeRecommendation, CartManagement and Checkout: from a piece on her screen to her word for the order."""

from uuid import UUID

import pytest

from application.commands import AddVariant, PlaceOrder
from application.delivery import DeliveryAddress
from application.inbound import Place
from domain.boutique.boutique import Boutique
from domain.cart.refusals import CartIsEmpty
from domain.conversation.conversation import Conversation
from domain.conversation.events import MessageKind, SizeAdvised
from domain.conversation.question import Question
from domain.identity import ConversationId, OrderId, VariantId
from domain.language import Language
from domain.order.events import OrderPlaced
from domain.order.state import OrderStatus
from domain.sizes import Size
from domain.stock.stock import Stock
from tests.application.little_shop import (
    AMANI,
    BLUE,
    BLUE_M,
    RED,
    RED_L,
    RED_M,
    Customer,
    LittleShop,
    intents,
)
from tests.domain.pieces import KES, L


@pytest.fixture
def looking(wanjiku: Customer) -> Customer:
    """Two dresses are on her screen: red, then blue."""
    wanjiku.says("dresses")
    return wanjiku


def asked(little: LittleShop) -> Question:
    talk = little.log.ids(AMANI, "conversation")[-1]
    return little.get(Conversation, talk).question


def in_cart(customer: Customer) -> list[tuple[UUID, int]]:
    return [(line.variant, line.quantity) for line in customer.cart.lines]


class TestSizes:
    def test_without_any_witness_the_shop_says_so_and_asks(
        self, little: LittleShop, looking: Customer
    ) -> None:
        reply = looking.says("the first one")
        assert "don't know your size" in reply.text
        assert [button.id for button in reply.buttons] == ["tell_size:M", "tell_size:L"]
        assert asked(little) is Question.WHICH_SIZE

    def test_the_size_she_told_is_advised_and_comes_first(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        wanjiku.says("I wear size L")
        wanjiku.says("red dress")
        reply = wanjiku.says("will it fit me?")
        assert "L" in reply.buttons[0].title
        assert reply.buttons[0].id == "tell_size:L"
        assert [fact.reason for fact in little.log.told(SizeAdvised)] == ["told"]

    def test_her_measurements_are_held_against_the_chart(self, little: LittleShop, wanjiku: Customer) -> None:
        wanjiku.says("bust 96 waist 79 hips 104")
        wanjiku.says("red dress")
        wanjiku.says("which size should I take?")
        assert [(f.size, f.reason) for f in little.log.told(SizeAdvised)] == [(L, "measured")]

    def test_a_size_that_is_sold_out_is_said_with_what_is_left(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        little.tell(Stock, RED_M, lambda stock: stock.adjust(0, "lost"))
        wanjiku.says("I wear size M")
        wanjiku.says("red dress")
        reply = wanjiku.says("which size should I take?")
        assert "M" in reply.text
        assert [button.id for button in reply.buttons] == ["tell_size:L"]

    def test_what_she_bought_is_the_best_witness(self, little: LittleShop, wanjiku: Customer) -> None:
        wanjiku.has_paid()
        wanjiku.says("red dress")
        wanjiku.says("which size should I take?")
        assert little.log.told(SizeAdvised)[-1].reason == "bought"

    def test_of_nothing_in_particular_no_size_is_known(self, little: LittleShop, wanjiku: Customer) -> None:
        assert "size" in wanjiku.says("which size should I take?").text
        assert not little.log.told(SizeAdvised)

    def test_the_piece_that_she_points_at_is_advised_on(self, little: LittleShop, looking: Customer) -> None:
        looking.says("I wear size M")
        looking.says("what size is number 2?")
        assert [fact.product for fact in little.log.told(SizeAdvised)] == [BLUE]


class TestCart:
    def test_a_tapped_size_puts_the_piece_into_the_cart(self, looking: Customer) -> None:
        looking.says("1")
        reply = looking.taps("tell_size:M")
        assert in_cart(looking) == [(RED_M, 1)]
        assert "Total: *KSh 2,500*" in reply.text
        assert [button.id for button in reply.buttons] == ["checkout", "more"]

    def test_a_piece_in_one_size_needs_no_question(self, looking: Customer) -> None:
        looking.says("the blue one")
        assert in_cart(looking) == [(BLUE_M, 1)]

    def test_the_cheapest_is_known(self, looking: Customer) -> None:
        looking.says("the cheapest one")
        looking.taps("tell_size:M")
        assert in_cart(looking) == [(RED_M, 1)]

    def test_both_with_a_size_go_in_together(self, looking: Customer) -> None:
        looking.says("I'll take both in M")
        assert dict(in_cart(looking)) == {RED_M: 1, BLUE_M: 1}

    def test_of_several_without_a_size_the_first_is_asked_about(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        wanjiku.says("black skirt")
        wanjiku.says("red dress")
        wanjiku.says("I'll take both")
        assert asked(little) is Question.WHICH_SIZE

    def test_a_size_that_is_not_made_is_refused_with_those_that_are(self, looking: Customer) -> None:
        looking.says("1")
        reply = looking.says("XL")
        assert in_cart(looking) == []
        assert "M, L" in reply.text

    def test_who_has_just_said_her_size_is_not_told_that_it_is_unknown(self, wanjiku: Customer) -> None:
        wanjiku.says("blue dress")
        reply = wanjiku.taps("tell_size:L")
        assert "It doesn't come in L" in reply.text
        assert "don't know your size" not in reply.text

    def test_a_number_that_is_not_on_the_screen_is_asked_back(
        self, little: LittleShop, looking: Customer
    ) -> None:
        assert "Which piece" in looking.says("number 9").text
        assert asked(little) is Question.WHICH_PIECE

    def test_more_than_there_is_is_refused_with_what_there_is(self, looking: Customer) -> None:
        looking.says("1")
        looking.taps("tell_size:L")
        reply = looking.says("make it 5")
        assert "2" in reply.text
        assert in_cart(looking) == [(RED_L, 1)]

    def test_an_absurd_number_is_not_believed(self, looking: Customer) -> None:
        looking.says("the blue one")
        looking.says("make it 5000")
        assert in_cart(looking) == [(BLUE_M, 1)]

    def test_the_quantity_changes(self, looking: Customer) -> None:
        looking.says("1")
        looking.taps("tell_size:M")
        assert "KSh 5,000" in looking.says("make it 2").text
        assert in_cart(looking) == [(RED_M, 2)]

    def test_a_quantity_of_nothing_is_asked_back(self, wanjiku: Customer) -> None:
        assert "Which piece" in wanjiku.taps("change_quantity").text

    def test_another_size_takes_the_place_of_the_first(self, looking: Customer) -> None:
        looking.says("1")
        looking.taps("tell_size:M")
        looking.says("change the size to L")
        assert in_cart(looking) == [(RED_L, 1)]
        looking.says("change the size to L")
        assert in_cart(looking) == [(RED_L, 1)]

    def test_another_size_that_is_not_said_or_not_made_is_asked_for(self, looking: Customer) -> None:
        looking.says("the blue one")
        looking.says("change the size to XL")
        assert in_cart(looking) == [(BLUE_M, 1)]

    def test_another_size_of_nothing_is_asked_back(self, wanjiku: Customer) -> None:
        assert "Which piece" in wanjiku.says("change the size to L").text

    def test_the_only_piece_is_removed_and_the_cart_is_empty(self, looking: Customer) -> None:
        looking.says("the blue one")
        assert "empty" in looking.says("remove it").text
        assert in_cart(looking) == []

    def test_of_two_pieces_she_chooses_which_goes(self, looking: Customer) -> None:
        looking.says("I'll take both in M")
        reply = looking.says("remove one")
        assert [row.id for row in reply.rows] == ["remove_from_cart:1", "remove_from_cart:2"]
        looking.taps("remove_from_cart:1")
        assert len(in_cart(looking)) == 1

    def test_nothing_can_be_removed_from_an_empty_cart(self, wanjiku: Customer) -> None:
        assert "empty" in wanjiku.says("remove it").text

    def test_a_cart_is_emptied_on_her_word_only(self, looking: Customer) -> None:
        looking.says("the blue one")
        assert intents(looking.says("empty my cart")) == ["confirm", "decline"]
        looking.presses(1)
        assert in_cart(looking) == [(BLUE_M, 1)]
        looking.says("empty my cart")
        looking.presses()
        assert in_cart(looking) == []
        assert "empty" in looking.says("empty my cart").text

    def test_the_cart_is_shown_with_the_way_to_check_out(self, looking: Customer) -> None:
        looking.says("the blue one")
        reply = looking.says("show my cart")
        assert "Blue shift dress" in reply.text
        assert "checkout" in [button.id for button in reply.buttons]

    def test_yes_to_the_one_piece_on_the_screen_takes_it(self, wanjiku: Customer) -> None:
        wanjiku.says("blue dress")
        wanjiku.says("number 9")
        wanjiku.says("yes")
        assert in_cart(wanjiku) == [(BLUE_M, 1)]

    def test_no_to_which_piece_lets_her_go_on(self, wanjiku: Customer) -> None:
        wanjiku.says("number 9")
        wanjiku.says("no")
        assert in_cart(wanjiku) == []

    def test_of_several_that_need_a_size_one_is_asked_about(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        wanjiku.shows(b"skirt black", b"dress red")
        wanjiku.says("1 and 2")
        assert RED_M not in dict(in_cart(wanjiku))
        assert asked(little) is Question.WHICH_SIZE

    def test_five_sizes_and_more_are_a_list(self, little: LittleShop, wanjiku: Customer) -> None:
        for size in ("XS", "S", "XL"):
            new = AddVariant(RED, VariantId(little.new_id("variant")), Size.letter(size), 2)
            little.do(new)
        wanjiku.says("red dress")
        reply = wanjiku.says("1")
        assert len(reply.rows) == 5
        assert not reply.buttons

    def test_taking_one_of_two_out_shows_what_is_left(self, looking: Customer) -> None:
        looking.says("I'll take both in M")
        reply = looking.says("remove number 2")
        assert len(in_cart(looking)) == 1
        assert "Total" in reply.text

    def test_a_piece_gone_meanwhile_is_told(self, little: LittleShop, looking: Customer) -> None:
        little.tell(Stock, BLUE_M, lambda stock: stock.adjust(0, "stolen"))
        reply = looking.says("2")
        assert in_cart(looking) == []
        assert "all we have" in reply.text


class TestCheckout:
    @pytest.fixture
    def filled(self, wanjiku: Customer) -> Customer:
        """A red dress in M is in her cart."""
        wanjiku.says("red dress")
        wanjiku.says("1")
        wanjiku.taps("tell_size:M")
        return wanjiku

    def test_address_then_summary_then_order(self, little: LittleShop, filled: Customer) -> None:
        assert filled.taps("checkout").asks_location
        summary = filled.says("Westlands, Sarit Centre, 3rd floor")
        assert "To pay: *KSh 2,800*" in summary.text
        assert intents(summary) == ["confirm", "give_address", "give_phone"]
        assert "M-Pesa prompt" in filled.presses().text
        assert filled.order.total == KES(2_800)
        assert little.get(Stock, RED_M).available == 2

    def test_an_empty_cart_is_not_checked_out(self, wanjiku: Customer) -> None:
        assert "empty" in wanjiku.taps("checkout").text

    def test_a_place_that_no_area_names_is_asked_for_by_a_list(self, filled: Customer) -> None:
        filled.taps("checkout")
        reply = filled.says("Lodwar, opposite the stage, blue gate")
        assert [row.id for row in reply.rows] == ["give_address:Westlands", "give_address:Kasarani"]
        assert "KSh 400" in filled.taps("give_address:Kasarani").text

    def test_a_pin_on_the_map_is_an_address_whose_area_is_asked(self, filled: Customer) -> None:
        filled.taps("checkout")
        filled.sends(kind=MessageKind.LOCATION, place=Place(-1.26, 36.8, "Sarit Centre", "Westlands"))
        assert "KSh 300" in filled.hears().text
        filled.taps("give_address:other")
        filled.sends(kind=MessageKind.LOCATION, place=Place(-3.1, 35.6))
        assert filled.hears().rows

    def test_another_address_and_another_number_are_asked_for(self, filled: Customer) -> None:
        filled.taps("checkout")
        filled.says("Westlands, Sarit Centre")
        assert filled.taps("give_address:other").asks_location
        filled.says("Kasarani, Seasons, gate 4")
        assert "M-Pesa" in filled.taps("give_phone:other").text
        assert "0733 000 111" in filled.says("0733000111").text

    def test_without_a_phone_the_number_is_asked_for(self, little: LittleShop) -> None:
        hidden = Customer(little, "hidden", phone=None)
        hidden.says("blue dress")
        hidden.says("1")
        hidden.taps("checkout")
        assert "M-Pesa" in hidden.says("Westlands, Sarit Centre").text
        hidden.says("mmmh sijui")
        assert "0733 000 111" in hidden.says("0733000111").text
        hidden.presses()
        assert [asked.phone for asked in little.money.asked] == ["+254733000111"]

    def test_a_contact_card_is_a_number(self, little: LittleShop) -> None:
        hidden = Customer(little, "hidden", phone=None)
        hidden.says("blue dress")
        hidden.says("1")
        hidden.taps("checkout")
        hidden.says("Westlands, Sarit Centre")
        hidden.sends(kind=MessageKind.CONTACT, contact_phone="+254733000222")
        assert "0733 000 222" in hidden.hears().text

    def test_no_at_the_summary_orders_nothing(self, little: LittleShop, filled: Customer) -> None:
        filled.taps("checkout")
        filled.says("Westlands, Sarit Centre")
        filled.says("no")
        assert not little.log.told(OrderPlaced)
        assert in_cart(filled) == [(RED_M, 1)]

    def test_no_before_the_summary_lets_her_go_on_looking(self, filled: Customer) -> None:
        filled.says("no")
        assert in_cart(filled) == [(RED_M, 1)]

    def test_the_last_piece_sold_meanwhile_is_told_and_nothing_is_ordered(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        wanjiku.says("blue dress")
        wanjiku.says("1")
        wanjiku.taps("checkout")
        wanjiku.says("Westlands, Sarit Centre")
        little.tell(Stock, BLUE_M, lambda stock: stock.adjust(0, "sold over the counter"))
        reply = wanjiku.presses()
        assert not little.log.told(OrderPlaced)
        assert little.money.asked == []
        assert "prompt" not in reply.text

    def test_the_same_yes_twice_is_one_order(self, little: LittleShop, filled: Customer) -> None:
        filled.taps("checkout")
        filled.says("Westlands, Sarit Centre")
        pay = filled.heard[-1].buttons[0].id
        filled.sends(kind=MessageKind.CHOICE, text="Pay", choice=pay)
        filled.sends(kind=MessageKind.CHOICE, text="Pay", choice=pay)
        filled.hears()
        filled.taps(pay)
        assert len(little.log.told(OrderPlaced)) == 1
        assert len(little.money.asked) == 1
        assert filled.order.status is OrderStatus.AWAITING_PAYMENT

    def test_a_second_tap_on_pay_now_is_told_how_the_order_stands(
        self, little: LittleShop, filled: Customer
    ) -> None:
        filled.taps("checkout")
        filled.says("Westlands, Sarit Centre")
        pay = filled.heard[-1].buttons[0].id
        filled.taps(pay)
        assert filled.order.number in filled.taps(pay).text
        filled.pays()
        filled.taps(pay)
        assert len(little.log.told(OrderPlaced)) == 1
        assert len(little.money.asked) == 1

    def test_an_address_is_remembered_for_the_next_time(self, little: LittleShop, filled: Customer) -> None:
        filled.taps("checkout")
        filled.says("Westlands, Sarit Centre")
        filled.presses()
        filled.pays()
        filled.says("black skirt")
        filled.says("1")
        filled.taps("tell_size:M")
        assert "Sarit Centre" in filled.taps("checkout").text

    def test_yes_after_the_area_went_away_is_asked_anew(self, little: LittleShop, filled: Customer) -> None:
        filled.taps("checkout")
        filled.says("Kasarani, Seasons")
        little.tell(
            Boutique,
            AMANI,
            lambda shop: shop.describe(
                street="B", hours="9", return_policy="7 days", areas=shop.areas[:1], languages=(Language.EN,)
            ),
        )
        assert filled.presses().rows
        assert not little.log.told(OrderPlaced)


def test_a_cart_that_is_empty_orders_nothing(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("hi")
    placed = PlaceOrder(
        order=OrderId(little.new_id("order")),
        customer=wanjiku.id,
        conversation=ConversationId(little.log.ids(AMANI, "conversation")[0]),
        address=DeliveryAddress(words="Westlands"),
        paying_number="+254712345678",
        pay_until=little.clock.now(),
    )
    with pytest.raises(CartIsEmpty):
        little.do(placed)


class TestEverydayWords:
    """What people say in a cart, beside what the buttons say."""

    def test_a_number_in_the_middle_of_a_size_question_is_another_piece(self, wanjiku: Customer) -> None:
        wanjiku.says("dress")
        wanjiku.says("1")
        assert "Blue shift dress" in wanjiku.says("add number 2").text

    def test_how_many_is_remembered_until_the_size_is_known(self, wanjiku: Customer) -> None:
        wanjiku.says("red dress")
        wanjiku.says("1")
        assert "Which size" in wanjiku.says("2 of them").text
        assert "2 × Red wrap dress" in wanjiku.says("M").text

    def test_a_quantity_of_one_piece_is_not_that_of_the_next(self, wanjiku: Customer) -> None:
        wanjiku.says("red dress")
        wanjiku.says("1")
        wanjiku.says("2 of them")
        wanjiku.says("black skirt")
        wanjiku.says("1")
        assert "1 × Black skirt" in wanjiku.says("M").text

    def test_the_number_alone_is_that_of_the_newest_piece(self, wanjiku: Customer) -> None:
        wanjiku.says("green scarf")
        wanjiku.says("1")
        wanjiku.says("black skirt")
        wanjiku.says("1")
        wanjiku.says("M")
        assert "2 × Black skirt" in wanjiku.says("2 of them").text
        assert "3 × Black skirt" in wanjiku.says("ongeza moja").text
        assert [line.quantity for line in wanjiku.cart.lines] == [1, 3]

    def test_one_less_takes_one_and_not_all(self, wanjiku: Customer) -> None:
        wanjiku.says("green scarf")
        wanjiku.says("1")
        wanjiku.says("2 of them")
        assert "Now 1 × Green scarf" in wanjiku.says("one less").text
        assert "empty" in wanjiku.says("one less").text

    def test_a_yes_checks_out(self, wanjiku: Customer) -> None:
        wanjiku.says("green scarf")
        wanjiku.says("1")
        assert "Where shall we deliver" in wanjiku.says("yes").text

    def test_another_number_and_another_address_are_asked_for(self, wanjiku: Customer) -> None:
        wanjiku.says("green scarf")
        wanjiku.says("1")
        wanjiku.says("yes")
        wanjiku.says("Westlands, Sarit Centre")
        assert "Which M-Pesa number" in wanjiku.says("use another number").text
        assert "M-Pesa prompt to 0733 111 222" in wanjiku.says("0733111222").text
        assert "Where shall we deliver" in wanjiku.says("another address").text
        assert "Kasarani" in wanjiku.says("Kasarani, Seasons").text
