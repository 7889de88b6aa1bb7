"""Notes and labels: the shop's own, joined with a person's records, and gone when she is forgotten."""

import pytest

from application.commands import (
    ForgetCustomer,
    MergeCustomers,
    NameLabel,
    PutLabel,
    RemoveNote,
    RetireLabel,
    TakeLabel,
    WriteNote,
)
from application.forgetting import Forgetting
from application.undoing import Commands, undo_of_notebook
from domain.customer.refusals import CustomerIsForgotten, CustomerIsUnknown
from domain.identity import PersonId, stream_of
from domain.labels.events import Tone
from domain.labels.refusals import LabelIsUnknown
from domain.notebook.events import NoteWritten
from domain.notebook.notebook import Notebook
from tests.application.little_shop import AMANI, PWANI, Customer, LittleShop
from tests.application.test_forgetting import NothingLeft
from tests.domain.pieces import an_id

NOTE, VIP = an_id("note"), an_id("vip")


def test_a_note_is_sealed_for_her_and_she_hears_nothing_of_it(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("hi")
    little.do(WriteNote(wanjiku.id, NOTE, "Always pays late"), WriteNote(wanjiku.id, NOTE, "Twice"))
    little.works()
    (written,) = little.log.told(NoteWritten)
    assert little.vault.open(AMANI, written.body) == "Always pays late"
    assert "late" not in written.model_dump_json()
    assert len(wanjiku.heard) == 1
    little.do(RemoveNote(wanjiku.id, NOTE))
    assert little.get(Notebook, wanjiku.id).notes == ()


def test_a_chat_bears_only_labels_that_this_shop_has(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("hi")
    little.do(NameLabel(VIP, "VIP", Tone.GOLD), PutLabel(wanjiku.id, VIP))
    assert little.get(Notebook, wanjiku.id).labels == (VIP,)
    little.do(TakeLabel(wanjiku.id, VIP), RetireLabel(VIP))
    with pytest.raises(LabelIsUnknown):
        little.do(PutLabel(wanjiku.id, VIP))


def test_what_was_noted_or_taken_away_is_taken_back_once(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("hi")

    def back(place: int) -> Commands:
        story = [each.fact for each in little.log.read(stream_of(AMANI, Notebook.KIND, wanjiku.id))]
        return undo_of_notebook(wanjiku.id, story, place)

    little.do(NameLabel(VIP, "VIP", Tone.GOLD))
    little.do(WriteNote(wanjiku.id, NOTE, "Pays late", PersonId(an_id("amina"))))
    little.do(RemoveNote(wanjiku.id, NOTE), PutLabel(wanjiku.id, VIP))
    assert back(0) == ()
    little.do(*back(1), *back(2))
    again = little.log.told(NoteWritten)[-1]
    assert (little.vault.open(AMANI, again.body), again.by) == ("Pays late", an_id("amina"))
    assert little.get(Notebook, wanjiku.id).labels == ()
    assert [back(place) for place in (0, 1, 2)] == [(), (), ()]
    little.do(*back(-1), *back(-2))
    book = little.get(Notebook, wanjiku.id)
    assert (book.notes, book.labels) == ((), (VIP,))
    assert back(1) == ()
    little.do(*back(-1))
    assert len(little.get(Notebook, wanjiku.id).notes) == 1


def test_nothing_is_written_about_a_stranger_or_another_shops_customer(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    with pytest.raises(CustomerIsUnknown):
        little.do(WriteNote(wanjiku.id, NOTE, "Mine"), boutique=PWANI)
    little.do(ForgetCustomer(wanjiku.id))
    with pytest.raises(CustomerIsForgotten):
        little.do(WriteNote(wanjiku.id, NOTE, "Still mine"))


def test_a_person_with_two_records_keeps_the_labels_of_both(little: LittleShop, wanjiku: Customer) -> None:
    other = Customer(little, "wanjiku-again", "+254799000111")
    wanjiku.says("hi")
    other.says("hi")
    labels = [an_id(f"label {n}") for n in range(6)]
    little.do(*(NameLabel(label, f"label {n}", Tone.SKY) for n, label in enumerate(labels)))
    little.do(*(PutLabel(wanjiku.id, label) for label in labels[:3]))
    little.do(*(PutLabel(other.id, label) for label in labels[2:]))
    little.do(MergeCustomers(wanjiku.id, other.id))
    assert little.get(Notebook, wanjiku.id).labels == tuple(labels[:5])


def test_forgetting_her_empties_the_notebook_and_its_notes_can_be_read_no_more(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    little.do(NameLabel(VIP, "VIP", Tone.GOLD), PutLabel(wanjiku.id, VIP))
    forgetting = Forgetting(little.shop, little.vault, NothingLeft())
    little.do(WriteNote(wanjiku.id, NOTE, "Lives by the mosque"))
    done = forgetting.forget(AMANI, wanjiku.id, an_id("forget"))
    (written,) = little.log.told(NoteWritten)
    assert little.vault.open(AMANI, written.body) is None
    assert little.get(Notebook, wanjiku.id) == Notebook(removed=frozenset({NOTE}))
    assert done.sealed == 4
