"""An owner is written to in English, unless her shop speaks Swahili alone."""

from application.commands import PublishVoice
from application.outcome import DONE
from application.work import WorkKind
from domain.boutique.events import Tone
from domain.fact import Actor, Cause
from domain.language import Language
from tests.application.little_shop import AMANI, Customer, LittleShop
from tests.domain.pieces import an_id


def told_of(little: LittleShop, wanjiku: Customer) -> str:
    """What the owner reads when somebody wants a person."""
    wanjiku.sends(text="let me talk to a person")
    wanjiku.turn()
    assert little.react(next(work for work in little.due if work.kind is WorkKind.CALL_OWNER)) == DONE
    return little.messenger.sent[-1].reply.text


def test_the_owner_of_a_shop_that_speaks_swahili_alone_reads_why_she_is_called_in_swahili(
    little: LittleShop, wanjiku: Customer
) -> None:
    swahili = PublishVoice("Amani", "Hello", "Karibu", Tone.WARM, (Language.SW,))
    little.shop.do(AMANI, Cause(Actor.OWNER, an_id("in Swahili"), AMANI), swahili)
    said = told_of(little, wanjiku)
    assert said == "🙋 Wanjiku anasubiri mtu (ameomba kuongea na mtu). Fungua mazungumzo umjibu."


def test_any_other_owner_reads_it_in_english(little: LittleShop, wanjiku: Customer) -> None:
    said = told_of(little, wanjiku)
    assert said == "🙋 Wanjiku waits for a person (she asked for one). Open your chats to answer."
