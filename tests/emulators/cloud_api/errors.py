"""Errors in Meta's own form."""

import secrets
from collections.abc import Mapping
from typing import Any


class GraphError(Exception):
    """What the Graph API answers when it refuses."""

    def __init__(
        self,
        code: int,
        message: str,
        details: str,
        status: int = 400,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(details)
        self.code, self.message, self.details = code, message, details
        self.status, self.headers = status, dict(headers or {})

    @property
    def envelope(self) -> Mapping[str, Any]:
        """The body of the answer."""
        return {
            "error": {
                "message": self.message,
                "type": "OAuthException",
                "code": self.code,
                "error_data": {"messaging_product": "whatsapp", "details": self.details},
                "fbtrace_id": secrets.token_urlsafe(15),
            }
        }


def missing(name: str) -> GraphError:
    """A required parameter is not there."""
    return GraphError(131008, "(#131008) Required parameter is missing", f"{name} is required")


def invalid(details: str) -> GraphError:
    """A parameter has a value that is not allowed."""
    return GraphError(131009, "(#131009) Parameter value is not valid", details)


def unknown(name: str) -> GraphError:
    """There is no such object, or the token may not see it."""
    details = f"Object with ID '{name}' does not exist, cannot be loaded due to missing permissions"
    return GraphError(100, "(#100) Unsupported request", details)
