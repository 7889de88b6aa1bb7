"""The playground: the demo's boutiques among the sandbox's neighbours, and the door to their dashboards."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Request, Response
from pydantic import BaseModel, Field

from domain.staff.events import Role
from interfaces.composition import House
from interfaces.demo.catalogue import BOUTIQUES
from interfaces.demo.ids import demo_boutique
from interfaces.http.sessions import open_session, put_cookie
from interfaces.sandbox.sandbox import Sandbox
from interfaces.sandbox.world import SandboxSettings, Shop


class DemoBoutique(BaseModel):
    """A boutique that the start page offers."""

    id: str
    name: str
    town: str
    about: str
    number: str


class SignIn(BaseModel):
    """Whose dashboard to open."""

    boutique: Annotated[str, Field(max_length=60)]
    role: Literal["owner", "auditor"] = "owner"


@dataclass(frozen=True, slots=True)
class Playground:
    """The sandbox, and the routes by which the start page opens a dashboard."""

    sandbox: Sandbox
    router: APIRouter


def playground(home: House, world: SandboxSettings) -> Playground:
    """The demo's world in this process; only the sandbox has one."""
    router = APIRouter(prefix="/sandbox/api", tags=["sandbox"])

    @router.get("/boutiques")
    def list_demo_boutiques() -> list[DemoBoutique]:
        """The boutiques to choose from."""
        return [
            DemoBoutique(
                id=each.profile.slug,
                name=each.profile.name,
                town=each.profile.town,
                about=each.profile.about,
                number=each.profile.whatsapp.display,
            )
            for each in BOUTIQUES
        ]

    @router.post("/sign-in", status_code=204)
    def sign_in_to_demo(who: SignIn, request: Request, response: Response) -> None:
        """Open a boutique's dashboard without a password; only the sandbox has this door."""
        if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            raise HTTPException(403)
        profile = next((b.profile for b in BOUTIQUES if b.profile.slug == who.boutique), None)
        if profile is None:
            raise HTTPException(404)
        boutique = demo_boutique(profile)
        with home.database.as_boutique(boutique) as conn:
            token = open_session(boutique, conn, Role(who.role), home.clock.now())
        put_cookie(response, token, https=False)

    return Playground(Sandbox(world), router)


def sandbox_settings(home: House) -> SandboxSettings:
    """The demo's shops, as Meta and Safaricom know them."""
    own, profiles = home.settings.own_url, [each.profile for each in BOUTIQUES]
    return SandboxSettings(
        directory=home.settings.data_dir / "sandbox",
        own_url=own,
        webhook_url=f"{own}/webhooks/whatsapp",
        app_secret=home.secret("sandbox-app"),
        access_token=home.secret("sandbox-token").hex(),
        consumer_secret=home.secret("sandbox-consumer").hex(),
        passkey=home.safaricom.passkey,
        shops=tuple(
            Shop(p.whatsapp.phone_number_id, p.whatsapp.display.replace(" ", ""), p.name) for p in profiles
        ),
        payees={p.payment.shortcode: p.name for p in profiles},
    )
