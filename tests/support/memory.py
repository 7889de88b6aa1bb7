"""The ports in memory: whole, quick and obedient, for tests of the use cases.

Each keeps the promises of its port; what a neighbour may do wrong is told to it beforehand.
"""

import hashlib
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from application.brain.eye.photo import PhotoUnreadable, Unreadable
from application.brain.words.reader import OfflineReader
from application.inbound import InboxItem
from application.look import Look
from application.ports import (
    Brain,
    Capabilities,
    Evidence,
    EvidenceKind,
    Eye,
    Found,
    MediaRef,
    NeighbourFailed,
    Outgoing,
    PayeeAccount,
    Piece,
    PromptRequest,
    PromptTicket,
    Recipient,
    RefundRequest,
    RefundTicket,
    SizeOnOffer,
    StatementLine,
    StreamMoved,
    Thinker,
)
from application.ports.templates import Template
from application.understanding import Need
from domain.boutique.events import BrainChosen
from domain.channel import Channel
from domain.clothing import Colour, Garment
from domain.fact import A, Fact, Recorded, fold
from domain.identity import (
    BoutiqueId,
    CustomerId,
    DepositId,
    PaymentId,
    ProductId,
    StreamId,
    kind_of,
    stream_of,
    subject_of,
)
from domain.product.product import Product
from domain.sealed import Sealed
from domain.stock.stock import Stock

Heard = Callable[[Recorded[Fact]], None]
F = TypeVar("F", bound=Fact)


class MemoryLog:
    """A log that refuses a place that is taken. `rivals` record first: each once, before the next append."""

    def __init__(self) -> None:
        self.facts: list[Recorded[Fact]] = []
        self.hears: list[Heard] = []
        self.rivals: deque[Callable[[], None]] = deque()
        self.appends = 0

    def read(self, stream: StreamId) -> Sequence[Recorded[Fact]]:
        """All facts of a stream in order."""
        return [each for each in self.facts if each.originator_id == stream]

    def append(self, facts: Sequence[Recorded[Fact]]) -> None:
        """Record all, or none where a place is taken."""
        if self.rivals:
            self.rivals.popleft()()
        taken = {(each.originator_id, each.originator_version) for each in self.facts}
        if any((each.originator_id, each.originator_version) in taken for each in facts):
            raise StreamMoved("somebody recorded first")
        self.appends += 1
        self.facts += facts
        for each in facts:
            for hear in self.hears:
                hear(each)

    def told(self, *kinds: type[F]) -> list[F]:
        """What was recorded of these kinds, oldest first."""
        return [each.fact for each in self.facts if isinstance(each.fact, kinds)]

    def ids(self, boutique: BoutiqueId, kind: str) -> list[UUID]:
        """The aggregates of a kind, in the order in which they began."""
        streams = dict.fromkeys(each.originator_id for each in self.facts)
        own = (stream for stream in streams if stream.startswith(str(boutique)) and kind_of(stream) == kind)
        return [subject_of(stream) for stream in own]


