"""Row 102 of the bad input: no link, phone number or account of a stranger is ever sent, whoever wrote it."""

import pytest

from application.agent.pointers import cut_strangers
from application.agent.wording.phrases import Phrase, texts
from application.commands import AddVariant, ListProduct
from domain.clothing import Colour, Garment
from domain.identity import ProductId, VariantId
from domain.language import Language
from tests.application.little_shop import CHART, Customer, LittleShop, a_piece
from tests.domain.pieces import KES, L, M, an_id

NOTHING = frozenset[str]()
STRANGERS = [
    "https://evil.example/pay",
    "HTTP://EVIL.EXAMPLE",
    "www.evil.example",
    "wa.me/254799000111",
    "evil.co.ke",
    "bit.ly/x",
    "pay@evil.example",
    "0799000111",
    "0799 000 111",
    "+254 799-000-111",
    "(0799) 000.111",
    "07\u200b99\u200b000\u200b111",
    "０７９９０００１１１",
    "0\ufe0f\u20e37\ufe0f\u20e39\ufe0f\u20e39\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e31\ufe0f\u20e31\ufe0f\u20e31\ufe0f\u20e3",
    "٠٧٩٩٠٠٠١١١",
    "paybill 555444",
    "Pay Bill no. 555444",
    "till number: 55 54 44",
    "Lipa na M-Pesa 555444",
]


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_strangers_pointer_is_cut_out_of_what_is_said(stranger: str) -> None:
    said = cut_strangers(f"1. Red dress {stranger} for *KSh 2,500*", NOTHING)
    assert said.replace("(…", "…") == "1. Red dress … for *KSh 2,500*"


@pytest.mark.parametrize(
    "said",
    [
        "1. Red dress: *KSh 2,500* (sizes S, M, UK 12, UK 14)",
        "Collection 2025-2026, 100% cotton, 3/4 sleeves 🛍️",
        "Order DK-234567 (KSh 1,234,500) waits",
        "M-Pesa receipt: UKN8XY12AB",
        "Ankara 12.5 in. wide. Soft!",
    ],
)
def test_figures_and_words_of_the_shop_are_no_pointers(said: str) -> None:
    assert cut_strangers(said, NOTHING) is said


@pytest.mark.parametrize("language", [Language.EN, Language.SW])
def test_no_phrase_of_the_shop_is_cut(language: Language) -> None:
    for phrase in Phrase:
        for said in texts(language)[phrase]:
            # The example of how to write a number is on no stranger's phone.
            shown = said.replace("0712 345 678", "")
            assert cut_strangers(shown, NOTHING) is shown


@pytest.fixture
def poisoned(little: LittleShop) -> None:
    """A listing that was copied from somebody who wants the money for herself."""
    title = "Silver cape, order at evil.shop or 0799 000 111, paybill 555444"
    product, variants = ProductId(an_id("cape")), [VariantId(an_id(f"cape-{size}")) for size in "ml"]
    little.do(
        ListProduct(product, "CAPE", a_piece(title, title, Garment.COAT, Colour.GREY), KES(900), CHART),
        AddVariant(product, variants[0], M, 3),
        AddVariant(product, variants[1], L, 3),
    )


def test_what_a_listing_smuggles_in_reaches_nobody(wanjiku: Customer, poisoned: None) -> None:
    wanjiku.says("grey coat")
    wanjiku.says("1")
    wanjiku.taps("tell_size:M")
    wanjiku.taps("checkout")
    wanjiku.says("Westlands, Sarit Centre, call 0733 555 666 at the gate")
    wanjiku.says("take out the shoes")
    said = " ".join(reply.model_dump_json() for reply in wanjiku.heard)
    assert "Silver cape" in said
    for stranger in ("evil", "0799", "555444"):
        assert stranger not in said


def test_what_is_her_own_or_the_shops_is_said(wanjiku: Customer) -> None:
    wanjiku.says("green scarf")
    wanjiku.says("1")
    wanjiku.taps("checkout")
    asked = wanjiku.says("Westlands, Sarit Centre, call 0733 555 666").text
    assert "Sarit Centre, call 0733 555 666" in asked
    assert "M-Pesa prompt to 0712 345 678" in asked
