"""Every step can be undone and done again, up to the borders; the tables are then exactly as they were."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.work import Work
from tests.storage.things import (
    PARTS,
    THING,
    THINGS,
    Hands,
    Part,
    Thing,
    cabinet,
    new_file,
    put_thing,
    things,
)

State = tuple[tuple[Thing, ...], tuple[Part, ...]]
ids = st.integers(1, 4)
texts = st.text("abæ\n", max_size=3)
some_things = st.lists(
    st.builds(Thing, ids, texts, data=st.none() | st.binary(max_size=2)), max_size=5, unique_by=lambda t: t.id
)


def put_all(work: Work, given: list[Thing]) -> Change[None]:
    THINGS.put_many(work, given)
    return changed(Kind.ANSWERS, value=None, undo=say("gem flere"))


def put_with_parts(work: Work, thing: Thing, names: list[str]) -> Change[None]:
    THINGS.put(work, thing)
    PARTS.put_many(work, (Part(thing.id, name) for name in names))
    return changed(Kind.AREAS, value=None, undo=say("gem med dele"))


def remove(work: Work, number: int) -> Change[None]:
    for part in PARTS.all(work):
        if part.thing == number:
            PARTS.remove(work, part.thing, part.name)
    THINGS.remove(work, number)
    return changed(Kind.ANSWERS, value=None, undo=say("slet"))


def rotate_places(work: Work) -> Change[None]:
    """Give everything its neighbour's place, which must be free in between because places are unique."""
    found = THINGS.all(work, order_by=THING.c.id)
    for thing in found:
        THINGS.put(work, Thing(thing.id, thing.text, None, thing.data))
    for n, thing in enumerate(found):
        place = (thing.place or n) % len(found) + 1
        taken = {other.place for other in THINGS.all(work)}
        THINGS.put(work, Thing(thing.id, thing.text, None if place in taken else place, thing.data))
    return changed(Kind.ANSWERS, value=None, undo=say("flyt"))


def type_text(work: Work, number: int, text: str) -> Change[None]:
    work.merge_typing(f"thing {number}")
    THINGS.put(work, Thing(number, text))
    return changed(Kind.ANSWERS, value=None, undo=say("skriv"))


def settle(work: Work, text: str) -> Change[None]:
    THINGS.put(work, Thing(9, text))
    return changed(Kind.CONSENSUS, value=None)


def everything(work: Work) -> State:
    return THINGS.all(work, order_by=THING.c.id), PARTS.all(work, order_by=tuple(PARTS.table.c))


@dataclass
class Step:
    actor: str
    label: str
    before: State
    after: State
    is_border: bool = False


