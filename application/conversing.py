"""A turn: what waits of one customer is taken in, thought about, and answered by one commit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from application.agent.graph import propose
from application.agent.state import Photo, Senses, Turn
from application.cards import with_card_read
from application.commands import ChooseLanguage, NoteModelAnswer, WithholdNotice
from application.customers import meet, recipient_of
from application.execute import execute
from application.handing_over import let_owner_write
from application.hearing import chosen_in_words, heard, seen_in_place, taken_in
from application.inbound import DeliveryStatus, Inbound, Inbox, OwnerMessage
from application.merging import one_person
from application.ports import (
    Brain,
    Brains,
    Messenger,
    NeighbourFailed,
    NeighbourUnsure,
    Pictures,
    Shelf,
    StreamMoved,
    Thinker,
)
from application.settling import note, note_news, outcomes
from application.talking import conversation_of
from application.turning import about_the_order_named, answerable, recall
from application.understanding import Intent
from application.unit import Unit, Units
from domain.conversation.conversation import Conversation
from domain.conversation.events import WINDOW_CLOSED, MessageKind, NoticeOwed
from domain.customer.customer import Customer
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, ConversationId, CustomerId, MessageId, derive
from domain.language import Language
from domain.refusal import Refusal

RecordsOf = Callable[[BoutiqueId, Inbound], Sequence[CustomerId]]
"""Under which records the shop may know who wrote, by each of her names."""
MOST_TRIES = 6
"""How often a turn is thought anew when somebody else recorded first."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken into one turn."""

    messages: tuple[Inbound, ...]
    statuses: tuple[DeliveryStatus, ...]
    photos: tuple[Photo, ...]
    owners: tuple[OwnerMessage, ...] = ()


