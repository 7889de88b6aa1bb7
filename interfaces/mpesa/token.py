"""The token in a callback's address: says which attempt it is about, and only we can have made it.

Safaricom signs nothing, so the address itself is the proof. It also names the attempt when the answer that
would have told its checkout id was lost. It is written in hex, because Safaricom refuses addresses in which
words such as "exe", "cmd" or "sql" occur, as they do by chance in one of 170 tokens of base64.
"""

import hashlib
import hmac
import re
from uuid import UUID

from domain.identity import BoutiqueId, PaymentId
from interfaces.callbacks import AttemptRef

_SEAL = 16
_BODY = 34
PROMPT, REFUND, DEPOSIT = b"mpesa-callback|", b"mpesa-refund|", b"mpesa-deposit|"
"""What a token's attempt is of; a token for the one opens no door of the other."""

_FORM = re.compile(r"[0-9a-f]{100}")


def issue(secret: bytes, ref: AttemptRef, of: bytes = PROMPT) -> str:
    """The token of an attempt: 100 hex digits. Raises: OverflowError above attempt 65,535."""
    body = ref.boutique.bytes + ref.payment.bytes + ref.attempt.to_bytes(2, "big")
    return (body + _seal(secret, of + body)).hex()


def read(secret: bytes, token: str, of: bytes = PROMPT) -> AttemptRef | None:
    """The attempt that the token names; None unless we issued exactly this token."""
    if not _FORM.fullmatch(token):
        return None
    whole = bytes.fromhex(token)
    body, seal = whole[:_BODY], whole[_BODY:]
    if not hmac.compare_digest(seal, _seal(secret, of + body)):
        return None
    boutique, payment = UUID(bytes=body[:16]), UUID(bytes=body[16:32])
    return AttemptRef(BoutiqueId(boutique), PaymentId(payment), int.from_bytes(body[32:], "big"))


def _seal(secret: bytes, body: bytes) -> bytes:
    return hmac.new(secret, body, hashlib.sha256).digest()[:_SEAL]
