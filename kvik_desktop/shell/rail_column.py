"""The left column: whose file it is, the rail, help, and that everything is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from kvik_desktop.foundation.text import say
from kvik_desktop.shell import shortcuts
from kvik_desktop.shell.bar_button import BarButton
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.rail import NARROW, Rail
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.workspace import Status, Workspace


class RailColumn(QFrame):
    """Narrow, it keeps the marks and gives their words as names and tooltips."""

    leave = Signal()
    help = Signal()

    def __init__(self, ui: Ui, workspace: Workspace) -> None:
        super().__init__()
        self._ui = ui
        px = ui.theme.px
        self.setProperty("look", "window")
        self._title = self._label("body", 600)
        self._subtitle = self._label("small", 400)
        self._subtitle.setProperty("look", "small")
        self.rail = Rail(ui, workspace.stops)
        self._home = BarButton(ui, "home", ui.tr(say("Til startsiden")), shortcuts.START.keys)
        self._help = BarButton(ui, "help", ui.tr(say("Hjælp")), shortcuts.HELP.keys)
        self._home.clicked.connect(self.leave)
        self._help.clicked.connect(self.help)
        self._saved_mark = QLabel()
        self._saved_mark.setPixmap(pixmap(ui.theme, "check", "green", 16))
        self._saved = self._label("small", 400)
        self._saved.setProperty("look", "small")
        self.show_saved(ui.tr(say("Alt er gemt")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(16), 0, px(12))
        layout.setSpacing(px(4))
        for label in (self._title, self._subtitle):
            label.setContentsMargins(px(16), 0, px(8), 0)
            layout.addWidget(label)
        layout.addSpacing(px(4))
        layout.addWidget(self.rail, 1)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(px(4))
        for button in (self._home, self._help):
            self._buttons.addWidget(button)
        layout.addLayout(self._buttons)
        saved = QHBoxLayout()
        saved.setContentsMargins(0, px(4), px(8), 0)
        saved.setSpacing(px(8))
        saved.addWidget(self._saved_mark, 0, Qt.AlignmentFlag.AlignTop)
        saved.addWidget(self._saved, 1)
        layout.addLayout(saved)
        self.set_narrow(narrow=False)

    def _label(self, size: str, weight: int) -> QLabel:
        label = QLabel()
        label.setFont(self._ui.theme.font(size, weight))  # type: ignore[arg-type]  # two literals of the design
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def show_status(self, status: Status) -> None:
        """Whose file it is, and how far each stop is."""
        self._title.setText(status.title)
        self._subtitle.setText(self._ui.tr(status.subtitle))
        self.rail.stops.show_states(status.stops)

    def show_saved(self, sentence: str) -> None:
        """When everything was saved last."""
        self._saved.setText(sentence)
        self._saved_mark.setToolTip(sentence)
        self._saved_mark.setAccessibleName(sentence)

    def set_narrow(self, *, narrow: bool) -> None:
        """Marks only, or also words."""
        self.rail.set_narrow(narrow=narrow)
        for label in (self._title, self._subtitle, self._saved):
            label.setVisible(not narrow)
        px = self._ui.theme.px
        self._saved_mark.setContentsMargins(px((NARROW - 16) // 2 if narrow else 16), 0, 0, 0)
        self._buttons.setContentsMargins(0 if narrow else px(4), 0, 0, 0)
        for button in (self._home, self._help):
            button.show_words(shown=not narrow)
            side = Qt.AlignmentFlag.AlignHCenter if narrow else Qt.AlignmentFlag.AlignLeft
            self._buttons.setAlignment(button, side)
