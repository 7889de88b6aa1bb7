"""ImageAnalysis: what is on her photos."""

from application.agent.state import Photo, Senses, TurnState
from application.agent.wording.phrases import Phrase, line
from application.brain.eye.photo import PhotoUnreadable
from application.commands import Command, NotePhotoRejected, NotePhotoSeen
from application.look import Look
from domain.identity import ConversationId

MOST_PHOTOS = 4
"""An album may hold more; the first ones tell enough."""


def image_analysis(state: TurnState, senses: Senses) -> TurnState:
    """Look at each photo; one that cannot be read is told so, and the others still count."""
    turn = state["turn"]
    looks: list[Look] = []
    commands: list[Command] = []
    for photo in turn.photos[:MOST_PHOTOS]:
        seen, noted = _look(photo, turn.conversation_id, senses)
        commands.append(noted)
        looks.extend([seen] if seen else [])
    lines = () if len(looks) == len(turn.photos[:MOST_PHOTOS]) else (line(Phrase.PHOTO_UNREADABLE),)
    return TurnState(looks=tuple(looks), commands=tuple(commands), lines=lines)


def _look(photo: Photo, conversation: ConversationId, senses: Senses) -> tuple[Look | None, Command]:
    if photo.content is None:
        return None, NotePhotoRejected(conversation, photo.message, "it could not be fetched")
    try:
        seen = senses.eye.look(photo.content)
    except PhotoUnreadable as unreadable:
        return None, NotePhotoRejected(conversation, photo.message, str(unreadable))
    return seen, NotePhotoSeen(conversation, photo.message, seen)
