"""Counts what a user does: keys and clicks, as the window gets them, and plays keys again by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

CLICKS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)
HELD = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


@dataclass(frozen=True)
class Stroke:
    """One key; ``text`` is the letter it writes."""

    key: Qt.Key
    modifiers: Qt.KeyboardModifier
    text: str = ""


class Inputs(QObject):
    """Every key and every click is one input; what is written in a field, however long, is one.

    A key that is held down while another is pressed counts with that one. Keys are counted when they are
    let go, since a shortcut takes the press; one that nobody wants goes on to the parents and counts once.
    """

    def __init__(self) -> None:
        super().__init__()
        self.keys = self.clicks = self.texts = 0
        self.strokes: list[Stroke] = []
        """Every key as it was pressed, letters included."""
        self._last: QObject | None = None
        self._field: QObject | None = None

    @property
    def total(self) -> int:
        """All inputs so far."""
        return self.keys + self.clicks + self.texts

    def __enter__(self) -> Inputs:
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count; nothing is kept from anybody."""
        if isinstance(watched, QWidget) and event.spontaneous():
            if event.type() in CLICKS:
                self.clicks += not self._goes_on(watched)
                self._last, self._field = watched, None
            elif event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
                if not self._goes_on(watched):
                    self._count_key(watched, event)
                self._last = watched
        return False

    def _goes_on(self, watched: QWidget) -> bool:
        """The same event, on its way up."""
        last = self._last
        if not isinstance(last, QWidget) or not isValid(last):  # a field that closed by it is gone
            return False
        return watched is not last and watched.isAncestorOf(last)

    def _count_key(self, watched: QWidget, event: QKeyEvent) -> None:
        if event.key() in HELD:
            return
        is_letter = event.text().isprintable() and event.text() != "" and not _commands(event)
        self.strokes.append(Stroke(Qt.Key(event.key()), event.modifiers(), event.text() if is_letter else ""))
        if not (is_letter and isinstance(watched, FIELDS)):
            self.keys += 1
            self._field = None
        elif self._field is not watched:
            self.texts += 1
            self._field = watched


def _commands(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))


def play(strokes: Sequence[Stroke], window: QWidget) -> None:
    """Press these keys and do nothing else: a hand that had helped itself otherwise comes somewhere else."""
    for stroke in strokes:
        QTest.qWait(1)  # nobody is so fast that a field has not closed
        if QApplication.activeWindow() is None:  # see tests.drivers.hand.hold
            window.activateWindow()
            assert QTest.qWaitForWindowActive(window)
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or window
        if stroke.text and (
            stroke.text.isalpha() or not stroke.modifiers & Qt.KeyboardModifier.ShiftModifier
        ):
            QTest.keyClicks(target, stroke.text)
        else:
            QTest.keyClick(target, stroke.key, stroke.modifiers)
