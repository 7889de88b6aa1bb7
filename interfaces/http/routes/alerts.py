"""Routes of alerts: what somebody is buzzed for, and on which of her devices."""

from typing import Annotated
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import APIRouter
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from application.alerts import AlertKind
from domain.language import Language
from interfaces.http.alerting import AlertChoices, NewDevice
from interfaces.http.deps import Deps
from interfaces.http.routes.accounts import somebody
from interfaces.http.sessions import SignedIn

router = APIRouter(prefix="/alerts", tags=["accounts"])


def _endpoint(told: str) -> str:
    """Whether its host may be talked to, is looked at each time that something is sent there."""
    at = urlsplit(told)
    if not at.hostname or at.scheme not in ("https", "http"):
        raise ValueError("an address of a push service")
    return told


Endpoint = Annotated[str, Field(max_length=2_000, pattern=r"^[\x21-\x7e]+$"), AfterValidator(_endpoint)]
Base64 = Annotated[str, Field(max_length=200, pattern=r"^[A-Za-z0-9_-]+$")]


class _Asked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AlertsAsked(_Asked):
    """What somebody wants to be buzzed for. `private`: nothing of a customer stands on the screen."""

    kinds: frozenset[AlertKind]
    private: bool


class AlertsCard(BaseModel):
    """What she wants and where.

    Shape: `devices` are named by the first half of their endpoints' SHA-256; a browser subscribes with
    `public_key`.
    """

    kinds: list[AlertKind]
    private: bool
    devices: list[UUID]
    public_key: str


class DeviceTold(_Asked):
    """What her browser gave out to be buzzed by."""

    endpoint: Endpoint
    key: Base64
    secret: Base64
    language: Language


class DeviceNamed(_Asked):
    """A browser that is hers."""

    endpoint: Endpoint


@router.get("")
def read_alerts(session: SignedIn, deps: Deps) -> AlertsCard:
    """What she is buzzed for, and where."""
    choices, devices = deps.alerts.choices(session.boutique, somebody(session))
    return AlertsCard(
        kinds=sorted(choices.kinds),
        private=choices.private,
        devices=list(devices),
        public_key=deps.alerts.public_key,
    )


@router.put("", status_code=204)
def choose_alerts(session: SignedIn, deps: Deps, asked: AlertsAsked) -> None:
    """Be buzzed for this from now on, on each of her devices."""
    deps.alerts.choose(session.boutique, somebody(session), AlertChoices(asked.kinds, asked.private))


@router.post("/devices", status_code=204)
def keep_device(session: SignedIn, deps: Deps, asked: DeviceTold) -> None:
    """Be buzzed on this browser; whoever had it before is no longer."""
    told = NewDevice(asked.endpoint, asked.key, asked.secret, asked.language)
    deps.alerts.keep(session.boutique, somebody(session), told)


@router.post("/devices/drop", status_code=204)
def drop_device(session: SignedIn, deps: Deps, asked: DeviceNamed) -> None:
    """Be buzzed on this browser no longer."""
    deps.alerts.drop(session.boutique, somebody(session), asked.endpoint)
