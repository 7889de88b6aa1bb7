"""Twilio's lists: an account's messages, and its contents with what WhatsApp says of them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from tests.emulators.twilio.api import Refused, authorised, message_json
from tests.emulators.twilio.world import Kept, World

_MOST = 1000
_MAY_BE_ASKED = {"To", "From", "DateSent", "PageSize", "Page", "PageToken"}


def twilio_lists(whole: FastAPI, world: World) -> None:
    """The routes that list."""

    @whole.get("/2010-04-01/Accounts/{account}/Messages.json")
    async def messages(account: str, request: Request) -> JSONResponse:
        authorised(world, request, account)
        asked = _asked(request, _MAY_BE_ASKED)
        found = [kept for kept in world.messages if kept.account == account and _fits(kept, asked)]
        found.sort(key=lambda kept: kept.at, reverse=True)
        path = request.url.path
        shown, following = _page(found, asked)
        return JSONResponse(
            {
                "messages": [message_json(kept, world) for kept in shown],
                "page": int(asked.get("Page", "0")),
                "page_size": len(shown),
                "uri": f"{path}?{urlencode(asked)}",
                "first_page_uri": f"{path}?{urlencode({**asked, 'Page': '0'})}",
                "next_page_uri": f"{path}?{urlencode(following)}" if following else None,
                "previous_page_uri": None,
            }
        )


def content_lists(whole: FastAPI, world: World) -> None:
    """Contents with what WhatsApp says of them, and the way to ask it."""

    @whole.post("/v1/Content/{content}/ApprovalRequests/whatsapp", status_code=201)
    async def ask(content: str, request: Request) -> JSONResponse:
        account, told = authorised(world, request, None), await request.json()
        if world.contents.get(content, {}).get("account_sid") != account:
            raise Refused(20404, "The requested resource was not found", 404)
        if told.get("category") not in ("UTILITY", "MARKETING", "AUTHENTICATION") or not told.get("name"):
            raise Refused(20001, "name and category are wanted")
        world.approvals[content] = {**told, "status": "received", "rejection_reason": ""}
        return JSONResponse(world.approvals[content], 201)

    @whole.get("/v1/ContentAndApprovals")
    async def contents(request: Request) -> JSONResponse:
        account, asked = authorised(world, request, None), _asked(request, {"PageSize", "Page", "PageToken"})
        own = [(sid, told) for sid, told in world.contents.items() if told["account_sid"] == account]
        shown, following = _page(own, asked, most=2)
        unasked = {"status": "unsubmitted", "name": "", "category": ""}
        listed = [
            {"sid": sid, "variables": {}, "friendly_name": None, **told}
            | {"approval_requests": world.approvals.get(sid, unasked)}
            for sid, told in shown
        ]
        url = f"{world.own_url}{request.url.path}"
        after = f"{url}?{urlencode(following)}" if following else None
        meta = {"key": "contents", "page_size": len(shown), "next_page_url": after, "url": url}
        return JSONResponse({"contents": listed, "meta": meta})


def _asked(request: Request, known: set[str]) -> dict[str, str]:
    asked = dict(request.query_params)
    if unknown := asked.keys() - known:
        raise Refused(20001, f"unknown parameter {sorted(unknown)[0]}")
    size = asked.get("PageSize", "50")
    if not size.isdecimal() or not 1 <= int(size) <= _MOST:
        raise Refused(20006, f"Page size must be between 1 and {_MOST}")
    return asked


def _fits(kept: Kept, asked: dict[str, str]) -> bool:
    day = datetime.fromtimestamp(kept.at, UTC).date().isoformat()
    return (
        asked.get("From") in (None, kept.form.get("From"))
        and asked.get("To") in (None, kept.form.get("To"))
        and asked.get("DateSent") in (None, day)
    )


def _page(
    found: Sequence[Any], asked: dict[str, str], most: int = _MOST
) -> tuple[Sequence[Any], dict[str, str] | None]:
    """The page that is asked for, and what asks for the next one; its token must come back."""
    size, page = min(int(asked.get("PageSize", "50")), most), int(asked.get("Page", "0"))
    if page and asked.get("PageToken") != f"PT{page}":
        raise Refused(20007, "Page token is missing or wrong")
    begun = page * size
    more = len(found) > begun + size
    following = {**asked, "Page": str(page + 1), "PageToken": f"PT{page + 1}"} if more else None
    return found[begun : begun + size], following
