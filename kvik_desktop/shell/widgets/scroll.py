"""What scrolls up and down, and costs nothing before it is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QWidget


class Scroll(QScrollArea):
    """Qt's own, but while it is hidden another parent is no reason to look at what is in it.

    A page is put together from the inside out, so everything in it gets another parent several times. Qt's
    area then asks all of it for its size, which dresses it, and what is dressed is undressed and dressed anew
    at the next parent: half of the time that a page took. Give it its widget before the widget is filled.

    What one writes stays in view: a field that grows under one's hands is scrolled along.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verticalScrollBar().rangeChanged.connect(self._follow_caret)

    def _follow_caret(self) -> None:
        field, inside = self.focusWidget(), self.widget()
        if isinstance(field, QPlainTextEdit) and field.hasFocus() and inside is not None:
            caret = field.cursorRect()
            foot = field.viewport().mapTo(inside, caret.bottomLeft())
            self.ensureVisible(0, foot.y(), 0, caret.height())

    def event(self, event: QEvent) -> bool:
        """Where the style may be another, sizes are asked for when it is seen."""
        if event.type() == QEvent.Type.StyleChange and not self.isVisible():
            return QWidget.event(self, event)
        return super().event(event)
