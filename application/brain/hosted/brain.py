"""A brain of a hosted model, made for one turn: each part falls back to the offline one by itself."""

from application.brain.hosted.asking import Asking, Desk, Limits
from application.brain.hosted.placing import Placing
from application.brain.hosted.reading import HostedReader
from application.brain.hosted.seeing import HostedEye
from application.brain.hosted.wording import HostedWriter
from application.ports.brain import Brain, Thinker
from application.ports.model import Embedder, Model


def hosted(  # noqa: PLR0913 — all that one turn's thinking needs
    offline: Brain,
    model: Model,
    named: str,
    desk: Desk,
    thinker: Thinker,
    limits: Limits,
    embedder: Embedder | None = None,
) -> Brain:
    """The brain of one turn; all its parts share the turn's budget."""
    asking = Asking(model, desk, thinker, limits)
    placing = Placing(embedder, desk, thinker, limits, asking.calls) if embedder else None
    return Brain(
        HostedEye(offline.eye, asking, named, placing),
        HostedReader(offline.reader, asking, named, placing),
        HostedWriter(asking, named),
        asking.calls,
    )
