"""Something that takes more than a second: what, how far, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import QuietButton


class ProgressLine(QWidget):
    """A thin bar under its words; without a known end it runs."""

    stopped = Signal()
    """The user wants it to stop; the button sleeps until it has."""

    def __init__(self, ui: Ui, text: str, *, stoppable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = QLabel(text)
        self._words.setProperty("look", "label")
        self._words.setWordWrap(True)
        self._count = QLabel()
        self._count.setProperty("look", "second")
        for label in (self._words, self._count):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(text)
        self.bar.setRange(0, 0)
        self.stop = QuietButton(ui, ui.tr(say("Stop")), small=True)
        self.stop.clicked.connect(self._stop)
        self._lay_out(stoppable=stoppable)

    def _lay_out(self, *, stoppable: bool) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.ui.theme.px(16))
        grid.setVerticalSpacing(0 if stoppable else self.ui.theme.px(8))
        grid.addWidget(self._words, 0, 0)
        grid.addWidget(self._count, 0, 1, 1, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.bar, 1, 0, 1, 2 if stoppable else 3, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.stop, 1, 2)
        grid.setColumnStretch(0, 1)
        self.stop.setVisible(stoppable)

    def set_text(self, text: str) -> None:
        """Another thing is going on, or the same said otherwise."""
        self._words.setText(text)
        self.bar.setAccessibleName(text)

    def set_progress(self, done: int, total: int, count: str = "") -> None:
        """``done`` of ``total``; a total of 0 is not known. ``count`` is said in words at the right."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._count.setText(count)
        self.bar.setAccessibleDescription(count)

    def _stop(self) -> None:
        self.stop.set_asleep(self.ui.tr(say("Stopper, så snart det kan gøres sikkert.")))
        self.stopped.emit()