class MemoryVault:
    """Seals by a number; forgetting a subject makes her values unreadable."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[BoutiqueId, UUID, str]] = {}
        self._gone: set[tuple[BoutiqueId, UUID]] = set()

    def seal(self, boutique: BoutiqueId, subject: UUID, text: str) -> Sealed:
        """The text under a number of its own."""
        box = f"box-{len(self._kept)}"
        self._kept[box] = (boutique, subject, text)
        return Sealed(subject=subject, box=box)

    def open(self, boutique: BoutiqueId, sealed: Sealed) -> str | None:
        """The text again, for its own boutique alone."""
        owner, subject, text = self._kept[sealed.box]
        return text if owner == boutique and (owner, subject) not in self._gone else None

    def open_all(self, boutique: BoutiqueId, sealed: Sequence[Sealed]) -> list[str | None]:
        """The texts again, in their order."""
        return [self.open(boutique, one) for one in sealed]

    def destroy(self, boutique: BoutiqueId, subject: UUID) -> None:
        """Forget the subject."""
        self._gone.add((boutique, subject))


class MemoryPictures:
    """Pictures by their content."""

    def __init__(self) -> None:
        self.kept: dict[tuple[BoutiqueId, str], bytes] = {}

    def keep(self, boutique: BoutiqueId, picture: bytes, subject: UUID | None = None) -> str:
        """Store a picture; a customer's own name is not that of the catalogue's."""
        name = hashlib.sha256(picture + str(subject or "").encode()).hexdigest()
        self.kept[boutique, name] = picture
        return name

    def fetch(self, boutique: BoutiqueId, name: str) -> bytes | None:
        """The bytes, for their own boutique."""
        return self.kept.get((boutique, name))


class MemoryInbox:
    """What waits of customers, and what became of it; callbacks of the money's neighbour too."""

    def __init__(self) -> None:
        self.items: list[tuple[BoutiqueId, CustomerId, InboxItem]] = []
        self.outcomes: dict[str, str] = {}
        self.callbacks: dict[str, Evidence] = {}
        self.came: dict[UUID, list[StatementLine]] = defaultdict(list)
        self.stands: dict[UUID, list[Evidence]] = defaultdict(list)

    def waiting(self, boutique: BoutiqueId, customer: CustomerId) -> Sequence[InboxItem]:
        """A customer's unsettled items."""
        own = (item for shop, who, item in self.items if (shop, who) == (boutique, customer))
        return [item for item in own if item.provider_id not in self.outcomes]

    def settle(self, boutique: BoutiqueId, customer: CustomerId, outcomes: Sequence[tuple[str, str]]) -> None:
        """Write the outcomes; the first one stays."""
        for provider_id, outcome in outcomes:
            self.outcomes.setdefault(provider_id, outcome)

    def evidence(self, boutique: BoutiqueId, payment: PaymentId, fingerprint: str) -> Evidence | None:
        """What a callback says, until it is settled."""
        return None if fingerprint in self.outcomes else self.callbacks.get(fingerprint)

    def arrivals(self, boutique: BoutiqueId, deposit: DepositId) -> Sequence[StatementLine]:
        """What was told of a receipt's money."""
        return list(self.came[deposit])

    def standings(self, boutique: BoutiqueId, deposit: DepositId) -> Sequence[Evidence]:
        """How it stands."""
        return list(self.stands[deposit])

    def settle_deposit(self, boutique: BoutiqueId, deposit: DepositId, outcome: str) -> None:
        """Write the outcome of all of it."""
        self.outcomes[str(deposit)] = outcome
        self.came.pop(deposit, None)
        self.stands.pop(deposit, None)

    def settle_evidence(
        self, boutique: BoutiqueId, payment: PaymentId, fingerprint: str, outcome: str
    ) -> None:
        """Write its outcome."""
        self.outcomes.setdefault(fingerprint, outcome)


class MemoryMessenger:
    """WhatsApp. `troubles` are raised by the next sends, one each; None lets one through."""

    def __init__(self) -> None:
        self.sent: list[Outgoing] = []
        self.media: dict[str, bytes] = {}
        self.typed: list[str] = []
        self.troubles: deque[Exception | None] = deque()
        self.taps, self.template = True, False
        self.templates: list[Template] | NeighbourFailed = []

    def capabilities(self, channel: Channel) -> Capabilities:
        """Taps, unless told otherwise."""
        return Capabilities(taps=self.taps)

    def has_template(self, to: Recipient) -> bool:
        """No template, unless told otherwise."""
        return self.template

    def approved(self, sender: Recipient) -> Sequence[Template]:
        """Those that were told to it, or the trouble."""
        if isinstance(self.templates, NeighbourFailed):
            raise self.templates
        return self.templates

    def send(self, message: Outgoing) -> str:
        """Take it, unless trouble comes first."""
        trouble = self.troubles.popleft() if self.troubles else None
        if trouble:
            raise trouble
        self.sent.append(message)
        return f"wamid-{len(self.sent)}"

    def fetch_media(self, media: MediaRef) -> bytes:
        """The picture, unless trouble is all that is there."""
        if media.media_id not in self.media:
            raise self.troubles.popleft() or LookupError(media.media_id)
        return self.media[media.media_id]

    def show_typing(self, to: Recipient, provider_id: str) -> None:
        """Typing is shown."""
        self.typed.append(provider_id)


