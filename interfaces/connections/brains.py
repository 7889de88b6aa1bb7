"""Choosing a brain: with a key of the boutique's own, or with the installation's."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from pydantic import SecretStr

from application.commands import ChooseBrain
from application.ports import Credentials
from domain.brain import BrainName
from domain.identity import BoutiqueId
from interfaces.brains import ACCOUNT, BrainSettings
from interfaces.claude import check as claude
from interfaces.claude.settings import ClaudeKey
from interfaces.connections.offers import ChosenBrain
from interfaces.connections.plan import Plan, must_work
from interfaces.findings import Finding, broken, works
from interfaces.gemini import check as gemini
from interfaces.gemini.settings import GeminiKey
from interfaces.sayings import Saying

KeyOf = Callable[[BoutiqueId, BrainName], SecretStr | None]


@dataclass(frozen=True, slots=True)
class BrainPlans:
    """The brains, and where their makers are. `key_of` is the key that would be used without a new one."""

    settings: BrainSettings
    key_of: KeyOf

    def brain(self, boutique: BoutiqueId, offer: ChosenBrain) -> Plan:
        """A brain that takes the key and has the model. Raises: NotConnected."""
        command = ChooseBrain(offer.brain, offer.model, offer.turn_tokens, offer.day_micro_usd)
        own = offer.key.get_secret_value()
        key = own or self.kept(boutique, offer.brain)
        found = self.found(offer.brain, key, offer.model)
        return must_work(found, Plan(found, ACCOUNT, command, _keys(offer) if own else None))

    def kept(self, boutique: BoutiqueId, brain: BrainName) -> str:
        """The key that is there already; empty where nobody has one."""
        key = self.key_of(boutique, brain) if brain is not BrainName.OFFLINE else None
        return key.get_secret_value() if key else ""

    def found(self, brain: BrainName, key: str, model: str) -> Finding:
        """How a brain is now."""
        if brain is BrainName.OFFLINE:
            found = works("brain", "the offline brain is always there and costs nothing")
            return found.as_said(Saying.OFFLINE_BRAIN)
        if not key:
            missing = broken(brain, "no key was given, and the installation has none", "give a key")
            return missing.as_said(Saying.KEY_MISSING)
        if brain is BrainName.GEMINI:
            asked = self.settings.gemini
            return gemini.check(replace(asked, model=model or asked.model), key)
        hosted = self.settings.claude
        return claude.check(replace(hosted, model=model or hosted.model), key)


def _keys(offer: ChosenBrain) -> Credentials | None:
    match offer.brain:
        case BrainName.GEMINI:
            return GeminiKey(key=offer.key)
        case BrainName.CLAUDE:
            return ClaudeKey(key=offer.key)
    return None
