"""What an owner gives to connect her shop to a neighbour. Secrets are never shown and never told back."""

from typing import Annotated, Literal

import phonenumbers
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    model_validator,
)

from domain.brain import BrainName


def _e164(told: str) -> str:
    try:
        number = phonenumbers.parse(told, "KE")
    except phonenumbers.NumberParseException as unread:
        raise ValueError("a phone number, such as +254 712 345 678") from unread
    if not phonenumbers.is_possible_number(number):
        raise ValueError("a phone number, such as +254 712 345 678")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _plain(secret: SecretStr) -> SecretStr:
    told = secret.get_secret_value().strip()
    if not (told.isascii() and told.isprintable()):
        raise ValueError("signs of a plain keyboard only: copy it again, without anything around it")
    return SecretStr(told)


Secret = Annotated[SecretStr, Field(max_length=600), AfterValidator(_plain)]
Given = Annotated[SecretStr, Field(min_length=1, max_length=600), AfterValidator(_plain)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[0-9]{5,7}$")]
Digits = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[0-9]{5,20}$")]
NOTHING = SecretStr("")


class Offer(BaseModel):
    """What is given for one connection."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class MetaNumber(Offer):
    """A number at Meta's Cloud API. Without a token it is the installation's, which only an operator gives.

    Shape: `coexists` is a number that also lives in the WhatsApp Business app; `pin` is the six digits of
    two-step verification, by which a new number is registered; a number that is registered needs none.
    """

    neighbour: Literal["whatsapp"]
    phone_number_id: Digits
    waba_id: Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[0-9]{0,20}$")] = ""
    token: Secret = NOTHING
    pin: Annotated[str, Field(pattern=r"^([0-9]{6})?$")] = ""
    coexists: bool = False

    @property
    def shows_whose(self) -> bool:
        """Whether a token comes with it."""
        return bool(self.token.get_secret_value())


class TwilioNumber(Offer):
    """A number at Twilio. Without a token it is the installation's, which only an operator gives."""

    neighbour: Literal["twilio"]
    account_sid: Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^AC[0-9a-fA-F]{4,40}$")]
    auth_token: Secret = NOTHING
    number: Annotated[str, Field(max_length=40), AfterValidator(_e164)]

    @property
    def shows_whose(self) -> bool:
        """Whether a token comes with it."""
        return bool(self.auth_token.get_secret_value())


class MpesaTill(Offer):
    """A paybill or till at Safaricom. Without an app it is of the installation's, which an operator gives."""

    neighbour: Literal["mpesa"]
    shortcode: Short
    is_till: bool = False
    store_number: Short | None = None
    consumer_key: Secret = NOTHING
    consumer_secret: Secret = NOTHING
    passkey: Secret = NOTHING

    @model_validator(mode="after")
    def _whole(self) -> "MpesaTill":
        given = [bool(each.get_secret_value()) for each in self.app]
        if any(given) and not all(given):
            raise ValueError("consumer key, consumer secret and passkey belong together")
        if self.is_till and not self.store_number:
            raise ValueError("a till needs the store number that Safaricom gave with it")
        return self

    @property
    def app(self) -> tuple[SecretStr, SecretStr, SecretStr]:
        """The app's key and secret, and the passkey."""
        return self.consumer_key, self.consumer_secret, self.passkey

    @property
    def shows_whose(self) -> bool:
        """Whether an app comes with it, whose passkey Safaricom gave for this number alone."""
        return bool(self.passkey.get_secret_value())


class PayLinkTill(Offer):
    """A paybill or till that is prompted by a PayLink server."""

    neighbour: Literal["paylink"]
    shortcode: Short
    is_till: bool = False
    address: Annotated[str, Field(max_length=300)]
    api_key: Given
    project: Annotated[str, Field(min_length=1, max_length=120)]
    consumer_key: Given
    consumer_secret: Given
    passkey: Given


class AirtelTill(Offer):
    """An app at Airtel Money; `callback_key` where signed callbacks are switched on."""

    neighbour: Literal["airtel"]
    client_id: Given
    client_secret: Given
    callback_key: Secret = NOTHING


class PaystackTill(Offer):
    """An account at Paystack, for cards."""

    neighbour: Literal["paystack"]
    secret_key: Given


class ChosenBrain(Offer):
    """A brain and how much it may think. Without a key of her own the installation's is used.

    Units: tokens a turn; millionths of a US dollar a day.
    """

    neighbour: Literal["brain"]
    brain: BrainName
    key: Secret = NOTHING
    model: Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[A-Za-z0-9_.:-]{0,80}$")] = ""
    turn_tokens: Annotated[int, Field(ge=0, le=200_000)] = 30_000
    day_micro_usd: Annotated[int, Field(ge=0, le=1_000_000_000)] = 2_000_000


class SandboxNumber(Offer):
    """A free number among the built-in phones; only where they are."""

    neighbour: Literal["sandbox-number"]


class SandboxTill(Offer):
    """A free paybill at the built-in M-Pesa; only where it is."""

    neighbour: Literal["sandbox-till"]


AnyOffer = Annotated[
    MetaNumber
    | TwilioNumber
    | MpesaTill
    | PayLinkTill
    | AirtelTill
    | PaystackTill
    | ChosenBrain
    | SandboxNumber
    | SandboxTill,
    Field(discriminator="neighbour"),
]
