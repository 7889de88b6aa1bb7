"""The Cloud API as our Messenger: sends replies, fetches customers' pictures, shows typing."""

import base64
import hashlib
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

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
from interfaces.contact_sheet import MOST, contact_sheet
from interfaces.whatsapp.access import Access
from interfaces.whatsapp.faults import NEIGHBOUR, failure_of, unreachable
from interfaces.whatsapp.outgoing import (
    Body,
    chosen_body,
    message_body,
    shows_picture,
    shows_products,
    template_body,
)
from interfaces.whatsapp.pacing import Pacing
from interfaces.whatsapp.templates import MetaTemplates

_UPLOADS_LIVE = 29 * 24 * 3600.0
_MOST_UPLOADS = 10_000
_TYPING_TIMEOUT = 3.0
_NO_PROXY_AT_HOME: dict[str, httpx.BaseTransport | None] = {"all://127.0.0.1": None}


@dataclass(frozen=True, slots=True)
class CloudApiSettings:
    """Where the Cloud API is.

    Shape: media is fetched from `media_hosts` and the API's own host only, because our token goes with it.
    Units: bytes, seconds.
    """

    base_url: str = "https://graph.facebook.com"
    version: str = "v25.0"
    media_hosts: tuple[str, ...] = ("lookaside.fbsbx.com",)
    largest_media: int = 8 * 1024 * 1024
    timeout: float = 20.0


