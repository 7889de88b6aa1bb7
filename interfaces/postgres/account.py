"""The account under which the embedded server runs when we are root, which PostgreSQL refuses."""

import pwd
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Final

ACCOUNT: Final = "pgserver"


def own_account() -> pwd.struct_passwd:
    """The account the server runs under when we are root; made at the first call."""
    with suppress(KeyError):
        return pwd.getpwnam(ACCOUNT)
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT]
    with suppress(OSError):
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603
    with suppress(KeyError):
        return pwd.getpwnam(ACCOUNT)
    return pwd.getpwnam("nobody")


def let_through(path: Path) -> None:
    """The right to pass through, and no more, for the server's account on the way to this directory."""
    for step in (path, *path.parents):
        mode = step.stat().st_mode
        if not mode & 0o001:
            step.chmod(mode | 0o001)
