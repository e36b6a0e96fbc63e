"""Files beside an answer: attached, listed, copied out, taken away again; never opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.evidence.usecases import own_attachments
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.screens.index_rows import FINISH
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.shell.window import Window
from tests.drivers.answering import Answering
from tests.drivers.hand import HANDS, Hand, Keys, frame
from tests.evaluation.screens.answering_stage import begin, kept, words_on
from tests.journey import Journey
from tests.window import ToldChooser

PDF = b"%PDF-1.7\n" + bytes(1_250_000)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    path = tmp_path / "Trivselsmåling.pdf"
    path.write_bytes(PDF)
    return path


def names(page: Answering, journey: Journey, who: str) -> list[str]:
    """What the file has beside somebody's answers."""
    return [each.name for each in kept(page, journey, who).files]


@pytest.mark.parametrize("hand", HANDS)
def test_a_file_is_chosen_listed_copied_out_and_taken_away(
    qtbot: QtBot, journey: Journey, survey: Path, tmp_path: Path, hand: Callable[[Window], Hand]
) -> None:
    out = tmp_path / "ud"
    out.mkdir()
    page = begin(qtbot, journey, hand, chooser=ToldChooser([[survey], [out]])).take("Bo").attach()
    assert page.files == ["Trivselsmåling.pdf"]
    assert "PDF, 1,3 MB" in words_on(page.page)
    assert names(page, journey, "Bo") == ["Trivselsmåling.pdf"]
    page.copy("Trivselsmåling.pdf")
    assert (out / "Trivselsmåling.pdf").read_bytes() == PDF
    page.remove("Trivselsmåling.pdf")
    assert page.files == []
    assert names(page, journey, "Bo") == []


def test_taking_a_file_away_can_be_undone_and_so_can_attaching(
    qtbot: QtBot, journey: Journey, survey: Path
) -> None:
    page = begin(qtbot, journey, chooser=ToldChooser([[survey]])).take("Bo").attach()
    page.remove("Trivselsmåling.pdf")
    keys = page.hand
    assert isinstance(keys, Keys)
    keys.key(Qt.Key.Key_Z, CONTROL)
    assert page.files == ["Trivselsmåling.pdf"]
    keys.key(Qt.Key.Key_Z, CONTROL)
    assert page.files == []


def test_files_are_dropped_on_the_question_and_each_wrong_one_is_named(
    qtbot: QtBot, journey: Journey, survey: Path, tmp_path: Path
) -> None:
    program, empty = tmp_path / "program.exe", tmp_path / "tom.txt"
    program.write_bytes(b"MZ")
    empty.write_bytes(b"")
    page = begin(qtbot, journey).take("Bo").go_to("1.2").write(StatementKind.EVIDENCE, "Målingen")
    page.hand.window.take([survey, program, empty])
    assert page.files == ["Trivselsmåling.pdf"]
    seen = words_on(page.page)
    assert "program.exe er ikke en af de typer, der kan vedlægges." in seen
    assert "tom.txt er tom." in seen
    own = kept(page, journey, "Bo")
    assert [each.subcriterion for each in own.files] == ["1.2"]
    assert own.of("1.2").texts[StatementKind.EVIDENCE] == ("Målingen",)
    page.go_to("1.3")
    assert page.files == []
    assert "program.exe" not in words_on(page.page)


def test_nothing_is_dropped_where_nothing_can_be_changed(
    qtbot: QtBot, journey: Journey, survey: Path
) -> None:
    journey.answer("Bo", "1.1", 40)
    journey.file.do(evaluations.submit, journey.id, journey.people["Bo"])
    page = begin(qtbot, journey).take("Bo")
    assert not page.page.drop([survey])
    page.go_to("1.1")
    assert not page.page.drop([survey])
    page.other("Tag mine svar tilbage").go_to(FINISH)
    assert not page.page.drop([survey])
    page.go_to("1.1")
    assert page.page.drop([survey])


def test_what_is_handed_in_can_still_be_copied_out(
    qtbot: QtBot, journey: Journey, survey: Path, tmp_path: Path
) -> None:
    chooser = ToldChooser([[survey], [tmp_path]])
    page = begin(qtbot, journey, chooser=chooser).take("Bo").attach().score(40)
    page.go_to(FINISH).next()
    page.go_to("1.1").copy("Trivselsmåling.pdf")
    copies = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert len(copies) == 2  # never written over
    assert not page.page.form.lists.attached.rows[0].remove.isVisible()  # type: ignore[union-attr]  # it is shown


def test_a_file_makes_a_question_begun_and_the_short_edition_shows_where(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, survey: Path
) -> None:
    (tmp_path / "kort").mkdir()
    short = Journey(tmp_path / "kort", clock).gather_people()
    page = begin(qtbot, short).take("Bo")
    assert page.page.form is not None
    assert not page.page.form.lists.attached.isVisible()
    page.hand.window.take([survey])
    assert page.page.form.lists.attached.isVisible()
    assert kept(page, short, "Bo").progress("k1.1").value == "in-progress"


def test_no_name_of_a_file_is_left_for_the_next(qtbot: QtBot, journey: Journey, survey: Path) -> None:
    page = begin(qtbot, journey, chooser=ToldChooser([[survey]])).take("Bo").attach()
    page.remove("Trivselsmåling.pdf")
    assert "Trivselsmåling" in words_on(frame(page.hand.window))
    page.leave()
    assert "Trivselsmåling" not in words_on(frame(page.hand.window))
    page.take("Eva")
    assert "Trivselsmåling" not in words_on(frame(page.hand.window))


def test_a_file_that_is_too_large_is_refused_whole(qtbot: QtBot, journey: Journey, tmp_path: Path) -> None:
    large = tmp_path / "stor.txt"
    large.write_bytes(b"a" * (20 * 2**20 + 1))
    page = begin(qtbot, journey).take("Bo")
    page.hand.window.take([large])
    assert "stor.txt er større end 20 MB." in words_on(page.page)
    room = page.hand.window.room
    assert room is not None
    found: list[object] = []
    room.desk.ask(own_attachments, journey.id, journey.people["Bo"]).then(found.append)
    assert found == [()]
