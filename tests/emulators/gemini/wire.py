"""What Gemini takes on the wire, in either of its two spellings; whatever it does not know it refuses."""

import base64
import binascii
from typing import Annotated, Any

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel

MOST_BYTES = 20_000_000


def _both(name: str) -> AliasChoices:
    return AliasChoices(name, to_camel(name))


def _bytes(told: Any) -> Any:
    """Base64 of either alphabet."""
    if not isinstance(told, str):
        return told
    plain = told.replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except binascii.Error as broken:
        raise ValueError("base64 decoding failed") from broken


class Wire(BaseModel):
    """Unknown names are refused, as the real one does."""

    model_config = ConfigDict(extra="forbid", alias_generator=None)


class Blob(Wire):
    """Bytes with their kind."""

    data: Annotated[bytes, BeforeValidator(_bytes), Field(min_length=1, max_length=MOST_BYTES)]
    mime_type: Annotated[str, Field(validation_alias=_both("mime_type"))]


class FunctionCall(Wire):
    """The model called a function."""

    id: str | None = None
    name: str
    args: dict[str, Any] = {}


class FunctionResponse(Wire):
    """What the function told."""

    id: str | None = None
    name: str
    response: dict[str, Any]


class Part(Wire):
    """One part; `thought_signature` proves that a call is the model's own."""

    text: str | None = None
    inline_data: Annotated[Blob | None, Field(validation_alias=_both("inline_data"))] = None
    function_call: Annotated[FunctionCall | None, Field(validation_alias=_both("function_call"))] = None
    function_response: Annotated[
        FunctionResponse | None, Field(validation_alias=_both("function_response"))
    ] = None
    thought_signature: Annotated[str | None, Field(validation_alias=_both("thought_signature"))] = None


class Content(Wire):
    """What one side said."""

    role: str = "user"
    parts: Annotated[list[Part], Field(min_length=1)]


class Thinking(Wire):
    """How deep it thinks."""

    thinking_level: Annotated[str, Field(validation_alias=_both("thinking_level"))]


class Generation(Wire):
    """How it answers."""

    max_output_tokens: Annotated[int, Field(validation_alias=_both("max_output_tokens"), ge=1, le=65_536)]
    response_mime_type: Annotated[str | None, Field(validation_alias=_both("response_mime_type"))] = None
    response_json_schema: Annotated[
        dict[str, Any] | None, Field(validation_alias=_both("response_json_schema"))
    ] = None
    thinking: Annotated[Thinking, Field(validation_alias=AliasChoices("thinkingConfig", "thinking_config"))]


class Function(Wire):
    """A function that it may call."""

    name: Annotated[str, Field(pattern=r"^[a-zA-Z_][\w.:-]{0,63}$")]
    description: str
    parameters_json_schema: Annotated[dict[str, Any], Field(validation_alias=_both("parameters_json_schema"))]


class Functions(Wire):
    """The functions."""

    declared: Annotated[
        list[Function], Field(validation_alias=AliasChoices("functionDeclarations", "function_declarations"))
    ]


class Generate(Wire):
    """A call of generateContent."""

    contents: Annotated[list[Content], Field(min_length=1)]
    system: Annotated[Content, Field(validation_alias="systemInstruction")]
    generation: Annotated[Generation, Field(validation_alias=AliasChoices("generationConfig"))]
    tools: list[Functions] = []
    tool_config: Annotated[dict[str, Any] | None, Field(validation_alias=_both("tool_config"))] = None


class EmbedOne(Wire):
    """One thing to embed."""

    model: str
    content: Content
    output_dimensionality: Annotated[
        int, Field(validation_alias=_both("output_dimensionality"), ge=128, le=3_072)
    ]


class Embed(Wire):
    """A call of batchEmbedContents."""

    requests: Annotated[list[EmbedOne], Field(min_length=1, max_length=100)]
