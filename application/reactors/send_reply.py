"""ReplyComposed → WhatsApp → ReplySent.

WhatsApp knows no idempotency key. A send whose answer was lost is therefore waited for: its status comes back
with our own id of the reply. Only where none comes is the text sent once more, and never a third time.

Some channels need several messages for a long reply. Each that was taken is recorded before the next goes, so
that whoever goes on after a failure or a crash begins with the one that nobody has taken yet.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from application.customers import recipient_of
from application.execute import Shop
from application.outcome import DONE, Later, Outcome, backoff
from application.ports import (
    Messenger,
    NeighbourFailed,
    NeighbourUnsure,
    Outgoing,
    Pictures,
    StreamMoved,
    WindowClosed,
)
from application.talking import said_as
from application.unit import Unit
from application.work import Work
from domain.conversation.conversation import Conversation
from domain.conversation.delivery import Delivery
from domain.conversation.events import WINDOW_CLOSED
from domain.conversation.reply import Reply
from domain.fact import Facts
from domain.identity import ConversationId, CustomerId, MessageId

WAIT_FOR_STATUS = timedelta(seconds=15)
MOST_SENDS = 4
"""Attempts of which one may have been lost."""

MOST_REFUSALS = 12
"""Attempts that WhatsApp surely did not take: in busy hours its quotas make a reply wait for minutes."""

LOST, LOST_AGAIN = "the answer was lost", "the answer was lost again"
"""Why a reply is due again whose status may still tell; after the second time it is given up."""

REFUSED = "refused:"
"""How the reason begins why a reply is due again that WhatsApp surely did not take."""


class SendReply:
    """Sends a reply that stands composed in its conversation."""

    def __init__(self, shop: Shop, messenger: Messenger, pictures: Pictures) -> None:
        self._shop, self._messenger, self._pictures = shop, messenger, pictures

    def __call__(self, work: Work, begin: Callable[[], None]) -> Outcome:
        """Send it, unless it is known to be sent. `begin` writes the attempt down before the call."""
        unit, talk = self._shop.open(work.boutique, work.subject), ConversationId(UUID(work.detail))
        said = unit.get(Conversation, talk).replies.get(MessageId(work.subject))
        if said is None or said.delivery is not Delivery.PLANNED:
            return DONE
        if work.perhaps_done:
            return self._lost(again=work.attempts > 1)
        if not said.as_template and not unit.get(Conversation, talk).may_be_written_to(self._shop.now()):
            return self._failed(work, talk, WINDOW_CLOSED, "24 hours have passed since she wrote")
        outgoing = self._outgoing(unit, talk, work)
        if outgoing is None:
            return self._failed(work, talk, "forgotten", "nobody is left to send it to")
        if _is_given_up(work):
            return self._failed(work, talk, "unsure", "WhatsApp never said what became of it")
        begin()
        sent = replace(outgoing, parts_sent=said.parts_sent, note_part=partial(self._note_part, work, talk))
        return self._send(work, talk, sent)

    def _send(self, work: Work, talk: ConversationId, outgoing: Outgoing) -> Outcome:
        try:
            provider_id = self._messenger.send(outgoing)
            return self._record(work, talk, lambda said: said.mark_sent(MessageId(work.subject), provider_id))
        except (NeighbourUnsure, StreamMoved):
            return self._lost(again=work.last_error == LOST)
        except WindowClosed as closed:
            return self._failed(work, talk, WINDOW_CLOSED, closed.reason)
        except NeighbourFailed as failed:
            if failed.retryable and work.attempts + 1 < MOST_REFUSALS:
                return Later(self._again_at(work, failed), f"{REFUSED} {failed}")
            return self._failed(work, talk, failed.code, failed.reason)

    def _again_at(self, work: Work, failed: NeighbourFailed) -> datetime:
        now = self._shop.now()
        return max(now + failed.after, now) if failed.after else backoff(now, work.attempts)

    def _lost(self, *, again: bool) -> Outcome:
        return Later(self._shop.now() + WAIT_FOR_STATUS, LOST_AGAIN if again else LOST)

    def _note_part(self, work: Work, talk: ConversationId, part: int, provider_id: str) -> None:
        self._record(work, talk, lambda said: said.mark_part_sent(MessageId(work.subject), part, provider_id))

    def _failed(self, work: Work, talk: ConversationId, code: str, reason: str) -> Outcome:
        reply = MessageId(work.subject)
        return self._record(work, talk, lambda said: said.mark_failed(reply, code, reason))

    def _record(self, work: Work, talk: ConversationId, decide: Callable[[Conversation], Facts]) -> Outcome:
        unit = self._shop.open(work.boutique, work.subject)
        origin = unit.origin(Conversation, talk, said_as(unit, talk, MessageId(work.subject)))
        self._shop.tell(work.boutique, origin, Conversation, talk, decide)
        return DONE

    def _outgoing(self, unit: Unit, talk: ConversationId, work: Work) -> Outgoing | None:
        reply_id = MessageId(work.subject)
        said, to = said_as(unit, talk, reply_id), recipient_of(CustomerId(work.lane), talk, unit)
        body = unit.open(said.body) if said else None
        if body is None or to is None:
            return None
        reply = Reply.model_validate_json(body)
        there = [(shown, self._pictures.fetch(unit.boutique, shown.name)) for shown in reply.pictures]
        kept = tuple(shown for shown, content in there if content)
        if not reply.text and not kept:
            return None
        shown = reply.model_copy(update={"pictures": kept})
        contents = tuple(content for _, content in there if content)
        late = said is not None and said.as_template
        return Outgoing(reply_id, to, shown, contents, as_template=late)


def _is_given_up(work: Work) -> bool:
    refused = (work.last_error or "").startswith(REFUSED)
    return work.last_error == LOST_AGAIN or (work.attempts >= MOST_SENDS and not refused)