class UndoMachine(RuleBasedStateMachine):
    """Random operations by two people, against a plain list of states."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.file: EvaluationFile = new_file(self.folder, Hands())
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def teardown(self) -> None:
        while self._can_undo():
            self.undo()
        while self._can_redo():
            self.redo()
        self.file.close()
        shutil.rmtree(self.folder)

    def _did(self, before: State, label: str, *, is_border: bool = False) -> None:
        after = self.file.ask(everything)
        if after != before:
            self.done.append(Step(self.file.actor, label, before, after, is_border))
            self.undone.clear()

    @rule(thing=st.builds(Thing, ids, texts))
    def put(self, thing: Thing) -> None:
        before = self.file.ask(everything)
        self.file.do(put_thing, thing)
        self._did(before, "gem {text}")

    @rule(given=some_things)
    def put_many(self, given: list[Thing]) -> None:
        before = self.file.ask(everything)
        self.file.do(put_all, given)
        self._did(before, "gem flere")

    @rule(number=ids, names=st.lists(texts, max_size=3))
    def put_parts(self, number: int, names: list[str]) -> None:
        before = self.file.ask(everything)
        self.file.do(put_with_parts, Thing(number, "med dele"), names)
        self._did(before, "gem med dele")

    @rule(number=ids)
    def remove(self, number: int) -> None:
        before = self.file.ask(everything)
        self.file.do(remove, number)
        self._did(before, "slet")

    @rule()
    def rotate(self) -> None:
        before = self.file.ask(everything)
        self.file.do(rotate_places)
        self._did(before, "flyt")

    @rule(text=texts)
    def settle(self, text: str) -> None:
        before = self.file.ask(everything)
        self.file.do(settle, text)
        self._did(before, "", is_border=True)

    @rule(actor=st.sampled_from(("anna", "bo")), afresh=st.booleans())
    def take_turn(self, actor: str, afresh: bool) -> None:
        """Whoever takes over ends for good what the other could undo or do again; afresh also their own."""
        self.file.give_turn(actor, afresh=afresh)
        latest = (self.undone or self.done[::-1])[:1]
        if latest and not latest[0].is_border and (afresh or latest[0].actor != actor):
            now = self.file.ask(everything)
            self.undone.clear()
            self.done.append(Step(actor, "", now, now, is_border=True))

    @rule()
    def reopen(self) -> None:
        actor = self.file.actor
        self.file.close()
        self.file = EvaluationFile.open(self.file.path, cabinet(self.folder, Hands()))
        self.file.actor = actor

    @precondition(lambda self: self._can_undo())
    @rule()
    def undo(self) -> None:
        step = self.done.pop()
        change = self.file.undo()
        assert change is not None
        assert change.undo is not None
        assert change.undo.message == step.label
        assert self.file.ask(everything) == step.before
        self.undone.append(step)

    @precondition(lambda self: self._can_redo())
    @rule()
    def redo(self) -> None:
        step = self.undone.pop()
        assert self.file.redo() is not None
        assert self.file.ask(everything) == step.after
        self.done.append(step)

    def _can_undo(self) -> bool:
        return bool(self.done) and not self.done[-1].is_border and self.done[-1].actor == self.file.actor

    def _can_redo(self) -> bool:
        return bool(self.undone) and self.undone[-1].actor == self.file.actor

    @invariant()
    def says_what_can_be_undone(self) -> None:
        undo, redo = self.file.undo_label, self.file.redo_label
        assert (undo and undo.message) == (self.done[-1].label if self._can_undo() else None)
        assert (redo and redo.message) == (self.undone[-1].label if self._can_redo() else None)

    @invariant()
    def nothing_happens_past_a_border(self) -> None:
        state = self.file.ask(everything)
        if not self._can_undo():
            assert self.file.undo() is None
        if not self._can_redo():
            assert self.file.redo() is None
        assert self.file.ask(everything) == state


UndoMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestUndo = UndoMachine.TestCase


def test_typing_is_one_step_for_a_minute(tmp_path: Path) -> None:
    clock = Hands()
    with new_file(tmp_path, clock) as file:
        for text in ("H", "He", "Hej"):
            clock.wind(seconds=20)
            file.do(type_text, 1, text)
        clock.wind(seconds=21)
        file.do(type_text, 1, "Hej du")
        file.undo()
        assert things(file) == (Thing(1, "Hej"),)
        file.undo()
        assert things(file) == ()
        file.redo()
        assert things(file) == (Thing(1, "Hej"),)


def test_typing_elsewhere_or_by_another_is_a_step_of_its_own(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.do(type_text, 1, "a")
        file.do(type_text, 2, "b")
        file.do(type_text, 1, "c")
        with file.acting_as("bo"):
            file.do(type_text, 1, "d")
            assert file.undo() is not None
            assert things(file) == (Thing(1, "c"), Thing(2, "b"))
            assert file.undo() is None
        assert file.redo_label is None


def test_typing_that_also_touches_something_new_is_undone_with_it(tmp_path: Path) -> None:
    def type_and_part(work: Work) -> Change[None]:
        change = type_text(work, 1, "ab")
        PARTS.put(work, Part(1, "del"))
        return change

    with new_file(tmp_path) as file:
        file.do(type_text, 1, "a")
        file.do(type_and_part)
        file.undo()
        assert file.ask(everything) == ((), ())
        file.redo()
        assert file.ask(everything) == ((Thing(1, "ab"),), (Part(1, "del"),))


def test_typing_after_an_undo_does_not_join_what_was_undone(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.do(type_text, 1, "a")
        file.undo()
        file.do(type_text, 1, "b")
        assert file.redo() is None
        file.undo()
        assert things(file) == ()


def test_what_changes_nothing_is_no_step_and_keeps_the_way_forward(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.do(put_thing, Thing(1, "a"))
        file.do(put_thing, Thing(2, "b"))
        file.undo()
        file.do(put_thing, Thing(1, "a"))
        assert file.redo() is not None
        assert things(file) == (Thing(1, "a"), Thing(2, "b"))


def test_undo_tells_which_kinds_changed(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.do(put_with_parts, Thing(1), ["x"])
        undone, redone = file.undo(), file.redo()
    assert undone is not None
    assert redone is not None
    assert undone.kinds == redone.kinds == {Kind.AREAS}
