"""The connections of an installation, over what its house has."""

from application.execute import Shop
from interfaces.brains import ChosenBrains, brain_settings
from interfaces.connections.brains import BrainPlans
from interfaces.connections.claims import PostgresClaims
from interfaces.connections.connections import Connections
from interfaces.connections.numbers import NumberPlans
from interfaces.connections.tills import tills_of
from interfaces.postgres.boutique_credentials import PostgresCredentials
from interfaces.postgres.database import Database
from interfaces.safaricom import Safaricom


def connections_of(
    shop: Shop,
    store: PostgresCredentials,
    database: Database,
    numbers: NumberPlans,
    safaricom: Safaricom,
    brains: ChosenBrains,
) -> Connections:
    """Connections to every neighbour, each where the settings say that it is."""
    settings = safaricom.settings
    tills = tills_of(settings, safaricom.where.base_url, safaricom.installations)
    thinking = BrainPlans(brain_settings(settings), brains.key)
    return Connections(shop, store, PostgresClaims(database), numbers, tills, thinking)
