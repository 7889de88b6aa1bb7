"""Twilio as our Messenger: sends replies, fetches customers' pictures, shows typing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

import httpx

from application.ports import (
    Capabilities,
    MediaRef,
    NeighbourFailed,
    NeighbourUnsure,
    Outgoing,
    Recipient,
    WindowClosed,
)
from application.ports.templates import Template
from domain.channel import Channel
from domain.identity import BoutiqueId
from interfaces.contact_sheet import MOST, contact_sheet
from interfaces.twilio.accounts import AccountsUnknown, TwilioAccount, TwilioAccounts
from interfaces.twilio.faults import NEIGHBOUR
from interfaces.twilio.form import Note
from interfaces.twilio.links import Links, PictureLink
from interfaces.twilio.media import MediaDoor, MediaRules
from interfaces.twilio.outgoing import Form, address_of, chosen_of, has_notice, messages_of, notice_of
from interfaces.twilio.pictures import PATH as PICTURES
from interfaces.twilio.templates import TwilioTemplates
from interfaces.twilio.tokens import answered
from interfaces.twilio.webhook import STATUS_PATH

_TYPING_TIMEOUT = 3.0
_NO_PROXY_AT_HOME: dict[str, httpx.BaseTransport | None] = {"all://127.0.0.1": None}


@dataclass(frozen=True, slots=True)
class TwilioSettings:
    """Where Twilio is, and where Twilio finds us (`public_url`). Units: bytes, seconds."""

    public_url: str
    api: str = "https://api.twilio.com"
    messaging: str = "https://messaging.twilio.com"
    content: str = "https://content.twilio.com"
    largest_media: int = 8 * 1024 * 1024
    timeout: float = 20.0


class KeepsPictures(Protocol):
    """Where a picture waits until Twilio has fetched it."""

    def keep(self, boutique: BoutiqueId, picture: bytes, subject: UUID | None = None) -> str:
        """The name that it is fetched by."""
        ...


@dataclass(frozen=True, slots=True)
class Home:
    """What of our own house Twilio's adapter needs."""

    accounts: TwilioAccounts
    links: Links
    pictures: KeepsPictures
    now: Callable[[], datetime]


