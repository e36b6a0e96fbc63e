"""One of a few with a sentence each, so that one can choose without knowing them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.radios import keep_one_stop
from kvik_desktop.shell.widgets.reading_text import ReadingText

INDENT = 30
"""From the edge to the words after the ring, at 100 %."""


@dataclass(frozen=True)
class Option:
    """What can be chosen: what the program calls it, its name, and what to know of it."""

    key: str
    name: str
    text: str


class Options(QWidget):
    """Radio buttons under one heading; the sentence under a button belongs to it."""

    chosen = Signal(str)
    """The user has chosen this key."""

    def __init__(self, ui: Ui, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._question = question
        self.buttons: dict[str, QRadioButton] = {}
        self._parts: list[QWidget] = []
        self._shown: tuple[Option, ...] = ()
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Heading(ui, question))
        self._column.addSpacing(ui.theme.px(4))

    def show_options(self, options: Sequence[Option], key: str) -> None:
        """Show these, one of them chosen; without a signal."""
        if tuple(options) != self._shown:
            self._shown = tuple(options)
            self._make(options)
        if key in self.buttons:
            self.buttons[key].setChecked(True)

    def _make(self, options: Sequence[Option]) -> None:
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.buttons = [], {}
        self._group.deleteLater()
        self._group = QButtonGroup(self)
        for option in options:
            button = QRadioButton(option.name)
            button.setAccessibleDescription(f"{self._question} {option.text}")
            button.clicked.connect(lambda *_, key=option.key: self.chosen.emit(key))
            words = _Words(self.ui, option.text, button)
            self._group.addButton(button)
            self.buttons[option.key] = button
            for part in (button, words):
                self._parts.append(part)
                self._column.addWidget(part)
                part.show()
        keep_one_stop(self._group)

    def set_read_only(self, read_only: bool) -> None:
        """Nothing can be chosen, but everything is read."""
        for button in self.buttons.values():
            button.setEnabled(not read_only)


class _Words(QWidget):
    """A click on the sentence chooses, as one on the button does."""

    def __init__(self, ui: Ui, text: str, button: QRadioButton) -> None:
        super().__init__()
        self._button = button
        column = QVBoxLayout(self)
        column.setContentsMargins(ui.theme.px(INDENT), 0, 0, ui.theme.px(8))
        column.addWidget(ReadingText(ui, text, ink="text-2"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the button it belongs to."""
        if event.button() == Qt.MouseButton.LeftButton and self._button.isEnabled():
            self._button.click()
