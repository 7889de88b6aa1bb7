"""The command `dukani`: start the house, play a customer, replay an order, ask what the agent sees."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# The eye's matrices are small: a second thread costs it eight times the work. Set before numpy is imported.

import typer

from interfaces.commands import chatting, looking, replaying, running

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

app.command("demo")(running.demo)
app.command("run")(running.run)
app.command("api")(running.api)
app.command("worker")(running.worker)
app.command("chat")(chatting.chat)
app.command("replay")(replaying.replay)
app.command("look")(looking.look)
app.command("understand")(looking.understand)

if __name__ == "__main__":
    app()
