"""What comes back from a page is taken in once, and over other answers never unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvik_desktop.evaluation import answering, team
from kvik_desktop.evaluation.collecting.answer_page import store, usecases
from kvik_desktop.evaluation.collecting.answer_page.page import PageContent
from kvik_desktop.evaluation.collecting.conflicts import keep_chosen
from kvik_desktop.evaluation.collecting.handing_out import write_pages
from kvik_desktop.evaluation.collecting.taking_in import Outcome, take_in
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.workshop import usecases as meeting
from tests.evaluation.collecting.answer_page.filled import as_bytes, prepared, sealed_file, sheet
from tests.journey import Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return Journey(tmp_path, clock).gather_people()


def saved(folder: Path, content: PageContent, score: int, at: str = "08:15:00", name: str = "svar") -> Path:
    filled = sheet(content, {"k1.1": {"score": score, "area": ("Mere ro",)}}, f"2026-11-03T{at}Z")
    path = folder / f"{name}.kviksvar"
    path.write_bytes(as_bytes(sealed_file(content, filled)))
    return path


def outcome(journey: Journey, path: Path) -> str:
    (verdict,) = take_in(journey.file, journey.id, [path])
    return verdict.problem.code if verdict.problem else f"{verdict.outcome} {verdict.taken.answers}"


def test_a_file_is_taken_in_once_and_marked_with_its_way(journey: Journey, tmp_path: Path) -> None:
    pages = prepared(journey)
    path = saved(tmp_path, pages["Bo"], 4)
    assert outcome(journey, path) == "taken-in 1"
    own = journey.file.ask(answering.sheet_of, journey.id, journey.people["Bo"])
    assert own is not None and own.own is not None
    assert own.own.way is Way.ANSWER_PAGE and own.own.submitted is None
    assert own.of("k1.1").rating == Rating(4)
    assert own.of("k1.1").texts[StatementKind.AREA] == ("Mere ro",)
    assert own.given.keys() == {"k1.1"}
    assert outcome(journey, path) == "alike 0"
    journey.file.undo()
    assert outcome(journey, path) == "taken-in 1"
    journey.file.close()


def test_a_second_file_from_one_page_waits_for_a_choice(journey: Journey, tmp_path: Path) -> None:
    bo = prepared(journey)["Bo"]
    assert outcome(journey, saved(tmp_path, bo, 4, "09:00:00")) == "taken-in 1"
    later = saved(tmp_path, bo, 2, "10:00:00")
    (verdict,) = take_in(journey.file, journey.id, [later])
    (waiting,) = verdict.taken.waiting
    assert verdict.outcome is Outcome.WAITING and waiting.incoming.written is not None
    assert waiting.incoming.written.hour == 10
    journey.file.do(keep_chosen, journey.id, waiting, waiting.everything)
    own = journey.file.ask(answering.sheet_of, journey.id, journey.people["Bo"])
    assert own is not None and own.of("k1.1").rating == Rating(2)
    assert outcome(journey, later) == "alike 0"
    journey.file.close()


def test_what_a_file_leaves_open_stays_as_it_was_answered_another_way(
    journey: Journey, tmp_path: Path
) -> None:
    bo = prepared(journey)["Bo"]
    journey.answer("Bo", "k1.2", 5)
    assert outcome(journey, saved(tmp_path, bo, 4)) == "taken-in 1"
    own = journey.file.ask(answering.sheet_of, journey.id, journey.people["Bo"])
    assert own is not None
    assert [own.of(name).rating for name in ("k1.1", "k1.2")] == [Rating(4), Rating(5)]
    journey.file.close()


def test_an_empty_file_late_ones_and_pages_that_are_replaced(journey: Journey, tmp_path: Path) -> None:
    pages = prepared(journey)
    nothing = tmp_path / "tom.kviksvar"
    nothing.write_bytes(as_bytes(sealed_file(pages["Eva"], sheet(pages["Eva"], {}))))
    assert outcome(journey, nothing) == "E_ANSWER_EMPTY"
    journey.file.do(usecases.renew, journey.id, journey.people["Eva"])
    assert outcome(journey, saved(tmp_path, pages["Eva"], 3)) == "E_ANSWER_PERSON"
    journey.file.do(team.remove, journey.id, journey.people["Carla"])
    assert outcome(journey, saved(tmp_path, pages["Carla"], 3)) == "E_ANSWER_PERSON"
    journey.file.undo()
    assert outcome(journey, saved(tmp_path, pages["Carla"], 3)) == "taken-in 1"
    journey.reveal()
    assert outcome(journey, saved(tmp_path, pages["Bo"], 3)) == "E_REVEALED"
    journey.file.close()


def test_a_file_that_is_renamed_is_known_and_a_broken_one_is_no_table(
    journey: Journey, tmp_path: Path
) -> None:
    bo = prepared(journey)["Bo"]
    path = saved(tmp_path, bo, 4)
    broken = tmp_path / "halv.kviksvar"
    broken.write_bytes(path.read_bytes()[100:])
    assert outcome(journey, broken) == "E_ANSWER_FILE"
    assert outcome(journey, path.rename(tmp_path / "svar.kviksvar.txt")) == "taken-in 1"
    journey.file.close()


def test_the_page_itself_is_not_taken_for_answers(journey: Journey, tmp_path: Path) -> None:
    pages = write_pages(journey.file, journey.id, tmp_path, Translator())
    assert outcome(journey, pages[0].path) == "E_ANSWER_PAGE"
    journey.file.close()


def test_the_key_cannot_be_undone_and_goes_with_the_answers(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    bo = prepared(journey)["Bo"]
    assert journey.file.undo_label is None
    path = saved(tmp_path, bo, 4)
    assert outcome(journey, path) == "taken-in 1"
    journey.reveal().settle_all().accept()
    secret = journey.file.ask(lambda work: store.keys.get(work, journey.id))
    assert secret is not None and secret.secret in journey.path.read_bytes()
    journey.file.do(meeting.delete_answers, journey.id, "Anna")
    journey.file.vacuum()
    assert journey.file.ask(usecases.expected, journey.id).key is None
    journey.file.close()
    left = journey.path.read_bytes()
    assert secret.secret not in left
    assert bo.token.encode() not in left
