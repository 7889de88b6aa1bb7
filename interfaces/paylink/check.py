"""Whether a boutique's PayLink server answers and has the tool that prompts; it is told no secret for it."""

import anyio

from interfaces.findings import Finding, broken, off, works
from interfaces.paylink.reach import INSIDE, Reach, Way
from interfaces.public_addresses import NotPublic
from interfaces.sayings import Saying

NAME = "paylink"
_WITHIN = 10.0


def check(addresses: tuple[str, ...], reach: Reach) -> Finding:
    """Opens a session at each boutique's server and lists its tools, which prompts nobody."""
    if not addresses:
        return off(NAME, "no boutique has connected PayLink; docs/paylink.md says what that means")
    from interfaces.paylink.paylink import TOOL

    for address in addresses:
        try:
            tools = anyio.run(_tools, reach.way_to(address))
        except NotPublic:
            return broken(NAME, f"{address} is not called", INSIDE).as_said(Saying.SERVER_INSIDE)
        except Exception as fault:  # noqa: BLE001 — whatever broke, an operator learns that it did
            silent = broken(NAME, f"{address} does not answer ({type(fault).__name__})", "see that it runs")
            return silent.as_said(Saying.SERVER_SILENT, address)
        if TOOL not in tools:
            other = broken(NAME, f"{address} has no tool {TOOL}", "see that it is a PayLink server")
            return other.as_said(Saying.NO_PAYLINK_THERE, address)
    found = works(NAME, f"{len(addresses)} servers answer and can prompt")
    return found.as_said(Saying.SERVER_ANSWERS)


async def _tools(way: Way) -> list[str]:
    import httpx2  # loaded where somebody has PayLink: it is a large part of a start
    from mcp.client.session import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    with anyio.fail_after(_WITHIN):
        async with (
            httpx2.AsyncClient(
                timeout=_WITHIN, mounts={"all://127.0.0.1": None}, event_hooks=way.hooks
            ) as http,
            streamable_http_client(way.address, http_client=http, terminate_on_close=False) as streams,
            ClientSession(*streams) as session,
        ):
            await session.initialize()
            return [tool.name for tool in (await session.list_tools()).tools]
