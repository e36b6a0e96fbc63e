"""Files beside answers: kept once, hidden until the reveal, taken out unchanged, gone with the answers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import team
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import team_of
from kvik_desktop.evaluation.evidence import usecases as evidence
from kvik_desktop.evaluation.evidence.files import attach_file, export_own, export_revealed
from kvik_desktop.evaluation.evidence.model import LARGEST, MOST, Attachment, FileType
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.deleting import delete_for_good
from tests.journey import PEOPLE, Journey

SECRET = b"HEMMELIGT BILAG"
PDF = b"%PDF-1.7\n" + SECRET


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock).gather_people()
    yield journey
    journey.file.close()


def attach(journey: Journey, who: str, name: str = "Referat.pdf", data: bytes = PDF) -> Attachment:
    return journey.file.do(evidence.attach, journey.id, journey.people[who], "k1.1", name, data).value


def own(journey: Journey, who: str) -> list[str]:
    return [each.name for each in journey.file.ask(evidence.own_attachments, journey.id, journey.people[who])]


def holding(folder: Path, words: bytes = SECRET) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file() and words in path.read_bytes()}


def test_a_file_is_attached_before_a_score_is_chosen_and_exported_unchanged(
    journey: Journey, tmp_path: Path
) -> None:
    source = tmp_path / "Møde 3.PDF"
    source.write_bytes(PDF)
    added = attach_file(journey.file, journey.id, journey.people["Bo"], "k1.1", source).value
    assert (added.name, added.type, added.size) == ("Møde 3.PDF", FileType.PDF, len(PDF))
    assert journey.file.ask(team_of).people[1].answered == 0
    out = tmp_path / "ud"
    out.mkdir()
    paths = [export_own(journey.file, journey.id, journey.people["Bo"], added.id, out) for _ in range(2)]
    assert [path.name for path in paths] == ["Møde 3.pdf", "Møde 3 2.pdf"]
    assert {path.read_bytes() for path in paths} == {PDF}
    journey.answer("Bo", "k1.1", 3)
    assert own(journey, "Bo") == ["Møde 3.PDF"]


def test_a_name_leads_nowhere_and_shows_what_it_is(journey: Journey, tmp_path: Path) -> None:
    added = attach(journey, "Bo", "../../..\\ond\u202efdp.pdf")
    path = export_own(journey.file, journey.id, journey.people["Bo"], added.id, tmp_path)
    assert path.parent == tmp_path
    assert "\u202e" not in path.name
    assert path.suffix == ".pdf"


def test_large_bytes_are_kept_once_and_not_in_the_journal(journey: Journey) -> None:
    before = journey.path.stat().st_size
    large = b"%PDF-" + os.urandom(2**20)
    for who in ("Bo", "Eva"):
        attach(journey, who, data=large)
    attach(journey, "Bo", "Kopi.pdf", large)
    assert journey.path.stat().st_size < before + 1.2 * 2**20


def test_attaching_and_taking_away_are_undone_and_done_again(journey: Journey) -> None:
    journey.answer("Bo", "k1.1", 3)
    added = attach(journey, "Bo")
    assert attach(journey, "Bo") == added, "the same file twice is one"
    journey.file.do(evidence.detach, journey.id, journey.people["Bo"], added.id)
    assert own(journey, "Bo") == []
    journey.file.undo()
    assert own(journey, "Bo") == ["Referat.pdf"]
    _, data = journey.file.ask(evidence.own_content, journey.id, journey.people["Bo"], added.id)
    assert data == PDF
    journey.file.redo()
    journey.reveal()
    journey.file.vacuum()
    assert SECRET not in journey.path.read_bytes(), "after the reveal no undo can ask for it"


def test_only_the_owner_has_it_before_the_reveal_and_all_after(journey: Journey, tmp_path: Path) -> None:
    added = attach(journey, "Bo")
    with pytest.raises(Problem, match="E_ATTACHMENT"):
        export_own(journey.file, journey.id, journey.people["Eva"], added.id, tmp_path)
    with pytest.raises(Problem, match="E_ATTACHMENT"):
        journey.file.do(evidence.detach, journey.id, journey.people["Eva"], added.id)
    with pytest.raises(Problem, match="E_HIDDEN"):
        journey.file.ask(evidence.revealed_attachments, journey.id)
    with pytest.raises(Problem, match="E_HIDDEN"):
        journey.file.ask(evidence.revealed_content, journey.id, added.id)
    journey.reveal()
    assert journey.file.ask(evidence.revealed_attachments, journey.id) == (added,)
    assert export_revealed(journey.file, journey.id, added.id, tmp_path).read_bytes() == PDF
    with pytest.raises(Problem, match="E_REVEALED"):
        attach(journey, "Eva")


def test_too_large_too_many_and_the_wrong_kind_are_refused(journey: Journey, tmp_path: Path) -> None:
    for name, data in (("stor.pdf", b"%PDF-" + bytes(LARGEST)), ("x.exe", b"MZ"), ("x.pdf", b"MZ")):
        with pytest.raises(Problem, match="E_ATTACHMENT"):
            attach(journey, "Bo", name, data)
    too_large = tmp_path / "stor.pdf"
    too_large.write_bytes(b"%PDF-" + bytes(LARGEST))
    with pytest.raises(Problem, match="E_ATTACHMENT"):
        attach_file(journey.file, journey.id, journey.people["Bo"], "k1.1", too_large)
    for number in range(MOST):
        attach(journey, "Bo", f"{number}.pdf")
    with pytest.raises(Problem, match="E_ATTACHMENT"):
        attach(journey, "Bo", "en til.pdf")
    assert len(own(journey, "Bo")) == MOST


def test_a_participant_who_is_removed_takes_the_files_along_and_comes_back_with_them(
    journey: Journey,
) -> None:
    added = attach(journey, "Bo")
    journey.file.do(team.remove, journey.id, journey.people["Bo"])
    journey.file.undo()
    _, data = journey.file.ask(evidence.own_content, journey.id, journey.people["Bo"], added.id)
    assert data == PDF


def test_nothing_is_left_of_them_when_the_answers_are_deleted(journey: Journey, tmp_path: Path) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 3))
    attach(journey, "Bo")
    attach(journey, "Carla", "Fjernet.pdf", b"%PDF-" + SECRET + b" 2")
    journey.file.do(team.remove, journey.id, journey.people["Carla"])
    journey.file.close()
    journey.file = open_file(journey.path)  # with a backup
    assert len(holding(tmp_path)) == 2
    journey.reveal().settle_all().accept()
    assert journey.file.ask(meeting.state, journey.id).value == "accepted"
    delete_for_good(journey.file, journey.id, "Anna")
    assert holding(tmp_path) == set()
    assert holding(tmp_path, b"Referat.pdf") == set()
    assert holding(tmp_path, b"Fjernet.pdf") == set()
    with pytest.raises(Problem, match="E_ATTACHMENT"):
        journey.file.ask(evidence.revealed_content, journey.id, "x")


def test_a_change_of_model_is_refused_once_something_is_attached(journey: Journey) -> None:
    attach(journey, "Bo")
    found = journey.file.ask(evaluations.current)
    assert journey.file.ask(evaluations.known_state, found).value == "answering"
