"""The shelf over PostgreSQL: exact search among one boutique's pieces, by picture, by words or by both.

Rows are held in memory for boutiques that are searched, and brought up to the revision of the product index
at each question: what is answered is what the rows say, never what they once said.
"""

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from psycopg import Connection

from application.look import Look
from application.ports import Clock, Found, Piece
from application.understanding import Need
from domain.identity import BoutiqueId, ProductId
from interfaces.postgres.database import Database
from interfaces.shelf.model_vectors import PICTURE, WORDS, nearness
from interfaces.shelf.picture_vectors import DIMENSIONS, as_text
from interfaces.shelf.ranking import Ranked, allowed, ranked
from interfaces.shelf.stall import EMPTY, Stall
from projections import product_index

HELD: Final = 64
"""Boutiques whose rows are held at a time; the one longest not asked for goes first."""

NEAREST: Final = 200
"""Pictures that a photo is fused with words over; nothing further away is alike."""

_NEAREST: Final = (
    "SELECT picture, 1 - (vector <=> %s::vector) FROM dukani.picture_vectors"
    " WHERE boutique_id = %s AND model = %s ORDER BY vector <=> %s::vector LIMIT %s"
)


class PostgresShelf:
    """The port Shelf. Safe to share between threads."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self._held: OrderedDict[BoutiqueId, Stall] = OrderedDict()
        self._lock = threading.Lock()

    def search(
        self, boutique: BoutiqueId, need: Need, look: Look | None, limit: int, skip: int = 0
    ) -> Sequence[Found]:
        """Nearest pieces first. Size, price and stock are exact; what was relaxed is named on each."""
        with self._database.as_boutique(boutique) as conn:
            stall = self._stall(boutique, conn)
            likeness = _likeness(boutique, conn, stall, need, look) if look else None
            near = _nearness(boutique, conn, stall, need, look)
        if look and not likeness:
            need, likeness, near = _seen(need, look), None, None
        found = ranked(stall, need, self._clock.now(), likeness, near)
        return [_found(stall, one) for one in found[skip : skip + limit]]

    def piece(self, boutique: BoutiqueId, product: ProductId) -> Piece | None:
        """One piece with what is in stock of it now; None once it is no longer offered."""
        with self._database.as_boutique(boutique) as conn:
            stall = self._stall(boutique, conn)
        row = stall.products.get(product)
        return None if row is None or row.archived else stall.piece(row)

    def piece_called(self, boutique: BoutiqueId, sku: str) -> Piece | None:
        """The piece of this SKU; None once it is no longer offered."""
        with self._database.as_boutique(boutique) as conn:
            stall = self._stall(boutique, conn)
        row = stall.called.get(sku.casefold())
        return stall.piece(row) if row else None

    def _stall(self, boutique: BoutiqueId, conn: Connection[Any]) -> Stall:
        with self._lock:
            held = self._held.get(boutique, EMPTY)
        revision = product_index.revision(boutique, conn)
        if revision == held.revision:
            return held
        if revision < held.revision:
            held = EMPTY
        stall = held.grown(revision, *product_index.changed(boutique, conn, held.revision))
        with self._lock:
            self._held[boutique] = stall
            self._held.move_to_end(boutique)
            while len(self._held) > HELD:
                self._held.popitem(last=False)
        return stall


def _likeness(
    boutique: BoutiqueId, conn: Connection[Any], stall: Stall, need: Need, look: Look
) -> Mapping[int, float]:
    """The cosine of the pieces nearest to a photo, by place, each by its likest picture.

    Asks for more pictures until enough of them show pieces that may be shown, or there are no more.
    """
    if len(look.vector) != DIMENSIONS:
        return {}
    mask, wanted, asked = allowed(stall, need), as_text(look.vector), NEAREST * 2
    while True:
        rows = conn.execute(_NEAREST, (wanted, boutique, look.model, wanted, asked)).fetchall()
        found: dict[int, float] = {}
        for picture, cosine in rows:
            for place in stall.places_of_picture.get(picture, ()):
                if mask[place]:
                    found.setdefault(int(place), cosine)
        if len(found) >= NEAREST or len(rows) < asked:
            return found
        asked *= 8


def _nearness(
    boutique: BoutiqueId, conn: Connection[Any], stall: Stall, need: Need, look: Look | None
) -> Mapping[int, float] | None:
    """How near pieces are in the space of the boutique's own model, by place; None without one."""
    placed = look.placed if look else need.placed
    if placed is None:
        return None
    kind, places = (PICTURE, stall.places_of_picture) if look else (WORDS, stall.places_of_words)
    found: dict[int, float] = {}
    for content, cosine in nearness(boutique, conn, placed, kind).items():
        for place in places.get(content, ()):
            found[int(place)] = max(cosine, found.get(int(place), cosine))
    return found or None


def _seen(need: Need, look: Look) -> Need:
    """What the eye saw, in words: for when no picture of the boutique can be compared with the photo."""
    kinds = (look.kind,) if look.kind else ()
    colours = tuple(colour for colour, _ in look.colours[:1])
    return need.model_copy(update={"garments": need.garments or kinds, "colours": need.colours or colours})


def _found(stall: Stall, one: Ranked) -> Found:
    return Found(stall.piece(stall.rows[one.place]), one.score, one.likeness, one.relaxed)
