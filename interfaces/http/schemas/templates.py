"""Templates that WhatsApp has approved, and one of them filled in."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from application.template_writing import LONGEST_VALUE
from interfaces.http.late_writing import TemplateState
from interfaces.http.schemas.answers import Answer

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_VALUE)]


class TemplateGap(Answer):
    """What a person fills in. `example` is what was approved in its place; empty where nobody said."""

    name: str
    example: str


class ApprovedTemplate(Answer):
    """A template whose words stand fast, but for the gaps: `{{1}}` or `{{name}}` in its texts."""

    key: str
    name: str
    language: str
    category: str
    header: str
    body: str
    footer: str
    gaps: list[TemplateGap]


class TemplateList(Answer):
    """The templates that may be sent in this chat, or why there are none."""

    state: TemplateState
    templates: list[ApprovedTemplate]


class FilledTemplate(Answer):
    """A template with its gaps filled. `id` is made by the writer's page, so that it is sent once."""

    id: UUID
    key: Annotated[str, Field(min_length=1, max_length=600)]
    values: Annotated[dict[str, Words], Field(max_length=30)]
