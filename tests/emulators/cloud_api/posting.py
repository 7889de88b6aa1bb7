"""Meta's way of delivering webhooks: signed over escaped bytes, batched, repeated, and in no sure order."""

import hashlib
import hmac
import json
import queue
import random
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

Part = dict[str, Any]
_RETRIES = 5


@dataclass
class Update:
    """One entry to be delivered. Units: `at` is when it happened, in seconds."""

    at: float
    entry: Part


@dataclass
class Posting:
    """Delivers at once, or holds everything back until it is released."""

    secret: bytes
    url: str | None = None
    holding: bool = False
    held: list[Update] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    _due: queue.Queue[bytes] = field(default_factory=queue.Queue)

    def start(self) -> None:
        """Deliver from now on, one body after the other."""
        threading.Thread(target=self._deliver_all, daemon=True).start()

    def happened(self, update: Update) -> None:
        """Something that the business must hear of."""
        if self.holding:
            self.held.append(update)
        else:
            self._due.put(body_of([update.entry]))

    def released(self, *, largest: int, duplicated: float, within: float, seed: int) -> Sequence[bytes]:
        """What was held, in bodies of 1 to `largest` entries, shuffled and partly repeated."""
        chance = random.Random(seed)
        again = [update for update in self.held if chance.random() < duplicated]
        late = [(update.at + chance.uniform(0, within), update) for update in [*self.held, *again]]
        late.sort(key=lambda pair: pair[0])
        entries = [update.entry for _, update in late]
        self.held.clear()
        bodies: list[bytes] = []
        while entries:
            size = chance.randint(1, largest)
            bodies.append(body_of(entries[:size]))
            del entries[:size]
        return bodies

    def deliver(self, bodies: Sequence[bytes]) -> None:
        """Deliver these, in this order."""
        for body in bodies:
            self._due.put(body)

    def signed(self, body: bytes) -> dict[str, str]:
        """The headers of this body."""
        seal = hmac.new(self.secret, body, hashlib.sha256).hexdigest()
        return {"Content-Type": "application/json", "X-Hub-Signature-256": f"sha256={seal}"}

    def settle(self) -> None:
        """Wait until all that is due was delivered."""
        self._due.join()

    @property
    def flying(self) -> int:
        """How many bodies are due and not delivered."""
        return self._due.unfinished_tasks

    def _deliver_all(self) -> None:
        with httpx.Client(timeout=30, trust_env=False) as http:
            while True:
                body = self._due.get()
                self._deliver(http, body)
                self._due.task_done()

    def _deliver(self, http: httpx.Client, body: bytes) -> None:
        """Until it is taken; Meta tries for seven days, this one a few times at once."""
        for _ in range(_RETRIES if self.url else 0):
            try:
                answer = http.post(self.url or "", content=body, headers=self.signed(body)).status_code
            except httpx.TransportError:
                answer = 0
            self.answers.append(answer)
            if answer == httpx.codes.OK:
                return


def body_of(entries: Sequence[Part]) -> bytes:
    """The bytes of one webhook: every letter beyond ASCII escaped, as Meta does."""
    whole = {"object": "whatsapp_business_account", "entry": list(entries)}
    return json.dumps(whole, ensure_ascii=True, separators=(",", ":")).replace("/", "\\/").encode()
