"""The rules of knowing a customer: what is learned once, and forgotten for good."""

from datetime import timedelta

from domain.clothing import Garment
from domain.customer.customer import (
    Customer,
    CustomerIsForgotten,
    CustomerIsUnknown,
    NothingBought,
    NothingMeasured,
    WindowIsStillOpen,
)
from domain.customer.events import (
    AddressRemembered,
    CustomerForgotten,
    CustomerMet,
    CustomersMerged,
    ErasureRequested,
    IdentifierKind,
    IdentifierLearned,
    LanguageChosen,
    MarketingAllowed,
    MarketingStopped,
    MeasurementsTold,
    NameLearned,
    PayingNumberConfirmed,
    PurchasedPiece,
    PurchaseRemembered,
    PurchaseReturned,
    ServiceWindowOpened,
    SizeTold,
)
from domain.fact import Fact
from domain.identity import ConversationId, CustomerId
from domain.language import Language
from domain.sizes import Measurements
from tests.domain.pieces import NOW, L, M, an_id, sealed
from tests.support.scenario import Decide, Given, happens, never_refuses, refuses, scenario, stays_quiet

MET = CustomerMet(channel="meta", account="1099")
PHONE = IdentifierLearned(kind=IdentifierKind.PHONE, value=sealed("phone"))
BOUGHT = PurchaseRemembered(
    order=an_id("order"),
    pieces=(PurchasedPiece(product=an_id("red"), garment=Garment.DRESS, size=M),),
)
BODY = Measurements(bust=92, waist=75)

never_refuses(Customer.meet, because="whoever writes is met, also after she was forgotten")

LESSONS: list[tuple[Decide[Customer], Fact]] = [
    (
        lambda c: c.learn_identifier(kind=IdentifierKind.PHONE, value=sealed("phone"), same=False),
        PHONE,
    ),
    (lambda c: c.learn_name(sealed("name")), NameLearned(name=sealed("name"))),
    (lambda c: c.choose_language(Language.SHENG), LanguageChosen(language=Language.SHENG)),
    (lambda c: c.tell_size(Garment.DRESS, M), SizeTold(garment=Garment.DRESS, size=M)),
    (lambda c: c.tell_measurements(BODY), MeasurementsTold(measurements=BODY)),
    (lambda c: c.remember_purchase(BOUGHT.order, BOUGHT.pieces), BOUGHT),
    (lambda c: c.remember_address(sealed("address")), AddressRemembered(address=sealed("address"))),
    (lambda c: c.confirm_paying_number(sealed("phone")), PayingNumberConfirmed(phone=sealed("phone"))),
    (
        lambda c: c.open_window(ConversationId(an_id("talk")), NOW),
        ServiceWindowOpened(conversation=an_id("talk"), opened_at=NOW),
    ),
    (lambda c: c.stop_marketing(), MarketingStopped()),
    (lambda c: c.allow_marketing(), MarketingAllowed()),
    (lambda c: c.request_erasure(), ErasureRequested()),
    (lambda c: c.forget(), CustomerForgotten()),
    (lambda c: c.merge(CustomerId(an_id("other"))), CustomersMerged(other=an_id("other"))),
]
LEARNING = (
    Customer.learn_name,
    Customer.choose_language,
    Customer.tell_size,
    Customer.tell_measurements,
    Customer.remember_purchase,
    Customer.remember_address,
    Customer.confirm_paying_number,
    Customer.open_window,
    Customer.stop_marketing,
    Customer.allow_marketing,
    Customer.merge,
)
LEAVING = (Customer.request_erasure, Customer.forget)


def a_customer(*facts: Fact) -> Given[Customer]:
    return scenario(Customer).given(MET, *facts)


@happens(Customer.meet)
def test_who_writes_is_met() -> None:
    scenario(Customer).when(lambda c: c.meet("meta", "1099")).then(MET)


@happens(Customer.meet)
def test_who_was_forgotten_is_met_anew_and_nothing_is_known() -> None:
    forgotten = a_customer(NameLearned(name=sealed("name")), CustomerForgotten())
    after = forgotten.when(lambda c: c.meet("meta", "1099")).then(MET)
    assert after == Customer(met=MET)


