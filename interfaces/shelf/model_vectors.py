"""What hosted models made of the catalogue: of pictures and of listings' words, by the SHA-256 of each."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from psycopg import Connection, sql

from application.look import Placed
from application.reactors.embed_shelf import Unplaced
from domain.identity import BoutiqueId
from interfaces.postgres.database import Database
from interfaces.shelf.picture_vectors import as_text
from projections.product_index import ProductIndex

PICTURE, WORDS = "picture:", "words:"

SERVES_FROM: Final = 0.95
"""The part of the catalogue that a space must hold to serve; the pieces listed last may still be missing."""

_WANTED: Final = sql.SQL("""
  WITH wanted AS (
    SELECT DISTINCT 'picture:' || picture AS content, '' AS words, picture
      FROM dukani.shelf_products, unnest(pictures) AS picture
     WHERE boutique_id = %(boutique)s AND NOT archived
    UNION
    SELECT 'words:' || encode(sha256(convert_to(search_text, 'UTF8')), 'hex'), search_text, ''
      FROM dukani.shelf_products WHERE boutique_id = %(boutique)s AND NOT archived AND search_text <> ''
  )""")
_MISSING: Final = sql.SQL("""{}
  SELECT content, words, picture FROM wanted WHERE NOT EXISTS (
    SELECT FROM dukani.model_vectors v
     WHERE v.boutique_id = %(boutique)s AND v.space = %(space)s AND v.content = wanted.content)
   ORDER BY content LIMIT %(most)s""").format(_WANTED)
_SERVING: Final = sql.SQL("""{}
  SELECT v.space FROM wanted JOIN dukani.model_vectors v
      ON v.boutique_id = %(boutique)s AND v.content = wanted.content
   GROUP BY v.space HAVING count(*) >= %(part)s * (SELECT count(*) FROM wanted)
   ORDER BY v.space = %(wanted)s DESC, v.space DESC LIMIT 1""").format(_WANTED)
_NEAR: Final = """
  SELECT content, 1 - (vector <=> %(vector)s::halfvec) FROM dukani.model_vectors
   WHERE boutique_id = %(boutique)s AND space = %(space)s AND vector IS NOT NULL
     AND starts_with(content, %(kind)s)"""
_POSITION: Final = "SELECT position FROM dukani.positions WHERE boutique_id = %s AND projection = %s"


class ModelVectors:
    """The vectors of hosted models, each space by itself."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_known(self, boutique: BoutiqueId, position: int) -> bool:
        """Whether the index of products is read up to this fact."""
        with self._database.as_boutique(boutique) as conn:
            row = conn.execute(_POSITION, (boutique, ProductIndex.name)).fetchone()
        return bool(row) and int(row[0]) >= position if row else False

    def missing(self, boutique: BoutiqueId, space: str, most: int) -> Sequence[Unplaced]:
        """What has no vector in this space, at most so many."""
        asked = {"boutique": boutique, "space": space, "most": most}
        with self._database.as_boutique(boutique) as conn:
            return [Unplaced(*row) for row in conn.execute(_MISSING, asked).fetchall()]

    def keep(self, boutique: BoutiqueId, space: str, content: str, vector: Sequence[float] | None) -> None:
        """Keep a vector, or that there is none to be had. Repeating it changes nothing."""
        with self._database.as_boutique(boutique) as conn:
            conn.execute(
                "INSERT INTO dukani.model_vectors (boutique_id, space, content, vector)"
                " VALUES (%s, %s, %s, %s::halfvec) ON CONFLICT DO NOTHING",
                (boutique, space, content, as_text(vector) if vector is not None else None),
            )

    def serving(self, boutique: BoutiqueId, wanted: str) -> str | None:
        """The space to search in: the wanted one once it is there, until then one that was before it."""
        asked = {"boutique": boutique, "wanted": wanted, "part": SERVES_FROM}
        with self._database.as_boutique(boutique) as conn:
            row = conn.execute(_SERVING, asked).fetchone()
        return str(row[0]) if row else None


def nearness(boutique: BoutiqueId, conn: Connection[Any], placed: Placed, kind: str) -> Mapping[str, float]:
    """How near everything of this kind is, by its name. Units: cosine."""
    asked = {"boutique": boutique, "space": placed.space, "vector": as_text(placed.vector), "kind": kind}
    rows = conn.execute(_NEAR, asked).fetchall()
    return {content.removeprefix(kind): cosine for content, cosine in rows}
