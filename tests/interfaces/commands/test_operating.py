"""Who runs the installation is named on the machine itself."""

import pytest
import typer

from interfaces.accounts.operators import Operators, OperatorsRegister
from interfaces.commands.operating import carry_out_dismissal, print_invitation, print_operators
from interfaces.postgres.database import Database
from tests.support.clock import FixedClock


def test_an_invitation_is_a_link_that_is_printed_once(
    database: Database, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    register = OperatorsRegister(database._addresses.owner)
    for wrong in ("nobody", "a b@c.ke"):
        with pytest.raises(typer.Exit):
            print_invitation(register, "https://dukani.example", wrong, clock.now())
    capsys.readouterr()
    print_invitation(register, "https://dukani.example", "Neema@Dukani.example", clock.now())
    page, token = capsys.readouterr().out.strip().split("#")
    assert page == "https://dukani.example/platform/join"
    assert Operators(database).invited(token, clock.now()) == "neema@dukani.example"
    print_operators(register)
    assert capsys.readouterr().out == "", "an invitation alone makes no operator"
    with pytest.raises(typer.Exit):
        carry_out_dismissal(register, "neema@dukani.example")
    assert Operators(database).invited(token, clock.now()) is None, "and is taken back with her"
