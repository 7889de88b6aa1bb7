"""The staff room: who may enter a boutique, invited and sent away by its owner."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from application.commands import AdmitPerson, DismissPerson
from application.execute import Shop
from domain.identity import BoutiqueId, PersonId
from domain.staff.events import Role
from domain.staff.staff import Staff
from interfaces.accounts.front_door import by
from interfaces.accounts.invitations import Enter, Invitations, Invited
from interfaces.accounts.passwords import Passwords
from interfaces.accounts.people import People
from interfaces.http.doorkeeping import Colleague, DoorClosed, Invitation, Invitee
from projections import staff


@dataclass(frozen=True, slots=True)
class StaffRoomOf:
    """StaffRoom over the boutique's facts, its rows, and the people's names."""

    people_known: People
    passwords: Passwords
    shop: Shop
    enter: Enter

    @property
    def invitations(self) -> Invitations:
        """Of people who are known already."""
        return Invitations(self.enter)

    def people(self, boutique: BoutiqueId) -> Sequence[Colleague]:
        """All who may enter, in the order in which they came."""
        with self.enter(boutique) as conn:
            rows = staff.people(boutique, conn)
            found = conn.execute("SELECT person, name, email FROM dukani.names_of_staff()").fetchall()
        names = {person: (name, email) for person, name, email in found}
        return [
            Colleague(
                PersonId(row.person), *names.get(row.person, ("", "")), Role(row.role), row.since, row.until
            )
            for row in rows
            if row.role is not None
        ]

    def invite(
        self, boutique: BoutiqueId, by_whom: PersonId | None, who: Invitation, command: UUID
    ) -> Invitee:
        """Let somebody in: a newcomer chooses a password by her link, and who has an account elsewhere signs
        in by hers before she is in. Who is of the boutique has the other role at once, and no link.

        Her sessions of before end, because they would still know her former role.
        """
        now, known = self.shop.now(), self.people_known.called(who.email)
        if known and not self._is_in(boutique, known.person):
            invited = Invited(boutique, who.role, who.until)
            Staff().admit(known.person, who.role, now=now, until=who.until)
            return Invitee(joins=self.invitations.make(invited, known.person, now))
        person = known.person if known else self._newcomer(who)
        asked = AdmitPerson(person, who.role, who.until)
        self.shop.do(boutique, by(by_whom, boutique, command), asked)
        self._end_sessions(boutique, person)
        return Invitee() if known else Invitee(chooses=self.people_known.ask_reset(person, now))

    def renew(self, boutique: BoutiqueId, person: PersonId) -> str:
        """A link with which she chooses a new password; her second factor is asked for as before.

        Raises: DoorClosed no-boutique for a stranger; works-elsewhere for whom another boutique lets in too,
        since her password opens that one as well.
        """
        now = self.shop.now()
        places = {place.boutique for place in self.people_known.places_of(person, now)}
        if boutique not in places:
            raise DoorClosed("no-boutique")
        if places != {boutique}:
            raise DoorClosed("works-elsewhere")
        return self.people_known.ask_reset(person, now)

    def dismiss(
        self, boutique: BoutiqueId, by_whom: PersonId | None, person: PersonId, command: UUID
    ) -> None:
        """Let somebody in no longer; what she has open ends now. Raises: LastOwnerStays."""
        self.shop.do(boutique, by(by_whom, boutique, command), DismissPerson(person))
        self.invitations.spend(boutique, person)
        self._end_sessions(boutique, person)

    def _is_in(self, boutique: BoutiqueId, person: PersonId) -> bool:
        """By the facts themselves; an auditor whose time is over was in as well."""
        staff_of = self.shop.open(boutique, person).get(Staff, boutique)
        return any(one.person == person for one in staff_of.people)

    def _newcomer(self, who: Invitation) -> PersonId:
        person, unknown = PersonId(uuid4()), self.passwords.hash(secrets.token_urlsafe(32))
        if not self.people_known.join(person, who.email, who.name, unknown, self.shop.now()):
            raise DoorClosed("email-taken")
        return person

    def _end_sessions(self, boutique: BoutiqueId, person: PersonId) -> None:
        with self.enter(boutique) as conn:
            conn.execute(
                "DELETE FROM dukani.sessions WHERE boutique_id = %s AND person = %s", (boutique, person)
            )
