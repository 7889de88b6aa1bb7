"""The shop's notebook about a customer, and the labels of its chats."""

from application.commands import (
    NameLabel,
    PutLabel,
    PutNoteBack,
    RemoveNote,
    RetireLabel,
    TakeLabel,
    WriteNote,
)
from application.unit import Unit
from domain.customer.customer import Customer
from domain.customer.refusals import CustomerIsForgotten, CustomerIsUnknown
from domain.identity import CustomerId
from domain.labels.labels import Labels
from domain.notebook.notebook import Notebook


def write_note(command: WriteNote, unit: Unit) -> None:
    """Write something down, sealed under her key, so that it is forgotten with her.

    Raises: CustomerIsUnknown, CustomerIsForgotten, NotebookIsFull.
    """
    _must_be_known(command.customer, unit)
    body = unit.seal(command.customer, command.text)
    unit.tell(Notebook, command.customer, lambda book: book.write_note(command.note, body, command.by))


def put_note_back(command: PutNoteBack, unit: Unit) -> None:
    """Write a note once more that was taken away; whose words they are stays.

    Raises: CustomerIsUnknown, CustomerIsForgotten, NotebookIsFull.
    """
    _must_be_known(command.customer, unit)
    unit.tell(
        Notebook, command.customer, lambda book: book.write_note(command.note, command.body, command.by)
    )


def remove_note(command: RemoveNote, unit: Unit) -> None:
    """Take a note away. Raises: NoteIsUnknown."""
    unit.tell(Notebook, command.customer, lambda book: book.remove_note(command.note))


def put_label(command: PutLabel, unit: Unit) -> None:
    """Put a label on her chat.

    Raises: LabelIsUnknown, TooManyLabels, CustomerIsUnknown, CustomerIsForgotten.
    """
    _must_be_known(command.customer, unit)
    unit.get(Labels, unit.boutique).must_have(command.label)
    unit.tell(Notebook, command.customer, lambda book: book.put_label(command.label))


def take_label(command: TakeLabel, unit: Unit) -> None:
    """Take a label off her chat."""
    unit.tell(Notebook, command.customer, lambda book: book.take_label(command.label))


def name_label(command: NameLabel, unit: Unit) -> None:
    """Make a label, or call it otherwise. Raises: LabelNameIsTaken, LabelsAreEnough."""
    unit.tell(
        Labels, unit.boutique, lambda labels: labels.name_label(command.label, command.name, command.tone)
    )


def retire_label(command: RetireLabel, unit: Unit) -> None:
    """Use a label no longer."""
    unit.tell(Labels, unit.boutique, lambda labels: labels.retire_label(command.label))


def _must_be_known(customer: CustomerId, unit: Unit) -> None:
    known = unit.get(Customer, customer)
    if known.met is None:
        raise CustomerIsUnknown("she never wrote")
    if known.is_forgotten:
        raise CustomerIsForgotten("she asked to be forgotten")
