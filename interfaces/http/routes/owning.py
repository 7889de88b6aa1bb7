"""Routes by which an owner opens her shop and decides about it: profile, voice, limits, a rehearsal."""

from typing import Annotated, Final
from uuid import uuid4

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from application.commands import Command, DescribeProfile, PublishVoice, RestoreVoice, SetLimits
from domain.boutique.events import DeliveryArea, Tone
from domain.language import Language
from domain.money import Money
from interfaces.http.deps import DashboardDeps, Deps
from interfaces.http.schemas import AgentSettings, Opening, Rehearsed
from interfaces.http.sessions import Session, SignedIn
from interfaces.http.views import owning

router = APIRouter(tags=["shop"])

MOST_LINES: Final = 20
_NO_CONTROL: Final = r"^[^\x00-\x08\x0b-\x1f]*$"
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200, pattern=_NO_CONTROL)]
Named = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120, pattern=_NO_CONTROL)
]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=800, pattern=_NO_CONTROL)]
Cents = Annotated[int, Field(ge=0, le=100_000_000)]


class _Asked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Area(_Asked):
    """Where the shop delivers. Units: `fee` in cents."""

    name: Named
    fee: Cents
    words: Annotated[tuple[Line, ...], Field(max_length=12)] = ()


class DescribedProfile(_Asked):
    """Where, when and on what terms the shop sells."""

    name: Named
    town: Named
    street: Line
    hours: Line
    return_policy: Words
    areas: Annotated[tuple[Area, ...], Field(max_length=60)]
    kra_pin: Annotated[
        str, StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^([A-Za-z]\d{9}[A-Za-z])?$")
    ] = ""


class Voice(_Asked):
    """How the agent shall speak."""

    agent_name: Named
    greeting_en: Words
    greeting_sw: Words
    tone: Tone = Tone.WARM
    languages: Annotated[tuple[Language, ...], Field(min_length=1, max_length=2)]
    forbidden: Annotated[tuple[Line, ...], Field(max_length=50)] = ()

    @property
    def command(self) -> PublishVoice:
        """What publishes it."""
        return PublishVoice(
            self.agent_name, self.greeting_en, self.greeting_sw, self.tone, self.languages, self.forbidden
        )


class Limits(_Asked):
    """What the agent may do without asking. Units: cents."""

    order_limit: Cents
    discount_percent: Annotated[int, Field(ge=0, le=90)]


class RehearsedChat(_Asked):
    """A voice that nobody has heard yet, and what a customer says to it, from the first line on."""

    voice: Voice
    lines: Annotated[
        tuple[Annotated[Line, Field(min_length=1)], ...], Field(min_length=1, max_length=MOST_LINES)
    ]


@router.get("/opening")
def read_opening(session: SignedIn, deps: Deps) -> Opening:
    """How far the shop's opening is."""
    return owning.opening(session.boutique, deps)


@router.put("/profile")
def describe_shop(session: SignedIn, deps: Deps, asked: DescribedProfile) -> Opening:
    """Describe the shop."""
    areas = tuple(
        DeliveryArea(name=each.name, fee=Money(cents=each.fee), words=tuple(filter(None, each.words)))
        for each in asked.areas
    )
    told = (asked.name, asked.town, asked.street, asked.hours, asked.return_policy, areas, asked.kra_pin)
    return _decided(session, deps, DescribeProfile(*told))


@router.put("/limits")
def set_limits(session: SignedIn, deps: Deps, asked: Limits) -> Opening:
    """Say above what a person decides."""
    return _decided(session, deps, SetLimits(Money(cents=asked.order_limit), asked.discount_percent))


@router.get("/agent")
def read_agent(session: SignedIn, deps: Deps) -> AgentSettings:
    """All that is set about the agent, with every version of its voice."""
    return owning.agent(session.boutique, deps)


@router.post("/agent/voices")
def publish_voice(session: SignedIn, deps: Deps, asked: Voice) -> Opening:
    """Let the agent speak so from the next message on."""
    return _decided(session, deps, asked.command)


@router.post("/agent/voices/{version}/restore")
def restore_voice(
    session: SignedIn, deps: Deps, version: Annotated[int, Path(ge=1, le=1_000_000)]
) -> Opening:
    """Let the agent speak again as it did in this version."""
    return _decided(session, deps, RestoreVoice(version))


@router.post("/agent/rehearsal")
def rehearse(session: SignedIn, deps: Deps, asked: RehearsedChat) -> Rehearsed:
    """What the agent would answer in this voice; nothing is recorded, and nothing sent."""
    replies = deps.office.rehearse(session.boutique, asked.voice.command, asked.lines)
    return Rehearsed(replies=[owning.rehearsed(reply) for reply in replies])


def _decided(session: Session, deps: DashboardDeps, asked: Command) -> Opening:
    deps.office.decide(session.boutique, session.person, asked, uuid4())
    return owning.opening(session.boutique, deps)
