"""Every route answers everybody, whatever is asked of it, as its description says."""

from collections.abc import Mapping
from typing import Any, Final

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.python import asgi
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from domain.staff.events import Role
from interfaces.http.sessions import COOKIE, open_session
from tests.interfaces.http.conftest import ORIGIN, Dashboard
from tests.interfaces.http.platform import operator_of

CHECKS: Final = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
LEFT_OUT: Final = {
    "/api/live": "it tells for as long as somebody listens",
    "/api/sign-out": "nobody would be signed in any more",
    "/api/platform/sign-out": "nobody would be signed in any more",
}
EXAMPLES: Final = {"owner": 6, "staff": 2, "auditor": 2, "operator": 2, "nobody": 1}


def requests_of(
    operation: APIOperation[Any, Any, Any, Any], known: Mapping[str, str]
) -> st.SearchStrategy[Case[Any]]:
    """Requests that fit the description and such as do not, many of them about things that are there."""
    fitting = [operation.as_strategy(GenerationMode.POSITIVE)]
    there = {part.name: known[part.name] for part in operation.path_parameters if part.name in known}
    if there:
        fitting += [operation.as_strategy(GenerationMode.POSITIVE, path_parameters=there)] * 2
    if any((operation.path_parameters, operation.query, operation.body)):
        fitting.append(operation.as_strategy(GenerationMode.NEGATIVE))
    return st.one_of(fitting)


def things_of(dashboard: Dashboard) -> Mapping[str, str]:
    """What is there in the boutique, by the names that addresses have for it."""
    customer, conversation = next(iter(dashboard.mine.conversations.items()))
    (product, (_, _, ((variant, _), *_))), *_ = dashboard.mine.products.items()
    there = {
        "order": dashboard.mine.orders[0],
        "customer": customer,
        "conversation": conversation,
        "product": product,
        "variant": variant,
    }
    return {name: str(identity) for name, identity in there.items()}


@pytest.mark.parametrize("role", EXAMPLES)
def test_every_route_answers_as_it_is_described_and_never_breaks(dashboard: Dashboard, role: str) -> None:
    known, wrong = things_of(dashboard), list[str]()
    described = schemathesis.openapi.from_asgi("/openapi.json", dashboard.app)
    app: Any = dashboard.app  # the library describes an ASGI application more narrowly than FastAPI does
    with asgi.get_client(app) as browser:
        browser.headers["Origin"] = ORIGIN
        browser.cookies.update(cookies_of(dashboard, role))
        for found in described.get_all_operations():
            assert isinstance(found, Ok), found
            operation = found.ok()
            if operation.path in LEFT_OUT:
                continue

            @settings(
                max_examples=EXAMPLES[role],
                derandomize=True,
                database=None,
                deadline=None,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            )
            @given(requests_of(operation, known))
            def answers(case: Case[Any]) -> None:
                try:
                    case.validate_response(case.call(session=browser), CHECKS)
                except FailureGroup as failures:
                    wrong.append(str(failures))
                except Exception as error:  # noqa: BLE001 — a route that breaks is what is looked for
                    wrong.append(f"{case.as_curl_command()}: {error!r}")

            answers()
    assert not wrong, f"{len(wrong)} answers: " + "\n".join(sorted(set(wrong))[:10])


def cookies_of(dashboard: Dashboard, role: str) -> Mapping[str, str]:
    """What the browser of somebody with this role holds."""
    if role == "nobody":
        return {}
    if role == "operator":
        signed_in, *_ = operator_of(dashboard.app, dashboard.database, dashboard.clock)
        return dict(signed_in.cookies)
    with dashboard.database.as_boutique(dashboard.mine.boutique) as conn:
        return {COOKIE: open_session(dashboard.mine.boutique, conn, Role(role), dashboard.clock.now())}
