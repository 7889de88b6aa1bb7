"""What is no yes, no number of pieces and no address: misread, it would move money or lose a parcel."""

import pytest

from application.brain.words.addresses import address_in
from application.brain.words.order_numbers import order_number_in
from application.brain.words.reader import OfflineReader
from application.brain.words.signs import said_by_signs
from application.brain.words.verbs import acts_of, verb_of
from application.understanding import GUARDED, Intent, Pending, ReadingContext, Understanding
from domain.conversation.question import Question

PUT_OFF = (
    "sawa ntakujuza",
    "ok nitarudi",
    "ok noted, will get back",
    "will let you know",
    "let me ask my husband first",
    "poa acha nicheki doh kwanza ntarudi",
    "nitalipa nikilipwa",
    "yes but my salary comes on Friday",
)
AMONG_OTHERS = (
    "ok nimeona",
    "ok noted",
    "sawa nitakupigia",
    "ok let me check my mpesa balance",
    "alright thanks for the info",
    "ok but sina pesa saa hii",
    "usitume prompt",
    "prompt itatumwa lini",
)
HALF = ("poa kesho", "yes but", "ok wait", "haya ngoja", "yes, when it suits me", "sawa kama mtapunguza")
TO_PAY = (Question.CONFIRM_ORDER, Question.PAY_AGAIN, Question.CONFIRM_PHONE, Question.WHICH_PHONE)


def _read(text: str, question: Question = Question.NOTHING, shown: int = 0) -> Understanding:
    return OfflineReader().read(text, ReadingContext(pending=Pending(question=question), shown=shown))


@pytest.mark.parametrize("question", TO_PAY)
@pytest.mark.parametrize("text", [*PUT_OFF, *HALF])
def test_what_is_put_off_or_hedged_is_never_a_sure_yes(text: str, question: Question) -> None:
    found = _read(text, question)
    assert not (found.sure and found.intent in GUARDED | {Intent.CONFIRM})


@pytest.mark.parametrize("text", AMONG_OTHERS)
def test_a_yes_among_other_words_pays_nothing(text: str) -> None:
    found = _read(text, Question.CONFIRM_ORDER)
    assert not (found.sure and found.intent in {Intent.CONFIRM, Intent.PAY, Intent.PICK})


def test_a_prompt_that_she_forbids_is_not_sent_again() -> None:
    found = _read("usitume tena", Question.PAY_AGAIN)
    assert not (found.sure and found.intent is Intent.PAY_AGAIN)


@pytest.mark.parametrize("text", PUT_OFF)
def test_what_is_put_off_is_a_no_for_now(text: str) -> None:
    found = _read(text, Question.CONFIRM_ORDER)
    assert (found.intent, found.sure) == (Intent.DECLINE, True)


@pytest.mark.parametrize("text", ["nitarudi kesho", "ok noted, will get back", "poa kesho", "ntakucheki"])
def test_who_will_come_back_says_goodbye(text: str) -> None:
    assert _read(text).intent is Intent.GOODBYE


@pytest.mark.parametrize("question", [Question.WHICH_ADDRESS, Question.ADD_MORE_OR_CHECKOUT])
def test_a_goodbye_is_no_address_and_no_checkout(question: Question) -> None:
    found = _read("ok nitarudi", question)
    assert (found.intent, found.address) == (Intent.GOODBYE, None)


def test_a_wait_does_not_take_the_only_piece_shown() -> None:
    assert _read("ok wait", Question.WHICH_PIECE, shown=1).intent is Intent.DECLINE


def test_a_yes_takes_the_only_piece_shown_and_a_purchase_without_a_number_is_no_answer() -> None:
    assert _read("yes", Question.WHICH_PIECE, shown=1).intent is Intent.PICK
    assert _read("I want to buy 9", Question.WHICH_PIECE, shown=2).intent is Intent.ADD_TO_CART


def test_to_pay_tomorrow_is_no_checkout_today() -> None:
    assert _read("ok nitalipa kesho", Question.ADD_MORE_OR_CHECKOUT).intent is Intent.DECLINE


@pytest.mark.parametrize(
    "text",
    ["sawa nitalipa lakini subiri", "nitalipa ijumaa", "ok I will pay in the evening", "ndio nitalipa kama"],
)
def test_what_is_said_of_paying_orders_only_where_it_is_plain(text: str) -> None:
    found = _read(text, Question.CONFIRM_ORDER)
    assert not (found.sure and found.intent in {Intent.CONFIRM, Intent.PAY})


def test_a_yes_that_speaks_of_paying_is_a_yes() -> None:
    found = _read("ndiyo, tuma hilo ombi la malipo", Question.CONFIRM_ORDER)
    assert (found.intent, found.sure) == (Intent.CONFIRM, True)


def test_to_look_at_this_with_her_husband_picks_nothing() -> None:
    text = "I would like to review this with my husband before I confirm"
    assert _read(text, Question.CONFIRM_ORDER, shown=2).intent is Intent.DECLINE


@pytest.mark.parametrize("text", ["how do i pay", "nalipa aje", "can I pay now?"])
def test_a_question_about_paying_asks_for_the_order_once_more(text: str) -> None:
    assert _read(text, Question.CONFIRM_ORDER).intent is Intent.CHECKOUT


@pytest.mark.parametrize(
    "text", ["ndio", "yes, pay now", "ok I want to pay now", "tuma prompt", "\U0001f44d\U0001f3ff"]
)
def test_a_plain_yes_stays_a_yes(text: str) -> None:
    found = _read(text, Question.CONFIRM_ORDER)
    assert found.intent in {Intent.CONFIRM, Intent.PAY}
    assert found.sure


