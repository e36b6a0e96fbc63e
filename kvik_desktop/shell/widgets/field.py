"""A field with its label above and a hint or what is wrong below."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.look.stylesheet import restyle
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.day_edit import DayEdit
from kvik_desktop.shell.widgets.reading_text import ReadingText

Control = TypeVar("Control", bound=QWidget)


class Field(QWidget, Generic[Control]):
    """Holds any control, as ``Field(ui, "Navn på tiltaget", QLineEdit())``, and names it by the label."""

    def __init__(
        self, ui: Ui, label: str, control: Control, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = ui
        self.control: Control = control
        self.error = ""
        """What is wrong; empty when nothing is."""
        self._name = QLabel(label)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setProperty("look", "small-label")
        self._name.setWordWrap(True)
        self._hint = ReadingText(ui, hint, "small", ink="text-2")
        if not hint:
            self._hint.hide()  # never show what has no parent yet: it would be a window
        self._wrong = _Wrong(ui)
        self._lay_out()
        self.setFocusProxy(control)
        control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        if isinstance(control, DayEdit):
            control.fault_changed.connect(self.set_error)

    def _lay_out(self) -> None:
        px = self.ui.theme.px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        for part in (self._name, self.control, self._hint, self._wrong):
            layout.addWidget(part)
        layout.addStretch(0)

    def set_error(self, error: str) -> None:
        """Say what is wrong and how to put it right; an empty text is nothing wrong."""
        if error == self.error:
            return
        self.error = error
        self._wrong.text.setText(error)
        self._wrong.setVisible(bool(error))
        self._hint.setVisible(bool(self._hint.text()) and not error)
        self.control.setProperty("faulty", bool(error))
        self.control.setAccessibleDescription(error or self._hint.text())
        restyle(self.control)


class _Wrong(QWidget):
    """The line that says what is wrong, with its mark."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ui.theme.px(8))
        mark = QLabel()
        mark.setPixmap(pixmap(ui.theme, "warning", "red", 16))
        self.text = ReadingText(ui, "", "small", ink="red")
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.text, 1)
        self.hide()
