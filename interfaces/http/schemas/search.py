"""What is found anywhere in the shop."""

from uuid import UUID

from interfaces.http.schemas.answers import Amount, Answer
from interfaces.http.schemas.orders import OrderRow
from interfaces.http.schemas.people import CustomerCard


class CustomerFound(Answer):
    """A customer, and her newest chat."""

    customer: CustomerCard
    conversation: UUID | None


class PieceFound(Answer):
    """A piece of the catalogue."""

    product: UUID
    title: str
    sku: str
    picture: str | None


class ReceiptFound(Answer):
    """A receipt of money, and the order that it came for."""

    receipt: str
    order: OrderRow


class MoneyFound(Answer):
    """A receipt of money that belongs to no order yet."""

    receipt: str
    amount: Amount


class Found(Answer):
    """A few of each kind, best first."""

    customers: list[CustomerFound]
    orders: list[OrderRow]
    pieces: list[PieceFound]
    receipts: list[ReceiptFound]
    money: list[MoneyFound]
