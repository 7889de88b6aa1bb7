"""Executing commands: each by its handler, then whatever the processes make of the new facts.

The table is written by hand, so that a reader finds the handler of a command by looking.
"""

from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, TypeVar
from uuid import UUID

from application import (
    catalogue,
    commands,
    customers,
    depositing,
    giving,
    handing_over,
    notebook,
    ordering,
    owning,
    paying,
    rating,
    refunding,
    shopping,
    staffing,
    subscribing,
    talking,
    thinking,
)
from application.commands import Command
from application.ports import Clock, StreamMoved
from application.processes import (
    delivery_updates,
    money_back,
    order_given_up,
    order_paid,
    payment_outcome,
    pieces_back,
)
from application.unit import Unit, Units
from domain.fact import Actor, Aggregate, Cause, Fact, Facts, Recorded
from domain.identity import BoutiqueId, derive, subject_of

HANDLERS: Final[dict[type[Command], Callable[[Any, Unit], None]]] = {
    commands.ChooseBrain: thinking.choose_brain,
    commands.DescribeProfile: owning.describe_profile,
    commands.PublishVoice: owning.publish_voice,
    commands.RestoreVoice: owning.restore_voice,
    commands.SetLimits: owning.set_limits,
    commands.ConnectWhatsApp: owning.connect_whatsapp,
    commands.DisconnectWhatsApp: owning.disconnect_whatsapp,
    commands.ConnectPaymentAccount: owning.connect_payment_account,
    commands.DisconnectPaymentAccount: owning.disconnect_payment_account,
    commands.ListProduct: catalogue.list_product,
    commands.AddVariant: catalogue.add_variant,
    commands.AddPhoto: catalogue.add_photo,
    commands.RemovePhoto: catalogue.remove_photo,
    commands.PutPhotoFirst: catalogue.put_photo_first,
    commands.RewriteListing: catalogue.rewrite_listing,
    commands.ArchiveProduct: catalogue.archive_product,
    commands.RestoreProduct: catalogue.restore_product,
    commands.SetLowStockLevel: catalogue.set_low_stock_level,
    commands.MarkArrival: catalogue.mark_arrival,
    commands.ChangePrice: catalogue.change_price,
    commands.ReceiveStock: catalogue.receive_stock,
    commands.CorrectStock: catalogue.correct_stock,
    commands.CountStock: catalogue.count_stock,
    commands.TakeCountBack: catalogue.take_count_back,
    commands.ReleaseStock: catalogue.release_stock,
    commands.SellStock: catalogue.sell_stock,
    commands.ChooseLanguage: customers.choose_language,
    commands.TellSize: customers.tell_size,
    commands.TellMeasurements: customers.tell_measurements,
    commands.RememberAddress: customers.remember_address,
    commands.ConfirmPayingNumber: customers.confirm_paying_number,
    commands.RememberPurchase: customers.remember_purchase,
    commands.ReturnPurchase: customers.return_purchase,
    commands.StopMarketing: customers.stop_marketing,
    commands.RequestErasure: customers.request_erasure,
    commands.ForgetCustomer: customers.forget_customer,
    commands.MergeCustomers: customers.merge_customers,
    commands.WriteNote: notebook.write_note,
    commands.PutNoteBack: notebook.put_note_back,
    commands.RemoveNote: notebook.remove_note,
    commands.PutLabel: notebook.put_label,
    commands.TakeLabel: notebook.take_label,
    commands.NameLabel: notebook.name_label,
    commands.RetireLabel: notebook.retire_label,
    commands.NoteUnderstanding: talking.note_understanding,
    commands.NotePhotoSeen: talking.note_photo_seen,
    commands.NotePhotoRejected: talking.note_photo_rejected,
    commands.ShowPieces: talking.show_pieces,
    commands.NoteNothingFound: talking.note_nothing_found,
    commands.AdviseSize: talking.advise_size,
    commands.AskQuestion: talking.ask_question,
    commands.ComposeReply: talking.compose_reply,
    commands.NoteModelAnswer: talking.note_model_answer,
    commands.NeedNoReply: talking.need_no_reply,
    commands.HandToPerson: handing_over.hand_to_person,
    commands.TakeOver: handing_over.take_over,
    commands.StaffReply: handing_over.staff_reply,
    commands.OfferPieces: handing_over.offer_pieces,
    commands.GiveBack: handing_over.give_back,
    commands.GiveDiscount: giving.give_discount,
    commands.OweNotice: talking.owe_notice,
    commands.WithholdNotice: talking.withhold_notice,
    commands.AddToCart: shopping.add_to_cart,
    commands.ChangeQuantity: shopping.change_quantity,
    commands.RemoveFromCart: shopping.remove_from_cart,
    commands.RepriceItem: shopping.reprice_item,
    commands.DiscountCart: shopping.discount_cart,
    commands.EmptyCart: shopping.empty_cart,
    commands.PlaceOrder: ordering.place_order,
    commands.SettleOrder: ordering.settle_order,
    commands.PackOrder: ordering.pack_order,
    commands.HandToCourier: ordering.hand_to_courier,
    commands.DeliverOrder: ordering.deliver_order,
    commands.TakeBack: ordering.take_back,
    commands.RateOrder: rating.rate_order,
    commands.CancelOrder: ordering.cancel_order,
    commands.ExpireOrder: ordering.expire_order,
    commands.NoteOwnerTold: ordering.note_owner_told,
    commands.StartPrompt: paying.start_prompt,
    commands.AcceptPrompt: paying.accept_prompt,
    commands.RefusePrompt: paying.refuse_prompt,
    commands.DoubtPrompt: paying.doubt_prompt,
    commands.FailPrompt: paying.fail_prompt,
    commands.GiveUpWaiting: paying.give_up_waiting,
    commands.ReceiveMoney: paying.receive_money,
    commands.CancelPayment: paying.cancel_payment,
    commands.OweRefund: refunding.owe_refund,
    commands.RequestRefund: refunding.request_refund,
    commands.ApproveRefund: refunding.approve_refund,
    commands.DeclineRefund: refunding.decline_refund,
    commands.AskRefundAgain: refunding.ask_refund_again,
    commands.AcceptRefund: refunding.accept_refund,
    commands.DoubtRefund: refunding.doubt_refund,
    commands.FailRefund: refunding.fail_refund,
    commands.RecordRefund: refunding.record_refund,
    commands.NoteRefundDeclined: refunding.note_refund_declined,
    commands.NoteRefunded: refunding.note_refunded,
    commands.ReceiveDeposit: depositing.receive_deposit,
    commands.SetDepositAside: depositing.set_deposit_aside,
    commands.ClaimDeposit: depositing.claim_deposit,
    commands.ReturnDeposit: depositing.return_deposit,
    commands.AgreeTerms: subscribing.agree_terms,
    commands.ChoosePlan: subscribing.choose_plan,
    commands.CloseMonth: subscribing.close_month,
    commands.RecordInvoicePayment: subscribing.record_invoice_payment,
    commands.OpenBoutique: staffing.open_boutique,
    commands.AdmitPerson: staffing.admit_person,
    commands.DismissPerson: staffing.dismiss_person,
}

