"""What Meta lets a business send, as strict models: one member too many, or one letter, and it is refused.

Written from Meta's reference of October 2026, independently of the product's own sandbox.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from tests.emulators.cloud_api.errors import GraphError, invalid, missing

Part = Mapping[str, Any]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _words(most: int) -> Any:
    return Field(min_length=1, max_length=most, pattern=r"\S")


class Text(_Strict):
    body: Annotated[str, _words(4096)]
    preview_url: bool = False


class Image(_Strict):
    """By the id of an upload or by a link, not both."""

    id: str | None = None
    link: Annotated[str, Field(pattern=r"^https?://")] | None = None
    caption: Annotated[str, Field(max_length=1024)] | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.id is None) == (self.link is None):
            raise ValueError("either id or link")
        return self


class _Header(_Strict):
    type: Literal["text", "image"]
    text: Annotated[str, _words(60)] | None = None
    image: Image | None = None

    @model_validator(mode="after")
    def _has_it(self) -> Self:
        if getattr(self, self.type) is None:
            raise ValueError(f"header has no {self.type}")
        return self


class _TextHeader(_Strict):
    type: Literal["text"]
    text: Annotated[str, _words(60)]


class _ShortBody(_Strict):
    text: Annotated[str, _words(1024)]


class _LongBody(_Strict):
    text: Annotated[str, _words(4096)]


class _Footer(_Strict):
    text: Annotated[str, _words(60)]


class _ReplyTap(_Strict):
    id: Annotated[str, _words(256)]
    title: Annotated[str, _words(20)]


class _Button(_Strict):
    type: Literal["reply"]
    reply: _ReplyTap


class _Buttons(_Strict):
    buttons: Annotated[list[_Button], Field(min_length=1, max_length=3)]

    @model_validator(mode="after")
    def _differ(self) -> Self:
        _all_differ([button.reply.id for button in self.buttons], "button ids")
        _all_differ([button.reply.title for button in self.buttons], "button titles")
        return self


class ButtonMessage(_Strict):
    type: Literal["button"]
    body: _ShortBody
    action: _Buttons
    header: _Header | None = None
    footer: _Footer | None = None


class _Row(_Strict):
    id: Annotated[str, _words(200)]
    title: Annotated[str, _words(24)]
    description: Annotated[str, Field(max_length=72)] | None = None


class _Section(_Strict):
    title: Annotated[str, _words(24)] | None = None
    rows: Annotated[list[_Row], Field(min_length=1, max_length=10)]


class _Sections(_Strict):
    button: Annotated[str, _words(20)]
    sections: Annotated[list[_Section], Field(min_length=1, max_length=10)]

    @model_validator(mode="after")
    def _fit(self) -> Self:
        rows = [row.id for section in self.sections for row in section.rows]
        if len(rows) > 10:
            raise ValueError("more than 10 rows in all")
        if len(self.sections) > 1 and any(section.title is None for section in self.sections):
            raise ValueError("several sections need titles")
        _all_differ(rows, "row ids")
        return self


class ListMessage(_Strict):
    type: Literal["list"]
    body: _LongBody
    action: _Sections
    header: _TextHeader | None = None
    footer: _Footer | None = None


class _Product(_Strict):
    catalog_id: str
    product_retailer_id: str


class ProductMessage(_Strict):
    type: Literal["product"]
    action: _Product
    body: _ShortBody | None = None
    footer: _Footer | None = None


class _ProductItem(_Strict):
    product_retailer_id: str


class _ProductSection(_Strict):
    title: Annotated[str, _words(24)]
    product_items: Annotated[list[_ProductItem], Field(min_length=1, max_length=30)]


class _ProductSections(_Strict):
    catalog_id: str
    sections: Annotated[list[_ProductSection], Field(min_length=1, max_length=10)]

    @model_validator(mode="after")
    def _fit(self) -> Self:
        if sum(len(section.product_items) for section in self.sections) > 30:
            raise ValueError("more than 30 products in all")
        return self


class ProductListMessage(_Strict):
    type: Literal["product_list"]
    header: _TextHeader
    body: _ShortBody
    action: _ProductSections
    footer: _Footer | None = None


class _Link(_Strict):
    display_text: Annotated[str, _words(20)]
    url: Annotated[str, Field(pattern=r"^https?://\S+$", max_length=2000)]


class _LinkAction(_Strict):
    name: Literal["cta_url"]
    parameters: _Link


class LinkMessage(_Strict):
    type: Literal["cta_url"]
    body: _ShortBody
    action: _LinkAction
    header: _Header | None = None
    footer: _Footer | None = None


class _SendLocation(_Strict):
    name: Literal["send_location"]


class LocationRequest(_Strict):
    type: Literal["location_request_message"]
    body: _LongBody
    action: _SendLocation


class _RequestContact(_Strict):
    name: Literal["request_contact_info"]


class ContactRequest(_Strict):
    type: Literal["request_contact_info"]
    body: _ShortBody
    action: _RequestContact


Interactive = Annotated[
    ButtonMessage
    | ListMessage
    | ProductMessage
    | ProductListMessage
    | LinkMessage
    | LocationRequest
    | ContactRequest,
    Field(discriminator="type"),
]


class _Language(_Strict):
    code: Annotated[str, Field(pattern=r"^[a-z]{2,3}(_[A-Z]{2})?$")]


class _Parameter(_Strict):
    """A word of the customer's own in a template: one line, or Meta refuses it."""

    type: Literal["text"]
    parameter_name: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")] | None = None
    text: Annotated[str, Field(min_length=1, max_length=1024)]


