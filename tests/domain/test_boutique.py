"""The rules of a boutique: on what terms a shop sells."""

from typing import TypedDict

import pytest

from domain.boutique.boutique import (
    AmountIsNotPossible,
    AreaIsNamedTwice,
    Boutique,
    BoutiqueIsNotOpened,
    BoutiqueIsOpenedAlready,
    BudgetIsNotPossible,
    GreetingIsForbidden,
    LanguageIsMissing,
    NameIsMissing,
    PinIsNotPossible,
    ShareIsNotPossible,
)
from domain.boutique.events import (
    BoutiqueClosed,
    BoutiqueOpened,
    BoutiqueReopened,
    BrainChosen,
    DeliveryArea,
    LimitsSet,
    OwnerRegistered,
    PaymentAccountConnected,
    PaymentAccountDisconnected,
    PlanChosen,
    ProfileDescribed,
    ShelfEmbedded,
    Tone,
    VoicePublished,
    WhatsAppConnected,
    WhatsAppDisconnected,
)
from domain.boutique.phrases import says_forbidden
from domain.brain import BrainName, ModelUse, Purpose
from domain.fact import Fact
from domain.language import Language
from domain.money import Money
from domain.refusal import Refusal
from tests.domain.pieces import KES, an_id, sealed
from tests.support.scenario import Decide, Given, happens, refuses, scenario, stays_quiet

OPENED = BoutiqueOpened(name="Amani", town="Nairobi")
WESTLANDS = DeliveryArea(name="Westlands", fee=KES(300), words=("westy",))
CBD = DeliveryArea(name="CBD", fee=KES(150), words=("town", "tao"))


class Profile(TypedDict, total=False):
    street: str
    hours: str
    return_policy: str
    areas: tuple[DeliveryArea, ...]
    languages: tuple[Language, ...]
    name: str
    town: str
    kra_pin: str


class Voice(TypedDict, total=False):
    agent_name: str
    greeting_en: str
    greeting_sw: str
    forbidden: tuple[str, ...]


class LimitTerms(TypedDict, total=False):
    order_limit: Money
    discount_percent: int


class BrainTerms(TypedDict, total=False):
    brain: BrainName
    model: str
    turn_tokens: int
    day_micro_usd: int


class Account(TypedDict, total=False):
    provider: str
    shortcode: str
    is_till: bool
    store_number: str


PROFILE: Profile = {
    "street": "Moi Avenue",
    "hours": "Mon-Sat 9-18",
    "return_policy": "7 days",
    "areas": (WESTLANDS, CBD),
    "languages": (Language.EN, Language.SW),
}
NUMBER = {"provider": "meta", "account": "1099", "display_number": "+254700000001"}
TILL: Account = {"provider": "daraja", "shortcode": "600999", "is_till": True, "store_number": "600998"}
WORDS: Voice = {"agent_name": "Zuri", "greeting_en": "Hello", "greeting_sw": "Habari"}
LIMITS: LimitTerms = {"order_limit": KES(50_000), "discount_percent": 10}
BRAIN: BrainTerms = {
    "brain": BrainName.GEMINI,
    "model": "flash",
    "turn_tokens": 9_000,
    "day_micro_usd": 500_000,
}
USE = ModelUse(
    brain=BrainName.GEMINI, purpose=Purpose.EMBEDDING, model="e", prompt="shelf-1", outcome="answered"
)
EMBEDDED = ShelfEmbedded(answer=an_id("call"), space="e@768", contents=3, use=USE)

