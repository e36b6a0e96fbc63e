"""The line that offers to undo what was just done, for ten seconds; Ctrl+Z does it after that."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.announcer import speak
from kvik_desktop.shell.ui import Ui

SECONDS = 10


class UndoLine(QWidget):
    """Stands hidden at the bottom of the content until something is offered; never takes focus."""

    undone = Signal()
    """The user has pressed Fortryd."""

    def __init__(self, ui: Ui, shortcut: str = "Ctrl+Z", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        line = QFrame()
        line.setProperty("look", "undo")
        around = QHBoxLayout(self)
        around.setContentsMargins(ui.theme.px(24), ui.theme.px(8), ui.theme.px(24), ui.theme.px(8))
        around.addWidget(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setMinimumHeight(ui.theme.px(32))  # as high as the button, also where there is none
        self.button = QPushButton(ui.tr(say("Fortryd")))
        self.button.setProperty("look", "inverted")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self._undo)
        self._keys = QLabel(shortcut)
        self._keys.setFont(ui.theme.font("small"))
        row = QHBoxLayout(line)
        row.setContentsMargins(ui.theme.px(16), ui.theme.px(4), ui.theme.px(16), ui.theme.px(4))
        row.setSpacing(0)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        row.addWidget(self._keys)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SECONDS * 1000)
        self.timer.timeout.connect(self._forget)
        self.hide()

    def offer(self, done: str, *, undoable: bool = True) -> None:
        """Say what was done, as "Området er slettet", and offer to undo it where that can be done."""
        self._words.setText(done)
        self.setAccessibleName(done)
        for part in (self.button, self._keys):
            part.setVisible(undoable)
        self.show()
        self.timer.start()
        speak(self, self.ui.tr(say("{done}. Ctrl+Z fortryder.", done=done)) if undoable else done)

    def withdraw(self) -> bool:
        """Take the line away; False where there is none."""
        was_seen = not self.isHidden()
        self.timer.stop()
        self._forget()
        return was_seen

    def _forget(self) -> None:
        """Nothing of what was said is left, not for a screen reader either."""
        self.hide()
        self._words.setText("")
        self.setAccessibleName("")

    def _undo(self) -> None:
        self.withdraw()
        self.undone.emit()
