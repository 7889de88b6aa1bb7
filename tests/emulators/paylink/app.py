"""PayLink as it was captured: an MCP server by the official library, with the one tool `stk_push`.

It does what PayLink's own server does: for each call it fetches an access token of Safaricom's with the
credentials in the headers, passes the prompt on, and tells the answer as text. It knows nothing of results.

Shape: settings `json_answers` answers with plain JSON instead of events, as such servers may.
"""

import base64
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, cast

import httpx
import jsonschema
from fastapi import FastAPI
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel.server import Server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp_types import (
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    Tool,
)
from starlette.requests import Request

NEEDED = (
    *("paylink_api_key", "paylink_project", "payment_provider", "mpesa_business_shortcode"),
    *("mpesa_consumer_key", "mpesa_consumer_secret", "mpesa_passkey", "mpesa_base_url", "mpesa_callback_url"),
)
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "amount": {
            "type": "string",
            "description": "Amount to be transacted (only whole numbers supported).",
            "pattern": "^[0-9]+$",
        },
        "phone_number": {
            "type": "string",
            "description": "Customer's M-Pesa registered phone number to receive the payment prompt "
            "(format: 2547XXXXXXXX).",
            "pattern": "^2547[0-9]{8}$",
        },
        "account_reference": {
            "type": "string",
            "description": "Reference identifier for the transaction (max 12 characters). This will be "
            "displayed to the customer in the payment prompt.",
            "maxLength": 12,
        },
        "transaction_desc": {
            "type": "string",
            "description": "Description of what the payment is for (max 13 characters).",
            "maxLength": 13,
        },
    },
    "required": ["amount", "phone_number", "account_reference", "transaction_desc"],
}
TOOL = Tool(
    name="stk_push",
    description="Initiates M-Pesa Express (STK Push) payment on behalf of a customer. Sends a payment prompt "
    "to the customer's phone requesting them to enter their M-Pesa PIN to authorize and complete payment.",
    input_schema=SCHEMA,
)
Context = ServerRequestContext[Any, Any]


def app(settings: Mapping[str, Any]) -> FastAPI:
    """The server with its log of what came in: `GET /_control/heard`."""
    heard: list[dict[str, Any]] = []

    async def list_tools(_: Context, __: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=[TOOL])

    async def call_tool(context: Context, params: CallToolRequestParams) -> CallToolResult:
        request = cast("Request", context.request)
        headers, arguments = request.headers, params.arguments or {}
        heard.append({"headers": dict(headers), "arguments": arguments})
        try:
            jsonschema.validate(arguments, SCHEMA)
        except jsonschema.ValidationError as wrong:
            return _text(f"Input validation error: {wrong.message}", is_error=True)
        missing = [name for name in NEEDED if not headers.get(name)]
        if missing:
            return _text(f"Something went wrong while running tool {params.name}: no {missing[0]}")
        return _text(json.dumps(await _pushed(headers, arguments), indent=2))

    server = Server("mpesa_mcp_server", version="1.30.0", on_list_tools=list_tools, on_call_tool=call_tool)
    manager = StreamableHTTPSessionManager(
        server, stateless=True, json_response=bool(settings.get("json_answers"))
    )

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        async with manager.run():
            yield

    application = FastAPI(lifespan=living)

    @application.get("/_control/heard")
    def told() -> list[dict[str, Any]]:
        return heard

    application.mount("/mcp", manager.handle_request)
    return application


async def _pushed(headers: Mapping[str, str], arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """The prompt, passed on. After five seconds PayLink calls a prompt an error that may be live."""
    async with httpx.AsyncClient(base_url=headers["mpesa_base_url"], timeout=5.0, trust_env=False) as daraja:
        try:
            token = await daraja.get(
                "/oauth/v1/generate",
                params={"grant_type": "client_credentials"},
                auth=(headers["mpesa_consumer_key"], headers["mpesa_consumer_secret"]),
            )
            token.raise_for_status()
            answer = await daraja.post(
                "/mpesa/stkpush/v1/processrequest",
                json=_push(headers, arguments),
                headers={"Authorization": f"Bearer {token.json()['access_token']}"},
            )
            answer.raise_for_status()
            told = answer.json()
        except httpx.HTTPStatusError as error:
            failed, raw = error.response.status_code, error.response.text
            return {"status": "error", "message": "HTTP request failed", "code": failed, "raw": raw}
        except (httpx.HTTPError, ValueError) as error:
            return {"status": "error", "message": f"Request failed: {error}"}
    return {
        "status": "success",
        "message": told["ResponseDescription"],
        "merchant_request_id": told["MerchantRequestID"],
        "checkout_request_id": told["CheckoutRequestID"],
        "amount": arguments["amount"],
        "phone_number": arguments["phone_number"],
        "reference": arguments["account_reference"],
    }


def _push(headers: Mapping[str, str], arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    shortcode = headers["mpesa_business_shortcode"]
    stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
    password = base64.b64encode(f"{shortcode}{headers['mpesa_passkey']}{stamp}".encode()).decode()
    return {
        "BusinessShortCode": shortcode,
        "Password": password,
        "Timestamp": stamp,
        "TransactionType": "CustomerPayBillOnline",
        "Amount": int(arguments["amount"]),
        "PartyA": arguments["phone_number"],
        "PartyB": shortcode,
        "PhoneNumber": arguments["phone_number"],
        "CallBackURL": headers["mpesa_callback_url"],
        "AccountReference": arguments["account_reference"],
        "TransactionDesc": arguments["transaction_desc"],
    }


def _text(text: str, *, is_error: bool = False) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=text)], is_error=is_error)
