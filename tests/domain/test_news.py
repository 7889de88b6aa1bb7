"""What a message to the owner's own phone costs."""

from domain.fact import Facts
from domain.news.events import NewsComposed, NewsDelivered, NewsPriced
from domain.news.news import News
from tests.support.scenario import happens, never_refuses, scenario, stays_quiet

COMPOSED = NewsComposed(account="1063")
PRICED = NewsPriced(account="1063", category="utility", billing="regular")

for mark in (News.compose, News.mark_priced, News.mark_delivered):
    never_refuses(mark, because="news of a message comes in any order, and late news is no wrong")


def compose(news: News) -> Facts:
    return news.compose("1063")


def price(news: News) -> Facts:
    return news.mark_priced("utility", "regular")


@happens(News.compose, News.mark_priced, News.mark_delivered)
def test_a_message_to_the_owner_is_priced_and_comes_in_any_order() -> None:
    scenario(News).when(compose).then(COMPOSED)
    scenario(News).given(COMPOSED, NewsDelivered()).when(price).then(PRICED)
    scenario(News).given(COMPOSED, PRICED).when(lambda news: news.mark_delivered()).then(NewsDelivered())


@stays_quiet(News.compose, News.mark_priced, News.mark_delivered)
def test_each_is_learned_once_and_only_of_what_was_written() -> None:
    scenario(News).when_repeated(compose).then_nothing()
    for decide in (price, lambda news: news.mark_delivered()):
        scenario(News).when(decide).then_nothing()
        scenario(News).given(COMPOSED).when_repeated(decide).then_nothing()
