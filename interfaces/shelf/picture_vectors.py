"""What an eye made of the catalogue's pictures, kept once for each picture and eye."""

from collections.abc import Sequence
from typing import NamedTuple

from domain.identity import BoutiqueId
from interfaces.postgres.database import Database

DIMENSIONS = 144


class Likeness(NamedTuple):
    """How like a picture is. Units: cosine, 1 is the same direction."""

    picture: str
    cosine: float


class PictureVectors:
    """The vectors of pictures, by eye and by the SHA-256 of the picture."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, boutique: BoutiqueId, model: str, picture: str, vector: Sequence[float]) -> None:
        """Keep a picture's vector; a picture's bytes never change, so a second one changes nothing.

        Raises: ValueError for a vector that is not of this space.
        """
        if len(vector) != DIMENSIONS:
            raise ValueError(f"a vector of {len(vector)} numbers is not one of {DIMENSIONS}")
        with self._database.as_boutique(boutique) as conn:
            conn.execute(
                "INSERT INTO dukani.picture_vectors (boutique_id, model, picture, vector)"
                " VALUES (%s, %s, %s, %s::vector) ON CONFLICT DO NOTHING",
                (boutique, model, picture, as_text(vector)),
            )

    def known(self, boutique: BoutiqueId, model: str, pictures: Sequence[str]) -> frozenset[str]:
        """Those of the pictures that this eye has looked at."""
        with self._database.as_boutique(boutique) as conn:
            rows = conn.execute(
                "SELECT picture FROM dukani.picture_vectors"
                " WHERE boutique_id = %s AND model = %s AND picture = ANY(%s)",
                (boutique, model, list(pictures)),
            ).fetchall()
        return frozenset(row[0] for row in rows)


def as_text(vector: Sequence[float]) -> str:
    """A vector as the database reads it."""
    return "[" + ",".join(map(repr, map(float, vector))) + "]"
