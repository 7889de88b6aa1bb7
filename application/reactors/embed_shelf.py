"""What changed in the catalogue → the boutique's own model → vectors; in parts, in the background.

Until a model has embedded everything, what was there before serves: an older space, or the offline eye's.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from application.brain.eye.photo import PhotoUnreadable
from application.brain.hosted.prices import cost
from application.brain.hosted.seeing import shrunk
from application.execute import Shop
from application.outcome import DONE, Later, Outcome, backoff
from application.ports import Pictures
from application.ports.model import Embedded, Embedder, Spent, Tokens, Unavailable
from application.work import Work
from domain.boutique.boutique import Boutique
from domain.boutique.events import BrainChosen
from domain.brain import ModelUse, Purpose
from domain.identity import BoutiqueId, derive

AT_ONCE: Final = 20
SECONDS: Final = 30.0
SOON: Final = timedelta(seconds=1)
REFUSED_FOR: Final = timedelta(hours=1)
Contents = Mapping[str, str | bytes]
Vectors = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something of the catalogue that has no vector yet: words, or the name of a picture."""

    content: str
    words: str = ""
    picture: str = ""


class Space(Protocol):
    """The catalogue's vectors in the spaces of hosted models."""

    def is_known(self, boutique: BoutiqueId, position: int) -> bool:
        """Whether the catalogue is read up to this fact."""
        ...

    def missing(self, boutique: BoutiqueId, space: str, most: int) -> Sequence[Unplaced]:
        """What has no vector in this space, at most so many."""
        ...

    def keep(self, boutique: BoutiqueId, space: str, content: str, vector: Sequence[float] | None) -> None:
        """Keep a vector, or that there is none to be had. Repeating it changes nothing."""
        ...


class _Busy(Exception):  # noqa: N818
    """The model can be asked again in a while."""


class Embedders(Protocol):
    """Each boutique's own model for its catalogue."""

    def embedder(self, boutique: BoutiqueId, chosen: BrainChosen | None) -> Embedder | None:
        """What embeds it; None where its brain has no such model."""
        ...


class EmbedShelf:
    """Embeds what is missing, one part after the other."""

    def __init__(
        self, shop: Shop, embedders: Embedders, pictures: Pictures, index: Space, spent: Spent
    ) -> None:
        self._shop, self._embedders, self._spent = shop, embedders, spent
        self._pictures, self._index = pictures, index

    def __call__(self, work: Work, begin: Callable[[], None]) -> Outcome:
        """Embed one part, and come again while there is more."""
        boutique, now = work.boutique, self._shop.now()
        chosen = self._shop.open(boutique, boutique).get(Boutique, boutique).brain
        embedder = self._embedders.embedder(boutique, chosen)
        if embedder is None or chosen is None:
            return DONE
        if not self._index.is_known(boutique, int(work.detail or 0)):
            return Later(now + SOON, "the catalogue is not read that far")
        missing = self._index.missing(boutique, embedder.space, AT_ONCE)
        if not missing:
            return DONE
        if self._spent(boutique) >= chosen.day_micro_usd:
            return Later(_tomorrow(now), "the day's budget is spent")
        begin()
        return self._embed(work, embedder, missing)

    def _embed(self, work: Work, embedder: Embedder, missing: Sequence[Unplaced]) -> Outcome:
        boutique, now = work.boutique, self._shop.now()
        told = {one.content: self._content(boutique, one) for one in missing}
        what = {content: each for content, each in told.items() if each}
        try:
            made = self._asked(boutique, embedder, what)
            if made is None:
                made = self._each_alone(boutique, embedder, what)
        except _Busy as busy:
            return Later(backoff(now, work.attempts), str(busy))
        if what and not made:
            return Later(now + REFUSED_FOR, "the model takes none of it")
        for content in told:
            self._index.keep(boutique, embedder.space, content, made.get(content))
        return Later(now, "there is more")

    def _each_alone(self, boutique: BoutiqueId, embedder: Embedder, what: Contents) -> Vectors:
        """One that the model refuses must not keep the others from their vectors."""
        made: dict[str, Sequence[float]] = {}
        for content, each in what.items():
            made |= self._asked(boutique, embedder, {content: each}) or {}
        return made

    def _asked(self, boutique: BoutiqueId, embedder: Embedder, what: Contents) -> Vectors | None:
        """The vectors, and what they cost noted; None where the model refuses. Raises: _Busy."""
        if not what:
            return {}
        answer = embedder.embed(list(what.values()), SECONDS)
        if isinstance(answer, Unavailable) and answer.again_in is not None:
            raise _Busy(answer.reason)
        if not isinstance(answer, Embedded):
            return None
        self._note(boutique, embedder, list(what), answer.tokens)
        return dict(zip(what, answer.vectors, strict=True))

    def _content(self, boutique: BoutiqueId, one: Unplaced) -> str | bytes | None:
        """What is embedded; None for a picture that is gone or cannot be read."""
        if not one.picture:
            return one.words
        picture = self._pictures.fetch(boutique, one.picture)
        try:
            return shrunk(picture) if picture else None
        except PhotoUnreadable:
            return None

    def _note(self, boutique: BoutiqueId, embedder: Embedder, told: Sequence[str], tokens: Tokens) -> None:
        """What it cost; noted before the vectors are kept, so that a crash hides no call."""
        space, day = embedder.space, self._shop.now().date()
        model = space.partition("@")[0]
        use = ModelUse(
            brain=embedder.brain,
            purpose=Purpose.EMBEDDING,
            model=model,
            version=space,
            prompt="shelf-1",
            outcome="answered",
            tokens_in=tokens.read,
            cost_micro_usd=cost(embedder.brain, model, tokens, day),
        )
        named = hashlib.sha256("\x1f".join((space, *told, str(self._shop.now()))).encode()).hexdigest()
        answer = derive(boutique, f"embedded/{named}")
        self._shop.tell(
            boutique,
            answer,
            Boutique,
            boutique,
            lambda shop: shop.note_embedded(answer=answer, space=space, contents=len(told), use=use),
        )


def _tomorrow(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
