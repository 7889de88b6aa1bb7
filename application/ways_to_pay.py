"""Ways to pay: which of the boutique's accounts a customer's money goes to, by her word or by her number."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

import phonenumbers
from phonenumbers import carrier

from domain.boutique.boutique import Boutique
from domain.boutique.events import PaymentAccountConnected
from domain.payment.events import Payee


class Way(StrEnum):
    """What a customer calls it. Several of the money's neighbours may stand behind one."""

    MPESA = "mpesa"
    AIRTEL = "airtel"
    CARD = "card"


BEHIND: Final[Mapping[str, Way]] = {
    "mpesa": Way.MPESA,
    "paylink": Way.MPESA,
    "airtel": Way.AIRTEL,
    "paystack": Way.CARD,
}
"""The way behind which each provider stands; where both can, M-Pesa itself comes before PayLink."""

_NETWORKS: Final = {"Safaricom": Way.MPESA, "Airtel": Way.AIRTEL}


def ways_of(boutique: Boutique) -> tuple[Way, ...]:
    """The ways that are open, each once, the one connected first before the others."""
    known = (BEHIND.get(each.provider) for each in boutique.payees)
    return tuple(dict.fromkeys(way for way in known if way))


def way_for(boutique: Boutique, phone: str | None, wanted: Way | None = None) -> Way | None:
    """The way that she wants; else that of her phone's network; else the first. None where none is open.

    Units: `phone` in E.164.
    """
    ways = ways_of(boutique)
    for way in (wanted, _network_of(phone) if phone else None):
        if way in ways:
            return way
    return ways[0] if ways else None


def account_for(boutique: Boutique, phone: str, wanted: Way | None = None) -> PaymentAccountConnected | None:
    """The account that her money goes to; None where the boutique has connected none."""
    way = way_for(boutique, phone, wanted)
    return _first(boutique.payees, way) if way else boutique.payee


def payee_in(account: PaymentAccountConnected) -> Payee:
    """The account as a payment remembers it."""
    return Payee(
        provider=account.provider,
        shortcode=account.shortcode,
        is_till=account.is_till,
        store_number=account.store_number,
    )


def _first(accounts: Sequence[PaymentAccountConnected], way: Way) -> PaymentAccountConnected | None:
    order = list(BEHIND)
    behind = [each for each in accounts if BEHIND.get(each.provider) is way]
    return min(behind, key=lambda each: order.index(each.provider)) if behind else None


def _network_of(phone: str) -> Way | None:
    """By the number's prefix; a number that was carried to another network is asked on its old one first."""
    try:
        name = carrier.name_for_number(phonenumbers.parse(phone), "en")
    except phonenumbers.NumberParseException:
        return None
    return _NETWORKS.get(name)
