"""Drives step 5 with the words of those who make a plan."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from kvik_desktop.action_plan.screens.action_model import Column
from kvik_desktop.action_plan.screens.hint_item import HintItem
from kvik_desktop.action_plan.screens.plan_look import Order
from kvik_desktop.action_plan.screens.plan_page import PlanPage
from kvik_desktop.action_plan.screens.plan_side import FIELDS, HINTS
from kvik_desktop.shell.widgets.cells import KEY
from kvik_desktop.shell.widgets.chip import FilterChips
from tests.drivers.hand import Hand, Keys, Mouse, activate, frame, wait_until, write

NUMBER = re.compile(r"^\d+\. ")
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Planning:
    """The page of the plan, and the hand that works on it."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        room = hand.window.room
        assert room is not None
        if not isinstance(room.page, PlanPage):
            hand.go(5)
        assert isinstance(room.page, PlanPage)
        self.page: PlanPage = room.page
        self._sorted = Column.WHAT

    # The table

    def rows(self) -> list[list[str]]:
        """What stands on the first line of each cell, a title without its number."""
        told = [[cell.text for cell in row.cells] for row in self.page.model.rows]
        return [[bare(title), *others] for title, *others in told]

    def titles(self) -> list[str]:
        """What is to be done, in the order of the plan."""
        return [row[Column.WHAT] for row in self.rows()]

    @property
    def chosen(self) -> str:
        """The title of the chosen action."""
        found = self.page.table.currentIndex()
        return bare(str(found.siblingAtColumn(Column.WHAT).data() or ""))

    def index(self, title: str, column: Column = Column.WHAT) -> QModelIndex:
        """The cell of an action."""
        return self.page.model.index(self.titles().index(title), column)

    def go_to(self, title: str, column: Column = Column.WHAT) -> Planning:
        """Be at a cell."""
        table, wanted = self.page.table, self.index(title, column)
        if isinstance(self.hand, Keys):
            self.hand.reach(table)
            while table.currentIndex().row() != wanted.row():
                down = table.currentIndex().row() < wanted.row()
                self.hand.key(Qt.Key.Key_Down if down else Qt.Key.Key_Up)
            while table.currentIndex().column() != wanted.column():
                right = table.currentIndex().column() < wanted.column()
                self.hand.key(Qt.Key.Key_Right if right else Qt.Key.Key_Left)
        else:
            self._click(wanted)
        return self

    def _click(self, index: QModelIndex, *, twice: bool = False) -> None:
        assert isinstance(self.hand, Mouse)
        table = self.page.table
        table.scrollTo(index)
        at = table.visualRect(index).center()
        self.hand.click(table.viewport(), at)
        if twice and self.page.table.fields.editor is None:
            QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def open(self, title: str, column: Column) -> QLineEdit:
        """Open the field of a cell: Enter, a click on amber words, or a double click."""
        if isinstance(self.hand, Keys):
            self.go_to(title, column).hand.key(Qt.Key.Key_Return)  # type: ignore[attr-defined]  # it is Keys
        else:
            self._click(self.index(title, column), twice=True)
        return self.field

    @property
    def field(self) -> QLineEdit:
        """The field that is open in the table."""
        found = self.page.table.fields.editor
        assert found is not None, "no cell is edited"
        return found

    def edit(self, title: str, column: Column, words: str) -> Planning:
        """Write something else in a cell."""
        field = self.open(title, column)
        field.selectAll()
        QTest.keyClicks(field, words)
        return self.enter()

    def enter(self, key: Qt.Key = Qt.Key.Key_Return) -> Planning:
        """Leave the field that is open by a key."""
        field = self.field
        popup = QApplication.activePopupWidget()
        QTest.keyClick(popup or field, key)
        self.hand.inputs += 1
        wait_until(lambda: self.page.table.fields.editor is not field, "the field stays open")
        if popup is not None:
            activate(self.hand.window)  # this platform gives a list of proposals the window's place
        return self

    # Ways of looking

    def look(self, name: str, value: object) -> Planning:
        """Choose in the menu; with its own keys a menu is Qt's business."""
        self.page.looks._set(name, value)
        self.hand.inputs += 2
        return self

    def choices(self, title: str) -> list[str]:
        """What a part of the menu offers."""
        looks = self.page.looks
        looks._fill()
        part = next(action.menu() for action in looks.menu_.actions() if action.text() == title)
        assert isinstance(part, QMenu)
        return [action.text() for action in part.actions()]

    def sort(self, column: Column, order: Order) -> Planning:
        """Sort by a column: a click on its head, or the menu."""
        if isinstance(self.hand, Keys):
            return self.look("order", order)
        head = self.page.table.horizontalHeader()
        at = QPoint(head.sectionViewportPosition(column) + 20, head.height() // 2)
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        self._sorted = column
        return self

    def turn_order(self) -> Planning:
        """The other way round."""
        if isinstance(self.hand, Keys):
            return self.look("falling", value=True)
        return self.sort(self._sorted, Order.PLAN)

    # What is done with an action

    def add(self, title: str) -> Planning:
        """A new action, with its title."""
        if isinstance(self.hand, Keys):
            self._key(Qt.Key.Key_N, CTRL)
        else:
            self.other("Nyt tiltag")
        write(title)
        return self.enter()

    def copy(self, title: str) -> Planning:
        """A copy of an action, its title as it is proposed."""
        self.go_to(title)
        self._key(Qt.Key.Key_D, CTRL)
        return self.enter()

    def remove(self, title: str) -> Planning:
        """Take an action out of the plan."""
        self.go_to(title)
        self._key(Qt.Key.Key_Delete)
        return self

    def move(self, title: str, way: int) -> Planning:
        """Up (-1) or down (1)."""
        self.go_to(title)
        self._key(Qt.Key.Key_Down if way > 0 else Qt.Key.Key_Up, ALT)
        return self

    def undo(self) -> Planning:
        """Ctrl+Z."""
        self._key(Qt.Key.Key_Z, CTRL)
        return self

    def _key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Some things have only a key of their own, also for who has a mouse."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifiers)
        self.hand.inputs += 1

    # Filters, hints, fields

    def show(self, words: str) -> Planning:
        """Choose a filter."""
        self._choose(self.page.filters.chips, words)
        return self

    def _choose(self, chips: FilterChips, words: str) -> None:
        wanted = next(chip for chip in chips.chips if chip.text() == words)
        if isinstance(self.hand, Mouse):
            self.hand.click(wanted)
            return
        assert isinstance(self.hand, Keys)
        self.hand.reach(next(chip for chip in chips.chips if chip.isChecked()))
        while not wanted.isChecked():
            self.hand.key(Qt.Key.Key_Right)

    def counts(self) -> list[str]:
        """What the filters say."""
        return [chip.accessibleName() for chip in self.page.filters.chips.chips]

    def hints(self) -> list[str]:
        """What is worth looking at."""
        return [item.button.accessibleDescription() for item in self._items]

    @property
    def _items(self) -> list[HintItem]:
        return self.page.side.hints.items

    def follow(self, words: str) -> Planning:
        """Press the button of the first hint with these words."""
        if self.page.side.showing != HINTS:
            self._choose(self.page.side.chips, "At se på")
        self.hand.press(next(item.button for item in self._items if item.button.text() == words))
        return self

    def more(self, title: str) -> Planning:
        """Show all other fields of an action."""
        self.go_to(title)
        if isinstance(self.hand, Keys):
            self._key(Qt.Key.Key_E, CTRL)
        elif self.page.side.showing != FIELDS:
            self._choose(self.page.side.chips, "Flere felter")
        return self

    def fill(self, field: QWidget, words: str) -> Planning:
        """Write in one of the other fields."""
        self.hand.enter(field)
        QTest.keyClicks(QApplication.focusWidget() or field, words)
        return self

    # The foot

    def other(self, words: str) -> Planning:
        """Press another button of the foot."""
        buttons = frame(self.hand.window).foot.buttons
        self.hand.press(next(button for button in buttons if button.text() == words))
        return self

    def approve(self, name: str = "") -> Planning:
        """Let the leader approve; without a name as it is proposed."""
        self.other("Godkend planen")
        if name:
            self.page.questions.approval.line.selectAll()
            write(name)
        self.hand.primary()
        return self

    @property
    def hint(self) -> str:
        """What the foot says."""
        return self.page.foot.hint

    @property
    def next_words(self) -> str:
        """What the filled button says."""
        return frame(self.hand.window).foot.primary.text()

    def key_of(self, title: str) -> str:
        """The id of an action."""
        return str(self.index(title).data(KEY))

    def press_bar(self, title: str) -> Planning:
        """Click an action's bar in the timeline."""
        line = self.page.timeline.line
        at: QPoint = line.places()[self.key_of(title)].center().toPoint()
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        return self


def bare(title: str) -> str:
    """A title without the number before it."""
    return NUMBER.sub("", title)
