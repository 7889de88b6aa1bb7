"""A boutique's own credentials at its neighbours, kept sealed."""

from typing import ClassVar, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

from domain.identity import BoutiqueId


class Credentials(BaseModel):
    """What a neighbour gave the boutique. Each neighbour's adapter derives its own and names itself.

    Shape: secret members are `SecretStr`, so that no log and no trace can print them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    NEIGHBOUR: ClassVar[str]


C = TypeVar("C", bound=Credentials)


class CredentialStore(Protocol):
    """Credentials by boutique, neighbour and account; nobody reads another boutique's."""

    def read(self, boutique: BoutiqueId, account: str, kind: type[C]) -> C | None:
        """What was kept last; None where the boutique has none of its own."""
        ...

    def keep(self, boutique: BoutiqueId, account: str, credentials: Credentials) -> None:
        """Keep these from now on; those before are gone."""
        ...

    def forget(self, boutique: BoutiqueId, account: str, kind: type[Credentials]) -> None:
        """Keep them no longer. A second call changes nothing."""
        ...
