"""What M-Pesa's result codes say about the money. A code nobody knows is never taken for an answer.

Source: Safaricom's STK push documentation; 26, 1001 and 9999 as other integrators report them.
"""

from application.ports import EvidenceKind

_NO_MONEY_MOVED = frozenset(
    (
        *("1", "2", "3", "4", "8", "17", "26", "1001", "1019", "1025", "1032", "1037", "2001", "2028"),
        *("8006", "9999", "SFC_IC0003"),
    )
)
_IN_PROGRESS = frozenset({"4999", "500.001.1001"})
SUCCESS = "0"


def kind_of(code: str) -> EvidenceKind:
    """What a code says: succeeded, failed for sure, pending, or unknown."""
    if code == SUCCESS:
        return EvidenceKind.SUCCEEDED
    if code in _NO_MONEY_MOVED:
        return EvidenceKind.FAILED
    return EvidenceKind.PENDING if code in _IN_PROGRESS else EvidenceKind.UNKNOWN