@dataclass
class MemoryMoney:
    """M-Pesa. `answers` are raised or taken by the next prompts, `truths` given by the next queries.

    With `names` it lets us name prompts, with `page` it makes one for a card.
    """

    asked: list[PromptRequest] = field(default_factory=list)
    queried: list[str] = field(default_factory=list)
    answers: deque[Exception | None] = field(default_factory=deque)
    truths: deque[Evidence | Exception] = field(default_factory=deque)
    names: bool = False
    page: str | None = None

    def own_name(self, payee: PayeeAccount, payment: PaymentId, attempt: int) -> str | None:
        """A name of ours, where `names` says that it may be chosen."""
        return f"{payment}-{attempt}" if self.names else None

    def prompt(self, request: PromptRequest) -> PromptTicket:
        """The phone rings, unless trouble comes first."""
        self.asked.append(request)
        trouble = self.answers.popleft() if self.answers else None
        if trouble:
            raise trouble
        own = self.own_name(request.payee, request.payment, request.attempt)
        return PromptTicket(own or f"checkout-{len(self.asked)}", f"merchant-{len(self.asked)}", self.page)

    def query(self, payee: PayeeAccount, checkout_id: str) -> Evidence:
        """What became of a prompt; nothing is known unless it was told."""
        self.queried.append(checkout_id)
        pending = Evidence(EvidenceKind.PENDING, "4999", "being processed", checkout_id)
        truth = self.truths.popleft() if self.truths else pending
        if isinstance(truth, Exception):
            raise truth
        return truth


@dataclass
class MemoryBank:
    """Transactions and Statements. `troubles` are raised by what is asked next, one each."""

    listed: list[StatementLine] = field(default_factory=list)
    looked: list[str] = field(default_factory=list)
    begun: list[str] = field(default_factory=list)
    troubles: deque[Exception] = field(default_factory=deque)

    def look(self, payee: PayeeAccount, receipt: str, token: str) -> None:
        """It will be told, unless trouble comes first."""
        self.looked.append(receipt)
        if self.troubles:
            raise self.troubles.popleft()

    def begin(self, payee: PayeeAccount) -> None:
        """From now on it is told."""
        if self.troubles:
            raise self.troubles.popleft()
        self.begun.append(payee.shortcode)

    def lines(self, payee: PayeeAccount, since: datetime, until: datetime) -> Sequence[StatementLine]:
        """The list of that time."""
        if self.troubles:
            raise self.troubles.popleft()
        return [line for line in self.listed if since <= line.at <= until]


@dataclass
class MemoryRefunds:
    """Money back. `answers` are raised or taken by the next refunds, `truths` given by the next queries."""

    asked: list[RefundRequest] = field(default_factory=list)
    queried: list[str | None] = field(default_factory=list)
    answers: deque[Exception | None] = field(default_factory=deque)
    truths: deque[Evidence | Exception] = field(default_factory=deque)

    def refund(self, request: RefundRequest) -> RefundTicket:
        """It is taken, unless trouble comes first."""
        self.asked.append(request)
        trouble = self.answers.popleft() if self.answers else None
        if trouble:
            raise trouble
        return RefundTicket(f"refund-{len(self.asked)}")

    def query(self, request: RefundRequest, reference: str | None) -> Evidence:
        """What became of it; nothing is known unless it was told."""
        self.queried.append(reference)
        pending = Evidence(EvidenceKind.PENDING, "pending", "on its way", reference)
        truth = self.truths.popleft() if self.truths else pending
        if isinstance(truth, Exception):
            raise truth
        return truth


