"""The sender: encrypts an alert for one browser alone, and hands it to that browser's push service."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

import httpx
from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid import Vapid02  # type: ignore[import-untyped]

from application.ports import NeighbourFailed, NeighbourUnsure
from application.ports.alerts import Alert, Device, DeviceGone
from interfaces.public_addresses import NotPublic, Resolve, pinned, resolved

NAME: Final = "web push"
PATIENCE: Final = httpx.Timeout(10.0, connect=5.0)
KEPT_FOR: Final = timedelta(hours=6)
"""How long the push service keeps it for a phone that is off."""
_BELIEVED_FOR: Final = timedelta(hours=12)
_GONE: Final = frozenset({404, 410})
_LATER: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
_LOOPBACK: Final = "127.0.0.1"


class WebPush:
    """Pusher over Web Push. `contact` tells a push service whose traffic it is.

    Shape: with `loopback` a push service on this machine is talked to as well, as in the sandbox.
    """

    def __init__(
        self,
        key: ec.EllipticCurvePrivateKey,
        contact: str,
        now: Callable[[], datetime],
        *,
        loopback: bool = False,
        resolve: Resolve = resolved,
    ) -> None:
        self._vapid, self._contact, self._now = Vapid02(key), contact, now
        self._loopback, self._resolve = loopback, resolve
        self._client = httpx.Client(timeout=PATIENCE, follow_redirects=False, trust_env=False)

    def push(self, device: Device, alert: Alert) -> None:
        """Hand it over. Raises: DeviceGone, NeighbourFailed, NeighbourUnsure."""
        body = _sealed(device, alert)
        try:
            host, there = self._way(device.endpoint)
            answer = self._client.post(
                there,
                content=body,
                headers={**self._headers(device, alert), "Host": host},
                extensions={"sni_hostname": host.partition(":")[0]},
            )
        except NotPublic as inside:
            raise DeviceGone(device.endpoint) from inside
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, OSError) as away:
            raise NeighbourFailed(NAME, "away", type(away).__name__, retryable=True) from away
        except (httpx.HTTPError, httpx.InvalidURL) as lost:
            raise NeighbourUnsure(NAME, "lost", type(lost).__name__, retryable=False) from lost
        _weigh(answer.status_code, device)

    def close(self) -> None:
        """Give back the connections."""
        self._client.close()

    def _way(self, endpoint: str) -> tuple[str, str]:
        at = urlsplit(endpoint)
        if self._loopback and at.scheme == "http" and at.hostname == _LOOPBACK:
            return at.netloc, endpoint
        return pinned(endpoint, self._resolve)

    def _headers(self, device: Device, alert: Alert) -> dict[str, str]:
        at = urlsplit(device.endpoint)
        until = int((self._now() + _BELIEVED_FOR).timestamp())
        proof = self._vapid.sign({"aud": f"{at.scheme}://{at.netloc}", "sub": self._contact, "exp": until})
        return {
            **proof,
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(int(KEPT_FOR.total_seconds())),
            "Urgency": "high",
            "Topic": hashlib.sha256(alert.tag.encode()).hexdigest()[:32],
        }


def _sealed(device: Device, alert: Alert) -> bytes:
    """Encrypted for this browser. The library is loaded with the first buzz: few processes ever send one."""
    from pywebpush import WebPusher  # type: ignore[import-untyped]

    keys = {"p256dh": device.key, "auth": device.secret}
    try:
        pusher = WebPusher({"endpoint": device.endpoint, "keys": keys})
        return bytes(pusher.encode(json.dumps(asdict(alert)).encode())["body"])
    except Exception as unfit:  # whatever the library stumbles over: no browser gave out such keys
        raise DeviceGone(device.endpoint) from unfit


def _weigh(status: int, device: Device) -> None:
    if status in _GONE:
        raise DeviceGone(device.endpoint)
    if not httpx.codes.is_success(status):
        raise NeighbourFailed(NAME, str(status), "not taken", retryable=status in _LATER)
