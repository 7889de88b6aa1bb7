"""A list as shops write it becomes pieces; a cell not understood is named and spoils its piece alone."""

import pytest

from application.catalogue import product_of, variant_of
from application.commands import (
    AddPhoto,
    AddVariant,
    ChangePrice,
    CountStock,
    ListProduct,
    RewriteListing,
    SetLowStockLevel,
)
from application.importing.headings import Column
from application.importing.planning import Known, Planner, Standing
from application.importing.reading import Reading
from application.importing.tables import TableFault, TableUnreadable, read
from domain.clothing import Colour, Garment, Pattern
from domain.identity import VariantId
from domain.sizes import Size
from tests.application.little_shop import AMANI
from tests.domain.pieces import KES, L, M, a_listing, an_id

ENGLISH = [
    "Code",
    "Title",
    "Kind",
    "Colours",
    "Pattern",
    "Price",
    "Size",
    "Stock",
    "Pictures",
    "Low stock level",
]
FIRST = ["rwd-1", "Red wrap dress", "dresses", "red and white", "floral", "KSh 2,500/=", "M", "3", "", "4"]
KNOWN = Known(
    a_listing(),
    KES(2_500),
    2,
    is_archived=False,
    sizes={M: (VariantId(an_id("red-m")), 3)},
    photos=("a" * 64,),
)
PHOTO, BACK = "ab" * 32, "cd" * 32


def told(*rows: list[str], headings: list[str] = ENGLISH) -> Reading:
    return read(iter(enumerate([headings, *rows], 1)), lambda _: None)[0]


def faults(reading: Reading) -> list[tuple[int, Column, str]]:
    return [(fault.row, fault.column, fault.code) for fault in reading.faults]


def test_a_piece_has_a_row_for_each_of_its_sizes() -> None:
    reading = told(FIRST, ["RWD-1", "", "", "", "", "", "L", "2"], ["", "", ""])
    (piece,) = reading.sound
    assert (piece.sku, piece.title, piece.price, piece.low_level) == ("RWD-1", "Red wrap dress", 2_500, 4)
    assert (piece.garment, piece.pattern) == (Garment.DRESS, Pattern.FLORAL)
    assert piece.colours == (Colour.RED, Colour.WHITE)
    assert piece.sizes == {M: 3, L: 2}
    assert reading.rows == 2


def test_headings_and_words_are_understood_in_swahili() -> None:
    headings = ["Namba ya bidhaa", "Jina", "Aina", "Rangi", "Bei (KSh)", "Saizi", "Idadi", "Nyingine"]
    reading, strange = read(
        iter([(1, headings), (2, ["K-1", "Gauni jekundu", "gauni", "nyekundu", "900", "12", "4", "x"])]),
        print,
    )
    (piece,) = reading.sound
    assert (piece.garment, piece.colours, piece.price) == (Garment.DRESS, (Colour.RED,), 900)
    assert {size.label for size in piece.sizes} == {"UK 12"}
    assert strange == ("Nyingine",)


@pytest.mark.parametrize(
    ("column", "said", "code"),
    [
        ("Code", "", "missing"),
        ("Code", "<script>", "not-a-code"),
        ("Title", "x" * 121, "too-long"),
        ("Kind", "spaceship", "unknown-kind"),
        ("Colours", "red, plaidish", "unknown-colours"),
        ("Pattern", "zzz", "unknown-pattern"),
        ("Price", "12.50", "not-a-price"),
        ("Price", "0", "not-a-price"),
        ("Price", "-5", "not-a-price"),
        ("Size", "huge", "unknown-size"),
        ("Stock", "many", "not-a-number"),
        ("Stock", "-1", "not-a-number"),
        ("Low stock level", "1.5", "not-a-number"),
        ("Pictures", "http://example.com/a.jpg", "not-https"),
        ("Pictures", "; ".join(f"{n}.jpg" for n in range(11)), "too-many-pictures"),
    ],
)
def test_a_cell_that_cannot_be_understood_is_named(column: str, said: str, code: str) -> None:
    row = [said if heading == column else cell for heading, cell in zip(ENGLISH, FIRST, strict=True)]
    reading = told(row, ["GOOD-1", *FIRST[1:]])
    assert [(fault.row, fault.code) for fault in reading.faults] == [(2, code)]
    assert reading.faults[0].said == said[:60]
    assert [piece.sku for piece in reading.sound] == ["GOOD-1"]


def test_rows_of_one_piece_do_not_contradict_each_other() -> None:
    other = [*FIRST[:5], "9,999", "L", "1", "", ""]
    assert faults(told(FIRST, other)) == [(3, Column.PRICE, "differs")]
    assert faults(told(FIRST, FIRST)) == [(3, Column.SIZE, "size-twice")]


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([], TableFault.EMPTY),
        ([["", ""], ["", ""]], TableFault.EMPTY),
        ([["Title", "Price"], ["Dress", "900"]], TableFault.NO_CODE_COLUMN),
    ],
)
def test_a_table_that_is_no_list_is_refused(rows: list[list[str]], fault: TableFault) -> None:
    with pytest.raises(TableUnreadable) as refused:
        read(iter(enumerate(rows, 1)), print)
    assert refused.value.fault is fault


