"""Connecting a WhatsApp number: at Meta's Cloud API, or at Twilio."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from pydantic import SecretStr

from application.commands import ConnectWhatsApp
from application.ports import NeighbourFailed, NeighbourUnsure
from domain.channel import Channel
from interfaces.connections.offers import MetaNumber, TwilioNumber
from interfaces.connections.plan import NotConnected, Plan, must_work, refusal
from interfaces.findings import Finding, broken, refused, works
from interfaces.sayings import Saying
from interfaces.twilio import check as twilio
from interfaces.twilio.accounts import Installation, TwilioAccount, TwilioCredentials, account_of
from interfaces.whatsapp import check as whatsapp
from interfaces.whatsapp.access import Access, CloudCredentials
from interfaces.whatsapp.client import CloudApiSettings
from interfaces.whatsapp.numbers import IN_ENGLISH, NumberAtMeta, Numbers

_OF_PIN: Final = {
    "133005": (
        "give the PIN that this number has already, of its two-step verification",
        Saying.PIN_IS_ANOTHER,
    ),
    "133016": ("wait three days: there were too many tries", Saying.PIN_TRIED_TOO_OFTEN),
}
_NO_TOKEN = "no token was given, and the installation has none"  # noqa: S105 — words


@dataclass(frozen=True, slots=True)
class NumberPlans:
    """Both ways to WhatsApp. `access_of` and `installation` stand in where an owner gives no token."""

    meta: CloudApiSettings
    access_of: Callable[[str], Access]
    twilio_api: str
    installation: Installation | None

    def at_meta(self, offer: MetaNumber) -> Plan:
        """A number that Meta says is ready; its messages come to us from now on. Raises: NotConnected."""
        own = offer.token.get_secret_value()
        token = own or self.access_of(offer.phone_number_id).token
        if not token:
            sentences = (_NO_TOKEN, "make a token for the system user in Meta's console")
            raise refusal(whatsapp.NAME, sentences, Saying.TOKEN_MISSING)
        numbers = Numbers(self.meta, token)
        try:
            number = self._made_ready(numbers, offer)
        except NeighbourFailed as failed:
            raise no_of_meta(failed, "look at the token and the number's id") from failed
        return Plan(
            finding=number_found(number),
            account=number.account,
            command=ConnectWhatsApp("meta", number.account, number.display),
            keeps=_kept(offer) if own else None,
            claims=Channel.CLOUD_API,
        )

    def at_twilio(self, offer: TwilioNumber) -> Plan:
        """A number in an account that the token opens. Raises: NotConnected."""
        own = offer.shows_whose
        credentials = TwilioCredentials(auth_tokens=(offer.auth_token,)) if own else None
        name = account_of(offer.account_sid, offer.number)
        found = self.twilio_found(name, credentials)
        command = ConnectWhatsApp("twilio", name, offer.number)
        return must_work(found, Plan(found, name, command, credentials, Channel.TWILIO))

    def twilio_found(self, name: str, own: TwilioCredentials | None) -> Finding:
        """How a number is, by the boutique's own credentials or else the installation's."""
        sid, _, number = name.partition(":")
        credentials = own or self._shared(sid)
        if credentials is None:
            missing = broken(twilio.NAME, _NO_TOKEN, "copy the auth token from Twilio's console")
            return missing.as_said(Saying.TOKEN_MISSING)
        return twilio.found_of(self.twilio_api, TwilioAccount(sid, number, None, credentials))

    def meta_found(self, account: str, own: CloudCredentials | None) -> Finding:
        """How a connected number is now, by the boutique's own token or else the installation's."""
        token = own.token.get_secret_value() if own else self.access_of(account).token
        try:
            number = Numbers(self.meta, token).read(account)
        except NeighbourFailed as failed:
            do = "connect the number anew with a fresh token"
            return refused(whatsapp.NAME, failed, do, Saying.NUMBER_REFUSED)
        return number_found(number)

    def _made_ready(self, numbers: Numbers, offer: MetaNumber) -> NumberAtMeta:
        number = numbers.read(offer.phone_number_id)
        if number.unregistered and offer.pin:
            numbers.register(number.account, offer.pin)
            number = numbers.read(offer.phone_number_id)
        if not number.ready:
            waits = "; ".join(IN_ENGLISH[each] for each in number.waits)
            raise NotConnected(_waiting(broken(whatsapp.NAME, waits, "do that, then try again"), number))
        if offer.waba_id:
            numbers.subscribe(offer.waba_id)
        if offer.coexists:
            numbers.share_past(number.account)
        return number

    def _shared(self, sid: str) -> TwilioCredentials | None:
        ours = self.installation
        return ours.credentials if ours and ours.sid == sid else None


def number_found(number: NumberAtMeta) -> Finding:
    """A number as a finding: what waits is said also where it works already."""
    shown = f"{number.display} {number.name}".strip()
    told = "; ".join((shown, *(IN_ENGLISH[each] for each in number.waits)))
    if number.ready:
        return _waiting(works(whatsapp.NAME, told).as_said(Saying.NUMBER_READY, shown), number)
    return _waiting(broken(whatsapp.NAME, told, "do that, then look again"), number)


def no_of_meta(failed: NeighbourFailed, do: str) -> NotConnected:
    """What Meta says of a number, which is about it and not about a person."""
    if failed.retryable or isinstance(failed, NeighbourUnsure):
        return refusal(whatsapp.NAME, ("Meta cannot be reached", do), Saying.UNREACHABLE)
    quote = failed.reason[:200]
    do, saying = _OF_PIN.get(failed.code, (do, Saying.META_SAYS_NO))
    return refusal(whatsapp.NAME, (f"Meta says no: {quote}", do), saying, quote=quote)


def _waiting(finding: Finding, number: NumberAtMeta) -> Finding:
    for each in number.waits:
        finding = finding.as_said(each)
    return finding


def _kept(offer: MetaNumber) -> CloudCredentials:
    return CloudCredentials(
        phone_number_id=offer.phone_number_id,
        waba_id=offer.waba_id,
        token=SecretStr(offer.token.get_secret_value()),
        coexists=offer.coexists,
        pin=SecretStr(offer.pin),
    )
