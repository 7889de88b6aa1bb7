"""Search phrases become needs in the closed vocabulary."""

from pathlib import Path

import pytest

from application.brain.words.reader import OfflineReader
from application.understanding import Intent, Need, ReadingContext

LINES = (Path(__file__).parent / "searches.tsv").read_text(encoding="utf-8").splitlines()[1:]


def _tags(need: Need) -> set[str]:
    tags = {f"g:{g}" for g in need.garments} | {f"c:{c}" for c in need.colours}
    tags |= {f"n:{c}" for c in need.not_colours} | {f"p:{p}" for p in need.patterns}
    tags |= {f"o:{o}" for o in need.occasions} | {f"l:{s}" for s in need.styles}
    tags |= {f"f:{f}" for f in need.fabrics} | {f"s:{s.label.replace(' ', '')}" for s in need.sizes}
    if need.min_price is not None:
        tags.add(f"min:{need.min_price // 100}")
    if need.max_price is not None:
        tags.add(f"max:{need.max_price // 100}")
    tags |= {"new"} if need.newest_first else set()
    return tags | ({"cheap"} if need.cheapest_first else set())


@pytest.mark.parametrize("line", LINES)
def test_a_search_phrase_becomes_its_need(line: str) -> None:
    text, wanted = line.split("\t")
    found = OfflineReader().read(text, ReadingContext())
    assert (found.intent, _tags(found.need)) == (Intent.SEARCH, set(wanted.split()))


def test_a_word_that_nobody_knows_is_kept_for_the_owner_to_map() -> None:
    found = OfflineReader().read("do you have a sequin peplum top", ReadingContext())
    assert found.need.free_words == ("sequin", "peplum")
    assert found.unknown_words == ("sequin", "peplum")


def test_the_owners_own_word_is_read_as_the_word_it_stands_for() -> None:
    context = ReadingContext(boutique_words=(("mwitu", "gauni nyekundu"),))
    found = OfflineReader().read("nataka mwitu", context)
    assert _tags(found.need) == {"g:dress", "c:red"}


@pytest.mark.parametrize(
    "form", ["nyekundu", "mwekundu", "jekundu", "chekundu", "vyekundu", "myekundu", "wekundu", "mekundu"]
)
def test_a_swahili_colour_is_known_in_every_agreeing_form(form: str) -> None:
    found = OfflineReader().read(f"nataka nguo {form}", ReadingContext())
    assert _tags(found.need) == {"c:red"}


@pytest.mark.parametrize(
    "text",
    ["mzigo wangu umefika?", "mzigo umefika?", "mzigo wangu mpya umefika wapi", "has my parcel arrived"],
)
def test_a_parcel_of_her_own_is_not_taken_for_new_stock(text: str) -> None:
    found = OfflineReader().read(text, ReadingContext())
    assert (found.intent, found.need.newest_first) == (Intent.ORDER_STATUS, False)
