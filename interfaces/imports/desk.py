"""The owner's imports: a list comes in, with pictures, is checked, and is taken over when she says so."""

from collections.abc import Sequence
from typing import BinaryIO, Final
from uuid import UUID

from application.brain.eye.photo import PhotoUnreadable
from application.importing.tables import columns_at_top
from application.ports import Clock, Pictures
from application.proposing import clean
from domain.fact import Actor
from domain.identity import BoutiqueId
from interfaces.http.importing import Import, PhotosKept
from interfaces.imports.lists import PostgresLists
from interfaces.imports.packed_photos import photos_in
from interfaces.spreadsheets.tables import rows_of

LATEST: Final = 10


class Imports:
    """What the dashboard does with lists."""

    def __init__(self, lists: PostgresLists, pictures: Pictures, clock: Clock) -> None:
        self._lists, self._pictures, self._clock = lists, pictures, clock

    def send(self, boutique: BoutiqueId, identity: UUID, name: str, actor: Actor, content: bytes) -> Import:
        """Keep a list and let it be checked. Raises: TableUnreadable for what can be no list."""
        columns_at_top(rows_of(content))
        self._lists.keep(boutique, identity, name, actor, content, self._clock.now())
        kept = self._lists.one(boutique, identity)
        if kept is None:
            raise LookupError("a list that was just kept is gone")
        return kept

    def add_photos(self, boutique: BoutiqueId, identity: UUID, packed: BinaryIO) -> PhotosKept | None:
        """Keep the pictures of a ZIP. Raises: ZipRefused."""
        if self._lists.one(boutique, identity) is None:
            return None
        names, refused = dict[str, str](), list[tuple[str, str]]()
        for name, photo in photos_in(packed):
            try:
                names[name] = self._pictures.keep(boutique, clean(photo))
            except PhotoUnreadable as unreadable:
                refused.append((name[:80], unreadable.reason.value))
        if not self._lists.add_photos(boutique, identity, names, self._clock.now()):
            return None
        return PhotosKept(len(names), tuple(refused))

    def confirm(self, boutique: BoutiqueId, identity: UUID) -> Import | None:
        """Let a checked list be taken over."""
        self._lists.confirm(boutique, identity, self._clock.now())
        return self._lists.one(boutique, identity)

    def one(self, boutique: BoutiqueId, identity: UUID) -> Import | None:
        """How far an import has come."""
        return self._lists.one(boutique, identity)

    def latest(self, boutique: BoutiqueId) -> Sequence[Import]:
        """The last few."""
        return self._lists.latest(boutique, LATEST)
