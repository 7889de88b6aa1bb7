"""The shop as its owner describes it, and how far its opening is."""

from datetime import datetime

from domain.boutique.boutique import Boutique
from domain.boutique.events import LimitsSet, VoicePublished
from domain.brain import BrainName
from domain.conversation.reply import Reply
from domain.identity import BoutiqueId
from interfaces.http.deps import DashboardDeps
from interfaces.http.schemas import (
    AgentSettings,
    Amount,
    AreaCard,
    BrainCard,
    LimitsCard,
    Opening,
    OpeningStep,
    Profile,
    RehearsedReply,
    StepState,
    VoiceCard,
)
from interfaces.http.views.products import picture_path
from projections import model_costs, stock


def opening(boutique: BoutiqueId, deps: DashboardDeps) -> Opening:
    """How far the opening is, by the boutique's own facts; the catalogue by its rows."""
    shop = deps.office.shop(boutique)
    with deps.door(boutique) as conn:
        pieces = stock.pieces_in_stock(boutique, conn)
    done = _done(shop, pieces)
    sandbox = deps.connecting.sandbox
    return Opening(
        steps=[StepState(step=step, done=done[step]) for step in OpeningStep],
        live=all(done.values()),
        pieces=pieces,
        profile=_profile(shop),
        voice=_voice(shop.voice, None) if shop.voice else None,
        limits=_limits(shop.limits),
        numbers=[number.display_number for number in shop.whatsapp],
        link=None if sandbox or not shop.whatsapp else _link(shop.whatsapp[0].display_number),
        sandbox=sandbox,
    )


def agent(boutique: BoutiqueId, deps: DashboardDeps) -> AgentSettings:
    """All that is set about the agent."""
    shop = deps.office.shop(boutique)
    with deps.door(boutique) as conn:
        spent = model_costs.spent(boutique, conn, deps.clock.now().date())
    chosen = shop.brain
    brain = BrainCard(
        brain=chosen.brain if chosen else BrainName.OFFLINE,
        model=chosen.model if chosen else "",
        turn_tokens=chosen.turn_tokens if chosen else 0,
        day_micro_usd=chosen.day_micro_usd if chosen else 0,
        spent_today_micro_usd=spent,
    )
    voices = [_voice(each.voice, each.at) for each in deps.office.voices(boutique)]
    return AgentSettings(voices=voices, limits=_limits(shop.limits), brain=brain)


def rehearsed(reply: Reply) -> RehearsedReply:
    """A reply as the rehearsal shows it."""
    choices = [*(each.title for each in reply.buttons), *(each.title for each in reply.rows)]
    pictures = [path for each in reply.pictures if (path := picture_path([each.name]))]
    return RehearsedReply(text=reply.text, choices=choices, pictures=pictures)


def _done(shop: Boutique, pieces: int) -> dict[OpeningStep, bool]:
    return {
        OpeningStep.PROFILE: bool(shop.hours and shop.areas),
        OpeningStep.WHATSAPP: bool(shop.whatsapp),
        OpeningStep.CATALOGUE: pieces > 0,
        OpeningStep.PAYMENTS: bool(shop.payees),
        OpeningStep.AGENT: shop.voice is not None,
    }


def _profile(shop: Boutique) -> Profile:
    areas = [AreaCard(name=area.name, fee=Amount.of(area.fee), words=list(area.words)) for area in shop.areas]
    return Profile(
        name=shop.name,
        town=shop.town,
        street=shop.street,
        hours=shop.hours,
        return_policy=shop.return_policy,
        areas=areas,
        kra_pin=shop.profile.kra_pin if shop.profile else "",
    )


def _voice(voice: VoicePublished, at: datetime | None) -> VoiceCard:
    return VoiceCard(
        version=voice.version,
        at=at,
        agent_name=voice.agent_name,
        greeting_en=voice.greeting_en,
        greeting_sw=voice.greeting_sw,
        tone=voice.tone,
        languages=list(voice.languages),
        forbidden=list(voice.forbidden),
    )


def _limits(limits: LimitsSet | None) -> LimitsCard | None:
    if limits is None:
        return None
    return LimitsCard(order_limit=Amount.of(limits.order_limit), discount_percent=limits.discount_percent)


def _link(number: str) -> str:
    """A chat with this number on a real phone."""
    return f"https://wa.me/{''.join(letter for letter in number if letter.isdigit())}"
