"""A reply as WhatsApp can show it: words, pictures, and things to tap."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from domain.identity import ProductId


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Button(_Part):
    """A button under the message. Shape: at most three a message, title of at most 20 characters."""

    id: str = Field(min_length=1, max_length=200)
    title: str = Field(min_length=1, max_length=20)


class Row(_Part):
    """A row of a list. Shape: at most ten a message."""

    id: str = Field(min_length=1, max_length=200)
    title: str = Field(min_length=1, max_length=24)
    description: str = Field(default="", max_length=72)


class Picture(_Part):
    """A piece's picture; several become one numbered sheet, so that they cost one message.

    Shape: `sku` is what the piece is called in WhatsApp's own catalogue, where the boutique keeps one. A
    photo that a person of the shop took for this customer has no `product`.
    """

    product: ProductId | None = None
    name: str
    caption: str = Field(default="", max_length=60)
    sku: str = Field(default="", max_length=100)


class Link(_Part):
    """A page to open, shown as a button. Only over HTTPS."""

    title: str = Field(min_length=1, max_length=20)
    url: str = Field(pattern=r"^https://\S+$", max_length=2000)


class ChosenTemplate(_Part):
    """A template that WhatsApp approved, and what fills its gaps. `key` is its channel's name for it."""

    key: str = Field(min_length=1, max_length=600)
    values: tuple[tuple[str, str], ...] = Field(default=(), max_length=30)


class Reply(_Part):
    """One WhatsApp message to a customer.

    Shape: buttons or rows, not both; `rows_title` is the text of the button that opens the list. Only a
    picture may go without words. `template` is how the same words go once 24 hours have passed.
    """

    text: str = Field(max_length=4096)
    pictures: tuple[Picture, ...] = Field(default=(), max_length=10)
    buttons: tuple[Button, ...] = Field(default=(), max_length=3)
    rows: tuple[Row, ...] = Field(default=(), max_length=10)
    rows_title: str = Field(default="", max_length=20)
    link: Link | None = None
    asks_location: bool = False
    asks_contact: bool = False
    template: ChosenTemplate | None = None

    @property
    def photo(self) -> str | None:
        """The name of the photo that was taken for her; None where it shows pieces, or nothing."""
        return next((shown.name for shown in self.pictures if shown.product is None), None)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.text and not self.pictures:
            raise ValueError("a message has words or a picture")
        return self
