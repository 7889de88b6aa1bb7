"""What a boutique thinks with."""

from application.commands import ChooseBrain
from application.unit import Unit
from domain.boutique.boutique import Boutique


def choose_brain(command: ChooseBrain, unit: Unit) -> None:
    """Let the next turn think with this brain."""
    unit.tell(
        Boutique,
        unit.boutique,
        lambda shop: shop.choose_brain(
            brain=command.brain,
            model=command.model,
            turn_tokens=command.turn_tokens,
            day_micro_usd=command.day_micro_usd,
        ),
    )
