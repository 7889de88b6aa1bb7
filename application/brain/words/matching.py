"""How well a piece of the catalogue meets a need: concept tags for the index, and pure scores for ranking."""

from collections.abc import Collection, Iterable
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from application.brain.words.concepts import Concepts, concepts_in
from application.brain.words.spelling import spelled
from application.brain.words.text import clean, fold, words_of
from application.understanding import Need
from domain.clothing import Colour, Garment, Pattern

_WEIGHTS: Final = {"g": 3.0, "c": 2.0, "p": 1.5, "o": 1.0, "l": 1.0, "f": 1.0}
_KIN: Final = tuple(
    (frozenset(tags.split()), kinship)
    for tags, kinship in (
        ("g:top g:blouse g:shirt g:t-shirt g:long-sleeve", 0.6),
        ("g:sweater g:hoodie", 0.6),
        ("g:blazer g:jacket g:coat", 0.6),
        ("g:suit g:blazer", 0.5),
        ("g:dress g:dera g:kaftan", 0.6),
        ("g:trousers g:jeans g:leggings", 0.6),
        ("g:kanga g:scarf", 0.4),
        ("g:dress g:jumpsuit", 0.3),
        ("c:red c:maroon", 0.6),
        ("c:blue c:navy", 0.6),
        ("c:blue c:turquoise", 0.5),
        ("c:green c:olive", 0.6),
        ("c:white c:beige", 0.4),
        ("c:brown c:beige", 0.4),
        ("c:pink c:purple", 0.3),
        ("o:wedding o:party o:date", 0.4),
        ("o:office o:church", 0.3),
        ("o:casual o:home o:travel", 0.3),
        ("l:bodycon l:fitted", 0.6),
        ("l:mini l:midi", 0.3),
        ("l:midi l:maxi", 0.3),
        ("f:silk f:satin", 0.6),
    )
)
_REFUSED: Final = 0.1
_ALIKE: Final = 0.7


def concepts_of_listing(
    title: str,
    description: str = "",
    garment: Garment | None = None,
    colours: Iterable[Colour] = (),
    patterns: Iterable[Pattern] = (),
) -> tuple[str, ...]:
    """The concept tags of a piece, for the index.

    Shape: "g:dress" garment, "c:red" colour, "p:kitenge" pattern, "o:wedding" occasion, "l:maxi" cut,
    "f:chiffon" fabric. A description does not name the garment or colour: it may say "wear it with jeans".
    """
    named, told = _concepts(title), _concepts(description)
    said = tuple(dict.fromkeys((*colours, *named.colours))) or told.colours
    garments = (garment,) if garment else named.garments or told.garments[:1]
    tags = [f"g:{g}" for g in garments] + [f"c:{c}" for c in said]
    for concepts in (named, told):
        tags += _soft_tags(concepts)
    return tuple(dict.fromkeys(tags + [_as_fabric(f"p:{p}") for p in patterns]))


def score(need: Need, concepts: Collection[str]) -> float:
    """How well the concepts of a piece meet a need, 0 to 1; 0 also if the need names nothing.

    Shape: each kind that was asked for counts by its weight with its best hit; a kindred garment or colour
    counts in part; a colour that was refused leaves a tenth.
    """
    asked = _asked(need)
    if not asked:
        return 0.0
    whole = sum(_WEIGHTS[kind] for kind in asked)
    met = sum(_WEIGHTS[kind] * _best(tags, concepts) for kind, tags in asked.items())
    refused = any(f"c:{colour}" in concepts for colour in need.not_colours)
    return met / whole * (_REFUSED if refused else 1.0)


def text_similarity(query_words: Collection[str], title_words: Collection[str]) -> float:
    """How alike the words of a query and a title are spelled, 0 to 1: each query word by its best match.

    Example: text_similarity(["peplm"], ["peplum", "top"]) is above 0.8; unlike words count nothing.
    """
    if not query_words or not title_words:
        return 0.0
    queries, titles = [fold(w) for w in query_words], [fold(w) for w in title_words]
    best = (
        process.extractOne(w, titles, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_ALIKE)
        for w in queries
    )
    return sum(found[1] for found in best if found) / len(queries)


def _concepts(text: str) -> Concepts:
    return concepts_in(spelled(words_of(fold(clean(text)))).words)


def _soft_tags(concepts: Concepts) -> list[str]:
    return [
        *(_as_fabric(f"p:{p}") for p in concepts.patterns),
        *(f"o:{o}" for o in concepts.occasions),
        *(f"l:{s}" for s in concepts.styles),
        *(f"f:{f}" for f in concepts.fabrics),
    ]


def _as_fabric(tag: str) -> str:
    # Lace and denim are both cloth and look; they meet as cloth.
    return {"p:lace": "f:lace", "p:denim": "f:denim"}.get(tag, tag)


def _asked(need: Need) -> dict[str, list[str]]:
    asked: dict[str, list[str]] = {}
    tags = [
        *(f"g:{g}" for g in need.garments),
        *(f"c:{c}" for c in need.colours),
        *(_as_fabric(f"p:{p}") for p in need.patterns),
        *(f"o:{o}" for o in need.occasions),
        *(f"l:{s}" for s in need.styles),
        *(f"f:{f}" for f in need.fabrics),
    ]
    for tag in tags:
        asked.setdefault(tag[0], []).append(tag)
    return asked


def _best(wanted: Iterable[str], concepts: Collection[str]) -> float:
    return max((_meets(tag, concepts) for tag in wanted), default=0.0)


def _meets(tag: str, concepts: Collection[str]) -> float:
    if tag in concepts:
        return 1.0
    kin = [kinship for tags, kinship in _KIN if tag in tags and any(c in tags for c in concepts)]
    return max(kin, default=0.0)