class CloudApi:
    """Messenger over Meta's Cloud API. `access_of` knows the terms of an account (phone number id)."""

    def __init__(
        self, settings: CloudApiSettings, access_of: Callable[[str], Access], pacing: Pacing | None = None
    ) -> None:
        self._settings = settings
        self._access_of = access_of
        self._pacing = pacing or Pacing()
        timeout = httpx.Timeout(settings.timeout, connect=5.0)
        self._http = httpx.Client(timeout=timeout, follow_redirects=False, mounts=_NO_PROXY_AT_HOME)
        self._uploads = _Uploads()

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def capabilities(self, channel: Channel) -> Capabilities:
        """All that WhatsApp can show."""
        return Capabilities()

    def has_template(self, to: Recipient) -> bool:
        """Whether the number's boutique has a template for news."""
        return bool(self._access_of(to.account).template)

    def approved(self, sender: Recipient) -> Sequence[Template]:
        """The boutique's templates that Meta has approved. Raises: NeighbourFailed."""
        access = self._access_of(sender.account)
        return MetaTemplates(self._http, self._root).approved(access.waba, access.token)

    def send(self, message: Outgoing) -> str:
        """Send one message, its pictures as one; its words in a template where 24 hours have passed.

        Meta may take words outside the 24 hours and fail them afterwards, when nobody waits any more. So what
        nobody asked for goes as the template at once, where the boutique has one.
        Raises: NeighbourFailed, WindowClosed, NeighbourUnsure.
        """
        if not (message.to.bsuid or message.to.phone):
            raise NeighbourFailed(NEIGHBOUR, "no-recipient", "neither BSUID nor phone", retryable=False)
        access = self._access_of(message.to.account)
        if message.as_template and message.reply.template:
            return self._sent(message, access, chosen_body(message, message.reply.template))
        if access.template and (message.unasked or message.as_template):
            return self._sent(message, access, template_body(message, access))
        if message.as_template:
            raise WindowClosed(NEIGHBOUR, "no-template", "the boutique has no template", retryable=False)
        picture = self._picture_of(message, access)
        try:
            return self._sent(message, access, message_body(message, picture, access.catalogue))
        except WindowClosed:
            if not access.template:
                raise
            return self._sent(message, access, template_body(message, access))

    def fetch_media(self, media: MediaRef) -> bytes:
        """The bytes, no more than allowed and with the hash that was told. Raises: NeighbourFailed."""
        try:
            return self._downloaded(media)
        except httpx.TransportError as lost:
            raise NeighbourFailed(NEIGHBOUR, "unreachable", str(lost), retryable=True) from lost

    def show_typing(self, to: Recipient, provider_id: str) -> None:
        """Mark the message read and show typing; says nothing when it fails."""
        body = {
            "messaging_product": "whatsapp",
            "status": "read",
            "message_id": provider_id,
            "typing_indicator": {"type": "text"},
        }
        try:
            self._post(to.account, "messages", json=body, timeout=_TYPING_TIMEOUT)
        except NeighbourFailed:
            return

    def _sent(self, message: Outgoing, access: Access, body: Body) -> str:
        account, person = message.to.account, message.to.bsuid or message.to.phone or ""
        self._pacing.take(account, person, access.per_second)
        try:
            answer = self._post(account, "messages", json=body)
        except NeighbourFailed as failed:
            self._pacing.refused(account, person, failed)
            raise
        try:
            return str(answer.json()["messages"][0]["id"])
        except (ValueError, LookupError, TypeError) as unread:
            raise NeighbourUnsure(NEIGHBOUR, "no-id", "accepted without an id", retryable=False) from unread

    def _picture_of(self, message: Outgoing, access: Access) -> str | None:
        if not message.pictures or not shows_picture(message.reply):
            return None
        if shows_products(message.reply, access.catalogue):
            return None
        pictures = message.pictures[:MOST]
        captions = [picture.caption for picture in message.reply.pictures]
        captions += [""] * (len(pictures) - len(captions))
        whole = pictures[0] if len(pictures) == 1 else contact_sheet(pictures, captions[: len(pictures)])
        return self._uploaded(message.to.account, whole)

    def _uploaded(self, account: str, picture: bytes) -> str:
        """The media id of a picture. An upload shows nobody anything, so an unsure one is a failed one."""
        digest = hashlib.sha256(picture).hexdigest()
        known = self._uploads.get(account, digest)
        if known is not None:
            return known
        kind = "image/png" if picture.startswith(b"\x89PNG") else "image/jpeg"
        parts = {"file": ("picture", picture, kind)}
        form = {"messaging_product": "whatsapp", "type": kind}
        try:
            media = str(self._post(account, "media", data=form, files=parts).json()["id"])
        except NeighbourUnsure as unsure:
            raise NeighbourFailed(NEIGHBOUR, unsure.code, unsure.reason, retryable=True) from unsure
        except (ValueError, LookupError, TypeError) as unread:
            raise NeighbourFailed(NEIGHBOUR, "no-id", "upload without an id", retryable=True) from unread
        self._uploads.put(account, digest, media)
        return media

    def _post(self, account: str, path: str, **content: object) -> httpx.Response:
        url = f"{self._root}/{account}/{path}"
        try:
            answer = self._http.post(url, headers=self._bearer(account), **content)  # type: ignore[arg-type]
        except httpx.TransportError as error:
            raise unreachable(error) from error
        if answer.status_code != httpx.codes.OK:
            raise failure_of(answer)
        return answer

    @property
    def _root(self) -> str:
        return f"{self._settings.base_url}/{self._settings.version}"

    def _bearer(self, account: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._access_of(account).token}"}

    def _downloaded(self, media: MediaRef) -> bytes:
        for _ in range(2):  # the address lives five minutes: a second look gives a fresh one
            picture = self._read_capped(media.account, self._media_url(media))
            if picture is not None:
                _check_hash(picture, media.sha256)
                return picture
        raise NeighbourFailed(NEIGHBOUR, "media-gone", "no longer at its address", retryable=False)

    def _media_url(self, media: MediaRef) -> str:
        answer = self._http.get(
            f"{self._root}/{media.media_id}",
            params={"phone_number_id": media.account},
            headers=self._bearer(media.account),
        )
        if answer.status_code != httpx.codes.OK:
            raise failure_of(answer)
        try:
            url = str(answer.json()["url"])
        except (ValueError, LookupError, TypeError) as unread:
            raise NeighbourFailed(NEIGHBOUR, "no-url", "media without address", retryable=True) from unread
        self._check_host(url)
        return url

    def _check_host(self, url: str) -> None:
        told, own = urlsplit(url), urlsplit(self._settings.base_url)
        at_home = (told.scheme, told.netloc) == (own.scheme, own.netloc)
        if not at_home and not (told.scheme == "https" and told.netloc in self._settings.media_hosts):
            raise NeighbourFailed(NEIGHBOUR, "foreign-host", "media at an unknown host", retryable=False)

    def _read_capped(self, account: str, url: str) -> bytes | None:
        with self._http.stream("GET", url, headers=self._bearer(account)) as answer:
            if answer.status_code == httpx.codes.NOT_FOUND:
                return None
            if answer.status_code != httpx.codes.OK:
                answer.read()
                raise failure_of(answer)
            picture = bytearray()
            for piece in answer.iter_bytes():
                picture += piece
                if len(picture) > self._settings.largest_media:
                    raise NeighbourFailed(NEIGHBOUR, "too-large", "picture too large", retryable=False)
            return bytes(picture)


def _check_hash(picture: bytes, told: str | None) -> None:
    digest = hashlib.sha256(picture)
    if told and told not in (base64.b64encode(digest.digest()).decode(), digest.hexdigest()):
        raise NeighbourFailed(NEIGHBOUR, "wrong-hash", "other bytes than were announced", retryable=True)


class _Uploads:
    """Media ids by account and content, as long as Meta keeps what was uploaded."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[str, float]] = {}
        self._lock = threading.Lock()

    def get(self, account: str, digest: str) -> str | None:
        with self._lock:
            media, until = self._known.get((account, digest), (None, 0.0))
        return media if time.monotonic() < until else None

    def put(self, account: str, digest: str, media: str) -> None:
        with self._lock:
            while len(self._known) >= _MOST_UPLOADS:
                self._known.pop(next(iter(self._known)))
            self._known[account, digest] = (media, time.monotonic() + _UPLOADS_LIVE)
