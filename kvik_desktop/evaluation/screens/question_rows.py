"""Questions under a heading, each a way to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.answering import Sheet
from kvik_desktop.shell.look.marks import MARKS, mark_icon
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.heading import Heading


class QuestionRows(QWidget):
    """Not there where there are none."""

    chosen = Signal(str)
    """The user wants to go to this question."""

    def __init__(self, ui: Ui, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.rows: list[LinkButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, ui.theme.px(16), 0, 0)
        self._column.setSpacing(ui.theme.px(8))
        self._column.addWidget(Heading(ui, title))
        self.hide()

    def show_questions(self, sheet: Sheet, names: Sequence[str]) -> None:
        """Show these, with how far each is."""
        self._set_rows([self._row(sheet, name) for name in names])

    def clear(self) -> None:
        """None."""
        self._set_rows([])

    def _set_rows(self, rows: list[LinkButton]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = rows
        self.setVisible(bool(rows))
        for row in rows:
            self._column.addWidget(row)
            row.show()

    def _row(self, sheet: Sheet, name: str) -> LinkButton:
        sub = sheet.package.subcriterion(name)
        row = LinkButton(self.ui, f"{name} {sub.name.in_language(self.ui.tr.language)}")
        row.setIcon(mark_icon(self.ui.theme, sheet.progress(name).value))
        row.setAccessibleDescription(self.ui.tr(MARKS[sheet.progress(name).value].word))
        row.clicked.connect(lambda *_: self.chosen.emit(name))
        return row
