"""The labels of a boutique: few, in its owner's own words."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, Final, Self
from uuid import UUID

from domain.fact import Fact, Facts
from domain.labels.events import LabelNamed, LabelRetired, Tone
from domain.labels.refusals import LabelIsUnknown, LabelNameIsTaken, LabelsAreEnough

__all__ = ["MOST", "LabelIsUnknown", "LabelNameIsTaken", "Labels", "LabelsAreEnough", "Tone"]

MOST: Final = 8


@dataclass(frozen=True, slots=True)
class Labels:
    """All labels of a boutique. Shape: `named` holds those in use, the oldest first."""

    KIND: ClassVar[str] = "labels"

    named: Mapping[UUID, LabelNamed] = field(default_factory=dict)

    def evolve(self, fact: Fact) -> Self:
        """The labels after this fact."""
        match fact:
            case LabelNamed():
                return replace(self, named={**self.named, fact.label: fact})
            case LabelRetired():
                left = {key: kept for key, kept in self.named.items() if key != fact.label}
                return replace(self, named=left)
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of labels")

    def name_label(self, label: UUID, name: str, tone: Tone) -> Facts:
        """Make a label, or give it another name or colour. Nothing new: it is called and coloured so.

        Raises: LabelNameIsTaken, LabelsAreEnough.
        """
        called = LabelNamed(label=label, name=name, tone=tone)
        if self.named.get(label) == called:
            return ()
        others = [kept for key, kept in self.named.items() if key != label]
        if any(kept.name.casefold() == name.casefold() for kept in others):
            raise LabelNameIsTaken(f"there is a label {name}")
        if len(others) >= MOST:
            raise LabelsAreEnough(f"there are {MOST} labels")
        return (called,)

    def retire_label(self, label: UUID) -> Facts:
        """Use a label no longer. Nothing new: it is not in use."""
        return (LabelRetired(label=label),) if label in self.named else ()

    def must_have(self, label: UUID) -> None:
        """Look before it is put on a chat. Raises: LabelIsUnknown."""
        if label not in self.named:
            raise LabelIsUnknown(f"{label} is no label in use")
