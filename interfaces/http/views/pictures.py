"""Pictures as the one who looks may see them."""

from typing import Final

from domain.identity import BoutiqueId
from domain.staff.events import Role
from interfaces.http.deps import DashboardDeps
from interfaces.http.problems import not_found
from interfaces.http.views.masking import reveals

_HERS: Final = "SELECT 1 FROM dukani.customer_pictures WHERE boutique_id = %s AND name = %s"


def picture(boutique: BoutiqueId, deps: DashboardDeps, name: str, role: Role) -> bytes:
    """The bytes. Raises: ProblemFound 404, also for a customer's picture where the role may not see it."""
    if not reveals(role):
        with deps.door(boutique) as conn:
            if conn.execute(_HERS, (boutique, name)).fetchone():
                raise not_found()
    found = deps.pictures.fetch(boutique, name)
    if found is None:
        raise not_found()
    return found
