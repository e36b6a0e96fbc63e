"""Drives step 7 with the words of a status meeting."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kvik_desktop.action_plan.model import Status
from kvik_desktop.action_plan.screens.follow_up_page import FollowUpPage
from kvik_desktop.action_plan.screens.status_chips import ORDER
from tests.drivers.hand import Hand, Keys, Mouse, frame


class FollowingUp:
    """The page of the follow-up, and the hand that works on it."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        room = hand.window.room
        assert room is not None
        if not isinstance(room.page, FollowUpPage):
            hand.go(7)
        assert isinstance(room.page, FollowUpPage)
        self.page: FollowUpPage = room.page

    def rows(self) -> list[list[str]]:
        """What stands on the first line of each cell."""
        return [[cell.text for cell in row.cells] for row in self.page.table.rows.rows]

    def before(self) -> list[list[str]]:
        """What stands of the evaluation before."""
        return [[cell.text for cell in row.cells] for row in self.page.back.model.rows]

    def go_to(self, number: int) -> FollowingUp:
        """Be at an action, by its place."""
        table = self.page.table
        if isinstance(self.hand, Mouse):
            index = table.model().index(number - 1, 0)
            table.scrollTo(index)
            self.hand.click(table.viewport(), table.visualRect(index).center())
            return self
        assert isinstance(self.hand, Keys)
        self.hand.reach(table)
        while table.currentIndex().row() != number - 1:
            down = table.currentIndex().row() < number - 1
            self.hand.key(Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        return self

    def status(self, number: int, status: Status, why: str = "") -> FollowingUp:
        """Say how far an action is: by its digit in the table, or by its chip."""
        self.go_to(number)
        if isinstance(self.hand, Keys):
            self.hand.key(Qt.Key(Qt.Key.Key_1 + ORDER.index(status)))
        else:
            self.hand.press(self.page.panel.status.chips[status])
        if why:
            QTest.keyClicks(self.page.panel.why, why)
            self.hand.press(self.page.panel.drop)
        return self

    def note(self, number: int, words: str) -> FollowingUp:
        """Write in the log of an action."""
        self.go_to(number)
        if isinstance(self.hand, Keys):
            self.hand.key(Qt.Key.Key_Return)
        else:
            self.hand.enter(self.page.panel.note)
        QTest.keyClicks(QApplication.focusWidget() or self.page, words)
        QTest.keyClick(self.page.panel.note, Qt.Key.Key_Return)
        return self

    def day(self, field: QWidget, written: str) -> FollowingUp:
        """Write another day."""
        self.hand.enter(field)
        field.selectAll()  # type: ignore[attr-defined]  # it is a line
        QTest.keyClicks(field, written)
        QTest.keyClick(field, Qt.Key.Key_Return)
        return self

    def measure(self, number: int, value: str, day: str) -> FollowingUp:
        """Write down what has been measured."""
        self.go_to(number)
        part = self.page.panel.measures
        self.day(part.day, day)
        self.hand.enter(part.value)
        QTest.keyClicks(part.value, value)
        self.hand.press(part.add)
        return self

    def show(self, words: str) -> FollowingUp:
        """Choose a filter."""
        chips = self.page.filters.chips.chips
        wanted = next(chip for chip in chips if chip.text() == words)
        if isinstance(self.hand, Mouse):
            self.hand.click(wanted)
            return self
        assert isinstance(self.hand, Keys)
        self.hand.reach(next(chip for chip in chips if chip.isChecked()))
        while not wanted.isChecked():
            self.hand.key(Qt.Key.Key_Right)
        return self

    def filters(self) -> list[str]:
        """The filters that are seen, with their numbers."""
        return [chip.accessibleName() for chip in self.page.filters.chips.chips if chip.isVisible()]

    @property
    def next_words(self) -> str:
        """What the filled button says."""
        return frame(self.hand.window).foot.primary.text()

    def next(self) -> FollowingUp:
        """Do what the filled button says."""
        self.hand.primary()
        return self
