"""A checked list was confirmed → its pieces come into the catalogue, one after the other, each whole.

What a piece's commands are called follows from the list and its code: a run that was killed goes on where it
was, and what it had done already is not done again.
"""

from collections.abc import Callable
from datetime import timedelta
from itertools import islice
from typing import Final

from application.brain.eye.photo import PhotoUnreadable
from application.catalogue import product_of
from application.commands import AddPhoto
from application.execute import Shop
from application.importing.keeping import FetchPicture, KeptList, Lists, PictureNotHad
from application.importing.planning import Known, Plan, Planner
from application.importing.reading import Wanted
from application.importing.report import Kept, Report, State
from application.importing.tables import read
from application.outcome import DONE, Later, Outcome
from application.ports import Pictures
from application.proposing import clean
from application.work import Work
from domain.boutique.boutique import Boutique
from domain.fact import Cause
from domain.identity import BoutiqueId, ProductId, derive
from domain.product.product import Product
from domain.refusal import Refusal
from domain.stock.stock import Stock

NOTED_EACH: Final = 25
TURN: Final = timedelta(seconds=20)
"""So long at a time: a worker that is asked to stop is not kept for longer."""


class RunImport:
    """Takes a list over."""

    def __init__(self, shop: Shop, lists: Lists, pictures: Pictures, fetch: FetchPicture) -> None:
        self._shop, self._lists, self._pictures, self._fetch = shop, lists, pictures, fetch

    def __call__(self, work: Work, _: Callable[[], None]) -> Outcome:
        """Take over as many pieces as a turn has time for."""
        kept = self._lists.find(work.boutique, work.subject)
        if kept is None or kept.state not in (State.CONFIRMED, State.RUNNING):
            return DONE
        until = self._shop.now() + TURN
        pieces = list(read(kept.rows(), lambda _: None)[0].sound)
        done, report, planner = kept.done, kept.report, self._planner(work.boutique, kept)
        for piece in islice(pieces, done, None):
            report = report.with_kept(*self._take_over(work.boutique, kept, planner, piece))
            done += 1
            if done % NOTED_EACH == 0:
                self._note(work, State.RUNNING, done, len(pieces), report)
                if self._shop.now() >= until:
                    return Later(self._shop.now(), f"{done} of {len(pieces)} pieces are taken over")
        self._note(work, State.DONE, done, len(pieces), report)
        return DONE

    def _note(self, work: Work, state: State, done: int, total: int, report: Report) -> None:
        self._lists.note(work.boutique, work.subject, state, done=done, total=total, report=report)

    def _planner(self, boutique: BoutiqueId, kept: KeptList) -> Planner:
        currency = self._shop.open(boutique, boutique).get(Boutique, boutique).currency
        return Planner(boutique, currency, kept.photos)

    def _take_over(
        self, boutique: BoutiqueId, kept: KeptList, planner: Planner, piece: Wanted
    ) -> tuple[Kept, ...]:
        """One piece, all or nothing; what was not to be had of it, and what said no."""
        product = product_of(boutique, piece.sku)
        plan = planner.plan(piece, self._known(boutique, product))
        if plan.faults:
            return tuple(Kept(piece.sku, fault.code, fault.said) for fault in plan.faults)
        photos, missed = self._photos(boutique, piece, plan)
        commands = (*plan.commands, *(AddPhoto(product, name) for name in photos))
        if not commands:
            return missed
        cause = Cause(kept.actor, derive(kept.identity, "piece", piece.sku), kept.identity)
        try:
            self._shop.do(boutique, cause, *commands)
        except Refusal as refusal:
            return (*missed, Kept(piece.sku, refusal.code, str(refusal)[:120]))
        return missed

    def _photos(
        self, boutique: BoutiqueId, piece: Wanted, plan: Plan
    ) -> tuple[tuple[str, ...], tuple[Kept, ...]]:
        """The pictures of a piece, fetched and cleaned; it comes without those that were not to be had."""
        had, missed = list[str](), list[Kept]()
        for address in plan.fetches:
            try:
                had.append(self._pictures.keep(boutique, clean(self._fetch(address))))
            except PictureNotHad as away:
                missed.append(Kept(piece.sku, f"picture-{away.code}", address[:120]))
            except PhotoUnreadable as unreadable:
                missed.append(Kept(piece.sku, f"picture-{unreadable.reason.value}", address[:120]))
        return tuple(had), tuple(missed)

    def _known(self, boutique: BoutiqueId, product: ProductId) -> Known | None:
        """The piece as the log has it now."""
        unit = self._shop.open(boutique, product)
        piece = unit.get(Product, product)
        if piece.listing is None or piece.price is None:
            return None
        sizes = {size: (v, unit.get(Stock, v).on_hand) for v, size in piece.variants.items()}
        return Known(piece.listing, piece.price, piece.low_level, piece.is_archived, sizes, piece.photos)
