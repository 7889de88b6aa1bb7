"""Money goes where she wants it, where her number says, or where the boutique wanted it first."""

import pytest

from application.ways_to_pay import Way, account_for, payee_in, way_for, ways_of
from domain.boutique.boutique import Boutique
from domain.boutique.events import PaymentAccountConnected

MPESA = PaymentAccountConnected(provider="mpesa", shortcode="600999", is_till=True, store_number="600998")
PAYLINK = PaymentAccountConnected(provider="paylink", shortcode="174379", is_till=False)
AIRTEL = PaymentAccountConnected(provider="airtel", shortcode="AM-1", is_till=False)
CARD = PaymentAccountConnected(provider="paystack", shortcode="ACCT_amani", is_till=False)
SAFARICOM_NUMBER, AIRTEL_NUMBER, TELKOM_NUMBER = "+254712345678", "+254733123456", "+254770123456"


def shop(*accounts: PaymentAccountConnected) -> Boutique:
    return Boutique(payees=accounts)


def test_the_ways_are_those_connected_each_once_in_their_order() -> None:
    assert ways_of(shop(PAYLINK, CARD, MPESA, AIRTEL)) == (Way.MPESA, Way.CARD, Way.AIRTEL)
    assert ways_of(shop()) == ()


@pytest.mark.parametrize(
    ("phone", "wanted", "account"),
    [
        (SAFARICOM_NUMBER, None, MPESA),
        (AIRTEL_NUMBER, None, AIRTEL),
        (TELKOM_NUMBER, None, CARD),
        ("nothing", None, CARD),
        (AIRTEL_NUMBER, Way.MPESA, MPESA),
        (SAFARICOM_NUMBER, Way.CARD, CARD),
    ],
)
def test_her_word_goes_before_her_number_and_her_number_before_the_first(
    phone: str, wanted: Way | None, account: PaymentAccountConnected
) -> None:
    assert account_for(shop(CARD, MPESA, AIRTEL), phone, wanted) == account


def test_a_way_that_is_not_open_is_not_taken() -> None:
    assert account_for(shop(MPESA), AIRTEL_NUMBER, Way.CARD) == MPESA
    assert way_for(shop(), None) is None


def test_mpesa_itself_comes_before_paylink() -> None:
    assert account_for(shop(PAYLINK, MPESA), SAFARICOM_NUMBER) == MPESA
    assert account_for(shop(PAYLINK), SAFARICOM_NUMBER) == PAYLINK


def test_an_account_connected_before_ways_had_names_still_takes_the_money() -> None:
    old = PaymentAccountConnected(provider="daraja", shortcode="600999", is_till=True)

    assert account_for(shop(old), AIRTEL_NUMBER) == old
    assert account_for(shop(), AIRTEL_NUMBER) is None


def test_a_payment_remembers_the_whole_account() -> None:
    assert payee_in(MPESA).model_dump() == MPESA.model_dump()
