"""The courier: POSTs what Meta and Safaricom have to tell, from a durable queue, until it is taken.

A delivery that is not answered by 200 comes again, later and later, as Meta's do. Deliveries go out
concurrently and in no promised order.
"""

import hashlib
import hmac
import json
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import httpx

from interfaces.sandbox.store import Row, Store

_AT_ONCE = 6
_LONGEST_PAUSE = 60.0
_IDLE = 0.5


def meta_json(payload: Mapping[str, object]) -> bytes:
    """JSON as Meta's servers write it: everything beyond ASCII escaped, and slashes too."""
    return json.dumps(payload, ensure_ascii=True, separators=(",", ":")).replace("/", "\\/").encode()


class Courier:
    """Works the queue in its own threads between `start` and `stop`. `tick` is called all the while."""

    def __init__(self, store: Store, secret: bytes, tick: Callable[[], None]) -> None:
        self._store = store
        self._secret = secret
        self._tick = tick
        self._http = httpx.Client(timeout=10.0, follow_redirects=False, trust_env=False)
        self._flying: set[int] = set()
        self._news = threading.Event()
        self._stopping = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin, with whatever an earlier run left in the queue."""
        self._thread = threading.Thread(target=self._run, name="sandbox-courier", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End now. Deliveries without an answer stay in the queue, and come again after the next start."""
        self._stopping = True
        self._news.set()
        if self._thread is not None:
            self._thread.join()

    def post(self, url: str, payload: Mapping[str, object], *, signed: bool, after: float = 0.0) -> int:
        """Queue a delivery, due after some seconds; its number. Part of the change that it is made in."""
        body = meta_json(payload) if signed else json.dumps(payload).encode()
        with self._store.change() as db:
            added = db.execute(
                "INSERT INTO deliveries (url, signed, body, due) VALUES (?, ?, ?, ?)",
                (url, signed, body, time.time() + after),
            )
        self._news.set()
        return int(added.lastrowid or 0)

    def wait_for(self, deliveries: Sequence[int], timeout: float) -> bool:
        """True once all of these were taken; False when that takes too long."""
        end = time.monotonic() + timeout
        marks = ", ".join("?" for _ in deliveries)
        while self._store.row(f"SELECT 1 FROM deliveries WHERE id IN ({marks})", *deliveries):  # noqa: S608
            if time.monotonic() > end:
                return False
            time.sleep(0.01)
        return True

    def _run(self) -> None:
        crew = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="sandbox-delivery")
        while not self._stopping:
            self._news.clear()
            for delivery in self._due()[: _AT_ONCE - len(self._flying)]:
                self._flying.add(delivery["id"])
                crew.submit(self._deliver, delivery)
            self._tick()
            self._news.wait(self._pause())
        threading.Thread(target=self._see_off, args=(crew,), name="sandbox-courier-end").start()

    def _see_off(self, crew: ThreadPoolExecutor) -> None:
        """Apart from `stop`, because whom the last deliveries call may itself be waiting for us to stop."""
        crew.shutdown(wait=True)
        self._http.close()

    def _due(self) -> list[Row]:
        due = self._store.rows(
            "SELECT * FROM deliveries WHERE due <= ? ORDER BY due, id LIMIT 50", time.time()
        )
        return [row for row in due if row["id"] not in self._flying]

    def _pause(self) -> float:
        following = self._store.row("SELECT min(due) AS due FROM deliveries WHERE due > ?", time.time())
        due = following["due"] if following is not None else None
        return min(_IDLE, max(0.005, due - time.time())) if due is not None else _IDLE

    def _deliver(self, delivery: Row) -> None:
        taken = self._taken(delivery)
        if self._stopping:
            return
        pause = min(2.0 ** delivery["attempts"], _LONGEST_PAUSE)
        with self._store.change() as db:
            if taken:
                db.execute("DELETE FROM deliveries WHERE id = ?", (delivery["id"],))
            else:
                db.execute(
                    "UPDATE deliveries SET attempts = attempts + 1, due = ? WHERE id = ?",
                    (time.time() + pause, delivery["id"]),
                )
        self._flying.discard(delivery["id"])
        self._news.set()

    def _taken(self, delivery: Row) -> bool:
        headers = {"Content-Type": "application/json"}
        if delivery["signed"]:
            digest = hmac.new(self._secret, delivery["body"], hashlib.sha256).hexdigest()
            headers["X-Hub-Signature-256"] = f"sha256={digest}"
        try:
            answer = self._http.post(delivery["url"], content=delivery["body"], headers=headers)
        except httpx.HTTPError:
            return False
        return answer.status_code == httpx.codes.OK
