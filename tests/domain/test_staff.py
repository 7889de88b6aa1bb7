"""Who may enter a boutique, in which role, and until when."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from domain.cart.events import CartEmptied
from domain.fact import Fact, fold
from domain.identity import PersonId
from domain.staff.events import PersonAdmitted, PersonDismissed
from domain.staff.staff import AuditEnds, LastOwnerStays, Role, Staff

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
TOMORROW = NOW + timedelta(days=1)
AMINA, BARAKA, ODHIAMBO = (PersonId(UUID(int=n)) for n in (1, 2, 3))
OWNER = PersonAdmitted(person=AMINA, role=Role.OWNER)
HELPER = PersonAdmitted(person=BARAKA, role=Role.STAFF)
AUDITOR = PersonAdmitted(person=ODHIAMBO, role=Role.AUDITOR, until=TOMORROW)


def given(*facts: Fact) -> Staff:
    return fold(Staff(), facts)


def test_who_is_let_in_has_her_role() -> None:
    facts = given(OWNER).admit(BARAKA, Role.STAFF, now=NOW)
    assert facts == (HELPER,)
    assert given(OWNER, *facts).role_of(BARAKA, NOW) is Role.STAFF


def test_letting_in_on_the_same_terms_changes_nothing() -> None:
    assert given(OWNER, HELPER).admit(BARAKA, Role.STAFF, now=NOW) == ()


def test_a_new_role_takes_the_place_of_the_old_one() -> None:
    facts = given(OWNER, HELPER).admit(BARAKA, Role.OWNER, now=NOW)
    assert given(OWNER, HELPER, *facts).role_of(BARAKA, NOW) is Role.OWNER


def test_an_auditor_is_in_until_her_time_is_over() -> None:
    staff = given(OWNER, AUDITOR)
    assert staff.role_of(ODHIAMBO, TOMORROW - timedelta(seconds=1)) is Role.AUDITOR
    assert staff.role_of(ODHIAMBO, TOMORROW) is None


@pytest.mark.parametrize(
    ("role", "until"), [(Role.AUDITOR, None), (Role.STAFF, TOMORROW), (Role.AUDITOR, NOW)]
)
def test_an_auditor_comes_until_a_time_to_come_and_nobody_else_does(
    role: Role, until: datetime | None
) -> None:
    with pytest.raises(AuditEnds):
        given(OWNER).admit(BARAKA, role, now=NOW, until=until)


def test_who_is_dismissed_may_not_enter() -> None:
    facts = given(OWNER, HELPER).dismiss(BARAKA)
    assert facts == (PersonDismissed(person=BARAKA),)
    assert given(OWNER, HELPER, *facts).role_of(BARAKA, NOW) is None


def test_dismissing_a_stranger_changes_nothing() -> None:
    assert given(OWNER).dismiss(BARAKA) == ()


def test_the_last_owner_neither_leaves_nor_becomes_something_else() -> None:
    staff = given(OWNER, HELPER)
    with pytest.raises(LastOwnerStays):
        staff.dismiss(AMINA)
    with pytest.raises(LastOwnerStays):
        staff.admit(AMINA, Role.STAFF, now=NOW)


def test_one_of_two_owners_may_leave() -> None:
    second = PersonAdmitted(person=BARAKA, role=Role.OWNER)
    assert given(OWNER, second).dismiss(AMINA) == (PersonDismissed(person=AMINA),)


def test_another_aggregates_fact_is_no_fact_of_the_staff() -> None:
    with pytest.raises(TypeError):
        given(CartEmptied())
