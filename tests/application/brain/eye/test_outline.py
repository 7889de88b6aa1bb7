"""An outline is told by where edges run which way, in any light; like outlines lean to one kind."""

import numpy as np
import pytest

from application.brain.eye.embed import LABELLED
from application.brain.eye.network import Array, Layers
from application.brain.eye.outline import CELLS, DIRECTIONS, leaning, outline

SIDE = 96


def cut(left: int, right: int, brightness: float = 0.3) -> Array:
    """A cut-out view of a bar of cloth between two columns."""
    seen = np.zeros((SIDE, SIDE, 4), np.float32)
    seen[:, left:right, :3], seen[:, left:right, 3] = brightness, 1
    return seen


def cells(seen: Array) -> Array:
    """Strengths of the mask's edges by row, column and direction."""
    return outline(seen)[: CELLS * CELLS * DIRECTIONS].reshape(CELLS, CELLS, DIRECTIONS)


def leaning_of_two_known_pieces(seen: Array) -> Array:
    """The leaning where a narrow bar is known as the first class and a wide one as the third."""
    known = np.stack([outline(cut(42, 54)), outline(cut(12, 84))])
    votes = np.zeros((2, len(LABELLED)), np.float32)
    votes[0, 0] = votes[1, 2] = 1
    weights = {
        "outline.places.w": np.eye(known.shape[1], dtype=np.float32),
        "outline.places.b": np.zeros(known.shape[1], np.float32),
        "outline.pieces.w": 2 * known.T,
        "outline.pieces.b": -(known**2).sum(1),
        "outline.votes.w": votes,
        "outline.votes.b": np.zeros(len(LABELLED), np.float32),
    }
    return leaning([seen, seen[:, ::-1]], Layers(weights, "outline"))


def test_an_upright_edge_is_felt_where_it_is_and_as_upright() -> None:
    found = cells(cut(30, 66))
    assert {int(column) for column in np.flatnonzero(found.sum((0, 2)))} == {2, 5}
    assert found.sum((0, 1)).argmax() == 0


def test_a_level_edge_runs_the_other_way() -> None:
    found = cells(np.swapaxes(cut(30, 66), 0, 1))
    assert {int(row) for row in np.flatnonzero(found.sum((1, 2)))} == {2, 5}
    assert found[:, 3, 0].sum() == 0


def test_half_the_light_leaves_the_outline_nearly_as_it_was() -> None:
    bright, dim = outline(cut(30, 66, 0.4)), outline(cut(30, 66, 0.2))
    assert np.linalg.norm(bright - dim) < 0.1 * np.linalg.norm(bright)


def test_nothing_at_all_has_an_outline_of_noughts() -> None:
    assert not outline(np.zeros((SIDE, SIDE, 4), np.float32)).any()


@pytest.mark.parametrize(("left", "right", "wanted"), [(41, 54, 0), (13, 84, 2)])
def test_a_piece_leans_towards_the_known_piece_of_like_outline(left: int, right: int, wanted: int) -> None:
    assert leaning_of_two_known_pieces(cut(left, right)).argmax() == wanted


def test_a_piece_like_no_known_one_leans_nowhere() -> None:
    far = np.random.default_rng(4).random((SIDE, SIDE, 4)).astype(np.float32)
    added = leaning_of_two_known_pieces(far)
    assert np.ptp(added) < 0.1
