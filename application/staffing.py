"""Joining the installation, and who may enter a boutique."""

from application.commands import AdmitPerson, DismissPerson, OpenBoutique
from application.unit import Unit
from domain.boutique.boutique import Boutique
from domain.staff.staff import Role, Staff


def open_boutique(command: OpenBoutique, unit: Unit) -> None:
    """Open the boutique with its first owner. Raises: NameIsMissing, BoutiqueIsOpenedAlready."""
    unit.tell(Boutique, unit.boutique, lambda shop: shop.open(name=command.name, town=command.town))
    name, phone = unit.seal(unit.boutique, command.owner_name), unit.seal(unit.boutique, command.owner_phone)
    if unit.get(Boutique, unit.boutique).owner is None:
        unit.tell(Boutique, unit.boutique, lambda shop: shop.register_owner(name, phone))
    unit.tell(Staff, unit.boutique, lambda staff: staff.admit(command.owner, Role.OWNER, now=unit.now))


def admit_person(command: AdmitPerson, unit: Unit) -> None:
    """Let her in. Raises: AuditEnds, LastOwnerStays."""
    unit.tell(
        Staff,
        unit.boutique,
        lambda staff: staff.admit(command.person, command.role, now=unit.now, until=command.until),
    )


def dismiss_person(command: DismissPerson, unit: Unit) -> None:
    """Let her in no longer. Raises: LastOwnerStays."""
    unit.tell(Staff, unit.boutique, lambda staff: staff.dismiss(command.person))
