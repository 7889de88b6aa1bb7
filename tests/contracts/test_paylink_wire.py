"""PayLink's wire as it was captured, told by a server of the official library; and what must never leave."""

import json
import socket
from collections.abc import Iterator
from typing import Any

import anyio
import httpx2
import pytest
from pydantic import SecretStr, ValidationError

from application.ports import NUMBER_NOT_TAKEN, PHONE_BUSY, NeighbourFailed, NeighbourUnsure, PayeeAccount
from domain.money import Money
from interfaces.paylink.credentials import PayLinkCredentials
from interfaces.paylink.paylink import PayLink, PayLinkSettings
from interfaces.paylink.reach import Reach, Way
from interfaces.public_addresses import NotPublic
from tests.contracts.tills import BOUTIQUE, HERE, Till, paylink, paylink_credentials
from tests.emulators.faults import FaultKind
from tests.support.sandbox import Stage

CAPTURED_HEADERS = {
    "paylink_api_key": "plk_test",
    "paylink_project": "demo",
    "payment_provider": '["mpesa"]',
    "mpesa_business_shortcode": "174379",
    "mpesa_consumer_secret": "consumer secret",
    "mpesa_consumer_key": "consumer key",
    "mpesa_passkey": "passkey",
}
"""As PayLink's own package sends them, but for the header that switches its tracing on."""


@pytest.fixture(scope="module")
def shared(stage: Stage) -> Iterator[Till]:
    with paylink(stage) as till:
        yield till


@pytest.fixture
def till(shared: Till, stage: Stage) -> Iterator[Till]:
    yield shared
    shared.emulator.forget()
    for prompt in stage.sandbox.store.rows("SELECT checkout FROM prompts WHERE code IS NULL"):
        stage.sandbox.wallets.finish(prompt["checkout"], "1032")


def heard(till: Till) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = till.emulator.control.get("/_control/heard").json()
    return told


def test_the_exchange_is_the_captured_one_without_the_list_of_tools_after_it(till: Till) -> None:
    till.money.prompt(till.request())

    calls = [(call.method, call.path, call.status) for call in till.emulator.calls()]
    once = [("POST", "/mcp", 307), ("POST", "/mcp/", 200)]
    assert calls == [*once, ("POST", "/mcp", 307), ("POST", "/mcp/", 202), *once]


def test_a_call_carries_the_captured_headers_and_arguments(till: Till, stage: Stage) -> None:
    asked = till.request(amount=Money.shillings(2_500), phone="+254703345604")

    till.money.prompt(asked)

    told = heard(till)[-1]
    assert {name: told["headers"].get(name) for name in CAPTURED_HEADERS} == CAPTURED_HEADERS
    assert told["headers"]["mpesa_callback_url"] == f"{stage.url}/cb/{asked.token}"
    assert told["headers"]["mpesa_base_url"] == f"{stage.url}/sandbox/daraja"
    assert "paylink_tracing" not in told["headers"]
    assert told["arguments"] == {
        "amount": "2500",
        "phone_number": "254703345604",
        "account_reference": "DK-1042",
        "transaction_desc": "Order",
    }


def test_the_emulators_tool_is_the_captured_one(till: Till) -> None:
    headers = {"accept": "application/json, text/event-stream", "mcp-protocol-version": "2025-11-25"}
    asked = {"method": "tools/list", "jsonrpc": "2.0", "id": 2}

    answer = till.emulator.control.post("/mcp/", json=asked, headers=headers)

    event, data = answer.text.strip().splitlines()
    tool = json.loads(data.removeprefix("data: "))["result"]["tools"][0]
    assert event == "event: message"
    assert tool["name"] == "stk_push"
    assert tool["inputSchema"]["properties"]["phone_number"] == {
        "type": "string",
        "description": "Customer's M-Pesa registered phone number to receive the payment prompt "
        "(format: 2547XXXXXXXX).",
        "pattern": "^2547[0-9]{8}$",
    }
    assert tool["inputSchema"]["required"] == [
        "amount",
        "phone_number",
        "account_reference",
        "transaction_desc",
    ]


