"""Drives the typing in of paper with the words of who types: every key is counted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from kvik_desktop.evaluation.screens.answering_page import AnsweringPage
from kvik_desktop.evaluation.screens.entering_view import EnteringView
from kvik_desktop.shell.widgets.keyed_model import ITEM
from kvik_desktop.shell.window import Window
from tests.drivers.hand import Keys, frame, hold

TAKE_IN = "Hent svar ind…"
DOOR = "Tast papir ind"


class Paper:
    """The heap of sheets, and the keyboard alone."""

    def __init__(self, window: Window) -> None:
        self.hand = Keys(window)
        room = window.room
        assert room is not None
        self.hand.go(2)
        assert isinstance(room.page, AnsweringPage)
        self.page: AnsweringPage = room.page

    def begin(self, door: str = DOOR) -> Paper:
        """Through the doors in the foot."""
        self.hand.press(self._button(TAKE_IN))
        self.hand.press(self._button(door))
        return self

    def _button(self, words: str) -> QPushButton:
        return next(each for each in frame(self.hand.window).foot.buttons if each.text() == words)

    def press(self, words: str) -> Paper:
        """A button of the foot, as Tab reaches it."""
        self.hand.press(self._button(words))
        return self

    @property
    def buttons(self) -> list[str]:
        """What the foot offers."""
        return [each.text() for each in frame(self.hand.window).foot.buttons]

    def take(self, name: str) -> Paper:
        """The sheet on top is this one's: letters until the name has focus, then Enter."""
        people = self.page.collecting.paper.people
        assert people is not None
        row = next(row for row in people.rows if row.title == name)
        for _ in people.rows:
            if row.hasFocus():
                break
            self.type(name[0])
        assert row.hasFocus()
        self.hand.key(Qt.Key.Key_Return)
        return self

    def type(self, keys: str) -> Paper:
        """What is typed, a key a sign; ``\\n`` is Enter, ``^`` up, ``<`` Backspace, ``#`` Delete."""
        special = {
            "\n": Qt.Key.Key_Return,
            "^": Qt.Key.Key_Up,
            "<": Qt.Key.Key_Backspace,
            "#": Qt.Key.Key_Delete,
            ">": Qt.Key.Key_PageDown,
        }
        for sign in keys:
            if sign in special:
                self.hand.key(special[sign])
            else:
                hold(self.hand.window)
                QTest.keyClicks(QApplication.focusWidget() or self.hand.window, sign)
                self.hand.inputs += 1
        return self

    def undo(self) -> Paper:
        """Ctrl+Z."""
        self.hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        return self

    @property
    def view(self) -> EnteringView:
        """The sheet in hand."""
        assert self.page.collecting.paper.view is not None, "no sheet is in hand"
        return self.page.collecting.paper.view

    @property
    def at(self) -> str:
        """The question one is at, as ``1.1``, or ``1.1 plan`` where there is more than one number."""
        entering = self.page.collecting.paper.entering
        assert entering is not None
        cell = entering.at
        if cell is None:
            return ""
        return cell.subcriterion if cell.key == "score" else f"{cell.subcriterion} {cell.key}"

    @property
    def refusal(self) -> str:
        """What is said beside the number."""
        return self.view.refusal.text()

    @property
    def sheet(self) -> dict[str, str]:
        """What stands in the list, by question."""
        model = self.view.sheet.model()
        rows = [model.index(row, 0).data(ITEM) for row in range(model.rowCount())]
        return {row.key: row.trailing for row in rows if not row.heading}
