"""Starting the house: what an operator can mend is told in one sentence, and nothing is left running."""

import shutil
import socket
import threading
from collections import namedtuple
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from typer.testing import CliRunner

from interfaces.cli import app
from interfaces.commands import running
from interfaces.commands.running import serving_database
from interfaces.postgres.embedded import ServerFailed
from interfaces.settings import Settings

Usage = namedtuple("Usage", "total used free")


def test_a_taken_port_is_told_with_another_one_to_choose() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(ServerFailed, match=f"Port {port} is taken .* PORT={port + 1}"):
            running.check_port(Settings(sandbox=True, port=port))


def test_a_full_disk_is_told_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(100, 99, 1024))

    with (
        pytest.raises(ServerFailed, match="Only 0 MB are free"),
        serving_database(Settings(sandbox=True, data_dir=tmp_path / "shop")),
    ):
        pytest.fail("the house must not open")
    assert not list((tmp_path / "shop").iterdir())


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with (
        pytest.raises(ServerFailed, match="cannot be written"),
        serving_database(Settings(sandbox=True, data_dir=tmp_path / "file" / "shop")),
    ):
        pytest.fail("the house must not open")


def test_wrong_settings_end_the_command_with_a_sentence_and_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUKANI_PUBLIC_URL", "http://shop.example.co.ke")

    ended = CliRunner().invoke(app, ["run"])

    assert ended.exit_code == running.CANNOT_OPEN
    assert "call back over HTTPS" in ended.output
    assert "Traceback" not in ended.output


def test_a_thread_that_falls_is_told_as_an_error_with_its_name() -> None:
    fallen = threading.ExceptHookArgs((ValueError, ValueError("x"), None, threading.Thread(name="lane-1")))
    with capture_logs() as told:
        running._on_fallen_thread(fallen)
    assert [(line["event"], line["kind"], line["log_level"]) for line in told] == [
        ("thread-fell", "lane-1", "error")
    ]