TERMS: list[tuple[Decide[Boutique], Fact]] = [
    (lambda b: b.describe(**PROFILE), ProfileDescribed(**PROFILE)),
    (lambda b: b.connect_whatsapp(**NUMBER), WhatsAppConnected(**NUMBER)),
    (lambda b: b.connect_payment_account(**TILL), PaymentAccountConnected(**TILL)),
    (
        lambda b: b.register_owner(sealed("name"), sealed("phone")),
        OwnerRegistered(name=sealed("name"), phone=sealed("phone")),
    ),
    (lambda b: b.publish_voice(**WORDS), VoicePublished(version=1, **WORDS)),
    (lambda b: b.set_limits(**LIMITS), LimitsSet(**LIMITS)),
    (lambda b: b.choose_brain(**BRAIN), BrainChosen(**BRAIN)),
    (lambda b: b.note_embedded(answer=an_id("call"), space="e@768", contents=3, use=USE), EMBEDDED),
]
DECISIONS = (
    Boutique.describe,
    Boutique.connect_whatsapp,
    Boutique.connect_payment_account,
    Boutique.register_owner,
    Boutique.publish_voice,
    Boutique.set_limits,
    Boutique.choose_brain,
    Boutique.note_embedded,
)


def a_boutique(*facts: Fact) -> Given[Boutique]:
    return scenario(Boutique).given(OPENED, *facts)


@happens(Boutique.open)
def test_a_boutique_joins_the_installation() -> None:
    after = scenario(Boutique).when(lambda b: b.open(name="Amani", town="Nairobi")).then(OPENED)
    assert (after.name, after.town, after.currency, after.is_open) == ("Amani", "Nairobi", "KES", True)


@refuses(Boutique.open)
def test_a_boutique_has_a_name() -> None:
    scenario(Boutique).when(lambda b: b.open(name=" ", town="Nairobi")).then_refused(NameIsMissing)


@refuses(Boutique.open)
def test_a_boutique_does_not_join_under_a_second_name() -> None:
    a_boutique().when(lambda b: b.open(name="Pendo", town="Nairobi")).then_refused(BoutiqueIsOpenedAlready)


@stays_quiet(Boutique.open)
def test_a_boutique_joins_once() -> None:
    scenario(Boutique).when_repeated(lambda b: b.open(name="Amani", town="Nairobi")).then_nothing()


@happens(*DECISIONS)
def test_the_owner_says_the_terms_of_her_shop() -> None:
    for decide, fact in TERMS:
        a_boutique().when(decide).then(fact)


@stays_quiet(*DECISIONS)
def test_terms_said_again_are_nothing_new() -> None:
    for decide, _ in TERMS:
        a_boutique().when_repeated(decide).then_nothing()


@refuses(*DECISIONS, Boutique.close, Boutique.reopen)
def test_a_boutique_that_never_joined_has_no_terms() -> None:
    for decide in (*(decide for decide, _ in TERMS), lambda b: b.close("gone"), lambda b: b.reopen()):
        scenario(Boutique).when(decide).then_refused(BoutiqueIsNotOpened)


@refuses(Boutique.describe)
@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"languages": ()}, LanguageIsMissing),
        ({"areas": (CBD, DeliveryArea(name="Tao ", fee=KES(1)))}, AreaIsNamedTwice),
        ({"areas": (DeliveryArea(name="CBD", fee=KES(-1)),)}, AmountIsNotPossible),
        ({"areas": (DeliveryArea(name="CBD", fee=Money(cents=1, currency="UGX")),)}, AmountIsNotPossible),
        ({"kra_pin": "A12345678B"}, PinIsNotPossible),
    ],
)
def test_a_profile_must_be_clear(change: Profile, refusal: type[Refusal]) -> None:
    a_boutique().when(lambda b: b.describe(**PROFILE | change)).then_refused(refusal)


def test_a_profile_can_be_read_and_names_the_fee_of_an_area() -> None:
    boutique = a_boutique(ProfileDescribed(**PROFILE)).state()
    assert (boutique.street, boutique.hours, boutique.return_policy) == (
        "Moi Avenue",
        "Mon-Sat 9-18",
        "7 days",
    )
    assert boutique.languages == (Language.EN, Language.SW)
    assert boutique.fee_for("westlands") == KES(300)
    assert boutique.fee_for("TAO ") == KES(150)
    assert boutique.fee_for("Mombasa") is None


