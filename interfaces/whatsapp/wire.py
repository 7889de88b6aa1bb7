"""What Meta puts on the wire about one message or one status: lenient in, unknown members ignored.

Source: Meta's webhook reference for messages and statuses, v25.0.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Wire(BaseModel):
    """A part of a webhook. A member that is missing or of another shape is a matter for its reader."""

    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)


class Text(Wire):
    """Words."""

    body: str = ""


class Media(Wire):
    """A picture, voice note, video, document or sticker, still at Meta's."""

    id: str
    mime_type: str = "application/octet-stream"
    sha256: str | None = None
    caption: str | None = None


class Choice(Wire):
    """A button or a row that was tapped."""

    id: str
    title: str = ""


class Interactive(Wire):
    """The answer to something we let the customer tap."""

    type: str = ""
    button_reply: Choice | None = None
    list_reply: Choice | None = None


class TemplateButton(Wire):
    """The answer to a button of a template."""

    payload: str = ""
    text: str = ""


class Location(Wire):
    """A pin."""

    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    name: str | None = None
    address: str | None = None


class Reaction(Wire):
    """An emoji on a message; without one, the reaction was taken back."""

    message_id: str
    emoji: str | None = None


class ContactPhone(Wire):
    """A number on a shared contact card."""

    phone: str | None = None
    wa_id: str | None = None


class ContactCard(Wire):
    """A shared contact, also the answer to a request for the number."""

    phones: tuple[ContactPhone, ...] = ()


class OrderedProduct(Wire):
    """A line of a catalogue cart. Its price is whatever the phone says, so it is not read."""

    product_retailer_id: str
    quantity: int = 1


class CatalogueOrder(Wire):
    """A cart sent from WhatsApp's own catalogue."""

    text: str | None = None
    product_items: tuple[OrderedProduct, ...] = ()


class Context(Wire):
    """Which message this one answers."""

    id: str | None = None


class Fault(Wire):
    """An error that Meta tells in a webhook."""

    code: int = 0
    title: str = ""
    message: str = ""
    error_data: dict[str, Any] | None = None

    @property
    def reason(self) -> str:
        """The most telling of its texts."""
        details = (self.error_data or {}).get("details")
        return str(details or self.message or self.title)


class Pricing(Wire):
    """What Meta bills the message as."""

    category: str | None = None
