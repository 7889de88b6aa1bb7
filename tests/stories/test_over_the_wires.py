"""The first stories, told unchanged over the neighbours that boutiques really use, in three combinations.

Context: a story over emulators takes seconds, and there are over fifty. Decision: every run tells each of
them over one combination, as `TOLD_OVER` says, and the photo that becomes a paid order over all three; `make
wires` tells all of them over all. Consequences: a new story stands in `TOLD_OVER`, or a test fails.
"""

import inspect
from collections import Counter
from collections.abc import Iterator
from types import FunctionType, ModuleType

import pytest

from domain.channel import Channel
from domain.conversation.events import MessageKind, ModelAnswered
from domain.payment.events import PaymentRequested
from interfaces.airtel.callback import read_callback
from interfaces.twilio import reading as by_twilio
from interfaces.whatsapp import reading as by_meta
from tests.stories import (
    test_browsing,
    test_bursts,
    test_haggling,
    test_journey,
    test_orders,
    test_paying,
    test_second_order,
    test_second_thoughts,
)
from tests.support.house import AMANI, OpenHouse, id_of, open_house
from tests.support.invariants import Shop, check
from tests.support.phones import Ability, CannotCarry
from tests.support.postgres import TestServer
from tests.support.wires import AIRTEL, CANNOT_CARRY, DARAJA, PAYLINK, WIRES, Wires

TELLERS = (
    test_journey,
    test_browsing,
    test_bursts,
    test_paying,
    test_orders,
    test_second_order,
    test_second_thoughts,
    test_haggling,
)
"""Where the first stories stand. That of the last piece has no customers, so no wires."""

STORIES = {
    name: story
    for teller in TELLERS
    for name, story in vars(teller).items()
    if name.startswith("test_") and isinstance(story, FunctionType)
}
globals().update(STORIES)

EVERYWHERE = {"test_a_photo_becomes_a_paid_order_in_english"}
TOLD_OVER = {
    DARAJA: """
        test_a_photo_becomes_a_paid_order_in_swahili
        test_a_customer_without_a_phone_number_is_asked_for_the_one_she_pays_from
        test_all_that_follows_from_one_tap_shares_its_correlation
        test_words_with_occasion_and_budget_find_what_fits_them
        test_sheng_with_typos_is_understood_as_clean_words_are
        test_however_the_callback_comes_the_order_is_paid_once
        test_a_callback_with_another_amount_than_asked_pays_nothing
        test_who_says_that_she_has_paid_is_believed_by_the_money_only
        test_an_order_is_cancelled_before_it_is_paid
        test_the_shop_cancels_and_says_so
        test_who_asks_for_a_person_hears_no_machine_any_more
        test_money_that_comes_too_late_revives_the_order_while_its_pieces_are_there
        test_a_new_order_takes_the_place_of_an_unpaid_one
        test_a_change_of_what_was_done_already_is_asked_for_anew
        test_an_emoji_on_a_question_is_no_yes
        test_who_haggles_pays_the_price_that_was_agreed
    """,
    PAYLINK: """
        test_a_cart_is_changed_emptied_and_filled_again
        test_a_bare_pin_asks_which_area_that_is
        test_swahili_words_are_answered_in_swahili
        test_a_picture_that_is_no_picture_is_asked_for_again
        test_the_shop_answers_for_itself
        test_a_burst_of_five_messages_gets_one_answer
        test_an_album_gets_one_answer
        test_a_photo_and_the_words_after_it_are_one_question
        test_two_customers_at_once_are_answered_apart
        test_a_prompt_that_failed_is_told_and_tried_again_until_it_is_paid
        test_a_prompt_nobody_answers_for_is_never_sent_twice_and_told_as_unknown
        test_two_taps_on_pay_make_one_order_and_one_prompt
        test_who_wants_to_pay_for_her_cart_is_checked_out
        test_a_tap_below_an_older_question_answers_nothing_else
        test_a_paid_order_is_cancelled_by_a_person_only
        test_a_price_that_changed_behind_the_summary_is_told_before_anything_is_paid
        test_a_number_below_an_older_list_means_a_piece_of_that_list
        test_who_haggles_in_swahili_pays_the_price_that_she_named
    """,
    AIRTEL: """
        test_who_bought_before_is_advised_her_size_with_the_reason
        test_what_is_not_there_is_said_honestly
        test_the_price_is_asked_and_told
        test_another_number_may_pay
        test_a_lost_callback_is_asked_for
        test_a_message_while_the_prompt_rings_is_answered_and_disturbs_nothing
        test_who_paid_is_not_asked_again
        test_payments_of_many_at_once_meet_each_other_nowhere
        test_an_order_is_followed_to_her_door
        test_a_step_clicked_twice_is_told_once
        test_a_pin_entered_after_cancelling_loses_no_money
        test_an_unpaid_order_expires_and_its_pieces_go_back
        test_money_that_comes_too_late_for_a_piece_that_is_gone_goes_back
        test_the_last_piece_goes_to_whoever_orders_first
        test_a_failed_prompt_is_talked_about_in_everyday_swahili
        test_an_order_stands_though_her_yes_is_taken_back
        test_news_of_two_days_later_comes_by_template_or_waits_until_she_writes
    """,
}

