"""The projector's window: on and off, screens that come and go, keys that drive the meeting, looks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from kvik_desktop.compose import open_file
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Asked, Foot, Page
from kvik_desktop.shell.projector.enlarging import enlarged
from kvik_desktop.shell.projector.neutral_slide import NeutralSlide
from kvik_desktop.shell.projector.projection import Projection, Slide
from kvik_desktop.shell.projector.projector import Projector
from kvik_desktop.shell.projector.projector_window import ProjectorWindow
from kvik_desktop.shell.projector.way_out import WayOut
from kvik_desktop.shell.session import Opened
from kvik_desktop.shell.settings import Settings
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.window import Window
from kvik_desktop.shell.workspace import Status, Stop, Workspace
from tests.journey import Journey
from tests.window import PATIENCE, window

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Said(Slide):
    """A slide with one sentence on each of its pages."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self.words = QLabel()
        self.freshly: list[bool] = []
        self._page = 0
        QVBoxLayout(self).addWidget(self.words)

    def show_given(self, given: Any, *, fresh: bool) -> None:
        self.words.setText(given)
        self.freshly.append(fresh)

    @property
    def page(self) -> int:
        return self._page

    @property
    def pages(self) -> int:
        return 2

    def turn(self, step: int) -> None:
        self._page = min(max(self._page + step, 0), 1)
        self.turned.emit()


class Shown(Page):
    """A page that lets the room see how far it has got."""

    projects = True

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__(ui, desk)
        self.step = 0
        self.set_foot(Foot(Act("Videre", self.go_on)))
        self.driving = {"3": self.three}
        self.project()

    def go_on(self) -> None:
        self.step += 1
        self.project()

    def three(self) -> None:
        self.step = 3
        self.project()

    def project(self, kind: str = "skridt") -> None:
        self.set_projection(Projection(kind, Said, f"Skridt {self.step}"))


class Hidden(Page):
    """A page that lets the room see nothing."""


STOPS = (Stop("a", say("Konsensus"), Shown, 1), Stop("b", say("Handlingsplan"), Hidden, 2))


def opener(kind: str, path: str) -> Opened:
    workspace = Workspace("institution", STOPS, lambda _work: Status("Hemmelig Børnehave", current="a"))
    return Opened(open_file(Path(path)), workspace)


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> Window:
    journey = Journey(tmp_path, clock)
    journey.file.close()
    shown = window(qtbot, clock=clock, opener=opener)
    shown.open(journey.path)
    return shown


def projector(made: Window) -> Projector:
    assert made.room is not None
    return made.room.projector


def page(made: Window) -> Shown:
    assert made.room is not None
    assert isinstance(made.room.page, Shown)
    return made.room.page


def screen(made: Window) -> ProjectorWindow:
    found = projector(made).window
    assert found is not None
    return found


def in_front(qtbot: QtBot, made: Window) -> ProjectorWindow:
    """The projector over the facilitator's window, with the keyboard."""
    projector(made).toggle()
    qtbot.waitUntil(lambda: screen(made).isActiveWindow(), timeout=PATIENCE)
    return screen(made)


def words(made: Window) -> str:
    slide = screen(made).slide
    assert slide is not None
    return " ".join(label.text() for label in slide.findChildren(QLabel) if label.isVisible())


def buttons(made: Window) -> list[str]:
    assert made.room is not None
    top = made.room.frame.top
    return [each.text() for each in (top._projector, top._blank) if each.isVisible()]


def test_f5_shows_what_the_page_lets_the_room_see(made: Window) -> None:
    assert buttons(made) == ["Projektor"]
    QTest.keyClick(made, Key.Key_F5)
    assert words(made) == "Skridt 0"
    assert buttons(made) == ["Projektor", "Sort skærm"]
    page(made).go_on()
    assert words(made) == "Skridt 1"
    QTest.keyClick(made, Key.Key_F5)
    assert projector(made).window is None
    assert buttons(made) == ["Projektor"]


def test_the_same_kind_of_slide_is_filled_anew_and_another_is_made(made: Window) -> None:
    projector(made).toggle()
    first = screen(made).slide
    page(made).go_on()
    assert screen(made).slide is first
    page(made).project("andet")
    assert screen(made).slide is not first