class MemoryShelf:
    """The boutique's pieces, straight from the facts; a look finds what has its garment and colour."""

    def __init__(self, log: MemoryLog) -> None:
        self._log = log

    def search(
        self, boutique: BoutiqueId, need: Need, look: Look | None, limit: int, skip: int = 0
    ) -> Sequence[Found]:
        """Pieces in stock that fit; where none has the colour, those that have all else."""
        pieces = [piece for piece in self._all(boutique) if piece.sizes and _affordable(piece, need)]
        garments = need.garments or ((look.kind,) if look and look.kind else ())
        alike = [piece for piece in pieces if not garments or piece.garment in garments]
        coloured = [piece for piece in alike if not need.colours or set(need.colours) & set(piece.colours)]
        relaxed = () if coloured or not need.colours else ("colour",)
        found = [_found(piece, look, relaxed) for piece in coloured or alike]
        if need.newest_first:
            found.sort(key=lambda each: not self._fold(Product(), boutique, each.piece.product).new_until)
        return sorted(found, key=lambda each: -each.score)[skip : skip + limit]

    def piece_called(self, boutique: BoutiqueId, sku: str) -> Piece | None:
        """The piece of this SKU."""
        return next((piece for piece in self._all(boutique) if piece.sku.casefold() == sku.casefold()), None)

    def piece(self, boutique: BoutiqueId, product: ProductId) -> Piece | None:
        """One piece with what is in stock now."""
        listed = self._fold(Product(), boutique, product)
        if listed.listing is None or listed.price is None or not listed.is_offered:
            return None
        offered = [
            SizeOnOffer(variant, size, self._fold(Stock(), boutique, variant).available)
            for variant, size in listed.variants.items()
        ]
        said = listed.listing
        return Piece(
            product=product,
            sku=listed.sku or "",
            title=said.title,
            title_sw=said.title_sw,
            price=listed.price,
            garment=said.garment,
            colours=said.colours,
            pattern=said.pattern,
            styles=said.styles,
            occasions=said.occasions,
            picture=listed.photos[0] if listed.photos else None,
            sizes=tuple(each for each in offered if each.available > 0),
            made_in=tuple(each.size for each in offered),
            chart=listed.chart,
            fabrics=said.fabrics,
            description=said.description,
        )

    def _all(self, boutique: BoutiqueId) -> list[Piece]:
        found = (self.piece(boutique, ProductId(one)) for one in self._log.ids(boutique, Product.KIND))
        return [piece for piece in found if piece]

    def _fold(self, state: A, boutique: BoutiqueId, identity: UUID) -> A:
        return fold(state, (r.fact for r in self._log.read(stream_of(boutique, state.KIND, identity))))


def _affordable(piece: Piece, need: Need) -> bool:
    return need.max_price is None or piece.price.cents <= need.max_price


def _found(piece: Piece, look: Look | None, relaxed: tuple[str, ...]) -> Found:
    same = look is not None and bool(look.colours) and look.colours[0][0] in piece.colours
    likeness = None if look is None else 0.97 if same else 0.4
    return Found(piece, likeness or 0.5, likeness, relaxed)


class MemoryEye:
    """Sees what is written in a photo's bytes: b"dress red", b"something red"; b"broken" is unreadable."""

    def look(self, photo: bytes) -> Look:
        """The look that the bytes name."""
        if photo == b"broken":
            raise PhotoUnreadable(next(iter(Unreadable)))
        kind, _, colour = photo.decode().partition(" ")
        seen = Garment(kind) if kind in set(Garment) else None
        return Look(
            kind=seen,
            kind_candidates=((seen, 0.9),) if seen else (),
            colours=((Colour(colour), 0.8),) if colour else (),
            pattern=None,
            style=None,
            occasion=None,
            vector=(1.0,),
            model="written",
        )


@dataclass
class MemoryBrains:
    """The offline brain for everyone, or whichever brain a test puts in its place."""

    eye: Eye
    brain: Brain | None = None

    def of(self, _: Thinker, __: BrainChosen | None) -> Brain:
        """The brain of a turn."""
        return self.brain or self.offline()

    def offline(self) -> Brain:
        """The brain that is always there."""
        return Brain(self.eye, OfflineReader())


@dataclass
class MemoryVectors:
    """The vectors of a catalogue's pictures."""

    kept: dict[tuple[BoutiqueId, str, str], Sequence[float]] = field(default_factory=dict)

    def keep(self, boutique: BoutiqueId, model: str, picture: str, vector: Sequence[float]) -> None:
        """Keep one."""
        self.kept[boutique, model, picture] = vector
