"""What a shop writes down about a customer for itself, and the labels of its chats."""

from uuid import UUID

from domain.identity import PersonId
from domain.labels.events import LabelNamed, LabelRetired, Tone
from domain.labels.labels import MOST, LabelIsUnknown, LabelNameIsTaken, Labels, LabelsAreEnough
from domain.notebook.events import LabelPut, LabelTaken, NotebookEmptied, NoteRemoved, NoteWritten
from domain.notebook.notebook import (
    MOST_LABELS,
    MOST_NOTES,
    Notebook,
    NotebookIsFull,
    NoteIsUnknown,
    TooManyLabels,
)
from tests.domain.pieces import an_id, sealed
from tests.support.scenario import Decide, happens, never_refuses, refuses, scenario, stays_quiet

NOTE, VIP, LATE = an_id("note"), an_id("vip"), an_id("late")
WRITTEN = NoteWritten(note=NOTE, body=sealed("note"), by=an_id("amina"))
CALLED = LabelNamed(label=VIP, name="VIP", tone=Tone.GOLD)

never_refuses(Notebook.take_label, because="what is not there is off already")
never_refuses(Notebook.empty, because="she may be forgotten at any time")
never_refuses(Labels.retire_label, because="what is not in use needs no end")


def writing(note: UUID = NOTE) -> Decide[Notebook]:
    return lambda book: book.write_note(note, sealed("note"), PersonId(an_id("amina")))


def naming(label: UUID = VIP, name: str = "VIP", tone: Tone = Tone.GOLD) -> Decide[Labels]:
    return lambda labels: labels.name_label(label, name, tone)


@happens(Notebook.write_note, Notebook.remove_note)
def test_a_note_is_written_and_taken_away() -> None:
    scenario(Notebook).when(writing()).then(WRITTEN)
    after = scenario(Notebook).given(WRITTEN).when(lambda b: b.remove_note(NOTE)).then(NoteRemoved(note=NOTE))
    assert after.notes == ()


@stays_quiet(Notebook.write_note, Notebook.remove_note)
def test_a_note_is_kept_once_and_one_that_was_taken_away_does_not_come_back() -> None:
    scenario(Notebook).when_repeated(writing()).then_nothing()
    gone = scenario(Notebook).given(WRITTEN, NoteRemoved(note=NOTE))
    gone.when(writing()).then_nothing()
    gone.when(lambda book: book.remove_note(NOTE)).then_nothing()


@refuses(Notebook.write_note, Notebook.remove_note)
def test_a_notebook_fills_up_and_knows_what_it_holds() -> None:
    full = [NoteWritten(note=an_id(f"n{n}"), body=sealed("n")) for n in range(MOST_NOTES)]
    scenario(Notebook).given(*full).when(writing()).then_refused(NotebookIsFull)
    scenario(Notebook).when(lambda book: book.remove_note(NOTE)).then_refused(NoteIsUnknown)


@happens(Notebook.put_label, Notebook.take_label)
def test_a_chat_bears_labels_in_the_order_in_which_they_were_put() -> None:
    put = [LabelPut(label=VIP), LabelPut(label=LATE)]
    scenario(Notebook).when(lambda book: book.put_label(VIP)).then(put[0])
    after = scenario(Notebook).given(*put).when(lambda b: b.take_label(VIP)).then(LabelTaken(label=VIP))
    assert after.labels == (LATE,)


@stays_quiet(Notebook.put_label, Notebook.take_label)
def test_a_label_is_put_once_and_taken_once() -> None:
    scenario(Notebook).when_repeated(lambda book: book.put_label(VIP)).then_nothing()
    scenario(Notebook).when(lambda book: book.take_label(VIP)).then_nothing()


@refuses(Notebook.put_label)
def test_a_chat_bears_a_few_labels_only() -> None:
    full = [LabelPut(label=an_id(f"l{n}")) for n in range(MOST_LABELS)]
    scenario(Notebook).given(*full).when(lambda book: book.put_label(VIP)).then_refused(TooManyLabels)


@happens(Notebook.empty)
def test_all_of_it_goes_at_once_and_stays_gone() -> None:
    kept = scenario(Notebook).given(WRITTEN, LabelPut(label=VIP))
    after = kept.when(lambda book: book.empty()).then(NotebookEmptied())
    assert (after.notes, after.labels) == ((), ())
    kept.given(NotebookEmptied()).when(writing()).then_nothing()


@stays_quiet(Notebook.empty)
def test_an_empty_notebook_is_not_emptied() -> None:
    scenario(Notebook).when(lambda book: book.empty()).then_nothing()


@happens(Labels.name_label, Labels.retire_label)
def test_a_label_is_named_named_anew_and_retired() -> None:
    scenario(Labels).when(naming()).then(CALLED)
    anew = LabelNamed(label=VIP, name="vip", tone=Tone.SKY)
    after = scenario(Labels).given(CALLED).when(naming(name="vip", tone=Tone.SKY)).then(anew)
    assert after.named == {VIP: anew}
    gone = scenario(Labels).given(CALLED).when(lambda it: it.retire_label(VIP)).then(LabelRetired(label=VIP))
    assert gone.named == {}


@stays_quiet(Labels.name_label, Labels.retire_label)
def test_a_label_that_is_called_so_already_is_not_named_again() -> None:
    scenario(Labels).when_repeated(naming()).then_nothing()
    scenario(Labels).when(lambda labels: labels.retire_label(VIP)).then_nothing()


@refuses(Labels.name_label)
def test_names_differ_and_labels_are_few() -> None:
    scenario(Labels).given(CALLED).when(naming(LATE, "vip")).then_refused(LabelNameIsTaken)
    many = [LabelNamed(label=an_id(f"l{n}"), name=f"l{n}", tone=Tone.PLAIN) for n in range(MOST)]
    scenario(Labels).given(*many).when(naming()).then_refused(LabelsAreEnough)


def test_only_a_label_in_use_is_put_on_a_chat() -> None:
    scenario(Labels).given(CALLED).state().must_have(VIP)
    try:
        scenario(Labels).given(CALLED, LabelRetired(label=VIP)).state().must_have(VIP)
    except LabelIsUnknown:
        return
    raise AssertionError("a label that is not in use was taken")