@pytest.mark.parametrize(
    "text",
    [
        "can i pay on delivery",
        "ntalipa nikipata mzigo",
        "naweza lipa ikifika?",
        "mzigo ukifika ndio nitalipa",
        "naeza lipa mkishaleta mzigo?",
        "do you do COD",
    ],
)
@pytest.mark.parametrize("question", [Question.NOTHING, Question.CONFIRM_ORDER, Question.PAY_AGAIN])
def test_payment_on_delivery_is_asked_for_and_no_payment_now(text: str, question: Question) -> None:
    assert _read(text, question).intent is Intent.PAY_ON_DELIVERY


@pytest.mark.parametrize(
    "text", ["can my friend pay for it", "mume wangu atalipa", "my husband will be paying"]
)
@pytest.mark.parametrize("question", [Question.NOTHING, Question.CONFIRM_ORDER, Question.WHICH_PHONE])
def test_somebody_elses_payment_wants_another_number(text: str, question: Question) -> None:
    found = _read(text, question)
    assert (found.intent, found.phone) == (Intent.GIVE_PHONE, None)


def test_what_her_husband_paid_is_claimed_to_be_paid() -> None:
    assert _read("mume wangu amelipa").intent is Intent.CLAIM_PAID


@pytest.mark.parametrize(
    "text",
    [
        "order yangu ni DK-7F3K9Q",
        "dk 7f3k9q",
        "oda namba 7f3k9q imefika?",
        "DK 7F3 K9Q",
        "my order number is: 7F3K9Q",
    ],
)
def test_an_order_number_is_an_order_and_no_quantity_or_money(text: str) -> None:
    found = _read(text)
    assert (found.intent, found.order_number) == (Intent.ORDER_STATUS, "DK-7F3K9Q")
    assert (found.quantity, found.money, found.size, found.phone) == (None, None, None, None)


@pytest.mark.parametrize("text", ["DK-ABCDEF", "DKABCDEF"])
def test_a_number_of_letters_alone_is_known_by_its_mark(text: str) -> None:
    assert order_number_in(text)


@pytest.mark.parametrize(
    "text", ["idk which size", "dk really", "order ya 2999sh", "order 123456", "my order please"]
)
def test_what_is_no_order_number_is_none(text: str) -> None:
    assert order_number_in(text) is None


def test_an_order_number_beside_a_phone_leaves_the_phone() -> None:
    found = _read("DK-7F3K9Q, call me on 0712 345 678")
    assert (found.order_number, found.phone) == ("DK-7F3K9Q", "+254712345678")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("change delivery address to Ngong road", "Ngong road"),
        ("badilisha address iwe Ruaka, near Quickmart", "Ruaka, near Quickmart"),
        ("nipelekee Westlands badala ya Kilimani", "Westlands"),
        ("badala ya Kilimani nipelekee Westlands", "Westlands"),
        ("change it to Ngong road please", "Ngong road"),
        ("location yangu ni Kasarani, Mwiki", "Kasarani, Mwiki"),
        ("please", "please"),
    ],
)
def test_an_address_is_kept_without_the_words_around_it(text: str, address: str) -> None:
    assert address_in(text) == address


def test_a_new_address_is_heard_though_its_place_is_unknown() -> None:
    found = _read("change delivery address to Chaka Place")
    assert (found.intent, found.address) == (Intent.GIVE_ADDRESS, "Chaka Place")


def test_to_change_the_address_alone_names_none() -> None:
    found = _read("change my delivery address")
    assert (found.intent, found.address) == (Intent.GIVE_ADDRESS, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [("\U0001f44e\U0001f44d", "no"), ("ok \U0001f44d", "ok \U0001f44d"), ("\U0001f525", "\U0001f525")],
)
def test_signs_speak_only_where_no_word_does(text: str, said: str) -> None:
    assert said_by_signs(text) == said


def test_a_yes_to_the_only_thing_offered_is_that_thing() -> None:
    pending = Pending(question=Question.WHICH_MEANING, meanings=(Intent.HUMAN,))
    read = [
        OfflineReader().read(text, ReadingContext(pending=pending)).intent for text in ("yes", "sawa", "no")
    ]
    assert read == [Intent.HUMAN, Intent.HUMAN, Intent.DECLINE]


def test_half_a_yes_to_checking_out_is_asked_back() -> None:
    found = _read("yes but", Question.ADD_MORE_OR_CHECKOUT)
    assert (found.intent, found.sure) == (Intent.CHECKOUT, False)


@pytest.mark.parametrize(
    ("word", "acts"),
    [
        ("tutalipia", ("pay",)),
        ("nililipia", ("paid",)),
        ("nikilipia", ("condition",)),
        ("nikipatia", ("condition",)),
        ("nitawajulisha", ("postpone",)),
        ("nimerudi", ()),
        ("nitapelekewa", ("delivery", "ask_you")),
        ("niliongezea", ("view",)),
        ("itakaa", ("size_advice",)),
        ("nitaenea", ("size_advice",)),
        ("nimeona", ()),
        ("nitavyovaa", None),
        ("atalipia", ("other_payer",)),
        ("alilipia", ("paid",)),
        ("ikifikia", ("on_receipt",)),
        ("mtafungua", ("hours",)),
        ("ninafika", ()),
        ("inataka", ()),
    ],
)
def test_a_verb_says_who_does_what_and_when(word: str, acts: tuple[str, ...] | None) -> None:
    verb = verb_of(word)
    assert (acts_of(verb) if verb else None) == acts
