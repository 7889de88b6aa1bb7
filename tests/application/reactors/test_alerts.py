"""A buzz comes once, to whom it concerns, and shows no more of a customer than its owner chose."""

from dataclasses import replace
from datetime import timedelta

import pytest

from application.alerts import LONGEST_PREVIEW, AlertKind, alert_for
from application.commands import AdmitPerson, DismissPerson
from application.outcome import DONE, Later
from application.ports import NeighbourFailed, NeighbourUnsure
from application.ports.alerts import Alert, Device, DeviceGone
from application.reactors.alert_staff import MOST_TRIES, NEWS_FOR
from application.work import Work, WorkKind
from domain.conversation.events import HandedToPerson, HandOverReason
from domain.deposit.events import DepositSetAside
from domain.identity import PersonId
from domain.language import Language
from domain.staff.events import Role
from tests.application.little_shop import AMANI, PWANI, Customer, LittleShop
from tests.domain.pieces import an_id

AMINA, BARAKA, AUDITOR = (PersonId(an_id(name)) for name in ("amina", "baraka", "auditor"))
BUSY = NeighbourFailed("web push", "503", "busy", retryable=True)
BARRED = NeighbourFailed("web push", "413", "too much", retryable=False)
LOST = NeighbourUnsure("web push", "lost", "no answer", retryable=False)


def phone_of(person: PersonId) -> Device:
    """Somebody's phone."""
    return Device(an_id(f"phone of {person}"), person, "https://push.example/1", "key", "secret")


@pytest.fixture
def amina(little: LittleShop) -> Device:
    """The owner of Amani, who wants everything on her phone."""
    little.do(AdmitPerson(AMINA, Role.OWNER, None))
    device = phone_of(AMINA)
    little.devices.add(AMANI, device)
    return device


def alerts(little: LittleShop) -> list[Alert]:
    return [alert for _, alert in little.pusher.pushed]


def due(little: LittleShop) -> Work:
    """The alert that is due, taken off the table."""
    work = next(work for work in little.due if work.kind is WorkKind.ALERT_STAFF)
    little.due.remove(work)
    return work


def waits(
    little: LittleShop, wanjiku: Customer, words: str = "Niko na shida, let me talk to a person"
) -> Work:
    """A customer has asked for a person; the alert of it is due."""
    wanjiku.sends(text=words)
    wanjiku.turn()
    return due(little)


def test_a_paid_order_buzzes_its_owner_once_with_what_came_in(
    little: LittleShop, wanjiku: Customer, amina: Device
) -> None:
    little.do(AdmitPerson(BARAKA, Role.OWNER, None), boutique=PWANI)
    little.devices.add(PWANI, phone_of(BARAKA))
    wanjiku.has_paid()

    ((where, alert),) = little.pusher.pushed
    assert where == amina.device
    assert alert.title == f"Paid: order {wanjiku.order.number}"
    assert alert.body == "KSh 2,800, 1 pcs, to Westlands"
    assert alert.place == f"/orders/{wanjiku.order_id}"


def test_a_locked_screen_shows_nothing_of_a_customer_unless_its_owner_chose_so(
    little: LittleShop, wanjiku: Customer, amina: Device
) -> None:
    little.devices.add(AMANI, replace(phone_of(BARAKA), private=False))
    little.do(AdmitPerson(BARAKA, Role.STAFF, None))
    work = waits(little, wanjiku)
    assert little.react(work) == DONE

    hidden, shown = alerts(little)
    assert (hidden.title, hidden.body) == ("A customer waits for you", "Open the chat to answer.")
    assert (shown.title, shown.body) == ("Wanjiku", "Niko na shida, let me talk to a person")
    assert hidden.place == shown.place == f"/conversations/{work.subject}"


