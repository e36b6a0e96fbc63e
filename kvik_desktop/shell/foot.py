"""The bottom line of every page: others at the left, a hint, and the one thing to do next at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kvik_desktop.shell.page import Act, Asked, Foot
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import PrimaryButton, SecondaryButton

HEIGHT = 64
HINT_STRETCH = 1000
"""Before the empty room to its right, which is there for when it is not."""
LEAST_HINT = 176
"""Where there is less room beside the buttons, at 100 %, the hint stands over them."""
LEADING_ON = ("chevron-right", "arrow-right")
"""Icons that stand after the words, on the way they lead."""


class FootBar(QWidget):
    """Four slots that never move: secondary, hint, shortcut, primary.

    Buttons are kept while their number is the same, so that focus stays where it was.
    """

    changed = Signal()
    """It says something else, or may."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._ui = ui
        self.setMinimumHeight(ui.theme.px(HEIGHT))
        self.setObjectName("foot")
        self._secondary: list[SecondaryButton] = []
        self._hint = QLabel()
        self._hint.setProperty("look", "second")
        self._hint.setWordWrap(True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._shortcut = QLabel("Ctrl+Enter")
        self._shortcut.setProperty("look", "small-third")
        self.primary = PrimaryButton(ui, "")
        column = QVBoxLayout(self)
        edge = ui.theme.px(24)
        column.setContentsMargins(edge, ui.theme.px(8), edge, ui.theme.px(8))
        column.setSpacing(ui.theme.px(4))
        self._above, self._others, self._layout = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (self._others, self._layout):
            row.setSpacing(ui.theme.px(16))
        self._layout.addWidget(self._hint, HINT_STRETCH)
        self._layout.addStretch(1)
        self._layout.addWidget(self._shortcut)
        self._layout.addWidget(self.primary)
        self._others.addStretch(1)
        for row in (self._above, self._others, self._layout):
            column.addLayout(row)
        self._is_above = self._is_tall = False
        self._foot = Foot()
        self.primary.clicked.connect(self.act)
        self.show_foot(Foot())

    def act(self) -> None:
        """Do the primary act, unless it sleeps; then its reason is the hint."""
        act = self._foot.primary
        if act is None:
            return
        if act.asleep:
            self._tell(act.asleep)
            return
        act.do()

    @property
    def asked(self) -> Asked | None:
        """What is asked before the primary act where nobody sees this line."""
        act = self._foot.primary
        return act.asked if act is not None and not act.asleep else None

    def show_foot(self, foot: Foot) -> None:
        """Show another bottom line."""
        self._foot = foot
        self._show_secondary(foot)
        primary = foot.primary
        self.primary.setVisible(primary is not None)
        if primary is not None:
            self.primary.setText(primary.text)
            self.primary.set_asleep(primary.asleep)
            self.primary.set_icon(primary.icon, trailing=primary.icon in LEADING_ON)
        self._tell(primary.asleep if primary and primary.asleep else foot.hint)
        self.changed.emit()

    def _tell(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words give way to buttons: the shortcut first, then the hint; at last the others go above."""
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        px = self._ui.theme.px
        buttons = sum(button.sizeHint().width() + px(16) for button in self.buttons)
        left = self.width() - 2 * px(24) - buttons
        primary, asked = self._foot.primary, px(LEAST_HINT) if self._hint.text() else 0
        shortcut = self._shortcut.sizeHint().width() + px(16)
        wanted = primary is not None and not primary.asleep
        self._shortcut.setVisible(wanted and left >= asked + shortcut)
        self._stack(tall=left < 0)
        self._put_hint(above=bool(self._hint.text()) and left < asked)

    def _stack(self, *, tall: bool) -> None:
        """The others over the primary, or beside it."""
        if tall == self._is_tall:
            return
        self._is_tall = tall
        row, other = (self._layout, self._others) if tall else (self._others, self._layout)
        for place, button in enumerate(self._secondary):
            row.removeWidget(button)
            other.insertWidget(place, button)

    def _put_hint(self, *, above: bool) -> None:
        if above == self._is_above:
            return
        self._is_above = above
        row, other = (self._layout, self._above) if above else (self._above, self._layout)
        row.removeWidget(self._hint)
        beside = 0 if above or self._is_tall else len(self._secondary)
        other.insertWidget(beside, self._hint, HINT_STRETCH)

    def _show_secondary(self, foot: Foot) -> None:
        while len(self._secondary) > len(foot.secondary):
            button = self._secondary.pop()
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        while len(self._secondary) < len(foot.secondary):
            button = SecondaryButton(self._ui, "")
            button.clicked.connect(self._act_of(len(self._secondary)))
            self._row.insertWidget(len(self._secondary), button)
            button.show()
            self._secondary.append(button)
        for button, act in zip(self._secondary, foot.secondary, strict=True):
            button.setText(act.text)
            button.set_icon(act.icon)
            button.set_asleep(act.asleep)
            button.setToolTip(act.shortcut)

    @property
    def _row(self) -> QHBoxLayout:
        """Where the others stand."""
        return self._others if self._is_tall else self._layout

    def _act_of(self, place: int) -> Callable[[], None]:
        def act() -> None:
            chosen: Act = self._foot.secondary[place]
            if chosen.asleep:
                self._tell(chosen.asleep)
            else:
                chosen.do()

        return act

    @property
    def buttons(self) -> list[QPushButton]:
        """From left to right, those that are seen."""
        return [*self._secondary, *([self.primary] if not self.primary.isHidden() else [])]
