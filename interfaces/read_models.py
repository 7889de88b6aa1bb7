"""All read models that live in PostgreSQL, as the projector takes them."""

from collections.abc import Sequence
from typing import Any

import orjson
from psycopg import Connection

from application.effects import CONVERSATION_EFFECTS, work_for
from application.work import Work
from interfaces.postgres.due_work import Due, schedule
from interfaces.shelf.tags import tags_of_listing
from projections.accounts import Accounts
from projections.customers import Customers
from projections.deposits import Deposits
from projections.effects import Effects
from projections.inbox import Inbox
from projections.journal import Journal
from projections.ledger import Ledger
from projections.message_costs import MessageCosts
from projections.model_costs import ModelCosts
from projections.notebook import Notebooks
from projections.orders import Orders
from projections.payments import Payments
from projections.product_index import ConceptsOf, ProductIndex
from projections.projection import Projection
from projections.ratings import Ratings
from projections.refunds import Refunds
from projections.size_profiles import SizeProfiles
from projections.staff import StaffList
from projections.stock import Stock


def read_models(concepts: ConceptsOf = tags_of_listing) -> tuple[Projection, ...]:
    """Every read model, the ones that somebody waits for first."""
    return (
        Effects(work_for, CONVERSATION_EFFECTS, schedule_work),
        Accounts(),
        ProductIndex(concepts),
        Stock(),
        Orders(),
        Payments(),
        Ratings(),
        Refunds(),
        Deposits(),
        Ledger(),
        Inbox(),
        Customers(),
        Notebooks(),
        MessageCosts(),
        SizeProfiles(),
        ModelCosts(),
        Journal(),
        StaffList(),
    )


def schedule_work(conn: Connection[Any], work: Sequence[Work]) -> None:
    """Make work due in the transaction of this connection."""
    schedule(conn, *(due_for(one) for one in work))


def due_for(work: Work) -> Due:
    """The work as it stands in the table of due work."""
    told = {"subject": work.subject, "detail": work.detail, "follows": work.follows}
    payload = orjson.dumps(told).decode()
    return Due(work.boutique, work.kind.value, work.key, work.lane, work.due, payload)