def test_a_long_message_is_cut_and_words_are_in_the_language_of_the_phone(
    little: LittleShop, wanjiku: Customer, amina: Device
) -> None:
    little.devices.add(AMANI, replace(amina, language=Language.SW))
    assert little.react(waits(little, wanjiku)) == DONE
    little.devices.add(AMANI, replace(amina, private=False))
    other = Customer(little, "njeri", "+254722000111")
    assert little.react(waits(little, other, "I want a person " + "please " * 40)) == DONE

    first, second = alerts(little)
    assert first.title == "Mteja anakusubiri"
    assert len(second.body) == LONGEST_PREVIEW
    assert second.body.endswith("…")


def test_nobody_is_called_to_a_chat_in_which_a_person_answers(little: LittleShop) -> None:
    for reason in HandOverReason:
        told = alert_for(HandedToPerson(reason=reason))
        there = reason in (HandOverReason.TAKEN_OVER, HandOverReason.OWNER_WRITES)
        assert told == (None if there else AlertKind.CHAT_WAITS)


def test_trouble_with_money_leads_to_the_order_or_to_the_money_nobody_knows(
    little: LittleShop, wanjiku: Customer, amina: Device
) -> None:
    wanjiku.has_ordered()
    doubtful = replace(
        waits(little, wanjiku), detail=AlertKind.PAYMENT_PROBLEM, subject=wanjiku.payment_id, key="a"
    )
    assert little.react(doubtful) == DONE
    assert alert_for(DepositSetAside(reason="nobody's")) is AlertKind.PAYMENT_PROBLEM
    assert little.react(replace(doubtful, subject=an_id("deposit"), key="b")) == DONE

    assert [alert.place for alert in alerts(little)] == [f"/orders/{wanjiku.order_id}", "/money"]


def test_who_does_not_want_it_is_gone_or_only_audits_is_not_buzzed(
    little: LittleShop, wanjiku: Customer, amina: Device
) -> None:
    little.devices.add(AMANI, amina, AlertKind.ORDER_PAID)
    little.do(AdmitPerson(AUDITOR, Role.AUDITOR, little.clock.now() + timedelta(days=9)))
    little.do(AdmitPerson(BARAKA, Role.STAFF, None))
    for person in (AUDITOR, BARAKA):
        little.devices.add(AMANI, phone_of(person))
    little.do(DismissPerson(BARAKA))

    assert little.react(waits(little, wanjiku)) == DONE
    assert not alerts(little)


def test_a_buzz_is_never_doubled_and_only_a_busy_service_is_asked_again(
    little: LittleShop, wanjiku: Customer, amina: Device
) -> None:
    little.do(AdmitPerson(BARAKA, Role.STAFF, None))
    little.devices.add(AMANI, phone_of(BARAKA))
    work = waits(little, wanjiku)
    little.pusher.troubles.extend([BUSY, None])
    again = little.react(work)
    assert isinstance(again, Later)
    assert again.reason == "web push 503: busy"
    assert little.react(replace(work, attempts=1)) == DONE
    assert sorted(where for where, _ in little.pusher.pushed) == sorted(little.devices.known)


@pytest.mark.parametrize("trouble", [LOST, BARRED], ids=["lost", "barred"])
def test_a_buzz_that_was_lost_or_barred_is_not_repeated(
    little: LittleShop, wanjiku: Customer, amina: Device, trouble: NeighbourFailed | NeighbourUnsure
) -> None:
    work = waits(little, wanjiku)
    little.pusher.troubles.append(trouble)
    assert little.react(work) == DONE
    assert little.react(work) == DONE
    assert not alerts(little)
    assert amina.device in little.devices.known


def test_a_browser_that_wants_no_more_is_forgotten(
    little: LittleShop, wanjiku: Customer, amina: Device
) -> None:
    little.pusher.troubles.append(DeviceGone(amina.endpoint))
    assert little.react(waits(little, wanjiku)) == DONE
    assert little.devices.known == {}


def test_old_news_and_endless_trouble_buzz_nobody(
    little: LittleShop, wanjiku: Customer, amina: Device
) -> None:
    work = waits(little, wanjiku)
    assert little.react(replace(work, attempts=MOST_TRIES)) == DONE
    little.clock.pass_by(NEWS_FOR + timedelta(minutes=1))
    assert little.react(work) == DONE
    assert not alerts(little)
