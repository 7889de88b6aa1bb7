"""Several pieces fit on one numbered picture."""

import io

import pytest
from PIL import Image

from interfaces.contact_sheet import contact_sheet

_COLOURS = ["red", "green", "blue", "orange", "purple", "teal", "pink"]


def picture(colour: str, kind: str = "JPEG", size: tuple[int, int] = (300, 500), mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (2, 1), (3, 1), (4, 2), (5, 2), (6, 2)])
def test_up_to_six_pieces_make_one_sheet_of_900_pixels(count: int, rows: int) -> None:
    sheet = contact_sheet([picture(colour) for colour in _COLOURS[:count]], ["KSh 2,500"] * count)

    with Image.open(io.BytesIO(sheet)) as opened:
        assert (opened.format, opened.width, opened.mode) == ("JPEG", 900, "RGB")
        assert opened.height > rows * 300
    assert len(sheet) < 500_000


def test_a_seventh_piece_is_left_out() -> None:
    colours = _COLOURS[:7]

    assert contact_sheet([picture(c) for c in colours], [""] * 7) == contact_sheet(
        [picture(c) for c in colours[:6]], [""] * 6
    )


def test_pieces_stand_in_reading_order() -> None:
    sheet = contact_sheet([picture("red"), picture("green"), picture("blue")], ["", "", ""])

    with Image.open(io.BytesIO(sheet)) as opened:
        middles = [opened.crop((x, 200, x + 1, 201)).convert("RGB").tobytes() for x in (150, 450, 750)]
    assert [middle.index(max(middle)) for middle in middles] == [0, 1, 2]


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("PNG", "L"), ("WEBP", "RGB"), ("JPEG", "CMYK")])
def test_pictures_of_other_kinds_fit_too(kind: str, mode: str) -> None:
    odd = picture("black" if mode == "L" else "red", kind, (40, 900), mode)

    assert contact_sheet([odd, odd], ["a", "b"]).startswith(b"\xff\xd8\xff")


def test_a_caption_too_long_for_its_piece_is_cut() -> None:
    whole = contact_sheet([picture("red")] * 3, ["W" * 60] * 3)

    with Image.open(io.BytesIO(whole)) as opened:
        assert opened.width == 900


def test_bytes_that_are_no_picture_are_refused() -> None:
    with pytest.raises(OSError, match="cannot identify"):
        contact_sheet([b"GIF89a nonsense"], ["x"])
