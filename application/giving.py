"""Giving: a person of the shop takes something off what a customer buys, and she hears of it at once."""

from application.agent.bargaining import told
from application.agent.offers import buying
from application.agent.preview import cart_lines
from application.agent.wording.phrases import Phrase, line
from application.commands import DiscountCart, GiveDiscount
from application.handing_over import announce, chat_of, tongue_of
from application.shopping import cart_of, discount_cart
from application.unit import Unit
from domain.boutique.boutique import Boutique
from domain.cart.cart import Cart
from domain.conversation.conversation import Conversation
from domain.conversation.refusals import WindowIsClosed


def give_discount(command: GiveDiscount, unit: Unit) -> None:
    """Take so much off her cart and tell her what it costs now. Who answers her stays as it is.

    Nothing new where she has that much already.
    Raises: ConversationIsNotOpen, WindowIsClosed, DiscountIsTooHigh.
    """
    customer, cart = command.customer, cart_of(command.customer)
    talk = chat_of(customer, unit)
    if not unit.get(Conversation, talk).may_be_written_to(unit.now):
        raise WindowIsClosed("she could not be told of it")
    had = unit.get(Cart, cart).percent
    discount_cart(DiscountCart(customer, command.percent, command.by_owner), unit)
    now, language = unit.get(Cart, cart), tongue_of(customer, unit)
    if now.percent == had:
        return
    news = line(
        Phrase.DISCOUNT_FROM_SHOP, boutique=unit.get(Boutique, unit.boutique).name, percent=told(now.percent)
    )
    agent_has_it = not unit.get(Conversation, talk).handed_over
    buttons = buying(language).buttons if agent_has_it and not now.is_empty else ()
    pieces = () if now.is_empty else cart_lines(now, language)
    announce((news, *pieces), customer, talk, unit, buttons)
