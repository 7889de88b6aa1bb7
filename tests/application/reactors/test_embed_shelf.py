"""The catalogue is embedded in the background: in parts, within the budget, each call paid and noted once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from uuid import UUID

import pytest
from PIL import Image

from application.outcome import DONE, Later, Outcome, backoff
from application.ports.model import Embedded, Malformed, Tokens, Unavailable
from application.reactors.embed_shelf import AT_ONCE, REFUSED_FOR, SOON, EmbedShelf, Unplaced
from application.work import Work, WorkKind
from domain.boutique.boutique import Boutique
from domain.boutique.events import BrainChosen, ShelfEmbedded
from domain.brain import BrainName
from domain.identity import BoutiqueId
from tests.application.little_shop import AMANI, LittleShop, put_off
from tests.domain.pieces import NOW

NOBODY = lambda: None  # noqa: E731
MANY = [Unplaced(f"words:{n}", words=f"dress {n}") for n in range(AT_ONCE + 3)]


def a_picture() -> bytes:
    """A small picture that can be read."""
    written = BytesIO()
    Image.new("RGB", (300, 300), "red").save(written, "JPEG")
    return written.getvalue()


@dataclass
class Embedder:
    """A model whose answers are told beforehand; else it gives each thing a vector."""

    brain: BrainName = BrainName.GEMINI
    space: str = "gemini-embedding-2@3"
    told: list[Embedded | Malformed | Unavailable] = field(default_factory=list)
    refuses: str = "nothing"
    asked: list[list[str | bytes]] = field(default_factory=list)

    def embed(
        self, what: Sequence[str | bytes], within: float, space: str = ""
    ) -> Embedded | Malformed | Unavailable:
        self.asked.append(list(what))
        if self.told:
            return self.told.pop(0)
        if self.refuses in what:
            return Unavailable("400 INVALID_ARGUMENT")
        return Embedded(tuple((1.0, 0.0, 0.0) for _ in what), Tokens(len(what) * 100))


@dataclass
class Space:
    """A catalogue's vectors in memory."""

    contents: list[Unplaced] = field(default_factory=list)
    kept: dict[tuple[UUID, str, str], Sequence[float] | None] = field(default_factory=dict)
    position: int = 10

    def is_known(self, boutique: BoutiqueId, position: int) -> bool:
        return self.position >= position

    def missing(self, boutique: BoutiqueId, space: str, most: int) -> list[Unplaced]:
        return [one for one in self.contents if (boutique, space, one.content) not in self.kept][:most]

    def keep(self, boutique: BoutiqueId, space: str, content: str, vector: Sequence[float] | None) -> None:
        self.kept[boutique, space, content] = vector


@dataclass
class Scene:
    """A little shop that thinks with Gemini."""

    little: LittleShop
    space: Space
    model: Embedder
    has_model: bool = True
    spent: int = 0

    def embedder(self, boutique: BoutiqueId, chosen: BrainChosen | None) -> Embedder | None:
        """The boutique's own model."""
        return self.model if chosen and self.has_model else None

    def work(self, detail: str = "10", attempts: int = 0, begin: Callable[[], None] = NOBODY) -> Outcome:
        """Do it once."""
        react = EmbedShelf(
            self.little.shop,
            self,
            self.little.pictures,
            self.space,
            lambda _: self.spent,
        )
        return react(
            Work(AMANI, WorkKind.EMBED_SHELF, f"{AMANI}", AMANI, NOW, AMANI, detail, attempts), begin
        )

    def costs(self) -> list[ShelfEmbedded]:
        """What was noted."""
        return self.little.log.told(ShelfEmbedded)


@pytest.fixture
def scene(little: LittleShop) -> Scene:
    little.tell(
        Boutique,
        AMANI,
        lambda shop: shop.choose_brain(brain=BrainName.GEMINI, turn_tokens=9_000, day_micro_usd=1_000),
    )
    return Scene(little, Space([Unplaced("words:1", words="a red dress")]), Embedder())


