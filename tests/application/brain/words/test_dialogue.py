"""Short answers are read against the open question."""

import pytest

from application.brain.words.addresses import address_in
from application.brain.words.reader import OfflineReader
from application.understanding import Extreme, Intent, Pending, ReadingContext, Understanding
from domain.clothing import Colour
from domain.conversation.question import Question
from domain.sizes import Size

SIZES = tuple(Size.letter(letter) for letter in ("S", "M", "L"))


def _read(
    text: str, question: Question = Question.NOTHING, shown: int = 5, reply_id: str = ""
) -> Understanding:
    sizes = SIZES if question is Question.WHICH_SIZE else ()
    pending = Pending(question=question, sizes=sizes, meanings=(Intent.CANCEL_ORDER, Intent.RETURN_POLICY))
    return OfflineReader().read(text, ReadingContext(pending=pending, shown=shown, reply_id=reply_id))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("M", "M"),
        ("2", "M"),
        ("ya tatu", "L"),
        ("ya mwisho", "L"),
        ("12", "UK 12"),
        ("kubwa", "L"),
        ("nipe L", "L"),
    ],
)
def test_an_answer_to_which_size_gives_the_size(text: str, label: str) -> None:
    found = _read(text, Question.WHICH_SIZE)
    assert found.size is not None
    assert (found.intent, found.size.label) == (Intent.TELL_SIZE, label)


@pytest.mark.parametrize(
    ("text", "ordinal"), [("2", 2), ("ya pili", 2), ("namba tatu", 3), ("the last one", -1)]
)
def test_an_answer_to_which_piece_points_at_it(text: str, ordinal: int) -> None:
    found = _read(text, Question.WHICH_PIECE)
    assert (found.intent, found.selection.ordinals) == (Intent.PICK, (ordinal,))


def test_a_number_beyond_what_is_shown_picks_nothing() -> None:
    assert _read("9", Question.WHICH_PIECE, shown=3).intent is not Intent.PICK


def test_a_piece_may_be_pointed_at_by_its_colour_only_when_pieces_are_shown() -> None:
    assert _read("hiyo nyekundu").selection.colours == (Colour.RED,)
    assert _read("hiyo nyekundu", shown=0).selection.colours == ()


def test_the_cheapest_may_be_pointed_at() -> None:
    assert _read("I'll take the cheapest").selection.extreme is Extreme.CHEAPEST


@pytest.mark.parametrize("question", [q for q in Question if q.value.startswith("confirm_")])
@pytest.mark.parametrize(("text", "intent"), [("ndio", Intent.CONFIRM), ("hapana", Intent.DECLINE)])
def test_yes_and_no_answer_whatever_is_to_be_confirmed(question: Question, text: str, intent: Intent) -> None:
    found = _read(text, question)
    assert found.intent is intent
    assert found.sure


@pytest.mark.parametrize("question", [q for q in Question if q.value.startswith("confirm_")])
def test_a_misspelled_yes_confirms_nothing_for_sure(question: Question) -> None:
    assert not _read("confrim", question).sure


@pytest.mark.parametrize("text", ["ndio lakini baadaye", "ndio na uongeze moja", "yes no", "yes but later"])
def test_half_a_yes_is_asked_back(text: str) -> None:
    assert not _read(text, Question.CONFIRM_ORDER).sure


@pytest.mark.parametrize("text", ["hakuna noma", "no problem", "haina shida", "sawa asante"])
def test_a_yes_in_other_words_is_a_yes(text: str) -> None:
    found = _read(text, Question.CONFIRM_ORDER)
    assert (found.intent, found.sure) == (Intent.CONFIRM, True)


def test_a_bare_number_picks_what_is_shown_and_counts_nothing() -> None:
    found = _read("2", shown=3)
    assert (found.intent, found.selection.ordinals, found.quantity) == (Intent.PICK, (2,), None)
    assert _read("2", shown=0).intent is Intent.UNKNOWN


@pytest.mark.parametrize("text", ["yes", "ndio", "sawa", "poa", "maliza", "twende", "hiyo tu", "continue"])
def test_a_yes_to_more_or_checkout_goes_on_to_the_checkout(text: str) -> None:
    found = _read(text, Question.ADD_MORE_OR_CHECKOUT)
    assert (found.intent, found.sure) == (Intent.CHECKOUT, True)


