"""One line of what goes with a package: its plain name, how much of it, and a switch."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.switch import Switch


class PartRow(QWidget):
    """Without a switch it always goes, and ``always`` says so."""

    switched = Signal(bool)
    """The user wants it along, or not."""

    def __init__(self, ui: Ui, name: str, *, always: str = "") -> None:
        super().__init__()
        px = ui.theme.px
        self.ui = ui
        self._second = ReadingText(ui, "", "small", ink="text-2")
        self._caution = ReadingText(ui, "", "small", ink="amber")
        words = QVBoxLayout()
        words.setSpacing(0)
        self._name = ReadingText(ui, name, weight=500)
        words.addWidget(self._name)
        words.addWidget(self._second)
        words.addWidget(self._caution)
        row = QHBoxLayout()
        row.setContentsMargins(0, px(6), 0, px(6))
        row.setSpacing(px(16))
        row.addLayout(words, 1)
        self.switch: Switch | None = None
        if always:
            said = QLabel(always)
            said.setProperty("look", "small")
            row.addWidget(said)
        else:
            self.switch = Switch(ui, name)
            self.switch.clicked.connect(self.switched)
            row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Hairline(ui))
        self.show_state(on=True, second="")

    def set_name(self, name: str) -> None:
        """Another name."""
        self._name.setText(name)

    def show_state(self, *, on: bool, second: str, caution: str = "", asleep: str = "") -> None:
        """Whether it goes, how much of it, and what to think of first."""
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self._caution.setText(caution)
        self._caution.setVisible(bool(caution))
        if self.switch is not None:
            self.switch.setChecked(on)
            self.switch.setEnabled(not asleep)
            self.switch.setAccessibleDescription(" ".join(filter(None, (second, caution, asleep))))
