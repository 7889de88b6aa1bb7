"""The demo's past is told in the phrases of today, whatever they have come to need."""

from uuid import UUID

import pytest

from application.agent.nodes.payment import WHY
from domain.conversation.events import NoticeKind, NoticeOwed
from domain.identity import OrderId
from domain.language import Language
from domain.money import Money
from interfaces.demo.telling import words_of


@pytest.mark.parametrize("language", [Language.EN, Language.SW])
@pytest.mark.parametrize("kind", NoticeKind)
def test_every_piece_of_news_has_words(kind: NoticeKind, language: Language) -> None:
    for detail in (*WHY, "2001", ""):
        notice = NoticeOwed(key=f"{kind}/1", kind=kind, order=OrderId(UUID(int=1)), detail=detail)
        words = words_of(notice, "DK-7F3K9", Money.shillings(2_800), language)
        assert words
        assert "{" not in words
