"""The archive: a ZIP with all of a boutique, written piece by piece, and put in place when it is whole."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from interfaces.exporting import verify
from interfaces.exporting.source import LogEnd, Source

PARTS: Final = 6
_AT_ONCE: Final = 1_000
_READ_ME: Final = """This is all that your boutique has at Dukani.

products.csv         your pieces and their stock; it can be imported again
orders.csv           your orders
customers.csv        your customers, and whether they may be written to
conversations.jsonl  every message, one JSON object a line, the latest of each customer first
facts.jsonl          the log from which all of it follows, as it was recorded
pictures/            your pieces' pictures

What is personal stands in the log only sealed. Whoever was forgotten is forgotten here as well.
To see that no fact was changed, left out or added: python verify.py
"""


def write(source: Source, path: Path, now: datetime, progress: Callable[[int], None]) -> int:
    """Write the archive there, telling how many of its parts are done. Units: its size in bytes."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft, end = path.with_suffix(".draft"), source.log_end()
    draft.touch(mode=0o600)
    with ZipFile(draft, "w", ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", _READ_ME)
        archive.writestr("manifest.json", _manifest(source, end, now))
        archive.writestr("verify.py", Path(verify.__file__).read_bytes())
        lines = (
            ("products.csv", source.products()),
            ("orders.csv", source.orders()),
            ("customers.csv", source.customers()),
            ("conversations.jsonl", source.conversations()),
            ("facts.jsonl", source.facts(end)),
        )
        for done, (name, written) in enumerate(lines):
            progress(done)
            _stream(archive, name, written)
        progress(len(lines))
        for name, picture in source.photos():
            archive.writestr(f"pictures/{name}.jpg", picture, ZIP_STORED)
    draft.replace(path)
    return path.stat().st_size


def _stream(archive: ZipFile, name: str, lines: Iterable[str]) -> None:
    rest = iter(lines)
    with archive.open(name, "w", force_zip64=True) as file:
        while some := list(islice(rest, _AT_ONCE)):
            file.write("".join(some).encode())


def _manifest(source: Source, end: LogEnd, now: datetime) -> str:
    told = {"boutique": str(source.boutique), "made_at": now.isoformat(), "position": end.position}
    return json.dumps({**told, "head": end.head.hex()}, indent=2)
