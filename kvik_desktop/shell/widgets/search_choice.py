"""One of many: a field that finds among its choices what is typed, anywhere in their words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice import Choice


class SearchChoice(Choice):
    """Typing finds; an empty field is nothing chosen, and words that are no choice give way to the last."""

    def __init__(
        self,
        ui: Ui,
        choices: Sequence[tuple[object, str]],
        key: object = None,
        *,
        name: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ui, (), name=name, placeholder=placeholder or " ", parent=parent)
        self.setEditable(True)
        self.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        finder = QCompleter(self.model(), self)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.found = QListView()
        """What is found, under the field."""
        finder.setPopup(self.found)
        self.setCompleter(finder)
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(name)
        self.field.editingFinished.connect(self._settle)
        finder.activated.connect(self._settle)
        self.set_choices(choices, key)

    @property
    def field(self) -> QLineEdit:
        """Where one types."""
        field = self.lineEdit()
        assert field is not None, "it is editable"
        return field

    def _settle(self) -> None:
        """Take what is written as the choice, if it is one."""
        written = self.field.text().strip()
        before = self.key
        if not written:
            self.set_key(None)
        else:
            place = self.findText(written, Qt.MatchFlag.MatchFixedString)
            self.set_key(self._keys[place] if place >= 0 else before)
        if self.key != before:
            self.chosen.emit(self.key)

    def set_key(self, key: object) -> None:
        """Choose without a signal; a key that is not there is nothing."""
        super().set_key(key)
        if self.isEditable():
            self.field.setText(self.currentText() if self.currentIndex() >= 0 else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing begins anew over what is chosen."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.field.selectAll()
