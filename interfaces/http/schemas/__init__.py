"""What the dashboard's API answers with, a file for each part of the shop."""

from interfaces.http.schemas.answers import Amount, Page, Problem
from interfaces.http.schemas.conversations import (
    ChatMessage,
    Conversation,
    ConversationRow,
    Delivery,
    ProductCard,
    Side,
)
from interfaces.http.schemas.health import Liveness, Readiness, ReadinessCheck
from interfaces.http.schemas.history import FactField, History, HistoryEntry
from interfaces.http.schemas.insights import (
    Funnel,
    Lag,
    LivePosition,
    ModelLag,
    ResponseTime,
    Sales,
    SalesDay,
    TopProduct,
    TopProducts,
)
from interfaces.http.schemas.orders import (
    CourierHandover,
    Order,
    OrderedPiece,
    OrderRow,
    OrderStatus,
    OrderStep,
    PaymentAttempt,
    PaymentCard,
    StepDone,
)
from interfaces.http.schemas.people import CustomerCard
from interfaces.http.schemas.products import ProductRow, SizeStock
from interfaces.http.schemas.shop import BoutiqueCard, LowStock, Me, Today

__all__ = [
    "Amount",
    "BoutiqueCard",
    "ChatMessage",
    "Conversation",
    "ConversationRow",
    "CourierHandover",
    "CustomerCard",
    "Delivery",
    "FactField",
    "Funnel",
    "History",
    "HistoryEntry",
    "Lag",
    "LivePosition",
    "Liveness",
    "LowStock",
    "Me",
    "ModelLag",
    "Order",
    "OrderRow",
    "OrderStatus",
    "OrderStep",
    "OrderedPiece",
    "Page",
    "PaymentAttempt",
    "PaymentCard",
    "Problem",
    "ProductCard",
    "ProductRow",
    "Readiness",
    "ReadinessCheck",
    "ResponseTime",
    "Sales",
    "SalesDay",
    "Side",
    "SizeStock",
    "StepDone",
    "Today",
    "TopProduct",
    "TopProducts",
]
