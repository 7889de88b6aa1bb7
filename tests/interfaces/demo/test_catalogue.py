"""The two catalogues: separate, plausible, complete."""

import re
from itertools import chain

import pytest

from domain.clothing import Colour, Garment
from domain.sizes import SizeSystem
from interfaces.demo.catalogue import AMANI_STYLES, BOUTIQUES, PWANI_COLLECTION, Boutique, Piece
from interfaces.demo.drawing import draw

each_boutique = pytest.mark.parametrize("boutique", BOUTIQUES, ids=lambda boutique: boutique.profile.slug)
PIECES = tuple(chain.from_iterable(boutique.pieces for boutique in BOUTIQUES))


def stocks(piece: Piece) -> list[int]:
    return [variant.stock for variant in piece.variants]


@each_boutique
def test_a_boutique_lists_at_least_sixty_four_pieces(boutique: Boutique) -> None:
    assert len(boutique.pieces) >= 64


def test_no_sku_is_used_twice() -> None:
    assert len({piece.sku for piece in PIECES}) == len(PIECES)


@each_boutique
def test_no_title_is_used_twice_in_a_boutique(boutique: Boutique) -> None:
    assert len({piece.title for piece in boutique.pieces}) == len(boutique.pieces)
    assert len({piece.title_sw for piece in boutique.pieces}) == len(boutique.pieces)


def test_no_two_pieces_share_a_picture() -> None:
    assert len({draw(piece.drawing, 64).tobytes() for piece in PIECES}) == len(PIECES)


@each_boutique
def test_prices_are_whole_tens_of_shillings_between_450_and_9500(boutique: Boutique) -> None:
    assert [
        p.sku for p in boutique.pieces if not (450_00 <= p.price <= 9_500_00 and p.price % 10_00 == 0)
    ] == []


@each_boutique
def test_stock_is_between_none_and_eight(boutique: Boutique) -> None:
    assert all(0 <= stock <= 8 for piece in boutique.pieces for stock in stocks(piece))


@each_boutique
def test_some_sizes_are_sold_out_and_some_are_the_last(boutique: Boutique) -> None:
    every = [stock for piece in boutique.pieces for stock in stocks(piece)]
    assert every.count(0) >= 5
    assert every.count(1) >= 5


@each_boutique
def test_no_piece_offers_a_size_twice(boutique: Boutique) -> None:
    for piece in boutique.pieces:
        sizes = [variant.size for variant in piece.variants]
        assert sizes
        assert len(set(sizes)) == len(sizes), piece.sku


@each_boutique
def test_the_chart_says_every_size_that_is_offered(boutique: Boutique) -> None:
    for piece in boutique.pieces:
        for variant in piece.variants:
            assert piece.chart.measurements(variant.size) is not None, piece.sku


@each_boutique
def test_a_larger_size_is_cut_for_a_larger_body(boutique: Boutique) -> None:
    for piece in boutique.pieces:
        for part in ("bust", "waist", "hip"):
            row = [getattr(body, part) for _, body in piece.chart.rows]
            known = [measure for measure in row if measure is not None]
            assert known == sorted(set(known)), piece.sku


@each_boutique
def test_clothes_say_which_body_they_fit(boutique: Boutique) -> None:
    for piece in boutique.pieces:
        if piece.variants[0].size.system in (SizeSystem.LETTER, SizeSystem.UK):
            body = piece.chart.rows[0][1]
            assert body.hip or body.bust, piece.sku
            assert all(55 <= m <= 140 for m in (body.bust, body.waist, body.hip) if m is not None), piece.sku


def test_shoes_come_in_eu_sizes() -> None:
    for piece in PIECES:
        is_shoe = piece.garment is Garment.SHOES
        assert is_shoe == (piece.variants[0].size.system is SizeSystem.EU)
        if is_shoe:
            assert all(35 <= int(variant.size.value) <= 46 for variant in piece.variants)


@each_boutique
def test_every_piece_has_its_words(boutique: Boutique) -> None:
    for piece in boutique.pieces:
        assert piece.title
        assert piece.title_sw
        assert len(piece.description) >= 20, piece.sku
        assert piece.occasions, piece.sku
        assert piece.fabrics, piece.sku
        assert piece.colours[0] is piece.drawing.colour


def test_some_designs_hang_in_three_colours() -> None:
    for boutique in BOUTIQUES:
        designs = [piece.sku.rsplit("-", 1)[0] for piece in boutique.pieces]
        assert max(designs.count(design) for design in designs) >= 3


def test_both_catalogues_use_most_of_the_colours() -> None:
    for boutique in BOUTIQUES:
        assert len({piece.colours[0] for piece in boutique.pieces}) >= len(Colour) - 3


def test_the_boutiques_take_money_in_different_ways() -> None:
    first, second = AMANI_STYLES.profile, PWANI_COLLECTION.profile
    assert {first.payment.kind, second.payment.kind} == {"paybill", "till"}
    assert first.payment.shortcode != second.payment.shortcode
    assert first.whatsapp.phone_number_id != second.whatsapp.phone_number_id


@each_boutique
def test_every_phone_is_invented_and_belongs_to_one_person(boutique: Boutique) -> None:
    numbers = [persona.phone for b in BOUTIQUES for persona in b.personas]
    numbers += [b.profile.owner.phone for b in BOUTIQUES] + [b.profile.whatsapp.display for b in BOUTIQUES]
    assert all(re.fullmatch(r"\+25470000\d{4}", number) for number in numbers)
    assert len(set(numbers)) == len(numbers)
    assert 25 <= len(boutique.personas) <= 30


@each_boutique
def test_delivery_costs_more_than_nothing_and_less_than_five_hundred(boutique: Boutique) -> None:
    areas = boutique.profile.areas
    assert all(50_00 <= area.fee <= 500_00 and area.landmarks for area in areas)
    assert len({area.name for area in areas}) == len(areas)
