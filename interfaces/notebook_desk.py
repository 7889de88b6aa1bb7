"""The notebook desk: notes about customers, and the labels of their chats."""

from uuid import UUID, uuid4

from application.commands import Command, NameLabel, PutLabel, RemoveNote, RetireLabel, TakeLabel, WriteNote
from application.execute import Shop
from application.undoing import Commands
from domain.fact import Actor, Cause
from domain.identity import CustomerId
from domain.labels.events import Tone
from domain.staff.events import Role
from interfaces.http.notebook_desk import Writer


class ShopNotebookDesk:
    """The dashboard's commands on notebooks."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def write_note(self, by: Writer, customer: CustomerId, note: UUID, text: str) -> None:
        """Write something down about her; `note` makes it one."""
        self._do(by, customer, WriteNote(customer, note, text, by.person))

    def remove_note(self, by: Writer, customer: CustomerId, note: UUID) -> None:
        """Take a note away."""
        self._do(by, customer, RemoveNote(customer, note))

    def label(self, by: Writer, customer: CustomerId, label: UUID, *, on: bool) -> None:
        """Put a label on her chat, or take it off."""
        self._do(by, customer, PutLabel(customer, label) if on else TakeLabel(customer, label))

    def take_back(self, by: Writer, customer: CustomerId, steps: Commands) -> None:
        """Do what takes something back that was noted of her."""
        self._do(by, customer, *steps)

    def name_label(self, by: Writer, label: UUID, name: str, tone: Tone) -> None:
        """Make a label, or call it otherwise."""
        self._do(by, label, NameLabel(label, name, tone))

    def retire_label(self, by: Writer, label: UUID) -> None:
        """Use a label no longer."""
        self._do(by, label, RetireLabel(label))

    def _do(self, by: Writer, about: UUID, *asked: Command) -> None:
        actor = Actor.OWNER if by.role is Role.OWNER else Actor.STAFF
        self._shop.do(by.boutique, Cause(actor, uuid4(), about), *asked)
