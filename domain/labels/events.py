"""What happens to the words by which a shop sorts its chats."""

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from domain.fact import Fact


class Tone(StrEnum):
    """How a label is coloured, in the words of the pages' own kit."""

    PLAIN = "plain"
    CLAY = "clay"
    LEAF = "leaf"
    GOLD = "gold"
    BERRY = "berry"
    SKY = "sky"


class LabelNamed(Fact):
    """A label has this name and colour from now on, also where chats bear it already."""

    TOPIC: ClassVar = "labels-label-named.v1"
    label: UUID
    name: str
    tone: Tone


class LabelRetired(Fact):
    """A label is used no longer; chats that bore it show it no more."""

    TOPIC: ClassVar = "labels-label-retired.v1"
    label: UUID
