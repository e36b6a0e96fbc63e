"""The window around the pages: files, steps back, looks, keys and faults, without any feature's page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.usecases import NewParticipant
from kvik_desktop.foundation.change import Change, Kind
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.shell import crash, help_dialog
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Foot, Page
from kvik_desktop.shell.session import Opened
from kvik_desktop.shell.settings import Recent, Settings
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.window import Window
from kvik_desktop.shell.workspace import Jump, Remark, Status, Stop, StopState, Workspace
from kvik_desktop.storage.work import Work
from tests.journey import Journey
from tests.window import window

Open = Callable[[Path], Window]


class Names(Page):
    """A page that shows who takes part, and takes one more."""

    kinds = frozenset({Kind.PARTICIPANTS})
    help = say("Skriv navnene på dem, der er med.")

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__(ui, desk)
        content = QWidget()
        layout = QVBoxLayout(content)
        self.names = QLabel()
        self.field = QLineEdit()
        self.other = QPushButton("Andet")
        for widget in (self.names, self.field, self.other):
            layout.addWidget(widget)
        self.set_panes(content, guidance=QPushButton("Vejledning"))
        self.set_foot(Foot(Act(ui.tr(say("Tilføj")), self.add), (Act("Gå", lambda: desk.go("b", "dér")),)))
        self.at = ""

    def refresh(self) -> None:
        self.desk.ask(names).then(lambda found: self.names.setText(", ".join(found)))

    def add(self) -> None:
        self.desk.do(add, self.field.text())

    def flush(self) -> None:
        if self.field.text().endswith("…"):
            self.desk.do(add, self.field.text().removesuffix("…"))

    @property
    def place(self) -> str:
        return self.at

    def go_to(self, place: str) -> None:
        self.at = place


class Other(Names):
    """A second page."""


def names(work: Work) -> list[str]:
    return [person.name for person in evaluations.roster(work, evaluations.current(work).id)]


def add(work: Work, name: str) -> Change[Any]:
    if not name:
        raise Problem("E_NAME", say("Der er ikke skrevet et navn."), say("Skriv et navn. Intet er ændret."))
    new = NewParticipant(name, "lærer", leader=False)
    return evaluations.add_participants(work, evaluations.current(work).id, [new])


def status(work: Work) -> Status:
    missing = StopState("waiting", say("Venter på svar"))
    return Status("Børnehuset", "Selvevaluering", {"b": missing}, "a")


STOPS = (Stop("a", say("Deltagere"), Names, 1), Stop("b", say("Flere"), Other, 2))


def opener(kind: str, path: str) -> Opened:
    file = open_file(Path(path))
    return Opened(file, Workspace("institution", STOPS, status))


@pytest.fixture
def file(tmp_path: Path, clock: FixedClock) -> Path:
    journey = Journey(tmp_path, clock)
    journey.file.close()
    return journey.path


@pytest.fixture
def opened(qtbot: QtBot, file: Path, clock: FixedClock) -> Window:
    shown = window(qtbot, clock=clock, opener=opener)
    shown.open(file)
    return shown


def page(shown: Window) -> Names:
    assert shown.room is not None
    found = shown.room.page
    assert isinstance(found, Names)
    return found


class Tall(Names):
    """A page with more on it than fits under each other."""

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__(ui, desk)
        self.names.setMinimumHeight(2000)


def rail(shown: Window) -> list[str]:
    assert shown.room is not None
    model = shown.room.frame.rail.model()
    return [
        str(model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
    ]


def test_an_opened_file_stands_where_it_has_got_to(opened: Window) -> None:
    assert opened.windowTitle() == "Børnehuset – KVIK"
    assert type(page(opened)) is Names
    assert rail(opened) == ["1 Deltagere, Åben", "2 Flere, Venter, Venter på svar"]


def test_a_change_is_saved_shown_named_and_can_be_undone(opened: Window) -> None:
    assert opened.room is not None
    page(opened).field.setText("Anna")
    QTest.keyClick(page(opened), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page(opened).names.text() == "Anna"
    tooltips = [button.toolTip() for button in opened.findChildren(QWidget) if "Ctrl+Z" in button.toolTip()]
    assert tooltips
    assert "Alt er gemt kl." in all_text(opened)
    QTest.keyClick(page(opened), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page(opened).names.text() == ""
    assert "Fortrudt:" in all_text(opened)
    QTest.keyClick(page(opened), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert page(opened).names.text() == "Anna"


def test_a_problem_stands_over_the_page_until_the_next_thing_is_done(opened: Window) -> None:
    QTest.keyClick(page(opened), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Der er ikke skrevet et navn." in all_text(opened)
    QTest.keyClick(page(opened), Qt.Key.Key_Escape)
    assert "Der er ikke skrevet et navn." not in all_text(opened)


def test_a_page_that_is_not_seen_is_fresh_when_it_comes_forward(opened: Window) -> None:
    assert opened.room is not None
    opened.room.go("b")
    opened.room.go("a")
    page(opened).field.setText("Anna")
    page(opened).add()
    opened.room.go("b")
    assert type(page(opened)) is Other
    assert page(opened).names.text() == "Anna"


@pytest.mark.parametrize("first", ["a", "b"])
def test_a_note_and_the_foot_are_whole_also_where_a_page_is_too_tall(
    qtbot: QtBot, file: Path, clock: FixedClock, first: str
) -> None:
    """Also where that page is not the one that is seen."""

    def asks(work: Work) -> Status:
        jumps = (Jump(say("Slet dem…"), "a"), Jump(say("Sæt en ny dag"), "b"))
        text = say("Svarene skulle være slettet senest den 31.01.2026, men er her endnu.")
        return replace(status(work), remark=Remark(text, say("Slet dem nu."), jumps))

    def tall(kind: str, path: str) -> Opened:
        stops = (Stop("a", say("Høj"), Tall, 1), Stop("b", say("Flere"), Other, 2))
        return Opened(open_file(Path(path)), Workspace("institution", stops, asks))

    shown = window(qtbot, Settings(percent=200), clock=clock, opener=tall)
    shown.open(file)
    assert shown.room is not None
    shown.room.go("b" if first == "a" else "a")
    shown.room.go(first)
    QApplication.processEvents()
    [note] = [note for note in shown.findChildren(Note) if note.isVisible()]
    assert note.height() >= note.heightForWidth(note.width())
    foot = shown.room.frame.foot
    assert foot.height() >= foot.minimumSizeHint().height()
    assert foot.geometry().bottom() <= shown.room.frame.height()


def test_leaving_a_page_saves_what_is_being_typed(opened: Window) -> None:
    assert opened.room is not None
    page(opened).field.setText("Bo…")
    QTest.keyClick(page(opened), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page(opened).names.text() == "Bo"


@pytest.mark.parametrize(
    "look", [Settings(language="en"), Settings(theme="dark"), Settings(theme="light", percent=200)]
)
def test_another_language_or_look_shows_at_once_at_the_same_place(opened: Window, look: Settings) -> None:
    assert opened.room is not None
    opened.room.go("b", "dér")
    page(opened).field.setText("Carla…")
    before = page(opened)
    opened.change_look(look)
    assert page(opened) is not before
    assert type(page(opened)) is Other
    assert page(opened).place == "dér"
    assert page(opened).names.text() == "Carla"


def test_the_file_is_opened_again_where_it_was_left(qtbot: QtBot, file: Path, clock: FixedClock) -> None:
    first = window(qtbot, clock=clock, opener=opener)
    first.open(file)
    assert first.room is not None
    first.room.go("b", "dér")
    first.close()
    second = window(qtbot, clock=clock, opener=opener)
    assert second.settings.recent[0] == Recent(
        str(file), "institution", "Børnehuset", "b dér", second.settings.recent[0].opened
    )
    second.open(file)
    assert type(page(second)) is Other
    assert page(second).place == "dér"


def test_closing_the_window_closes_the_file(opened: Window, file: Path) -> None:
    opened.close()
    assert [path.name for path in file.parent.iterdir() if path.name.startswith(file.name)] == [file.name]
    with open_file(file) as again:
        assert not again.read_only


def test_back_to_the_start_page_and_in_again(opened: Window, file: Path) -> None:
    QTest.keyClick(page(opened), Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert opened.room is None
    assert opened.windowTitle() == "KVIK"
    opened.take([file])
    assert opened.room is not None


def test_a_dropped_evaluation_is_opened_and_another_file_refused(
    qtbot: QtBot, file: Path, clock: FixedClock, tmp_path: Path
) -> None:
    shown = window(qtbot, clock=clock, opener=opener)
    drop(shown, file)
    assert shown.room is not None
    drop(shown, tmp_path / "billede.png")
    assert "billede.png kan ikke bruges på denne side." in all_text(shown)


def test_zones_go_round_and_the_whole_page_is_reached_by_tab(opened: Window) -> None:
    assert opened.room is not None
    frame = opened.room.frame
    opened.activateWindow()
    opened.room.frame.rail.setFocus()
    visited: list[QWidget] = []
    for _ in range(5):  # as many as there are zones
        QTest.keyClick(opened.focusWidget() or frame, Qt.Key.Key_F6)
        focused = opened.focusWidget()
        assert focused is not None
        visited.append(focused)
    zones = [
        next(place for place, zone in enumerate(frame.zones()) if zone is one or zone.isAncestorOf(one))
        for one in visited
    ]
    assert sorted(zones) == [0, 1, 2, 3, 4]


def test_a_fault_of_ours_is_told_without_what_anybody_wrote(
    opened: Window, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(crash.CrashDialog, "exec", lambda self: shown.append(all_text(self)))

    def broken(work: Work) -> None:
        raise ValueError("Annas hemmelighed")

    with pytest.raises(ValueError, match="hemmelighed") as caught:
        page(opened).desk.ask(broken)
    Window.crashed(opened, caught.value)
    assert len(shown) == 1
    assert "Alt, hvad du har gjort før, er gemt i filen." in shown[0]
    assert "hemmelighed" not in shown[0] + caplog.text
    assert "ValueError" in caplog.text
    caplog.clear()


def test_help_tells_of_the_page_and_of_every_key(opened: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(help_dialog.HelpDialog, "exec", lambda self: shown.append(all_text(self)))
    QTest.keyClick(page(opened), Qt.Key.Key_F1)
    assert "Skriv navnene på dem, der er med." in shown[0]
    assert "Ctrl+Enter" in shown[0]
    assert "F6" in shown[0]


def drop(shown: Window, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    shown.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def all_text(root: QWidget) -> str:
    """Everything that is seen or heard."""
    seen = [root, *(widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root))]
    labels = [widget.text() for widget in seen if isinstance(widget, QLabel)]
    return "\n".join([*labels, *(widget.accessibleName() for widget in seen)])
