"""Rewriting a gathered text where it stands: a field that lies over its row."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui

PADDING = 22
"""Above and below the words, borders included, at 100 %."""
LEAST = 40
"""Its height, at 100 %; higher where the text is."""


class TextEditor(QPlainTextEdit):
    """Enter and leaving keep what is written, Esc does not."""

    kept = Signal(str, str)
    """The key of the text, and its words now."""
    left = Signal()
    """A key has closed it; the list has the keyboard again."""

    def __init__(self, ui: Ui, over: QWidget, *, may_be_empty: bool = False) -> None:
        super().__init__(over)
        self.ui = ui
        self._may_be_empty = may_be_empty
        self._key = ""
        self._before = ""
        self._place = QRect()
        self.textChanged.connect(self._grow)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(ui.tr(say("Ret teksten")))
        self.setAccessibleDescription(ui.tr(say("Enter gemmer, Esc fortryder.")))
        self.hide()

    @property
    def key(self) -> str:
        """The text that is being rewritten, empty for none."""
        return self._key

    def begin(self, key: str, words: str, row: QRect) -> None:
        """Lie over the row of a text."""
        self._key, self._before = key, words
        self._place = row
        self.setGeometry(row)
        self.show()  # only then it knows where its lines break
        self.raise_()
        self.setPlainText(words)
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _grow(self) -> None:
        """As wide as the row, and as high as its words here."""
        row = self._place
        lines = round(self.document().size().height()) * self.fontMetrics().lineSpacing()
        height = max(lines + self.ui.theme.px(PADDING), self.ui.theme.px(LEAST), row.height())
        self.setGeometry(row.x(), row.y(), row.width(), height)

    def finish(self, *, keep: bool = True) -> None:
        """Close, and keep what is written unless it is nothing or the same."""
        key, words = self._key, " ".join(self.toPlainText().split())
        if not key:
            return
        self._key = ""
        self.hide()
        if keep and words != self._before and (words or self._may_be_empty):
            self.kept.emit(key, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc lets go."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.finish()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps."""
        super().focusOutEvent(event)
        self.finish()