def test_a_server_that_answers_in_plain_json_is_understood_alike(stage: Stage) -> None:
    with paylink(stage, json_answers=True) as till:
        ticket = till.money.prompt(till.request())
        till.declines(ticket)

    assert ticket.checkout_id.startswith("ws_CO_")


def test_an_error_that_paylink_calls_no_error_is_one(till: Till) -> None:
    """A phone that already shows a prompt: PayLink's answer says `isError: false` all the same."""
    till.money.prompt(till.request())

    with pytest.raises(NeighbourFailed) as locked:
        till.money.prompt(till.request())

    assert (locked.value.code, locked.value.retryable) == (PHONE_BUSY, True)
    assert not isinstance(locked.value, NeighbourUnsure)


def test_a_failure_before_the_tool_was_called_is_surely_not_sent(till: Till) -> None:
    till.emulator.fault(kind=FaultKind.RESET, path="/mcp/$", method="POST")

    with pytest.raises(NeighbourFailed) as failed:
        till.money.prompt(till.request())

    assert failed.value.retryable
    assert not isinstance(failed.value, NeighbourUnsure)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"phone": "+254112345678"}, NUMBER_NOT_TAKEN),
        ({"amount": Money(cents=100_050)}, "amount"),
        ({"amount": Money.shillings(250_001)}, "amount"),
        ({"payee": PayeeAccount(BOUTIQUE, "paylink", "5512345", is_till=True)}, "till"),
    ],
)
def test_what_paylink_cannot_prompt_never_leaves(till: Till, changes: dict[str, Any], code: str) -> None:
    with pytest.raises(NeighbourFailed) as failed:
        till.money.prompt(till.request(**changes))

    assert (failed.value.code, failed.value.retryable, till.emulator.calls()) == (code, False, [])