def test_a_boutique_that_said_nothing_knows_nothing() -> None:
    boutique = a_boutique().state()
    assert (boutique.street, boutique.hours, boutique.return_policy) == ("", "", "")
    assert (boutique.areas, boutique.languages, boutique.whatsapp) == ((), (), ())
    assert (boutique.payee, boutique.owner_phone, boutique.voice, boutique.limits) == (None,) * 4
    assert a_boutique(TERMS[3][1]).state().owner_phone == sealed("phone")


def test_a_number_connected_anew_replaces_itself_and_keeps_the_others() -> None:
    other = WhatsAppConnected(**NUMBER | {"account": "2"})
    renamed = WhatsAppConnected(**NUMBER | {"display_number": "+254700000009"})
    assert a_boutique(TERMS[1][1], other, renamed).state().whatsapp == (other, renamed)


def test_a_profile_may_name_the_shop_anew_and_leaves_the_name_where_it_says_none() -> None:
    renamed = ProfileDescribed(**PROFILE | {"name": "Amani House", "town": "Thika", "kra_pin": "A123456789B"})
    boutique = a_boutique(renamed, ProfileDescribed(**PROFILE)).state()
    assert (boutique.name, boutique.town) == ("Amani House", "Thika")


@happens(Boutique.disconnect_whatsapp)
def test_a_number_is_let_go() -> None:
    leaving = a_boutique(WhatsAppConnected(**NUMBER)).when(
        lambda b: b.disconnect_whatsapp(provider="meta", account="1099")
    )
    assert leaving.then(WhatsAppDisconnected(**NUMBER)).whatsapp == ()


@stays_quiet(Boutique.disconnect_whatsapp)
def test_another_boutiques_number_cannot_be_let_go() -> None:
    own = a_boutique(WhatsAppConnected(**NUMBER))
    own.when(lambda b: b.disconnect_whatsapp(provider="meta", account="2")).then_nothing()


@refuses(Boutique.disconnect_whatsapp)
def test_who_never_joined_has_no_number_to_let_go() -> None:
    nobody = scenario(Boutique)
    nobody.when(lambda b: b.disconnect_whatsapp(provider="meta", account="1")).then_refused(
        BoutiqueIsNotOpened
    )


@refuses(Boutique.publish_voice)
def test_an_agent_cannot_greet_by_what_it_must_never_say() -> None:
    spoken: Voice = WORDS | {"greeting_en": "All sales are FINAL!", "forbidden": ("sales are final",)}
    a_boutique().when(lambda b: b.publish_voice(**spoken)).then_refused(GreetingIsForbidden)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("No refunds, sorry.", "no refunds"),
        ("We refund within 7 days", None),
        ("Karibu sana!!", "karibu  SANA"),
        ("", None),
    ],
)
def test_a_forbidden_phrase_is_found_as_whole_words(text: str, said: str | None) -> None:
    assert says_forbidden(text, ("?", "no refunds", "karibu  SANA")) == said


@pytest.mark.parametrize(
    ("spoken", "asked", "answered"),
    [
        ((Language.EN,), Language.SHENG, Language.EN),
        ((Language.SW,), Language.EN, Language.SW),
        ((Language.SW, Language.EN), Language.SHENG, Language.SHENG),
        ((), Language.SW, Language.SW),
    ],
)
def test_a_shop_answers_in_the_languages_it_chose(
    spoken: tuple[Language, ...], asked: Language, answered: Language
) -> None:
    voice = VoicePublished(version=1, **WORDS, tone=Tone.BRIEF, languages=spoken)
    assert a_boutique(voice).state().answer_to(asked) == answered


@happens(Boutique.publish_voice)
def test_each_voice_is_a_new_version() -> None:
    spoken: Voice = WORDS | {"greeting_en": "Hi"}
    boutique = a_boutique(VoicePublished(version=1, **WORDS))
    boutique.when(lambda b: b.publish_voice(**spoken)).then(VoicePublished(version=2, **spoken))


