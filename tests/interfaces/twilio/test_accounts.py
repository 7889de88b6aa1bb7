"""Whose tokens count for a number: the boutique's own, else the installation's; also with the store away."""

import pytest
from pydantic import SecretStr

from domain.identity import BoutiqueId
from interfaces.twilio.accounts import AccountsUnknown, Installation, TwilioAccounts, TwilioCredentials
from tests.support.twilio import ACCOUNT, BOUTIQUES, OTHER_ACCOUNT, SID

SHARED = TwilioCredentials(auth_tokens=(SecretStr("shared"),))
OWN = TwilioCredentials(auth_tokens=(SecretStr("own"),))


class Away(Exception):  # noqa: N818
    """The store is away."""


class Store:
    """Whose number is whose; counts how often it was asked."""

    def __init__(self) -> None:
        self.asked, self.away = 0, False

    def boutique_of(self, account: str) -> BoutiqueId | None:
        self.asked += 1
        if self.away:
            raise Away
        return BOUTIQUES.get(account)


def accounts(store: Store) -> TwilioAccounts:
    theirs = BOUTIQUES[OTHER_ACCOUNT]
    return TwilioAccounts(
        store.boutique_of,
        lambda boutique, _: OWN if boutique == theirs else None,
        Installation(SID, SHARED),
        (Away,),
    )


def test_a_boutiques_own_tokens_win_and_others_use_the_installations() -> None:
    known = accounts(Store())
    mine, theirs = known.of(ACCOUNT), known.of(OTHER_ACCOUNT)
    assert mine
    assert theirs
    assert (mine.tokens, mine.boutique) == ((b"shared",), BOUTIQUES[ACCOUNT])
    assert (theirs.tokens, theirs.boutique) == ((b"own",), BOUTIQUES[OTHER_ACCOUNT])
    assert known.of("AC9:+254700999999") is None


def test_a_number_of_the_installations_account_that_nobody_connected_is_nobodys() -> None:
    found = accounts(Store()).of(f"{SID}:+254700999999")
    assert found
    assert found.boutique is None


def test_with_the_store_away_one_waits_for_it_and_the_others_do_not() -> None:
    """Twilio waits 15 seconds: a store that takes five to say nothing is not asked for every message."""
    store = Store()
    store.away = True
    known = accounts(store)
    tokens = {account.tokens for account in (known.of(ACCOUNT) for _ in range(50)) if account}
    assert (tokens, store.asked) == ({(b"shared",)}, 1)
    with pytest.raises(AccountsUnknown):
        known.of(OTHER_ACCOUNT)
