"""The templates that may be sent in a chat."""

from application.ports import Recipient
from application.ports.templates import Template
from domain.channel import Channel
from domain.conversation.reply import Reply
from domain.identity import BoutiqueId, ConversationId, CustomerId
from interfaces.http.deps import DashboardDeps
from interfaces.http.late_writing import TemplatesAway
from interfaces.http.problems import ProblemFound, not_found
from interfaces.http.schemas.templates import ApprovedTemplate, FilledTemplate, TemplateGap, TemplateList
from projections import chats


def templates(boutique: BoutiqueId, deps: DashboardDeps, wanted: ConversationId) -> TemplateList:
    """Those that she may get. Raises: ProblemFound 404 for a conversation that is not this boutique's."""
    told = deps.late.templates(boutique, *_line(boutique, deps, wanted))
    return TemplateList(state=told.state, templates=[_shown(each) for each in told.templates])


def filled(boutique: BoutiqueId, deps: DashboardDeps, wanted: ConversationId, asked: FilledTemplate) -> Reply:
    """The message. Raises: Refusal, ProblemFound 503 while the list of templates cannot be had."""
    line = _line(boutique, deps, wanted)
    try:
        return deps.late.words(boutique, *line, asked.key, asked.values)
    except TemplatesAway as away:
        raise ProblemFound(503, "templates-away", str(away)) from away


def _line(boutique: BoutiqueId, deps: DashboardDeps, wanted: ConversationId) -> tuple[CustomerId, Recipient]:
    with deps.door(boutique) as conn:
        chat = chats.chat(boutique, conn, wanted)
    if chat is None or chat.customer is None:
        raise not_found()
    return CustomerId(chat.customer), Recipient(chat.account, None, None, Channel(chat.channel))


def _shown(template: Template) -> ApprovedTemplate:
    return ApprovedTemplate(
        key=template.key,
        name=template.name,
        language=template.language,
        category=template.category,
        header=template.header,
        body=template.body,
        footer=template.footer,
        gaps=[TemplateGap(name=gap, example=template.examples.get(gap, "")) for gap in template.gaps],
    )
