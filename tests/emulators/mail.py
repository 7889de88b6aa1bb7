"""A mail server on loopback that takes letters as RFC 5321 has it, and asks for a name and a password.

Source: RFC 5321 (SMTP) and RFC 4954 (AUTH PLAIN).
"""

import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from socketserver import StreamRequestHandler, ThreadingTCPServer

USER, PASSWORD = "dukani", "a password of mail"


@dataclass
class PostOffice:
    """What came. Shape: `refused` are addresses to which no letter is taken; `came` counts letters."""

    port: int
    letters: list[EmailMessage] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    came: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def newest(self, within: float = 10.0) -> EmailMessage:
        """The next letter, waited for."""
        assert self.came.acquire(timeout=within), "no letter came"
        return self.letters[-1]


class _Desk(StreamRequestHandler):
    """One sender at the desk."""

    office: PostOffice

    def handle(self) -> None:
        self._say("220 post.example ESMTP")
        known = False
        for raw in iter(self.rfile.readline, b""):
            line = raw.decode().strip()
            verb = line.split(" ")[0].upper()
            if verb == "EHLO":
                self._say("250-post.example", "250-8BITMIME", "250 AUTH PLAIN")
            elif verb == "AUTH":
                told = base64.b64decode(line.split(" ")[2]).decode().split("\0")
                known = told[1:] == [USER, PASSWORD]
                self._say("235 well" if known else "535 not you")
            elif verb == "QUIT":
                self._say("221 bye")
                return
            elif not known and verb not in ("RSET", "NOOP"):
                self._say("530 who are you?")
            else:
                self._takes(verb, line)

    def _takes(self, verb: str, line: str) -> None:
        if verb == "RCPT" and any(address in line for address in self.office.refused):
            self._say("550 nobody of that name")
        elif verb == "DATA":
            self._say("354 go on")
            lines = iter(self.rfile.readline, b".\r\n")
            whole = b"".join(line.removeprefix(b".") if line.startswith(b"..") else line for line in lines)
            letter = message_from_bytes(whole, policy=policy.default)
            assert isinstance(letter, EmailMessage)
            self.office.letters.append(letter)
            self._say("250 taken")
            self.office.came.release()
        else:
            self._say("250 well")

    def _say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


@contextmanager
def post_office() -> Iterator[PostOffice]:
    """Serve on loopback."""
    server = ThreadingTCPServer(("127.0.0.1", 0), _Desk)
    server.daemon_threads = True
    office = PostOffice(server.server_address[1])
    server.RequestHandlerClass = type("Desk", (_Desk,), {"office": office})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield office
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
