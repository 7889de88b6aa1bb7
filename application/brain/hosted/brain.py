"""A brain of a hosted model, made for one turn: each part falls back to the offline one by itself."""

from application.brain.hosted.asking import Asking, Desk, Limits
from application.brain.hosted.reading import HostedReader
from application.brain.hosted.seeing import HostedEye
from application.brain.hosted.wording import HostedWriter
from application.ports.brain import Brain, Thinker
from application.ports.model import Model


def hosted(offline: Brain, model: Model, named: str, desk: Desk, thinker: Thinker, limits: Limits) -> Brain:
    """The brain of one turn; all its parts share the turn's budget and its time."""
    asking = Asking(model, desk, thinker, limits)
    return Brain(
        HostedEye(offline.eye, asking, named),
        HostedReader(offline.reader, asking, named),
        HostedWriter(asking, named),
        asking.calls,
    )
