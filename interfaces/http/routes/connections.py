"""Routes of the connections: the boutique's numbers, tills and brain."""

from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Path

from interfaces.connections.offers import AnyOffer
from interfaces.connections.plan import NotConnected
from interfaces.http.deps import Deps
from interfaces.http.problems import ProblemFound
from interfaces.http.schemas import ConnectionRow, Connections, Health, TriedPrompt, TriedTill
from interfaces.http.sessions import SignedIn

router = APIRouter(prefix="/connections", tags=["connections"])

Neighbour = Annotated[str, Path(pattern=r"^[a-z-]{1,20}$")]
Account = Annotated[str, Path(pattern=r"^[0-9A-Za-z:+_.-]{1,100}$")]
Checkout = Annotated[str, Path(pattern=r"^[0-9A-Za-z_-]{1,120}$")]


@router.get("")
def list_connections(session: SignedIn, deps: Deps) -> Connections:
    """What the boutique is connected to."""
    rows = [
        ConnectionRow(neighbour=each.neighbour, account=each.account, shown=each.shown)
        for each in deps.connecting.connected(session.boutique)
    ]
    return Connections(connected=rows, sandbox=deps.connecting.sandbox)


@router.post("", responses={409: {"description": "It does not work; nothing was connected"}})
def connect(session: SignedIn, deps: Deps, offer: AnyOffer) -> Health:
    """Verify a number, a till or a brain, and connect it."""
    try:
        return Health.of(deps.connecting.connect(session.boutique, session.person, offer, uuid4()))
    except NotConnected as no:
        raise told(no) from no


@router.get("/{neighbour}/{account}/health")
def read_connection_health(session: SignedIn, deps: Deps, neighbour: Neighbour, account: Account) -> Health:
    """How a connection is now; the neighbour is asked."""
    try:
        return Health.of(deps.connecting.look(session.boutique, neighbour, account))
    except NotConnected as no:
        raise told(no) from no


@router.delete("/{neighbour}/{account}", status_code=204)
def disconnect(session: SignedIn, deps: Deps, neighbour: Neighbour, account: Account) -> None:
    """Let a number or a till go."""
    try:
        deps.connecting.disconnect(session.boutique, session.person, (neighbour, account), uuid4())
    except NotConnected as no:
        raise told(no) from no


@router.post("/{neighbour}/prompt")
def try_till(session: SignedIn, deps: Deps, neighbour: Neighbour) -> TriedTill:
    """Ask the owner's own phone for a shilling, to her own till."""
    try:
        ticket = deps.till_trial.prompt(session.boutique, neighbour)
    except NotConnected as no:
        raise told(no) from no
    return TriedTill(checkout=ticket.checkout_id, page=ticket.page)


@router.get("/{neighbour}/prompt/{checkout}")
def read_tried_till(session: SignedIn, deps: Deps, neighbour: Neighbour, checkout: Checkout) -> TriedPrompt:
    """What became of such a prompt."""
    try:
        evidence = deps.till_trial.prompted(session.boutique, neighbour, checkout)
    except NotConnected as no:
        raise told(no) from no
    return TriedPrompt(state=evidence.kind, code=evidence.code, says=evidence.reason)


def told(no: NotConnected) -> ProblemFound:
    """Why nothing was connected, as a problem: what is wrong, and what to do."""
    sentences = (no.finding.says, no.finding.do)
    words = " ".join(f"{each[0].upper()}{each[1:].rstrip('.')}." for each in sentences if each)
    return ProblemFound(409, "not-connected", words, no.finding.said)
