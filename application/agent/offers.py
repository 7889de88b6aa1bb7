"""What can be tapped: buttons and rows whose ids say what they mean.

Shape: an id is an intent, or an intent and a subject: "checkout", "tell_size:M", "pick:<product>". Old
messages keep their buttons: a subject says what a tap is about, whatever was shown or asked since.
"""

from collections.abc import Sequence
from uuid import UUID

from application.agent.state import Offer
from application.agent.wording.phrases import Line, Phrase, line, say
from application.ports import Piece
from application.understanding import Intent
from domain.conversation.question import Question
from domain.conversation.reply import Button, Picture, Row
from domain.fitting import FitAdvice
from domain.language import Language

_ANY = UUID(int=0)
MOST_BUTTONS = 3
MOST_ROWS = 10


def button(
    phrase: Phrase, intent: Intent, language: Language, subject: object = "", **values: object
) -> Button:
    """A button in her language. Example: button(Phrase.BUTTON_PAY, Intent.CONFIRM, Language.SW)."""
    return Button(id=reply_id(intent, subject), title=said(line(phrase, **values), language)[:20])


def reply_id(intent: Intent, subject: object = "") -> str:
    """What a tap carries back."""
    return f"{intent.value}:{subject}" if str(subject) else intent.value


def said(spoken: Line, language: Language) -> str:
    """A title in her language; titles have one variant."""
    return say(spoken, language, _ANY)


def yes_or_no(question: Question, language: Language) -> Offer:
    """Two buttons that answer this question and no other."""
    return Offer(
        buttons=(
            button(Phrase.BUTTON_YES, Intent.CONFIRM, language, question.value),
            button(Phrase.BUTTON_NO, Intent.DECLINE, language, question.value),
        )
    )


def buying(language: Language) -> Offer:
    """On to the checkout, or more pieces."""
    return Offer(
        buttons=(
            button(Phrase.BUTTON_CHECKOUT, Intent.CHECKOUT, language),
            button(Phrase.BUTTON_MORE, Intent.MORE, language),
        )
    )


def pieces_offer(pieces: Sequence[Piece], language: Language) -> Offer:
    """A numbered picture of each piece, and a button for each of the first three."""
    numbered = list(enumerate(pieces, start=1))
    return Offer(
        pictures=tuple(
            Picture(product=each.product, name=each.picture, caption=f"{rank} · {each.price}", sku=each.sku)
            for rank, each in numbered
            if each.picture
        ),
        buttons=tuple(
            button(Phrase.BUTTON_NUMBER, Intent.PICK, language, each.product, rank=rank)
            for rank, each in numbered[:MOST_BUTTONS]
        ),
    )


def size_labels(piece: Piece) -> str:
    """The sizes that can be bought now: "S, M, L"."""
    return ", ".join(offered.size.label for offered in piece.sizes)


def size_offer(piece: Piece, advice: FitAdvice, language: Language) -> Offer:
    """Her size first; up to three sizes are buttons, more are a list."""
    ordered = sorted(piece.sizes, key=lambda offered: offered.size != advice.size)
    if len(ordered) <= MOST_BUTTONS:
        buttons = (
            button(Phrase.BUTTON_YOUR_SIZE, Intent.TELL_SIZE, language, each.size.label, size=each.size.label)
            if each.size == advice.size
            else Button(id=reply_id(Intent.TELL_SIZE, each.size.label), title=each.size.label)
            for each in ordered
        )
        return Offer(buttons=tuple(buttons))
    rows = tuple(
        Row(id=reply_id(Intent.TELL_SIZE, each.size.label), title=each.size.label)
        for each in ordered[:MOST_ROWS]
    )
    return Offer(rows=rows, rows_title=said(line(Phrase.BUTTON_SIZES), language))


def list_offer(rows: Sequence[tuple[str, str, str]], opens: Phrase, language: Language) -> Offer:
    """A list from pairs of id, title and description."""
    cut = tuple(Row(id=i, title=t[:24], description=d[:72]) for i, t, d in rows[:MOST_ROWS])
    return Offer(rows=cut, rows_title=said(line(opens), language))
