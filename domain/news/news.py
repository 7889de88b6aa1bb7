"""One message to the owner's own phone: from which number it goes, and what WhatsApp bills it as."""

from dataclasses import dataclass, replace
from typing import ClassVar, Self

from domain.fact import Fact, Facts
from domain.news.events import NewsComposed, NewsDelivered, NewsPriced


@dataclass(frozen=True, slots=True)
class News:
    """A message to the owner. It costs something once it is both priced and delivered."""

    KIND: ClassVar[str] = "news"

    account: str | None = None
    is_priced: bool = False
    is_delivered: bool = False

    def evolve(self, fact: Fact) -> Self:
        """The message after this fact."""
        match fact:
            case NewsComposed():
                return replace(self, account=fact.account)
            case NewsPriced():
                return replace(self, is_priced=True)
            case NewsDelivered():
                return replace(self, is_delivered=True)
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of news")

    def compose(self, account: str) -> Facts:
        """Write to her from this number. Nothing new: it was tried before."""
        return () if self.account else (NewsComposed(account=account),)

    def mark_priced(self, category: str, billing: str) -> Facts:
        """Learn what it is billed as. Nothing new: it is known, or nobody wrote this."""
        if self.account is None or self.is_priced:
            return ()
        return (NewsPriced(account=self.account, category=category, billing=billing),)

    def mark_delivered(self) -> Facts:
        """Learn that she has it. Nothing new: she had, or nobody wrote this."""
        if self.account is None or self.is_delivered:
            return ()
        return (NewsDelivered(),)
