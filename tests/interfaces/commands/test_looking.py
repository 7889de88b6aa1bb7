"""What the agent sees and understands, as JSON lines."""

import json
from io import BytesIO
from pathlib import Path

from PIL import Image
from typer.testing import CliRunner

from interfaces.cli import app


def test_each_message_becomes_one_line_with_language_intent_and_slots() -> None:
    said = "nataka gauni nyekundu chini ya elfu tatu\nwhere is my order?\n"

    ended = CliRunner().invoke(app, ["understand"], input=said)

    first, second = (json.loads(line) for line in ended.output.splitlines())
    assert (first["language"], first["intent"]) == ("sw", "search")
    assert first["slots"]["need"] == {"garments": ["dress"], "colours": ["red"], "max_price": 300_000}
    assert (second["language"], second["intent"]) == ("en", "order_status")


def test_a_photo_becomes_one_line_with_kind_colours_and_a_vector(tmp_path: Path) -> None:
    photo = tmp_path / "red.jpg"
    written = BytesIO()
    Image.new("RGB", (300, 400), (200, 20, 30)).save(written, "JPEG")
    photo.write_bytes(written.getvalue())

    ended = CliRunner().invoke(app, ["look", str(photo), "--data", str(tmp_path / "none")])

    line = json.loads(ended.output)
    assert line["colours"][0][0] == "red"
    assert len(line["vector"]) == 144
    assert 0 <= line["confidence"] <= 1


def test_a_file_that_is_no_photo_is_told_on_its_line_and_the_next_one_is_looked_at(tmp_path: Path) -> None:
    wrong, right = tmp_path / "wrong.jpg", tmp_path / "right.png"
    wrong.write_text("not a picture")
    Image.new("RGB", (64, 64), (0, 0, 0)).save(right)

    ended = CliRunner().invoke(app, ["look", str(wrong), str(right), "--data", str(tmp_path / "none")])

    first, second = (json.loads(line) for line in ended.output.splitlines())
    assert first["error"]
    assert second["error"] is None
