"""The page has words, in both languages, for every fact that a history shows and for every code in one."""

import ast
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

import pytest

from application.agent.nodes.payment import WHY
from application.brain.eye.photo import Unreadable
from application.understanding import Intent
from domain.brain import BrainName, Purpose
from domain.channel import Channel
from domain.clothing import Colour, Fabric, Garment, Occasion, Pattern, Style
from domain.conversation.events import HandOverReason, MessageKind, NoticeKind
from domain.conversation.question import Question
from domain.fact import fact_class
from domain.fitting import FitReason
from domain.language import Language
from domain.money import Money
from domain.order.events import CancelReason
from domain.payment.events import MoneyReceived, MoneySource, PromptFailed
from domain.refusal import Refusal
from domain.stock.events import ReleaseReason, StockAdjusted
from interfaces.http.schemas.history import ValueKind
from interfaces.http.views.fact_values import values_of
from tests.golden.record import lines_of, released_topics

WORDS: Final = Path("dashboard/src/words")
CODES: Final[Mapping[str, tuple[type[StrEnum], ...]]] = {
    "brain": (BrainName,),
    "channel": (Channel,),
    "fit": (FitReason,),
    "garment": (Garment,),
    "given_up": (CancelReason,),
    "handed": (HandOverReason,),
    "intent": (Intent, NoticeKind),
    "language": (Language,),
    "message": (MessageKind,),
    "notice": (NoticeKind,),
    "photo": (Unreadable,),
    "purpose": (Purpose,),
    "question": (Question,),
    "released": (ReleaseReason,),
    "source": (MoneySource,),
}
_TOPIC: Final = re.compile(r"^  '(?P<topic>[a-z-]+\.v\d+)': \[(?P<words>.*)\],$", re.MULTILINE)


def words(language: str) -> dict[str, str]:
    """What the page says of each fact."""
    text = (WORDS / f"facts-{language}.ts").read_text(encoding="utf-8")
    return {found["topic"]: found["words"] for found in _TOPIC.finditer(text)}


@pytest.mark.parametrize("language", ["en", "sw"])
def test_every_fact_that_a_release_wrote_is_worded_and_each_value_told_of_it_has_its_blank(
    language: str,
) -> None:
    told = words(language)
    assert set(told) == set(released_topics())
    for topic in told:
        facts = map(fact_class(topic).model_validate_json, lines_of(topic))
        named = {value.name for fact in facts for value in values_of(fact)}
        assert (topic, set(re.findall(r"{{(\w+)}}", told[topic]))) == (topic, named)


def coded(group: str) -> set[str]:
    """The codes that the page has words for in this group, with those that it takes from other tables."""
    text = "".join((WORDS / name).read_text(encoding="utf-8") for name in ("codes.ts", "clothes.ts"))
    body = re.search(rf"^  {group}: (.*?)(?=^  \w+: |^}})", text, re.MULTILINE | re.DOTALL)
    found = body[1] if body else ""
    for _ in range(2):  # a table may take codes from another one
        for table in re.findall(r"(?:^|\.\.\.)([A-Z_]{4,})\b", found, re.MULTILINE):
            defined = re.search(
                rf"^(?:export )?const {table}: .*? = {{(.*?)^}}", text, re.MULTILINE | re.DOTALL
            )
            found += defined[1] if defined else ""
    return {one or other for one, other in re.findall(r"(?:'([^']+)'|\b(\w+)): \[", found)}


@pytest.mark.parametrize("group", CODES)
def test_every_code_of_our_own_rules_is_worded(group: str) -> None:
    assert {code.value for kind in CODES[group] for code in kind} - coded(group) == set()


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        ("GARMENTS", Garment),
        ("COLOURS", Colour),
        ("PATTERNS", Pattern),
        ("OCCASIONS", Occasion),
        ("STYLES", Style),
        ("FABRICS", Fabric),
    ],
)
def test_everything_that_a_customer_can_look_for_is_worded(table: str, kind: type[StrEnum]) -> None:
    assert {each.value for each in kind} - in_table(table, "wanted.ts", "clothes.ts") == set()


def test_every_reason_of_a_payment_that_a_customer_is_told_is_worded_for_the_shop_too() -> None:
    assert set(WHY) - in_table("RESULT", "results.ts") == set()


def in_table(name: str, *files: str) -> set[str]:
    """The keys of one table of words."""
    text = "".join((WORDS / file).read_text(encoding="utf-8") for file in files)
    found = re.search(rf"const {name}: .*? = {{(.*?)^}}", text, re.MULTILINE | re.DOTALL)
    return {
        one or other
        for one, other in re.findall(r"(?:'([^']+)'|\b(\w+)): [\[A-Z]", found[1] if found else "")
    }


def every_rule(kind: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    """The named rules of the shop's, whoever keeps them."""
    for each in kind.__subclasses__():
        yield from (each, *every_rule(each))


def named_by_the_api() -> set[str]:
    """What the API names where it says no by itself."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in Path("interfaces/http").rglob("*.py"))
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    named = [
        call.args[1] for call in calls if ast.unparse(call.func) == "ProblemFound" and len(call.args) > 1
    ]
    return {each.value for each in named if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def test_every_no_of_the_shop_and_of_the_api_is_worded() -> None:
    text = (WORDS / "refusals.ts").read_text(encoding="utf-8")
    worded = set(re.findall(r"'([a-z-]+)': [\[A-Z]", text))
    rules = {each.code for each in every_rule() if each.__module__.startswith(("domain.", "application."))}
    assert len(rules) > 100
    assert "not-your-role" in named_by_the_api()
    assert (rules | named_by_the_api()) - worded == set()


def test_what_an_owner_typed_is_told_as_she_typed_it_and_money_needs_no_words() -> None:
    fact = StockAdjusted(change=-2, reason="t-shirt torn")
    assert [(each.name, each.value, each.kind) for each in values_of(fact)] == [
        ("change", "-2", ValueKind.TEXT),
        ("adjusted", "t-shirt torn", ValueKind.TEXT),
    ]
    paid = MoneyReceived(attempt=1, amount=Money.shillings(2_500), receipt=None, source=MoneySource.CALLBACK)
    assert [each.value for each in values_of(paid)] == ["KSh 2,500", "callback"]
    failed = PromptFailed(attempt=1, code="1032", reason="cancelled by user", source=MoneySource.QUERY)
    assert [(each.value, each.quote) for each in values_of(failed)] == [("1032", "cancelled by user")]
