"""What is asked of a boutique about its brain."""

from dataclasses import dataclass

from application.commands.command import Command
from domain.brain import BrainName


@dataclass(frozen=True, slots=True)
class ChooseBrain(Command):
    """Think with this brain from the next turn on. Units: as in BrainChosen."""

    brain: BrainName
    model: str = ""
    turn_tokens: int = 30_000
    day_micro_usd: int = 2_000_000
