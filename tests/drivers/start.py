"""Drives the start page and the pages behind it with a user's words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kvik_desktop.desktop.facilitator_page import FacilitatorPage
from kvik_desktop.desktop.new_page import NewPage
from kvik_desktop.desktop.package_page import PackagePage
from kvik_desktop.desktop.recent_list import RecentList, RecentRow
from kvik_desktop.desktop.start_page import StartPage
from kvik_desktop.desktop.sub_page import SubPage
from kvik_desktop.evaluation.preparing.model import Time
from kvik_desktop.model_package.model import Sector
from kvik_desktop.shell.widgets.radios import Radios
from tests.drivers.hand import Hand, Keys, Mouse, write

CTRL = Qt.KeyboardModifier.ControlModifier


class Starting:
    """The start page, and the hand that works on it."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand

    @property
    def page(self) -> StartPage:
        """The start page as it is now: another language or look has another."""
        start = self.hand.window.start
        assert isinstance(start, StartPage)
        return start

    # Recent files

    def rows(self) -> list[tuple[str, str, str]]:
        """Of each file that is shown: whose it is, what is missing and the step."""
        return [(row.title, row.state, row.state_second) for row in self.recents.rows]

    @property
    def recents(self) -> RecentList:
        """The list that is seen."""
        sub = self.page.sub
        return sub.rows if isinstance(sub, FacilitatorPage) else self.page.home.recents

    def row(self, title: str) -> RecentRow:
        """The first row of this name."""
        found = next(row for row in self.recents.rows if row.title == title)
        assert isinstance(found, RecentRow)
        return found

    def go_on(self) -> None:
        """Enter, at once: go on where one was."""
        QTest.keyClick(QApplication.focusWidget() or self.page, Qt.Key.Key_Return)
        self.hand.inputs += 1

    def open(self, title: str) -> None:
        """Press a row."""
        self.hand.press(self.row(title))

    def remove(self, title: str) -> None:
        """Take a file off the list."""
        row = self.row(title)
        if isinstance(self.hand, Keys):
            self.hand.reach(row)
            self.hand.key(Qt.Key.Key_Delete)
            return
        point = QPointF(row.rect().center())
        QApplication.sendEvent(row, QEnterEvent(point, point, point))
        self.hand.press(row.cross)

    def undo(self) -> None:
        """Put it back."""
        if isinstance(self.hand, Keys):
            self.hand.key(Qt.Key.Key_Z, CTRL)
        else:
            self.hand.press(self.page.home.line.button)

    def show_all(self) -> None:
        """Press what shows the rest."""
        self.hand.press(self.page.home.all)

    # Other ways in

    def new(self) -> NewSelfAssessment:
        """The first of the big choices."""
        if isinstance(self.hand, Keys):
            self.hand.key(Qt.Key.Key_N, CTRL)
        else:
            self.hand.press(self.page.home.new_button)
        return NewSelfAssessment(self)

    def find_file(self) -> None:
        """The second of the big choices; the chooser answers."""
        if isinstance(self.hand, Keys):
            self.hand.key(Qt.Key.Key_O, CTRL)
        else:
            self.hand.press(self.page.home.open_button)

    def enter(self, name: str) -> Starting:
        """One of the small ways in: example, guide, facilitator or coordinator."""
        example = self.page.home.example
        row = self.page.home.side.rows[name]
        self.hand.press(example if name == "example" and example.isVisible() else row)
        return self

    # Pages behind it

    @property
    def sub(self) -> SubPage:
        """The page behind the start page that is seen."""
        sub = self.page.sub
        assert sub is not None, "the first page is seen"
        return sub

    def primary(self) -> None:
        """Do what the filled button says."""
        if isinstance(self.hand, Keys):
            self.hand.key(Qt.Key.Key_Return, CTRL)
        else:
            self.hand.press(self.sub.foot.primary)

    def back(self) -> None:
        """To the first page."""
        if isinstance(self.hand, Keys):
            self.hand.key(Qt.Key.Key_Escape)
        else:
            self.hand.press(self.sub.foot.buttons[0])

    def other(self, words: str) -> None:
        """Press another button of the foot."""
        self.hand.press(next(button for button in self.sub.foot.buttons if button.text() == words))

    def package(self) -> PackagePage:
        """The page about packages."""
        assert isinstance(self.sub, PackagePage)
        return self.sub


class NewSelfAssessment:
    """The page where a new file is ordered."""

    def __init__(self, start: Starting) -> None:
        self.start, self.hand = start, start.hand

    @property
    def page(self) -> NewPage:
        """The page as it is now."""
        sub = self.start.sub
        assert isinstance(sub, NewPage)
        return sub

    def name(self, name: str) -> NewSelfAssessment:
        """Write what the institution is called; the caret is there from the beginning."""
        if QApplication.focusWidget() is not self.page.name.control:
            self.hand.enter(self.page.name.control)
        write(name)
        return self

    def sector(self, sector: Sector) -> NewSelfAssessment:
        """Choose what one is."""
        self._choose(self.page.sector, sector)
        return self

    def people(self, count: int) -> NewSelfAssessment:
        """Say how many will answer."""
        field = self.page.circumstances.people.control
        self.hand.enter(field)
        field.selectAll()
        write(str(count))
        return self

    def time(self, time: Time) -> NewSelfAssessment:
        """Say how long one can be together."""
        self._choose(self.page.circumstances.time, time)
        return self

    def first_time(self, first: bool) -> NewSelfAssessment:
        """Say whether one has done it before."""
        self._choose(self.page.circumstances.first_time, first)
        return self

    def municipality(self, letters: str) -> NewSelfAssessment:
        """Write some of its name and take what is found."""
        field = self.page.municipality.control
        self.hand.enter(field)
        field.field.selectAll()
        write(letters)
        popup = field.found
        popup.setCurrentIndex(popup.model().index(0, 0))
        QTest.keyClick(popup, Qt.Key.Key_Return)
        self.hand.inputs += 1
        return self

    def create(self) -> None:
        """Opret og gå i gang."""
        self.start.primary()

    @property
    def proposed(self) -> Path:
        """Where the file will lie, as it is said on the page."""
        return Path(self.page.place.control.path.text())

    @property
    def advice(self) -> str:
        """What is advised, with the reason."""
        return self.page.advice.words

    def _choose(self, radios: Radios, key: object) -> None:
        wanted = radios.buttons[key]
        if isinstance(self.hand, Mouse):
            self.hand.choose_radio(wanted)
            return
        assert isinstance(self.hand, Keys)
        buttons = list(radios.buttons.values())
        entry = next((button for button in buttons if button.isChecked()), buttons[0])
        self.hand.reach(entry)
        if wanted.x() > entry.x():
            self.hand.key(Qt.Key.Key_Right)
        rows = sorted({button.y() for button in buttons})
        for _ in range(abs(rows.index(wanted.y()) - rows.index(entry.y()))):
            self.hand.key(Qt.Key.Key_Down if wanted.y() > entry.y() else Qt.Key.Key_Up)
        if not wanted.isChecked():
            self.hand.key(Qt.Key.Key_Space)
        assert wanted.isChecked()
