"""A proxy between a client and a server that loses answers when told to."""

import contextlib
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Self


class LossyProxy:
    """Listens on loopback and passes bytes to a Unix socket.

    `lose_answer_to(match)`: the next request that matches reaches the server, whose answer is dropped and the
    connection cut: the client cannot know whether it happened.
    `away()`: until `back()`, nobody is let through, as if the server were stopped.
    """

    def __init__(self, target: Path) -> None:
        self._target = str(target)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._match: Callable[[bytes], bool] | None = None
        self._lock = threading.Lock()
        self._is_away = False
        self.lost = 0
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._listener.getsockname()[1])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for one in (self._listener, *self._open):
            _shut(one)

    def lose_answer_to(self, match: Callable[[bytes], bool]) -> None:
        """Cut the connection after the next matching request was carried out."""
        with self._lock:
            self._match = match

    def away(self) -> None:
        """Cut every connection, and every new one at once."""
        self._is_away = True
        for one in self._open:
            _shut(one)
        self._open.clear()

    def back(self) -> None:
        """Let connections through again."""
        self._is_away = False

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self._is_away:
                _shut(client)
                continue
            server = socket.socket(socket.AF_UNIX)
            server.connect(self._target)
            self._open += [client, server]
            doomed = threading.Event()
            threading.Thread(target=self._forward, args=(client, server, doomed), daemon=True).start()
            threading.Thread(target=self._return, args=(server, client, doomed), daemon=True).start()

    def _forward(self, client: socket.socket, server: socket.socket, doomed: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while content := client.recv(65_536):
                with self._lock:
                    if self._match is not None and self._match(content):
                        self._match = None
                        doomed.set()
                server.sendall(content)
        _shut(server)

    def _return(self, server: socket.socket, client: socket.socket, doomed: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while content := server.recv(65_536):
                if doomed.is_set():
                    self.lost += 1
                    break
                client.sendall(content)
        _shut(client)
        _shut(server)


def _shut(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
