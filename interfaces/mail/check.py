"""Whether the mail server lets us in."""

from typing import Final

from application.ports import NeighbourFailed
from interfaces.findings import Finding, off, refused, works
from interfaces.mail.mail import Mail, MailServer

NAME: Final = "mail"


def check(server: MailServer | None) -> Finding:
    """Signs in and sends nothing."""
    if server is None:
        return off(NAME, "set DUKANI_MAIL_SERVER so that who forgets her password gets a link by mail")
    try:
        Mail(server).knock()
    except NeighbourFailed as failed:
        return refused(NAME, failed, "look at DUKANI_MAIL_SERVER, its user and its password")
    return works(NAME, f"{server.host} takes letters from {server.sender}")
