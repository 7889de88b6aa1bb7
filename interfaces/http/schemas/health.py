"""How the process is."""

from interfaces.http.schemas.answers import Answer


class Liveness(Answer):
    """The process runs."""

    alive: bool


class ReadinessCheck(Answer):
    """One thing that must hold before work is taken."""

    name: str
    ready: bool
    detail: str


class Readiness(Answer):
    """Whether work can be taken now, and why not."""

    ready: bool
    checks: list[ReadinessCheck]
