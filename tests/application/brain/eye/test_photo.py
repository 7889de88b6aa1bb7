"""What strangers send as photos, and what the eye opens of it."""

import io
import struct
import time
import zlib

import numpy as np
import pytest
from PIL import Image

from application.brain.eye.photo import MAX_BYTES, SIDE, PhotoUnreadable, Unreadable, open_photo


def pixel(picture: Image.Image, place: tuple[int, int]) -> tuple[float, ...]:
    """The colours of one pixel."""
    found = picture.getpixel(place)
    assert isinstance(found, tuple)
    return found


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    held = io.BytesIO()
    picture.save(held, kind, **options)
    return held.getvalue()


def scene(mode: str = "RGB", size: tuple[int, int] = (200, 300)) -> Image.Image:
    """Red above, blue below: which way is up can be told."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (0, size[1] // 2, size[0], size[1]))
    return picture.convert(mode)


def refusal(photo: bytes) -> Unreadable:
    with pytest.raises(PhotoUnreadable) as refused:
        open_photo(photo)
    return refused.value.reason


def png_chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_header(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", b"") + png_chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_three_kinds_that_phones_send_are_opened(kind: str) -> None:
    assert open_photo(saved(scene(), kind)).size == (200, 300)


def test_a_large_photo_is_brought_down_to_what_the_eye_looks_at() -> None:
    assert max(open_photo(saved(scene(size=(3000, 2000)), "JPEG")).size) == SIDE


@pytest.mark.parametrize(("width", "height"), [(12_000, 12_000), (60_000, 60_000), (25_001, 1_000)])
def test_a_bomb_is_refused_by_its_header_before_anything_is_decoded(width: int, height: int) -> None:
    began = time.perf_counter()
    assert refusal(png_header(width, height)) is Unreadable.TOO_LARGE
    assert time.perf_counter() - began < 0.1


@pytest.mark.parametrize("flags", [b"VP8X", b"VP8L", b"VP8 "])
def test_a_webp_bomb_is_refused_before_its_decoder_claims_the_canvas(flags: bytes) -> None:
    sizes = {
        b"VP8X": bytes(4) + (16_000).to_bytes(3, "little") * 2,
        b"VP8L": b"\x2f" + (15_999 | 15_999 << 14).to_bytes(4, "little"),
        b"VP8 ": bytes(3) + b"\x9d\x01\x2a" + struct.pack("<HH", 16_000, 16_000),
    }
    body = b"WEBP" + flags + struct.pack("<I", 10) + sizes[flags]
    assert refusal(b"RIFF" + struct.pack("<I", len(body)) + body) is Unreadable.TOO_LARGE


def test_a_header_without_pixels_is_refused() -> None:
    assert refusal(png_header(200, 200)) is Unreadable.DAMAGED


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("kept", [0.3, 0.7, 0.95])
def test_a_truncated_photo_is_refused(kind: str, kept: float) -> None:
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 255, (300, 200, 3), np.uint8))
    whole = saved(noise, kind)
    assert refusal(whole[: int(len(whole) * kept)]) in {Unreadable.DAMAGED, Unreadable.NOT_A_PHOTO}


def test_a_polyglot_becomes_nothing_but_its_pixels() -> None:
    photo = saved(scene(), "JPEG") + b"<html><script>alert(1)</script><?php system('id') ?>"
    assert open_photo(photo).info == {}


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        b"8BPS\x00\x01" + bytes(40),
        b"<html><img src=x onerror=alert(1)></html>",
        b"GIF89a" + bytes(40),
        b"\xff\xd8\xff\xe0 not really",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\x10\x00\x00\x00WEBPVP8 ",
        saved(scene(), "TIFF"),
        saved(scene(), "BMP"),
        saved(scene(), "GIF"),
        bytes(500),
    ],
)
def test_anything_else_is_no_photo_whatever_it_is_called(content: bytes) -> None:
    assert refusal(content) in {Unreadable.NOT_A_PHOTO, Unreadable.DAMAGED}


def test_nothing_and_too_much_are_refused() -> None:
    assert refusal(b"") is Unreadable.EMPTY
    assert refusal(b"\xff\xd8\xff" + bytes(MAX_BYTES)) is Unreadable.TOO_HEAVY
    assert refusal(saved(scene(size=(300, 8)), "PNG")) is Unreadable.TOO_SMALL


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_an_animation_only_the_first_frame_is_seen(kind: str) -> None:
    later = [Image.new("RGB", (200, 300), (0, 200, shade)) for shade in range(30)]
    photo = saved(scene(), kind, save_all=True, append_images=later, lossless=True)
    red, _, _ = np.asarray(open_photo(photo))[20, 100]
    assert red > 240


def test_where_a_photo_was_taken_is_forgotten() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (1.0, 17.0, 30.0)
    exif[0x010F] = "Someone's phone"
    photo = open_photo(saved(scene(), "JPEG", exif=exif, comment=b"at home"))
    assert photo.info == {}
    assert not dict(photo.getexif())


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_photo_is_turned_upright(turn: int) -> None:
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    held = scene().transpose(Image.Transpose(undo[turn])) if turn in undo else scene()
    exif = Image.Exif()
    exif[0x0112] = turn
    upright = open_photo(saved(held, "JPEG", exif=exif, quality=95))
    assert upright.size == (200, 300)
    assert pixel(upright, (100, 20))[0] > 200
    assert pixel(upright, (100, 280))[2] > 200


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_broken_notes_of_the_camera_do_not_spoil_the_photo() -> None:
    photo = saved(scene(), "JPEG", exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff")
    assert open_photo(photo).size == (200, 300)


def test_print_colours_are_converted() -> None:
    photo = open_photo(saved(scene("CMYK"), "JPEG", quality=95))
    assert photo.mode == "RGB"
    assert pixel(photo, (100, 20))[0] > 180


def test_a_huge_profile_of_colours_is_left_behind() -> None:
    """Row 75: it is carried along as it came, and means nothing."""
    photo = saved(scene(), "JPEG", icc_profile=bytes(2_000_000))
    assert len(photo) > 2_000_000
    assert open_photo(photo).info == {}


def test_sixteen_bits_keep_their_greys() -> None:
    deep = Image.fromarray(np.full((64, 64), 0x8000, np.uint16))
    assert open_photo(saved(deep, "PNG")).getpixel((30, 30)) == (128, 128, 128)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_way_of_keeping_pixels_becomes_rgb(mode: str) -> None:
    held = scene("L").convert("I;16") if mode == "I;16" else scene(mode)
    assert open_photo(saved(held, "PNG")).mode == "RGB"


def test_what_is_see_through_shows_white() -> None:
    assert (
        open_photo(saved(Image.new("RGBA", (64, 64), (0, 0, 0, 0)), "PNG")).getpixel((30, 30)) == (255,) * 3
    )
