"""What a customer's phone makes of a picture."""

from io import BytesIO

import numpy as np
from PIL import Image

from domain.clothing import Colour, Garment
from interfaces.demo.drawing import Drawing, draw, photograph

PICTURE = draw(Drawing(Garment.DRESS, Colour.RED), 320)


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg))


def test_the_same_seed_gives_the_same_photo() -> None:
    assert photograph(PICTURE, 7) == photograph(PICTURE, 7)


def test_every_seed_gives_another_photo() -> None:
    assert len({photograph(PICTURE, seed) for seed in range(8)}) == 8


def test_a_photo_is_a_jpeg_no_smaller_than_the_picture() -> None:
    photos = [opened(photograph(PICTURE, seed)) for seed in range(8)]
    assert {photo.format for photo in photos} == {"JPEG"}
    assert all(photo.width == 320 and photo.height >= 320 for photo in photos)


def test_some_photos_are_screenshots_with_a_frame() -> None:
    heights = {opened(photograph(PICTURE, seed)).height for seed in range(20)}
    assert 320 in heights
    assert any(height > 480 for height in heights)


def test_the_piece_stays_the_largest_thing_in_the_photo() -> None:
    """A red dress stays visibly red: somewhere in every photo at least five pixels in a hundred are."""
    for seed in range(8):
        photo = np.asarray(opened(photograph(PICTURE, seed)).convert("RGB"), np.int32)
        red = (
            (photo[..., 0] > 110)
            & (photo[..., 0] > photo[..., 1] + 60)
            & (photo[..., 0] > photo[..., 2] + 50)
        )
        assert red.mean() > 0.05