class Twilio:
    """Messenger over Twilio's Messages API."""

    def __init__(self, settings: TwilioSettings, home: Home) -> None:
        self._settings, self._home = settings, home
        timeout = httpx.Timeout(settings.timeout, connect=5.0)
        self._http = httpx.Client(timeout=timeout, follow_redirects=False, mounts=_NO_PROXY_AT_HOME)
        self._media = MediaDoor(self._http, MediaRules(settings.api, largest=settings.largest_media))

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def capabilities(self, channel: Channel) -> Capabilities:
        """Choices are written out: only a boutique's own templates could show buttons."""
        return Capabilities(taps=False)

    def has_template(self, to: Recipient) -> bool:
        """Whether the number's boutique has a template for news."""
        try:
            return has_notice(self._account(to.account).credentials.contents)
        except NeighbourFailed:
            return False

    def approved(self, sender: Recipient) -> Sequence[Template]:
        """The boutique's contents that WhatsApp has approved. Raises: NeighbourFailed."""
        return TwilioTemplates(self._http, self._settings.content).approved(self._account(sender.account))

    def send(self, message: Outgoing) -> str:
        """Send one reply; the id of its last message. Raises: NeighbourFailed, WindowClosed, NeighbourUnsure.

        Twilio takes words outside the 24 hours and fails them afterwards, when nobody waits any more. So
        what nobody asked for goes as the template at once, where the boutique has one.
        """
        if not (message.to.bsuid or message.to.phone):
            raise NeighbourFailed(NEIGHBOUR, "no-recipient", "neither BSUID nor phone", retryable=False)
        account = self._account(message.to.account)
        forms = self._forms(message, account)
        begun = min(message.parts_sent, len(forms) - 1)
        for part, form in enumerate(forms[begun:-1], start=begun + 1):
            note = Note(message.reply_id, message.to.bsuid, part)
            message.note_part(part, self._sent(account, message, form, note))
        return self._sent(account, message, forms[-1], Note(message.reply_id, message.to.bsuid))

    def fetch_media(self, media: MediaRef) -> bytes:
        """The bytes, no more than allowed and of a known type. Raises: NeighbourFailed."""
        account = self._account(media.account)
        auth = httpx.BasicAuth(account.sid, account.tokens[0])
        try:
            return self._media.fetch(media.media_id, auth, account.sid)
        except httpx.TransportError as lost:
            why = type(lost).__name__
            raise NeighbourFailed(NEIGHBOUR, "unreachable", why, retryable=True) from lost
        except httpx.InvalidURL as wrong:
            raise NeighbourFailed(NEIGHBOUR, "foreign-host", "no address", retryable=False) from wrong

    def show_typing(self, to: Recipient, provider_id: str) -> None:
        """Mark the message read and show typing; says nothing when it fails."""
        told = {"channel": "whatsapp", "messageId": provider_id.partition("/")[0]}
        try:
            account = self._account(to.account)
            self._post(
                account, f"{self._settings.messaging}/v2/Indicators/Typing.json", told, _TYPING_TIMEOUT
            )
        except NeighbourFailed:
            return

    def _forms(self, message: Outgoing, account: TwilioAccount) -> Sequence[Form]:
        if message.as_template and message.reply.template:
            return [chosen_of(message.reply.template)]
        contents = account.credentials.contents
        late = message.unasked or message.as_template
        notice = notice_of(message.reply, contents) if late else None
        if notice is not None:
            return [notice]
        if message.as_template:
            raise WindowClosed(NEIGHBOUR, "no-template", "no template takes these words", retryable=False)
        return messages_of(message.reply, self._picture_of(message, account), contents)

    def _account(self, name: str) -> TwilioAccount:
        try:
            account = self._home.accounts.of(name)
        except AccountsUnknown as away:
            raise NeighbourFailed(NEIGHBOUR, "store-away", str(away), retryable=True) from away
        if account is None:
            raise NeighbourFailed(NEIGHBOUR, "no-account", "no token for this account", retryable=False)
        return account

    def _sent(self, account: TwilioAccount, message: Outgoing, form: Form, note: Note) -> str:
        try:
            return self._posted(account, message, form, note)
        except WindowClosed:
            notice = notice_of(message.reply, account.credentials.contents)
            if notice is None:
                raise
            return self._posted(account, message, notice, note)

    def _posted(self, account: TwilioAccount, message: Outgoing, form: Form, note: Note) -> str:
        whole = {
            "From": f"whatsapp:{account.number}",
            "To": address_of(message.to),
            "StatusCallback": self._own(STATUS_PATH, self._home.links.note(note)),
            **form,
        }
        url = f"{self._settings.api}/2010-04-01/Accounts/{account.sid}/Messages.json"
        answer = self._post(account, url, whole, self._settings.timeout)
        try:
            return str(answer.json()["sid"])
        except (ValueError, LookupError, TypeError) as unread:
            raise NeighbourUnsure(NEIGHBOUR, "no-id", "accepted without an id", retryable=False) from unread

    def _post(self, account: TwilioAccount, url: str, form: Form, timeout: float) -> httpx.Response:
        told = dict(form)
        return answered(account, lambda auth: self._http.post(url, data=told, auth=auth, timeout=timeout))

    def _picture_of(self, message: Outgoing, account: TwilioAccount) -> str | None:
        """The address of the one picture that shows all of the reply's, kept where Twilio may fetch it."""
        if not message.pictures:
            return None
        if account.boutique is None:
            raise NeighbourFailed(NEIGHBOUR, "store-away", "whose picture it is, is unknown", retryable=True)
        pictures = message.pictures[:MOST]
        captions = [picture.caption for picture in message.reply.pictures]
        captions += [""] * (len(pictures) - len(captions))
        whole = pictures[0] if len(pictures) == 1 else contact_sheet(pictures, captions[: len(pictures)])
        # A photo that was taken for her is fetched from where it is sealed, so that it is forgotten with her.
        name = message.reply.photo or self._home.pictures.keep(account.boutique, whole)
        link = PictureLink(account.boutique, name)
        return self._own(PICTURES, self._home.links.picture(link, self._home.now()))

    def _own(self, path: str, token: str) -> str:
        return self._settings.public_url.rstrip("/") + path + token
