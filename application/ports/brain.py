"""What thinks: an eye for photos and a reader for words."""

from typing import Protocol

from application.look import Look
from application.understanding import ReadingContext, Understanding


class Eye(Protocol):
    """Sees what is on a photo."""

    def look(self, photo: bytes) -> Look:
        """Attributes and vector. Raises: PhotoUnreadable."""
        ...


class Reader(Protocol):
    """Understands what a customer writes."""

    def read(self, text: str, context: ReadingContext) -> Understanding:
        """What the text means where the conversation stands; it never fails on strange text."""
        ...
