"""Gemini's API on a loopback port: as strict as the real one, and as thoughtful as the offline brain."""

import json
from collections.abc import Mapping
from itertools import count
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from pydantic import ValidationError

from tests.emulators.gemini.wire import Content, Embed, Generate, Part
from tests.emulators.thinking import Manner, Mind, Saying, kind_of, read, saw, tokens

MODELS = {"gemini-3.5-flash-lite", "gemini-3.8-flash"}
EMBEDS = {"gemini-embedding-2"}
ANSWER = "answer"


class Refused(Exception):  # noqa: N818
    """The call is refused as Google does."""

    def __init__(self, code: int, status: str, message: str) -> None:
        super().__init__(message)
        self.code, self.status = code, status


def app(settings: Mapping[str, Any]) -> FastAPI:
    """The emulator. `settings`: `keys` are the API keys that it knows."""
    api, mind, signed = FastAPI(), Mind(), Signatures()
    api.include_router(mind.control)

    @api.exception_handler(Refused)
    async def refused(_: Request, no: Refused) -> Response:
        error = {"code": no.code, "status": no.status, "message": str(no)}
        return JSONResponse({"error": error}, no.code)

    @api.post("/{version}/models/{model}:generateContent")
    async def generate(version: str, model: str, request: Request) -> Any:
        _let_in(settings, version, model, MODELS, request)
        asked = await _body(request, Generate)
        signed.check(asked.contents)
        return _answer(asked, model, mind, signed)

    @api.post("/{version}/models/{model}:batchEmbedContents")
    async def embed(version: str, model: str, request: Request) -> Any:
        _let_in(settings, version, model, EMBEDS, request)
        asked = await _body(request, Embed)
        vectors = [{"values": _vector(one.content, one.output_dimensionality)} for one in asked.requests]
        return {"embeddings": vectors, "usageMetadata": {"promptTokenCount": 100 * len(vectors)}}

    return api


class Signatures:
    """The thought signatures that were given out: a history with a call must bring its own back."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._next = count(1)

    def give(self) -> str:
        """A new one, in base64 as on the wire."""
        signature = f"c2ln{next(self._next):08d}"
        self._given.add(signature)
        return signature

    def check(self, contents: list[Content]) -> None:
        """Refuses a call in the history that is not the model's own, or has no answer."""
        for place, content in enumerate(contents):
            calls = [part for part in content.parts if part.function_call]
            if any(part.thought_signature not in self._given for part in calls):
                raise Refused(400, "INVALID_ARGUMENT", "Function call is missing a thought_signature.")
            follows = contents[place + 1].parts if place + 1 < len(contents) else []
            if calls and len([p for p in follows if p.function_response]) != len(calls):
                raise Refused(400, "INVALID_ARGUMENT", "Number of function responses must equal calls.")


def _let_in(settings: Mapping[str, Any], version: str, model: str, known: set[str], request: Request) -> None:
    if version not in {"v1", "v1beta"}:
        raise Refused(404, "NOT_FOUND", f"{version} is no version")
    if request.headers.get("x-goog-api-key") not in settings["keys"]:
        raise Refused(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.")
    if model not in known:
        raise Refused(404, "NOT_FOUND", f"models/{model} is not found for API version {version}")


async def _body(request: Request, kind: type[Any]) -> Any:
    try:
        return kind.model_validate_json(await request.body())
    except ValidationError as wrong:
        raise Refused(400, "INVALID_ARGUMENT", f"Invalid JSON payload received. {wrong}") from wrong


def _answer(asked: Generate, model: str, mind: Mind, signed: Signatures) -> dict[str, Any]:
    functions = {f.name: f for tool in asked.tools for f in tool.declared}
    if functions and ANSWER not in functions:
        raise Refused(400, "INVALID_ARGUMENT", "there is no function to answer by")
    schema = functions[ANSWER].parameters_json_schema if functions else asked.generation.response_json_schema
    if schema is None or (not functions and asked.generation.response_mime_type != "application/json"):
        raise Refused(400, "INVALID_ARGUMENT", "response schema needs application/json")
    about, first = kind_of(schema), asked.contents[0]
    data = json.loads(next(part.text for part in first.parts if part.text))
    mind.asked.append({"about": about, **data})
    said = mind.says(about)
    if said:
        return _told(asked, model, _odd(said, signed))
    thought = mind.think(about, data, _picture(first))
    call = {"functionCall": {"id": "fc-answer", "name": ANSWER, "args": thought}}
    text = {"text": json.dumps(thought)}
    part = {**call, "thoughtSignature": signed.give()} if functions else text
    return _told(asked, model, {"content": {"role": "model", "parts": [part]}, "finishReason": "STOP"})


def _odd(said: Saying, signed: Signatures) -> dict[str, Any] | None:
    match said.manner:
        case Manner.BLOCKED:
            return None
        case Manner.MAX_TOKENS:
            cut = {"role": "model", "parts": [{"text": said.text or '{"intent": "sea'}]}
            return {"content": cut, "finishReason": "MAX_TOKENS"}
        case Manner.EMPTY:
            return {"content": {"role": "model", "parts": []}, "finishReason": "STOP"}
        case Manner.ODD:
            return {"content": {"role": "model", "parts": [{"text": "?"}]}, "finishReason": "TIRED"}
        case Manner.CALLS:
            call = {"id": "fc-1", "name": said.tool, "args": said.arguments}
            part = {"functionCall": call, "thoughtSignature": signed.give()}
            return {"content": {"role": "model", "parts": [part]}, "finishReason": "STOP"}
        case Manner.TEXT:
            return {"content": {"role": "model", "parts": [{"text": said.text}]}, "finishReason": "STOP"}


def _told(asked: Generate, model: str, candidate: dict[str, Any] | None) -> dict[str, Any]:
    read = tokens([part.text for content in (asked.system, *asked.contents) for part in content.parts])
    usage = {"promptTokenCount": read, "candidatesTokenCount": 30, "thoughtsTokenCount": 10}
    shared = {"usageMetadata": usage, "modelVersion": f"{model}-001", "responseId": "r-1"}
    if candidate is None:
        return {"promptFeedback": {"blockReason": "SAFETY"}, **shared}
    return {"candidates": [{**candidate, "index": 0}], **shared}


def _picture(content: Content) -> bytes | None:
    blobs = [part.inline_data for part in content.parts if part.inline_data]
    if any(blob.mime_type != "image/jpeg" or not blob.data.startswith(b"\xff\xd8") for blob in blobs):
        raise Refused(400, "INVALID_ARGUMENT", "Unable to process input image.")
    return blobs[0].data if blobs else None


def _vector(content: Content, size: int) -> list[float]:
    """What looks or reads alike lies together; not of unit length, as the real ones below 3,072."""
    picture = _picture(content)
    told = saw(picture) if picture else read(" ".join(_text(part) for part in content.parts), size)
    return [round(number * 3, 6) for number in (*told, *[0.0] * size)[:size]]


def _text(part: Part) -> str:
    return part.text or ""