ENDS_AT = {
    (PAYLINK, "test_a_change_of_what_was_done_already_is_asked_for_anew"): Ability.EDITS,
    (PAYLINK, "test_an_emoji_on_a_question_is_no_yes"): Ability.REACTIONS,
    (PAYLINK, "test_an_order_stands_though_her_yes_is_taken_back"): Ability.UNSENDING,
    (AIRTEL, "test_a_callback_with_another_amount_than_asked_pays_nothing"): Ability.OTHER_AMOUNTS,
}
"""The stories that need what their wires cannot carry. They are told up to there."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each story over its combination, or over all of them."""
    if "wires" in metafunc.fixturenames:
        name = metafunc.function.__name__
        everywhere = metafunc.config.getoption("wires") == "all" or name in EVERYWHERE
        told = [over for over in WIRES if everywhere or name in TOLD_OVER[over].split()]
        metafunc.parametrize("wires", [_over(one, name) for one in told], indirect=True, scope="module")


def _over(wires: str, story: str) -> object:
    """This story over these wires: each combination by one worker, ending where its words end."""
    marks: list[pytest.MarkDecorator] = [pytest.mark.xdist_group(wires)]
    if missing := ENDS_AT.get((wires, story)):
        why = CANNOT_CARRY[wires][missing]
        marks.append(pytest.mark.xfail(raises=CannotCarry, strict=True, reason=why))
    return pytest.param(wires, marks=marks, id=wires.replace(" ", "-"))


@pytest.fixture(scope="module")
def wires(request: pytest.FixtureRequest) -> Wires:
    """One combination after the other."""
    return WIRES[request.param]


@pytest.fixture(scope="module")
def open_shop(
    wires: Wires, postgres: TestServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OpenHouse]:
    """A house over these wires."""
    with (
        wires.opened() as exchanges,
        open_house(postgres, tmp_path_factory.getbasetemp(), exchanges=exchanges) as opened,
    ):
        yield opened
        _these_and_no_others_were_asked(opened, wires)


@pytest.fixture(scope="module")
def patient_shop(
    wires: Wires, postgres: TestServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OpenHouse]:
    """One that waits longer for more, as the stories of bursts want it."""
    base, quiet = tmp_path_factory.getbasetemp(), test_bursts.QUIET
    with wires.opened() as exchanges, open_house(postgres, base, quiet, exchanges) as opened:
        yield opened


@pytest.fixture
def house(request: pytest.FixtureRequest, wires: Wires) -> Iterator[OpenHouse]:
    """The house of this story; when it has been told, everything in it must be right."""
    bursts = request.function.__module__ == test_bursts.__name__
    opened: OpenHouse = request.getfixturevalue("patient_shop" if bursts else "open_shop")
    yield opened
    opened.settles()
    check(opened)


def test_each_of_the_first_stories_is_told_over_the_wires() -> None:
    told = Counter(name for names in TOLD_OVER.values() for name in names.split())
    assert told == Counter(STORIES.keys() - EVERYWHERE)
    assert STORIES.keys() >= EVERYWHERE | {story for _, story in ENDS_AT}


def test_what_wires_cannot_carry_no_adapter_reads() -> None:
    """Once one does, its stories are to be told to their end."""
    needs_meta = {MessageKind.EDIT, MessageKind.DELETION, MessageKind.REACTION}
    assert needs_meta <= _kinds_in(by_meta)
    assert not needs_meta & _kinds_in(by_twilio)
    paid = b'{"transaction":{"id":"p1","status_code":"TS","airtel_money_id":"MP1","amount":1}}'
    assert read_callback(paid).amount is None
    assert {(over, need) for (over, _), need in ENDS_AT.items()} == {
        (over, need) for over, needs in CANNOT_CARRY.items() for need in needs
    }


def _kinds_in(module: ModuleType) -> set[MessageKind]:
    source = inspect.getsource(module)
    return {kind for kind in MessageKind if f"MessageKind.{kind.name}" in source}


def _these_and_no_others_were_asked(house: OpenHouse, wires: Wires) -> None:
    """What the stories left in the log names the neighbours of this combination.

    A story told alone may ask no model and no money.
    """
    shop = Shop(house, AMANI)
    with house.home.database.as_boutique(id_of(AMANI)) as conn:
        rows = conn.execute("SELECT channel FROM dukani.inbox WHERE channel = ANY (%s)", (list(Channel),))
        customers_by = Counter(row[0] for row in rows.fetchall())
    brains = {fact.use.brain for fact in shop.told(ModelAnswered)}
    tills = {fact.provider for fact in shop.told(PaymentRequested)}
    assert customers_by[wires.channel]
    assert brains <= wires.brains
    assert tills <= {wires.till}
    if customers_by[wires.channel] > 10:
        assert brains == set(wires.brains)
        assert tills == {wires.till}
