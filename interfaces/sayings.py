"""What an owner is told of her numbers, tills and brain, by stable names: her pages have words for each.

A saying tells what is the matter and what she can do; what stands in it besides is a figure or a name.
"""

from dataclasses import dataclass
from enum import StrEnum


class Saying(StrEnum):
    """A sentence of ours about a connection. The first ones tell that all is well."""

    NUMBER_READY = "number-ready"
    APP_KNOWN = "app-known"
    SERVER_ANSWERS = "server-answers"
    LIVE_KEY = "live-key"
    TEST_KEY = "test-key"
    OFFLINE_BRAIN = "offline-brain"
    MODEL_THERE = "model-there"

    NAME_IN_REVIEW = "name-in-review"
    NAME_DECLINED = "name-declined"
    NAME_EXPIRED = "name-expired"
    NOT_REGISTERED = "not-registered"
    CODE_AWAITED = "code-awaited"
    APP_AWAY = "app-away"
    CUT_OFF_AT_META = "cut-off-at-meta"
    BANNED = "banned"
    RESTRICTED = "restricted"
    COMPLAINED_ABOUT = "complained-about"

    UNREACHABLE = "unreachable"
    META_SAYS_NO = "meta-says-no"
    PIN_IS_ANOTHER = "pin-is-another"
    PIN_TRIED_TOO_OFTEN = "pin-tried-too-often"
    NUMBER_REFUSED = "number-refused"
    TOKEN_MISSING = "token-missing"  # noqa: S105 — a name
    TOKEN_REFUSED = "token-refused"  # noqa: S105 — a name
    ACCOUNT_INACTIVE = "account-inactive"
    APP_MISSING = "app-missing"
    MPESA_APP_REFUSED = "mpesa-app-refused"
    AIRTEL_APP_REFUSED = "airtel-app-refused"
    KEY_MISSING = "key-missing"
    KEY_REFUSED = "key-refused"
    MODEL_UNKNOWN = "model-unknown"
    SERVER_UNKNOWN = "server-unknown"
    SERVER_INSIDE = "server-inside"
    SERVER_SILENT = "server-silent"
    NO_PAYLINK_THERE = "no-paylink-there"
    ADDRESS_UNSAFE = "address-unsafe"

    NUMBER_TAKEN = "number-taken"
    TILL_TAKEN = "till-taken"
    NOTHING_CONNECTED = "nothing-connected"
    NOT_SHOWN_TO_BE_HERS = "not-shown-to-be-hers"
    TILL_NOT_SHOWN_TO_BE_HERS = "till-not-shown-to-be-hers"
    NO_BUILT_IN_PHONES = "no-built-in-phones"
    ANOTHER_WINDOW = "another-window"
    OWN_PHONE_UNKNOWN = "own-phone-unknown"
    TRIED_OFTEN = "tried-often"
    PROMPT_NOT_SENT = "prompt-not-sent"
    OUTCOME_UNTOLD = "outcome-untold"


@dataclass(frozen=True, slots=True)
class Said:
    """A saying with what is particular.

    Shape: `what` fills its blank, a figure or a name; `quote` is the neighbour's own words.
    """

    neighbour: str
    saying: Saying
    what: str = ""
    quote: str = ""
