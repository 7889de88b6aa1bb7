"""How a port says no.

NeighbourFailed           it did not work, and surely nothing happened
  WindowClosed            WhatsApp lets nobody write freely 24 hours after her last message
  NeighbourUnsure         it may have happened: never repeated blindly
StreamMoved               somebody else recorded into the stream first: reload and decide again
"""

from datetime import timedelta


class NeighbourFailed(Exception):  # noqa: N818
    """A neighbour said no or could not be reached; nothing happened there.

    `code` is the neighbour's own; `retryable` says whether asking again later can help, and `after` how long
    the neighbour wants to be left alone before, where it says so.
    """

    def __init__(
        self, neighbour: str, code: str, reason: str, *, retryable: bool, after: timedelta | None = None
    ) -> None:
        super().__init__(f"{neighbour} {code}: {reason}")
        self.neighbour, self.code, self.reason, self.retryable = neighbour, code, reason, retryable
        self.after = after


class WindowClosed(NeighbourFailed):
    """She has not written for 24 hours: only a template reaches her."""


class NeighbourUnsure(NeighbourFailed):
    """The answer was lost: it may have happened. Evidence must tell; a money call is never repeated."""


class StreamMoved(Exception):  # noqa: N818
    """The stream has grown since it was read."""