class _Component(_Strict):
    type: Literal["body", "header"]
    parameters: list[_Parameter] = []


class Template(_Strict):
    name: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,512}$")]
    language: _Language
    components: list[_Component] = []

    @property
    def parameters(self) -> list[str]:
        """What fills the body's gaps."""
        return [each.text for part in self.components if part.type == "body" for each in part.parameters]


class Reaction(_Strict):
    message_id: str
    emoji: str


class _Context(_Strict):
    message_id: str


class Envelope(_Strict):
    """What stands around every message."""

    messaging_product: Literal["whatsapp"]
    recipient_type: Literal["individual"] = "individual"
    to: str | None = None
    recipient: str | None = None
    type: str = "text"
    context: _Context | None = None
    biz_opaque_callback_data: Annotated[str, Field(max_length=512)] | None = None


_KINDS: Mapping[str, TypeAdapter[Any]] = {
    "text": TypeAdapter(Text),
    "image": TypeAdapter(Image),
    "interactive": TypeAdapter(Interactive),
    "template": TypeAdapter(Template),
    "reaction": TypeAdapter(Reaction),
}


def checked(body: Part) -> tuple[Envelope, Any]:
    """A message that Meta would take. Raises: GraphError."""
    kind = body.get("type", "text")
    if body.get("messaging_product") != "whatsapp":
        raise GraphError(100, "(#100) Invalid parameter", "messaging_product must be whatsapp")
    if kind not in _KINDS:
        raise GraphError(100, "(#100) Invalid parameter", f"type {kind} is not one of {sorted(_KINDS)}")
    envelope = _read(TypeAdapter(Envelope), {key: body[key] for key in body if key != kind})
    if not envelope.to and not envelope.recipient:
        raise GraphError(100, "(#100) The parameter to is required.", "to or recipient is required")
    if kind not in body:
        raise missing(kind)
    return envelope, _read(_KINDS[kind], body[kind])


def _read(adapter: TypeAdapter[Any], value: object) -> Any:
    try:
        return adapter.validate_python(value)
    except ValidationError as broken:
        first = broken.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise (
            missing(where) if first["type"] == "missing" else invalid(f"{where}: {first['msg']}")
        ) from broken


def _all_differ(values: Sequence[str], what: str) -> None:
    if len(set(values)) != len(values):
        raise ValueError(f"{what} must differ")
