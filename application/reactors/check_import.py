"""A list came in → it is read and compared with the catalogue; nothing is changed."""

from collections.abc import Callable
from itertools import islice
from typing import Final

from application.catalogue import product_of
from application.execute import Shop
from application.importing.keeping import Catalogue, KeptList, Lists
from application.importing.planning import Planner
from application.importing.reading import Reading
from application.importing.report import Counting, Report, State
from application.importing.tables import TableUnreadable, read
from application.outcome import DONE, Outcome
from application.work import Work
from domain.boutique.boutique import Boutique

PAGE: Final = 500


class CheckImport:
    """The dry run."""

    def __init__(self, shop: Shop, lists: Lists, catalogue: Catalogue) -> None:
        self._shop, self._lists, self._catalogue = shop, lists, catalogue

    def __call__(self, work: Work, _: Callable[[], None]) -> Outcome:
        """Read the list, compare it, and keep the report."""
        kept = self._lists.find(work.boutique, work.subject)
        if kept is None or kept.state not in (State.WAITING, State.CHECKING):
            return DONE

        def tell(rows: int) -> None:
            self._lists.note(work.boutique, kept.identity, State.CHECKING, done=rows)

        try:
            reading, strange = read(kept.rows(), tell)
        except TableUnreadable as unreadable:
            report = Report(unreadable=unreadable.fault)
            self._lists.note(work.boutique, kept.identity, State.UNREADABLE, report=report)
            return DONE
        report = self._compare(work, kept, reading, strange)
        total = report.new + report.changed + report.same
        self._lists.note(work.boutique, kept.identity, State.CHECKED, total=total, report=report)
        return DONE

    def _compare(self, work: Work, kept: KeptList, reading: Reading, strange: tuple[str, ...]) -> Report:
        currency = self._shop.open(work.boutique, work.boutique).get(Boutique, work.boutique).currency
        planner, counting = Planner(work.boutique, currency, kept.photos), Counting()
        sound = iter(reading.sound)
        while page := tuple(islice(sound, PAGE)):
            products = [product_of(work.boutique, piece.sku) for piece in page]
            known = self._catalogue.known(work.boutique, products)
            for piece, product in zip(page, products, strict=True):
                counting.take(planner.plan(piece, known.get(product)))
        faults = sorted((*reading.faults, *counting.faults), key=lambda fault: fault.row)
        return Report(
            rows=reading.rows,
            new=counting.new,
            changed=counting.changed,
            same=counting.same,
            spoilt=counting.spoilt + len(reading.spoilt),
            strange=strange,
        ).with_faults(*faults)
