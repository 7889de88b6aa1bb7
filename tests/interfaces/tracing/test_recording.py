"""What is traced, and that no word of anybody is in it."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from application.inbound import Sender, message_id_of
from application.outcome import DONE, Later, Outcome
from application.ports import model as asked
from application.work import Work, WorkKind
from domain.brain import BrainName, Purpose
from domain.channel import Channel
from domain.identity import BoutiqueId
from interfaces.ingress.delivery import Delivery, Item, NotStored, Pace
from interfaces.settings import Settings
from interfaces.tracing import exporting
from interfaces.tracing.tracing import Tracing, Untraced, tracing_of
from tests.emulators.collector import PUBLIC, SECRET, Collector, Told, collector
from tests.support.clock import FixedClock

CANARY = "Wanjiku +254712345678 wants a red dress"
QUESTION = asked.Question(
    Purpose.READING,
    "gemini-3.5-flash-lite",
    "read-4",
    f"system {CANARY}",
    f"data {CANARY}",
    {"type": "object"},
)
USED = asked.Tokens(read=120, cached=100, written=7)
MESSAGE = Item("1063", "wamid.1", Sender("KE.1", "+254712345678"), CANARY.encode(), Pace.WORDS)
ITEM = message_id_of(Channel.CLOUD_API, "1063", "wamid.1")


@pytest.fixture
def receiving() -> Iterator[Collector]:
    with collector() as running:
        yield running


@contextmanager
def traced(there: Collector, **more: object) -> Iterator[Tracing]:
    """Tracing to this collector; all of it has arrived afterwards."""
    told = {"sandbox": True, "otlp_endpoint": there.url, **more}
    tracing = tracing_of(Settings.model_validate(told))
    try:
        yield tracing
    finally:
        tracing.close()
    assert there.refused == []
    assert not any(CANARY.encode() in raw or b"254712345678" in raw for raw in there.raw)


@dataclass
class Kept:
    """An ingress that keeps, or cannot."""

    deaf: bool = False

    async def accept(self, _: Delivery) -> None:
        if self.deaf:
            raise NotStored(CANARY)


@dataclass
class Says:
    """A model that says this."""

    outcome: asked.Outcome
    brain: BrainName = BrainName.GEMINI

    def ask(self, _: asked.Question, __: float) -> asked.Outcome:
        return self.outcome


def work(kind: WorkKind = WorkKind.TURN) -> Work:
    lane = uuid4()
    return Work(BoutiqueId(uuid4()), kind, str(lane), lane, FixedClock().now(), lane, detail="1", attempts=2)


def told_of(there: Collector, outcome: asked.Outcome, brain: BrainName = BrainName.GEMINI) -> Told:
    """The one span of a call that ended so."""
    with traced(there) as tracing:
        assert tracing.model(Says(outcome, brain)).ask(QUESTION, 1.0) is outcome
    [span] = there.spans
    return span


def test_an_items_trace_begins_with_its_receipt_and_holds_its_turn_and_the_models_calls(
    receiving: Collector,
) -> None:
    with traced(receiving) as tracing:
        asyncio.run(tracing.ingress(Kept()).accept(Delivery((MESSAGE,))))
        model = tracing.model(Says(asked.Answered(CANARY, USED, "gemini-3.5-flash-lite-001")))

        def answers(_: Work, begin: object) -> Outcome:
            model.ask(QUESTION, 1.0)
            return DONE

        reacting = tracing.reactors({"turn": answers}, lambda _: ITEM)
        one = work()
        assert reacting["turn"](one, lambda: None) is DONE

    spans = {span.name: span for span in receiving.of(ITEM.hex)}
    assert list(spans) == ["receive", "chat gemini-3.5-flash-lite", "turn"]
    receive, chat, turn = spans.values()
    assert (receive.parent, turn.parent, chat.parent) == ("", receive.id, turn.id)
    assert turn.attributes == {
        "dukani.boutique": str(one.boutique),
        "dukani.work.subject": str(one.subject),
        "dukani.work.attempts": 2,
        "dukani.outcome": "done",
    }
    assert turn.resource["service.name"] == "dukani"
    assert turn.resource["deployment.environment.name"] == "sandbox"


def test_a_models_call_is_told_by_the_conventions_for_generative_ai(receiving: Collector) -> None:
    span = told_of(receiving, asked.Answered(CANARY, USED, "gemini-3.5-flash-lite-001"))
    assert span.name == "chat gemini-3.5-flash-lite"
    assert span.attributes == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "gcp.gemini",
        "gen_ai.request.model": "gemini-3.5-flash-lite",
        "gen_ai.request.max_tokens": 800,
        "gen_ai.output.type": "json",
        "gen_ai.prompt.name": f"{Purpose.READING.value}@read-4",
        "gen_ai.response.model": "gemini-3.5-flash-lite-001",
        "gen_ai.response.finish_reasons": ["stop"],
        "gen_ai.usage.input_tokens": 120,
        "gen_ai.usage.cache_read.input_tokens": 100,
        "gen_ai.usage.output_tokens": 7,
    }


@pytest.mark.parametrize(
    ("outcome", "failed", "finished", "error"),
    [
        (asked.Unavailable(CANARY), True, None, "unavailable"),
        (asked.Malformed(CANARY, USED), True, None, "malformed"),
        (asked.Blocked(CANARY, USED), False, ["content_filter"], None),
        (asked.Truncated(USED), False, ["length"], None),
        (asked.LooksUp((), CANARY, USED), False, ["tool_calls"], None),
    ],
    ids=["unavailable", "malformed", "blocked", "truncated", "looks up"],
)
def test_how_a_models_call_ended_is_told_and_not_in_its_words(
    receiving: Collector, outcome: asked.Outcome, failed: bool, finished: object, error: object
) -> None:
    span = told_of(receiving, outcome, BrainName.CLAUDE)
    assert span.failed is failed
    assert span.attributes.get("gen_ai.response.finish_reasons") == finished
    assert span.attributes.get("error.type") == error
    assert span.attributes["gen_ai.provider.name"] == "anthropic"


def test_work_that_falls_or_is_due_again_is_told_as_failed_and_goes_its_way(receiving: Collector) -> None:
    later = Later(FixedClock().now() + timedelta(seconds=1), CANARY)

    def falls(_: Work, __: object) -> Outcome:
        raise ValueError(CANARY)

    with traced(receiving) as tracing:
        reacting = tracing.reactors({"turn": falls, "send-reply": lambda _, __: later}, lambda w: w.subject)
        with pytest.raises(ValueError, match="Wanjiku"):
            reacting["turn"](work(), lambda: None)
        assert reacting["send-reply"](work(WorkKind.SEND_REPLY), lambda: None) is later

    fell, again = receiving.spans
    assert (fell.failed, fell.attributes["error.type"]) == (True, "ValueError")
    assert (again.failed, again.attributes["dukani.outcome"]) == (True, "later")
    assert fell.trace != again.trace


def test_a_delivery_that_comes_again_begins_no_second_trace_and_one_not_kept_none(
    receiving: Collector,
) -> None:
    second = replace(MESSAGE, provider_id="wamid.2")
    with traced(receiving) as tracing:
        with pytest.raises(NotStored):
            asyncio.run(tracing.ingress(Kept(deaf=True)).accept(Delivery((MESSAGE,))))
        ingress = tracing.ingress(Kept())
        for delivery in (Delivery((MESSAGE,)), Delivery((MESSAGE, second)), Delivery((second,))):
            asyncio.run(ingress.accept(delivery))
    assert [span.name for span in receiving.spans] == ["receive"] * 2
    assert len({span.trace for span in receiving.spans}) == 2


def test_langfuse_and_a_collector_get_the_same_each_by_its_own_key(receiving: Collector) -> None:
    receiving.wants = {"x-honeycomb-team": "key of ours"}
    with traced(
        receiving,
        otlp_headers={"x-honeycomb-team": "key of ours"},
        langfuse_url=receiving.url,
        langfuse_public_key=PUBLIC,
        langfuse_secret_key=SECRET,
    ) as tracing:
        tracing.model(Says(asked.Truncated())).ask(QUESTION, 1.0)
    assert [span.id for span in receiving.spans] == [span.id for span in receiving.at_langfuse]
    assert len(receiving.spans) == 1


def test_a_collector_that_is_away_costs_nobody_but_the_traces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "EXPORT_SECONDS", 0.2)
    tracing = tracing_of(Settings(sandbox=True, otlp_endpoint="http://127.0.0.1:9"))
    began = time.monotonic()
    assert isinstance(tracing.model(Says(asked.Truncated())).ask(QUESTION, 1.0), asked.Truncated)
    assert time.monotonic() - began < 0.5
    tracing.close()
    assert time.monotonic() - began < 3.0


def test_without_a_collector_everything_is_what_it_was() -> None:
    tracing = tracing_of(Settings(sandbox=True, langfuse_public_key=PUBLIC))
    ingress, model, reactors = Kept(), Says(asked.Truncated()), {"turn": lambda _, __: DONE}
    assert isinstance(tracing, Untraced)
    assert tracing.ingress(ingress) is ingress
    assert tracing.model(model) is model
    assert tracing.reactors(reactors, lambda _: UUID(int=1)) is reactors
    tracing.close()