def test_what_an_export_escaped_is_read_as_it_was() -> None:
    (piece,) = told(["X-1", "'=SUM(A1) dress", "dress", "red", "", "900"]).sound
    assert piece.title == "=SUM(A1) dress"


def test_progress_is_told_while_a_long_list_is_read() -> None:
    heard: list[int] = []
    rows = [["Code"], *([f"C-{n}"] for n in range(2_001))]
    read(iter(enumerate(rows, 1)), heard.append)
    assert heard == [1_000, 2_000]


def planner(**photos: str) -> Planner:
    return Planner(
        AMANI, "KES", {name.replace("__", ".").replace("_", "-"): kept for name, kept in photos.items()}
    )


def test_a_new_piece_is_listed_with_its_sizes_and_photos() -> None:
    (wanted,) = told(FIRST).sound
    plan = planner(rwd_1__jpg=PHOTO, rwd_1_2__jpg=BACK, rwd_12__jpg="ee" * 32).plan(wanted, None)
    product = product_of(AMANI, "RWD-1")
    assert [type(command) for command in plan.commands] == [
        ListProduct,
        SetLowStockLevel,
        AddVariant,
        AddPhoto,
        AddPhoto,
    ]
    assert plan.commands[2] == AddVariant(product, variant_of(product, M), M, 3)
    assert {command.picture for command in plan.commands if isinstance(command, AddPhoto)} == {PHOTO, BACK}
    assert plan.standing is Standing.NEW


def test_a_new_piece_without_what_it_needs_is_refused() -> None:
    (wanted,) = told(["X-1", "", "", "", "", "", "M", "1"]).sound
    faults = planner().plan(wanted, None).faults
    assert {fault.code for fault in faults} == {"missing"}
    assert [f.column for f in faults] == [Column.TITLE, Column.KIND, Column.COLOURS, Column.PRICE]


def test_of_a_known_piece_only_what_differs_is_changed() -> None:
    (wanted,) = told(
        ["RWD-1", "Red gown", "", "", "", "1,900", "M", "7", "", "5"], ["RWD-1", "", "", "", "", "", "L", ""]
    ).sound
    plan = planner().plan(wanted, KNOWN)
    assert [type(command) for command in plan.commands] == [
        RewriteListing,
        ChangePrice,
        SetLowStockLevel,
        CountStock,
        AddVariant,
    ]
    assert plan.standing is Standing.CHANGED


def test_the_same_list_again_changes_nothing() -> None:
    (wanted,) = told(
        ["RWD-1", "Red wrap dress", "dress", "red", "", "2500", "M", "3", "https://example.com/a.jpg"]
    ).sound
    plan = planner().plan(wanted, KNOWN)
    assert (plan.standing, plan.commands, plan.fetches) == (Standing.SAME, (), ())


def test_pictures_from_the_web_are_fetched_where_the_piece_lacks_them() -> None:
    both = "https://example.com/a.jpg, https://example.com/b,c.jpg"
    (wanted,) = told(["RWD-1", "", "", "", "", "", "", "", both]).sound
    plan = planner().plan(wanted, KNOWN)
    assert plan.fetches == ("https://example.com/a.jpg", "https://example.com/b,c.jpg")
    assert plan.standing is Standing.CHANGED


def test_a_picture_that_did_not_come_along_is_named() -> None:
    (wanted,) = told(["RWD-1", "", "", "", "", "", "", "", "Back.JPG; front.jpg"]).sound
    missing = planner(front__jpg=PHOTO).plan(wanted, KNOWN).faults
    assert [(fault.code, fault.said) for fault in missing] == [("photo-not-there", "Back.JPG")]
    named = planner(front__jpg=PHOTO, back__jpg=BACK).plan(wanted, KNOWN)
    assert {command.picture for command in named.commands if isinstance(command, AddPhoto)} == {PHOTO, BACK}


def test_a_piece_out_of_the_shop_is_not_changed_by_a_list() -> None:
    (wanted,) = told(["RWD-1", "Gown"]).sound
    away = Known(a_listing(), KES(2_500), 2, is_archived=True, sizes={}, photos=())
    assert [fault.code for fault in planner().plan(wanted, away).faults] == ["not-offered"]


def test_stock_without_a_size_is_of_one_size() -> None:
    (wanted,) = told(["S-1", "Scarf", "scarf", "green", "", "600", "", "9"]).sound
    assert {size.label: stock for size, stock in wanted.sizes.items()} == {"One size": 9}
    assert Size.read("one") in wanted.sizes
