"""The command `dukani`: start the house, play a customer, replay an order, ask what the agent sees.

Each command loads its own part of the house and no other, so that a start is quick.
"""

import os
from pathlib import Path
from typing import Annotated

import typer

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# The eye's matrices are small: a second thread costs it eight times the work. Set before numpy is imported.

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

Port = Annotated[int, typer.Option(envvar="PORT", help="Where the pages are served.")]
Data = Annotated[Path, typer.Option(envvar="DUKANI_DATA_DIR", help="Where everything is kept.")]
HERE = Path(".dukani")


@app.command()
def demo(port: Port = 8000, data: Data = HERE) -> None:
    """Two boutiques, their customers' phones and M-Pesa, on this machine alone."""
    from interfaces.commands import running

    running.demo(port, data)


@app.command()
def run() -> None:
    """The whole house, as the settings describe it."""
    from interfaces.commands import running

    running.run()


@app.command()
def api() -> None:
    """The API process alone."""
    from interfaces.commands import running

    running.api()


@app.command()
def worker() -> None:
    """The worker process alone."""
    from interfaces.commands import running

    running.worker()


@app.command()
def chat(
    port: Port = 8000,
    person: Annotated[str, typer.Option(help="Whose phone: amina, brian, zawadi or grace.")] = "amina",
    shop: Annotated[int, typer.Option(help="Which boutique, 1 or 2.", min=1, max=2)] = 1,
) -> None:
    """Play a customer: each line is a message, a path to a picture sends it, “pin 1234” answers M-Pesa."""
    from interfaces.commands import chatting

    chatting.chat(port, person, shop)


@app.command()
def replay(
    order: Annotated[str, typer.Argument(help="An order's number, such as DK-7F3K9Q, or its id.")],
    data: Data = HERE,
) -> None:
    """Tell an order's history as it stands in the log, and whether the log is whole."""
    from interfaces.commands import replaying

    replaying.replay(order, data)


@app.command()
def forget(
    customer: Annotated[
        str, typer.Argument(help="A customer's id; without one, who asked for it is told.")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
    data: Data = HERE,
) -> None:
    """Forget a customer who asked for it, and print what was destroyed as JSON."""
    from interfaces.commands import forgetting

    forgetting.forget(customer, data, sure=yes)


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    sandbox: Annotated[bool, typer.Option("--demo", help="Examine the demo here.")] = False,
    data: Data = HERE,
) -> None:
    """Say of every neighbour in one line what works and what to do; ends with 1 if something is broken."""
    from interfaces.commands import examining

    examining.doctor(data, sandbox=sandbox, as_json=as_json)


@app.command()
def connect(
    boutique: Annotated[str, typer.Argument(help="A boutique's id.")],
    sandbox: Annotated[bool, typer.Option("--demo", help="In the demo here.")] = False,
    data: Data = HERE,
) -> None:
    """Verify and connect a boutique's number, till or brain; JSON on standard input says which."""
    from interfaces.commands import connecting

    connecting.connect(boutique, data, sandbox=sandbox)


operator = typer.Typer(no_args_is_help=True)
app.add_typer(operator, name="operator", help="Who runs this installation and sees its figures.")
Email = Annotated[str, typer.Argument(help="Her address of mail.")]
Demo = Annotated[bool, typer.Option("--demo", help="In the demo here.")]


@operator.command("invite")
def invite_operator(email: Email, sandbox: Demo = False, data: Data = HERE) -> None:
    """Print a link with which she chooses a password and a second factor; also when she lost hers."""
    from interfaces.commands import operating

    operating.invite(email, data, sandbox=sandbox)


@operator.command("dismiss")
def dismiss_operator(email: Email, sandbox: Demo = False, data: Data = HERE) -> None:
    """Let her in no longer; what she has open ends now."""
    from interfaces.commands import operating

    operating.dismiss(email, data, sandbox=sandbox)


@operator.command("list")
def list_operators(sandbox: Demo = False, data: Data = HERE) -> None:
    """Who is an operator, and since when."""
    from interfaces.commands import operating

    operating.tell_all(data, sandbox=sandbox)


@app.command()
def plan(  # noqa: PLR0913 — one option for each word of the operator
    boutique: Annotated[str, typer.Argument(help="A boutique's id; without one, all are told.")] = "",
    name: Annotated[str, typer.Option(help="How the plan is called; without one, the plan is told.")] = "",
    fee: Annotated[int, typer.Option(help="Shillings a month, without VAT.")] = 0,
    percent: Annotated[str, typer.Option(help="Of the goods sold, 2 to 5, without VAT.")] = "0",
    least: Annotated[int, typer.Option(help="Shillings that a sale costs at least.")] = 0,
    most: Annotated[int | None, typer.Option(help="Shillings that a sale costs at most.")] = None,
    now: Annotated[bool, typer.Option("--now", help="From this month on, not from the next.")] = False,
    sandbox: Annotated[bool, typer.Option("--demo", help="In the demo here.")] = False,
    data: Data = HERE,
) -> None:
    """Say what a boutique pays for Dukani, or tell it."""
    from interfaces.commands import billing

    terms = billing.offered(name, fee, percent, least, most) if name else None
    billing.in_the_house(
        data, lambda home: billing.agree(home, boutique, terms, at_once=now), sandbox=sandbox
    )


@app.command()
def paid(
    invoice: Annotated[str, typer.Argument(help="An invoice's number, such as INV-7F3K9Q-0001.")],
    code: Annotated[str, typer.Argument(help="M-Pesa's code of the payment.")],
    amount: Annotated[str, typer.Argument(help="Shillings.")],
    sandbox: Annotated[bool, typer.Option("--demo", help="In the demo here.")] = False,
    data: Data = HERE,
) -> None:
    """Record that a boutique paid an invoice."""
    from interfaces.commands import billing

    billing.in_the_house(data, lambda home: billing.record(home, invoice, code, amount), sandbox=sandbox)


@app.command()
def password(
    email: Email,
    without_codes: Annotated[
        bool, typer.Option("--without-codes", help="Her authenticator app is lost too.")
    ] = False,
    sandbox: Demo = False,
    data: Data = HERE,
) -> None:
    """Print a link with which an owner or a helper chooses a new password. Be sure that it is she."""
    from interfaces.commands import passwords

    passwords.give(email, data, without_codes=without_codes, sandbox=sandbox)


@app.command()
def look(
    photos: Annotated[list[Path], typer.Argument(help="Pictures of clothes.")], data: Data = HERE
) -> None:
    """What the eye sees: kind, colours, confidence, vector, and a running demo's nearest pieces."""
    from interfaces.commands import looking

    looking.look(photos, data)


@app.command()
def understand() -> None:
    """One message a line on standard input: language, intent and what was found in it."""
    from interfaces.commands import understanding

    understanding.understand()


if __name__ == "__main__":
    app()
