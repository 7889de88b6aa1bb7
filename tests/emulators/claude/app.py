"""Claude's Messages API on a loopback port: as strict as the real one, as thoughtful as the offline brain."""

import base64
import binascii
import json
from collections.abc import Mapping
from itertools import count
from typing import Annotated, Any, Literal

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tests.emulators.thinking import Manner, Mind, Saying, kind_of, tokens

MODELS = {"claude-haiku-5-5", "claude-sonnet-5-5"}
ANSWER = "answer"
VERSIONS = {"2023-06-01", "2026-10-21"}
MOST_PICTURE = 5_000_000


class Wire(BaseModel):
    """Unknown names are refused, as the real one does."""

    model_config = ConfigDict(extra="forbid")


class Source(Wire):
    """A picture's bytes."""

    type: Literal["base64"]
    media_type: Literal["image/jpeg", "image/png", "image/gif", "image/webp"]
    data: str


class Block(Wire):
    """One block of a message."""

    type: Literal["text", "image", "tool_use", "tool_result"]
    text: str | None = None
    source: Source | None = None
    id: str | None = None
    name: str | None = None
    input: dict[str, Any] | None = None
    tool_use_id: str | None = None
    content: str | None = None
    cache_control: dict[str, str] | None = None
    citations: None = None
    caller: Any = None
    is_error: bool | None = None


class Message(Wire):
    """What one side said."""

    role: Literal["user", "assistant"]
    content: Annotated[list[Block], Field(min_length=1)]


class Tool(Wire):
    """A tool that it may use."""

    name: Annotated[str, Field(pattern=r"^[a-zA-Z0-9_-]{1,64}$")]
    description: str
    input_schema: dict[str, Any]


class Asked(Wire):
    """A call of the Messages API."""

    model: str
    max_tokens: Annotated[int, Field(ge=1, le=128_000)]
    system: list[Block]
    messages: Annotated[list[Message], Field(min_length=1)]
    tools: Annotated[list[Tool], Field(min_length=1)]
    tool_choice: dict[str, str]


class Refused(Exception):  # noqa: N818
    """The call is refused as Anthropic does."""

    def __init__(self, code: int, kind: str, message: str) -> None:
        super().__init__(message)
        self.code, self.kind = code, kind


def app(settings: Mapping[str, Any]) -> FastAPI:
    """The emulator. `settings`: `keys` are the API keys that it knows."""
    api, mind, ids = FastAPI(), Mind(), count(1)
    api.include_router(mind.control)

    @api.exception_handler(Refused)
    async def refused(_: Request, no: Refused) -> Response:
        return JSONResponse({"type": "error", "error": {"type": no.kind, "message": str(no)}}, no.code)

    @api.post("/v1/messages")
    async def messages(request: Request) -> Any:
        if _key(request) not in settings["keys"]:
            raise Refused(401, "authentication_error", "invalid x-api-key")
        if request.headers.get("anthropic-version") not in VERSIONS:
            raise Refused(400, "invalid_request_error", "anthropic-version: header is required")
        try:
            asked = Asked.model_validate_json(await request.body())
        except ValidationError as wrong:
            raise Refused(400, "invalid_request_error", str(wrong)) from wrong
        _check(asked)
        return _answer(asked, mind, f"toolu_{next(ids):06d}")

    return api


def _key(request: Request) -> str | None:
    """The key in either of the two headers that are taken."""
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    return bearer or request.headers.get("x-api-key")


def _check(asked: Asked) -> None:
    if asked.model not in MODELS:
        raise Refused(404, "not_found_error", f"model: {asked.model}")
    names = {tool.name for tool in asked.tools}
    if asked.tool_choice.get("name", ANSWER) not in names or asked.tool_choice["type"] not in {"any", "tool"}:
        raise Refused(400, "invalid_request_error", "tool_choice: no such tool")
    if any(tool.input_schema.get("type") != "object" for tool in asked.tools):
        raise Refused(400, "invalid_request_error", "tools: input_schema must be an object")
    roles = [message.role for message in asked.messages]
    if roles != ["user", "assistant"] * (len(roles) // 2) + ["user"] * (len(roles) % 2):
        raise Refused(400, "invalid_request_error", "messages: roles must alternate")
    for said, told in zip(asked.messages[1::2], asked.messages[2::2], strict=False):
        used = [block.id for block in said.content if block.type == "tool_use"]
        if [block.tool_use_id for block in told.content if block.type == "tool_result"] != used:
            raise Refused(400, "invalid_request_error", "tool_use ids without tool_result blocks")


def _answer(asked: Asked, mind: Mind, call: str) -> dict[str, Any]:
    about = kind_of(next(tool.input_schema for tool in asked.tools if tool.name == ANSWER))
    first = asked.messages[0].content
    data = json.loads(next(block.text for block in first if block.text))
    mind.asked.append({"about": about, **data})
    said = mind.says(about)
    if said:
        return _told(asked, *_odd(said, call))
    thought = mind.think(about, data, _picture(first))
    block = {"type": "tool_use", "id": call, "name": ANSWER, "input": thought}
    return _told(asked, [block], "tool_use")


def _odd(said: Saying, call: str) -> tuple[list[dict[str, Any]], str]:
    text = [{"type": "text", "text": said.text or "?"}]
    match said.manner:
        case Manner.BLOCKED:
            return text, "refusal"
        case Manner.MAX_TOKENS:
            return text, "max_tokens"
        case Manner.EMPTY:
            return [], "end_turn"
        case Manner.ODD:
            return text, "tired"
        case Manner.CALLS:
            used = {"type": "tool_use", "id": call, "name": said.tool, "input": said.arguments}
            return [used], "tool_use"
        case Manner.TEXT:
            return _says(said.text, call), "tool_use"


def _says(text: str, call: str) -> list[dict[str, Any]]:
    """Words in the shape of the answer where they are JSON; else plain text beside no call."""
    try:
        told = json.loads(text)
    except ValueError:
        return [{"type": "text", "text": text}]
    if not isinstance(told, dict):
        return [{"type": "text", "text": text}]
    return [{"type": "tool_use", "id": call, "name": ANSWER, "input": told}]


def _told(asked: Asked, content: list[dict[str, Any]], reason: str) -> dict[str, Any]:
    read = tokens([block.text or block.content for told in asked.messages for block in told.content])
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": asked.model,
        "content": content,
        "stop_reason": reason,
        "stop_sequence": None,
        "usage": {
            "input_tokens": read,
            "output_tokens": 40,
            "cache_read_input_tokens": 20,
            "cache_creation_input_tokens": 0,
        },
    }


def _picture(blocks: list[Block]) -> bytes | None:
    sources = [block.source for block in blocks if block.source]
    if not sources:
        return None
    try:
        content = base64.b64decode(sources[0].data, validate=True)
    except binascii.Error as broken:
        raise Refused(400, "invalid_request_error", "image: invalid base64 data") from broken
    if len(content) > MOST_PICTURE or not content.startswith(b"\xff\xd8"):
        raise Refused(400, "invalid_request_error", "image: could not process image")
    return content
