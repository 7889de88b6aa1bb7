"""A list is compared without changing anything, and taken over piece by piece, each once, whatever dies."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from io import BytesIO
from uuid import UUID

import pytest
from PIL import Image

from application.catalogue import product_of, variant_of
from application.commands import ArchiveProduct, SellStock
from application.importing.keeping import KeptList, PictureNotHad
from application.importing.planning import Known
from application.importing.report import Report, State
from application.importing.tables import Rows, TableFault, TableUnreadable
from application.outcome import DONE, Later, Outcome
from application.reactors.check_import import CheckImport
from application.reactors.run_import import RunImport
from application.work import Work, WorkKind
from domain.fact import Actor
from domain.identity import BoutiqueId, OrderId, ProductId
from domain.product.product import Product
from domain.sizes import Size
from domain.stock.stock import Stock
from tests.application.little_shop import AMANI, PWANI, LittleShop
from tests.domain.pieces import KES, M, a_listing, an_id
from tests.support.present import present

LIST, OTHER = UUID(int=7), UUID(int=8)
ROWS = [
    ["code", "title", "kind", "colours", "price", "size", "stock", "pictures"],
    ["A-1", "Red dress", "dress", "red", "2500", "M", "3", ""],
    ["A-1", "", "", "", "", "L", "1", ""],
    ["A-2", "Blue top", "top", "blue", "1200", "M", "2", "https://pics.example/blue.jpg"],
    ["A-3", "Odd", "spaceship", "red", "900", "M", "1", ""],
]


@dataclass
class MemoryLists:
    """Lists in memory; `dies_after` so many notes the worker is gone."""

    kept: dict[tuple[UUID, UUID], KeptList] = field(default_factory=dict)
    dies_after: int = 10**6

    def find(self, boutique: BoutiqueId, identity: UUID) -> KeptList | None:
        return self.kept.get((boutique, identity))

    def note(
        self,
        boutique: BoutiqueId,
        identity: UUID,
        state: State,
        *,
        done: int = 0,
        total: int = 0,
        report: Report | None = None,
    ) -> None:
        if self.dies_after == 0:
            raise RuntimeError("killed")
        self.dies_after -= 1
        before = self.kept[boutique, identity]
        self.kept[boutique, identity] = replace(
            before, state=state, done=done, report=report or before.report
        )


@dataclass
class Pieces:
    """A catalogue, empty unless pieces are given."""

    pieces: dict[ProductId, Known] = field(default_factory=dict)

    def known(self, boutique: BoutiqueId, products: Collection[ProductId]) -> dict[ProductId, Known]:
        assert len(set(products)) == len(products)
        return {product: self.pieces[product] for product in products if product in self.pieces}


class Imports:
    def __init__(self, rows: list[list[str]] = ROWS, pictures: Mapping[str, bytes] | None = None) -> None:
        self.shop, self.lists, self.pictures = LittleShop(), MemoryLists(), pictures or {}
        self.rows = rows
        self.asked: list[str] = []
        self.lists.kept[AMANI, LIST] = KeptList(LIST, State.WAITING, Actor.OWNER, self.read, {}, 0, Report())

    def read(self) -> Rows:
        return iter(enumerate(self.rows, 1))

    def fetch(self, address: str) -> bytes:
        self.asked.append(address)
        if address not in self.pictures:
            raise PictureNotHad("not-found")
        return self.pictures[address]

    def check(self, boutique: BoutiqueId = AMANI, **pieces: Known) -> Outcome:
        known = Pieces({product_of(AMANI, sku.replace("_", "-")): piece for sku, piece in pieces.items()})
        return CheckImport(self.shop.shop, self.lists, known)(work(WorkKind.CHECK_IMPORT, boutique), print)

    def confirm(self) -> None:
        self.lists.note(AMANI, LIST, State.CONFIRMED)

    def run(self, identity: UUID = LIST) -> Outcome:
        run = RunImport(self.shop.shop, self.lists, self.shop.pictures, self.fetch)
        return run(work(WorkKind.RUN_IMPORT, identity=identity), print)

    @property
    def now(self) -> KeptList:
        return self.lists.kept[AMANI, LIST]

    def piece(self, sku: str) -> Product:
        product = product_of(AMANI, sku)
        return self.shop.shop.open(AMANI, product).get(Product, product)

    def on_hand(self, sku: str, size: Size = M) -> int:
        variant = variant_of(product_of(AMANI, sku), size)
        return self.shop.shop.open(AMANI, variant).get(Stock, variant).on_hand


def work(kind: WorkKind, boutique: BoutiqueId = AMANI, identity: UUID = LIST) -> Work:
    return Work(boutique, kind, str(identity), LIST, LittleShop().clock.now(), identity)


def a_picture() -> bytes:
    written = BytesIO()
    Image.new("RGB", (64, 64), "blue").save(written, "PNG")
    return written.getvalue()


def test_a_dry_run_says_what_would_change_and_changes_nothing() -> None:
    imports = Imports()
    facts = len(imports.shop.log.facts)
    assert imports.check() is DONE
    report = imports.now.report
    assert (report.rows, report.new, report.changed, report.same, report.spoilt) == (4, 2, 0, 0, 1)
    assert [(fault.row, fault.code) for fault in report.faults] == [(5, "unknown-kind")]
    assert imports.now.state is State.CHECKED
    assert len(imports.shop.log.facts) == facts


def test_known_pieces_are_told_apart_by_whether_anything_differs() -> None:
    rows = [["code", "price"], ["S-1", "2500"], ["C-1", "900"], ["X-1", "5"], ["Z-1", "7"]]
    imports = Imports(rows + [["", ""]] * 1_000 + [[f"S-{n}", ""] for n in range(2, 1_002)])
    same = Known(a_listing(), KES(2_500), 2, is_archived=False, sizes={}, photos=())
    away = replace(same, is_archived=True)
    imports.check(S_1=same, C_1=same, X_1=away)
    report = imports.now.report
    assert (report.new, report.changed, report.same, report.spoilt) == (0, 1, 1, 1_002)
    assert len(report.faults) == 500 < report.wrong


def test_a_confirmed_list_is_taken_over_and_its_spoilt_piece_left_out() -> None:
    imports = Imports(pictures={"https://pics.example/blue.jpg": a_picture()})
    imports.check()
    imports.confirm()
    assert imports.run() is DONE
    assert (imports.piece("A-1").price, imports.on_hand("A-1")) == (KES(2_500), 3)
    assert len(imports.piece("A-2").photos) == 1
    assert not imports.piece("A-3").is_listed
    assert (imports.now.state, imports.now.done, imports.now.report.kept) == (State.DONE, 2, ())


def test_a_piece_comes_without_a_picture_that_is_not_to_be_had_and_the_owner_is_told() -> None:
    imports = Imports()
    imports.confirm()
    imports.run()
    assert imports.piece("A-2").is_listed
    assert [(kept.sku, kept.code) for kept in imports.now.report.kept] == [("A-2", "picture-not-found")]
    broken = Imports(pictures={"https://pics.example/blue.jpg": b"<html>"})
    broken.confirm()
    broken.run()
    assert [kept.code for kept in broken.now.report.kept] == ["picture-not-a-photo"]


@pytest.mark.parametrize("notes", [1, 2], ids=["at-once", "at-the-end"])
def test_a_run_that_was_killed_goes_on_and_doubles_nothing(
    notes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("application.reactors.run_import.NOTED_EACH", 1)
    imports = Imports(pictures={"https://pics.example/blue.jpg": a_picture()})
    imports.confirm()
    imports.lists.dies_after = notes
    with pytest.raises(RuntimeError, match="killed"):
        imports.run()
    sold = SellStock(variant_of(product_of(AMANI, "A-1"), M), OrderId(an_id("order")), 1)
    imports.shop.do(sold)
    imports.lists.dies_after = 10**6
    imports.lists.kept[AMANI, LIST] = replace(imports.now, state=State.RUNNING, done=0)
    facts = len(imports.shop.log.facts)
    assert imports.run() is DONE
    assert imports.on_hand("A-1") == 2, "the piece sold meanwhile stays sold"
    assert imports.on_hand("A-2") == 2
    assert len(imports.shop.log.facts) - facts <= 4


def test_a_long_list_is_taken_over_in_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("application.reactors.run_import.NOTED_EACH", 1)
    monkeypatch.setattr("application.reactors.run_import.TURN", -LittleShop().clock.now().resolution)
    imports = Imports()
    imports.confirm()
    assert isinstance(imports.run(), Later)
    assert (imports.now.state, imports.now.done) == (State.RUNNING, 1)
    assert isinstance(imports.run(), Later)
    assert imports.run() is DONE
    assert imports.piece("A-2").is_listed


def test_what_a_rule_refuses_stays_as_it_was_and_is_told() -> None:
    imports = Imports()
    imports.confirm()
    imports.run()
    imports.shop.do(ArchiveProduct(product_of(AMANI, "A-1")))
    imports.lists.kept[AMANI, LIST] = replace(imports.now, state=State.CONFIRMED, done=0, report=Report())
    imports.rows = [
        ROWS[0],
        ["A-1", "Red gown", "", "", "", "", "", ""],
        ["A-2", "", "", "", "0.00", "M", "2", ""],
    ]
    imports.run()
    assert [(kept.sku, kept.code) for kept in imports.now.report.kept] == [("A-1", "not-offered")]
    assert present(imports.piece("A-1").listing).title == "Red dress"


def test_pieces_promised_to_orders_are_not_counted_away_by_a_list() -> None:
    imports = Imports()
    imports.confirm()
    imports.run()
    variant = variant_of(product_of(AMANI, "A-1"), M)
    until = imports.shop.clock.now() + timedelta(hours=1)
    imports.shop.shop.tell(
        AMANI, an_id("hold"), Stock, variant, lambda s: s.reserve(OrderId(an_id("order")), 2, until)
    )
    imports.lists.kept[AMANI, OTHER] = replace(imports.now, identity=OTHER, state=State.CONFIRMED, done=0)
    imports.rows = [ROWS[0], ["A-1", "Red gown", "", "", "", "M", "1", ""]]
    imports.run(OTHER)
    assert imports.lists.kept[AMANI, OTHER].report.kept[-1].code == "count-is-below-reserved"
    assert present(imports.piece("A-1").listing).title == "Red dress", (
        "a piece is taken over whole or not at all"
    )


def test_what_is_no_list_ends_the_check_with_a_reason() -> None:
    imports = Imports()

    def broken() -> Rows:
        yield 1, ROWS[0]
        raise TableUnreadable(TableFault.NOT_A_TABLE)

    imports.lists.kept[AMANI, LIST] = replace(imports.now, rows=broken)
    imports.check()
    assert (imports.now.state, imports.now.report.unreadable) == (State.UNREADABLE, "not-a-table")


def test_a_list_of_another_boutique_or_of_another_state_is_left_alone() -> None:
    imports = Imports()
    assert imports.check(PWANI) is DONE
    assert imports.run() is DONE
    imports.confirm()
    assert imports.check() is DONE
    assert imports.now.state is State.CONFIRMED
