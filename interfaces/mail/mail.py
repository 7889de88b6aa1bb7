"""Sends short letters over SMTP, always encrypted unless the server stands on this very machine."""

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Final, Self

from pydantic import SecretStr

from application.ports import NeighbourFailed
from interfaces.settings import Settings

NEIGHBOUR: Final = "mail"
TLS_FROM_THE_START: Final = 465
_USUAL_PORT: Final = 587
_WITHIN: Final = 15.0
_HOME: Final = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where letters are handed in. Shape: `sender` is the address that they come from."""

    host: str
    port: int
    sender: str
    user: str
    password: SecretStr

    @classmethod
    def of(cls, settings: Settings) -> Self | None:
        """The server that the operator has named; None without one."""
        host, _, port = settings.mail_server.partition(":")
        if not host:
            return None
        told = int(port) if port else _USUAL_PORT
        return cls(host, told, settings.mail_from, settings.mail_user, settings.mail_password)


class Mail:
    """Hands letters in, one at a time. Safe to share between threads."""

    def __init__(self, server: MailServer) -> None:
        self._server = server

    def send(self, to: str, subject: str, text: str) -> None:
        """Hand one letter in. Raises: NeighbourFailed."""
        letter = EmailMessage()
        letter["From"], letter["To"], letter["Subject"] = self._server.sender, to, subject
        letter.set_content(text)
        try:
            with self._connected() as smtp:
                self._enter(smtp)
                smtp.send_message(letter)
        except (OSError, smtplib.SMTPException) as lost:
            raise _failure_of(lost) from lost

    def knock(self) -> None:
        """Sign in and hand nothing in. Raises: NeighbourFailed."""
        try:
            with self._connected() as smtp:
                self._enter(smtp)
                smtp.noop()
        except (OSError, smtplib.SMTPException) as lost:
            raise _failure_of(lost) from lost

    def _connected(self) -> smtplib.SMTP:
        host, port = self._server.host, self._server.port
        if port == TLS_FROM_THE_START:
            return smtplib.SMTP_SSL(host, port, timeout=_WITHIN, context=ssl.create_default_context())
        return smtplib.SMTP(host, port, timeout=_WITHIN)

    def _enter(self, smtp: smtplib.SMTP) -> None:
        server = self._server
        if server.port != TLS_FROM_THE_START and server.host not in _HOME:
            smtp.starttls(context=ssl.create_default_context())
        if server.user:
            smtp.login(server.user, server.password.get_secret_value())


def _failure_of(lost: Exception) -> NeighbourFailed:
    """What went wrong by its code alone: the server's words may quote the letter."""
    match lost:
        case smtplib.SMTPAuthenticationError():
            return NeighbourFailed(NEIGHBOUR, str(lost.smtp_code), "our name is refused", retryable=False)
        case smtplib.SMTPResponseException():
            return NeighbourFailed(NEIGHBOUR, str(lost.smtp_code), "refused", retryable=lost.smtp_code < 500)
        case smtplib.SMTPRecipientsRefused():
            return NeighbourFailed(NEIGHBOUR, "recipient", "takes no letter to her", retryable=False)
    return NeighbourFailed(NEIGHBOUR, type(lost).__name__, "cannot be reached", retryable=True)
