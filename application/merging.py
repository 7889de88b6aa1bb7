"""Two records of one person: what the shop remembers of the other is remembered here too.

Her past stays where it was recorded. What helps her next time is told again, and what is personal is sealed
under this record's own key.
"""

from collections.abc import Iterable
from dataclasses import fields
from functools import partial

from application.shopping import cart_of
from application.unit import Unit
from domain.cart.cart import Cart
from domain.customer.customer import Customer
from domain.customer.events import IdentifierKind
from domain.identity import CustomerId
from domain.notebook.notebook import MOST_LABELS, Notebook
from domain.sealed import Sealed
from domain.sizes import Measurements


def one_person(customer: CustomerId, others: Iterable[CustomerId], unit: Unit) -> None:
    """Those of the others whom the shop knows are this customer too. Repeating it is harmless.

    One of whom WhatsApp has another id is somebody else, who had the number before: numbers are given away.
    """
    for other in others:
        theirs, mine = unit.get(Customer, other), unit.get(Customer, customer)
        if other == customer or other in mine.merged or theirs.met is None or theirs.is_forgotten:
            continue
        id_of_theirs = unit.open(theirs.identifier(IdentifierKind.BSUID))
        if id_of_theirs in (None, unit.open(mine.identifier(IdentifierKind.BSUID))):
            merge(customer, other, unit)


def merge(customer: CustomerId, other: CustomerId, unit: Unit) -> None:
    """Let this record go on with what the other one knew."""
    theirs = unit.get(Customer, other)
    unit.tell(Customer, customer, partial(Customer.merge, other=other))
    _take_over_taste(customer, theirs, unit)
    _take_over_names(customer, theirs, unit)
    _take_over_wishes(customer, theirs, unit)
    _take_over_labels(customer, other, unit)
    _take_over_cart(customer, other, unit)


def _take_over_taste(customer: CustomerId, theirs: Customer, unit: Unit) -> None:
    mine = unit.get(Customer, customer)
    for garment, size in theirs.sizes.items():
        if garment not in mine.sizes:
            unit.tell(Customer, customer, partial(Customer.tell_size, garment=garment, size=size))
    told = mine.measurements.model_dump(exclude_none=True)
    measured = theirs.measurements.model_copy(update=told)
    if measured != Measurements():
        unit.tell(Customer, customer, partial(Customer.tell_measurements, measurements=measured))
    for order, pieces in theirs.purchases.items():
        if pieces:
            unit.tell(Customer, customer, partial(Customer.remember_purchase, order=order, pieces=pieces))
    if theirs.language and mine.language is None:
        unit.tell(Customer, customer, partial(Customer.choose_language, language=theirs.language))


def _take_over_names(customer: CustomerId, theirs: Customer, unit: Unit) -> None:
    mine = unit.get(Customer, customer)
    if mine.address is None and (address := _sealed_anew(customer, theirs.address, unit)):
        unit.tell(Customer, customer, partial(Customer.remember_address, address=address))
    if mine.paying_number is None and (phone := _sealed_anew(customer, theirs.paying_number, unit)):
        unit.tell(Customer, customer, partial(Customer.confirm_paying_number, phone=phone))


def _sealed_anew(customer: CustomerId, theirs: Sealed | None, unit: Unit) -> Sealed | None:
    text = unit.open(theirs)
    return unit.seal(customer, text) if text else None


def _take_over_wishes(customer: CustomerId, theirs: Customer, unit: Unit) -> None:
    if theirs.takes_marketing is False:
        unit.tell(Customer, customer, Customer.stop_marketing)
    if theirs.wants_erasure:
        unit.tell(Customer, customer, Customer.request_erasure)


def _take_over_labels(customer: CustomerId, other: CustomerId, unit: Unit) -> None:
    """As many as a chat bears, its own first. Notes stay where they are and are shown with hers."""
    mine, theirs = unit.get(Notebook, customer).labels, unit.get(Notebook, other).labels
    new = [label for label in theirs if label not in mine]
    for label in new[: MOST_LABELS - len(mine)]:
        unit.tell(Notebook, customer, partial(Notebook.put_label, label=label))


def _take_over_cart(customer: CustomerId, other: CustomerId, unit: Unit) -> None:
    """What she had put aside, at the prices she was told; what changed meanwhile the checkout tells her."""
    theirs = unit.get(Cart, cart_of(other))
    promised = theirs.percent or not theirs.is_empty
    if not promised or not unit.get(Cart, cart_of(customer)).is_empty:
        return
    mine = cart_of(customer)
    unit.tell(Cart, mine, partial(Cart.open, customer=customer))
    unit.tell(Cart, mine, partial(Cart.discount, percent=theirs.percent, most=theirs.percent))
    for line in theirs.lines:
        told = {each.name: getattr(line, each.name) for each in fields(line) if each.name != "percent"}
        unit.tell(Cart, mine, partial(Cart.add_item, **told))
    unit.tell(Cart, cart_of(other), Cart.empty)