@pytest.mark.parametrize("text", ["yess", "yes but add one more", "ndio lakini nionyeshe zingine"])
def test_half_a_yes_to_more_or_checkout_checks_nothing_out(text: str) -> None:
    found = _read(text, Question.ADD_MORE_OR_CHECKOUT)
    assert found.intent is not Intent.CHECKOUT or not found.sure


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [("add number 1", 1), ("namba 2", 2), ("weka namba mbili", 2), ("ongeza ya tatu", 3)],
)
def test_a_numbered_piece_is_no_size(text: str, ordinal: int) -> None:
    found = _read(text, Question.WHICH_SIZE)
    assert (found.intent, found.selection.ordinals, found.size) == (Intent.PICK, (ordinal,), None)


def test_a_number_that_no_piece_has_stays_an_answer_about_sizes() -> None:
    assert _read("number 2", Question.WHICH_SIZE, shown=1).size == Size.letter("M")


@pytest.mark.parametrize(
    ("text", "quantity", "size"),
    [("2 of them", 2, None), ("nipe mbili", 2, None), ("2 of them in M", 2, "M"), ("size M mbili", 2, "M")],
)
def test_how_many_is_heard_beside_the_size_or_before_it(text: str, quantity: int, size: str | None) -> None:
    found = _read(text, Question.WHICH_SIZE)
    assert (found.quantity, found.size and found.size.label) == (quantity, size)
    assert found.intent is (Intent.TELL_SIZE if size else Intent.ADD_TO_CART)


def test_how_many_of_them_is_no_number_of_a_piece() -> None:
    assert _read("2 of them").intent is Intent.ADD_TO_CART
    found = _read("2 of them", Question.ADD_MORE_OR_CHECKOUT)
    assert (found.intent, found.quantity) == (Intent.CHANGE_QUANTITY, 2)


AGAIN = [
    "jaribu tena", "try again", "retry", "rudia", "tuma sasa", "niko ready", "I am ready now",
    "nimeweka pesa", "nimetop up", "nilikosea pin", "I entered the wrong PIN", "prompt haijakuja",
    "haijafika", "mara nyingine tuma tena", "one more time", "lipa sasa",
]  # fmt: skip


@pytest.mark.parametrize("text", AGAIN)
def test_after_a_failed_prompt_everyday_words_send_it_again(text: str) -> None:
    found = _read(text, Question.PAY_AGAIN)
    assert (found.intent, found.sure) == (Intent.PAY_AGAIN, True)


@pytest.mark.parametrize(
    "text",
    ["sina pesa", "I don't have money now", "nitalipa kesho", "tuma tena baadaye", "hapana", "sina doh"],
)
def test_after_a_failed_prompt_not_now_sends_nothing(text: str) -> None:
    assert _read(text, Question.PAY_AGAIN).intent is Intent.DECLINE


@pytest.mark.parametrize("text", ["can I pay cash", "naweza lipa cash", "how do I pay", "lipa kwa till?"])
def test_who_asks_how_to_pay_is_asked_back_and_not_prompted(text: str) -> None:
    found = _read(text, Question.PAY_AGAIN)
    assert not found.sure
    assert found.runner_up is Intent.HUMAN


@pytest.mark.parametrize(
    "question", [Question.PAY_AGAIN, Question.CONFIRM_ORDER, Question.CONFIRM_PHONE, Question.NOTHING]
)
@pytest.mark.parametrize(
    "text",
    [
        "namba nyingine",
        "another number",
        "badilisha namba",
        "that's not my number",
        "jaribu na namba ya mama",
    ],
)
def test_another_number_is_asked_for_whatever_stands_open(question: Question, text: str) -> None:
    found = _read(text, question)
    assert (found.intent, found.phone, found.sure) == (Intent.GIVE_PHONE, None, True)


@pytest.mark.parametrize("question", [Question.CONFIRM_ORDER, Question.CONFIRM_ADDRESS])
@pytest.mark.parametrize("text", ["another address", "anwani nyingine", "ndio lakini badilisha address"])
def test_another_address_is_asked_for_and_is_none_itself(question: Question, text: str) -> None:
    found = _read(text, question)
    assert (found.intent, found.address, found.sure) == (Intent.GIVE_ADDRESS, None, True)


