"""Billing: what an operator says about a boutique's plan and its payments."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final
from uuid import UUID

import typer
from pydantic import ValidationError
from rich.console import Console

from application.commands import AgreeTerms, Command, RecordInvoicePayment
from application.subscribing import series_of
from domain.boutique.boutique import Boutique
from domain.calendar import month_of, next_month
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, derive
from domain.money import Money
from domain.refusal import Refusal
from domain.subscription.subscription import Subscription
from domain.subscription.terms import Terms
from interfaces.commands.running import clear_errors, serving_database
from interfaces.composition import House, house
from interfaces.plans import Plan
from interfaces.settings import Settings

say = Console(highlight=False, soft_wrap=True)
REFUSED: Final = 1


def in_the_house(data: Path, act: Callable[[House], None], *, sandbox: bool) -> None:
    """Do it in the house that the settings name, or in the demo here."""
    with clear_errors():
        settings = Settings(data_dir=data.resolve(), sandbox=True, public_url="") if sandbox else Settings()
        with serving_database(settings, keep=True):
            home = house(settings)
            try:
                act(home)
            finally:
                home.close()


def agree(home: House, name: str, plan: Plan | None, *, at_once: bool) -> None:
    """Let a boutique pay so from the next month on, or from this one; without a plan tell what it pays.

    Without a boutique all are told. Raises: typer.Exit when it cannot be.
    """
    if not name and plan is None:
        tell_all(home)
        return
    boutique = _boutique(home, name)
    if boutique is None:
        raise _refused(f"There is no boutique {name} here.")
    this = month_of(home.clock.now())
    if plan is not None:
        starts = this if at_once else next_month(this)
        _do(home, boutique, AgreeTerms(plan.terms, starts))
    known = _subscription(home, boutique)
    for month in (this, next_month(this)):
        say.print(f"{month:%B %Y}: {told(known.terms_in(month))}")
    say.print(f"Outstanding: {known.outstanding}; credit: {known.credit}")


def tell_all(home: House) -> None:
    """What each boutique pays and owes, in a line."""
    this = month_of(home.clock.now())
    for boutique in _boutiques(home):
        shop, known = _shop(home, boutique), _subscription(home, boutique)
        say.print(f"{boutique}  {shop.name}  {told(known.terms_in(this))}; {known.outstanding} outstanding")


def record(home: House, number: str, code: str, amount: str) -> None:
    """An invoice was paid, by this code of M-Pesa's. Raises: typer.Exit when it cannot be."""
    boutique = next((each for each in _boutiques(home) if number.startswith(f"INV-{series_of(each)}-")), None)
    if boutique is None:
        raise _refused(f"There is no invoice {number} here.")
    _do(home, boutique, RecordInvoicePayment(number, code.strip().upper(), _shillings(amount)))
    known = _subscription(home, boutique)
    invoice = known.invoice(number)
    left = invoice.outstanding if invoice else Money.zero()
    say.print(f"{number}: {left} outstanding; credit: {known.credit}")


def offered(name: str, fee: int, percent: str, least: int = 0, most: int | None = None) -> Plan:
    """The plan that an operator describes. Raises: typer.Exit when nobody could agree to it."""
    try:
        return Plan(name=name, fee=fee, percent=Decimal(percent), least=least, most=most)
    except ValidationError as wrong:
        raise _refused(wrong.errors(include_url=False)[0]["msg"]) from None
    except InvalidOperation:
        raise _refused(f"{percent} is no number of percent.") from None


def told(terms: Terms) -> str:
    """Terms in one line."""
    fee = f"{terms.monthly_fee} a month" if terms.monthly_fee.cents else ""
    share = terms.commission_basis_points / 100
    of_sales = f"{share:g} % of goods sold{_bounds(terms)}" if share else ""
    prices = [price for price in (fee, of_sales) if price]
    return f"{terms.plan}: {' and '.join(prices) or 'nothing'}" + (", without VAT" if prices else "")


def _bounds(terms: Terms) -> str:
    least = f"at least {terms.least_of_sale}" if terms.least_of_sale.cents else ""
    most = f"at most {terms.most_of_sale}" if terms.most_of_sale else ""
    said = " and ".join(filter(None, (least, most)))
    return f", {said} of a sale" if said else ""


def _shillings(text: str) -> Money:
    try:
        cents = Decimal(text) * 100
    except InvalidOperation:
        raise _refused(f"{text} is no amount of shillings.") from None
    if not cents.is_finite() or cents % 1:
        raise _refused(f"{text} is no amount of shillings.")
    return Money(cents=int(cents))


def _do(home: House, boutique: BoutiqueId, asked: Command) -> None:
    """The operator's word. Said twice it counts once, for each is decided by what the subscription knows."""
    command = derive(boutique, "operator", home.clock.now().isoformat())
    try:
        home.shop.do(boutique, Cause(Actor.OPERATOR, command, command), asked)
    except Refusal as no:
        raise _refused(f"That cannot be ({no.code}): {no}.") from None


def _refused(why: str) -> typer.Exit:
    say.print(f"[red]{why}[/]")
    return typer.Exit(REFUSED)


def _subscription(home: House, boutique: BoutiqueId) -> Subscription:
    return home.shop.open(boutique, boutique).get(Subscription, boutique)


def _boutique(home: House, name: str) -> BoutiqueId | None:
    try:
        boutique = BoutiqueId(UUID(name))
    except ValueError:
        return None
    return boutique if _shop(home, boutique).name else None


def _shop(home: House, boutique: BoutiqueId) -> Boutique:
    return home.shop.open(boutique, boutique).get(Boutique, boutique)


def _boutiques(home: House) -> list[BoutiqueId]:
    """An operator's question, asked of all boutiques as one."""
    ask = "SELECT boutique_id FROM dukani.log_heads ORDER BY boutique_id"
    with home.database.as_follower() as conn:
        return [BoutiqueId(row[0]) for row in conn.execute(ask).fetchall()]