@stays_quiet(Customer.meet)
def test_she_is_met_once() -> None:
    scenario(Customer).when_repeated(lambda c: c.meet("meta", "1099")).then_nothing()


@happens(Customer.learn_identifier, *LEARNING, *LEAVING)
def test_what_she_says_is_learned() -> None:
    for decide, fact in LESSONS:
        a_customer().when(decide).then(fact)


@stays_quiet(*LEARNING, *LEAVING)
def test_what_she_says_again_is_nothing_new() -> None:
    for decide, _ in LESSONS[1:]:
        a_customer().when_repeated(decide).then_nothing()


@refuses(Customer.learn_identifier, *LEARNING, *LEAVING, Customer.return_purchase)
def test_nothing_is_learned_of_who_never_wrote() -> None:
    for decide in (*(decide for decide, _ in LESSONS), lambda c: c.return_purchase(BOUGHT.order)):
        scenario(Customer).when(decide).then_refused(CustomerIsUnknown)


@refuses(Customer.learn_identifier, *LEARNING)
def test_nothing_is_learned_of_who_asked_to_be_forgotten() -> None:
    for decide, fact in LESSONS:
        if not isinstance(fact, ErasureRequested | CustomerForgotten):
            a_customer(CustomerForgotten()).when(decide).then_refused(CustomerIsForgotten)


def test_all_that_was_learned_can_be_read() -> None:
    customer = a_customer(*(fact for _, fact in LESSONS if not isinstance(fact, CustomerForgotten))).state()
    assert customer.identifier(IdentifierKind.PHONE) == sealed("phone")
    assert customer.identifier(IdentifierKind.BSUID) is None
    assert (customer.name, customer.address) == (sealed("name"), sealed("address"))
    assert (customer.language, customer.paying_number) == (Language.SHENG, sealed("phone"))
    assert (customer.sizes, customer.measurements) == ({Garment.DRESS: M}, BODY)
    assert customer.purchases == {BOUGHT.order: BOUGHT.pieces}
    assert customer.merged == {an_id("other")}
    assert (customer.takes_marketing, customer.wants_erasure) == (True, True)


def test_forgetting_leaves_nothing_that_was_learned() -> None:
    customer = a_customer(*(fact for _, fact in LESSONS), CustomerForgotten()).state()
    assert customer == Customer(met=MET, is_forgotten=True)


@happens(Customer.learn_identifier)
@stays_quiet(Customer.learn_identifier)
def test_a_name_of_whatsapp_is_new_when_who_can_open_it_says_so() -> None:
    def phone(same: bool) -> Decide[Customer]:
        value = sealed("sealed anew")
        return lambda c: c.learn_identifier(kind=IdentifierKind.PHONE, value=value, same=same)

    anew = IdentifierLearned(kind=IdentifierKind.PHONE, value=sealed("sealed anew"))
    a_customer(PHONE).when(phone(same=True)).then_nothing()
    a_customer(PHONE).when(phone(same=False)).then(anew)
    a_customer().when(phone(same=True)).then(anew)


@stays_quiet(Customer.learn_name, Customer.remember_address, Customer.confirm_paying_number)
def test_a_value_sealed_anew_is_nothing_new_when_it_is_the_same() -> None:
    known = a_customer(*(fact for _, fact in LESSONS[:-2]))
    again = sealed("sealed anew")
    known.when(lambda c: c.learn_name(again, same=True)).then_nothing()
    known.when(lambda c: c.remember_address(again, same=True)).then_nothing()
    known.when(lambda c: c.confirm_paying_number(again, same=True)).then_nothing()
    a_customer().when(lambda c: c.learn_name(again, same=True)).then(NameLearned(name=again))


@happens(Customer.tell_size)
def test_the_size_told_last_counts_and_stands_last() -> None:
    customer = a_customer(SizeTold(garment=Garment.DRESS, size=M), SizeTold(garment=None, size=M))
    after = customer.when(lambda c: c.tell_size(Garment.DRESS, L)).then(
        SizeTold(garment=Garment.DRESS, size=L)
    )
    assert list(after.sizes.items()) == [(None, M), (Garment.DRESS, L)]


