"""Her cart as it will be once the proposed commands are carried out: its own decisions, tried ahead."""

from collections.abc import Iterable

from application.agent.state import Senses, Turn
from application.agent.wording.phrases import Line, Phrase, line
from application.commands import (
    AddToCart,
    ChangeQuantity,
    Command,
    DiscountCart,
    EmptyCart,
    RemoveFromCart,
    RepriceItem,
)
from domain.cart.cart import Cart, CartLine, agreed_price
from domain.fact import Facts, fold
from domain.language import Language


def cart_after(turn: Turn, commands: Iterable[Command], senses: Senses) -> Cart:
    """The cart that the commands lead to. Raises: a Refusal, as carrying them out would."""
    cart = turn.cart
    for command in commands:
        cart = fold(cart, _decide(cart, command, turn, senses))
    return cart


def _decide(cart: Cart, command: Command, turn: Turn, senses: Senses) -> Facts:
    match command:
        case AddToCart():
            return _add(cart, command, turn, senses)
        case ChangeQuantity():
            return cart.change_quantity(variant=command.variant, quantity=command.quantity)
        case RepriceItem():
            return cart.reprice(variant=command.variant, unit_price=command.unit_price)
        case DiscountCart():
            return cart.discount(command.percent, most=turn.boutique.discount_limit)
        case RemoveFromCart():
            return cart.remove(command.variant)
        case EmptyCart():
            return cart.empty()
    return ()


def _add(cart: Cart, command: AddToCart, turn: Turn, senses: Senses) -> Facts:
    piece = senses.shelf.piece(turn.boutique_id, command.product)
    offered = next((s for s in piece.sizes if s.variant == command.variant), None) if piece else None
    if piece is None or offered is None:
        return ()
    opened = cart.open(turn.customer_id)
    added = fold(cart, opened).add_item(
        variant=command.variant,
        product=piece.product,
        title=piece.title,
        garment=piece.garment,
        size=offered.size,
        unit_price=piece.price,
        quantity=command.quantity,
        title_sw=piece.title_sw,
    )
    return (*opened, *added)


def cart_lines(cart: Cart, language: Language) -> tuple[Line, ...]:
    """The cart in her words, with its total."""
    if cart.is_empty:
        return (line(Phrase.CART_EMPTY),)
    rows = (_row(each, language) for each in cart.lines)
    return (line(Phrase.CART), *rows, line(Phrase.CART_TOTAL, total=cart.total))


def _row(item: CartLine, language: Language) -> Line:
    title = item.title if language is Language.EN else item.title_sw or item.title
    known = {"quantity": item.quantity, "title": title, "size": item.size.label, "total": item.total}
    if item.total == item.list_total:
        return line(Phrase.CART_LINE, **known)
    return line(Phrase.CART_LINE_LESS, listed=item.list_total, **known)


def prices_of_today(turn: Turn, senses: Senses) -> tuple[tuple[RepriceItem, ...], tuple[Line, ...]]:
    """What in her cart costs another price than when she chose it, and how she is told."""
    repriced: list[RepriceItem] = []
    told: list[Line] = []
    for item in turn.cart.lines:
        piece = senses.shelf.piece(turn.boutique_id, item.product)
        if piece is None or piece.price == item.unit_price:
            continue
        repriced.append(RepriceItem(turn.customer_id, item.variant, piece.price))
        title = piece.title_in(turn.language)
        now = agreed_price(piece.price, item.percent)
        told.append(line(Phrase.PRICE_CHANGED, title=title, before=item.agreed, now=now))
    return tuple(repriced), tuple(told)
