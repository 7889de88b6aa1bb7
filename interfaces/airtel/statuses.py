"""What Airtel's words say about the money. Only the transaction's own status decides; its codes explain.

Source: Airtel's collection and enquiry documentation; the DP codes differ between its tables, so that none of
them is ever taken for an answer.
"""

from collections.abc import Mapping
from typing import Final

from application.ports import EvidenceKind

_KINDS: Final[Mapping[str, EvidenceKind]] = {
    "TS": EvidenceKind.SUCCEEDED,
    "TF": EvidenceKind.FAILED,
    "TE": EvidenceKind.FAILED,
    "TIP": EvidenceKind.PENDING,
    "TA": EvidenceKind.PENDING,
}
EXPIRED: Final = "TE"
ACCEPTED: Final = "ESB000010"
KNOWN_ALREADY: Final = "ESB000041"
"""A prompt of this name was taken before: the first one counts, and there is no second."""

IN_DOUBT: Final = frozenset({"DP00800001000", "DP00800001006", "DP00800001024"})
"""Ambiguous, in process, timed out: the phone may be ringing."""


def kind_of(status: str) -> EvidenceKind:
    """What a status says. One that nobody knows, or an ambiguous one, is no answer."""
    return _KINDS.get(status, EvidenceKind.UNKNOWN)
