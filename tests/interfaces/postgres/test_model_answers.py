"""What a model answered is found again by its own boutique and customer, until she is forgotten."""

from uuid import uuid4

from application.ports.model import Kept
from domain.brain import BrainName, ModelUse, Purpose
from domain.identity import BoutiqueId
from interfaces.postgres.database import Database
from interfaces.postgres.model_answers import ModelAnswers
from interfaces.postgres.vault import PostgresVault

USE = ModelUse(
    brain=BrainName.CLAUDE, purpose=Purpose.READING, model="haiku", prompt="reading-1", outcome="answered"
)


def test_an_answer_is_kept_sealed_and_goes_with_the_customer(
    database: Database, vault: PostgresVault, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    mine, others = two_boutiques
    answers, her, kept = (
        ModelAnswers(database, vault),
        uuid4(),
        Kept(uuid4(), USE.model_dump_json(), "quorlax"),
    )
    answers.keep(mine, her, "asked", kept)
    answers.keep(mine, her, "asked", Kept(uuid4(), USE.model_dump_json(), "another"))
    found = answers.find(mine, her, "asked")
    assert found is not None
    assert (found.turn, found.said) == (kept.turn, "quorlax")
    assert ModelUse.model_validate_json(found.use) == USE
    assert answers.find(mine, her, "not asked") is None
    assert answers.find(mine, uuid4(), "asked") is None
    assert answers.find(others, her, "asked") is None
    vault.destroy(mine, her)
    assert answers.find(mine, her, "asked") is None
