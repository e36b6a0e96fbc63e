"""From the start page to an evaluation under way: few inputs, good advice, and nothing overwritten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation, Unit
from kvik_desktop.evaluation.preparing.model import Circumstances, Time
from kvik_desktop.evaluation.preparing.preparation import Preparation, preparation
from kvik_desktop.foundation.places import Places
from kvik_desktop.model_package.model import Method, ModelPackage, Sector
from kvik_desktop.shell.settings import Settings
from kvik_desktop.storage.work import Work
from tests.desktop.conftest import Desk
from tests.drivers.hand import Keys
from tests.drivers.start import NewSelfAssessment, Starting
from tests.held_tasks import HeldTasks
from tests.window import window


def made(start: Starting) -> tuple[Unit, Evaluation, ModelPackage]:
    """What lies in the file that is open."""

    def ask(work: Work) -> tuple[Unit, Evaluation, ModelPackage]:
        found = evaluations.current(work)
        return evaluations.unit_of(work, found), found, evaluations.package_of(work, found)

    room = start.hand.window.room
    assert room is not None, "nothing was opened"
    answers: list[tuple[Unit, Evaluation, ModelPackage]] = []
    room.desk.ask(ask).then(answers.append)
    return answers[0]


def test_a_name_and_a_sector_and_they_are_under_way(desk: Desk) -> None:
    start = desk.start()
    start.new().name("Børnehuset Tudsen").sector(Sector.DAYCARE).create()
    unit, evaluation, package = made(start)
    assert (unit.name, unit.sector) == ("Børnehuset Tudsen", Sector.DAYCARE)
    assert (package.id, evaluation.method, evaluation.title) == (
        "kvik-kort", Method.SCALE5, "Selvevaluering 2026",
    )  # fmt: skip
    room = start.hand.window.room
    assert room is not None
    assert room.desk.path == Places.of_user().evaluations / "Børnehuset Tudsen 2026.kvikdb"
    assert start.hand.inputs <= 4


@pytest.mark.parametrize(
    ("people", "time", "first", "says", "model"),
    [
        (6, Time.DAY, False, "færre end otte", "kvik-kort"),
        (9, Time.DAYS, True, "første gang", "kvik-kort"),
        (9, Time.MORNING, False, "på en formiddag", "kvik-kort"),
        (10, Time.DAYS, False, "10 personer × 20 timer = ca. 200 timer", "kvik"),
    ],
)
def test_the_advice_follows_the_answers(
    desk: Desk, people: int, time: Time, first: bool, says: str, model: str
) -> None:
    start = desk.start()
    page = start.new().name("Engskolen").sector(Sector.SCHOOL).people(people).time(time).first_time(first)
    assert says in page.advice
    page.create()
    assert made(start)[2].id == model
    room = start.hand.window.room
    assert room is not None
    kept: list[Preparation] = []
    room.desk.ask(preparation).then(kept.append)
    assert kept[0].circumstances == Circumstances(people, time, experienced=not first)


def test_one_may_choose_otherwise_and_go_back_to_the_advice(desk: Desk) -> None:
    start = desk.start()
    page = start.new().name("Engskolen").sector(Sector.SCHOOL)
    card = page.page.advice
    start.hand.press(card.other)
    start.hand.enter(card.model)
    QTest.keyClick(card.model, Qt.Key.Key_Up)
    assert own(page) == ("kvik", Method.CLASSICAL)
    start.hand.enter(card.method)
    QTest.keyClick(card.method, Qt.Key.Key_Down)
    assert own(page) == ("kvik", Method.FINE)
    start.hand.press(card.other)
    assert own(page) is None
    start.hand.press(card.other)
    page.create()
    assert made(start)[2].id == "kvik-kort"


def test_the_button_sleeps_until_it_can_begin_and_says_why(desk: Desk) -> None:
    start = desk.start()
    page = start.new()
    assert foot(page) == "Skriv først, hvad institutionen hedder."
    page.create()
    assert not is_open(start)
    page.name("Engskolen")
    assert foot(page) == "Vælg først, hvad I er."
    page.sector(Sector.SCHOOL)
    assert foot(page) == ""


def own(page: NewSelfAssessment) -> tuple[str, Method] | None:
    return page.page.draft.own


def is_open(start: Starting) -> bool:
    return start.hand.window.room is not None


def foot(page: NewSelfAssessment) -> str:
    return page.page.foot.primary.asleep


def test_the_municipality_is_found_by_some_of_its_letters(desk: Desk) -> None:
    start = desk.start()
    page = start.new().name("Engskolen").sector(Sector.SCHOOL).municipality("ingborg")
    assert page.page.municipality.control.currentText() == "Vordingborg"
    page.create()
    assert made(start)[0].municipality == "390"


def test_the_place_follows_the_name_until_one_chooses_another(desk: Desk, tmp_path: Path) -> None:
    desk.chooser.answers = [[tmp_path / "min skole"]]
    start = desk.start()
    page = start.new().name("Eng/skolen")
    assert page.proposed == Places.of_user().evaluations / "Eng skolen 2026.kvikdb"
    start.hand.press(page.page.place.button)
    assert page.proposed == tmp_path / "min skole.kvikdb"
    page.name("!").sector(Sector.SCHOOL)
    assert page.proposed == tmp_path / "min skole.kvikdb"
    page.create()
    room = start.hand.window.room
    assert room is not None
    assert room.desk.path == tmp_path / "min skole.kvikdb"


def test_a_chosen_file_that_is_there_is_told_beside_the_field(desk: Desk) -> None:
    there = desk.file("Engskolen")
    before = there.read_bytes()
    desk.chooser.answers = [[there]]
    start = desk.start()
    page = start.new().name("Engskolen").sector(Sector.SCHOOL)
    start.hand.press(page.page.place.button)
    page.create()
    assert not is_open(start)
    assert "findes allerede" in page.page.place.error
    assert page.page.place.button.hasFocus()
    assert there.read_bytes() == before
    assert foot(page) == ""


def test_another_language_or_look_keeps_what_is_filled_in(desk: Desk) -> None:
    start = desk.start()
    page = start.new().name("Engskolen").sector(Sector.SCHOOL).first_time(False).municipality("Ærø")
    before = page.page.draft
    window = start.hand.window
    window.change_look(replace(window.settings, percent=125, theme="dark"))
    assert page.page.draft == before
    assert page.page.name.control.text() == "Engskolen"
    assert page.page.sector.key is Sector.SCHOOL
    assert page.page.circumstances.first_time.key is False
    assert page.page.municipality.control.currentText() == "Ærø"


def test_it_is_made_once_however_often_the_button_is_pressed(desk: Desk) -> None:
    tasks = HeldTasks()
    start = desk.start(tasks=tasks)
    page = start.new().name("Engskolen").sector(Sector.SCHOOL)
    page.create()
    assert foot(page) == "Filen bliver lavet …"
    page.create()
    tasks.release()
    assert [path.name for path in Places.of_user().evaluations.glob("*.kvikdb")] == ["Engskolen 2026.kvikdb"]


def test_who_goes_back_makes_nothing(desk: Desk) -> None:
    start = desk.start()
    start.new().name("Engskolen").sector(Sector.SCHOOL)
    start.back()
    assert start.page.sub is None
    assert not Places.of_user().evaluations.exists()


def test_tab_brings_what_it_comes_to_into_view(qtbot: QtBot) -> None:
    """Also when it comes from the foot to the fields that are scrolled away."""
    shown = window(qtbot, Settings(percent=200))
    hand = Keys(shown)
    Starting(hand).new()
    for _ in range(12):
        hand.key(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.visibleRegion().boundingRect().height() >= min(focused.height(), 24), focused