def test_a_number_inside_an_address_leaves_it_an_address() -> None:
    found = _read("deliver to Kasarani, Seasons, call 0733 555 666", Question.CONFIRM_ORDER)
    assert (found.intent, found.address) == (Intent.GIVE_ADDRESS, "Kasarani, Seasons, call 0733 555 666")


@pytest.mark.parametrize("text", ["punguza moja", "one less", "toa moja"])
def test_one_less_is_no_haggling(text: str) -> None:
    found = _read(text, Question.ADD_MORE_OR_CHECKOUT)
    assert (found.intent, found.quantity) == (Intent.REMOVE_FROM_CART, 1)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Kilimani, Yaya Centre, 3rd floor", "Kilimani, Yaya Centre, 3rd floor"),
        ("niko Ruaka, gate nyeusi", "Ruaka, gate nyeusi"),
        ("Deliver to Umoja 2, house 12", "Umoja 2, house 12"),
        ("Hapana, Thika karibu na Naivas", "Thika karibu na Naivas"),
    ],
)
def test_an_address_is_kept_without_the_words_that_lead_to_it(text: str, address: str) -> None:
    found = _read(text, Question.WHICH_ADDRESS)
    assert (found.intent, found.address) == (Intent.GIVE_ADDRESS, address)
    assert address_in(text) == address


@pytest.mark.parametrize(
    "address",
    [
        "Kariobangi South, next to the police station",
        "Hospital road, Upper Hill",
        "mtaa wa Jamhuri, karibu na duka la Mama Njeri",
        "Kenyatta National Hospital, nurses hostel",
    ],
)
def test_an_address_is_an_address_whatever_stands_beside_it(address: str) -> None:
    found = _read(address, Question.WHICH_ADDRESS)
    assert (found.intent, found.address, found.urgent) == (Intent.GIVE_ADDRESS, address, False)


def test_an_address_with_a_phone_gives_both() -> None:
    found = _read("Kilimani, Yaya Centre, call 0712345678", Question.WHICH_ADDRESS)
    assert (found.intent, found.phone) == (Intent.GIVE_ADDRESS, "+254712345678")


def test_digits_that_are_no_phone_are_asked_back() -> None:
    found = _read("07123456", Question.WHICH_PHONE)
    assert (found.intent, found.phone, found.sure) == (Intent.GIVE_PHONE, None, False)


def test_to_cancel_before_the_order_stands_is_to_say_no() -> None:
    assert _read("cancel", Question.CONFIRM_ORDER).intent is Intent.DECLINE


@pytest.mark.parametrize(
    ("text", "intent"), [("1", Intent.CANCEL_ORDER), ("the second", Intent.RETURN_POLICY)]
)
def test_a_choice_between_two_meanings_is_taken(text: str, intent: Intent) -> None:
    assert _read(text, Question.WHICH_MEANING).intent is intent


@pytest.mark.parametrize(("text", "stars"), [("5", 5), ("1", 1)])
def test_a_rating_is_read(text: str, stars: int) -> None:
    assert _read(text, Question.RATING).rating == stars


def test_stars_beyond_five_are_no_rating() -> None:
    assert _read("9", Question.RATING).rating is None


def test_a_tapped_button_needs_no_reading() -> None:
    found = _read("", reply_id="pick:2")
    assert (found.intent, found.confidence, found.selection.ordinals) == (Intent.PICK, 1.0, (2,))


def test_a_tapped_size_is_the_size() -> None:
    assert _read("", Question.WHICH_SIZE, reply_id="tell_size:M").size == Size.letter("M")


def test_a_tapped_piece_keeps_its_id() -> None:
    assert _read("", reply_id="add_to_cart:7c1e").selection.reply_id == "add_to_cart:7c1e"


def test_an_unknown_button_means_nothing() -> None:
    assert _read("yes", Question.CONFIRM_ORDER, reply_id="made_up:1").intent is Intent.UNKNOWN


@pytest.mark.parametrize("question", list(Question))
def test_a_human_is_reached_from_every_question(question: Question) -> None:
    assert _read("naomba kuongea na mtu", question).intent is Intent.HUMAN


@pytest.mark.parametrize("question", list(Question))
def test_a_claim_of_payment_is_heard_at_every_question(question: Question) -> None:
    assert _read("nimelipa", question).intent is Intent.CLAIM_PAID


def test_the_cart_is_named_and_no_size_yet() -> None:
    assert _read("put it in my cart", Question.WHICH_SIZE).intent is Intent.ADD_TO_CART
