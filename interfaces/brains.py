"""Each boutique's own brain, made for one turn as the boutique chose it.

A boutique's own key wins; the installation's serves the others; without any the offline brain thinks.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from pydantic import SecretStr

from application.brain.hosted.asking import Desk, Limits
from application.brain.hosted.brain import hosted
from application.brain.words.reader import OfflineReader
from application.ports import Brain, Clock, CredentialStore, Eye, Thinker
from application.ports.model import Embedder, Model, Spent
from domain.boutique.events import BrainChosen
from domain.brain import BrainName
from domain.identity import BoutiqueId
from interfaces.claude.settings import ClaudeKey, ClaudeSettings
from interfaces.gemini.settings import GeminiKey, GeminiSettings
from interfaces.loop import Loop
from interfaces.postgres.database import Database
from interfaces.postgres.model_answers import ModelAnswers
from interfaces.postgres.vault import PostgresVault
from interfaces.settings import Settings
from interfaces.shelf.model_vectors import ModelVectors
from projections import model_costs

ACCOUNT: Final = ""
"""A boutique has one key at a brain's neighbour."""


class Hosted(Model, Protocol):
    """A model's client that holds connections."""

    def close(self) -> None:
        """Give them back."""
        ...


@dataclass(frozen=True, slots=True)
class BrainSettings:
    """Where the models are, and the installation's own keys; an empty one is none."""

    gemini: GeminiSettings = field(default_factory=GeminiSettings)
    claude: ClaudeSettings = field(default_factory=ClaudeSettings)
    keys: Mapping[BrainName, SecretStr] = field(default_factory=dict)


def brain_settings(settings: Settings) -> BrainSettings:
    """As an operator chose."""
    return BrainSettings(
        GeminiSettings(
            settings.gemini_api,
            settings.gemini_api_version,
            settings.gemini_model,
            settings.gemini_embedding_model,
            settings.gemini_embedding_dimensions,
        ),
        ClaudeSettings(settings.claude_api, settings.claude_model),
        {BrainName.GEMINI: settings.gemini_key, BrainName.CLAUDE: settings.claude_key},
    )


class ChosenBrains:
    """The port Brains. Safe to share between threads: clients are kept by their keys."""

    def __init__(
        self,
        eye: Eye,
        settings: BrainSettings,
        store: CredentialStore,
        desk: Desk,
        watched: Callable[[Model], Model] = lambda model: model,
    ) -> None:
        self._eye, self._settings, self._store, self._desk = eye, settings, store, desk
        self._watched = watched
        self._clients: dict[tuple[BrainName, str], Hosted] = {}
        self._loop, self._lock = Loop(), threading.Lock()

    def of(self, thinker: Thinker, chosen: BrainChosen | None) -> Brain:
        """A brain for one turn, as the boutique chose; offline where it chose none or has no key."""
        if chosen is None or chosen.brain is BrainName.OFFLINE:
            return self.offline()
        model = self.model(thinker.boutique, chosen.brain)
        if model is None:
            return self.offline()
        limits = Limits(chosen.turn_tokens, chosen.day_micro_usd)
        named = chosen.model or self._named(chosen.brain)
        watched = self._watched(model)
        return hosted(self.offline(), watched, named, self._desk, thinker, limits, _embedder_in(model))

    def offline(self) -> Brain:
        """The brain that is always there."""
        return offline_brain(self._eye)

    def model(self, boutique: BoutiqueId, brain: BrainName) -> Hosted | None:
        """The boutique's model at a neighbour; None where nobody has a key."""
        key = self.key(boutique, brain)
        if key is None:
            return None
        with self._lock:
            name = (brain, key.get_secret_value())
            if name not in self._clients:
                self._clients[name] = self._client(brain, key)
            return self._clients[name]

    def embedder(self, boutique: BoutiqueId, chosen: BrainChosen | None) -> Embedder | None:
        """What embeds the boutique's catalogue; None where its brain has no such model."""
        model = self.model(boutique, chosen.brain) if chosen and chosen.brain is BrainName.GEMINI else None
        return _embedder_in(model)

    def close(self) -> None:
        """Give back all connections."""
        with self._lock:
            clients, self._clients = list(self._clients.values()), {}
        for client in clients:
            client.close()
        self._loop.close()

    def key(self, boutique: BoutiqueId, brain: BrainName) -> SecretStr | None:
        """The boutique's own key, else the installation's; None where there is neither."""
        own: GeminiKey | ClaudeKey | None
        if brain is BrainName.GEMINI:
            own = self._store.read(boutique, ACCOUNT, GeminiKey)
        else:
            own = self._store.read(boutique, ACCOUNT, ClaudeKey)
        key = own.key if own else self._settings.keys.get(brain)
        return key if key and key.get_secret_value() else None

    def _named(self, brain: BrainName) -> str:
        return self._settings.gemini.model if brain is BrainName.GEMINI else self._settings.claude.model

    def _client(self, brain: BrainName, key: SecretStr) -> Hosted:
        """Each client is loaded where it is first used: they are half of what a start would load."""
        if brain is BrainName.GEMINI:
            from interfaces.gemini.model import Gemini

            return Gemini(self._settings.gemini, key, self._loop)
        from interfaces.claude.model import Claude

        return Claude(self._settings.claude, key, self._loop)


def desk_of(database: Database, vault: PostgresVault, clock: Clock) -> Desk:
    """What asking needs: kept answers, what the day has cost so far, and where there is to search."""
    serving = ModelVectors(database).serving
    return Desk(ModelAnswers(database, vault), spent_by(database, clock), clock.now, serving)


def spent_by(database: Database, clock: Clock) -> Spent:
    """What models have cost a boutique today."""

    def spent(boutique: BoutiqueId) -> int:
        with database.as_boutique(boutique) as conn:
            return model_costs.spent(boutique, conn, clock.now().date())

    return spent


def offline_brain(eye: Eye) -> Brain:
    """The brain that needs no key."""
    return Brain(eye, OfflineReader())


def _embedder_in(model: Hosted | None) -> Embedder | None:
    if model is None or model.brain is not BrainName.GEMINI:
        return None
    from interfaces.gemini.model import Gemini

    return model if isinstance(model, Gemini) else None
