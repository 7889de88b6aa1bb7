"""The shop as its owner describes it: profile, voice, limits, and how far its opening is."""

from datetime import datetime
from enum import StrEnum

from domain.boutique.events import Tone
from domain.language import Language
from interfaces.http.schemas.answers import Amount, Answer


class AreaCard(Answer):
    """Where the shop delivers, for how much. `words` are other names of the place."""

    name: str
    fee: Amount
    words: list[str]


class Profile(Answer):
    """Where, when and on what terms the shop sells."""

    name: str
    town: str
    street: str
    hours: str
    return_policy: str
    areas: list[AreaCard]
    kra_pin: str


class VoiceCard(Answer):
    """One version of how the agent speaks."""

    version: int
    at: datetime | None
    agent_name: str
    greeting_en: str
    greeting_sw: str
    tone: Tone
    languages: list[Language]
    forbidden: list[str]


class LimitsCard(Answer):
    """What the agent may do without asking."""

    order_limit: Amount
    discount_percent: int


class BrainCard(Answer):
    """What the agent thinks with. Units: tokens a turn, millionths of a US dollar a day."""

    brain: str
    model: str
    turn_tokens: int
    day_micro_usd: int
    spent_today_micro_usd: int


class AgentSettings(Answer):
    """All that is set about the agent; `voices` newest first."""

    voices: list[VoiceCard]
    limits: LimitsCard | None
    brain: BrainCard


class OpeningStep(StrEnum):
    """What a shop needs before it can sell."""

    PROFILE = "profile"
    WHATSAPP = "whatsapp"
    CATALOGUE = "catalogue"
    PAYMENTS = "payments"
    AGENT = "agent"


class StepState(Answer):
    """Whether a step is done."""

    step: OpeningStep
    done: bool


class Opening(Answer):
    """How far the shop's opening is, by what is recorded.

    Shape: `pieces` are offered and in stock; `link` opens a chat with the shop on a real phone, None where
    there is no number or only built-in phones.
    """

    steps: list[StepState]
    live: bool
    pieces: int
    profile: Profile
    voice: VoiceCard | None
    limits: LimitsCard | None
    numbers: list[str]
    link: str | None
    sandbox: bool


class RehearsedReply(Answer):
    """What the agent would say, and what could be tapped. `pictures` are addresses."""

    text: str
    choices: list[str]
    pictures: list[str]


class Rehearsed(Answer):
    """Its answers, one after the other."""

    replies: list[RehearsedReply]
