"""Routes that change many pieces of the catalogue at once, and take it back."""

from fastapi import APIRouter

from application.bulk import Bulk, Changed, by_person
from domain.identity import ProductId
from interfaces.http.deps import Deps
from interfaces.http.routes.cataloguing import AskedBy
from interfaces.http.schemas import BulkChange, BulkDone, BulkRefusal, BulkStep, BulkUndo

router = APIRouter(prefix="/products/bulk", tags=["products"])


@router.post("")
def change_products(by: AskedBy, deps: Deps, asked: BulkChange) -> BulkDone:
    """Make one change to many pieces; the answer holds what undoes it."""
    chosen = [ProductId(product) for product in dict.fromkeys(asked.products)]
    cause = by_person(by.actor, by.click)
    return _done(deps.cataloguing.bulk.change(by.boutique, cause, chosen, asked.field, asked.value))


@router.post("/undo")
def undo_change(by: AskedBy, deps: Deps, asked: BulkUndo) -> BulkDone:
    """Give pieces back what they had, where nobody changed them since."""
    steps = [Changed(ProductId(one.product), one.field, one.before, one.after) for one in asked.steps]
    return _done(deps.cataloguing.bulk.take_back(by.boutique, by_person(by.actor, by.click), steps))


def _done(bulk: Bulk) -> BulkDone:
    return BulkDone(
        steps=[
            BulkStep(product=one.product, field=one.field, before=one.before, after=one.after)
            for one in bulk.changed
        ],
        refused=[BulkRefusal(product=one.product, sku=one.sku, code=one.code) for one in bulk.refused],
    )
