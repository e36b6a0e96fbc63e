"""The facilitator's private notes: kept, found and undone, and in nothing that leaves the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kvik_desktop.evaluation.privacy import usecases as privacy
from kvik_desktop.evaluation.settings import name_speakers, show_few_dots
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.workshop import notes
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.board import shown
from kvik_desktop.workshop.deleting import delete_for_good
from kvik_desktop.workshop.model import DAY
from tests.journey import PEOPLE, Journey

SECRET = "Xq7: Bo virker træt, spørg ham i pausen"


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3))
    yield journey
    journey.file.close()


def written(journey: Journey) -> dict[str, str]:
    return dict(journey.file.ask(notes.notes, journey.id))


def test_a_note_is_kept_before_and_after_the_reveal_and_typing_is_one_step(journey: Journey) -> None:
    journey.file.do(notes.write, journey.id, DAY, "Husk")
    journey.file.do(notes.write, journey.id, DAY, "Husk kaffe")
    journey.reveal()
    journey.file.do(notes.write, journey.id, "k1.1", SECRET)
    assert written(journey) == {DAY: "Husk kaffe", "k1.1": SECRET}
    journey.file.undo()
    assert written(journey) == {DAY: "Husk kaffe"}
    journey.file.redo()
    journey.file.do(notes.write, journey.id, "k1.1", "  ")
    assert written(journey) == {DAY: "Husk kaffe"}


def test_the_name_of_the_step_does_not_hold_the_note(journey: Journey) -> None:
    journey.file.do(notes.write, journey.id, "k1.1", SECRET)
    assert SECRET not in str(journey.file.undo_label)
    assert "Xq7" not in str(journey.file.undo_label)


def test_notes_are_found_by_their_words_in_whatever_case() -> None:
    there = {DAY: "Husk kaffe", "k1.1": "Bo virker TRÆT", "k1.2": "Bo er glad"}
    assert notes.found(there, "bo træt") == ("k1.1",)
    assert notes.found(there, "BO") == ("k1.1", "k1.2")
    assert notes.found(there, " ") == tuple(there)
    assert notes.found(there, "sur") == ()


def test_a_note_has_a_subject_and_an_end(journey: Journey) -> None:
    for subject, text in (("k99.1", "Ord"), (DAY, "x" * (notes.LONGEST + 1))):
        with pytest.raises(Problem):
            journey.file.do(notes.write, journey.id, subject, text)
    assert written(journey) == {}


def test_the_board_the_result_and_anybodys_extract_know_nothing_of_notes(journey: Journey) -> None:
    journey.reveal()
    journey.file.do(notes.write, journey.id, "k1.1", SECRET)
    for told in (
        journey.file.ask(shown),
        journey.file.ask(meeting.result, journey.id),
        journey.file.ask(privacy.extract, journey.id, journey.people["Bo"]),
    ):
        assert "Xq7" not in repr(told)


def test_notes_go_with_the_answers_and_leave_no_trace(journey: Journey) -> None:
    journey.reveal()
    journey.file.do(notes.write, journey.id, "k1.1", SECRET)
    journey.settle_all(3).accept()
    delete_for_good(journey.file, journey.id, "Anna")
    assert written(journey) == {}
    journey.file.close()
    with sqlite3.connect(f"file:{journey.path}?mode=ro", uri=True) as raw:
        assert "Xq7" not in "\n".join(raw.iterdump())
    raw.close()
    assert b"Xq7" not in journey.path.read_bytes()


def test_names_are_chosen_only_from_the_reveal_on_and_dots_before_it(journey: Journey) -> None:
    with pytest.raises(Problem) as early:
        journey.file.do(name_speakers, journey.id, named=True)
    assert early.value.code == "E_STATE"
    journey.file.do(show_few_dots, journey.id, shown=True)
    journey.reveal()
    journey.file.do(name_speakers, journey.id, named=True)
    evaluation = journey.file.ask(meeting.result, journey.id).evaluation
    assert (evaluation.few_dots, evaluation.speakers_named) == (True, True)
    journey.file.undo()
    assert not journey.file.ask(meeting.result, journey.id).evaluation.speakers_named
