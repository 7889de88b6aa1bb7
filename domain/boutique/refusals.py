"""The rules by which a boutique says no."""

from domain.refusal import Refusal


class BoutiqueIsNotOpened(Refusal):
    """The boutique never joined the installation."""


class BoutiqueIsOpenedAlready(Refusal):
    """The boutique joined under another name."""


class NameIsMissing(Refusal):
    """What customers read must not be blank."""


class LanguageIsMissing(Refusal):
    """A boutique answers in one language at least."""


class PinIsNotPossible(Refusal):
    """A KRA PIN is a letter, nine digits and a letter, such as A123456789B."""


class GreetingIsForbidden(Refusal):
    """The agent cannot greet by a phrase that it must never say. `phrase` is the one."""

    def __init__(self, phrase: str) -> None:
        super().__init__(f"the greeting says “{phrase}”")
        self.phrase = phrase


class AreaIsNamedTwice(Refusal):
    """A place has one delivery fee. `area` is the place."""

    def __init__(self, area: str) -> None:
        super().__init__(f"{area} is named twice")
        self.area = area


class AmountIsNotPossible(Refusal):
    """A fee or a limit is an amount of the boutique's currency, and not below nothing."""


class BudgetIsNotPossible(Refusal):
    """What a brain may use is neither below nothing nor without end."""


class ShareIsNotPossible(Refusal):
    """A discount is between 0 and 90 percent."""


class VersionIsUnknown(Refusal):
    """The agent never spoke in a version of this number."""