PROCESSES: Final = (
    payment_outcome.react,
    order_paid.react,
    pieces_back.react,
    order_given_up.react,
    delivery_updates.react,
    money_back.react,
)


def execute(unit: Unit, *proposed: Command) -> None:
    """Carry the commands out in order, each with what follows from it before the next, all in this unit.

    Raises: the Refusal of any of them; the unit must then be dropped.
    """
    due = deque(proposed)
    while due:
        command = due.popleft()
        HANDLERS[type(command)](command, unit)
        due.extendleft(reversed(_consequences(unit)))


def _consequences(unit: Unit) -> list[Command]:
    return [
        command
        for recorded, story in unit.take_unseen()
        for react in PROCESSES
        for command in react(subject_of(recorded.originator_id), recorded.fact, story)
    ]


A = TypeVar("A", bound=Aggregate)
MOST_TRIES: Final = 8


class Shop:
    """Carries commands out as whole units, and anew where somebody else recorded first."""

    def __init__(self, units: Units, clock: Clock) -> None:
        self._units, self._clock = units, clock

    def now(self) -> datetime:
        """The time, in UTC."""
        return self._clock.now()

    def open(self, boutique: BoutiqueId, about: UUID) -> Unit:
        """A unit to look through; nothing is told."""
        return self._units.open(boutique, Cause(Actor.AGENT, about, about))

    def origin(self, boutique: BoutiqueId, kind: type[A], identity: UUID) -> UUID:
        """What an aggregate's story began with: the correlation that all that follows from it shares."""
        return self.open(boutique, identity).origin(kind, identity)

    def do(self, boutique: BoutiqueId, cause: Cause, *proposed: Command) -> tuple[Recorded[Fact], ...]:
        """Carry commands out, all or none. Raises: a Refusal; StreamMoved after many tries."""
        return self._try(boutique, cause, lambda unit: execute(unit, *proposed))

    def tell(
        self, boutique: BoutiqueId, about: UUID, kind: type[A], identity: UUID, decide: Callable[[A], Facts]
    ) -> None:
        """Let one aggregate decide, and the processes with it."""
        cause = Cause(Actor.NEIGHBOUR, derive(about, "told"), about)

        def tell_and_follow(unit: Unit) -> None:
            unit.tell(kind, identity, decide)
            execute(unit, *_consequences(unit))

        self._try(boutique, cause, tell_and_follow)

    def _try(
        self, boutique: BoutiqueId, cause: Cause, act: Callable[[Unit], None]
    ) -> tuple[Recorded[Fact], ...]:
        for _ in range(MOST_TRIES):
            unit = self._units.open(boutique, cause)
            act(unit)
            try:
                return unit.commit()
            except StreamMoved:
                continue
        raise StreamMoved(f"others kept recording into the streams of {cause.correlation}")
