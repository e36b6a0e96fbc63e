"""What is left when the individual answers have been deleted: what the group agreed on, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.workshop import rounds
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.deleting import delete_for_good
from kvik_desktop.workshop.model import Flag, RoundResult
from kvik_desktop.workshop.usecases import Agreed
from tests.journey import PEOPLE, Journey
from tests.planted import holding


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """An accepted result, where the group has put its own words in the place of some of the gathered."""
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3))
    for name in PEOPLE:
        written = dict.fromkeys((kind.value for kind in StatementKind), (f"SLETTES {name}",))
        journey.answer(name, "k1.1", 3, **written)
    journey.answer("Bo", "k1.2", 3, area=("BLIVER",)).reveal()
    agreed = dict.fromkeys(StatementKind, ("gruppens egne ord",))
    journey.file.do(meeting.settle, journey.id, [Agreed("k1.1", Rating(3), texts=agreed)])
    journey.file.undo()
    journey.file.redo()
    journey.settle_all().accept()
    journey.file.close()
    journey.file = open_file(journey.path)  # with a backup
    yield journey
    journey.file.close()


def test_no_file_holds_what_a_participant_wrote_unless_the_group_kept_it(
    journey: Journey, tmp_path: Path
) -> None:
    assert len(holding(tmp_path, "SLETTES")) == 2, "the file and its backup"
    assert delete_for_good(journey.file, journey.id, "Anna").value == 5
    assert holding(tmp_path, "SLETTES") == set()
    assert holding(tmp_path, "BLIVER") == {journey.path.name}
    first, second, *_ = journey.file.ask(meeting.items, journey.id)
    assert [each.text for each in first.statements[StatementKind.AREA]] == ["gruppens egne ord"]
    assert [each.text for each in second.statements[StatementKind.AREA]] == ["BLIVER"]
    assert journey.file.undo() is None


def test_before_the_result_is_accepted_nothing_is_deleted(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3)).reveal()
    journey.file.backup()
    with pytest.raises(Problem, match="E_STATE"):
        delete_for_good(journey.file, journey.id, "Anna")
    assert list((tmp_path / "brugerdata").rglob("*.kvikdb")) != []
    journey.file.close()


def test_a_round_after_the_deletion_stands_beside_what_was_kept(journey: Journey) -> None:
    delete_for_good(journey.file, journey.id, "Anna")
    journey.file.do(meeting.reopen, journey.id, "Anna", "Nye tal")
    journey.file.do(rounds.open_round, journey.id, "k1.1")
    for name, score in zip(PEOPLE, (1, 4, 4, 5, 5), strict=True):
        given = [NewAnswer("k1.1", Rating(score), {})]
        journey.file.do(rounds.answer_round, journey.id, journey.people[name], given, Way.LAPTOP)
    journey.file.do(rounds.close_round, journey.id, "k1.1", "Anna")
    kept = RoundResult(1, 5, 0, (0, 0, 0, 5, 0, 0), Flag.GREEN)
    first, second = journey.file.ask(meeting.items, journey.id)[0].rounds
    assert first == kept
    assert (second.number, second.n, second.flag) == (2, 5, Flag.RED)
    assert journey.file.ask(meeting.suggestions, journey.id)["k1.1"] == Rating(4)
    journey.accept()
    assert delete_for_good(journey.file, journey.id, "Anna").value == 5
    assert journey.file.ask(meeting.items, journey.id)[0].rounds == (
        kept,
        RoundResult(2, 5, 0, (0, 1, 0, 0, 2, 2), Flag.RED),
    )
