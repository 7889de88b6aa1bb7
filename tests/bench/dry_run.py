"""One dry run in a process of its own; prints what it took as JSON. Run by the bench of imports.

Only what a dry run needs is loaded: a worker is larger by what it needs for conversations.
"""

import json
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from application.execute import Shop
from application.reactors.check_import import CheckImport
from application.unit import Units
from application.work import Work, WorkKind
from domain.identity import BoutiqueId
from interfaces.imports.catalogue import ListedPieces
from interfaces.imports.lists import PostgresLists
from interfaces.postgres.credentials import Addresses, Credentials
from interfaces.postgres.database import Database
from interfaces.postgres.embedded import EmbeddedServer
from interfaces.postgres.event_store import PostgresFactLog
from interfaces.postgres.migrate import DATABASE
from interfaces.postgres.vault import PostgresVault


class Now:
    """The time of this machine."""

    def now(self) -> datetime:
        """Now."""
        return datetime.now(UTC)


def measure(boutique: BoutiqueId, identity: UUID) -> str:
    """The dry run, its time and its size. Units: seconds, MB. Shape: JSON."""
    directory = Path(os.environ["DUKANI_DATA_DIR"])
    credentials = Credentials.kept_in(directory)
    address = EmbeddedServer(directory, credentials).attach()
    database = Database(Addresses.of(address, credentials, DATABASE), 4)
    clock = Now()
    shop = Shop(Units(PostgresFactLog(database), PostgresVault(database, credentials.master), clock), clock)
    check = CheckImport(shop, PostgresLists(database), ListedPieces(database))
    work = Work(boutique, WorkKind.CHECK_IMPORT, str(identity), identity, clock.now(), identity)
    before, began, used = _megabytes("VmRSS"), time.perf_counter(), time.process_time()
    check(work, lambda: None)
    told = {"seconds": time.perf_counter() - began, "processor": time.process_time() - used}
    most = _megabytes("VmHWM")
    database.close()
    return json.dumps({**told, "megabytes": most, "grown": most - before})


def _megabytes(what: str) -> float:
    """Of this process alone; `getrusage` would tell its parent's size where that was larger."""
    told = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith(f"{what}:")) / 1024


if __name__ == "__main__":
    sys.stdout.write(f"{measure(BoutiqueId(UUID(sys.argv[1])), UUID(sys.argv[2]))}\n")
