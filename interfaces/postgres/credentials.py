"""The passwords of the database's roles and the master key, made once and kept where only we read them."""

import base64
import hashlib
import hmac
import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from psycopg.conninfo import conninfo_to_dict, make_conninfo

FILE = "secrets.json"


@dataclass(frozen=True, slots=True, repr=False)
class Credentials:
    """A password for each role, and the key under which the keys of persons are wrapped.

    Shape: `master_key` is base64 of 32 bytes. Never shown: its `repr` is the class's name alone.
    """

    admin: str
    owner: str
    app: str
    follower: str
    auditor: str
    master_key: str

    @classmethod
    def fresh(cls) -> Self:
        """New ones, from the system's source of chance."""
        owner, admin, app, follower, auditor = (secrets.token_urlsafe(24) for _ in range(5))
        master_key = base64.b64encode(secrets.token_bytes(32)).decode()
        return cls(admin, owner, app, follower, auditor, master_key)

    @classmethod
    def kept_in(cls, directory: Path) -> Self:
        """Those of this data directory, made at the first call. Two first calls at once agree.

        Raises: PermissionError when others could read the file.
        """
        path = directory / FILE
        directory.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _write_once(path, json.dumps(asdict(cls.fresh())))
        if path.stat().st_mode & 0o077:
            raise PermissionError(f"{path} can be read by others; run: chmod 600 {path}")
        return cls(**json.loads(path.read_text()))

    @property
    def master(self) -> bytes:
        """The master key's 32 bytes."""
        return base64.b64decode(self.master_key)

    @property
    def platform(self) -> str:
        """The password of the operator's role; derived, for a file may be from before that role."""
        return hmac.new(self.master, b"dukani|role|platform", hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True, repr=False)
class Addresses:
    """Where the database is, once for each role. Shape: connection strings of libpq."""

    owner: str
    app: str
    follower: str
    auditor: str
    platform: str

    @classmethod
    def of(cls, base: str, credentials: Credentials, database: str | None = None) -> Self:
        """The roles' addresses on the server that `base` names.

        What stands after a dot in the user's name is the project, by which Supabase's pooler finds the
        database; it is part of every role's name there.
        """
        project = str(conninfo_to_dict(base).get("user") or "").partition(".")[2]

        def as_role(role: str, password: str) -> str:
            chosen = {} if database is None else {"dbname": database}
            user = f"dukani_{role}" + (f".{project}" if project else "")
            return make_conninfo(base, user=user, password=password, **chosen)

        return cls(
            owner=as_role("owner", credentials.owner),
            app=as_role("app", credentials.app),
            follower=as_role("follower", credentials.follower),
            auditor=as_role("auditor", credentials.auditor),
            platform=as_role("platform", credentials.platform),
        )


def _write_once(path: Path, text: str) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
