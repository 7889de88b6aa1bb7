"""What the built pages carry before a first screen: the scripts that it waits for, and their weight."""

import gzip
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

DIST: Final = Path(__file__).parents[2] / "dashboard" / "dist"


def scripts_of(page: str, later: Iterable[str]) -> dict[str, bytes]:
    """Each script that must be there before this page's screen is, by the names of those asked for later."""
    html = (DIST / f"{page}.html").read_text()
    asked = set(re.findall(r'(?:src|href)="/assets/([^"]+\.js)"', html))
    needed = with_imports(asked | {named(name) for name in later})
    return {name: (DIST / "assets" / name).read_bytes() for name in needed}


def compressed(scripts: Iterable[bytes]) -> int:
    """Units: bytes on the line, as any server and browser can pack them."""
    return sum(len(gzip.compress(script)) for script in scripts)


def named(name: str) -> str:
    """The one built script of this name."""
    (found,) = (
        path.name for path in (DIST / "assets").glob(f"{name}-*.js") if len(path.stem) == len(name) + 9
    )
    return found


def with_imports(scripts: set[str]) -> set[str]:
    """These scripts and all that must be there before they run."""
    needed: set[str] = set()
    while scripts:
        needed |= scripts
        texts = ((DIST / "assets" / name).read_text() for name in scripts)
        scripts = {
            found for text in texts for found in re.findall(r'(?:from|import)"\./([^"]+\.js)"', text)
        } - needed
    return needed
