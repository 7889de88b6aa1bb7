"""The ports: all that the use cases ask of the world, in our words.

Each port has a real adapter and one that ships for the sandbox, and both pass one contract suite.
"""

from application.ports.brain import (
    Brain,
    Brains,
    Draft,
    Eye,
    PlainWriter,
    Reader,
    Thinker,
    Worded,
    Writer,
)
from application.ports.channel import Capabilities, MediaRef, Messenger, Outgoing, Recipient
from application.ports.credentials import Credentials, CredentialStore
from application.ports.erasure import Emptied, Leftovers
from application.ports.failures import NeighbourFailed, NeighbourUnsure, StreamMoved, WindowClosed
from application.ports.money import (
    NUMBER_NOT_TAKEN,
    PHONE_BUSY,
    Evidence,
    EvidenceKind,
    MobileMoney,
    PayeeAccount,
    PromptRequest,
    PromptTicket,
    RefundRequest,
    Refunds,
    RefundTicket,
    StatementLine,
    Statements,
    TokenOf,
    Transactions,
)
from application.ports.search import Found, Piece, Shelf, SizeOnOffer
from application.ports.store import Clock, FactLog, Pictures, Vault

__all__ = [
    "NUMBER_NOT_TAKEN",
    "PHONE_BUSY",
    "Brain",
    "Brains",
    "Capabilities",
    "Clock",
    "CredentialStore",
    "Credentials",
    "Draft",
    "Emptied",
    "Evidence",
    "EvidenceKind",
    "Eye",
    "FactLog",
    "Found",
    "Leftovers",
    "MediaRef",
    "Messenger",
    "MobileMoney",
    "NeighbourFailed",
    "NeighbourUnsure",
    "Outgoing",
    "PayeeAccount",
    "Pictures",
    "Piece",
    "PlainWriter",
    "PromptRequest",
    "PromptTicket",
    "Reader",
    "Recipient",
    "RefundRequest",
    "RefundTicket",
    "Refunds",
    "Shelf",
    "SizeOnOffer",
    "StatementLine",
    "Statements",
    "StreamMoved",
    "Thinker",
    "TokenOf",
    "Transactions",
    "Vault",
    "WindowClosed",
    "Worded",
    "Writer",
]
