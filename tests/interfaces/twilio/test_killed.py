"""A process that is killed between two messages of one reply: who goes on sends what is left, and no more.

Whatever a process knew is gone with it, so each goes on with a new adapter and what the log says.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import uuid4

import httpx
import pytest

from application.commands import StaffReply
from application.inbound import Inbound, Sender, customer_of
from application.outcome import DONE, Later
from application.reactors.send_reply import LOST, WAIT_FOR_STATUS, SendReply
from application.work import Work, WorkKind
from domain.channel import Channel
from domain.conversation.events import MessageKind, ReplyPartSent, ReplySent
from domain.conversation.reply import Reply
from domain.identity import CustomerId, MessageId
from interfaces.twilio.client import Twilio
from tests.application.little_shop import AMANI, SECRET, LittleShop
from tests.support.sandbox import eventually
from tests.support.twilio import ACCOUNT, TwilioStage

WORDS = "\n".join(f"{n:04d} " + "x" * 90 for n in range(30))
AMINA = Sender(None, "+254712345601")


class Killed(BaseException):
    """The process is gone; nothing after this is done, and nothing can be caught."""


class Scene:
    """A long reply of Amani's to Amina, whose WhatsApp is at Twilio."""

    def __init__(self, stage: TwilioStage) -> None:
        self.stage, self.little = stage, LittleShop()
        self.amina: CustomerId = customer_of(SECRET, AMANI, Channel.TWILIO, AMINA)
        self.reply = MessageId(uuid4())
        stage.writes("amina", "Hi")
        self.before = len(stage.chat("amina"))
        said = Inbound(
            MessageId(uuid4()),
            f"in-{uuid4()}",
            Channel.TWILIO,
            ACCOUNT,
            AMINA,
            MessageKind.TEXT,
            self.little.clock.now(),
            text="Hi",
        )
        self.little.inbox.items.append((AMANI, self.amina, said))
        self.little.conversing.turn(AMANI, self.amina)
        self.little.do(StaffReply(self.amina, self.reply, Reply(text=WORDS)))

    @property
    def work(self) -> Work:
        """The sending of it."""
        kind = WorkKind.SEND_REPLY
        return next(work for work in self.little.due if (work.kind, work.subject) == (kind, self.reply))

    def goes_on(self, twilio: Twilio) -> None:
        """A new process takes the work up: it waits for a status, then sends what is left."""
        self.little.carrier = twilio
        waits = self.little.react(replace(self.work, attempts=1, perhaps_done=True))
        assert waits == Later(self.little.clock.now() + WAIT_FOR_STATUS, LOST)
        self.little.clock.pass_by(WAIT_FOR_STATUS)
        assert self.little.react(replace(self.work, attempts=1, last_error=LOST)) == DONE

    def has_come(self, parts: int) -> list[str]:
        """What Amina reads, once so many messages have come."""
        eventually(lambda: len(self.stage.chat("amina")) >= self.before + parts, "the parts")
        return [bubble["text"] for bubble in self.stage.chat("amina")[self.before :]]


@pytest.fixture
def scene(stage: TwilioStage) -> Scene:
    """The reply is due."""
    return Scene(stage)


@pytest.fixture
def another(stage: TwilioStage) -> Iterator[Twilio]:
    """The adapter of the process that goes on."""
    twilio = Twilio(stage.twilio._settings, stage.twilio._home)
    yield twilio
    twilio.close()


def test_a_process_killed_before_the_second_message_does_not_send_the_first_again(
    scene: Scene, another: Twilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    post, calls = scene.stage.twilio._http.post, []

    def dies_at_the_second(*args: Any, **named: Any) -> httpx.Response:
        calls.append(args)
        if len(calls) > 1:
            raise Killed
        return post(*args, **named)

    monkeypatch.setattr(scene.stage.twilio._http, "post", dies_at_the_second)
    scene.little.carrier = scene.stage.twilio
    with pytest.raises(Killed):
        scene.little.react(scene.work)

    scene.goes_on(another)

    assert "\n".join(scene.has_come(2)) == WORDS
    assert len(scene.little.log.told(ReplyPartSent)) == len(scene.little.log.told(ReplySent)) == 1


def test_where_it_was_killed_before_it_could_write_the_first_down_twilios_status_tells(
    scene: Scene, another: Twilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object) -> None:
        raise Killed

    scene.little.carrier = scene.stage.twilio
    with monkeypatch.context() as patch:
        patch.setattr(SendReply, "_note_part", dies)
        with pytest.raises(Killed):
            scene.little.react(scene.work)
    heard = scene.stage.heard
    eventually(lambda: any(s.reply == scene.reply for s in heard.statuses), "its status")
    told = [(AMANI, scene.amina, status) for status in heard.statuses if status.reply == scene.reply]
    scene.little.inbox.items += told
    scene.little.conversing.turn(AMANI, scene.amina)

    scene.goes_on(another)

    assert "\n".join(scene.has_come(2)) == WORDS
