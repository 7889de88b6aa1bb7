"""Screenshots lose their bars, and nothing else loses anything."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from application.brain.eye.screen import without_bars
from tests.application.brain.eye.drawn import SHAPES, drawing, framed


def photo() -> Image.Image:
    """A restless picture, no line of one colour."""
    return Image.fromarray(np.random.default_rng(2).integers(0, 255, (320, 240, 3), np.uint8))


@pytest.mark.parametrize("ground", ["white", "black", "#0b141a"])
def test_bars_with_words_on_them_are_taken_off(ground: str) -> None:
    screen = Image.new("RGB", (240, 480), ground)
    screen.paste(photo(), (0, 60))
    ImageDraw.Draw(screen).text((10, 20), "12:41 Boutique", fill="grey")
    inside = np.asarray(photo())[1:-1]
    assert np.array_equal(np.asarray(without_bars(screen)), inside)


def test_bars_beside_a_photo_are_taken_off_too() -> None:
    screen = Image.new("RGB", (400, 320), "black")
    screen.paste(photo(), (80, 0))
    assert without_bars(screen).size == (238, 320)


def test_a_framed_drawing_comes_out_of_its_frame() -> None:
    assert without_bars(framed(drawing("dress", "#cc1f2d"))).size == (400, 498)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_garment_on_a_plain_ground_is_left_alone(shape: str) -> None:
    picture = drawing(shape, "#cc1f2d", "#f4e9d8")
    assert without_bars(picture).size == picture.size


@pytest.mark.parametrize("tone", ["white", "#7f3f3f"])
def test_a_picture_of_one_colour_is_left_alone(tone: str) -> None:
    assert without_bars(Image.new("RGB", (300, 200), tone)).size == (300, 200)


def test_a_picture_that_is_nearly_all_bar_is_left_alone() -> None:
    screen = Image.new("RGB", (240, 480), "white")
    screen.paste(photo().crop((0, 0, 240, 60)), (0, 200))
    assert without_bars(screen).size == (240, 480)
