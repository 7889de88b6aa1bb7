"""Offering: a person of the shop picks pieces for a customer, shown to her as the agent shows its own."""

from collections.abc import Sequence
from typing import Final

from application.agent.offers import pieces_offer, size_labels
from application.agent.wording.phrases import Phrase, line, say
from application.commands import OfferPieces
from application.execute import Shop
from application.ports import Piece, Shelf
from domain.boutique.boutique import Boutique
from domain.conversation.reply import Reply
from domain.conversation.screen import ShownPiece
from domain.customer.customer import Customer
from domain.fact import Cause
from domain.identity import BoutiqueId, CustomerId, MessageId, ProductId
from domain.language import Language
from domain.refusal import Refusal

MOST_OFFERED: Final = 5
LONGEST_WORDS: Final = 300
"""What a person may say above the pieces, so that all of it fits under their picture."""

_LONGEST_TEXT: Final = 1024


class PieceIsNotOffered(Refusal):
    """Only what can be bought now is shown to a customer."""


class Offering:
    """Shows pieces in chats. Prices and sizes come from the shelf, never from who asks."""

    def __init__(self, shop: Shop, shelf: Shelf) -> None:
        self._shop, self._shelf = shop, shelf

    def offer(  # noqa: PLR0913 — who, to whom, and what
        self,
        boutique: BoutiqueId,
        customer: CustomerId,
        cause: Cause,
        said: MessageId,
        products: Sequence[ProductId],
        words: str,
        *,
        to_agent: bool,
    ) -> None:
        """Show her these pieces, with a person's words above them; `said` makes the message one.

        Raises: PieceIsNotOffered, ConversationIsNotOpen, WindowIsClosed.
        """
        pieces = [self._piece(boutique, product) for product in products]
        language = self._language(boutique, customer)
        shown = tuple(
            ShownPiece(rank=rank, product=piece.product, score=1.0, price=piece.price)
            for rank, piece in enumerate(pieces, start=1)
        )
        reply = _reply(pieces, words, language, said)
        self._shop.do(boutique, cause, OfferPieces(customer, said, reply, shown, to_agent))

    def _piece(self, boutique: BoutiqueId, product: ProductId) -> Piece:
        piece = self._shelf.piece(boutique, product)
        if piece is None or not piece.sizes:
            raise PieceIsNotOffered(f"{product} cannot be bought now")
        return piece

    def _language(self, boutique: BoutiqueId, customer: CustomerId) -> Language:
        unit = self._shop.open(boutique, customer)
        shop, known = unit.get(Boutique, boutique), unit.get(Customer, customer).language
        return shop.answer_to(known or (shop.languages or (Language.EN,))[0])


def _reply(pieces: Sequence[Piece], words: str, language: Language, said: MessageId) -> Reply:
    numbered = [
        line(
            Phrase.PIECE,
            rank=rank,
            title=piece.title_in(language),
            price=piece.price,
            sizes=size_labels(piece),
        )
        for rank, piece in enumerate(pieces, start=1)
    ]
    lines = [say(each, language, said) for each in (*numbered, line(Phrase.WHICH_PIECE))]
    text = "\n".join([*([words] if words else []), *lines])
    offer = pieces_offer(pieces, language)
    return Reply(text=text[:_LONGEST_TEXT], pictures=offer.pictures, buttons=offer.buttons)
