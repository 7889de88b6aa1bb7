"""Concept tags of listings, and how well they meet a need."""

import pytest

from application.brain.words.matching import concepts_of_listing, score, text_similarity
from application.understanding import Need
from domain.clothing import Colour, Fabric, Garment, Occasion, Pattern, Style

RED_DRESS = Need(garments=(Garment.DRESS,), colours=(Colour.RED,))


def test_a_listing_is_tagged_from_its_title_and_description() -> None:
    tags = concepts_of_listing("Gauni nyekundu ya kitenge", "Chiffon maxi for weddings. Wear it with jeans.")
    assert set(tags) == {"g:dress", "c:red", "p:kitenge", "f:chiffon", "l:maxi", "o:wedding"}


def test_what_the_owner_said_of_garment_and_colour_goes_before_the_title() -> None:
    tags = concepts_of_listing("Lovely top", garment=Garment.BLOUSE, colours=(Colour.WHITE,))
    assert tags == ("g:blouse", "c:white")


def test_lace_and_denim_meet_whether_called_cloth_or_look() -> None:
    tags = concepts_of_listing("Top", garment=Garment.TOP, patterns=(Pattern.LACE,))
    assert score(Need(fabrics=(Fabric.LACE,)), tags) == score(Need(patterns=(Pattern.LACE,)), tags) == 1.0


def test_a_piece_that_has_all_that_was_asked_scores_whole() -> None:
    assert score(RED_DRESS, ("g:dress", "c:red", "l:maxi")) == 1.0


def test_a_kindred_piece_scores_between_the_right_and_the_wrong_one() -> None:
    right, kindred, wrong = (
        score(RED_DRESS, tags) for tags in (["g:dress", "c:red"], ["g:dera", "c:maroon"], ["g:shoes"])
    )
    assert right > kindred > wrong == 0.0


def test_either_of_two_colours_is_enough() -> None:
    need = Need(colours=(Colour.BLUE, Colour.GREEN))
    assert score(need, ("c:green",)) == 1.0


def test_a_refused_colour_comes_last() -> None:
    need = Need(garments=(Garment.DRESS,), not_colours=(Colour.BLACK,))
    assert score(need, ("g:dress", "c:black")) < score(need, ("g:dress", "c:blue")) / 5


def test_a_need_that_names_nothing_scores_nothing() -> None:
    assert score(Need(max_price=100), ("g:dress",)) == 0.0


def test_every_kind_of_concept_counts() -> None:
    need = Need(occasions=(Occasion.WEDDING,), styles=(Style.MAXI,))
    assert score(need, ("o:wedding",)) == pytest.approx(0.5)


def test_words_nearly_alike_are_similar_and_others_are_not() -> None:
    assert text_similarity(["peplm"], ["peplum", "top"]) > 0.8
    assert text_similarity(["sequin"], ["peplum", "top"]) == 0.0
    assert text_similarity([], ["top"]) == text_similarity(["top"], []) == 0.0
