"""Meta's list of templates: what is offered of it, and what is made of lists that are none."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from application.ports import NeighbourFailed, NeighbourUnsure, Outgoing
from application.template_writing import filled
from interfaces.whatsapp.templates import MetaTemplates
from tests.support.cloud_api import TOKEN, CloudStage, to

BODY = {"type": "BODY", "text": "Hi {{1}}"}


def listed(answer: httpx.Response | Exception, waba: str = "9001") -> list[str]:
    """The names that are offered of an answer."""

    def respond(_: httpx.Request) -> httpx.Response:
        if isinstance(answer, Exception):
            raise answer
        return answer

    with httpx.Client(transport=httpx.MockTransport(respond)) as http:
        found = MetaTemplates(http, "https://graph.facebook.com/v25.0").approved(waba, "token")
    return [template.name for template in found]


def page(*told: Any) -> httpx.Response:
    return httpx.Response(200, json={"data": list(told)})


def test_a_list_comes_page_by_page_and_only_what_needs_words_alone_is_offered(cloud: CloudStage) -> None:
    found = cloud.messenger.approved(to("amina"))
    assert [(each.key, each.category, each.gaps) for each in found] == [
        ("order_ready/en", "utility", ("header.1", "1", "2")),
        ("karibu_tena/sw", "marketing", ("jina",)),
        ("thanks/en_US", "utility", ()),
    ]
    assert [dict(each.examples) for each in found] == [
        {"header.1": "DK-7F3K9", "1": "Amina", "2": "red dress"},
        {"jina": "Amina"},
        {},
    ]
    assert found[0].footer == "Zuri Boutique"


@pytest.mark.parametrize("place", [0, 1, 2], ids=["numbered, with a heading", "named", "without gaps"])
def test_each_kind_of_template_is_sent_as_meta_wants_it(cloud: CloudStage, place: int) -> None:
    template = cloud.messenger.approved(to("grace"))[place]
    words = filled(template, {gap: f"word of {gap}" for gap in reversed(template.gaps)})
    assert cloud.messenger.send(Outgoing(uuid4(), to("grace"), words, as_template=True))


def test_the_list_of_another_boutiques_account_is_refused(cloud: CloudStage) -> None:
    with httpx.Client() as http, pytest.raises(NeighbourFailed) as failed:
        MetaTemplates(http, f"{cloud.emulator.url}/v25.0").approved("9002", TOKEN)
    assert not failed.value.retryable


def test_without_the_accounts_id_it_is_said_that_it_is_missing() -> None:
    with pytest.raises(NeighbourFailed) as failed:
        listed(page(), waba="")
    assert failed.value.code == "no-list"


@pytest.mark.parametrize(
    "told",
    [
        {"name": "x"},
        {"name": "x", "language": "en", "status": "APPROVED", "category": "UTILITY", "components": []},
        {
            "name": "x",
            "language": "en",
            "status": "APPROVED",
            "category": "MARKETING",
            "components": [BODY, {"type": "CAROUSEL", "cards": []}],
        },
    ],
    ids=["no template", "no body", "cards"],
)
def test_what_cannot_be_read_or_needs_more_than_words_is_left_out(told: dict[str, Any]) -> None:
    good = {
        "name": "good",
        "language": "en",
        "status": "APPROVED",
        "category": "UTILITY",
        "components": [BODY],
    }
    assert listed(page(told, good)) == ["good"]


def test_a_list_without_an_end_is_left_after_some_pages() -> None:
    paging = {"cursors": {"after": "x"}, "next": "https://elsewhere.example"}
    assert listed(httpx.Response(200, json={"data": [], "paging": paging})) == []


def test_no_list_and_no_answer_are_said() -> None:
    with pytest.raises(NeighbourFailed, match="unread"):
        listed(httpx.Response(200, text="<html>"))
    with pytest.raises(NeighbourUnsure):
        listed(httpx.ReadTimeout("slow"))
