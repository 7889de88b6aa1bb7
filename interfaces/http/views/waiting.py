"""What a customer wants who waits for a person, so that nobody must read the whole chat first."""

from application.shopping import cart_of
from domain.cart.cart import Cart
from domain.conversation.conversation import Conversation
from domain.fact import fold
from domain.identity import BoutiqueId, ConversationId, CustomerId, stream_of
from interfaces.http.deps import DashboardDeps
from interfaces.http.schemas.conversations import Wish


def wish(boutique: BoutiqueId, deps: DashboardDeps, talk: ConversationId, customer: CustomerId) -> Wish:
    """What she wanted last, what the shop asked her, and what lies in her cart."""
    said = stream_of(boutique, Conversation.KIND, talk)
    chat = fold(Conversation(), (recorded.fact for recorded in deps.log.read(said)))
    carried = stream_of(boutique, Cart.KIND, cart_of(customer))
    cart = fold(Cart(), (recorded.fact for recorded in deps.log.read(carried)))
    return Wish(
        intent=chat.last_intent,
        asked=chat.question.value if chat.asked else None,
        cart=[f"{line.quantity} × {line.title}, {line.size.label}" for line in cart.lines],
    )