@refuses(Boutique.publish_voice)
def test_a_voice_has_a_name() -> None:
    a_boutique().when(lambda b: b.publish_voice(**WORDS | {"agent_name": ""})).then_refused(NameIsMissing)


@refuses(Boutique.set_limits)
@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"order_limit": KES(-1)}, AmountIsNotPossible),
        ({"order_limit": Money(cents=1, currency="USD")}, AmountIsNotPossible),
        ({"discount_percent": 91}, ShareIsNotPossible),
        ({"discount_percent": -1}, ShareIsNotPossible),
    ],
)
def test_limits_must_be_possible(change: LimitTerms, refusal: type[Refusal]) -> None:
    a_boutique().when(lambda b: b.set_limits(**LIMITS | change)).then_refused(refusal)


def test_an_older_word_for_what_a_boutique_pays_still_loads() -> None:
    older = PlanChosen(plan="starter", commission_basis_points=300)
    assert a_boutique(older).state() == a_boutique().state()


@refuses(Boutique.choose_brain)
@pytest.mark.parametrize(
    "change",
    [{"turn_tokens": -1}, {"turn_tokens": 200_001}, {"day_micro_usd": -1}, {"day_micro_usd": 1_000_000_001}],
)
def test_a_brain_has_a_budget_that_can_be(change: BrainTerms) -> None:
    a_boutique().when(lambda b: b.choose_brain(**BRAIN | change)).then_refused(BudgetIsNotPossible)


@happens(Boutique.close)
def test_a_closed_boutique_sells_no_more() -> None:
    assert not a_boutique().when(lambda b: b.close("holiday")).then(BoutiqueClosed(reason="holiday")).is_open


@stays_quiet(Boutique.close)
def test_a_boutique_closes_once() -> None:
    a_boutique().when_repeated(lambda b: b.close("holiday")).then_nothing()


@happens(Boutique.reopen)
def test_a_boutique_sells_again() -> None:
    closed = a_boutique(BoutiqueClosed(reason="holiday"))
    assert closed.when(lambda b: b.reopen()).then(BoutiqueReopened()).is_open


@stays_quiet(Boutique.reopen)
def test_an_open_boutique_does_not_reopen() -> None:
    a_boutique().when(lambda b: b.reopen()).then_nothing()


def test_a_boutique_has_one_account_at_each_neighbour_and_the_first_one_stays_first() -> None:
    card = PaymentAccountConnected(provider="paystack", shortcode="ACCT_amani", is_till=False)
    moved = PaymentAccountConnected(**TILL | {"shortcode": "5512345"})
    boutique = a_boutique(PaymentAccountConnected(**TILL), card, moved).state()
    assert boutique.payees == (moved, card)
    assert boutique.payee == moved


@happens(Boutique.disconnect_payment_account)
def test_an_account_is_let_go_and_the_next_one_takes_the_money() -> None:
    till = PaymentAccountConnected(**TILL)
    card = PaymentAccountConnected(provider="paystack", shortcode="ACCT_amani", is_till=False)
    leaving = a_boutique(till, card).when(lambda b: b.disconnect_payment_account("daraja"))
    assert leaving.then(PaymentAccountDisconnected(provider="daraja")).payee == card


@stays_quiet(Boutique.disconnect_payment_account)
def test_an_account_that_is_not_there_is_not_let_go() -> None:
    a_boutique().when(lambda b: b.disconnect_payment_account("airtel")).then_nothing()


@refuses(Boutique.disconnect_payment_account)
def test_a_boutique_that_never_joined_lets_no_account_go() -> None:
    leaving = scenario(Boutique).when(lambda b: b.disconnect_payment_account("airtel"))
    leaving.then_refused(BoutiqueIsNotOpened)
