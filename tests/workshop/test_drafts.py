"""What a group has come to is in the file until it is settled, and is no act."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvik_desktop.action_plan.deleting import delete_person_for_good
from kvik_desktop.compose import open_file
from kvik_desktop.evaluation.privacy.handing_out import write_extract
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.workshop import drafts
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.board import Board, shown
from kvik_desktop.workshop.deleting import delete_for_good
from kvik_desktop.workshop.model import Draft
from kvik_desktop.workshop.usecases import Agreed
from tests.journey import PEOPLE, Journey
from tests.planted import holding

REASON = "PLANTET begrundelse"
DRAFT = Draft(Rating(2), REASON, None, asked=True)


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    """Answered and not revealed."""
    return (
        Journey(tmp_path, clock).gather_people().answer_all(dict(zip(PEOPLE, (0, 1, 3, 4, 5), strict=True)))
    )


def keep(journey: Journey, draft: Draft = DRAFT) -> None:
    journey.file.do(drafts.keep, journey.id, journey.subcriteria[0], 1, draft)


def kept(journey: Journey) -> dict[tuple[str, int], Draft]:
    return dict(journey.file.ask(drafts.drafts, journey.id))


def test_a_draft_is_there_when_the_file_is_opened_again(journey: Journey, clock: FixedClock) -> None:
    journey.reveal()
    keep(journey)
    keep(journey, Draft(Rating(3), REASON, "afventer"))
    journey.file.close()
    with open_file(journey.path, clock=clock) as file:
        board = file.ask(shown)
    assert isinstance(board, Board)
    assert board.drafts == {(journey.subcriteria[0], 1): Draft(Rating(3), REASON, "afventer")}


def test_it_is_no_act(journey: Journey) -> None:
    journey.reveal()
    journey.file.do(meeting.settle, journey.id, [Agreed(journey.subcriteria[1], Rating(3))])
    label = journey.file.undo_label
    keep(journey)
    assert journey.file.undo_label == label
    journey.file.undo()
    assert journey.file.redo_label == label
    keep(journey, Draft(Rating(4)))
    assert journey.file.redo_label == label
    assert kept(journey) == {(journey.subcriteria[0], 1): Draft(Rating(4))}


def test_it_goes_when_it_is_settled_and_none_is_kept_then(journey: Journey) -> None:
    journey.reveal()
    keep(journey)
    journey.file.do(meeting.settle, journey.id, [Agreed(journey.subcriteria[0], Rating(3))])
    assert kept(journey) == {}
    keep(journey)
    assert kept(journey) == {}


def test_none_is_kept_of_what_is_hidden(journey: Journey) -> None:
    keep(journey)
    assert kept(journey) == {}


def test_one_that_the_model_does_not_have(journey: Journey) -> None:
    journey.reveal()
    with pytest.raises(Problem) as told:
        journey.file.do(drafts.keep, journey.id, "99.9", 1, DRAFT)
    assert told.value.code == "E_CONSENSUS"


def test_nothing_of_it_is_left_when_the_answers_are_deleted(journey: Journey) -> None:
    journey.reveal()
    keep(journey)
    journey.settle_all().accept()
    delete_for_good(journey.file, journey.id, "Anna")
    journey.file.close()
    assert holding(journey.path.parent, REASON) == set()


def test_it_is_the_groups_and_in_nobodys_extract(journey: Journey, tmp_path: Path) -> None:
    """Nobody wrote it alone, and whom it may name is said in words that are not settled yet."""
    journey.reveal()
    keep(journey, Draft(Rating(2), f"Anna: {REASON}", f"Bo: {REASON}"))
    for name in PEOPLE:
        out = tmp_path / name
        out.mkdir()
        folder = write_extract(journey.file, journey.id, journey.people[name], out, Translator())
        assert holding(folder, REASON) == set()


def test_a_person_can_be_deleted_only_when_no_draft_is_left_to_name_them(journey: Journey) -> None:
    journey.reveal()
    keep(journey, Draft(Rating(2), f"Bo: {REASON}"))
    bo = journey.people["Bo"]
    with pytest.raises(Problem) as told:
        delete_person_for_good(journey.file, journey.id, bo, "Anna")
    assert told.value.code == "E_STATE"
    journey.settle_all().accept()
    delete_person_for_good(journey.file, journey.id, bo, "Anna")
    assert holding(journey.path.parent, REASON) == set()
