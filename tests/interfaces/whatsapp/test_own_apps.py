"""A boutique's own app at Meta speaks for that boutique's numbers, and for nobody else's."""

import asyncio
import json
from collections.abc import Mapping
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr

from application.ports.credentials import C, Credentials
from domain.identity import BoutiqueId
from interfaces.ingress.delivery import OTHER_APP, NotStored
from interfaces.whatsapp.access import CloudCredentials
from interfaces.whatsapp.own_apps import OwnApps
from interfaces.whatsapp.signature import sign
from interfaces.whatsapp.webhook import WebhookSettings, whatsapp_webhook
from tests.interfaces.whatsapp.test_webhook import Remembering
from tests.support.present import present
from tests.support.wire import delivery, text_message

OURS, AMANI, PWANI = "1001", "2002", "3003"
NEW, OLD, INSTALLATION = b"amani's new secret", b"amani's old secret", b"the installation's"
BOUTIQUES = {account: BoutiqueId(uuid4()) for account in (OURS, AMANI, PWANI)}
KEPT = {
    AMANI: CloudCredentials(
        phone_number_id=AMANI,
        token=SecretStr("t"),
        app_secret=SecretStr(NEW.decode()),
        former_app_secret=SecretStr(OLD.decode()),
        verify_token=SecretStr("karibu"),
    ),
    PWANI: CloudCredentials(phone_number_id=PWANI, token=SecretStr("t"), app_secret=SecretStr("pwani's")),
    OURS: CloudCredentials(phone_number_id=OURS, token=SecretStr("t")),
}


class Away(Exception):  # noqa: N818
    """The store cannot be asked."""


class Store:
    """Credentials in memory, or out of reach."""

    def __init__(self) -> None:
        self.away = False
        self.reads = 0

    def read(self, boutique: BoutiqueId, account: str, kind: type[C]) -> C | None:
        """What the boutique gave."""
        self.reads += 1
        if self.away:
            raise Away
        kept = KEPT[account]
        return kept if isinstance(kept, kind) else None

    def keep(self, boutique: BoutiqueId, account: str, credentials: Credentials) -> None:
        """Nothing new is kept here."""
        raise AssertionError(account)

    def forget(self, boutique: BoutiqueId, account: str, kind: type[Credentials]) -> None:
        """Nothing is forgotten here."""
        raise AssertionError(account)


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def apps(store: Store) -> OwnApps:
    return OwnApps(BOUTIQUES.get, store, (Away,))


class Webhook:
    """The webhooks of boutiques with own apps, and what was taken in by them."""

    def __init__(self, apps: OwnApps) -> None:
        self.ingress = Remembering()
        self._app = FastAPI()
        settings = WebhookSettings((INSTALLATION,), "")
        self._app.include_router(whatsapp_webhook(self.ingress, settings, apps))

    def __call__(
        self,
        method: str,
        path: str,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """One request."""

        async def once() -> httpx.Response:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url="http://shop") as client:
                return await client.request(
                    method, f"/webhooks/whatsapp{path}", content=content, headers=headers
                )

        return asyncio.run(once())


@pytest.fixture
def call(apps: OwnApps) -> Webhook:
    return Webhook(apps)


def post(call: Webhook, path: str, secret: bytes, *accounts: str) -> int:
    """A delivery about these numbers, signed by this secret."""
    parts = [json.loads(delivery(each, text_message(f"wamid.{each}", "Habari"))) for each in accounts]
    whole = {"object": "whatsapp_business_account", "entry": [part["entry"][0] for part in parts]}
    body = json.dumps(whole).encode()
    headers = {"X-Hub-Signature-256": sign(secret, body)}
    return call("POST", path, content=body, headers=headers).status_code


@pytest.mark.parametrize("secret", [NEW, OLD], ids=["new", "old"])
def test_both_secrets_of_an_app_count_while_one_replaces_the_other(call: Webhook, secret: bytes) -> None:
    assert post(call, f"/{AMANI}", secret, AMANI) == 200
    [taken] = call.ingress.accepted
    assert [item.account for item in taken.items] == [AMANI]


STRANGE = {
    "ours by hers": ("", NEW),
    "hers by ours": (f"/{AMANI}", INSTALLATION),
    "empty": (f"/{AMANI}", b""),
    "another's": (f"/{PWANI}", NEW),
    "none of its own": (f"/{OURS}", b""),
    "nobody's": ("/4004", NEW),
    "nobody's, empty": ("/4004", b""),
}


@pytest.mark.parametrize(("path", "secret"), STRANGE.values(), ids=STRANGE)
def test_no_other_secret_opens_a_webhook(call: Webhook, path: str, secret: bytes) -> None:
    assert post(call, path, secret, AMANI) == 401
    assert call.ingress.accepted == []


def test_what_an_app_tells_of_numbers_that_are_not_its_own_is_set_aside(call: Webhook) -> None:
    assert post(call, f"/{AMANI}", NEW, PWANI, AMANI, OURS, "4004") == 200
    [taken] = call.ingress.accepted
    assert [item.account for item in taken.items] == [AMANI]
    assert {(each.account, each.reason) for each in taken.rejected} == {
        (PWANI, OTHER_APP),
        (OURS, OTHER_APP),
        ("4004", OTHER_APP),
    }


@pytest.mark.parametrize(
    ("account", "token", "status"),
    [(AMANI, "karibu", 200), (AMANI, "no", 403), (PWANI, "", 403), (OURS, "", 403), ("4004", "", 403)],
)
def test_meta_is_answered_by_the_apps_own_token_only(
    call: Webhook, account: str, token: str, status: int
) -> None:
    query = f"?hub.mode=subscribe&hub.verify_token={token}&hub.challenge=77"
    answer = call("GET", f"/{account}{query}")
    assert (answer.status_code, answer.text) == (status, "77" if status == 200 else "")


def test_an_installation_without_a_token_answers_no_handshake(call: Webhook) -> None:
    assert call("GET", "?hub.mode=subscribe&hub.verify_token=&hub.challenge=1").status_code == 403


def test_while_the_store_is_away_a_known_app_still_counts_and_others_come_again(
    call: Webhook, store: Store, apps: OwnApps
) -> None:
    assert post(call, f"/{AMANI}", NEW, AMANI) == 200
    store.away = True
    assert post(call, f"/{AMANI}", NEW, AMANI) == 200
    assert post(call, f"/{PWANI}", b"pwani's", PWANI) == 503
    assert call("GET", f"/{PWANI}?hub.mode=subscribe&hub.verify_token=x").status_code == 503
    apps._known[AMANI] = (apps._known[AMANI][0], 0.0)
    assert present(apps.of(AMANI)).secrets == (NEW, OLD)
    with pytest.raises(NotStored):
        apps.of(PWANI)


def test_an_app_is_looked_up_once_a_minute(call: Webhook, store: Store) -> None:
    for _ in range(3):
        post(call, f"/{AMANI}", NEW, AMANI)
    assert store.reads == 1


def test_an_own_webhook_bears_what_the_installations_bears(call: Webhook, apps: OwnApps) -> None:
    assert call("POST", f"/{AMANI}", content=b"x", headers={"content-encoding": "gzip"}).status_code == 415
    call.ingress._down = True
    assert post(call, f"/{AMANI}", NEW, AMANI) == 503
