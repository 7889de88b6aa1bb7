"""Crude drawn garments, as a catalogue without photos shows them, and what happens to their pictures."""

import io

from PIL import Image, ImageDraw

Shape = tuple[tuple[int, int], ...]
SHAPES: dict[str, Shape] = {
    "dress": ((150, 60), (250, 60), (260, 190), (330, 440), (70, 440), (140, 190)),
    "top": ((120, 120), (280, 120), (350, 210), (300, 240), (280, 200), (280, 380), (120, 380), (120, 200)),
    "trousers": ((130, 60), (270, 60), (300, 440), (220, 440), (200, 180), (180, 440), (100, 440)),
    "skirt": ((150, 130), (250, 130), (330, 380), (70, 380)),
}


def drawing(shape: str, colour: str, trim: str | None = None, ground: str = "#f6f1ea") -> Image.Image:
    """A flat garment on a plain ground; a trim adds stripes."""
    picture = Image.new("RGB", (400, 500), ground)
    cloth = Image.new("RGB", picture.size, colour)
    if trim:
        pen = ImageDraw.Draw(cloth)
        for line in range(0, 500, 40):
            pen.rectangle((0, line, 400, line + 9), fill=trim)
    solid = Image.new("L", picture.size, 0)
    ImageDraw.Draw(solid).polygon(SHAPES[shape], fill=255)
    picture.paste(cloth, (0, 0), solid)
    return picture


def framed(picture: Image.Image) -> Image.Image:
    """The picture on a phone's screen, bars above and below."""
    screen = Image.new("RGB", (picture.width, picture.height + 260), "#0b141a")
    screen.paste(picture, (0, 110))
    ImageDraw.Draw(screen).text((16, picture.height + 140), "KSh 2,500 DM to order", fill="white")
    return screen


def as_png(picture: Image.Image) -> bytes:
    """The file of a drawing."""
    return _saved(picture, "PNG")


def as_jpeg(picture: Image.Image, quality: int = 85) -> bytes:
    """The file of a photo."""
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=quality)
    return held.getvalue()


def _saved(picture: Image.Image, kind: str) -> bytes:
    held = io.BytesIO()
    picture.save(held, kind)
    return held.getvalue()
