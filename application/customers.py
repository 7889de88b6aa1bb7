"""What the shop remembers of a customer."""

from uuid import UUID

from application.commands import (
    ChooseLanguage,
    ConfirmPayingNumber,
    ForgetCustomer,
    MergeCustomers,
    RememberAddress,
    RememberPurchase,
    RequestErasure,
    ReturnPurchase,
    StopMarketing,
    TellMeasurements,
    TellSize,
)
from application.inbound import Inbound
from application.merging import merge
from application.ports import Recipient
from application.unit import Unit
from domain.channel import Channel
from domain.conversation.conversation import Conversation
from domain.customer.customer import Customer
from domain.customer.events import IdentifierKind
from domain.customer.refusals import CustomerIsUnknown
from domain.identity import ConversationId, CustomerId
from domain.notebook.notebook import Notebook
from domain.refusal import Refusal


def meet(customer: CustomerId, message: Inbound, unit: Unit) -> bool:
    """Know who writes: her WhatsApp names, kept sealed; only what is new is recorded.

    Whether a name was new: the shop may know her by it already, under another record.
    """
    unit.tell(Customer, customer, lambda known: known.meet(channel=message.channel, account=message.account))
    sender = message.moved_to or message.sender
    names = (
        (IdentifierKind.BSUID, sender.bsuid),
        (IdentifierKind.PHONE, sender.phone),
        (IdentifierKind.USERNAME, sender.username),
    )
    new = [kind for kind, value in names if value and _learn(customer, kind, value, unit)]
    if sender.profile_name and unit.open(unit.get(Customer, customer).name) != sender.profile_name:
        name = unit.seal(customer, sender.profile_name)
        unit.tell(Customer, customer, lambda known: known.learn_name(name))
    return bool(new)


def _learn(customer: CustomerId, kind: IdentifierKind, value: str, unit: Unit) -> bool:
    if unit.open(unit.get(Customer, customer).identifier(kind)) == value:
        return False
    sealed = unit.seal(customer, value)
    unit.tell(Customer, customer, lambda known: known.learn_identifier(kind=kind, value=sealed, same=False))
    return True


def choose_language(command: ChooseLanguage, unit: Unit) -> None:
    """Answer her in this tongue."""
    unit.tell(Customer, command.customer, lambda known: known.choose_language(command.language))


def tell_size(command: TellSize, unit: Unit) -> None:
    """Remember what she wears."""
    unit.tell(
        Customer,
        command.customer,
        lambda known: known.tell_size(garment=command.garment, size=command.size),
    )


def tell_measurements(command: TellMeasurements, unit: Unit) -> None:
    """Remember her measurements."""
    unit.tell(Customer, command.customer, lambda known: known.tell_measurements(command.measurements))


def remember_address(command: RememberAddress, unit: Unit) -> None:
    """Remember where she wants it, sealed."""
    _remember(command.customer, command.address.model_dump_json(), unit)


def _remember(customer: UUID, address: str, unit: Unit) -> None:
    if unit.open(unit.get(Customer, customer).address) == address:
        return
    sealed = unit.seal(customer, address)
    unit.tell(Customer, customer, lambda known: known.remember_address(sealed))


def confirm_paying_number(command: ConfirmPayingNumber, unit: Unit) -> None:
    """Remember the number she pays from, sealed."""
    if unit.open(unit.get(Customer, command.customer).paying_number) == command.phone:
        return
    sealed = unit.seal(command.customer, command.phone)
    unit.tell(Customer, command.customer, lambda known: known.confirm_paying_number(sealed))


def remember_purchase(command: RememberPurchase, unit: Unit) -> None:
    """Remember what she bought, for her next size."""
    unit.tell(
        Customer,
        command.customer,
        lambda known: known.remember_purchase(order=command.order, pieces=command.pieces),
    )


def return_purchase(command: ReturnPurchase, unit: Unit) -> None:
    """Know that she gave pieces back; of whoever was forgotten no size is known any more."""
    if unit.get(Customer, command.customer).is_forgotten:
        return
    unit.tell(
        Customer,
        command.customer,
        lambda known: known.return_purchase(command.order, command.pieces),
    )


def stop_marketing(command: StopMarketing, unit: Unit) -> None:
    """Send her no offers."""
    unit.tell(Customer, command.customer, lambda known: known.stop_marketing())


def request_erasure(command: RequestErasure, unit: Unit) -> None:
    """Note that she wants to be forgotten."""
    unit.tell(Customer, command.customer, lambda known: known.request_erasure())


def forget_customer(command: ForgetCustomer, unit: Unit) -> None:
    """Record that she is known no more; what the shop wrote down about her goes with her."""
    unit.tell(Customer, command.customer, lambda known: known.forget())
    unit.tell(Notebook, command.customer, lambda book: book.empty())


class AlreadyOnePerson(Refusal):
    """A record is joined to another one once, and never to itself."""


def merge_customers(command: MergeCustomers, unit: Unit) -> None:
    """Join another record to hers. Raises: AlreadyOnePerson, CustomerIsUnknown, CustomerIsForgotten."""
    other = unit.get(Customer, command.other)
    if command.other == command.customer or command.customer in other.merged:
        raise AlreadyOnePerson("the two are one person already")
    if other.met is None or other.is_forgotten:
        raise CustomerIsUnknown("nobody is there to be joined to her")
    merge(command.customer, command.other, unit)


def recipient_of(customer: CustomerId, talk: ConversationId, unit: Unit) -> Recipient | None:
    """How she is reached; None once she is forgotten."""
    known, opened = unit.get(Customer, customer), unit.get(Conversation, talk).opened
    bsuid = unit.open(known.identifier(IdentifierKind.BSUID))
    phone = unit.open(known.identifier(IdentifierKind.PHONE))
    if opened is None or not (bsuid or phone):
        return None
    return Recipient(opened.account, bsuid, phone, Channel(opened.channel))