def test_a_catalogue_is_embedded_part_by_part_until_nothing_is_missing(scene: Scene) -> None:
    scene.space.contents = MANY
    begun = []
    while isinstance(scene.work(begin=lambda: begun.append(1)), Later):
        pass
    assert [len(asked) for asked in scene.model.asked] == [AT_ONCE, 3]
    assert len(scene.space.kept) == AT_ONCE + 3
    assert len(begun) == 2
    assert [(fact.contents, fact.use.tokens_in) for fact in scene.costs()] == [(AT_ONCE, 2_000), (3, 300)]
    assert {fact.space for fact in scene.costs()} == {"gemini-embedding-2@3"}
    assert scene.costs()[0].use.cost_micro_usd > 0


def test_a_boutique_without_such_a_model_has_nothing_to_do(scene: Scene) -> None:
    scene.has_model = False
    assert scene.work() == DONE


def test_what_the_index_has_not_read_is_waited_for(scene: Scene) -> None:
    assert scene.work("11") == Later(NOW + SOON, "the catalogue is not read that far")
    assert scene.model.asked == []


def test_beyond_the_days_budget_it_goes_on_tomorrow(scene: Scene) -> None:
    scene.spent = 1_000
    outcome = put_off(scene.work())
    assert outcome.at == (NOW + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    assert scene.model.asked == []


def test_a_busy_model_is_asked_again_later_and_nothing_is_lost(scene: Scene) -> None:
    scene.model.told = [Unavailable("429", 3.0)]
    assert scene.work(attempts=2) == Later(backoff(NOW, 2), "429")
    assert scene.space.kept == {}
    scene.work()
    assert len(scene.space.kept) == 1


def test_one_that_the_model_refuses_does_not_keep_the_others_from_their_vectors(scene: Scene) -> None:
    scene.space.contents = MANY[:3]
    scene.model.refuses = "dress 1"
    scene.work()
    kept = {content: vector for (_, _, content), vector in scene.space.kept.items()}
    assert kept["words:1"] is None
    assert kept["words:0"] == kept["words:2"] == (1.0, 0.0, 0.0)
    assert scene.work() == DONE


@pytest.mark.parametrize(
    "answer", [Unavailable("403 PERMISSION_DENIED"), Malformed("odd")], ids=["no", "odd"]
)
def test_a_model_that_takes_nothing_is_left_alone_for_an_hour_and_nothing_is_given_up(
    scene: Scene, answer: Malformed | Unavailable
) -> None:
    scene.model.told = [answer] * 2
    assert scene.work() == Later(NOW + REFUSED_FOR, "the model takes none of it")
    assert (scene.space.kept, scene.costs()) == ({}, [])


def test_a_picture_goes_small_and_one_that_is_gone_or_broken_is_not_asked_about_again(scene: Scene) -> None:
    keep = scene.little.pictures.keep
    names = {"whole": keep(AMANI, a_picture()), "broken": keep(AMANI, b"no picture"), "gone": "ab" * 32}
    scene.space.contents = [Unplaced(f"picture:{what}", picture=name) for what, name in names.items()]
    scene.work()
    [[sent]] = scene.model.asked
    assert isinstance(sent, bytes)
    assert sent.startswith(b"\xff\xd8")
    kept = {content: vector for (_, _, content), vector in scene.space.kept.items()}
    assert kept == {"picture:whole": (1.0, 0.0, 0.0), "picture:broken": None, "picture:gone": None}
    assert scene.work() == DONE


def test_where_every_picture_is_broken_no_model_is_asked(scene: Scene) -> None:
    scene.space.contents = [Unplaced("picture:gone", picture="ab" * 32)]
    scene.work()
    assert (scene.model.asked, scene.costs(), len(scene.space.kept)) == ([], [], 1)
