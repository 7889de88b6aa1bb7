"""Checks that facts.jsonl is the whole log, as it was recorded. Lies beside the files of every export.

Example: python verify.py (in the folder of the unpacked export)
"""

import hashlib
import json
import struct
import sys
import uuid
from collections.abc import Iterable
from pathlib import Path


def head_of(boutique: str, lines: Iterable[str]) -> str:
    """The head of the chain over these facts, in hexadecimal. Raises: ValueError for a gap."""
    head, expected = hashlib.sha256(uuid.UUID(boutique).bytes).digest(), 1
    for line in lines:
        fact = json.loads(line)
        if fact["position"] != expected:
            raise ValueError(f"position {expected} is missing")
        stream, topic, state = (fact[name].encode() for name in ("stream", "topic", "state"))
        link = head + struct.pack(">q", expected) + struct.pack(">i", len(stream)) + stream
        link += struct.pack(">q", fact["version"]) + struct.pack(">i", len(topic)) + topic
        head = hashlib.sha256(link + struct.pack(">i", len(state)) + state).digest()
        expected += 1
    return head.hex()


def main(folder: Path) -> int:
    """Say whether the facts are whole: 0 if they are."""
    told = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    with (folder / "facts.jsonl").open(encoding="utf-8") as facts:
        whole = head_of(told["boutique"], facts) == told["head"]
    sys.stdout.write("The log is whole.\n" if whole else "The log is NOT what was recorded.\n")
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main(Path(__file__).parent))
