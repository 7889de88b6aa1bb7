"""Why the agent said something, as the dashboard tells it."""

from application.explaining import Reasons, reasons_for
from domain.conversation.conversation import Conversation
from domain.conversation.events import PhotoSeen
from domain.identity import BoutiqueId, ConversationId, MessageId, stream_of
from interfaces.http.deps import DashboardDeps
from interfaces.http.problems import not_found
from interfaces.http.schemas.reasons import FoundPiece, ModelStep, ReplyReasons
from interfaces.http.views.inbox import card
from projections import chats, product_index


def reasons(
    boutique: BoutiqueId, deps: DashboardDeps, wanted: ConversationId, reply: MessageId
) -> ReplyReasons:
    """What led to a reply. Raises: ProblemFound 404 for what is no reply of the agent in this chat."""
    with deps.door(boutique) as conn:
        chat, message = chats.chat(boutique, conn, wanted), chats.message(boutique, conn, reply)
        if chat is None or message is None or message.customer != chat.customer:
            raise not_found()
        stream = stream_of(boutique, Conversation.KIND, message.conversation)
        why = reasons_for(reply, deps.log.read(stream))
        if why is None:
            raise not_found()
        shown = why.shown.pieces if why.shown else ()
        pieces = product_index.pieces(boutique, conn, [piece.product for piece in shown])
    found = [FoundPiece(card=card(piece, pieces), score=piece.score) for piece in shown]
    return _told(reply, why, found)


def _told(reply: MessageId, why: Reasons, found: list[FoundPiece]) -> ReplyReasons:
    understood, shown, advised = why.understood, why.shown, why.advised
    return ReplyReasons(
        reply=reply,
        intent=why.composed.intent,
        brain=why.composed.brain,
        reader=understood.brain if understood else None,
        understood=understood.intent if understood else None,
        confidence=understood.confidence if understood else None,
        language=why.composed.language.value,
        seen=_seen(why.photo) if why.photo else [],
        found_by=shown.by if shown else None,
        found=found,
        wanted=list(shown.wanted) if shown else [],
        relaxed=list(shown.relaxed) if shown else [],
        nothing_for=list(why.nothing_for),
        size=advised.size.label if advised and advised.size else None,
        size_reason=advised.reason if advised else None,
        models=_steps(why),
        cost_micro_usd=why.cost_micro_usd,
    )


def _steps(why: Reasons) -> list[ModelStep]:
    return [
        ModelStep(
            purpose=use.purpose.value,
            brain=use.brain.value,
            model=use.model,
            version=use.version,
            prompt=use.prompt,
            outcome=use.outcome,
            tokens=use.tokens,
            cost_micro_usd=use.cost_micro_usd,
            latency_ms=use.latency_ms,
            reused=use.reused,
        )
        for use in why.models
    ]


def _seen(photo: PhotoSeen) -> list[str]:
    """What the eye saw, as tags of what one may look for."""
    kind = [f"g:{photo.kind.value}"] if photo.kind else []
    pattern = [f"p:{photo.pattern.value}"] if photo.pattern else []
    return [*kind, *(f"c:{colour.value}" for colour in photo.colours), *pattern]
