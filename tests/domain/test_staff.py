"""Who may enter a boutique, in which role, and until when."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from domain.fact import Fact
from domain.identity import PersonId
from domain.staff.events import PersonAdmitted, PersonDismissed
from domain.staff.staff import AuditEnds, LastOwnerStays, Role, Staff
from tests.support.scenario import Given, happens, refuses, scenario, stays_quiet

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
TOMORROW = NOW + timedelta(days=1)
AMINA, BARAKA, ODHIAMBO = (PersonId(UUID(int=n)) for n in (1, 2, 3))
OWNER = PersonAdmitted(person=AMINA, role=Role.OWNER)
HELPER = PersonAdmitted(person=BARAKA, role=Role.STAFF)
AUDITOR = PersonAdmitted(person=ODHIAMBO, role=Role.AUDITOR, until=TOMORROW)


def staff(*facts: Fact) -> Given[Staff]:
    return scenario(Staff).given(*facts)


@happens(Staff.admit)
def test_who_is_let_in_has_her_role() -> None:
    after = staff(OWNER).when(lambda s: s.admit(BARAKA, Role.STAFF, now=NOW)).then(HELPER)
    assert after.role_of(BARAKA, NOW) is Role.STAFF


@stays_quiet(Staff.admit)
def test_letting_in_on_the_same_terms_changes_nothing() -> None:
    staff(OWNER).when_repeated(lambda s: s.admit(BARAKA, Role.STAFF, now=NOW)).then_nothing()


@happens(Staff.admit)
def test_a_new_role_takes_the_place_of_the_old_one() -> None:
    promoted = PersonAdmitted(person=BARAKA, role=Role.OWNER)
    after = staff(OWNER, HELPER).when(lambda s: s.admit(BARAKA, Role.OWNER, now=NOW)).then(promoted)
    assert after.role_of(BARAKA, NOW) is Role.OWNER


def test_an_auditor_is_in_until_her_time_is_over() -> None:
    known = staff(OWNER, AUDITOR).state()
    assert known.role_of(ODHIAMBO, TOMORROW - timedelta(seconds=1)) is Role.AUDITOR
    assert known.role_of(ODHIAMBO, TOMORROW) is None


@refuses(Staff.admit)
@pytest.mark.parametrize(
    ("role", "until"), [(Role.AUDITOR, None), (Role.STAFF, TOMORROW), (Role.AUDITOR, NOW)]
)
def test_an_auditor_comes_until_a_time_to_come_and_nobody_else_does(
    role: Role, until: datetime | None
) -> None:
    staff(OWNER).when(lambda s: s.admit(BARAKA, role, now=NOW, until=until)).then_refused(AuditEnds)


@happens(Staff.dismiss)
def test_who_is_dismissed_may_not_enter() -> None:
    gone = PersonDismissed(person=BARAKA)
    after = staff(OWNER, HELPER).when(lambda s: s.dismiss(BARAKA)).then(gone)
    assert after.role_of(BARAKA, NOW) is None


@stays_quiet(Staff.dismiss)
def test_dismissing_a_stranger_changes_nothing() -> None:
    staff(OWNER).when(lambda s: s.dismiss(BARAKA)).then_nothing()


@refuses(Staff.admit, Staff.dismiss)
def test_the_last_owner_neither_leaves_nor_becomes_something_else() -> None:
    known = staff(OWNER, HELPER)
    known.when(lambda s: s.dismiss(AMINA)).then_refused(LastOwnerStays)
    known.when(lambda s: s.admit(AMINA, Role.STAFF, now=NOW)).then_refused(LastOwnerStays)


@happens(Staff.dismiss)
def test_one_of_two_owners_may_leave() -> None:
    second = PersonAdmitted(person=BARAKA, role=Role.OWNER)
    staff(OWNER, second).when(lambda s: s.dismiss(AMINA)).then(PersonDismissed(person=AMINA))
