"""The pictures: the same words give the same picture, and different words a different one."""

import hashlib
from dataclasses import replace

import numpy as np
import pytest

from domain.clothing import Colour, Fabric, Garment, Pattern
from interfaces.demo.catalogue import BOUTIQUES, Boutique, Piece
from interfaces.demo.drawing import Drawing, Fit, Length, Make, Motif, Neckline, Sleeve, cloth_pixels, draw
from interfaces.demo.drawing.palette import SHADES, nearest
from interfaces.demo.drawing.silhouette import Cut

SMALL = 56
PIECES = tuple(piece for boutique in BOUTIQUES for piece in boutique.pieces)


def pixels(drawing: Drawing, size: int = SMALL) -> np.ndarray:
    return np.asarray(draw(drawing, size), np.float32)


def dress(cut: Cut) -> Drawing:
    return Drawing(Garment.DRESS, Colour.BLUE, cut=cut)


@pytest.mark.parametrize("piece", PIECES[::12], ids=lambda piece: piece.sku)
def test_the_same_words_always_give_the_same_picture(piece: Piece) -> None:
    first, second = (hashlib.sha256(draw(piece.drawing, 128).tobytes()).hexdigest() for _ in range(2))
    assert first == second


def test_another_seed_gives_other_folds() -> None:
    drawing = Drawing(Garment.DRESS, Colour.GREEN, seed=1)
    assert draw(drawing, 96).tobytes() != draw(replace(drawing, seed=2), 96).tobytes()


@pytest.mark.parametrize("garment", list(Garment))
def test_every_pattern_can_be_seen_on_every_garment(garment: Garment) -> None:
    """A pattern changes at least one pixel in a hundred of the whole picture by a visible step."""
    pictures = {
        pattern: pixels(Drawing(garment, Colour.ORANGE, Colour.NAVY, pattern, seed=3)) for pattern in Pattern
    }
    patterns = list(Pattern)
    for place, first in enumerate(patterns):
        for second in patterns[place + 1 :]:
            changed = np.abs(pictures[first] - pictures[second]).max(axis=2) > 12
            assert changed.mean() > 0.01, f"{first} looks like {second} on a {garment}"


@pytest.mark.parametrize(
    "cuts",
    [
        [Cut(length=length) for length in Length],
        [Cut(neckline=neckline) for neckline in Neckline],
        [Cut(sleeve=sleeve) for sleeve in Sleeve],
        [
            Cut(fit=fit)
            for fit in (Fit.BODYCON, Fit.A_LINE, Fit.FLARED, Fit.TIERED, Fit.MERMAID, Fit.WRAP, Fit.PEPLUM)
        ],
    ],
    ids=["length", "neckline", "sleeve", "fit"],
)
def test_every_cut_of_a_dress_has_its_own_line(cuts: list[Cut]) -> None:
    assert len({draw(dress(cut), SMALL).tobytes() for cut in cuts}) == len(cuts)


def test_every_make_of_shoe_has_its_own_line() -> None:
    makes = (Make.HEELS, Make.FLATS, Make.SNEAKERS, Make.SANDALS, Make.LOAFERS)
    shoes = [Drawing(Garment.SHOES, Colour.BROWN, cut=Cut(make=make)) for make in makes]
    assert len({draw(shoe, SMALL).tobytes() for shoe in shoes}) == len(makes)


@pytest.mark.parametrize(
    "pattern", [Pattern.KITENGE, Pattern.FLORAL, Pattern.CHECKED, Pattern.DOTTED, Pattern.ANIMAL]
)
def test_the_families_of_a_print_differ(pattern: Pattern) -> None:
    families = {
        Pattern.KITENGE: (
            Motif.CIRCLES,
            Motif.FANS,
            Motif.DIAMONDS,
            Motif.WAVES,
            Motif.LEAVES,
            Motif.STARS,
            Motif.SHELLS,
        ),
        Pattern.FLORAL: (Motif.SMALL, Motif.LARGE, Motif.TROPICAL),
        Pattern.CHECKED: (Motif.GINGHAM, Motif.TARTAN, Motif.WINDOWPANE),
        Pattern.DOTTED: (Motif.SMALL, Motif.USUAL, Motif.LARGE),
        Pattern.ANIMAL: (Motif.LEOPARD, Motif.ZEBRA),
    }[pattern]
    drawings = [Drawing(Garment.TOP, Colour.YELLOW, Colour.BLUE, pattern, motif) for motif in families]
    assert len({draw(drawing, SMALL).tobytes() for drawing in drawings}) == len(families)


@pytest.mark.parametrize("fabric", list(Fabric))
def test_every_fabric_is_drawn(fabric: Fabric) -> None:
    assert draw(Drawing(Garment.SKIRT, Colour.MAROON, fabric=fabric), SMALL).size == (SMALL, SMALL)


def test_each_colour_is_nearest_to_itself() -> None:
    shades = np.array([SHADES[colour] for colour in Colour], np.float32)
    assert nearest(shades).tolist() == list(range(len(Colour)))


@pytest.mark.parametrize("colour", list(Colour))
def test_a_plain_dress_is_on_average_the_colour_it_is_called(colour: Colour) -> None:
    mean = cloth_pixels(Drawing(Garment.DRESS, colour), 96).mean(axis=0, keepdims=True)
    assert list(Colour)[int(nearest(mean)[0])] is colour


@pytest.mark.parametrize("boutique", BOUTIQUES, ids=lambda boutique: boutique.profile.slug)
def test_most_of_each_piece_is_drawn_in_its_first_colour(boutique: Boutique) -> None:
    """Votes of single pixels, so that a print's mixed mean (orange and blue make grey) decides nothing."""
    wrong = []
    for piece in boutique.pieces:
        votes = np.bincount(nearest(cloth_pixels(piece.drawing, 200)), minlength=len(Colour))
        drawn = list(Colour)[int(votes.argmax())]
        if drawn is not piece.colours[0]:
            wrong.append(f"{piece.sku} is drawn {drawn}")
    assert wrong == []


def test_a_picture_has_paper_around_the_piece() -> None:
    """Search by picture has to tell the piece from what it lies on."""
    picture = pixels(Drawing(Garment.DRESS, Colour.RED), 128)
    rim = np.concatenate([picture[:4].reshape(-1, 3), picture[-4:].reshape(-1, 3)])
    assert rim.min() > 150
    assert np.abs(rim - rim.mean(axis=0)).max() < 40
