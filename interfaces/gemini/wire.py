"""What goes to Gemini and what comes back, in the words of its client and in ours."""

import json
import math
import re
from collections.abc import Mapping
from typing import Any, Final, cast

from google.genai import errors, types

from application.ports.model import (
    Answered,
    Blocked,
    Embedded,
    LooksUp,
    Malformed,
    Outcome,
    Question,
    Tokens,
    ToolCall,
    Truncated,
    Unavailable,
)

ANSWER: Final = "answer"
"""The function by which a model that may look things up gives its answer."""

_RETRYABLE: Final = frozenset({408, 429, 500, 502, 503, 504})
_BLOCKS: Final = frozenset(
    {"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY", "MODEL_ARMOR"}
)
_SECONDS: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?)s")


def contents_of(question: Question) -> list[types.Content]:
    """The data, the picture, and the rounds of look-ups exactly as they came, thought signatures and all."""
    parts = [types.Part.from_text(text=question.data)]
    if question.picture:
        parts.insert(0, types.Part.from_bytes(data=question.picture, mime_type="image/jpeg"))
    told = [types.Content(role="user", parts=parts)]
    for exchange in question.exchanges:
        answers = [
            types.Part(
                function_response=types.FunctionResponse(
                    id=call.id or None, name=call.name, response={"result": json.loads(said)}
                )
            )
            for call, said in exchange.told
        ]
        told += [cast("types.Content", exchange.said), types.Content(role="user", parts=answers)]
    return told


def content_of(what: str | bytes) -> types.Content:
    """One thing to embed. A content of its own each: parts of one content would be fused into one vector."""
    part = (
        types.Part.from_text(text=what)
        if isinstance(what, str)
        else types.Part.from_bytes(data=what, mime_type="image/jpeg")
    )
    return types.Content(role="user", parts=[part])


def config_of(question: Question, within: float) -> types.GenerateContentConfig:
    """How it shall answer: by schema, or by one of the functions where it may look things up."""
    shared: dict[str, Any] = {
        "system_instruction": question.system,
        "max_output_tokens": question.most_tokens,
        "thinking_config": types.ThinkingConfig(thinking_level=types.ThinkingLevel.LOW),
        "http_options": types.HttpOptions(timeout=round(within * 1000)),
        "automatic_function_calling": types.AutomaticFunctionCallingConfig(disable=True),
    }
    if not question.tools:
        return types.GenerateContentConfig(
            response_mime_type="application/json", response_json_schema=dict(question.answer), **shared
        )
    functions = [
        types.FunctionDeclaration(
            name=tool.name, description=tool.tells, parameters_json_schema=dict(tool.arguments)
        )
        for tool in question.tools
    ]
    functions.append(
        types.FunctionDeclaration(
            name=ANSWER, description="Your answer.", parameters_json_schema=dict(question.answer)
        )
    )
    calling = types.FunctionCallingConfig(mode=types.FunctionCallingConfigMode.ANY)
    return types.GenerateContentConfig(
        tools=[types.Tool(function_declarations=functions)],
        tool_config=types.ToolConfig(function_calling_config=calling),
        **shared,
    )


def outcome_of(answer: types.GenerateContentResponse) -> Outcome:
    """The answer in our words. Finish reasons that nobody knows yet are no answers."""
    tokens, version = _tokens(answer.usage_metadata), answer.model_version or ""
    if not answer.candidates:
        feedback = answer.prompt_feedback
        if feedback and feedback.block_reason:
            return Blocked(str(feedback.block_reason.value), tokens, version)
        return Malformed("no candidate", tokens, version)
    candidate = answer.candidates[0]
    reason = candidate.finish_reason.value if candidate.finish_reason else ""
    if reason in _BLOCKS:
        return Blocked(reason, tokens, version)
    if reason == "MAX_TOKENS":
        return Truncated(tokens, version)
    if reason != "STOP" or candidate.content is None:
        return Malformed(reason or "no content", tokens, version)
    return _said(candidate.content, tokens, version)


def _said(content: types.Content, tokens: Tokens, version: str) -> Outcome:
    calls = [part.function_call for part in content.parts or [] if part.function_call]
    final = next((call for call in calls if call.name == ANSWER), None)
    if final:
        return Answered(json.dumps(final.args or {}, ensure_ascii=False), tokens, version)
    if calls:
        named = tuple(ToolCall(call.id or "", call.name or "", dict(call.args or {})) for call in calls)
        return LooksUp(named, content, tokens, version)
    text = "".join(part.text for part in content.parts or [] if part.text and not part.thought)
    return Answered(text, tokens, version) if text.strip() else Malformed("it is empty", tokens, version)


def refusal_of(refused: errors.APIError) -> Unavailable:
    """An error of the API; when asking again may help is read from its RetryInfo."""
    code = refused.code if isinstance(refused.code, int) else 0
    again = _again_in(refused.details) if code in _RETRYABLE else None
    return Unavailable(f"{code} {refused.status or ''}".strip(), again)


def _again_in(details: Any) -> float:
    error = details.get("error", details) if isinstance(details, Mapping) else {}
    for detail in error.get("details", ()) if isinstance(error, Mapping) else ():
        told = _SECONDS.fullmatch(str(detail.get("retryDelay", ""))) if isinstance(detail, Mapping) else None
        if told:
            return float(told[1])
    return 0.0


def vectors_of(answer: types.EmbedContentResponse, wanted: int, size: int) -> Embedded | Malformed:
    """The vectors, each of unit length whatever the model gave."""
    given = [tuple(each.values or ()) for each in answer.embeddings or []]
    if len(given) != wanted or any(len(vector) != size or not any(vector) for vector in given):
        return Malformed("not as many vectors of the size that was asked for")
    usage = answer.usage_metadata
    read = (getattr(usage, "prompt_token_count", None) or 0) if usage else 0
    return Embedded(tuple(_unit(vector) for vector in given), Tokens(read))


def _unit(vector: tuple[float, ...]) -> tuple[float, ...]:
    length = math.sqrt(sum(number * number for number in vector))
    return tuple(number / length for number in vector)


def _tokens(usage: types.GenerateContentResponseUsageMetadata | None) -> Tokens:
    if usage is None:
        return Tokens()
    written = (usage.candidates_token_count or 0) + (usage.thoughts_token_count or 0)
    return Tokens(usage.prompt_token_count or 0, usage.cached_content_token_count or 0, written)
