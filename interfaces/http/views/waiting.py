"""What a customer means to buy, and what she wants who waits for a person: without reading the whole chat."""

from application.shopping import cart_of
from domain.boutique.boutique import MOST_DISCOUNT_PERCENT
from domain.cart.cart import Cart
from domain.conversation.conversation import Conversation
from domain.fact import fold
from domain.identity import BoutiqueId, ConversationId, CustomerId, stream_of
from domain.staff.events import Role
from interfaces.http.deps import DashboardDeps
from interfaces.http.permissions import may
from interfaces.http.schemas.answers import Amount
from interfaces.http.schemas.conversations import HerCart, Wish


def wish(boutique: BoutiqueId, deps: DashboardDeps, talk: ConversationId) -> Wish:
    """What she wanted last, and what the shop asked her."""
    said = stream_of(boutique, Conversation.KIND, talk)
    chat = fold(Conversation(), (recorded.fact for recorded in deps.log.read(said)))
    return Wish(intent=chat.last_intent, asked=chat.question.value if chat.asked else None)


def her_cart(boutique: BoutiqueId, deps: DashboardDeps, customer: CustomerId, role: Role) -> HerCart:
    """What lies in her cart, and what it costs her."""
    carried = stream_of(boutique, Cart.KIND, cart_of(customer))
    cart = fold(Cart(), (recorded.fact for recorded in deps.log.read(carried)))
    return HerCart(
        pieces=[f"{line.quantity} × {line.title}, {line.size.label}" for line in cart.lines],
        list_total=Amount.of(cart.list_total),
        total=Amount.of(cart.total),
        percent=cart.percent,
        most=most_given_by(role, boutique, deps),
    )


def most_given_by(role: Role, boutique: BoutiqueId, deps: DashboardDeps) -> int:
    """How many percent this role may take off by itself."""
    if not may(role, "give_discount"):
        return 0
    owner = role is Role.OWNER
    return MOST_DISCOUNT_PERCENT if owner else deps.office.shop(boutique).discount_limit
