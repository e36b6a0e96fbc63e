"""Some of many: those that are chosen under each other, and a field that finds the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.announcer import speak
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.search_choice import SearchChoice


class PickList(QWidget):
    """Choosing and removing are told at once; what is shown is what the page says."""

    added = Signal(object)
    """The user has found this key."""
    removed = Signal(object)
    """The user wants to be without this key."""

    def __init__(self, ui: Ui, label: str, placeholder: str) -> None:
        super().__init__()
        self.ui = ui
        self._shown: tuple[list[tuple[object, str]], list[tuple[object, str]]] = ([], [])
        self.buttons: list[IconButton] = []
        self._read_only = False
        name = QLabel(label)
        name.setProperty("look", "small-label")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.choice = SearchChoice(ui, (), name=label, placeholder=placeholder)
        self.choice.chosen.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ui.theme.px(4))
        column.addWidget(name)
        column.addLayout(self._lines)
        column.addWidget(self.choice)
        self.error = QLabel()
        self.error.setProperty("look", "small-problem")
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.error.setWordWrap(True)
        self.error.hide()
        column.addWidget(self.error)
        self.setFocusProxy(self.choice)

    def show_picked(self, picked: Sequence[tuple[object, str]], others: Sequence[tuple[object, str]]) -> None:
        """Show what is chosen, and what else there is to choose."""
        if (list(picked), list(others)) == self._shown:
            return
        self._shown = (list(picked), list(others))
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.buttons = []
        for key, words in picked:
            self._lines.addWidget(self._line(key, words))
        self.choice.set_choices(others, None)
        self.choice.setVisible(bool(others) and not self._read_only)

    def set_error(self, sentence: str) -> None:
        """Say under the field what cannot be chosen; empty where all is right."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.choice.setAccessibleDescription(sentence)
        if sentence:
            speak(self.choice, sentence)

    def set_read_only(self, read_only: bool) -> None:
        """Nothing can be added or taken away."""
        self._read_only = read_only

    def _line(self, key: object, words: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.ui.theme.px(4))
        row.addWidget(ReadingText(self.ui, words), 1)
        if not self._read_only:
            remove = IconButton(self.ui, "close", self.ui.tr(say("Fjern {name}", name=words)))
            remove.clicked.connect(partial(self._remove, key))
            row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
            self.buttons.append(remove)
        return line

    def _remove(self, key: object) -> None:
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit(key)

    def _add(self, key: object) -> None:
        if key is not None:
            self.choice.set_key(None)
            self.added.emit(key)