def test_what_is_shown_again_is_not_fresh(made: Window) -> None:
    projector(made).toggle()
    page(made).go_on()
    before = screen(made).slide
    screen(made).resize(screen(made).width() // 2, screen(made).height())
    after = screen(made).slide
    assert isinstance(before, Said)
    assert isinstance(after, Said)
    assert before is not after
    assert before.freshly[-1] is True
    assert after.freshly == [False]


def test_a_page_without_a_slide_is_the_name_of_its_step(made: Window) -> None:
    assert made.room is not None
    projector(made).toggle()
    made.room.go("b")
    assert isinstance(screen(made).slide, NeutralSlide)
    assert words(made).strip() == "Handlingsplan"
    assert buttons(made) == ["Projektor", "Sort skærm"], "one can still put it out"
    projector(made).leave()
    assert buttons(made) == []
    QTest.keyClick(made, Key.Key_F5)
    assert not projector(made).is_on, "the key is where the button is"


def test_where_there_is_one_screen_its_keys_drive_the_meeting(qtbot: QtBot, made: Window) -> None:
    in_front(qtbot, made)
    assert projector(made).is_over
    QTest.keyClick(screen(made), Key.Key_Return, Modifier.ControlModifier)
    QTest.keyClick(screen(made), Key.Key_Enter, Modifier.ControlModifier | Modifier.KeypadModifier)
    assert words(made) == "Skridt 2"
    QTest.keyClick(screen(made), Key.Key_3)
    assert words(made) == "Skridt 3"
    QTest.keyClick(screen(made), Key.Key_R)
    assert words(made) == "Skridt 3", "an act that needs the page does nothing unseen"
    slide = screen(made).slide
    assert slide is not None
    QTest.keyClick(screen(made), Key.Key_PageDown)
    assert slide.page == 1
    QTest.keyClick(screen(made), Key.Key_PageUp)
    assert slide.page == 0
    QTest.keyClick(screen(made), Key.Key_Escape)
    assert not projector(made).is_on


def test_it_says_for_a_moment_how_one_gets_out(made: Window) -> None:
    projector(made).toggle()
    (way_out,) = screen(made).findChildren(WayOut)
    assert way_out.isVisible()
    assert screen(made).rect().contains(way_out.geometry())
    assert way_out.text() == "Esc fører tilbage til siden"
    way_out.timer.timeout.emit()
    assert not way_out.isVisible()


def test_the_page_is_turned_from_the_top_line(made: Window) -> None:
    assert made.room is not None
    projector(made).toggle()
    back, on = made.room.frame.top._back, made.room.frame.top._on
    assert (back.isEnabled(), on.isEnabled()) == (False, True)
    assert "side 1 af 2" in on.accessibleName()
    on.click()
    assert (back.isEnabled(), on.isEnabled()) == (True, False)
    assert projector(made).page == (1, 2)
    projector(made).leave()
    assert not on.isVisible()


def test_nothing_is_done_unseen_on_a_page_the_room_does_not_see(qtbot: QtBot, made: Window) -> None:
    assert made.room is not None
    in_front(qtbot, made)
    done: list[str] = []
    made.room.go("b")
    assert made.room.page is not None
    made.room.page.set_foot(Foot(Act("Slet", lambda: done.append("slettet"))))
    QTest.keyClick(screen(made), Key.Key_Return, Modifier.ControlModifier)
    assert done == []


def press(made: Window, key: Qt.Key = Key.Key_Return) -> None:
    """Ctrl and this key in the projector's window."""
    QTest.keyClick(screen(made), key, Modifier.ControlModifier)


def question(made: Window) -> str:
    found = screen(made).question
    return found.accessibleName() if found is not None and found.isVisible() else ""


def warns(made: Window, done: list[str], warning: str = "Kan ikke fortrydes") -> None:
    """The page's act is one that it warns of."""
    said = "Åbn svarene"
    asked = Asked(said, warning, lambda: done.append("til rummet"))
    page(made).set_foot(Foot(Act(said, lambda: done.append("på siden"), asked=asked), hint=warning))


ASKED = "Åbn svarene? Kan ikke fortrydes Ctrl+Enter en gang til: ja. Esc: nej"


def test_what_its_page_warns_of_is_asked_in_the_room_where_that_covers_the_page(
    qtbot: QtBot, made: Window
) -> None:
    in_front(qtbot, made)
    done: list[str] = []
    warns(made, done)
    press(made)
    assert (question(made), done) == (ASKED, [])
    QTest.keyClick(screen(made), Key.Key_Escape)
    assert (question(made), projector(made).is_on, done) == ("", True, []), "the first Esc says no"
    press(made)
    press(made)
    assert (question(made), done) == ("", ["til rummet"])


@pytest.mark.parametrize("key", [Key.Key_3, Key.Key_B, Key.Key_PageDown])
def test_whoever_does_something_else_is_not_asked_any_more(qtbot: QtBot, made: Window, key: Qt.Key) -> None:
    in_front(qtbot, made)
    done: list[str] = []
    warns(made, done)
    press(made)
    QTest.keyClick(screen(made), key)
    assert question(made) == ""
    press(made)
    assert (question(made), done) == (ASKED, [])


def test_another_act_or_warning_is_asked_anew(qtbot: QtBot, made: Window) -> None:
    in_front(qtbot, made)
    done: list[str] = []
    warns(made, done)
    press(made)
    warns(made, done)
    assert question(made) == ASKED, "the same foot once more is the same question"
    warns(made, done, "2 mangler. Kan ikke fortrydes")
    assert question(made) == ""
    press(made)
    assert done == []
    page(made).set_foot(Foot(Act("Videre", page(made).go_on)))
    press(made)
    assert (question(made), done, words(made)) == ("", [], "Skridt 1")


def test_it_is_asked_over_a_black_screen_and_read_whole(qtbot: QtBot, made: Window) -> None:
    in_front(qtbot, made)
    warns(made, [])
    projector(made).blank()
    press(made)
    assert question(made) == ASKED
    found = screen(made).question
    assert found is not None
    for size in ((1366, 768), (1024, 768), (2560, 1080)):
        screen(made).resize(*size)
        found = screen(made).question
        assert found is not None
        assert screen(made).rect().contains(found.geometry())
        lines = [line for line in found.findChildren(QLabel) if line.text()]
        assert len(lines) == 3
        assert all(line.height() >= line.heightForWidth(line.width()) for line in lines)


def test_beside_the_page_nothing_is_asked_twice(qtbot: QtBot, made: Window) -> None:
    done: list[str] = []
    warns(made, done)
    in_front(qtbot, made)
    projector(made)._is_beside = True  # as where there is a second screen, and its window was clicked
    press(made)
    assert (question(made), done) == ("", ["på siden"])


def test_what_sleeps_is_neither_asked_nor_done(qtbot: QtBot, made: Window) -> None:
    in_front(qtbot, made)
    done: list[str] = []
    asked = Asked("Luk", "Kan ikke fortrydes", lambda: done.append("lukket"))
    page(made).set_foot(Foot(Act("Luk", asked.do, asleep="Ingen har svaret", asked=asked)))
    press(made)
    press(made)
    assert (question(made), done) == ("", [])


def test_a_key_that_is_held_down_is_pressed_once(qtbot: QtBot, made: Window) -> None:
    in_front(qtbot, made)
    done: list[str] = []
    warns(made, done)
    for again in (False, True, True):
        press_ = QKeyEvent(
            QEvent.Type.KeyPress, Key.Key_Return, Modifier.ControlModifier, "\r", autorep=again
        )
        QApplication.sendEvent(screen(made), press_)
    assert (question(made), done) == (ASKED, [])


def test_held_on_the_page_it_is_pressed_once_as_well(made: Window) -> None:
    """What asks before it does something is not to be answered by the same press."""
    assert made.room is not None
    keys = {each.key().toString(): each for each in made.room.frame.findChildren(QShortcut)}
    assert not keys["Ctrl+Return"].autoRepeat()
    assert not keys["Ctrl+Enter"].autoRepeat()
    assert keys["Ctrl+Z"].autoRepeat()


def test_b_is_black_from_both_windows_and_only_while_it_is_on(qtbot: QtBot, made: Window) -> None:
    QTest.keyClick(made, Key.Key_B)
    projector(made).toggle()
    QTest.keyClick(made, Key.Key_B)
    qtbot.waitUntil(lambda: screen(made).isActiveWindow(), timeout=PATIENCE)
    assert projector(made).is_blank
    assert words(made) == ""
    picture = screen(made).grab().toImage()
    assert {picture.pixelColor(x, 40).name() for x in range(0, picture.width(), 50)} == {"#000000"}
    page(made).go_on()
    page(made).project("andet")
    assert words(made) == "", "another slide comes up black, too"
    QTest.keyClick(screen(made), Key.Key_B)
    assert words(made) == "Skridt 1"


@pytest.mark.parametrize(
    "look", [Settings(language="en"), Settings(theme="dark"), Settings(theme="light", percent=200)]
)
def test_another_language_or_look_leaves_it_on(made: Window, look: Settings) -> None:
    projector(made).toggle()
    before = screen(made)
    page(made).go_on()
    made.change_look(look)
    assert projector(made).window is before
    slide = before.slide
    assert slide is not None
    assert slide.ui.theme.name == ("dark" if look.theme == "dark" else "light")
    page(made).go_on()
    assert words(made) == "Skridt 1", "the page was made anew, and began again"
    assert len(buttons(made)) == 2
    QTest.keyClick(made, Key.Key_F5)
    assert not projector(made).is_on


def test_it_closes_with_the_file_and_whoever_closes_it_has_left(made: Window) -> None:
    projector(made).toggle()
    screen(made).close()
    assert not projector(made).is_on
    projector(made).toggle()
    room = made.room
    assert room is not None
    made.leave()
    assert room.projector.window is None


def test_its_title_says_nothing_and_nothing_is_remembered(made: Window) -> None:
    before = made.settings
    projector(made).toggle()
    projector(made).blank()
    assert screen(made).windowTitle() == "KVIK"
    assert made.settings == before


@pytest.mark.parametrize(
    ("size", "percent"), [((1366, 768), 200), ((1920, 1080), 281), ((1024, 768), 150), ((2560, 1080), 327)]
)
def test_type_follows_the_screen_and_not_the_users_own_size(
    made: Window, size: tuple[int, int], percent: int
) -> None:
    assert enlarged(made.ui, QSize(*size)).theme.percent == percent
    made.change_look(Settings(percent=200))
    assert enlarged(made.ui, QSize(*size)).theme.percent == percent


TWO_SCREENS = """
import sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.projector.projector import Projector
from kvik_desktop.shell.ui import Ui

app = QApplication(sys.argv)
first, second = app.screens()
plugged = [first, second]
home = QWidget()
home.show()
projector = Projector(home, home, Ui(Translator("da"), Theme.read(Resources())), lambda: plugged)

def seen():
    window = projector.window
    return None if window is None else (window.screen() is second, window.width(), projector.is_over)

projector.toggle()
told = [seen()]
plugged.remove(second)
app.screenRemoved.emit(second)
told.append(seen())
plugged.append(second)
app.screenAdded.emit(second)
told.append(seen())
projector.leave()
app.screenAdded.emit(second)
told.append(seen())
plugged.remove(second)
projector.toggle()
told.append(seen())
plugged.append(second)
app.screenAdded.emit(second)
told.append(seen())
projector.close()
print(told)
"""


def test_screens_come_and_go(tmp_path: Path) -> None:
    """In a process of its own, since a program has the screens it begins with."""
    sizes = [{"name": "egen", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1}]
    sizes.append({**sizes[0], "name": "projektor", "x": 1366, "width": 1920, "height": 1080})
    config = tmp_path / "skaerme.json"
    config.write_text(json.dumps({"screens": sizes}), encoding="utf-8")
    env = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    found = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS], env=env, capture_output=True, text=True, timeout=120
    )
    assert found.returncode == 0, found.stderr
    beside, over = (True, 1920, False), (False, 1366, True)
    assert found.stdout.strip() == str([beside, None, beside, None, over, beside])