class Conversing:
    """Answers customers. Shape: one object serves all boutiques and threads."""

    def __init__(  # noqa: PLR0913 — one for each port that a turn needs
        self,
        units: Units,
        inbox: Inbox,
        messenger: Messenger,
        pictures: Pictures,
        brains: Brains,
        shelf: Shelf,
        pay_within: timedelta = timedelta(minutes=30),
        records_of: RecordsOf = lambda _, __: (),
    ) -> None:
        self._units, self._inbox, self._messenger = units, inbox, messenger
        self._pictures, self._brains, self._shelf = pictures, brains, shelf
        self._pay_within, self._records_of = pay_within, records_of

    def turn(self, boutique: BoutiqueId, customer: CustomerId, *, patient: bool = False) -> None:
        """Settle all that waits of this customer: messages, statuses of our own messages, owed news.

        A turn that was cut short is simply done again: what was recorded is known, and is not done twice.
        Raises: StreamMoved when others keep recording first; the work is then due again. NeighbourFailed when
        `patient` and a photo cannot be had now, but perhaps later.
        """
        waiting = self._inbox.waiting(boutique, customer)
        own = (item for item in waiting if isinstance(item, Inbound))
        messages = tuple(with_card_read(item, self._messenger) for item in own)
        statuses = tuple(item for item in waiting if isinstance(item, DeliveryStatus))
        owners = tuple(item for item in waiting if isinstance(item, OwnerMessage))
        if messages and not owners:
            self._messenger.show_typing(messages[-1].came_from, messages[-1].provider_id)
        photos = self._fetch(boutique, customer, messages, patient=patient)
        taken = Taken(messages, statuses, photos, owners)
        settled = self._decide(boutique, customer, taken)
        self._inbox.settle(boutique, customer, settled)

    def _decide(self, boutique: BoutiqueId, customer: CustomerId, taken: Taken) -> Sequence[tuple[str, str]]:
        refusal: Refusal | None = None
        for _ in range(MOST_TRIES):
            unit = self._units.open(boutique, _cause(customer, taken))
            try:
                talk = self._fill(unit, customer, taken, refusal)
                unit.commit()
            except StreamMoved:
                refusal = None
            except Refusal as no:
                if refusal and refusal.code == no.code:
                    raise
                refusal = no
            else:
                return outcomes(talk, (*taken.messages, *taken.statuses, *taken.owners), unit)
        raise StreamMoved(f"the conversation of {customer} kept moving")

    def _fill(
        self, unit: Unit, customer: CustomerId, taken: Taken, refusal: Refusal | None
    ) -> ConversationId | None:
        if taken.messages:
            self._meet(customer, taken.messages[-1], unit)
        talk = conversation_of(customer, taken.messages, unit)
        if talk is None:
            for status in taken.statuses:
                note_news(status, unit)
            return None
        pictures = {photo.message: photo.picture for photo in taken.photos}
        for message in taken.messages:
            taken_in(talk, customer, message, pictures.get(message.message), unit)
        for status in taken.statuses:
            note(talk, status, unit)
        for owner in taken.owners:
            let_owner_write(talk, customer, owner, unit)
        self._tell_news(unit, customer, talk)
        self._answer(unit, customer, talk, taken, refusal)
        return talk

    def _meet(self, customer: CustomerId, message: Inbound, unit: Unit) -> None:
        """Know who writes; with a new name or a new window, also whether she was known as somebody else."""
        goes_on = unit.get(Customer, customer).conversation_at(unit.now)
        if meet(customer, message, unit) or not goes_on:
            one_person(customer, self._records_of(unit.boutique, message), unit)

    def _tell_news(self, unit: Unit, customer: CustomerId, talk: ConversationId) -> None:
        """Tell what is owed and what waited for her to write.

        While WhatsApp would refuse it, what is owed goes as a template, or waits where the boutique has none.
        """
        before = unit.get(Conversation, talk)
        if before.may_be_written_to(unit.now):
            for notice in (*before.owed, *before.left_untold):
                self._tell(unit, customer, talk, notice)
            return
        to = recipient_of(customer, talk, unit) if before.owed else None
        reachable = to is not None and self._messenger.has_template(to)
        for notice in before.owed:
            if reachable:
                self._tell(unit, customer, talk, notice)
            else:
                execute(unit, WithholdNotice(talk, notice.key, WINDOW_CLOSED))

    def _tell(self, unit: Unit, customer: CustomerId, talk: ConversationId, notice: NoticeOwed) -> None:
        """Tell one piece of news; what is told follows from what the news follows from."""
        own = unit.cause
        unit.cause = replace(own, correlation=unit.origin(Conversation, talk, notice))
        turn = recall(unit, customer, talk, MessageId(derive(talk, notice.key)), notice.order)
        execute(unit, *propose(replace(turn, notice=notice), self._senses(self._brains.offline())))
        unit.cause = own

    def _answer(
        self, unit: Unit, customer: CustomerId, talk: ConversationId, taken: Taken, refusal: Refusal | None
    ) -> None:
        messages = answerable(talk, taken.messages, unit)
        if not messages:
            return
        if not self._messenger.capabilities(messages[-1].channel).taps:
            messages = chosen_in_words(talk, messages, unit)
        ids = {message.message for message in messages}
        photos = tuple(photo for photo in taken.photos if photo.message in ids)
        turn = recall(unit, customer, talk, MessageId(derive(messages[0].message, "reply")))
        turn = seen_in_place(turn, messages, unit)
        brain = self._brains.of(Thinker(unit.boutique, customer, turn.reply_id), turn.boutique.brain)
        understood = about_the_order_named(heard(turn, messages, brain.reader), unit)
        thought = replace(
            understood, messages=messages, photos=photos, refused=refusal, pay_within=self._pay_within
        )
        if thought.language is not turn.customer.language and not _just_hi(thought):
            execute(unit, ChooseLanguage(customer, thought.language))
        proposed = propose(thought, self._senses(brain))
        execute(unit, *_answers(talk, messages, brain), *proposed)

    def _senses(self, brain: Brain) -> Senses:
        return Senses(brain.eye, self._shelf, brain.writer)

    def _fetch(
        self, boutique: BoutiqueId, customer: CustomerId, messages: Sequence[Inbound], *, patient: bool
    ) -> tuple[Photo, ...]:
        """Her photos, kept sealed before anything is decided about them."""
        return tuple(
            self._photo(boutique, customer, message, patient=patient)
            for message in messages
            if message.kind is MessageKind.PHOTO
        )

    def _photo(self, boutique: BoutiqueId, customer: CustomerId, message: Inbound, *, patient: bool) -> Photo:
        if message.media is None:
            return Photo(message.message, None, None)
        try:
            content = self._messenger.fetch_media(message.media)
        except NeighbourFailed as failed:
            if patient and (failed.retryable or isinstance(failed, NeighbourUnsure)):
                raise
            return Photo(message.message, None, None)
        return Photo(message.message, self._pictures.keep(boutique, content, customer), content)


def _answers(talk: ConversationId, messages: Sequence[Inbound], brain: Brain) -> list[NoteModelAnswer]:
    """What models were asked in this turn, recorded with it, so that no replay asks again."""
    ids = tuple(message.message for message in messages)
    return [NoteModelAnswer(talk, ids, call) for call in brain.calls]


def _just_hi(thought: Turn) -> bool:
    """An English hello: those who go on in Swahili say it too, so it settles no language."""
    return thought.understanding.intent is Intent.GREET and thought.language is Language.EN


def _cause(customer: CustomerId, taken: Taken) -> Cause:
    if taken.messages:
        first = taken.messages[0].message
        return Cause(Actor.CUSTOMER, derive(first, "turn"), first)
    if taken.owners:
        said = taken.owners[0].message
        return Cause(Actor.OWNER, derive(said, "turn"), said)
    what = "/".join(status.provider_id + status.state for status in taken.statuses) or "news"
    return Cause(Actor.NEIGHBOUR if taken.statuses else Actor.AGENT, derive(customer, what), customer)
