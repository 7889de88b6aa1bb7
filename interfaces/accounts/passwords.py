"""Passwords, of which only an argon2id hash is kept.

A hash takes 64 MiB and all of a core for a moment, so only a few are made at a time: a flood of sign-ins
waits, and is then refused, but takes neither the memory nor the other requests down with it.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from argon2.profiles import RFC_9106_LOW_MEMORY

AT_ONCE: Final = 2
WAIT_SECONDS: Final = 5.0
SHORTEST, LONGEST_BYTES = 10, 256


class TooBusy(Exception):  # noqa: N818
    """More passwords are being looked at than this machine can; come again in a moment."""


class PasswordTooWeak(Exception):  # noqa: N818
    """The password is too short, too long, or nothing but blanks."""


class Passwords:
    """Makes and checks hashes, a few at a time."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
        self._room = threading.BoundedSemaphore(AT_ONCE)
        self._nobodys = self._hasher.hash("nobody's password")

    def hash(self, password: str) -> str:
        """What is kept of a new password. Raises: PasswordTooWeak, TooBusy."""
        if len(password) < SHORTEST or len(password.encode()) > LONGEST_BYTES or not password.strip():
            raise PasswordTooWeak(f"a password has {SHORTEST} characters at least")
        with self._a_place():
            return self._hasher.hash(password)

    def fits(self, kept: str | None, password: str) -> bool:
        """Whether it is the password. Without a hash it takes as long and says no. Raises: TooBusy."""
        if len(password.encode()) > LONGEST_BYTES:
            return False
        with self._a_place():
            try:
                return self._hasher.verify(kept or self._nobodys, password) and kept is not None
            except (VerifyMismatchError, InvalidHashError):
                return False

    @contextmanager
    def _a_place(self) -> Iterator[None]:
        if not self._room.acquire(timeout=WAIT_SECONDS):
            raise TooBusy
        try:
            yield
        finally:
            self._room.release()
