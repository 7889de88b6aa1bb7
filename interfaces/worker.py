"""The worker: keeps the read models up with the log, and does what is due, one lane at a time."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

import orjson
import structlog

from application.effects import charges_due
from application.inbound import DeliveryStatus
from application.outcome import Later, backoff
from application.ports import StreamMoved
from application.reactors.alert_staff import AlertStaff
from application.reactors.answer_customer import AnswerCustomer
from application.reactors.call_owner import CallOwner
from application.reactors.check_import import CheckImport
from application.reactors.close_months import CloseMonths
from application.reactors.embed_photo import EmbedPhoto
from application.reactors.embed_shelf import EmbedShelf
from application.reactors.expire_order import ExpireUnpaidOrder
from application.reactors.export_boutique import ExportBoutique
from application.reactors.prompt_payment import PromptPayment
from application.reactors.query_payment import QueryPayment
from application.reactors.query_refund import QueryRefund
from application.reactors.read_charges import ReadCharges
from application.reactors.reconcile_till import ReconcileTill
from application.reactors.repeat_reply import RepeatReply
from application.reactors.run_import import RunImport
from application.reactors.send_refund import SendRefund
from application.reactors.send_reply import SendReply
from application.reactors.tell_invoice import TellInvoice
from application.reactors.tell_owner import TellOwner
from application.reactors.weigh_deposit import WeighDeposit
from application.reactors.weigh_evidence import WeighEvidence
from application.reactors.weigh_refund import WeighRefund
from application.refund_enquiry import RefundEnquiry
from application.work import Work, WorkKind
from domain.channel import Channel
from domain.identity import CustomerId
from domain.payment.payment import Payment
from interfaces.books import Books
from interfaces.brains import spent_by
from interfaces.composition import House
from interfaces.duckdb.keeper import keep_figures
from interfaces.imports.catalogue import ListedPieces
from interfaces.imports.lists import PostgresLists
from interfaces.imports.public_pictures import PublicPictures
from interfaces.payment_numbers import PaymentNumbers
from interfaces.platform.gauges import Gauges
from interfaces.platform.heartbeat import Heartbeat
from interfaces.postgres import due_work
from interfaces.postgres.database import StoreUnavailable, enter
from interfaces.postgres.due_work import Claimed
from interfaces.postgres.projector import Projector
from interfaces.read_models import read_models, schedule_work
from interfaces.shelf.model_vectors import ModelVectors
from interfaces.tracing.tracing import React

IDLE_SECONDS: Final = 0.02
SOON: Final = timedelta(milliseconds=50)

_say = structlog.get_logger()


def reactors(house: House) -> Mapping[str, React]:
    """What is done for each kind of due work."""
    mpesa, find = house.mpesa, PaymentNumbers(house.database.as_boutique)
    enquiry = RefundEnquiry(house.shop, house.refunds, house.refund_token_of)
    lists, books = PostgresLists(house.database), Books(house.settings, house.database)
    return {
        WorkKind.TURN: AnswerCustomer(house.conversing, house.clock),
        WorkKind.SEND_REPLY: SendReply(house.shop, house.messenger, house.pictures),
        WorkKind.REPEAT_REPLY: RepeatReply(house.shop, house.messenger),
        WorkKind.PROMPT_PAYMENT: PromptPayment(house.shop, house.money, house.token_of),
        WorkKind.WEIGH_EVIDENCE: WeighEvidence(house.shop, house.inbox, house.money),
        WorkKind.QUERY_PAYMENT: QueryPayment(house.shop, house.money),
        WorkKind.SEND_REFUND: SendRefund(house.shop, house.refunds, house.refund_token_of),
        WorkKind.QUERY_REFUND: QueryRefund(house.clock, enquiry),
        WorkKind.WEIGH_REFUND: WeighRefund(house.shop, house.inbox, enquiry),
        WorkKind.WEIGH_DEPOSIT: WeighDeposit(
            house.shop, house.inbox, mpesa.transactions, mpesa.deposit_token_of, find
        ),
        WorkKind.RECONCILE_TILL: ReconcileTill(house.shop, mpesa.statements, find),
        WorkKind.READ_CHARGES: ReadCharges(house.shop, house.twilio.charges),
        WorkKind.EXPIRE_ORDER: ExpireUnpaidOrder(house.shop),
        WorkKind.TELL_OWNER: TellOwner(house.shop, house.messenger),
        WorkKind.TELL_INVOICE: TellInvoice(house.shop, house.messenger),
        WorkKind.CALL_OWNER: CallOwner(house.shop, house.messenger),
        WorkKind.EXPORT_BOUTIQUE: ExportBoutique(house.exports, house.clock),
        WorkKind.ALERT_STAFF: AlertStaff(house.shop, house.alerting.devices, house.alerting.pusher),
        WorkKind.EMBED_PHOTO: EmbedPhoto(house.eye, house.pictures, house.vectors),
        WorkKind.CHECK_IMPORT: CheckImport(house.shop, lists, ListedPieces(house.database)),
        WorkKind.RUN_IMPORT: RunImport(house.shop, lists, house.pictures, PublicPictures()),
        WorkKind.CLOSE_MONTHS: CloseMonths(house.shop, books.owed, books.seller),
        WorkKind.EMBED_SHELF: EmbedShelf(
            house.shop,
            house.brains,
            house.pictures,
            ModelVectors(house.database),
            spent_by(house.database, house.clock),
        ),
    }


def traced(house: House) -> Mapping[str, React]:
    """The reactors, traced where an operator wants it."""
    return house.tracing.reactors(reactors(house), lambda work: _item_of(work, house))


def _item_of(work: Work, house: House) -> UUID:
    """The inbound item that a piece of work follows from."""
    if work.kind is WorkKind.TURN:
        waiting = house.inbox.waiting(work.boutique, CustomerId(work.lane))
        said = next((item.message for item in waiting if not isinstance(item, DeliveryStatus)), None)
        return said or work.follows or work.lane
    if work.kind in (WorkKind.WEIGH_EVIDENCE, WorkKind.WEIGH_REFUND):
        return house.shop.origin(work.boutique, Payment, work.lane)
    return work.follows or work.subject


@dataclass(frozen=True, slots=True)
class Lanes:
    """Threads that each hold one lane at a time and do what is due in it."""

    house: House
    stop: threading.Event

    def run(self) -> None:
        """Work until told to stop. A database away is waited for."""
        react = traced(self.house)
        while not self.stop.is_set():
            try:
                with due_work.Worker(self.house.database) as worker:
                    self._serve(worker, react)
            except StoreUnavailable as away:
                _say.warning("store-unavailable", cause=str(away))
                self.stop.wait(1.0)

    def drain(self) -> int:
        """Do all that is due now and return how much it was; for tests and for the demo's seeding."""
        react, done = traced(self.house), 0
        with due_work.Worker(self.house.database) as worker:
            while self.step(worker, react):
                done += 1
        return done

    def step(self, worker: due_work.Worker, react: Mapping[str, React]) -> bool:
        """Do one piece of due work; False when nothing is due."""
        claimed = worker.claim(list(react), self.house.clock.now())
        if claimed is None:
            return False
        self._do(worker, claimed, react[claimed.due.kind])
        return True

    def _serve(self, worker: due_work.Worker, react: Mapping[str, React]) -> None:
        while not self.stop.is_set():
            if not self.step(worker, react):
                self.stop.wait(IDLE_SECONDS)

    def _do(self, worker: due_work.Worker, claimed: Claimed, react: React) -> None:
        now = self.house.clock.now

        def begin() -> None:
            worker.begin_attempt(claimed, now())

        try:
            outcome = react(_work(claimed), begin)
        except StoreUnavailable:
            raise
        except StreamMoved as moved:
            outcome = Later(now() + SOON, str(moved))
        except Exception as failure:  # noqa: BLE001 — a failing item must stop neither its lane nor the others
            attempt = worker.begin_attempt(claimed, now())
            outcome = Later(backoff(now(), attempt.attempts), f"{type(failure).__name__}: {failure}")
            _say.exception("work-failed", kind=claimed.due.kind, key=claimed.due.key)
        if isinstance(outcome, Later):
            worker.retry_at(claimed, outcome.at, outcome.reason)
        else:
            worker.finish(claimed)


