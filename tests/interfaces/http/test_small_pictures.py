"""A list is carried with small pictures over a slow line, and shows them upright and whole."""

import io

import pytest
from PIL import Image

from interfaces.http.small_pictures import Side
from tests.interfaces.http.conftest import Dashboard


def photo(turned: int = 1) -> bytes:
    """A photo of 900 × 1200 pixels, with how the camera was held."""
    out = io.BytesIO()
    held = Image.Exif()
    held[0x0112] = turned
    Image.radial_gradient("L").resize((900, 1200)).convert("RGB").save(out, "JPEG", quality=90, exif=held)
    return out.getvalue()


@pytest.mark.parametrize("side", Side)
def test_a_small_picture_is_as_long_as_asked_and_weighs_little(dashboard: Dashboard, side: Side) -> None:
    whole = photo()
    name = dashboard.deps.pictures.keep(dashboard.mine.boutique, whole)
    answer = dashboard.signed_in().get(f"/api/pictures/{name}", params={"side": int(side)})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/webp")
    assert max(Image.open(io.BytesIO(answer.content)).size) == side
    assert len(answer.content) < len(whole) / 3
    assert "immutable" in answer.headers["cache-control"]


def test_a_small_picture_stands_upright_however_the_camera_was_held(dashboard: Dashboard) -> None:
    name = dashboard.deps.pictures.keep(dashboard.mine.boutique, photo(turned=6))
    answer = dashboard.signed_in().get(f"/api/pictures/{name}", params={"side": 160})
    width, height = Image.open(io.BytesIO(answer.content)).size
    assert width > height


def test_a_small_picture_is_shown_to_its_own_boutique_alone(dashboard: Dashboard) -> None:
    name = dashboard.deps.pictures.keep(dashboard.mine.boutique, photo())
    other = dashboard.signed_in(dashboard.other.boutique)
    assert other.get(f"/api/pictures/{name}", params={"side": "160"}).status_code == 404


def test_what_cannot_be_made_small_is_sent_as_it_is(dashboard: Dashboard) -> None:
    odd = b"\x89PNG\r\n\x1a\n" + b"x" * 20
    name = dashboard.deps.pictures.keep(dashboard.mine.boutique, odd)
    assert dashboard.signed_in().get(f"/api/pictures/{name}", params={"side": "160"}).content == odd


def test_no_other_size_is_made(dashboard: Dashboard) -> None:
    name = dashboard.deps.pictures.keep(dashboard.mine.boutique, photo())
    assert dashboard.signed_in().get(f"/api/pictures/{name}", params={"side": "161"}).status_code == 422