@happens(Customer.tell_measurements)
def test_a_measure_left_out_stays_as_it_was() -> None:
    hip = Measurements(hip=100)
    customer = a_customer(MeasurementsTold(measurements=BODY))
    after = customer.when(lambda c: c.tell_measurements(hip)).then(MeasurementsTold(measurements=hip))
    assert after.measurements == Measurements(bust=92, waist=75, hip=100)


@refuses(Customer.tell_measurements)
def test_measurements_have_a_measure() -> None:
    a_customer().when(lambda c: c.tell_measurements(Measurements())).then_refused(NothingMeasured)


@refuses(Customer.remember_purchase)
def test_a_purchase_has_a_piece() -> None:
    a_customer().when(lambda c: c.remember_purchase(BOUGHT.order, ())).then_refused(NothingBought)


@happens(Customer.return_purchase)
def test_pieces_given_back_are_no_witness_of_her_size() -> None:
    after = a_customer(BOUGHT).when(lambda c: c.return_purchase(BOUGHT.order))
    assert after.then(PurchaseReturned(order=BOUGHT.order)).purchases[BOUGHT.order] == ()


@happens(Customer.return_purchase)
def test_what_she_keeps_of_an_order_still_speaks_for_her() -> None:
    kept, back = BOUGHT.pieces[0], BOUGHT.pieces[0].model_copy(update={"product": an_id("blue")})
    both = PurchaseRemembered(order=BOUGHT.order, pieces=(kept, back))
    after = a_customer(both).when(lambda c: c.return_purchase(BOUGHT.order, (back,)))
    part = PurchaseReturned(order=BOUGHT.order, pieces=(back,))
    assert after.then(part).purchases[BOUGHT.order] == (kept,)
    rest = a_customer(both, part).when(lambda c: c.return_purchase(BOUGHT.order, (kept,)))
    assert rest.then(PurchaseReturned(order=BOUGHT.order)).purchases[BOUGHT.order] == ()


@stays_quiet(Customer.return_purchase, Customer.remember_purchase)
def test_an_order_is_returned_once_and_not_kept_again() -> None:
    a_customer().when(lambda c: c.return_purchase(BOUGHT.order)).then_nothing()
    other = BOUGHT.pieces[0].model_copy(update={"product": an_id("blue")})
    a_customer(BOUGHT).when(lambda c: c.return_purchase(BOUGHT.order, (other,))).then_nothing()
    returned = a_customer(BOUGHT, PurchaseReturned(order=BOUGHT.order))
    returned.when(lambda c: c.return_purchase(BOUGHT.order)).then_nothing()
    returned.when(lambda c: c.remember_purchase(BOUGHT.order, BOUGHT.pieces)).then_nothing()


@refuses(Customer.open_window)
def test_one_conversation_goes_on_for_24_hours() -> None:
    talking = a_customer(ServiceWindowOpened(conversation=an_id("talk"), opened_at=NOW))
    end = NOW + timedelta(hours=24)
    last = end - timedelta(seconds=1)
    talking.when(lambda c: c.open_window(ConversationId(an_id("next")), last)).then_refused(WindowIsStillOpen)
    talking.when(lambda c: c.open_window(ConversationId(an_id("next")), end)).then(
        ServiceWindowOpened(conversation=an_id("next"), opened_at=end)
    )
    assert talking.state().conversation_at(last) == an_id("talk")
    assert talking.state().conversation_at(end) is None
    assert a_customer().state().conversation_at(NOW) is None


@happens(Customer.stop_marketing, Customer.allow_marketing)
def test_the_last_word_on_offers_counts() -> None:
    stopped = a_customer(MarketingAllowed()).when(lambda c: c.stop_marketing()).then(MarketingStopped())
    assert stopped.takes_marketing is False
    allowed = a_customer(MarketingStopped()).when(lambda c: c.allow_marketing()).then(MarketingAllowed())
    assert allowed.takes_marketing is True


@stays_quiet(Customer.request_erasure)
def test_who_is_forgotten_need_not_ask() -> None:
    a_customer(CustomerForgotten()).when(lambda c: c.request_erasure()).then_nothing()
