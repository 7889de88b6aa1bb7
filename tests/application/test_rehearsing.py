"""A rehearsal is a chat of which nothing stays: heard in the new voice, on the boutique's own pieces."""

from functools import partial

import pytest

from application.commands import PublishVoice
from application.ports import MediaRef, NeighbourFailed, Outgoing, Recipient
from application.rehearsing import Rehearsal, _Seals, _Stage
from domain.boutique.boutique import Boutique, GreetingIsForbidden
from domain.boutique.events import Tone
from domain.conversation.reply import Reply
from domain.identity import MessageId
from domain.language import Language
from domain.money import Money
from tests.application.little_shop import AMANI, PWANI, LittleShop

BOTH = (Language.EN, Language.SW)
NEW = PublishVoice("Pendo", "Hello from Pendo", "Pendo anakusalimu", Tone.WARM, BOTH)


def rehearsal(little: LittleShop) -> Rehearsal:
    return Rehearsal(little.log, little.vault, little.clock, little.brains, little.shelf, little.pictures)


def test_the_agent_is_heard_in_a_voice_that_nobody_else_hears(little: LittleShop) -> None:
    before, due = list(little.log.facts), len(little.due)
    replies = rehearsal(little).play(AMANI, NEW, ["Hi", "red dress"])
    assert replies[0].text.startswith("Hello from Pendo")
    assert len(replies) == 2
    assert replies[1].pictures
    assert little.log.facts == before
    assert len(little.due) == due


def test_choices_are_made_in_words_and_an_order_is_only_played(little: LittleShop) -> None:
    before = list(little.log.facts)
    lines = ["red dress", "Number 1", "M", "Check out", "Westlands, Sarit Centre", "0712345678", "Pay now"]
    replies = rehearsal(little).play(AMANI, NEW, lines)
    assert "PIN" in replies[-1].text
    assert little.log.facts == before


@pytest.mark.parametrize(("percent", "says"), [(0, "everyone pays the same"), (10, "*5%*")])
def test_the_owners_limit_is_obeyed_and_nothing_of_it_stays(
    little: LittleShop, percent: int, says: str
) -> None:
    limits = partial(Boutique.set_limits, order_limit=Money.shillings(9_000), discount_percent=percent)
    little.tell(Boutique, AMANI, limits)
    before = list(little.log.facts)
    replies = rehearsal(little).play(AMANI, NEW, ["red dress", "last price?", "90% off"])
    assert says in replies[1].text
    assert "90%" not in replies[2].text
    assert little.log.facts == before


def test_another_boutiques_pieces_are_not_in_it(little: LittleShop) -> None:
    told = [rehearsal(little).play(each, NEW, ["black skirt"])[0].text for each in (AMANI, PWANI)]
    assert ["Black skirt" in text for text in told] == [True, False]


def test_a_voice_that_cannot_be_is_refused(little: LittleShop) -> None:
    with pytest.raises(GreetingIsForbidden):
        rehearsal(little).play(AMANI, PublishVoice("P", "final", "x", Tone.WARM, BOTH, ("final",)), ["Hi"])


def test_nothing_is_sent_and_nothing_fetched() -> None:
    stage, reply = _Stage(), Reply(text="x")
    to = Recipient("1", None, "+254700000000")
    with pytest.raises(NeighbourFailed):
        stage.send(Outgoing(MessageId(AMANI), to, reply))
    with pytest.raises(NeighbourFailed):
        stage.fetch_media(MediaRef("1", "m", "image/jpeg"))


def test_what_a_rehearsal_seals_stands_beside_what_was_sealed_before(little: LittleShop) -> None:
    before, seals = little.vault.seal(AMANI, AMANI, "before"), _Seals(little.vault)
    own = seals.seal(AMANI, AMANI, "now")
    seals.destroy(AMANI, AMANI)
    assert list(seals.open_all(AMANI, [before, own])) == ["before", "now"]
