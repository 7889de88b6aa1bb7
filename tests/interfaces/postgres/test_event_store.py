"""The log on PostgreSQL keeps the promises of the port `FactLog`."""

from uuid import uuid4

import pytest

from application.ports import StreamMoved
from domain.identity import BoutiqueId, stream_of
from interfaces.postgres.database import WrongBoutique, acting_for
from interfaces.postgres.event_store import PostgresFactLog
from tests.interfaces.postgres.notes import noted


def test_what_is_recorded_is_read_back_with_its_envelope_and_position(
    log: PostgresFactLog, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    stream = stream_of(two_boutiques[0], "note", uuid4())
    first, second = noted(stream, 1, "Habari 👗"), noted(stream, 2, 'q"\\')

    log.append([first, second])

    read = log.read(stream)
    assert [(r.fact, r.at, r.cause) for r in read] == [(r.fact, r.at, r.cause) for r in (first, second)]
    assert [(r.originator_version, r.position) for r in read] == [(1, 1), (2, 2)]


def test_an_unknown_stream_is_empty(
    log: PostgresFactLog, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    assert log.read(stream_of(two_boutiques[0], "note", uuid4())) == []


def test_a_taken_place_means_the_stream_has_moved_and_nothing_is_recorded(
    log: PostgresFactLog, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    stream, other = (stream_of(two_boutiques[0], "note", uuid4()) for _ in range(2))
    log.append([noted(stream, 1)])

    with pytest.raises(StreamMoved):
        log.append([noted(other, 1), noted(stream, 1)])

    assert len(log.read(stream)) == 1
    assert log.read(other) == []
    log.append([noted(other, 1)])
    assert [r.position for r in log.read(other)] == [2]


def test_the_same_facts_of_the_same_command_again_are_a_success(
    log: PostgresFactLog, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    stream = stream_of(two_boutiques[0], "note", uuid4())
    facts = [noted(stream, 1), noted(stream, 2)]
    log.append(facts)

    log.append(facts)

    assert len(log.read(stream)) == 2


def test_facts_of_two_boutiques_are_refused_together(
    log: PostgresFactLog, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    with pytest.raises(WrongBoutique):
        log.append([noted(stream_of(boutique, "note", uuid4()), 1) for boutique in two_boutiques])


def test_who_acts_for_one_boutique_reaches_no_other(
    log: PostgresFactLog, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    mine, others = two_boutiques
    with acting_for(mine):
        log.append([noted(stream_of(mine, "note", uuid4()), 1)])
        with pytest.raises(WrongBoutique):
            log.append([noted(stream_of(others, "note", uuid4()), 1)])
        with pytest.raises(WrongBoutique):
            log.read(stream_of(others, "note", uuid4()))