def _work(claimed: Claimed) -> Work:
    due, told = claimed.due, orjson.loads(claimed.due.payload)
    return Work(
        boutique=due.boutique,
        kind=WorkKind(due.kind),
        key=due.key,
        lane=due.lane,
        due=due.at,
        subject=UUID(told["subject"]),
        detail=told["detail"],
        attempts=claimed.attempts,
        perhaps_done=claimed.started_at is not None and claimed.last_error is None,
        last_error=claimed.last_error,
        follows=UUID(told["follows"]) if told.get("follows") else None,
    )


def stopped() -> threading.Event:
    """A stop that nobody gives: for work that ends by itself."""
    return threading.Event()


def look_through_catalogues(house: House) -> None:
    """What is not embedded yet becomes due: an operator may have chosen another model for it."""
    now = house.clock.now()
    with house.database.as_follower() as conn:
        for (boutique,) in conn.execute("SELECT boutique_id FROM dukani.log_heads").fetchall():
            enter(conn, boutique)
            every = Work(boutique, WorkKind.EMBED_SHELF, f"{boutique}", boutique, now, boutique, "0")
            schedule_work(conn, [every])


def read_all_charges(house: House) -> None:
    """Numbers that were connected before prices were read are read from now on, and the others now."""
    now = house.clock.now()
    with house.database.as_follower() as conn:
        for (boutique,) in conn.execute("SELECT boutique_id FROM dukani.log_heads").fetchall():
            enter(conn, boutique)
            numbers = conn.execute(
                "SELECT account FROM dukani.boutique_accounts WHERE channel = %s", (Channel.TWILIO,)
            ).fetchall()
            schedule_work(conn, [charges_due(boutique, account, now) for (account,) in numbers])


def _platform(house: House) -> Sequence[Callable[[threading.Event], None]]:
    """What is kept up for the operator: the boutiques' sums, and how their numbers and tills are."""
    connections = house.connections
    gauges = Gauges(house.database, house.clock, connections.connected, connections.look)
    return gauges.run, gauges.run_checks


def run(house: House, stop: threading.Event) -> None:
    """The whole worker, until told to stop."""
    try:
        look_through_catalogues(house)
        read_all_charges(house)
    except StoreUnavailable as away:  # the lanes wait for it; the catalogues' turn is at the next start
        _say.warning("store-unavailable", cause=str(away))
    projector = Projector(house.database, read_models())
    threads = [threading.Thread(target=projector.run, args=(stop,), name="projector")]
    keeping = (house.database, house.settings.data_dir, stop)
    threads.append(threading.Thread(target=keep_figures, args=keeping, name="figures"))
    threads += [threading.Thread(target=each, args=(stop,), name="platform") for each in _platform(house)]
    lanes = Lanes(house, stop)
    threads += [threading.Thread(target=lanes.run, name=f"lane-{n}") for n in range(house.settings.workers)]
    beats = Heartbeat(house.database, house.clock, "worker", lambda: all(each.is_alive() for each in threads))
    threads.append(threading.Thread(target=beats.run, args=(stop,), name="heartbeat"))
    for thread in threads:
        thread.start()
    _say.info("worker-ready", lanes=house.settings.workers)
    for thread in threads:
        thread.join()
