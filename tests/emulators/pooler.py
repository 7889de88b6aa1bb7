"""A transaction pooler as strict as may be: PgBouncer's `pool_mode = transaction`, nothing prepared.

A client has a connection of the server for one transaction only, and the next one is always another of the
two that there are for its role. What relies on a session is refused: named statements, `SET` outside of a
transaction, start-up parameters that PgBouncer does not know.
"""

import contextlib
import os
import socket
import struct
import threading
from collections import defaultdict, deque
from collections.abc import Iterator
from typing import Final, Self

import psycopg

SSL, GSS, CANCEL = 80877103, 80877104, 80877102
TOLD_BY_SERVER: Final = (
    "server_version",
    "client_encoding",
    "standard_conforming_strings",
    "DateStyle",
    "TimeZone",
)
KNOWN_AT_START: Final = {"user", "database", "client_encoding", "application_name"}
CONNECTIONS: Final = 2


class _Refused(Exception):  # noqa: N818
    """What a pooler answers with an error."""


class _Server:
    """One connection of the server, logged in by a client that we did not write."""

    def __init__(self, address: str, user: str, password: str, database: str) -> None:
        self.session = psycopg.connect(
            address, user=user, password=password, dbname=database, autocommit=True
        )
        self.wire = socket.socket(fileno=os.dup(self.session.pgconn.socket))
        self.wire.setblocking(True)

    def close(self) -> None:
        self.wire.close()
        self.session.close()


class TransactionPooler:
    """Listens on loopback before the server at `address`. `transactions` counts what went through.

    Shape: one that is not `strict` lets settings pass to whichever connection comes, as real ones do.
    """

    def __init__(self, address: str, *, strict: bool = True) -> None:
        self._address, self._strict = address, strict
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._free: dict[tuple[str, str], deque[_Server]] = defaultdict(deque)
        self._there = threading.Condition()
        self._open: list[socket.socket] = []
        self.refused: list[str] = []
        self.transactions = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for one in (self._listener, *self._open):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        for servers in self._free.values():
            for server in servers:
                server.close()

    def url(self, database: str) -> str:
        """What an operator would write."""
        return f"host=127.0.0.1 port={self._listener.getsockname()[1]} dbname={database} user=postgres"

    def left_behind(self, setting: str) -> set[str]:
        """What the server's idle connections hold of a setting."""
        with self._there:
            idle = [server for servers in self._free.values() for server in servers]
            told = [
                one.session.execute("SELECT current_setting(%s, true)", (setting,), prepare=False)
                for one in idle
            ]
        return {str((row.fetchone() or [""])[0] or "") for row in told}

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(client)
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError, EOFError), client:
            try:
                role = self._logged_in(client)
            except (_Refused, psycopg.Error) as refused:
                client.sendall(_error(str(refused)))
                return
            server: _Server | None = None
            for batch in _batches(client):
                if wrong := self._strict and _relies_on_session(batch, in_transaction=server is not None):
                    self.refused.append(wrong)
                    client.sendall(_error(wrong) + _message(b"Z", b"I"))
                    continue
                server = server or self._take(role)
                server.wire.sendall(batch)
                if _answered(server.wire, client) == b"I":
                    self._give_back(role, server)
                    server = None

    def _logged_in(self, client: socket.socket) -> tuple[str, str]:
        while True:
            length, code = struct.unpack("!II", _exactly(client, 8))
            told = _exactly(client, length - 8)
            if code not in (SSL, GSS):
                break
            client.sendall(b"N")
        if code == CANCEL:
            raise EOFError
        words = told.rstrip(b"\0").decode().split("\0")
        named = dict(zip(words[::2], words[1::2], strict=True))
        if unknown := named.keys() - KNOWN_AT_START:
            raise _Refused(f"unsupported startup parameter: {', '.join(sorted(unknown))}")
        client.sendall(_message(b"R", struct.pack("!I", 3)))
        _, password = _read(client)
        role = (named["user"], named["database"])
        with self._there:
            while len(self._free[role]) < CONNECTIONS:
                secret = password.rstrip(b"\0").decode()
                self._free[role].append(_Server(self._address, role[0], secret, role[1]))
            first = self._free[role][0].session
        hello = _message(b"R", struct.pack("!I", 0))
        for name in TOLD_BY_SERVER:
            value = first.info.parameter_status(name) or ""
            hello += _message(b"S", f"{name}\0{value}\0".encode())
        client.sendall(hello + _message(b"K", struct.pack("!II", 1, 1)) + _message(b"Z", b"I"))
        return role

    def _take(self, role: tuple[str, str]) -> _Server:
        with self._there:
            assert self._there.wait_for(lambda: bool(self._free[role]), 10), "no connection came back"
            self.transactions += 1
            return self._free[role].popleft()

    def _give_back(self, role: tuple[str, str], server: _Server) -> None:
        with self._there:
            self._free[role].append(server)
            self._there.notify()


def _relies_on_session(batch: bytes, *, in_transaction: bool) -> str | None:
    for kind, body in _messages(batch):
        if kind == b"P" and not body.startswith(b"\0"):
            return "prepared statements are not kept between transactions"
        if kind == b"Q" and not in_transaction and body.upper().startswith(b"SET "):
            return f"a setting is not kept between transactions: {body[:40].decode()}"
    return None


def _batches(client: socket.socket) -> Iterator[bytes]:
    """What a client sends until it waits for an answer."""
    batch = b""
    while True:
        kind, body = _read(client)
        if kind == b"X":
            return
        batch += _message(kind, body)
        if kind in (b"Q", b"S"):
            yield batch
            batch = b""


def _answered(server: socket.socket, client: socket.socket) -> bytes:
    """Hand the server's answer on; how its transaction stands then."""
    while True:
        kind, body = _read(server)
        client.sendall(_message(kind, body))
        if kind == b"Z":
            return body


def _messages(batch: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 0
    while place < len(batch):
        (length,) = struct.unpack_from("!I", batch, place + 1)
        yield batch[place : place + 1], batch[place + 5 : place + 1 + length]
        place += 1 + length


def _read(wire: socket.socket) -> tuple[bytes, bytes]:
    kind, length = struct.unpack("!cI", _exactly(wire, 5))
    return kind, _exactly(wire, length - 4)


def _exactly(wire: socket.socket, count: int) -> bytes:
    read = b""
    while len(read) < count:
        piece = wire.recv(count - len(read))
        if not piece:
            raise EOFError
        read += piece
    return read


def _message(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("!I", len(body) + 4) + body


def _error(words: str) -> bytes:
    return _message(b"E", b"SERROR\0VERROR\0C26000\0M" + words.encode() + b"\0\0")
