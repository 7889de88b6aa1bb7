"""What goes to Claude and what comes back, in the words of its client and in ours.

An answer is always a call of one tool, whose arguments have the shape that was asked for.
"""

import base64
import json
from typing import Any, Final

import anthropic
from anthropic import types

from application.ports.model import (
    Answered,
    Blocked,
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
_RETRYABLE: Final = frozenset({408, 409, 429, 500, 502, 503, 504, 529})


def request_of(question: Question) -> dict[str, Any]:
    """The request. The instructions, which never change, stand first and are marked to be cached."""
    content: list[dict[str, Any]] = [{"type": "text", "text": question.data}]
    if question.picture:
        data = base64.b64encode(question.picture).decode()
        source = {"type": "base64", "media_type": "image/jpeg", "data": data}
        content.insert(0, {"type": "image", "source": source})
    messages: list[dict[str, Any]] = [{"role": "user", "content": content}]
    for exchange in question.exchanges:
        told = [
            {"type": "tool_result", "tool_use_id": call.id, "content": said} for call, said in exchange.told
        ]
        messages += [{"role": "assistant", "content": exchange.said}, {"role": "user", "content": told}]
    tools = [
        {"name": tool.name, "description": tool.tells, "input_schema": dict(tool.arguments)}
        for tool in question.tools
    ]
    tools.append({"name": ANSWER, "description": "Your answer.", "input_schema": dict(question.answer)})
    choice = {"type": "any"} if question.tools else {"type": "tool", "name": ANSWER}
    return {
        "model": question.model,
        "max_tokens": question.most_tokens,
        "system": [{"type": "text", "text": question.system, "cache_control": {"type": "ephemeral"}}],
        "messages": messages,
        "tools": tools,
        "tool_choice": choice,
    }


def outcome_of(answer: types.Message) -> Outcome:
    """The answer in our words. Stop reasons that nobody knows yet are no answers."""
    tokens, version = _tokens(answer.usage), answer.model or ""
    if answer.stop_reason == "refusal":
        return Blocked("refusal", tokens, version)
    if answer.stop_reason in {"max_tokens", "model_context_window_exceeded"}:
        return Truncated(tokens, version)
    calls = [block for block in answer.content or () if isinstance(block, types.ToolUseBlock)]
    final = next((call for call in calls if call.name == ANSWER), None)
    if final:
        return Answered(json.dumps(final.input, ensure_ascii=False), tokens, version)
    if calls and answer.stop_reason == "tool_use":
        named = tuple(ToolCall(call.id, call.name, _arguments(call.input)) for call in calls)
        return LooksUp(
            named, [block.model_dump(exclude_unset=True) for block in answer.content], tokens, version
        )
    return Malformed(f"stopped by {answer.stop_reason} without an answer", tokens, version)


def refusal_of(refused: anthropic.APIStatusError) -> Unavailable:
    """An error of the API; when asking again may help is read from its Retry-After."""
    reason = f"{refused.status_code} {getattr(refused, 'type', None) or ''}".strip()
    if refused.status_code not in _RETRYABLE:
        return Unavailable(reason)
    try:
        return Unavailable(reason, max(0.0, float(refused.response.headers.get("retry-after", "0"))))
    except ValueError:
        return Unavailable(reason, 0.0)


def _arguments(given: object) -> dict[str, object]:
    return dict(given) if isinstance(given, dict) else {}


def _tokens(usage: types.Usage | None) -> Tokens:
    """Claude counts what it read from its cache apart; we count it among what it read."""
    if usage is None:
        return Tokens()
    cached = usage.cache_read_input_tokens or 0
    read = (usage.input_tokens or 0) + cached + (usage.cache_creation_input_tokens or 0)
    return Tokens(read, cached, usage.output_tokens or 0)
