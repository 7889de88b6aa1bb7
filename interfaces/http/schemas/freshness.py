"""How far the read models have followed the log."""

from interfaces.http.schemas.answers import Answer


class ModelLag(Answer):
    """How far one read model is behind the log. `fault` says what stopped it."""

    name: str
    position: int
    behind: int
    fault: str | None


class Lag(Answer):
    """The boutique's log and all that follows it."""

    head: int
    models: list[ModelLag]


class LivePosition(Answer):
    """An event of the live stream: what is visible now, and where the log stands."""

    visible: int
    head: int