def test_a_safaricom_that_paylink_cannot_reach_leaves_a_prompt_open(stage: Stage, till: Till) -> None:
    """After its own five seconds PayLink says the same of a prompt that may be live."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        nowhere = f"http://127.0.0.1:{listener.getsockname()[1]}"
    url = till.emulator.url
    money = PayLink(
        PayLinkSettings(nowhere, stage.url, timeout=8, reach=HERE),
        lambda _: paylink_credentials(url),
        stage.money.query,
        lambda *_: NeighbourFailed("mpesa", "x", "", retryable=False),
    )

    with pytest.raises(NeighbourUnsure):
        money.prompt(till.request())


def test_a_server_that_is_not_there_is_surely_not_sent(stage: Stage, till: Till) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        nowhere = f"http://127.0.0.1:{listener.getsockname()[1]}"
    money = PayLink(
        PayLinkSettings(stage.url, stage.url, timeout=8, reach=HERE),
        lambda _: paylink_credentials(nowhere),
        stage.money.query,
        lambda *_: NeighbourFailed("mpesa", "x", "", retryable=False),
    )

    with pytest.raises(NeighbourFailed) as failed:
        money.prompt(till.request())

    assert not isinstance(failed.value, NeighbourUnsure)


def test_no_redirect_takes_the_secrets_to_another_origin(till: Till) -> None:
    with socket.create_server(("127.0.0.1", 0)) as elsewhere:
        elsewhere.settimeout(0)
        target = f"http://127.0.0.1:{elsewhere.getsockname()[1]}/mcp/"
        till.emulator.fault(kind=FaultKind.ANSWER, path="/mcp$", status=307, headers={"location": target})
        with pytest.raises(NeighbourFailed):
            till.money.prompt(till.request())
        with pytest.raises(BlockingIOError):
            elsewhere.accept()


@pytest.mark.parametrize(
    "address",
    [
        "http://3.107.114.80:5002/mcp",
        "http://paylink.example/mcp",
        "http://10.0.0.7/mcp",
        "http://127.0.0.1.nip.io/mcp",
        "https://user:secret@paylink.example/mcp",
        "ftp://127.0.0.1/mcp",
        "127.0.0.1:5002",
        "",
    ],
)
def test_the_secrets_go_only_to_an_https_address_or_to_this_machine(address: str) -> None:
    with pytest.raises(ValidationError):
        credentials(address)


@pytest.mark.parametrize(
    "address",
    ["https://paylink.example/mcp", "http://127.0.0.1:5002/mcp/", "http://localhost/mcp", "http://[::1]/mcp"],
)
def test_a_sealed_way_or_this_machine_will_do(address: str) -> None:
    assert credentials(address).address == address.rstrip("/")


def test_no_secret_is_shown_with_the_credentials() -> None:
    shown = repr(paylink_credentials("http://127.0.0.1:1"))

    assert all(secret not in shown for secret in ("plk_test", "consumer secret", "consumer key", "'passkey'"))


def credentials(address: str) -> PayLinkCredentials:
    return PayLinkCredentials(
        address=address,
        api_key=SecretStr("a"),
        project="p",
        consumer_key=SecretStr("k"),
        consumer_secret=SecretStr("s"),
        passkey=SecretStr("p"),
    )


def before(till: Till, stage: Stage, reach: Reach, address: str = "") -> PayLink:
    """Our adapter, with an address that was kept before there was a rule for addresses."""
    return PayLink(
        PayLinkSettings(stage.url, stage.url, timeout=8, reach=reach),
        lambda _: paylink_credentials(address or till.emulator.url),
        stage.money.query,
        lambda *_: NeighbourFailed("mpesa", "x", "", retryable=False),
    )


def test_a_server_inside_our_network_that_nobody_vouched_for_is_not_told_anything(
    stage: Stage, till: Till
) -> None:
    for address in ("", "https://10.0.0.7", "https://[::1]", "https://169.254.169.254"):
        with pytest.raises(NeighbourFailed, match="DUKANI_PAYLINK_HOSTS") as failed:
            before(till, stage, Reach(), address).prompt(till.request())
        assert (failed.value.code, failed.value.retryable) == ("private-address", False)
    assert till.emulator.calls() == []


def test_a_name_that_cannot_be_looked_up_may_be_asked_for_again(stage: Stage, till: Till) -> None:
    def away(_: str) -> list[str]:
        raise OSError("no name server")

    with pytest.raises(NeighbourFailed) as failed:
        before(till, stage, Reach(resolve=away), "https://paylink.example").prompt(till.request())
    assert (failed.value.retryable, isinstance(failed.value, NeighbourUnsure)) == (True, False)


def test_a_name_is_looked_up_once_for_each_call_and_the_call_goes_there() -> None:
    """Whoever owns a name may turn it inwards between two look-ups: there is only one."""
    answers = [["93.184.216.34"], ["93.184.216.34", "10.0.0.1"], []]
    reach = Reach(resolve=lambda _: answers.pop(0))
    assert reach.way_to("https://paylink.example/mcp") == Way("https://paylink.example/mcp", "93.184.216.34")
    for _ in range(2):
        with pytest.raises(NotPublic):
            reach.way_to("https://paylink.example/mcp")


def test_a_request_goes_to_the_address_that_was_looked_at_under_the_servers_own_name() -> None:
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200)

    async def ask(address: str) -> None:
        way = Way("https://paylink.example/mcp", "93.184.216.34")
        transport = httpx2.MockTransport(answer)
        async with httpx2.AsyncClient(transport=transport, event_hooks=way.hooks) as http:
            await http.get(address)

    anyio.run(ask, "https://paylink.example/mcp")
    with pytest.raises(NotPublic):
        anyio.run(ask, "https://elsewhere.example/mcp")
    [only] = seen
    assert str(only.url) == "https://93.184.216.34/mcp"
    assert (only.headers["host"], only.extensions["sni_hostname"]) == ("paylink.example", "paylink.example")
