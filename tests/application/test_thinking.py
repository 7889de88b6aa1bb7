"""A boutique chooses its brain, and what a model was asked is recorded with the turn, sealed as hers."""

from uuid import uuid4

from application.brain.words.reader import OfflineReader
from application.commands import ChooseBrain
from application.model_call import ModelCall
from application.ports import Brain
from domain.boutique.boutique import Boutique
from domain.brain import BrainName, ModelUse, Purpose
from domain.conversation.events import ModelAnswered
from tests.application.little_shop import AMANI, PWANI, Customer, LittleShop
from tests.support.present import present

USE = ModelUse(
    brain=BrainName.GEMINI, purpose=Purpose.READING, model="flash", prompt="reading-1", outcome="answered"
)


def test_a_boutique_chooses_for_itself_alone() -> None:
    little = LittleShop()
    little.do(ChooseBrain(BrainName.CLAUDE, "haiku", turn_tokens=9, day_micro_usd=5))
    assert present(little.get(Boutique, AMANI).brain).brain is BrainName.CLAUDE
    assert little.get(Boutique, PWANI, PWANI).brain is None


def test_what_a_model_was_asked_is_recorded_with_the_turn() -> None:
    little = LittleShop()
    call = ModelCall(uuid4(), USE, ("ab",), '{"intent": "search"}')
    little.brains.brain = Brain(little.eye, OfflineReader(), calls=[call])
    Customer(little).says("red dress")
    (noted,) = [r.fact for r in little.log.facts if isinstance(r.fact, ModelAnswered)]
    assert (noted.answer, noted.use, noted.inputs) == (call.id, USE, ("ab",))
    assert little.vault.open(AMANI, present(noted.body)) == call.said
